"""What may be asked of the calendar."""

from dataclasses import dataclass
from datetime import date

from domain.calendar.key_dates import KeyDateName, Scheme
from domain.calendar.published import PublishedBoard, PublishedCycle, Restriction, SittingKind
from domain.words import BodyId, CycleId, SittingId, Text


@dataclass(frozen=True, slots=True)
class ImportCalendar:
    """Take over a published table and the Board's sittings as they are."""

    cycles: tuple[PublishedCycle, ...]
    boards: tuple[PublishedBoard, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """Make cycles from committee dates by the rules, and take the Board's sittings with them."""

    committees: tuple[date, ...]
    boards: tuple[PublishedBoard, ...] = ()


@dataclass(frozen=True, slots=True)
class AddSitting:
    """Let a body sit on a day: in a cycle that lacks it, in a cycle of its own, or, like the Board, in none."""

    body: BodyId
    on: date
    kind: SittingKind = SittingKind.ORDINARY
    cycle: CycleId | None = None


@dataclass(frozen=True, slots=True)
class MoveSitting:
    """Hold a sitting on another day."""

    sitting: SittingId
    to: date
    reason: Text


@dataclass(frozen=True, slots=True)
class CancelSitting:
    """Do not hold a sitting."""

    sitting: SittingId
    reason: Text


@dataclass(frozen=True, slots=True)
class CloseDay:
    """Make a working day no working day."""

    day: date
    reason: Text


@dataclass(frozen=True, slots=True)
class ReopenDay:
    """Make a weekday that was no working day a working day."""

    day: date
    reason: Text


@dataclass(frozen=True, slots=True)
class RestrictPeriod:
    """Have a body, or with none every body, keep clear of a period."""

    body: BodyId | None
    first: date
    last: date
    kind: Restriction
    reason: Text


@dataclass(frozen=True, slots=True)
class ReleasePeriod:
    """Take a restricted period back."""

    body: BodyId | None
    first: date
    last: date
    kind: Restriction
    reason: Text


@dataclass(frozen=True, slots=True)
class AcceptDates:
    """Confirm dates of a cycle: as proposed, as they stand, or others with the reason of the exception."""

    cycle: CycleId
    dates: tuple[tuple[KeyDateName, date], ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class AcceptAgendaDue:
    """Confirm when the agenda of a sitting that belongs to no cycle, such as a Board's, is due."""

    sitting: SittingId
    agenda_due: date
    reason: Text


@dataclass(frozen=True, slots=True)
class AdoptScheme:
    """Derive dates from now on by other offsets."""

    scheme: Scheme
    reason: Text
