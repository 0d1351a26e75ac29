"""What the OpenAPI description says of each endpoint, drawn from the same rows as the endpoint itself."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from adapters.http import examples
from adapters.http.addresses import BEGINS, THINGS, names_in
from adapters.http.problems import INVALID, KINDS, MEDIA_TYPE, ROOT, Kind
from adapters.http.shapes import ID_PATTERN, SITTING_PATTERN
from workflows.commands import Command
from workflows.views.table import View

Parameter = dict[str, Any]

ALWAYS = ("malformed", "sign-in", "not-found", "invalid")
EXAMPLE_RULES = [
    {"name": "case.figure", "says": "The case states its value", "source": "SAF 2, the figure"},
    {"name": "case.draft", "says": "The case is still a draft", "source": "SAF 2"},
]
DONE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "The request's id, and of a command about a case which case it was and at which version it stands.",
    "properties": {
        "request": {"type": "string"},
        "case": {"type": "string"},
        "reference": {"type": "string"},
        "version": {"type": "integer"},
    },
    "required": ["request"],
}
FACTS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "With `preview=true`: the facts the command would add. Nothing is stored.",
    "properties": {"facts": {"type": "array", "items": {"type": "object"}}},
    "required": ["facts"],
}
PREVIEW = {"name": "preview", "in": "query", "schema": {"type": "string", "enum": ["true", "false"]}}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Sent again with the same body it does nothing more and answers the same; with another it is a 409.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
AS_OF = {
    "name": "as_of",
    "in": "query",
    "description": "What the ledger knew at a past instant, or at the end of a past day in London.",
    "schema": {"type": "string"},
    "examples": {"an instant": {"value": "2024-10-14T09:00:00Z"}, "a day": {"value": "2024-10-14"}},
}
LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500, "default": 100}}
CURSOR = {"name": "cursor", "in": "query", "description": "The `next` of a page.", "schema": {"type": "string"}}
ETAG = {"ETag": {"description": "The version; send it back as If-Match.", "schema": {"type": "string"}}}


def problems(*names: str) -> dict[int | str, dict[str, Any]]:
    """The problems an endpoint may answer with, by status."""
    found: dict[int | str, dict[str, Any]] = {}
    for kind in (kind for kind in KINDS if kind.name in (*ALWAYS, *names)):
        said = found.setdefault(kind.status, {"description": kind.title, "content": {MEDIA_TYPE: {"examples": {}}}})
        said["content"][MEDIA_TYPE]["examples"][kind.name] = {"$ref": f"#/components/examples/{kind.name}"}
        said["content"][MEDIA_TYPE]["schema"] = {"$ref": "#/components/schemas/ProblemBody"}
    return found


def example_of(kind: Kind) -> dict[str, Any]:
    """A problem of a kind, as an example."""
    body: dict[str, Any] = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": kind.says}
    body["instance"] = "urn:request:0192b0a4-6f6c-7c31-9d52-2f7f4e1c8a11"
    if kind.name == "refused":
        body["rules"] = EXAMPLE_RULES
    if kind is INVALID:
        body["errors"] = [{"at": "#/value", "says": "Input should be a valid integer"}]
    return body


def of_command(row: Command, path: str, model: type[BaseModel]) -> dict[str, Any]:
    """What is said of a command's endpoint."""
    begins = row.verb in BEGINS
    done = {"schema": DONE_SCHEMA, "example": _done(row)}
    facts = {"schema": FACTS_SCHEMA, "example": {"facts": [{"stream": "calendar", "event": "DayClosed", "holds": {}}]}}
    first = {
        "description": "Done.",
        "headers": ETAG if row.about in THINGS else {},
        "content": {"application/json": done},
    }
    if not begins:
        either = done | {"schema": {"anyOf": [DONE_SCHEMA, FACTS_SCHEMA]}}
        first["content"] = {"application/json": either}
    answers: dict[int | str, Any] = {201 if begins else 200: first}
    if begins:
        answers[200] = {"description": "Previewed.", "content": {"application/json": facts}}
    refusals = ("not-yours", "refused", "request-reused", "moved-on", "too-large", "type")
    return {
        "name": row.verb,
        "operation_id": row.verb,
        "summary": row.says,
        "description": (row.shape.__doc__ or row.says) if " " in (row.shape.__doc__ or "") else row.says,
        "tags": [THINGS[row.about].folder if row.about in THINGS else "authority"],
        "status_code": 201 if begins else 200,
        "responses": answers | problems(*refusals, *(("version-needed",) if row.replaces else ())),
        "openapi_extra": {
            "parameters": [*parameters(path), PREVIEW, KEY, *_if_match(row)],
            "requestBody": _body(row, path, model),
        },
    }


