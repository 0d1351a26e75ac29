"""Views over HTTP: one endpoint for each row, as things stand or as they stood; lists come in pages."""

import base64
import hashlib
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.http.addresses import THINGS, as_route, named, names_in, path_of_view, seen_case
from adapters.http.bodies import instant, query, whole_number
from adapters.http.desk import Desk
from adapters.http.documents import PAGE_SCHEMA, of_view, parameters, read
from adapters.http.examples import of_views
from adapters.http.problems import ROOT, invalid
from adapters.http.versions import version
from domain.words import CaseId, PersonId
from workflows.handle import House
from workflows.next_steps import next_steps
from workflows.views.cases import steps
from workflows.views.table import VIEWS, Reading, View

STEPS = ("steps", "sitting_steps")
"""Views of what may be done: they depend on who asks, so they carry no version."""

PAGE, LONGEST_PAGE = 100, 500
IDENTITY = ("position", "case", "reference", "what", "who", "person", "policy", "entry", "of", "verb", "rule")
"""What tells one item of a list from the others, so that a page begins where the last one ended."""


def add_views(app: FastAPI, desk: Desk) -> None:
    """One endpoint for each view, and what a person may do with a case."""
    for view in VIEWS:
        path = path_of_view(view)
        app.add_api_route(as_route(path), _endpoint(view, desk), methods=["GET"], **of_view(view, path))
    add_next_steps(app, desk)


def _endpoint(view: View, desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    names = names_in(view.path)
    listed = isinstance(of_views().get(view.name), list)
    allowed = (*view.filters, "as_of", *(("limit", "cursor") if listed else ()))

    async def look(request: Request) -> Response:
        person = desk.person(request)
        asked = query(request, allowed)
        size = whole_number(asked, "limit", PAGE, LONGEST_PAGE)

        def work(house: House, at: datetime) -> tuple[Any, str]:
            until = instant(asked, "as_of", at)
            world = house.world(until or at, until)
            args = {name: asked[name] for name in view.filters if name in asked}
            found = {name: named(world, person, name, str(request.path_params[name])) for name in names}
            shown = view.read(house, Reading(person, at, until, args | found))
            about = next((name for name in names if name in THINGS and view.name not in STEPS), None)
            return shown, version(house.ledger, about, found[about]).tag if about and not until else ""

        shown, tag = await (desk.past(work) if "as_of" in asked else desk.now(work))
        headers = {"ETag": tag} if tag else {}
        if isinstance(shown, list):
            return _page(request, shown, asked, size, headers)
        return JSONResponse(shown, headers=headers)

    return look


def _page(request: Request, shown: list[Any], asked: dict[str, str], size: int, headers: dict[str, str]) -> Response:
    start = _after(shown, asked["cursor"]) if "cursor" in asked else 0
    items = shown[start : start + size]
    more = start + size < len(shown)
    cursor = _cursor(start + size, items[-1]) if more else None
    if cursor:
        following = urlencode(asked | {"cursor": cursor})
        headers = headers | {"Link": f'<{request.url.path}?{following}>; rel="next"'}
    return JSONResponse({"items": items, "next": cursor}, headers=headers)


def _cursor(place: int, last: Any) -> str:
    """Where the next page begins: how many went before, and which was the last of them."""
    return base64.urlsafe_b64encode(json.dumps([place, _mark(last)]).encode()).decode().rstrip("=")


def _after(shown: list[Any], cursor: str) -> int:
    """Where the page after a cursor begins, also when items were added or went away before it. Raises Problem."""
    try:
        place, mark = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
        if type(place) is not int or not isinstance(mark, str) or place < 1:
            raise ValueError
    except (ValueError, TypeError, RecursionError):
        raise invalid("cursor", "write the `next` of a page as it is") from None
    if place <= len(shown) and _mark(shown[place - 1]) == mark:
        return int(place)
    return next((n for n, item in enumerate(shown, start=1) if _mark(item) == mark), min(int(place), len(shown)))


def _mark(item: Any) -> str:
    told = [str(item.get(name)) for name in IDENTITY] if isinstance(item, dict) else [str(item)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def add_next_steps(app: FastAPI, desk: Desk) -> None:
    """What a person may do with a case and, of what they may not, every rule that forbids it."""
    path = f"{ROOT}/cases/{{case}}/next-steps"

    async def look(request: Request) -> Response:
        person = desk.person(request)
        query(request, ())
        given = str(request.path_params["case"])
        return JSONResponse({"items": await desk.now(lambda house, at: _steps(house, person, given, at)), "next": None})

    shown = {"items": of_views().get("steps", []), "next": None}
    says = "What you may do with a case, and if not, why not"
    said = read("next_steps", says, "cases", parameters(path), PAGE_SCHEMA, shown)
    app.add_api_route(path, look, methods=["GET"], **said)


def _steps(house: House, person: PersonId, given: str, at: datetime) -> list[dict[str, Any]]:
    id = seen_case(house.world(at), person, given)
    found: list[dict[str, Any]] = steps(next_steps(house, person, CaseId(id), at))
    return found
