"""Free text leaves a command before anything is decided: each becomes a paper beside the ledger and an id in it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from domain.case.contents import BusinessCase, ChangeRequest, ConceptPaper
from domain.words import Text, TextId
from workflows.ports import Paper, Secrecy

DOCUMENTS = (ConceptPaper, BusinessCase, ChangeRequest)
"""Values that are kept whole, as one paper in JSON."""


def paper(text: str, secrecy: Secrecy, salt: str) -> Paper:
    """A text under its id: SHA-256 of salt and text, so that nobody can guess a text from the ledger."""
    digest = hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()
    return Paper(TextId(digest), salt, text, secrecy)


def stow(
    command: Any, secrecy: Secrecy, salt: Callable[[], str], stands: Mapping[str, TextId] | None = None
) -> tuple[Any, tuple[Paper, ...]]:
    """The command with an id in place of every text it carries, and the papers those ids stand for.

    Where the texts that stand already are given, a text that is one of them keeps its id: it has not changed.
    """
    papers: list[Paper] = []
    standing = dict(stands or {})

    def keep(text: str) -> str:
        if not text:
            return ""
        if text in standing:
            return standing[text]
        papers.append(paper(text, secrecy, salt()))
        if stands is not None:
            standing[text] = papers[-1].id
        return papers[-1].id

    return _walk(command, type(command), keep), tuple(papers)


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _walk(value: Any, hint: Any, keep: Callable[[str], str]) -> Any:
    if isinstance(value, DOCUMENTS):
        return keep(json.dumps(asdict(value), default=str, sort_keys=True))
    if hint is Text or (isinstance(value, str) and Text in get_args(hint)):
        return keep(value)
    if is_dataclass(value) and not isinstance(value, type):
        hints = _hints(type(value))
        changed = {f.name: _walk(getattr(value, f.name), hints[f.name], keep) for f in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_walk(item, inner, keep) for item, inner in zip(value, _inner(hint, len(value)), strict=False))
    return value


def _inner(hint: Any, size: int) -> list[Any]:
    args = [arg for arg in get_args(hint) if arg is not type(None)]
    if len(args) == 2 and args[1] is Ellipsis:
        return [args[0]] * size
    if args and all(get_args(arg) for arg in args) and len(args) != size:
        return _inner(args[0], size)
    return args or [Any] * size
