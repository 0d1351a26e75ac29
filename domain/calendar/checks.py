"""The checks a calendar is put through, as a table: code, level, meaning, source, and how each is found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.calendar.key_dates import AGENDA_CLEAR_DAYS, BY_NAME, KEY_DATES, Scheme, Unit, called, rank, rule_dates
from domain.calendar.published import PublishedBoard, RestrictedPeriod, SittingKind
from domain.calendar.working_days import WorkingDays, last_notice_day, written
from domain.words import CycleId


class Level(StrEnum):
    """How much a finding matters: unlawful as it stands, worth a second look, or good to know."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


class TableRow(Protocol):
    """A cycle, as published or as it stands."""

    @property
    def id(self) -> CycleId:
        """The cycle's id."""

    @property
    def dates(self) -> tuple[tuple[str, date], ...]:
        """Its dates by key date."""

    @property
    def exceptions(self) -> tuple[tuple[str, str], ...]:
        """The key dates that differ for a recorded reason."""


@dataclass(frozen=True, slots=True)
class Table:
    """A whole calendar under lint: its cycles, its Boards, and what its rules are counted with."""

    cycles: tuple[TableRow, ...]
    boards: tuple[PublishedBoard, ...]
    days: WorkingDays
    scheme: Scheme
    restricted: tuple[RestrictedPeriod, ...]

    def columns(self, *names: str) -> Iterator[tuple[CycleId, tuple[date, ...]]]:
        """For each cycle that has all of these key dates, its id and the dates."""
        for cycle in self.cycles:
            held = dict(cycle.dates)
            if all(name in held for name in names):
                yield cycle.id, tuple(held[name] for name in names)


NO_COMMITTEE = "There is no committee: what this panel sends goes to the next one."

Found = Iterator[tuple[str, str, str]]
"""Cycle, key date, sentence."""


