"""Reads what was sent: a body of bounded size and stated type, JSON that means one thing, a query of known names."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from pydantic import ValidationError
from starlette.requests import Request

from adapters.http.problems import INVALID, MALFORMED, NOT_THIS_TYPE, TOO_LARGE, Problem, invalid, wrongs
from adapters.http.shapes import FIRST_DAY, Mirror, readable
from domain.words import end_of, london_day

MOST_JSON = 1_000_000
LONGEST_PARAMETER = 200
JSON = "application/json"
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Model = TypeVar("Model", bound=Mirror)


async def content(request: Request, most: int) -> bytes:
    """The whole body. Raises Problem as soon as it is larger than `most` bytes, or if it is encoded."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Problem(NOT_THIS_TYPE, "send the content as it is, without a content encoding")
    too_large = Problem(TOO_LARGE, f"at most {most:,} bytes may be sent here")
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most:
        raise too_large
    held = bytearray()
    async for chunk in request.stream():
        held += chunk
        if len(held) > most:
            raise too_large
    return bytes(held)


async def given(request: Request, model: type[Model]) -> Model:
    """The model that the body holds; an empty body stands for `{}`. Raises Problem."""
    raw = await content(request, MOST_JSON)
    if raw:
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != JSON:
            raise Problem(NOT_THIS_TYPE, f"send {JSON}")
    raw = raw or b"{}"
    _means_one_thing(raw)
    return checked(model, raw)


def checked(model: type[Model], raw: bytes) -> Model:
    """The model that a JSON text holds. Raises Problem with everything that is wrong in it."""
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        if any(one["type"] == "json_invalid" for one in found):
            raise Problem(MALFORMED, "the body is not JSON that can be read") from None
        errors = wrongs(found)
        raise Problem(INVALID, "; ".join(f"{wrong.at}: {wrong.says}" for wrong in errors[:5]), errors) from None


def _means_one_thing(raw: bytes) -> None:
    try:
        json.loads(raw.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        says = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        raise Problem(MALFORMED, f"the body is not JSON that can be read: {says[:200]}") from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is not a number of JSON")


def query(request: Request, allowed: tuple[str, ...]) -> dict[str, str]:
    """The query's parameters, each once and every one known. Raises Problem."""
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in allowed:
            known = f"there is only {', '.join(allowed)}" if allowed else "there is none"
            raise Problem(INVALID, f"a parameter in the query is not known here: {known}")
        if name in found:
            raise invalid(name, "it stands twice")
        if len(value) > LONGEST_PARAMETER:
            raise invalid(name, f"it is longer than {LONGEST_PARAMETER} characters")
        try:
            found[name] = readable(value)
        except ValueError as error:
            raise invalid(name, str(error)) from None
    return found


def flag(parameters: dict[str, str], name: str) -> bool:
    """Whether a parameter says true; absent says false. Raises Problem for anything but true and false."""
    value = parameters.get(name, "false")
    if value not in ("true", "false"):
        raise invalid(name, "write true or false")
    return value == "true"


def whole_number(parameters: dict[str, str], name: str, default: int, most: int) -> int:
    """A number from 1 to `most`. Raises Problem."""
    value = parameters.get(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", value) or not 1 <= int(value) <= most:
        raise invalid(name, f"write a number from 1 to {most}")
    return int(value)


def instant(parameters: dict[str, str], name: str, now: datetime) -> datetime | None:
    """A past instant in ISO with its offset, or a past day, which stands for its end in London. Raises Problem."""
    value = parameters.get(name)
    if value is None:
        return None
    try:
        at = _end_of(value) if A_DAY.fullmatch(value) else datetime.fromisoformat(value)
        at = at.astimezone(UTC) if at.tzinfo else at
    except (ValueError, OverflowError):
        raise invalid(name, "write an instant such as 2024-10-14T09:00:00Z (a + is written %2B), or a day") from None
    if at.tzinfo is None:
        raise invalid(name, "say the offset too, such as 2024-10-14T09:00:00Z (a + is written %2B)")
    if A_DAY.fullmatch(value) and london_day(at) == london_day(now):
        at = now
    if not at.date() >= FIRST_DAY or at > now:
        raise invalid(name, f"write a past instant, not before {FIRST_DAY.isoformat()}")
    return at


def _end_of(value: str) -> datetime:
    return end_of(date.fromisoformat(value)) - timedelta(microseconds=1)
