"""Attachments over HTTP: a file is sent as it is, judged by its content, kept once, and given back to be saved."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import anyio.to_thread
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.http.addresses import seen_case
from adapters.http.bodies import content, query
from adapters.http.desk import Desk
from adapters.http.documents import DONE_SCHEMA, ETAG, KEY, parameters, problems, read
from adapters.http.examples import CASE, DIGEST
from adapters.http.files import (
    MOST_BYTES,
    SORTS,
    Held,
    digest,
    disposition,
    file_name,
    held,
    held_by,
    insist_taken,
)
from adapters.http.orders import key_of, request_of
from adapters.http.problems import ROOT
from adapters.http.versions import asked_for, expected, version
from domain.case.commands import Attach
from domain.words import CaseId, PersonId, Text
from workflows.handle import House, Order

FOLDER = f"{ROOT}/cases/{{case}}/attachments"
ONE = FOLDER + "/{attachment}"
NAME = {"name": "name", "in": "query", "required": True, "schema": {"type": "string", "examples": ["costs.xlsx"]}}
SHOWN = {"attachment": DIGEST, "name": "costs.xlsx", "size": 18_204, "media_type": SORTS["xlsx"].media_type}
LIST_SCHEMA = {"type": "object", "properties": {"items": {"type": "array", "items": {"type": "object"}}}}


def add_attachments(app: FastAPI, desk: Desk) -> None:
    """Attach a file to a case, list its files, and fetch one."""
    listed = read("attachments", "The files a case holds", "cases", parameters(FOLDER), LIST_SCHEMA, {"items": [SHOWN]})
    app.add_api_route(FOLDER, _list(desk), methods=["GET"], **listed)
    app.add_api_route(FOLDER, _attach(desk), methods=["POST"], **_said_of_attaching())
    fetched = read("attachment", "One file of a case", "cases", parameters(ONE), {}, None)
    fetched["responses"][200]["content"] = {"application/octet-stream": {"schema": {"type": "string"}}}
    app.add_api_route(ONE, _fetch(desk), methods=["GET"], **fetched)


def _said_of_attaching() -> dict[str, Any]:
    done = {"request": "0192b0a4-6f6c-7c31-9d52-2f7f4e1c8a11", "case": CASE, **SHOWN}
    content = {"application/json": {"schema": DONE_SCHEMA, "example": done}}
    answer = {"description": "Attached.", "headers": ETAG, "content": content}
    refusals = ("not-yours", "refused", "request-reused", "moved-on", "too-large", "type")
    sent = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    return {
        "name": "attach",
        "operation_id": "attach",
        "summary": "Attach a file",
        "description": f"At most {MOST_BYTES:,} bytes; {', '.join(SORTS)}, by the content, with a name that ends so.",
        "tags": ["cases"],
        "status_code": 201,
        "responses": {201: answer, **problems(*refusals)},
        "openapi_extra": {
            "parameters": [*parameters(FOLDER), NAME, KEY],
            "requestBody": {"required": True, "content": sent},
        },
    }


def _attach(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def attach(request: Request) -> Response:
        person = desk.person(request)
        name = file_name(query(request, ("name",)).get("name"))
        key, tags = key_of(request), asked_for(request, needed=False)
        sent = await content(request, MOST_BYTES)
        await anyio.to_thread.run_sync(insist_taken, name, sent)
        given = str(request.path_params["case"])
        return await desk.now(lambda house, at: _keep(desk, house, at, person, given, name, sent, key, tags))

    return attach


def _keep(
    desk: Desk,
    house: House,
    at: datetime,
    person: PersonId,
    given: str,
    name: str,
    sent: bytes,
    key: str | None,
    tags: tuple[str, ...] | None,
) -> Response:
    """Keep a file and attach it, once the rules are known to allow it: a refusal keeps nothing."""
    case = CaseId(seen_case(house.world(at), person, given))
    id, request = digest(sent), request_of(desk, person, key)
    command = Attach(case, id, Text(name), len(sent))
    again = house.ledger.remembered(request)
    expects = {} if again else expected(tags, version(house.ledger, "case", case))
    order = Order(command, person, at, request, expects)
    if not again:
        house.preview(order)
        house.ledger.keep_file(id, sent)
    receipt = house.handle(order)
    shown = {"request": request, **receipt.answer, **_shown(Held(id, name, len(sent)))}
    headers = {"ETag": version(house.ledger, "case", case).tag, "Location": f"{ROOT}/cases/{case}/attachments/{id}"}
    return JSONResponse(shown, 201, headers)


def _shown(file: Held) -> dict[str, object]:
    return {"attachment": file.id, "name": file.name, "size": file.size, "media_type": file.sort.media_type}


def _list(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def look(request: Request) -> Response:
        person = desk.person(request)
        query(request, ())
        given = str(request.path_params["case"])

        def work(house: House, at: datetime) -> list[Held]:
            return list(held_by(house.ledger, CaseId(seen_case(house.world(at), person, given))).values())

        return JSONResponse({"items": [_shown(file) for file in await desk.now(work)]})

    return look


def _fetch(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def fetch(request: Request) -> Response:
        person = desk.person(request)
        query(request, ())
        given, id = str(request.path_params["case"]), str(request.path_params["attachment"])

        def work(house: House, at: datetime) -> tuple[Held, bytes]:
            return held(house.ledger, CaseId(seen_case(house.world(at), person, given)), id)

        file, content = await desk.now(work)
        headers = {"Content-Disposition": disposition(file.name)}
        return Response(content, headers=headers, media_type=file.sort.media_type)

    return fetch
