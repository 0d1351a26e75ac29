"""The REST API: a FastAPI application over one house, every endpoint drawn from the tables of commands and views."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from html import escape
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic.json_schema import models_json_schema
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Match

from adapters.http.attachments import add_attachments
from adapters.http.desk import Desk
from adapters.http.documents import DESCRIPTION, example_of
from adapters.http.headers import Around
from adapters.http.looks import add_views
from adapters.http.orders import BY_VERB, add_commands, body_model
from adapters.http.planning import add_planning
from adapters.http.problems import (
    KINDS,
    MALFORMED,
    NO_METHOD,
    NOT_FOUND,
    OF_ERRORS,
    ROOT,
    Problem,
    ProblemBody,
    answer,
)
from domain.words import PersonId
from workflows.handle import House

TITLE = "Investment proposals through the Single Assurance Framework"


def create_app(
    house: House,
    bearer: Callable[[str], PersonId | None],
    clock: Callable[[], datetime],
    new_id: Callable[[], str],
    turn: AbstractContextManager[Any] | None = None,
) -> FastAPI:
    """The API over a house.

    `bearer` says whose token stands, `clock` the instant in UTC, `new_id` a fresh id; `turn` is the lock that others
    who use the same house from another thread hold while they do.
    """
    desk = Desk(house, bearer, clock, new_id, turn or threading.Lock())
    app = FastAPI(
        title=TITLE,
        version=_version(),
        description=DESCRIPTION,
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    add_commands(app, desk)
    add_views(app, desk)
    add_planning(app, desk)
    add_attachments(app, desk)
    _add_reference(app)
    _answer_errors(app)
    app.add_middleware(Around, new_id=new_id)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def _version() -> str:
    try:
        return installed("saf-routing")
    except PackageNotFoundError:
        return "0"


def _answer_errors(app: FastAPI) -> None:
    async def say(request: Request, error: Exception) -> Response:
        return answer(error, request.state.request_id)

    async def say_of_address(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        allowed = _methods_at(app, request)
        if error.status_code == 405:
            says = f"{request.method} is not taken here: {', '.join(allowed)}"
            return await say(request, Problem(NO_METHOD, says, headers={"Allow": ", ".join(allowed)}))
        kind = NOT_FOUND if error.status_code == 404 else MALFORMED
        return await say(request, Problem(kind, "there is nothing at this address" if kind is NOT_FOUND else kind.says))

    ours: tuple[type[Exception], ...] = (Problem, *OF_ERRORS)
    for error in ours:
        app.add_exception_handler(error, say)
    app.add_exception_handler(HTTPException, say_of_address)


def _methods_at(app: FastAPI, request: Request) -> list[str]:
    """Every method that some route takes at the address of a request."""
    found: set[str] = set()
    for route in app.routes:
        if route.matches(request.scope)[0] is not Match.NONE:
            found |= set(getattr(route, "methods", None) or ())
    return sorted(found)


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the models of every command's body and of problems; made once."""
    if app.openapi_schema is None:
        said = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        models = [(body_model(row), "validation") for row in BY_VERB.values()]
        _, schemas = models_json_schema(
            [*models, (ProblemBody, "serialization")],  # type: ignore[list-item]
            ref_template="#/components/schemas/{model}",
        )
        _with_nulls(said, app)
        components = said.setdefault("components", {})
        components["schemas"] = {**components.get("schemas", {}), **schemas["$defs"]}
        components["examples"] = {kind.name: {"value": example_of(kind)} for kind in KINDS}
        components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
        said["security"] = [{"bearer": []}]
        app.openapi_schema = said
    return app.openapi_schema


def _with_nulls(said: dict[str, Any], app: FastAPI) -> None:
    """Put contents as they were given back into a description from which FastAPI drops every null, also in examples."""
    for route in app.routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                operation = said["paths"][route.path_format][method.lower()]
                if "requestBody" in (route.openapi_extra or {}):
                    operation["requestBody"] = (route.openapi_extra or {})["requestBody"]
                for status, response in route.responses.items():
                    operation["responses"][str(status)] |= {"content": response["content"]}


def _add_reference(app: FastAPI) -> None:
    """What explains the API itself, for anybody: the kinds of problem, and a page that lists every endpoint."""
    kinds = {
        kind.name: {"type": kind.type, "title": kind.title, "status": kind.status, "says": kind.says} for kind in KINDS
    }

    async def problems(request: Request) -> Response:
        return JSONResponse({"items": list(kinds.values())})

    async def problem(request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in kinds:
            raise Problem(NOT_FOUND, "there is no such kind of problem")
        return JSONResponse(kinds[name])

    async def docs(request: Request) -> Response:
        return HTMLResponse(_page(app.openapi()))

    app.add_api_route(f"{ROOT}/problems", problems, methods=["GET"], include_in_schema=False)
    app.add_api_route(f"{ROOT}/problems/{{name}}", problem, methods=["GET"], include_in_schema=False)
    app.add_api_route("/docs", docs, methods=["GET"], include_in_schema=False)


def _page(described: dict[str, Any]) -> str:
    lines = [
        f"<tr><td>{method.upper()}</td><td><code>{escape(path)}</code></td><td>{escape(said['summary'])}</td></tr>"
        for path, methods in described["paths"].items()
        for method, said in methods.items()
    ]
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(TITLE)}: API</title></head>'
        f"<body><main><h1>API</h1><p>{escape(described['info']['description'])}</p>"
        f'<p>The whole description: <a href="{ROOT}/openapi.json">OpenAPI {escape(described["openapi"])}</a>.</p>'
        "<table><caption>Every endpoint</caption><thead><tr><th>Method</th><th>Address</th><th>What it does</th></tr>"
        f"</thead><tbody>{''.join(lines)}</tbody></table></main></body></html>"
    )
