"""Turns what a commit carries into the text and bytes that are stored, before any lock is taken, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.store.codec import Codec
from adapters.store.envelope import written
from adapters.store.store import Answered, Line
from workflows.ports import Commit, Row


@dataclass(frozen=True, slots=True)
class Ready:
    """A commit with its instant, its facts (by append: stored name and bytes), its rows and its answer written out."""

    commit: Commit
    at: str
    payloads: tuple[tuple[tuple[str, bytes], ...], ...]
    lines: Mapping[str, tuple[Line, ...]]
    answered: Answered


def made_ready(commit: Commit, codec: Codec) -> Ready:
    """Raises ValueError or TypeError for anything that could not be stored and read again."""
    return Ready(
        commit,
        written(commit.at),
        tuple(tuple(codec.encode(fact) for fact in append.facts) for append in commit.appends),
        as_lines(commit.rows),
        Answered(commit.request.digest, _text(commit.answer)),
    )


def as_lines(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, tuple[Line, ...]]:
    """Rows as they are stored, by subject. Raises ValueError for a row its subject does not own."""
    return {subject: tuple(_line(subject, row) for row in owned) for subject, owned in rows.items()}


def as_row(line: Line) -> Row:
    """A stored row as the workflows know it."""
    return Row(line.view, line.group, line.sort, line.subject, parsed(line.body))


def parsed(text: str) -> Mapping[str, Any]:
    """A JSON object that was stored as text."""
    found: dict[str, Any] = json.loads(text)
    return found


def _line(subject: str, row: Row) -> Line:
    if row.subject != subject:
        raise ValueError(f"a row of {row.subject!r} stands among the rows of {subject!r}")
    if "|" in subject:
        raise ValueError(f"{subject!r} cannot own rows: | parts the sort from the subject in a cursor")
    return Line(row.view, row.group, row.sort, row.subject, _text(row.body))


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(dict(value), separators=(",", ":"), allow_nan=False)
