"""What can happen to a case. These names are the storage format: add to them, never rename one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from domain.calendar.key_dates import KeyDateName
from domain.people.duties import Act
from domain.routing.kinds import Figures, Kind
from domain.routing.policy import Route
from domain.words import (
    AttachmentId,
    BodyId,
    CaseId,
    CycleId,
    EntryId,
    Hand,
    OfficeId,
    OrganisationId,
    PersonId,
    ProjectId,
    ServiceId,
    SittingId,
    TextId,
)

Reference = NewType("Reference", str)
"""The human reference of a case, such as SAF-2024-0012."""


class Outcome(StrEnum):
    """What a step of the route can yield; each is also the verb that records it."""

    ACCEPT = "accept"
    RETURN = "return_for_rework"
    RECOMMEND = "recommend"
    DECLINE = "decline"
    COMMENT = "comment"
    NOTE = "note"
    APPROVE = "approve"
    REFUSE = "refuse"
    DEFER = "defer"
    REFER_UP = "refer_up"


class EntryLine(StrEnum):
    """What entitles a business case to be submitted."""

    CONCEPT_PAPER = "concept_paper"
    CORPORATE_PLAN = "corporate_plan"
    EXEMPTION = "exemption"


class ProjectEffect(StrEnum):
    """What a change request does to its project besides moving the baseline."""

    GOES_ON = "goes_on"
    PAUSES = "pauses"
    RESUMES = "resumes"
    CANCELS = "cancels"


class Answer(StrEnum):
    """A shared service's answer to an engagement question."""

    ENGAGED = "engaged"
    NOT_IMPACTED = "not_impacted"
    MORE_TIME = "more_time"


class Owed(StrEnum):
    """Whose lateness made a case miss a cycle."""

    AUTHOR = "author"
    PMO = "pmo"
    NOBODY = "nobody"


class ListingReason(StrEnum):
    """Why a case was put on, or taken off, a sitting's list."""

    STEP_REACHED = "step_reached"
    SUBJECT_TO_EARLIER_STEP = "subject_to_earlier_step"
    MOVED_BY_A_PERSON = "moved_by_a_person"
    SITTING_CANCELLED = "sitting_cancelled"
    AGENDA_MISSED = "agenda_missed"
    EARLIER_STEP_NOT_TAKEN = "earlier_step_not_taken"
    DATE_FOUND = "date_found"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a recommendation or an approval: its words, who owns it, and by when."""

    says: TextId
    owner: PersonId
    due: date


@dataclass(frozen=True, slots=True)
class ReferenceTaken:
    """The next number of a year's references, on a stream of its own so that no two cases share one."""

    year: int
    number: int
    case: CaseId


@dataclass(frozen=True, slots=True)
class Drafted:
    by: Hand
    case: CaseId
    reference: Reference
    kind: Kind
    organisation: OrganisationId
    project: ProjectId | None
    title: TextId
    contents: TextId


@dataclass(frozen=True, slots=True)
class ContentsSaved:
    by: Hand
    title: TextId
    contents: TextId


@dataclass(frozen=True, slots=True)
class Valued:
    """The sums the route is computed on; `before` is the baseline of a change request."""

    by: Hand
    before: Figures | None
    after: Figures
    new_spend: int


@dataclass(frozen=True, slots=True)
class ProjectEffectStated:
    by: Hand
    effect: ProjectEffect


@dataclass(frozen=True, slots=True)
class SponsorNamed:
    by: Hand
    sponsor: PersonId


@dataclass(frozen=True, slots=True)
class EntryGiven:
    """What a business case rests on: a concept paper, a Corporate Plan line, or the PMO's exemption with a reason."""

    by: Hand
    line: EntryLine
    concept: CaseId | None
    words: TextId


@dataclass(frozen=True, slots=True)
class CoWriterAdded:
    by: Hand
    person: PersonId


@dataclass(frozen=True, slots=True)
class CoWriterRemoved:
    by: Hand
    person: PersonId


