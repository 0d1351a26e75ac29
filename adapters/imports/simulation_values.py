"""Turns the fields of a simulation's line into a command: labels become ids, pounds pence, the rest is checked."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import NAMESPACE_URL, uuid5

from pydantic import TypeAdapter, ValidationError

from domain.case.contents import CONTENTS
from domain.meeting.events import Verb
from domain.routing.kinds import Figures, Kind
from domain.words import (
    AttachmentId,
    BodyId,
    CaseId,
    CycleId,
    OfficeId,
    Pence,
    PersonId,
    PolicyId,
    ProjectId,
    ServiceId,
    SittingId,
    Text,
    pounds,
)

LONGEST_LABEL = 200


class Wrong(ValueError):
    """One field of a line does not hold what it should; says which, and what is wrong with it."""

    def __init__(self, field: str, says: str) -> None:
        self.field = field
        super().__init__(says)


def case_of(label: Any, name: str = "case") -> CaseId:
    """The id of the case a label stands for: the same label gives the same id in every file."""
    if not isinstance(label, str) or not label.strip() or len(label) > LONGEST_LABEL:
        raise Wrong(name, f"write the label of a case, as text of at most {LONGEST_LABEL} characters")
    return CaseId(str(uuid5(NAMESPACE_URL, f"simulation:{label}")))


def command_of(shape: type, given: Mapping[str, Any], kind: Kind | None = None) -> Any:
    """A command of a shape from a line's fields. Raises Wrong for the first that is not right."""
    allowed = {f.name for f in fields(shape)}
    for name in given:
        if name not in allowed:
            raise Wrong(name, f"is not a field of this verb; its fields are {', '.join(sorted(allowed))}")
    walked = {name: _walk(hints(shape)[name], value, (name,), kind) for name, value in given.items()}
    try:
        return _adapter(shape).validate_json(json.dumps(walked, default=_number), strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"] if not _names_a_type(part)) or "fields"
        raise Wrong(where, "is missing" if first["type"] == "missing" else _plain(first["msg"])) from None


@cache
def hints(shape: type) -> dict[str, Any]:
    """The types of a command's fields."""
    return get_type_hints(shape)


@cache
def _adapter(shape: type) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _number(value: Any) -> float:
    return float(value) if isinstance(value, Decimal) else value


def _plain(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _names_a_type(part: int | str) -> bool:
    return isinstance(part, str) and part[:1].isupper()


def _walk(hint: Any, value: Any, at: tuple[str, ...], kind: Kind | None) -> Any:
    if value is None:
        return None
    if hint is Pence:
        return _pence(value, at)
    if hint is CaseId:
        return case_of(value, ".".join(at))
    if get_origin(hint) in (Union, UnionType):
        return _walk(_arm(hint, kind), value, at, kind)
    if get_origin(hint) is tuple:
        return list(_items(get_args(hint), value, at, kind))
    if hint is Figures and not isinstance(value, dict):
        pence = _pence(value, at)
        return {f.name: pence for f in fields(Figures)}
    if is_dataclass(hint) and isinstance(hint, type):
        return _nested(hint, value, at, kind)
    return value


def _arm(hint: Any, kind: Kind | None) -> Any:
    """What an optional field holds; of the three kinds of contents, those of the case's kind."""
    arms = [arm for arm in get_args(hint) if arm is not type(None)]
    return CONTENTS[kind] if kind and CONTENTS[kind] in arms else arms[0]


def _items(args: tuple[Any, ...], value: Any, at: tuple[str, ...], kind: Kind | None) -> Iterator[Any]:
    """The items of a tuple: an object stands for pairs, one value for a list of it, one day for a period of it."""
    several = len(args) == 2 and args[1] is Ellipsis
    if several and isinstance(value, dict) and get_origin(args[0]) is tuple:
        value = [list(pair) for pair in value.items()]
    if not isinstance(value, list):
        value = [value] if several else [value] * len(args)
    if not several and len(value) != len(args):
        raise Wrong(".".join(at), f"write {len(args)} values")
    for number, item in enumerate(value):
        yield _walk(args[0] if several else args[number], item, (*at, str(number)), kind)


def _nested(shape: type, value: Any, at: tuple[str, ...], kind: Kind | None) -> Any:
    needed = [f.name for f in fields(shape) if needs(f)]
    if not isinstance(value, dict):
        if len(needed) != 1:
            raise Wrong(".".join(at), f"write an object with {', '.join(needed or (f.name for f in fields(shape)))}")
        value = {needed[0]: value}
    known = hints(shape)
    return {name: _walk(known.get(name), item, (*at, name), kind) for name, item in value.items()}


def needs(field: Field[Any]) -> bool:
    """Whether a field has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def _pence(value: Any, at: tuple[str, ...]) -> Pence:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise Wrong(".".join(at), "write a sum in pounds, such as 999999.99")
    try:
        return pounds(str(value))
    except ValueError as error:
        raise Wrong(".".join(at), str(error)) from None


def type_words(hint: Any) -> str:
    """A field's type as people write it in a line."""
    if get_origin(hint) in (Union, UnionType):
        return type_words(_arm(hint, None)) if len(get_args(hint)) == 2 else "object"
    if get_origin(hint) is tuple:
        inner, *rest = get_args(hint)
        if rest != [Ellipsis]:
            return " and ".join(map(type_words, get_args(hint)))
        return _pairs(*get_args(inner)) if get_origin(inner) is tuple else f"list of {type_words(inner)}"
    if hint is Figures:
        return "pounds, or an object of the three figures in pounds"
    if is_dataclass(hint):
        return "object with " + ", ".join(f.name for f in fields(hint))
    if words := PLAIN_TYPES.get(hint):
        return words
    members = getattr(hint, "__members__", None)
    return f"one of {', '.join(member.value for member in members.values())}" if members else "text"


def _pairs(of: Any, to: Any) -> str:
    return f"object of {type_words(of)} to {type_words(to)}"


PLAIN_TYPES: dict[Any, str] = {
    Pence: "pounds",
    CaseId: "case label",
    Text: "text",
    AttachmentId: "content hash",
    BodyId: "body id",
    CycleId: "cycle id",
    OfficeId: "office id",
    PersonId: "person id",
    PolicyId: "policy id",
    ProjectId: "project label",
    ServiceId: "service id",
    SittingId: "sitting id",
    Verb: "outcome",
    date: "date",
    bool: "true or false",
    int: "whole number",
}
