"""Commands over HTTP: one endpoint for each row of the catalogue, whose body holds the command's fields."""

import hashlib
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from fastapi import FastAPI
from pydantic_core import to_jsonable_python
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.http.addresses import BEGINS, THINGS, address, as_route, path_of_command, seen
from adapters.http.bodies import checked, flag, given, query
from adapters.http.desk import Desk
from adapters.http.documents import of_command
from adapters.http.files import insist_attached
from adapters.http.problems import INVALID, MALFORMED, Problem, Wrong
from adapters.http.shapes import Mirror, cases_in, mirror, unmirrored
from adapters.http.versions import Version, asked_for, expected, version
from domain.case.commands import Attach
from domain.case.contents import CONTENTS
from domain.words import CaseId, PersonId
from workflows.commands import COMMANDS, Command
from workflows.handle import House, Order
from workflows.world import World

KEY = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?")
BY_VERB: Mapping[str, Command] = {row.verb: row for row in COMMANDS if row.shape is not Attach}
"""The commands that are sent as JSON: all but attaching a file, which is sent as the file itself."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A command as it was sent: by whom, about what, what the body holds, and under which key and versions."""

    person: PersonId
    about: str
    body: Mirror
    key: str | None
    tags: tuple[str, ...] | None


def body_model(row: Command) -> type[Mirror]:
    """The model of a command's body: its fields, less the one the address names."""
    about = "case" if row.verb == "draft" else row.about
    names = {each.name for each in fields(row.shape)}
    return mirror(row.shape, (about,) if about in names else ())


def add_commands(app: FastAPI, desk: Desk) -> None:
    """One endpoint for each command."""
    for row in BY_VERB.values():
        app.add_api_route(
            as_route(path_of_command(row)),
            _endpoint(row, desk),
            methods=["POST"],
            **of_command(row, path_of_command(row), body_model(row)),
        )


def _endpoint(row: Command, desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    model = body_model(row)

    async def give(request: Request) -> Response:
        person = desk.person(request)
        dry = flag(query(request, ("preview",)), "preview")
        about = str(request.path_params.get(row.about, ""))
        tags = asked_for(request, row.replaces and not dry)
        sent = Sent(person, about, await given(request, model), key_of(request), tags)
        if dry:
            return await desk.now(lambda house, at: _preview(desk, house, at, row, sent))
        return await desk.now(lambda house, at: _carry_out(desk, house, at, row, sent))

    return give


def key_of(request: Request) -> str | None:
    """The idempotency key, if one was sent. Raises Problem for one that is no key."""
    sent = request.headers.getlist("idempotency-key")
    if not sent:
        return None
    if len(sent) > 1 or not KEY.fullmatch(sent[0]):
        raise Problem(MALFORMED, "Idempotency-Key is sent once and holds 1 to 255 printable ASCII characters")
    return sent[0]


def request_of(desk: Desk, person: PersonId, key: str | None) -> str:
    """The id under which a command is remembered: a new one, or always the same for a person's own key."""
    if key is None:
        return desk.new_id()
    return f"key-{hashlib.sha256(f'{person}|{key}'.encode()).hexdigest()}"


def _carry_out(desk: Desk, house: House, at: datetime, row: Command, sent: Sent) -> Response:
    request = request_of(desk, sent.person, sent.key)
    before = house.ledger.remembered(request)
    world = house.world(at)
    id = _about(world, row, sent)
    if row.verb == "draft":
        id = str(before.answer.get("case", "")) if before else desk.new_id()
    command = _command(world, row, sent, id)
    expects = {} if before else expected(sent.tags, _stands(house, row, id))
    receipt = house.handle(Order(command, sent.person, at, request, expects))
    begun = BEGINS.get(row.verb)
    return done(house, row.about, id, {"request": request, **receipt.answer}, begun is not None, receipt.again)


def done(house: House, about: str, id: str, answer: Mapping[str, Any], begun: bool, again: bool) -> Response:
    """The answer to a command that was carried out, with the version at which what it is about now stands."""
    headers = {"Idempotency-Replayed": "true"} if again else {}
    if about in THINGS:
        headers["ETag"] = version(house.ledger, about, id).tag
    if begun:
        headers["Location"] = address(about, id)
    return JSONResponse(dict(answer), 201 if begun else 200, headers)


def _preview(desk: Desk, house: House, at: datetime, row: Command, sent: Sent) -> Response:
    world = house.world(at)
    id = _about(world, row, sent) or desk.new_id()
    command = _command(world, row, sent, id)
    facts = house.preview(Order(command, sent.person, at, desk.new_id(), expected(sent.tags, _stands(house, row, id))))
    return JSONResponse({"facts": [shown(stream, fact) for stream, fact in facts]})


def shown(stream: str, fact: Any) -> dict[str, Any]:
    """A fact that a command would add."""
    return {"stream": stream, "event": type(fact).__name__, "holds": to_jsonable_python(fact)}


def _stands(house: House, row: Command, id: str) -> Version | None:
    return version(house.ledger, row.about, id) if row.about in THINGS else None


def _about(world: World, row: Command, sent: Sent) -> str:
    """The id of what the address names, if the person may know of it; empty where it names nothing."""
    if row.verb == "draft" or row.about not in THINGS:
        return ""
    return THINGS[row.about].find(world, sent.person, sent.about, row.verb in BEGINS)


def _command(world: World, row: Command, sent: Sent, id: str) -> Any:
    """The domain's command. Raises Problem, or NotFound if it names a case that the person may not know of."""
    known: dict[str, Any] = {row.about: id} if row.about in THINGS else {}
    if getattr(sent.body, "contents", None) is not None:
        kind = getattr(sent.body, "kind", None) or world.case(CaseId(id)).file.identity.kind
        known["contents"] = _contents(sent.body, CONTENTS[kind])
    command = unmirrored(sent.body, known)
    seen(world, sent.person, cases_in(command) - {CaseId(id)})
    if file := getattr(command, "file", None):
        insist_attached(world, CaseId(id), file)
    return command


def _contents(body: Any, shape: type) -> Any:
    """The contents read again as those of the case's kind: what all kinds say is no sign of which one it is."""
    raw = body.contents.model_dump_json(exclude_unset=True).encode()
    try:
        return unmirrored(checked(mirror(shape), raw))
    except Problem as problem:
        errors = tuple(Wrong(f"#/contents{wrong.at[1:]}", wrong.says) for wrong in problem.errors)
        raise Problem(INVALID, f"the contents are not those of a {shape.__name__}", errors) from None
