"""What may be asked of a sitting. Outcomes of its items are asked of the cases; `Resolve` takes several as one item."""

from dataclasses import dataclass
from datetime import date

from domain.meeting.events import Place, Verb
from domain.people.offices import Membership
from domain.words import CaseId, PersonId, SittingId, Text


@dataclass(frozen=True, slots=True)
class PublishAgenda:
    """Publish the agenda, or a supplement to it. With no `items`, every case listed whose report is cleared."""

    sitting: SittingId
    items: tuple[CaseId, ...] = ()


@dataclass(frozen=True, slots=True)
class GivePublicNotice:
    """Give the public notice of the meeting ahead of its agenda."""

    sitting: SittingId


@dataclass(frozen=True, slots=True)
class PublishCancellation:
    """Publish the notice that a meeting whose agenda was out is cancelled."""

    sitting: SittingId


@dataclass(frozen=True, slots=True)
class RuleUrgent:
    """Record the chair's opinion that an item is urgent, with the reasons that go in the minutes."""

    sitting: SittingId
    case: CaseId
    reason: Text


@dataclass(frozen=True, slots=True)
class Attended:
    person: PersonId
    membership: Membership | None = None
    place: Place = Place.ROOM
    substitutes_for: PersonId | None = None


@dataclass(frozen=True, slots=True)
class RecordAttendance:
    """Who attended, who substituted for whom, and who sent apologies. Recorded again, it replaces what was recorded."""

    sitting: SittingId
    present: tuple[Attended, ...]
    apologies: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class DeclareInterest:
    sitting: SittingId
    case: CaseId
    person: PersonId
    leaves: bool = True
    nature: Text = Text("")


@dataclass(frozen=True, slots=True)
class Cast:
    """The votes on an item. `voted_for` names those in favour where the voting rule asks who they were."""

    in_favour: int
    against: int = 0
    abstaining: int = 0
    voted_for: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemCondition:
    """A condition that a resolution sets on one of its cases: its words, who owns it, and by when."""

    case: CaseId
    says: Text
    owner: PersonId
    due: date


@dataclass(frozen=True, slots=True)
class Resolve:
    """Record one resolution that decides several cases in one item: all of them, or none."""

    outcomes: tuple[tuple[CaseId, Verb], ...]
    votes: Cast | None = None
    matter: str = ""
    reason: Text = Text("")
    conditions: tuple[ItemCondition, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectVote:
    """Propose that the votes on an item were recorded wrongly; a second person confirms."""

    sitting: SittingId
    case: CaseId
    votes: Cast
    reason: Text


@dataclass(frozen=True, slots=True)
class ConfirmVote:
    sitting: SittingId
