"""Reads a simulation: timed commands, one JSON object a line, checked as a whole before anything is played."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from adapters.imports.simulation_defaults import Line
from adapters.imports.simulation_values import Wrong, case_of
from adapters.imports.simulation_verbs import SETS_UP, WAIT, order_of
from domain.routing.kinds import Kind
from domain.words import LONDON, PersonId
from workflows.commands import BY_VERB
from workflows.simulation import Simulation, TimedOrder

MOST_BYTES = 20_000_000
OF_EVERY_LINE = ("at", "by", "do", "note")
"""Fields that any line may have; `note` is for whoever reads the file and is passed over."""


class NotASimulation(ValueError):
    """The file cannot be played: one sentence that names the line and the field and says what is wrong."""


def read_simulation(file: Path | str) -> Simulation:
    """The orders of a file. Raises NotASimulation, or OSError for a file that cannot be opened."""
    path = Path(file)
    with path.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NotASimulation(f"this file is larger than {MOST_BYTES:,} bytes")
    try:
        return simulation_of(content.decode("utf-8-sig"), path.parent)
    except UnicodeDecodeError:
        raise NotASimulation("this file is not text in UTF-8") from None


def simulation_of(text: str, folder: Path) -> Simulation:
    """The orders of a text; paths in it are relative to `folder`. Raises NotASimulation."""
    orders: list[TimedOrder] = []
    labels: dict[Any, str] = {}
    kinds: dict[str, Kind] = {}
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            line = _line(number, _object(written), folder, kinds)
            orders.append(_after(orders, order_of(line)))
        except Wrong as wrong:
            raise NotASimulation(f"line {number}, {wrong.field}: {wrong}") from None
        if isinstance(named := line.given.get("case"), str):
            labels[case_of(named)] = named
    if not orders:
        raise NotASimulation("this file has no lines to play")
    return Simulation(tuple(orders), labels)


def _object(written: str) -> dict[str, Any]:
    try:
        found = json.loads(written, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
        written.encode()
        json.dumps(found, default=str, ensure_ascii=False).encode()
    except Wrong:
        raise
    except (ValueError, RecursionError) as error:
        raise Wrong("the whole line", f"this is not one JSON object ({error})") from None
    if not isinstance(found, dict):
        raise Wrong("the whole line", "this is not a JSON object with the fields of a command")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is not a number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Wrong(name, "stands twice")
        found[name] = value
    return found


def _line(number: int, found: dict[str, Any], folder: Path, kinds: dict[str, Kind]) -> Line:
    verb, by = found.get("do"), found.get("by")
    if "at" not in found or "do" not in found:
        raise Wrong("do" if "at" in found else "at", "is missing")
    at = _instant(found["at"])
    if not isinstance(verb, str) or (verb != WAIT and verb not in BY_VERB):
        raise Wrong("do", f"{verb!r} is not a verb; write wait or one of {', '.join(sorted(BY_VERB))}")
    if by is None and verb not in SETS_UP:
        raise Wrong("by", f"is missing: write the id of the person who gives {verb}")
    if by is not None and (not isinstance(by, str) or not by.strip()):
        raise Wrong("by", "write the id of a person, as text")
    given = {name: value for name, value in found.items() if name not in OF_EVERY_LINE}
    return Line(number, at, PersonId(by) if by else None, verb, given, folder, kinds)


def _instant(value: Any) -> datetime:
    """An instant in UTC; one without an offset is London time."""
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise Wrong("at", f"{value!r} is not an instant: write 2024-10-14T10:00:00+01:00") from None
    if not 2000 <= at.year <= 2099:
        raise Wrong("at", f"{value} is not in this century")
    return (at if at.tzinfo else at.replace(tzinfo=LONDON)).astimezone(UTC)


def _after(orders: list[TimedOrder], order: TimedOrder) -> TimedOrder:
    if orders and order.at < orders[-1].at:
        earlier = orders[-1]
        raise Wrong("at", f"is earlier than line {earlier.line}, and time does not run backwards")
    return order
