"""What a calendar is told about itself. It is accepted and linted, never refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.calendar.checks import CHECKS, Level, Table, TableRow
from domain.calendar.key_dates import CPCA_SCHEME, Scheme, rank, side_of
from domain.calendar.published import PublishedBoard, RestrictedPeriod
from domain.calendar.state import Calendar, Cycle
from domain.calendar.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about one date. `cycle` is empty for a sitting of the Board that belongs to no cycle."""

    code: str
    level: Level
    cycle: str
    key_date: str
    says: str


def lint(
    published: Sequence[TableRow],
    boards: Iterable[PublishedBoard],
    days: WorkingDays,
    scheme: Scheme = CPCA_SCHEME,
    restricted: Iterable[RestrictedPeriod] = (),
) -> tuple[Finding, ...]:
    """Every finding about a calendar, by cycle, then by key date in table order, then in the order of the checks."""
    table = Table(tuple(published), tuple(boards), days, scheme, tuple(restricted))
    order = {str(cycle.id): n for n, cycle in enumerate(table.cycles)}
    found = [Finding(row.code, row.level, *finding) for row in CHECKS for finding in row.find(table)]
    return tuple(sorted(found, key=lambda one: (order.get(one.cycle, len(order)), rank(one.key_date))))


def lint_standing(calendar: Calendar) -> tuple[Finding, ...]:
    """Every finding about a calendar as it now stands; a cancelled sitting's dates are left out."""
    boards = tuple(
        PublishedBoard(sitting.on, sitting.kind)
        for sitting in calendar.sittings.values()
        if sitting.body == calendar.scheme.board and not sitting.cancelled
    )
    cycles = [_without_cancelled(cycle, calendar) for cycle in calendar.cycles]
    return lint(cycles, boards, calendar.days, calendar.scheme, calendar.restricted)


def _without_cancelled(cycle: Cycle, calendar: Calendar) -> Cycle:
    """A cycle less the dates that belong to a cancelled sitting."""
    kept = tuple(cell for cell in cycle.dates if not calendar.is_cancelled(cycle.id, side_of(cell[0], calendar.scheme)))
    return Cycle(cycle.id, kept, cycle.exceptions, cycle.rules)