@dataclass(frozen=True, slots=True)
class SharedWithPmo:
    by: Hand


@dataclass(frozen=True, slots=True)
class Remarked:
    by: Hand
    remark: TextId


@dataclass(frozen=True, slots=True)
class Attached:
    by: Hand
    attachment: AttachmentId
    name: TextId
    size: int


@dataclass(frozen=True, slots=True)
class Detached:
    by: Hand
    attachment: AttachmentId


@dataclass(frozen=True, slots=True)
class ServiceAsked:
    by: Hand
    service: ServiceId
    answer_by: date


@dataclass(frozen=True, slots=True)
class ServiceAnswered:
    by: Hand
    service: ServiceId
    answer: Answer
    comment: TextId
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class Submitted:
    """Lateness is judged here, once: `late` when the cycle it was meant for had closed to submissions."""

    by: Hand
    on: date
    route: Route
    cycle: CycleId | None
    late: bool


@dataclass(frozen=True, slots=True)
class LateAccepted:
    by: Hand
    cycle: CycleId
    reason: TextId


@dataclass(frozen=True, slots=True)
class Accepted:
    by: Hand
    step: int
    on: date


@dataclass(frozen=True, slots=True)
class ReturnedForRework:
    by: Hand
    step: int
    on: date
    feedback: TextId


@dataclass(frozen=True, slots=True)
class Resubmitted:
    """Back after a return: a short PMO check, then the body that returned it (`resumes_at`)."""

    by: Hand
    on: date
    cycle: CycleId | None
    resumes_at: int


@dataclass(frozen=True, slots=True)
class Recommended:
    by: Hand
    step: int
    on: date
    conditions: tuple[Condition, ...]
    words: TextId


@dataclass(frozen=True, slots=True)
class Declined:
    """Not recommended: it goes on with that advice unless the policy makes a decline final."""

    by: Hand
    step: int
    on: date
    reason: TextId
    final: bool


@dataclass(frozen=True, slots=True)
class Commented:
    by: Hand
    step: int
    on: date
    comment: TextId


@dataclass(frozen=True, slots=True)
class Noted:
    by: Hand
    step: int
    on: date


@dataclass(frozen=True, slots=True)
class Approved:
    """Decided. Taking effect is another event. `under` cites an entry of the delegations register."""

    by: Hand
    step: int
    on: date
    conditions: tuple[Condition, ...]
    reason: TextId
    alternatives: TextId
    interests: TextId
    under: EntryId | None
    consulted: tuple[OfficeId, ...]


@dataclass(frozen=True, slots=True)
class ApprovalRefused:
    by: Hand
    step: int
    on: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class Deferred:
    by: Hand
    step: int
    on: date
    to_cycle: CycleId | None
    to_sitting: SittingId | None
    reason: TextId


@dataclass(frozen=True, slots=True)
class ReferredUp:
    by: Hand
    step: int
    on: date
    reason: TextId
    route: Route


@dataclass(frozen=True, slots=True)
class Escalated:
    by: Hand
    on: date
    to: BodyId
    reason: TextId
    route: Route


@dataclass(frozen=True, slots=True)
class Rerouted:
    """A changed value: the route anew, and the step from which it is taken again."""

    by: Hand
    on: date
    route: Route
    from_step: int
    cycle: CycleId | None


@dataclass(frozen=True, slots=True)
class Listed:
    by: Hand
    sitting: SittingId
    why: ListingReason


@dataclass(frozen=True, slots=True)
class TakenOff:
    by: Hand
    sitting: SittingId
    why: ListingReason


@dataclass(frozen=True, slots=True)
class RolledOver:
    """The panel's list closed without the case: it goes to the next cycle, if one is known; by whose lateness."""

    cycle: CycleId | None
    key_date: KeyDateName
    owed_by: Owed
    due: datetime


@dataclass(frozen=True, slots=True)
class PanelCancelled:
    """Its panel will not sit: the case moves with its step to the next panel."""

    by: Hand
    cycle: CycleId


