"""What may be asked of a case, in a clerk's words. Text fields become TextIds before anything is decided."""

from dataclasses import dataclass
from datetime import date

from domain.case.contents import Contents
from domain.case.events import Answer, EntryLine, Outcome, ProjectEffect
from domain.people.duties import Act
from domain.routing.kinds import Figures, Kind
from domain.words import (
    AttachmentId,
    BodyId,
    CaseId,
    CycleId,
    EntryId,
    OfficeId,
    OrganisationId,
    Pence,
    PersonId,
    ProjectId,
    ServiceId,
    SittingId,
    Text,
)


@dataclass(frozen=True, slots=True)
class ConditionSet:
    """A condition as it is typed: its words, who owns it, and by when."""

    says: Text
    owner: PersonId
    due: date


@dataclass(frozen=True, slots=True)
class Draft:
    """Begin a case. `value` is the authority's contribution in pence where the three figures are alike."""

    case: CaseId
    kind: Kind
    title: Text
    value: Pence | None = None
    figures: Figures | None = None
    new_spend: Pence | None = None
    project: ProjectId | None = None
    organisation: OrganisationId = OrganisationId("authority")
    sponsor: PersonId | None = None
    concept: CaseId | None = None
    corporate_plan_line: Text = Text("")
    effect: ProjectEffect = ProjectEffect.GOES_ON
    contents: Contents | None = None


@dataclass(frozen=True, slots=True)
class Save:
    """Save a draft's words. Replaces the title and contents that were shown."""

    case: CaseId
    title: Text
    contents: Contents


@dataclass(frozen=True, slots=True)
class Value:
    """Set or change the sums. Under review this re-routes the case."""

    case: CaseId
    value: Pence | None = None
    figures: Figures | None = None
    new_spend: Pence | None = None


@dataclass(frozen=True, slots=True)
class StateEffect:
    """Say whether a change request pauses, resumes or cancels its project."""

    case: CaseId
    effect: ProjectEffect


@dataclass(frozen=True, slots=True)
class NameSponsor:
    case: CaseId
    sponsor: PersonId


@dataclass(frozen=True, slots=True)
class GiveEntry:
    """Say what a business case rests on: a concept paper in effect, or a Corporate Plan line."""

    case: CaseId
    line: EntryLine
    concept: CaseId | None = None
    words: Text = Text("")


@dataclass(frozen=True, slots=True)
class ExemptEntry:
    """The PMO lets a business case come without a concept paper or a Corporate Plan line, for a reason."""

    case: CaseId
    reason: Text


@dataclass(frozen=True, slots=True)
class AddCoWriter:
    case: CaseId
    person: PersonId


@dataclass(frozen=True, slots=True)
class RemoveCoWriter:
    case: CaseId
    person: PersonId


@dataclass(frozen=True, slots=True)
class Share:
    """Share a draft with the PMO for comment."""

    case: CaseId


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a case by its writers or the PMO."""

    case: CaseId
    remark: Text


@dataclass(frozen=True, slots=True)
class Attach:
    case: CaseId
    attachment: AttachmentId
    name: Text
    size: int


@dataclass(frozen=True, slots=True)
class Detach:
    case: CaseId
    attachment: AttachmentId


@dataclass(frozen=True, slots=True)
class AskService:
    case: CaseId
    service: ServiceId
    answer_by: date


@dataclass(frozen=True, slots=True)
class AnswerService:
    case: CaseId
    service: ServiceId
    answer: Answer
    comment: Text = Text("")
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Submit:
    """Submit to the PMO. `cycle` names the cycle it is meant for, where that is not the next one open."""

    case: CaseId
    cycle: CycleId | None = None


@dataclass(frozen=True, slots=True)
class AcceptLate:
    case: CaseId
    reason: Text
    cycle: CycleId | None = None


@dataclass(frozen=True, slots=True)
class KeepIn:
    case: CaseId
    reason: Text
    cycle: CycleId | None = None


@dataclass(frozen=True, slots=True)
class Accept:
    case: CaseId
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnForRework:
    case: CaseId
    feedback: Text
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Resubmit:
    case: CaseId


@dataclass(frozen=True, slots=True)
class Recommend:
    case: CaseId
    conditions: tuple[ConditionSet, ...] = ()
    words: Text = Text("")
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Decline:
    """Not recommended."""

    case: CaseId
    reason: Text
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    case: CaseId
    comment: Text = Text("")
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    case: CaseId
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    """Approve, with or without conditions. `under` cites an entry of the delegations register."""

    case: CaseId
    conditions: tuple[ConditionSet, ...] = ()
    reason: Text = Text("")
    alternatives: Text = Text("")
    interests: Text = Text("")
    under: EntryId | None = None
    consulted: tuple[OfficeId, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Refuse:
    case: CaseId
    reason: Text
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Defer:
    """Hold over to a later cycle or sitting; with neither named, to the next one."""

    case: CaseId
    reason: Text = Text("")
    cycle: CycleId | None = None
    sitting: SittingId | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ReferUp:
    case: CaseId
    reason: Text
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Escalate:
    case: CaseId
    to: BodyId
    reason: Text


@dataclass(frozen=True, slots=True)
class ListTo:
    """Move a case to another sitting of the body it stands before."""

    case: CaseId
    sitting: SittingId


@dataclass(frozen=True, slots=True)
class AwaitUrgency:
    """Record that an unpublished item waits for the chair's ruling that it is urgent."""

    case: CaseId
    reason: Text


@dataclass(frozen=True, slots=True)
class Withdraw:
    case: CaseId
    reason: Text = Text("")


@dataclass(frozen=True, slots=True)
class Lapse:
    """Close as lapsed a returned case that was not resubmitted in the time allowed."""

    case: CaseId
    reason: Text


@dataclass(frozen=True, slots=True)
class Discharge:
    """Discharge one condition, counted from 1."""

    case: CaseId
    number: int
    evidence: Text


@dataclass(frozen=True, slots=True)
class HandOver:
    case: CaseId
    giver: PersonId
    taker: PersonId
    reason: Text


@dataclass(frozen=True, slots=True)
class HandOverAll:
    """Hand over every open case a person writes or sponsors."""

    giver: PersonId
    taker: PersonId
    reason: Text


@dataclass(frozen=True, slots=True)
class NameAnother:
    """Name somebody whose hands are free for a triage or a clearance of this case."""

    case: CaseId
    act: Act
    person: PersonId
    reason: Text


@dataclass(frozen=True, slots=True)
class CorrectRecord:
    """Propose that a step's outcome was recorded wrongly; a second person confirms. `step` counts from 1."""

    case: CaseId
    step: int
    outcome: Outcome
    reason: Text
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ConfirmCorrection:
    case: CaseId


OUTCOME_OF: dict[type, Outcome] = {
    Accept: Outcome.ACCEPT,
    ReturnForRework: Outcome.RETURN,
    Recommend: Outcome.RECOMMEND,
    Decline: Outcome.DECLINE,
    Comment: Outcome.COMMENT,
    Note: Outcome.NOTE,
    Approve: Outcome.APPROVE,
    Refuse: Outcome.REFUSE,
    Defer: Outcome.DEFER,
    ReferUp: Outcome.REFER_UP,
}
"""The commands that record the outcome of a step, and the outcome each records."""