def _if_match(row: Command) -> list[Parameter]:
    if row.about not in THINGS:
        return []
    says = "The ETag of what was read; 412 if it has moved on."
    needed = " Needed here, because it replaces what was shown: 428 without it." if row.replaces else ""
    return [{"name": "If-Match", "in": "header", "description": says + needed, "schema": {"type": "string"}}]


def _body(row: Command, path: str, model: type[BaseModel]) -> dict[str, Any]:
    named = ("case",) if row.verb == "draft" else names_in(path)
    example = examples.of_body(row, named)
    content = {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}, "examples": {row.verb: {"value": example}}}
    needed = any(field.is_required() for field in model.model_fields.values())
    return {"required": needed, "content": {"application/json": content}}


def _done(row: Command) -> dict[str, Any]:
    answer: dict[str, Any] = {"request": "0192b0a4-6f6c-7c31-9d52-2f7f4e1c8a11"}
    if row.about == "case":
        answer |= {"case": examples.CASE, "reference": "SAF-2024-0012", "version": 4}
    return answer


def parameters(path: str) -> list[Parameter]:
    """The names in an address."""
    return [_named(name) for name in names_in(path)]


def _named(name: str) -> Parameter:
    says = {"case": "Its id, or its reference such as SAF-2024-0012.", "sitting": "Its id, of two parts."}
    example = examples.COMMITTEE if name == "sitting" else examples.NAMED.get(name, examples.DIGEST)
    pattern = SITTING_PATTERN if name == "sitting" else ID_PATTERN
    schema = {"type": "string", "pattern": pattern, "examples": [example]}
    return {"name": name, "in": "path", "required": True, "description": says.get(name, "Its id."), "schema": schema}


def of_view(view: View, path: str) -> dict[str, Any]:
    """What is said of a view's endpoint."""
    example = examples.of_views().get(view.name, {})
    listed = isinstance(example, list)
    filters = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in view.filters]
    shown = {"items": example, "next": None} if listed else example
    schema = PAGE_SCHEMA if listed else {"type": "object"}
    return read(
        view.name,
        view.says,
        view.path.partition("/")[0],
        [*parameters(path), *filters, AS_OF, *((LIMIT, CURSOR) if listed else ())],
        schema,
        shown,
        ETAG if names_in(path) and names_in(path)[0] in THINGS else {},
    )


PAGE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "items": {"type": "array", "items": {"type": "object"}},
        "next": {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "The cursor of the next page."},
    },
    "required": ["items", "next"],
}


def read(
    name: str,
    says: str,
    tag: str,
    parameters: list[Parameter],
    schema: Mapping[str, Any],
    example: Any,
    headers: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What is said of anything that is only read."""
    content = {"application/json": {"schema": dict(schema), "example": example}}
    answers: dict[int | str, Any] = {200: {"description": says, "headers": dict(headers or {}), "content": content}}
    return {
        "name": name,
        "operation_id": f"read_{name}",
        "summary": says,
        "tags": [tag],
        "responses": answers | problems("not-yours"),
        "openapi_extra": {"parameters": parameters},
    }


DESCRIPTION = f"""\
Carries investment proposals through the Single Assurance Framework.

Who acts comes from the bearer token, and when from the server's clock: neither is ever in a body.
Sums are whole pence: £1,000,000.00 is `100000000`. Days are ISO dates, instants ISO with their offset.
Every command may be tried with `?preview=true`. Every refusal is a problem (RFC 9457) that lists each broken rule
with its source; the kinds of problem are listed at `{ROOT}/problems`."""
