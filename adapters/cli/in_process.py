"""Speaks to the API of this very process, so that a verb does the same whether it owns the file or another does."""

import asyncio
from typing import Any

import httpx2


class InProcess(httpx2.BaseTransport):
    """Hands each request to an ASGI application, in a loop that lasts as long as the client."""

    def __init__(self, app: Any) -> None:
        self._app = httpx2.ASGITransport(app)
        self._loop = asyncio.Runner()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The application's response, whole."""
        return self._loop.run(self._whole(request))

    async def _whole(self, request: httpx2.Request) -> httpx2.Response:
        answered = await self._app.handle_async_request(request)
        return httpx2.Response(answered.status_code, headers=answered.headers, content=await answered.aread())

    def close(self) -> None:
        """End the loop."""
        self._loop.close()


def client_of(app: Any) -> httpx2.Client:
    """A client of an application in this process."""
    return httpx2.Client(transport=InProcess(app), base_url="http://saf")
