"""Where a case stands: one class per standing, holding only what a rule reads."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.calendar.key_dates import KeyDateName
from domain.case import events
from domain.case.events import EntryLine, Outcome, Reference
from domain.people.duties import Act
from domain.routing.kinds import Figures, Kind
from domain.routing.policy import Route, Step
from domain.words import CaseId, CycleId, OrganisationId, PersonId, ProjectId, ServiceId, SittingId


@dataclass(frozen=True, slots=True)
class Question:
    """An engagement question to a shared service, and its answer once given."""

    service: ServiceId
    answer_by: date
    answer: events.Answer | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What the figure is taken from; `before` is the baseline of a change request."""

    before: Figures | None
    after: Figures
    new_spend: int


@dataclass(frozen=True, slots=True)
class Identity:
    case: CaseId
    reference: Reference
    kind: Kind
    organisation: OrganisationId
    project: ProjectId | None


@dataclass(frozen=True, slots=True)
class File:
    """What stays with a case in every standing: who it is, whose hands touched it, and what its route rests on."""

    identity: Identity
    authors: frozenset[PersonId]
    sponsor: PersonId | None = None
    hands: frozenset[tuple[Act, PersonId]] = frozenset()
    named: frozenset[tuple[Act, PersonId]] = frozenset()
    sums: Sums | None = None
    entry: tuple[EntryLine, CaseId | None] | None = None
    questions: tuple[Question, ...] = ()
    shared: bool = False
    effect: events.ProjectEffect = events.ProjectEffect.GOES_ON


@dataclass(frozen=True, slots=True)
class Taken:
    """A step's recorded outcome and the day it happened."""

    outcome: Outcome
    on: date


@dataclass(frozen=True, slots=True)
class Review:
    """A case on its route: `at` is the step reached on `since`; `resumes_at` follows a resubmission's check.

    `waited_in` is the cycle from which it was rolled over while it waited for the PMO.
    """

    route: Route
    taken: tuple[Taken | None, ...]
    at: int
    since: date
    cycle: CycleId | None
    late: bool
    kept: bool = False
    waited_in: CycleId | None = None
    sitting: SittingId | None = None
    subject_to: SittingId | None = None
    resumes_at: int | None = None
    urgency: SittingId | None = None
    raised: tuple[tuple[KeyDateName, date], ...] = ()
    marked: frozenset[KeyDateName] = frozenset()
    correction: events.CorrectionProposed | None = None

    @property
    def step(self) -> Step:
        return self.route.steps[self.at]

    def last_raised(self, key_date: KeyDateName) -> date | None:
        return dict(self.raised).get(key_date)

    @property
    def decided(self) -> tuple[Step, Taken] | None:
        """The step at which the case was approved or refused, if it was."""
        for step, taken in zip(self.route.steps, self.taken, strict=True):
            if taken and taken.outcome in (Outcome.APPROVE, Outcome.REFUSE):
                return step, taken
        return None


@dataclass(frozen=True, slots=True)
class Draft:
    file: File


@dataclass(frozen=True, slots=True)
class UnderReview:
    file: File
    review: Review


@dataclass(frozen=True, slots=True)
class Returned:
    """With its author, who owes a resubmission; from `returned_on` the time runs after which it may lapse."""

    file: File
    review: Review
    returned_on: date


@dataclass(frozen=True, slots=True)
class Deferred:
    """Held over by the body it stands before, to the cycle or sitting its review now names."""

    file: File
    review: Review


@dataclass(frozen=True, slots=True)
class AwaitingDate:
    """No later cycle or sitting is known; it is placed as soon as one is added."""

    file: File
    review: Review
    since: date


@dataclass(frozen=True, slots=True)
class Approved:
    file: File
    review: Review
    conditions: tuple[events.Condition | None, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    file: File
    review: Review


@dataclass(frozen=True, slots=True)
class Withdrawn:
    file: File
    review: Review | None


@dataclass(frozen=True, slots=True)
class Lapsed:
    file: File
    review: Review


@dataclass(frozen=True, slots=True)
class InEffect:
    """Approved, and the approval took effect on `since`; a discharged condition is None."""

    file: File
    review: Review
    conditions: tuple[events.Condition | None, ...]
    since: date


OnRoute = UnderReview | Deferred | AwaitingDate
Undecided = Draft | UnderReview | Returned | Deferred | AwaitingDate
Case = Undecided | Approved | Refused | Withdrawn | Lapsed | InEffect

STANDINGS: dict[type, str] = {
    Draft: "draft",
    UnderReview: "under_review",
    Returned: "returned",
    Deferred: "deferred",
    AwaitingDate: "awaiting_date",
    Approved: "approved",
    Refused: "refused",
    Withdrawn: "withdrawn",
    Lapsed: "lapsed",
    InEffect: "in_effect",
}


def standing(case: Case) -> str:
    """The word for where a case stands."""
    return STANDINGS[type(case)]


def review_of(case: Any) -> Review | None:
    """The case's review, or None while it has not been submitted."""
    return getattr(case, "review", None)
