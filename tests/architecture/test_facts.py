"""What the ledger keeps for ever is frozen, and holds no name and no free text."""

import dataclasses
import importlib
import inspect
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import pytest

from domain.words import Hand, PersonId, Text, TextId
from tests.architecture.source import dotted, modules

PLAIN = (bool, int, date, datetime, time, NoneType)
PUBLISHED = ("domain.routing.",)
"""A policy is a document the authority adopts in public: its bodies, bands and duties are kept in its own words."""


def objection(kind: Any, seen: frozenset[type] = frozenset()) -> str:
    """Why a type may not stand in a fact; empty when it may."""
    if kind in PLAIN:
        return ""
    if kind is Text:
        return "free text: keep its TextId"
    if isinstance(kind, NewType):
        return "" if kind.__supertype__ is str else objection(kind.__supertype__, seen)
    if get_origin(kind) in (tuple, Union, UnionType):
        return next((why for part in get_args(kind) if part is not ... and (why := objection(part, seen))), "")
    if get_origin(kind) is Literal:
        return ""
    if inspect.isclass(kind) and issubclass(kind, StrEnum):
        return ""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return nested(kind, seen)
    return f"{kind!r} is not an id, an enum, a date, a sum or a TextId"


def nested(kind: type, seen: frozenset[type]) -> str:
    """Why a dataclass inside a fact may not stand there; empty when it may."""
    if kind in seen:
        return ""
    if not frozen(kind):
        return f"{kind.__name__} is not frozen"
    if kind.__module__.startswith(PUBLISHED):
        return ""
    return next((why for field in get_type_hints(kind).values() if (why := objection(field, seen | {kind}))), "")


def frozen(kind: type) -> bool:
    """Whether a class is a frozen dataclass with slots."""
    return dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen and "__slots__" in vars(kind)


def event_classes() -> Iterator[type]:
    """Every class written in a module of facts, except its enums."""
    for path in modules("domain", named="events.py"):
        module = importlib.import_module(dotted(path))
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__ and not issubclass(kind, StrEnum):
                yield kind


def test_every_fact_is_frozen_and_slotted() -> None:
    """A fact cannot be changed after it is made, nor carry what its shape does not name."""
    assert not [f"{kind.__module__}.{kind.__name__}" for kind in event_classes() if not frozen(kind)]


def test_no_fact_carries_a_name_or_free_text() -> None:
    """Facts carry ids, enums, dates, sums and hashes of texts; names and words live where they can be forgotten."""
    found = [
        f"{kind.__module__}.{kind.__name__}.{name}: {why}"
        for kind in event_classes()
        for name, held in get_type_hints(kind).items()
        if (why := objection(held))
    ]
    assert not found


@dataclasses.dataclass
class Changeable:
    """Something a fact may not hold."""

    on: date


@pytest.mark.parametrize("kind", [str, Text, float, dict[str, int], list[PersonId], Any, Changeable, tuple[str, ...]])
def test_what_a_fact_may_not_hold_is_seen(kind: Any) -> None:
    """Free text, fractions, shapes that can change and shapes that say nothing are each caught."""
    assert objection(kind)


@pytest.mark.parametrize("kind", [Hand, TextId, int, tuple[tuple[PersonId, date], ...], PersonId | None])
def test_what_a_fact_may_hold_is_let_through(kind: Any) -> None:
    """Ids, hashes, sums, dates, tuples of them and frozen records of them are let through."""
    assert not objection(kind)