def _begins(name: str) -> str:
    """A key date as it begins a sentence."""
    words = called(name)
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the lint: its code and level, what it means, where that comes from, and how it is found."""

    code: str
    level: Level
    says: str
    source: str
    find: Callable[[Table], Found]


UNIT_WORDS = {Unit.WORKING: "working day", Unit.CLEAR: "clear working day", Unit.CALENDAR: "calendar day"}


def numbered(n: int, what: str) -> str:
    """A number of things in words: 1 working day, 2 working days."""
    return f"{n} {what}{'' if n == 1 else 's'}"


def agendas_too_late(table: Table) -> Found:
    """Agendas that leave less than the law wants; one published on a Saturday may leave it still."""
    for cycle, (agenda, committee) in table.columns("agenda_publication", "committee"):
        clear = len(table.days.clear_between(agenda, committee))
        if clear < AGENDA_CLEAR_DAYS:
            lawful = written(table.days.latest_leaving(AGENDA_CLEAR_DAYS, committee))
            left = f"leaves {numbered(clear, UNIT_WORDS[Unit.CLEAR])} before the committee of {written(committee)}"
            says = f"The agenda of {written(agenda)} {left}; the last lawful working day is {lawful}."
            yield cycle, "agenda_publication", says


def dates_off_the_rule(table: Table) -> Found:
    """Dates that are not what the rule gives, and committees on days that are not working days."""
    for cycle in table.cycles:
        held, reasons = dict(cycle.dates), dict(cycle.exceptions)
        for name, gives in rule_dates(held, table.days, table.scheme).items():
            stands = held.get(name)
            known = " The reason is recorded." if reasons.get(name) else ""
            if stands is not None and stands != gives:
                yield cycle.id, name, f"{_begins(name)} is {written(stands)}; the rule gives {written(gives)}.{known}"
            elif name == "committee" and not table.days.is_open(gives):
                yield cycle.id, name, f"The committee is on {written(gives)}, which is not a working day.{known}"


def elapsed(earlier: date, later: date, unit: Unit, days: WorkingDays) -> int:
    """How many days, in the unit of an offset, lie from one date to another; less than one when they do not follow."""
    match unit:
        case Unit.WORKING:
            return days.count(earlier, later)
        case Unit.CLEAR:
            return len(days.clear_between(earlier, later))
        case Unit.CALENDAR:
            return (later - earlier).days


def offsets_cut_short(table: Table) -> Found:
    """Pairs of key dates with fewer days between them than their offset; an unlawful agenda is a problem of its own."""
    for row in (row for row in KEY_DATES if row.counted_from):
        offset = table.scheme.offset(row.name)
        counted_from = row.counted_from or ""
        for cycle, (on, start) in table.columns(row.name, counted_from):
            count = elapsed(*((on, start) if offset < 0 else (start, on)), row.unit, table.days)
            unlawful = row.name == "agenda_publication" and count < AGENDA_CLEAR_DAYS
            if count < abs(offset) and not unlawful:
                days = numbered(max(count, 0), UNIT_WORDS[row.unit])
                between = f"{row.called} on {written(on)} and {called(counted_from)} on {written(start)}"
                says = f"Only {days} between {between}; the rule has {abs(offset)}."
                yield cycle, row.name, says


def dates_out_of_order(table: Table) -> Found:
    """Dates that come before one that stands left of them in the table."""
    for cycle in table.cycles:
        held = sorted(((name, on) for name, on in cycle.dates if name in BY_NAME), key=lambda cell: rank(cell[0]))
        for n, (name, on) in enumerate(held):
            left = max(held[:n], key=lambda cell: cell[1], default=(name, on))
            if on < left[1]:
                yield (
                    cycle.id,
                    name,
                    f"{_begins(name)} on {written(on)} comes before {called(left[0])} on {written(left[1])}.",
                )


def boards_too_soon(table: Table) -> Found:
    """Committees whose next ordinary Board has its agenda due before the committee has met."""
    ordinary = sorted(board.on for board in table.boards if board.kind == SittingKind.ORDINARY)
    for cycle, (committee,) in table.columns("committee"):
        board = next((on for on in ordinary if on > committee), None)
        due = table.days.latest_leaving(AGENDA_CLEAR_DAYS, board) if board else None
        if board and due and due < committee:
            says = f"The agenda of the Board of {written(board)} is due on {written(due)}, before the committee of "
            yield cycle, "board", f"{says}{written(committee)} has met."


def dates_in_restricted_periods(table: Table) -> Found:
    """Dates on which a body or office acts in a period it keeps clear of."""
    acts = [
        (cycle.id, name, table.scheme.body_on(name) or BY_NAME[name].who, on)
        for cycle in table.cycles
        for name, on in cycle.dates
        if name in BY_NAME
    ]
    acts += [(CycleId(""), "board", table.scheme.board, board.on) for board in table.boards]
    for cycle_id, name, actor, on in acts:
        for period in (period for period in table.restricted if period.touches(actor, on)):
            kind = period.kind.replace("_", "-")
            span = f"{written(period.first)} to {written(period.last)}"
            yield cycle_id, name, f"{_begins(name)} on {written(on)} falls in a {kind} period, {span}."


def agendas_without_slack(table: Table) -> Found:
    """Agendas published on the last lawful day: a day lost makes them unlawful."""
    for cycle, (agenda, committee) in table.columns("agenda_publication", "committee"):
        lawful = table.days.latest_leaving(AGENDA_CLEAR_DAYS, committee)
        in_time = len(table.days.clear_between(agenda, committee)) >= AGENDA_CLEAR_DAYS
        if in_time and not table.days.count(agenda, lawful):
            says = (
                f"The agenda of {written(agenda)} for the committee of {written(committee)} has no working day in hand"
            )
            yield cycle, "agenda_publication", f"{says}: the last lawful day is {written(lawful)}."


def holidays_in_reading_weeks(table: Table) -> Found:
    """Weekdays that are not working days between an agenda and its committee."""
    for cycle, (agenda, committee) in table.columns("agenda_publication", "committee"):
        between = (agenda + timedelta(days=n) for n in range(1, (committee - agenda).days))
        lost = [written(day) for day in between if day.weekday() < 5 and not table.days.is_open(day)]
        if lost:
            says = f"Not a working day between the agenda of {written(agenda)} and the committee of "
            yield cycle, "agenda_publication", f"{says}{written(committee)}: {', '.join(lost)}."


def cycles_without_committee(table: Table) -> Found:
    """Cycles whose panel has no committee to send its cases to."""
    for cycle in table.cycles:
        if "committee" not in dict(cycle.dates):
            yield cycle.id, "committee", NO_COMMITTEE


def notice_days(table: Table) -> Found:
    """The last day for the notice of a key decision, which has no column of its own."""
    for cycle, (committee,) in table.columns("committee"):
        last = written(last_notice_day(committee))
        says = f"A key decision of the committee of {written(committee)} needs its notice by {last}"
        yield cycle, "committee", f"{says}, which leaves 28 clear days."


CHECKS: tuple[Check, ...] = (
    Check(
        "agenda_too_late",
        Level.PROBLEM,
        "The agenda leaves fewer than five clear working days before the committee.",
        "Local Government Act 1972 s.100B(4)(a)",
        agendas_too_late,
    ),
    Check(
        "differs_from_rule",
        Level.WARNING,
        "The date is not the one the rule gives, or a committee is on a day that is not a working day.",
        "SAF 3 [I]",
        dates_off_the_rule,
    ),
    Check(
        "too_few_days",
        Level.WARNING,
        "There are fewer days between two key dates than their offset.",
        "SAF 3 [I]",
        offsets_cut_short,
    ),
    Check(
        "out_of_order",
        Level.WARNING,
        "The date comes before one that stands left of it in the table.",
        "SAF 3 [I]",
        dates_out_of_order,
    ),
    Check(
        "board_agenda_before_committee",
        Level.WARNING,
        "The agenda of the next ordinary Board is due before the committee has met.",
        "Local Government Act 1972 s.100B(4)(a)",
        boards_too_soon,
    ),
    Check(
        "restricted_period",
        Level.WARNING,
        "A body or office acts in a period it keeps clear of.",
        "SAF 3 [S]",
        dates_in_restricted_periods,
    ),
    Check(
        "no_slack",
        Level.NOTE,
        "No working day lies between the agenda and its last lawful day.",
        "Local Government Act 1972 s.100B(4)(a)",
        agendas_without_slack,
    ),
    Check(
        "holiday_in_reading_week",
        Level.NOTE,
        "A weekday between the agenda and the committee is not a working day.",
        "SAF 3 [I]",
        holidays_in_reading_weeks,
    ),
    Check(
        "no_committee",
        Level.NOTE,
        "The cycle has no committee; what its panel sends goes to the next one.",
        "SAF 3 [S]",
        cycles_without_committee,
    ),
    Check(
        "notice_day",
        Level.NOTE,
        "The last day on which the notice of a key decision leaves 28 clear days.",
        "SI 2017/68 art 11",
        notice_days,
    ),
)
