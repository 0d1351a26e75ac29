"""What whoever may open the ledger's file may do with it: set it up, issue tokens, tick, rebuild, read.

These are acts of the machine's owner and not of an office, so nothing here submits, clears, publishes or decides.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from hmac import compare_digest
from queue import SimpleQueue
from threading import Thread
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from domain.people.commands import SetUpAdministrator
from domain.routing.kinds import Kind
from domain.rules import Refused
from domain.words import Pence, PersonId, Text, london_day
from workflows.handle import House, NotYours, Order
from workflows.planner import as_json, plan
from workflows.ports import Conflict, NotFound, RequestReused, Tokens
from workflows.previews import preview, preview_policy
from workflows.views.table import VIEWS, Reading

Progress = Callable[[int, int], None]
Asked = Mapping[str, Any]
PATH = "/owner/"
TROUBLE = (Refused, NotYours, NotFound, Conflict, RequestReused, ValueError, LookupError)
"""What may go wrong by what was asked; anything else is a fault."""


def unseen(done: int, of: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Door:
    """The acts of the owner over one house. `decode` reads a command of the catalogue from its verb and JSON fields."""

    house: House
    tokens: Tokens
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    decode: Callable[[str, Any], Any]
    alone: AbstractContextManager[Any]
    """Held while the house is used, so that no two threads use it at once."""

    def answer(self, act: str, asked: Asked, progress: Progress = unseen) -> Any:
        """Do one act. Raises NotFound for one there is not, and whatever the act raises.

        What concerns the past shares nothing with the present, and waits for nobody's turn.
        """
        if act not in ACTS:
            raise NotFound(f"the owner's door has no {act}")
        if asked.get("as_of"):
            return ACTS[act](self, asked, progress)
        with self.alone:
            return ACTS[act](self, asked, progress)


def _set_up(door: Door, asked: Asked, progress: Progress) -> Any:
    at, person = door.clock(), PersonId(asked["person"])
    command = SetUpAdministrator(person, Text(asked["name"]), london_day(at), Text(asked.get("email", "")))
    door.house.handle(Order(command, None, at, door.new_id()))
    return _issue(door, asked, progress)


def _issue(door: Door, asked: Asked, progress: Progress) -> Any:
    at, person = door.clock(), PersonId(asked["person"])
    if person not in door.house.world(at).offices.people:
        raise NotFound(f"there is no person {person}: an administrator adds people with add_person")
    return {"person": person, "token": door.tokens.issue(person, at)}


def _revoke(door: Door, asked: Asked, progress: Progress) -> Any:
    person = PersonId(asked["person"])
    return {"person": person, "revoked": door.tokens.revoke(person, door.clock())}


def _tick(door: Door, asked: Asked, progress: Progress) -> Any:
    acted = door.house.tick(door.clock())
    return [
        {"due": one.due.isoformat(), "facts": [{"of": s, "event": type(fact).__name__} for s, fact in one.facts]}
        for one in acted
    ]


def _rebuild(door: Door, asked: Asked, progress: Progress) -> Any:
    return {"cases": door.house.rebuild(door.clock(), lambda done: progress(done, 0))}


def _read(door: Door, asked: Asked, progress: Progress) -> Any:
    view = next((view for view in VIEWS if view.name == asked["view"]), None)
    if view is None:
        raise NotFound(f"there is no view {asked['view']}")
    until = datetime.fromisoformat(asked["as_of"]) if asked.get("as_of") else None
    reading = Reading(_bearer(door, asked), door.clock(), until, asked.get("args", {}), progress)
    return view.read(door.house, reading)


def _bearer(door: Door, asked: Asked) -> PersonId | None:
    """Who asks, where a token is shown with the key; without one it is the owner, who may read everything."""
    if not (token := asked.get("token")):
        return None
    if (person := door.tokens.bearer(token)) is None:
        raise NotYours("This token is not known, or was revoked")
    return person


def _preview(door: Door, asked: Asked, progress: Progress) -> Any:
    command = door.decode(asked["verb"], asked["fields"])
    return preview(door.house, Order(command, _bearer(door, asked), door.clock(), door.new_id()))


def _preview_policy(door: Door, asked: Asked, progress: Progress) -> Any:
    command = door.decode("adopt_policy", {"policy": asked["policy"]})
    return preview_policy(door.house.world(door.clock()), command.policy)


def _plan(door: Door, asked: Asked, progress: Progress) -> Any:
    world = door.house.world(door.clock())
    submit_on, spend = date.fromisoformat(asked["submit_on"]), asked.get("new_spend")
    answer = plan(
        Kind(asked["kind"]),
        Pence(asked["value"]),
        submit_on,
        world.calendar,
        world.policies.in_force(submit_on),
        None if spend is None else Pence(spend),
        _day(asked.get("notice_given")),
        _day(asked.get("needed_by")),
    )
    return as_json(answer)


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


ACTS: dict[str, Callable[[Door, Asked, Progress], Any]] = {
    "set_up": _set_up,
    "issue": _issue,
    "revoke": _revoke,
    "tick": _tick,
    "rebuild": _rebuild,
    "read": _read,
    "preview": _preview,
    "preview_policy": _preview_policy,
    "plan": _plan,
}


def trouble_of(wrong: Exception) -> dict[str, Any]:
    """What went wrong as it is told to another process: one sentence, and every broken rule with its source."""
    rules = wrong.rules if isinstance(wrong, Refused) else ()
    said = str(wrong.args[0]) if wrong.args else type(wrong).__name__
    return {"says": said, "rules": [{"says": rule.says, "source": rule.source} for rule in rules]}


def told(door: Door, act: str, asked: Asked) -> Iterator[str]:
    """An act as lines of JSON: how far it is while it goes on, and at the end its answer or what went wrong."""
    lines: SimpleQueue[dict[str, Any]] = SimpleQueue()

    def work() -> None:
        try:
            lines.put({"answer": door.answer(act, asked, lambda done, of: lines.put({"done": done, "of": of}))})
        except TROUBLE as wrong:
            lines.put({"trouble": trouble_of(wrong)})
        except BaseException:
            lines.put({"trouble": {"says": "the owner of the ledger failed; its log says why", "rules": []}})
            raise

    Thread(target=work, daemon=True).start()
    while True:
        line = lines.get()
        yield json.dumps(line, default=str) + "\n"
        if not {"answer", "trouble"}.isdisjoint(line):
            return


def _answered(door: Door, act: str, body: bytes) -> Response:
    try:
        asked = json.loads(body)
    except ValueError:
        asked = None
    if not isinstance(asked, dict):
        return JSONResponse({"detail": "send a JSON object"}, 400)
    return StreamingResponse(told(door, act, asked), media_type="application/x-ndjson")


def opened(app: Any, door: Door, key: str) -> Any:
    """The app with the owner's door before it, for those on the same machine who can show the key."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PATH):
            await app(scope, receive, send)
            return
        request = Request(scope, receive)
        shown = request.headers.get("authorization", "").removeprefix("Bearer ")
        response: Response
        if not compare_digest(shown.encode(), key.encode()) or request.method != "POST":
            response = JSONResponse({"detail": "Not Found"}, 404)
        else:
            response = _answered(door, scope["path"].removeprefix(PATH), await request.body())
        await response(scope, receive, send)

    return answer
