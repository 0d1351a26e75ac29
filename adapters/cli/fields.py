"""Turns what is typed after a verb into the JSON fields of its command: pounds into pence, files into text."""

import json
from collections.abc import Callable
from dataclasses import MISSING, dataclass, is_dataclass
from dataclasses import fields as fields_of
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from adapters.cli.speech import Sorry, a_day, a_sum
from domain.routing.kinds import Figures
from domain.words import CaseId, Pence, Text

Resolve = Callable[[str], str]
"""Gives the id of a case for its reference."""


@dataclass(frozen=True, slots=True)
class Field:
    """One option of a verb: its name, what it holds, whether it may stand several times, and how it is explained."""

    name: str
    hint: Any
    needed: bool
    several: bool
    says: str


def fields(shape: type, without: str) -> list[Field]:
    """The options of a command's fields, in order, less the one that the verb's argument names."""
    hints = get_type_hints(shape)
    found = []
    for each in fields_of(shape):
        if each.name == without:
            continue
        hint = _one(hints[each.name])
        needed = each.default is MISSING and each.default_factory is MISSING
        several = get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis
        inner = _one(get_args(hint)[0]) if several else hint
        found.append(Field(each.name, inner, needed, several, _says(inner, several)))
    return found


def _one(hint: Any) -> Any:
    """What an optional field holds."""
    if get_origin(hint) in (Union, UnionType):
        arms = [arm for arm in get_args(hint) if arm is not type(None)]
        return arms[0] if len(arms) == 1 else Union[tuple(arms)]  # noqa: UP007
    return hint


def _says(hint: Any, several: bool) -> str:
    if isinstance(hint, type) and issubclass(hint, Enum):
        says = "One of " + ", ".join(str(one.value) for one in hint)
    elif hint is Pence:
        says = "Pounds, such as 999999.99"
    elif hint is Figures:
        says = "Pounds for all three figures alike, or JSON in pence"
    elif hint is Text:
        says = "Words, or @FILE"
    elif is_dataclass(hint) or get_origin(hint) in (tuple, Union):
        says = "JSON, or @FILE"
    else:
        says = {bool: "", int: "A number"}.get(hint, getattr(hint, "__name__", "").removesuffix("Id"))
        says = "A date, such as 2024-10-21" if says == "date" else says
    return f"{says}; may be given several times" if several else says


def typed(options: dict[str, Any], fields: list[Field], resolve: Resolve) -> dict[str, Any]:
    """The JSON fields for the options that were given. Raises Sorry for one that cannot be read."""
    given: dict[str, Any] = {}
    for field in fields:
        value = options.get(field.name)
        if value in (None, [], ()):
            continue
        if field.several:
            given[field.name] = [_value(field, one, resolve) for one in value]
        else:
            given[field.name] = _value(field, value, resolve)
    return given


def _value(field: Field, value: Any, resolve: Resolve) -> Any:
    option, hint = f"--{field.name.replace('_', '-')}", field.hint
    if not isinstance(value, str):
        return value
    if hint is Pence:
        return a_sum(value, option)
    if hint is Figures and not value.startswith(("{", "@")):
        return {each.name: a_sum(value, option) for each in fields_of(Figures)}
    if hint is CaseId:
        return resolve(value)
    if getattr(hint, "__name__", "") == "date":
        return str(a_day(value, option))
    text = Path(value[1:]).read_text(encoding="utf-8") if value.startswith("@") else value
    return _parsed(text, option) if is_dataclass(hint) or get_origin(hint) in (tuple, Union) else text


def _parsed(text: str, option: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as wrong:
        raise Sorry(f"{option}: this is not JSON ({wrong}).") from None
