"""Every way the API says no, as rows; each becomes an RFC 9457 problem, and a refusal lists every broken rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, Field
from pydantic_core import ErrorDetails
from starlette.responses import JSONResponse, Response

from domain.rules import Refused, Rule
from workflows.handle import NotYours
from workflows.ports import Conflict, NotFound, RequestReused

ROOT = "/api/v1"
MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to say no: the name its address ends in, its status, its title, and what whoever gets it may do."""

    name: str
    status: int
    title: str
    says: str

    @property
    def type(self) -> str:
        """The address that stands for this kind of problem, and explains it."""
        return f"{ROOT}/problems/{self.name}"


MALFORMED = Kind("malformed", 400, "The request cannot be read", "Mend what the detail names, and send it again.")
SIGN_IN = Kind("sign-in", 401, "Sign in", "Send a token that stands as `Authorization: Bearer …`.")
NOT_YOURS = Kind("not-yours", 403, "This is not yours to do", "The detail says which offices may do it.")
NOT_FOUND = Kind("not-found", 404, "There is no such thing", "There is none, or none that you may know of.")
NO_METHOD = Kind("method", 405, "This address does not take that method", "The Allow header says which it takes.")
REFUSED = Kind("refused", 409, "Rules forbid it", "Every broken rule is listed with its source. Nothing was stored.")
REUSED = Kind("request-reused", 409, "The idempotency key was used before", "Send another body under another key.")
MOVED_ON = Kind("moved-on", 412, "Someone was first", "Read it again: it has changed since the version you name.")
TOO_LARGE = Kind("too-large", 413, "This is too large", "The detail says how much may be sent.")
NOT_THIS_TYPE = Kind("type", 415, "This type of content is not taken", "The detail says which types are.")
INVALID = Kind("invalid", 422, "Something in the request is wrong", "Each error points at what is wrong and says why.")
VERSION_NEEDED = Kind(
    "version-needed", 428, "Say which version you replace", "Read it, and send its ETag back as If-Match."
)
FAILED = Kind("failed", 500, "Something broke", "It was logged under the request's id. Nothing was stored.")

KINDS = (
    *(MALFORMED, SIGN_IN, NOT_YOURS, NOT_FOUND, NO_METHOD, REFUSED, REUSED, MOVED_ON),
    *(TOO_LARGE, NOT_THIS_TYPE, INVALID, VERSION_NEEDED, FAILED),
)

OF_ERRORS: Mapping[type[Exception], Kind] = {
    Refused: REFUSED,
    NotYours: NOT_YOURS,
    NotFound: NOT_FOUND,
    Conflict: MOVED_ON,
    RequestReused: REUSED,
}
"""The errors of the workflows, and the problem each becomes."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong in a request: a JSON pointer into the body or the name of a parameter, and why."""

    at: str
    says: str


@dataclass(slots=True)
class Problem(Exception):
    """The edge itself says no, before any rule is asked."""

    kind: Kind
    detail: str
    errors: tuple[Wrong, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


class BrokenRule(BaseModel):
    """A rule that forbids it, in an official's words, and where that is written."""

    name: str
    says: str
    source: str


class WrongField(BaseModel):
    """What is wrong in the request: `at` is a JSON pointer into the body, or a parameter's name."""

    at: str
    says: str


class ProblemBody(BaseModel):
    """RFC 9457: what went wrong; `rules` lists every broken rule, `errors` everything wrong in the request."""

    type: str = Field(examples=[REFUSED.type])
    title: str = Field(examples=[REFUSED.title])
    status: int = Field(examples=[REFUSED.status])
    detail: str = Field(examples=["The case states its value"])
    instance: str = Field(examples=["urn:request:0192b0a4-6f6c-7c31-9d52-2f7f4e1c8a10"])
    rules: list[BrokenRule] | None = None
    errors: list[WrongField] | None = None


def broken_rules(rules: Sequence[Rule]) -> list[dict[str, str]]:
    """Rules as they are shown to programs."""
    return [{"name": rule.name, "says": rule.says, "source": rule.source} for rule in rules]


def invalid(at: str, says: str) -> Problem:
    """A parameter or a field that is wrong."""
    return Problem(INVALID, f"{at}: {says}", (Wrong(at, says),))


def wrongs(errors: Sequence[ErrorDetails]) -> tuple[Wrong, ...]:
    """What pydantic found wrong in a body, each with a JSON pointer; what was sent is not repeated."""
    return tuple(Wrong(pointer(error["loc"]), error["msg"]) for error in errors)


def pointer(at: Sequence[str | int]) -> str:
    """A JSON pointer to a place in the body, written as a URI fragment."""
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in at)


def answer(problem: Exception, request: str) -> Response:
    """The response to an error of ours, whichever it is; an error that is not ours says only that something broke."""
    if isinstance(problem, Problem):
        errors = [{"at": wrong.at, "says": wrong.says} for wrong in problem.errors]
        return _response(problem.kind, problem.detail, request, problem.headers, errors=errors or None)
    if isinstance(problem, Refused):
        says = "; ".join(dict.fromkeys(rule.says for rule in problem.rules))
        return _response(REFUSED, says, request, rules=broken_rules(problem.rules))
    kind = next((kind for error, kind in OF_ERRORS.items() if isinstance(problem, error)), FAILED)
    return _response(kind, kind.says if kind is FAILED else str(problem), request)


def _response(
    kind: Kind, detail: str, request: str, headers: Mapping[str, str] | None = None, **members: Any
) -> Response:
    body = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": detail}
    body |= {"instance": f"urn:request:{request}"}
    body |= {name: member for name, member in members.items() if member is not None}
    return JSONResponse(body, kind.status, dict(headers or {}), media_type=MEDIA_TYPE)
