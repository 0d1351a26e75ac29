"""Facts and states as JSON-ready values: dates in ISO, enums by value, texts read back from beside the ledger."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from domain.words import TextId
from workflows.ports import Ledger, Secrecy

SHOWN = frozenset({Secrecy.PUBLIC, Secrecy.INTERNAL, Secrecy.PERSONAL})
"""Classes of text that are shown to those who may see the case or person at all."""


def plain(value: Any, ledger: Ledger) -> Any:
    """A value as JSON can hold it. A text that was erased, or is of a class not shown here, is null."""
    return _plain(value, None, ledger)


def _plain(value: Any, hint: Any, ledger: Ledger) -> Any:
    if hint is TextId:
        return text(TextId(value), ledger)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        hints = _hints(type(value))
        return {f.name: _plain(getattr(value, f.name), hints[f.name], ledger) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(_plain(key, None, ledger)): _plain(item, None, ledger) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item, inner, ledger) for item, inner in zip(value, _inner(hint, len(value)), strict=False)]
    if isinstance(value, frozenset | set):
        return sorted((_plain(item, None, ledger) for item in value), key=str)
    return value


def text(id: TextId, ledger: Ledger) -> str | None:
    """The text behind an id; empty for no text, None for one that was erased or is not shown here."""
    if not id:
        return ""
    paper = ledger.paper(id)
    return paper.text if paper and paper.secrecy in SHOWN else None


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _inner(hint: Any, size: int) -> list[Any]:
    args = get_args(hint)
    if len(args) == 2 and args[1] is Ellipsis:
        return [args[0]] * size
    return list(args) if len(args) == size else [None] * size
