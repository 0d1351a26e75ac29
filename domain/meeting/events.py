"""What can happen to one sitting of a body. These names are the storage format: add to them, never rename one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from domain.people.offices import Membership
from domain.words import CaseId, Hand, PersonId, TextId

ReportRef = NewType("ReportRef", str)
"""The content hash of the cleared report an item was published with; empty where the body takes cases without one."""

Verb = NewType("Verb", str)
"""The verb of an outcome, as the capacity table names it."""


class Place(StrEnum):
    """Where a person attended from."""

    ROOM = "room"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    case: CaseId
    report: ReportRef


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody at the sitting, the class they sit in, and for whom they substitute."""

    person: PersonId
    membership: Membership
    place: Place
    substitutes_for: PersonId | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on an item: how many, and the classes of those in favour that the voting rule asks about."""

    in_favour: int
    against: int
    abstaining: int
    classes_for: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    case: CaseId
    outcome: Verb


@dataclass(frozen=True, slots=True)
class AgendaPublished:
    """Version 1 is the agenda, each later one a supplement. `clear_days` are the working days that were counted."""

    by: Hand
    on: date
    version: int
    items: tuple[AgendaItem, ...]
    clear_days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class PublicNoticeGiven:
    """The public notice of the meeting itself, where it was given before its agenda."""

    by: Hand
    on: date


@dataclass(frozen=True, slots=True)
class CancellationNoticePublished:
    by: Hand
    on: date


@dataclass(frozen=True, slots=True)
class RuledUrgent:
    """The chair is of the opinion that the item is urgent, for reasons that go in the minutes."""

    by: Hand
    case: CaseId
    reason: TextId


@dataclass(frozen=True, slots=True)
class AttendanceRecorded:
    by: Hand
    present: tuple[Present, ...]
    apologies: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class InterestDeclared:
    """An interest in one item, and whether the person left while it was taken."""

    by: Hand
    person: PersonId
    case: CaseId
    leaves: bool
    nature: TextId


@dataclass(frozen=True, slots=True)
class Resolved:
    """One resolution, of one or several cases in one item; `taking_part` counted towards its quorum."""

    by: Hand
    on: date
    items: tuple[ItemOutcome, ...]
    ballot: Ballot | None
    matter: TextId
    taking_part: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class VoteCorrected:
    """The recording office and a second person put a ballot right."""

    by: Hand
    confirmed_by: Hand
    case: CaseId
    ballot: Ballot
    reason: TextId


@dataclass(frozen=True, slots=True)
class VoteCorrectionProposed:
    by: Hand
    case: CaseId
    ballot: Ballot
    reason: TextId


MeetingEvent = (
    AgendaPublished
    | PublicNoticeGiven
    | CancellationNoticePublished
    | RuledUrgent
    | AttendanceRecorded
    | InterestDeclared
    | Resolved
    | VoteCorrectionProposed
    | VoteCorrected
)
