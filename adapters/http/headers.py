"""Around every request: its id, the headers that keep a browser safe, and one answer to whatever goes wrong."""

import re
from collections.abc import Callable, Iterable

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.http.problems import answer

REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
SAFE = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)

log = structlog.get_logger("saf.http")


class Around:
    """Pure ASGI: gives each request an id, adds the headers, and answers what nobody caught with a problem."""

    def __init__(self, app: ASGIApp, new_id: Callable[[], str]) -> None:
        self.app = app
        self.new_id = new_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request. Never raises for a request that has not begun to be answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        id = _sent(scope["headers"]) or self.new_id()
        scope.setdefault("state", {})["request_id"] = id
        begun = False

        async def dressed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                held = {name for name, _ in message["headers"]}
                extra = [(b"x-request-id", id.encode()), *(pair for pair in SAFE if pair[0] not in held)]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        with structlog.contextvars.bound_contextvars(request=id):
            try:
                await self.app(scope, receive, dressed)
            except ClientDisconnect:
                return
            except Exception as failure:
                log.exception("a request failed", method=scope["method"], path=scope["path"])
                if begun:
                    raise
                await answer(failure, id)(scope, receive, dressed)


def _sent(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The id the caller gave the request, if it is one."""
    sent = [value for name, value in headers if name == b"x-request-id"]
    return sent[0].decode() if len(sent) == 1 and REQUEST_ID.fullmatch(sent[0]) else ""
