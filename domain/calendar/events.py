"""What has happened to the calendar. These names are the storage format: add, never rename."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calendar.key_dates import Scheme
from domain.calendar.published import Cell, RestrictedPeriod, SittingKind
from domain.words import BodyId, CycleId, Hand, SittingId, TextId


class Origin(StrEnum):
    """Where a cycle's dates came from: a published table, the rules, or one sitting added by itself."""

    IMPORTED = "imported"
    PLANNED = "planned"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class CyclePublished:
    """A cycle entered the calendar, each date with what the rule gave for it then."""

    by: Hand
    cycle: CycleId
    cells: tuple[Cell, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class SittingAdded:
    """A body will sit. `convened` is the day it was called, where that was later than its agenda was due."""

    by: Hand
    sitting: SittingId
    body: BodyId
    on: date
    agenda_due: date
    kind: SittingKind
    cycle: CycleId | None
    convened: date | None


@dataclass(frozen=True, slots=True)
class SittingMoved:
    """A sitting is held on another day than it `was` to be; it keeps its id."""

    by: Hand
    sitting: SittingId
    was: date
    on: date
    agenda_due: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class AgendaDueChanged:
    """A sitting's agenda is due on another day; the sitting itself stands."""

    by: Hand
    sitting: SittingId
    agenda_due: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class SittingCancelled:
    """A sitting that was to be held `on` a day is not held."""

    by: Hand
    sitting: SittingId
    on: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class DatesAccepted:
    """A person confirmed these dates of a cycle, each with what the rule gives for it now."""

    by: Hand
    cycle: CycleId
    cells: tuple[Cell, ...]
    reason: TextId


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A day is no working day: a bank holiday proclaimed late, or a closure."""

    by: Hand
    day: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class DayReopened:
    """A day is a working day after all."""

    by: Hand
    day: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class PeriodRestricted:
    """A body keeps clear of a period."""

    by: Hand
    period: RestrictedPeriod
    reason: TextId


@dataclass(frozen=True, slots=True)
class PeriodReleased:
    """A restricted period no longer holds."""

    by: Hand
    period: RestrictedPeriod
    reason: TextId


@dataclass(frozen=True, slots=True)
class SchemeAdopted:
    """Dates derived from now on follow these offsets; dates that stand are not touched."""

    by: Hand
    scheme: Scheme
    reason: TextId


CalendarEvent = (
    CyclePublished
    | SittingAdded
    | SittingMoved
    | AgendaDueChanged
    | SittingCancelled
    | DatesAccepted
    | DayClosed
    | DayReopened
    | PeriodRestricted
    | PeriodReleased
    | SchemeAdopted
)