@dataclass(frozen=True, slots=True)
class KeptIn:
    by: Hand
    cycle: CycleId
    reason: TextId


@dataclass(frozen=True, slots=True)
class AwaitsDate:
    """No cycle (`for_cycle`), or no sitting of the body, is known that could take the case."""

    by: Hand
    on: date
    body: BodyId
    for_cycle: bool


@dataclass(frozen=True, slots=True)
class CycleGiven:
    """A case goes on in another cycle: one added while it awaited a date, or that of the panel it is listed to."""

    by: Hand
    cycle: CycleId


@dataclass(frozen=True, slots=True)
class Raised:
    """A date passed with nothing recorded: told to an office, on this working day."""

    key_date: KeyDateName
    to: OfficeId
    on: date
    due: datetime


@dataclass(frozen=True, slots=True)
class MarkedLate:
    key_date: KeyDateName
    due: datetime


@dataclass(frozen=True, slots=True)
class UrgencyAwaited:
    """Democratic Services recorded, before the agenda fell due, that the item waits for the chair's urgency ruling."""

    by: Hand
    sitting: SittingId
    reason: TextId


@dataclass(frozen=True, slots=True)
class Withdrawn:
    by: Hand
    reason: TextId


@dataclass(frozen=True, slots=True)
class Lapsed:
    by: Hand
    reason: TextId


@dataclass(frozen=True, slots=True)
class TookEffect:
    on: date
    due: datetime


@dataclass(frozen=True, slots=True)
class ConditionDischarged:
    by: Hand
    number: int
    evidence: TextId


@dataclass(frozen=True, slots=True)
class HandedOver:
    by: Hand
    giver: PersonId
    taker: PersonId
    reason: TextId


@dataclass(frozen=True, slots=True)
class ActorNamed:
    """Somebody whose hands are free, named for one act on this case because those in the office may not do it."""

    by: Hand
    act: Act
    person: PersonId
    reason: TextId


@dataclass(frozen=True, slots=True)
class CorrectionProposed:
    by: Hand
    step: int
    outcome: Outcome
    on: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class RecordCorrected:
    """A second person confirmed: the step stands as corrected, and what followed is open again."""

    by: Hand
    confirmed_by: Hand
    step: int
    outcome: Outcome
    on: date
    reason: TextId


StepTaken = (
    Accepted
    | ReturnedForRework
    | Recommended
    | Declined
    | Commented
    | Noted
    | Approved
    | ApprovalRefused
    | Deferred
    | ReferredUp
)

CaseEvent = (
    Drafted
    | ContentsSaved
    | Valued
    | ProjectEffectStated
    | SponsorNamed
    | EntryGiven
    | CoWriterAdded
    | CoWriterRemoved
    | SharedWithPmo
    | Remarked
    | Attached
    | Detached
    | ServiceAsked
    | ServiceAnswered
    | Submitted
    | LateAccepted
    | StepTaken
    | Resubmitted
    | Escalated
    | Rerouted
    | Listed
    | TakenOff
    | RolledOver
    | PanelCancelled
    | KeptIn
    | AwaitsDate
    | CycleGiven
    | Raised
    | MarkedLate
    | UrgencyAwaited
    | Withdrawn
    | Lapsed
    | TookEffect
    | ConditionDischarged
    | HandedOver
    | ActorNamed
    | CorrectionProposed
    | RecordCorrected
)

OUTCOME_OF: dict[type, Outcome] = {
    Accepted: Outcome.ACCEPT,
    ReturnedForRework: Outcome.RETURN,
    Recommended: Outcome.RECOMMEND,
    Declined: Outcome.DECLINE,
    Commented: Outcome.COMMENT,
    Noted: Outcome.NOTE,
    Approved: Outcome.APPROVE,
    ApprovalRefused: Outcome.REFUSE,
    Deferred: Outcome.DEFER,
    ReferredUp: Outcome.REFER_UP,
}
