"""The published year as the tests of the calendar share it: its cycles, its Boards, and the days they count by."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from adapters.bank_holidays import england
from domain.calendar.commands import ImportCalendar
from domain.calendar.decide import import_calendar
from domain.calendar.events import CalendarEvent
from domain.calendar.key_dates import KeyDateName
from domain.calendar.published import PublishedBoard, PublishedCycle, SittingKind
from domain.calendar.state import Calendar, blank, evolve
from domain.calendar.working_days import WorkingDays
from domain.rules import Asked
from domain.words import CycleId, Hand, OfficeId, PersonId

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "examples" / "published-year"
DAYS = WorkingDays(england())
CLERK = Hand(PersonId("dee"), OfficeId("democratic_services"))
SPRING = datetime(2024, 5, 1, 9, tzinfo=UTC)


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the published files."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def cycle_of(row: dict[str, str]) -> PublishedCycle:
    """One published row as a cycle."""
    dates = ((KeyDateName(n), date.fromisoformat(on)) for n, on in row.items() if n != "cycle" and on != "n/a")
    return PublishedCycle(CycleId(row["cycle"]), tuple(dates))


CYCLES = tuple(map(cycle_of, rows("key-dates.csv")))
BOARDS = tuple(
    PublishedBoard(date.fromisoformat(row["board"]), SittingKind(row["kind"])) for row in rows("board-sittings.csv")
)


def asked(calendar: Calendar, command: Any, at: datetime | date = SPRING) -> Asked[Calendar, Any, None]:
    """What the clerk asks, at an instant or at noon of a day."""
    instant = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day, 12, tzinfo=UTC)
    return Asked(calendar, command, CLERK, instant, None)


def after(calendar: Calendar, *events: CalendarEvent) -> Calendar:
    """The calendar after some events."""
    for event in events:
        calendar = evolve(calendar, event)
    return calendar


def published_calendar() -> Calendar:
    """The published year, imported in the spring before it."""
    empty = blank(england())
    return after(empty, *import_calendar(asked(empty, ImportCalendar(CYCLES, BOARDS))))
