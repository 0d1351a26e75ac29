"""How a page of the atlas is written: headings, tables, and a type in words."""

from collections.abc import Iterable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from domain.people.offices import OFFICES
from domain.words import Hand, Pence, Text, TextId

NAMES = {str(office.id): office.name for office in OFFICES}
WORDS: dict[Any, str] = {
    Text: "text",
    TextId: "text, kept beside the ledger",
    Pence: "pence",
    Hand: "hand",
    date: "date",
    datetime: "instant",
    bool: "yes or no",
    int: "number",
    str: "word",
}


def page(title: str, *parts: str) -> str:
    """A page: its title, then its parts with a blank line between them."""
    return "\n\n".join((f"# {title}", *(part for part in parts if part))) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a pipe in a cell is escaped."""
    body = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    lines = [headings, ["---"] * len(headings), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def code(words: str) -> str:
    """A word as it is typed or stored."""
    return f"`{words}`"


def office(id: str) -> str:
    """An office by its name; what is not an office, such as the author, in plain words."""
    return NAMES.get(id, spaced(id))


def spaced(name: str) -> str:
    """A stored name in plain words."""
    return name.replace("_", " ")


def first_sentence(thing: Any) -> str:
    """What the docstring of a function or class says first; nothing where it has none of its own."""
    said = " ".join((thing.__doc__ or "").split("\n\n")[0].split())
    return "" if said.startswith(f"{thing.__name__}(") else said


def in_words(hint: Any) -> str:
    """A type as a reader fills it in: a date, pence, one of a list, a person's id, several of something."""
    if hint in WORDS:
        return WORDS[hint]
    if hasattr(hint, "__supertype__"):
        return _id_of(hint.__name__)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "one of " + ", ".join(code(str(one.value)) for one in hint)
    if get_origin(hint) in (Union, UnionType):
        options = list(dict.fromkeys(in_words(one) for one in get_args(hint) if one is not type(None)))
        return " or ".join(options)
    if get_origin(hint) in (tuple, frozenset):
        return _several(get_args(hint))
    return spaced(_split(hint.__name__)) if isinstance(hint, type) else str(hint)


def _several(args: tuple[Any, ...]) -> str:
    if (len(args) == 2 and args[1] is Ellipsis) or len(args) == 1:
        one = args[0]
        pair = get_origin(one) is tuple and Ellipsis not in get_args(one)
        return f"several ({in_words(one)})" if pair else f"several: {in_words(one)}"
    return " with ".join(in_words(arg) for arg in args)


def _id_of(name: str) -> str:
    words = _split(name.removesuffix("Id"))
    return f"id of {article(words)}" if name.endswith("Id") else words


def article(words: str) -> str:
    """Words with "a" or "an" before them."""
    return f"{'an' if words[:1].lower() in 'aeio' else 'a'} {words}"


def _split(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def shape(cls: type, left_out: Sequence[str] = ()) -> list[tuple[str, str, str]]:
    """Each field of a dataclass: its name, what goes in it, and what it is when left out (empty where it is needed)."""
    hints = get_type_hints(cls)
    return [(f.name, in_words(hints[f.name]), _default(f)) for f in fields(cls) if f.name not in left_out]


def _default(field: "Field[Any]") -> str:
    if field.default is MISSING:
        return "" if field.default_factory is MISSING else "empty"
    return value(field.default) or "empty"


def value(given: Any) -> str:
    """A value as it is typed: enums by their stored value, a list by its items, nothing for nothing."""
    if given is None or given == "" or given == ():
        return ""
    if isinstance(given, Enum):
        return code(str(given.value))
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, tuple | list):
        return ", ".join(value(one) for one in given)
    return code(str(given))


def inner(cls: type) -> list[type]:
    """The dataclasses that the fields of one hold, at any depth, nearest first."""
    found: dict[type, None] = {}
    for hint in get_type_hints(cls).values():
        for one in _held(hint):
            found.setdefault(one)
            for deeper in inner(one):
                found.setdefault(deeper)
    return list(found)


def _held(hint: Any) -> list[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        return [hint]
    return [one for arg in get_args(hint) for one in _held(arg)]
