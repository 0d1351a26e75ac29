"""A calendar as an authority publishes it: cycles with their dates, Board sittings, and periods to keep clear of."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from domain.calendar.key_dates import KeyDateName
from domain.words import BodyId, CycleId, Text, TextId


class SittingKind(StrEnum):
    """Ordinary sittings are in the year's timetable; an extraordinary one takes only what a person lists to it."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


@dataclass(frozen=True, slots=True)
class PublishedCycle:
    """One row of a published table: a date it does not hold is n/a; an exception is a key date with its reason."""

    id: CycleId
    dates: tuple[tuple[KeyDateName, datetime.date], ...]
    exceptions: tuple[tuple[KeyDateName, Text], ...] = ()

    def date(self, name: str) -> datetime.date | None:
        """The published date, or None for n/a."""
        return next((on for held, on in self.dates if held == name), None)


@dataclass(frozen=True, slots=True)
class PublishedBoard:
    """One sitting of the Board."""

    on: datetime.date
    kind: SittingKind = SittingKind.ORDINARY


NO_REASON = TextId("")


@dataclass(frozen=True, slots=True)
class Cell:
    """One date of a cycle as it is recorded: where it stands, what the rule gave then, and why the two differ."""

    key_date: KeyDateName
    on: datetime.date
    rule: datetime.date | None
    reason: TextId = NO_REASON


class Restriction(StrEnum):
    """Why a body keeps clear of a period."""

    PRE_ELECTION = "pre_election"
    RECESS = "recess"
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class RestrictedPeriod:
    """Days, first and last included, that a body keeps clear of; no body means every body and office."""

    body: BodyId | None
    first: datetime.date
    last: datetime.date
    kind: Restriction

    def touches(self, actor: str | None, day: datetime.date) -> bool:
        """Whether a day of a body or office falls in the period."""
        return self.body in (None, actor) and self.first <= day <= self.last
