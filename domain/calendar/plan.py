"""A calendar planned from committee and Board dates by the rules."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from domain.calendar.key_dates import CPCA_SCHEME, KeyDateName, Scheme, derive
from domain.calendar.lint import Finding, lint
from domain.calendar.published import PublishedBoard, PublishedCycle
from domain.calendar.working_days import WorkingDays
from domain.words import CycleId


@dataclass(frozen=True, slots=True)
class Plan:
    """Cycles and Board sittings as planned, and what there is to know about them."""

    cycles: tuple[PublishedCycle, ...]
    boards: tuple[PublishedBoard, ...]
    findings: tuple[Finding, ...]


SUFFIXES = ("", *ascii_lowercase[1:], *(first + second for first in ascii_lowercase for second in ascii_lowercase))
"""What tells a second and further one apart: nothing, then b, c and on to z, then aa."""


def free_id(day: date, taken: Collection[str]) -> CycleId:
    """The id of a new cycle in a month: 2026-05, then 2026-05b, 2026-05c."""
    return next(CycleId(id) for suffix in SUFFIXES if (id := f"{day:%Y-%m}{suffix}") not in taken)


def plan(
    committees: Iterable[date],
    boards: Iterable[PublishedBoard],
    days: WorkingDays,
    scheme: Scheme = CPCA_SCHEME,
    taken: Collection[str] = (),
) -> Plan:
    """One cycle for each committee date, every date by the rules; ids in `taken` are not used again."""
    used, cycles = set(taken), []
    for committee in sorted(set(committees)):
        id = free_id(committee, used)
        used.add(id)
        derived = derive(committee, days, scheme)
        cycles.append(PublishedCycle(id, tuple((KeyDateName(name), on) for name, on in derived.items())))
    sittings = tuple(sorted(boards, key=lambda board: board.on))
    return Plan(tuple(cycles), sittings, lint(cycles, sittings, days, scheme))
