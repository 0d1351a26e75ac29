"""What may be asked of a project in the register. The optional fields are what is often not known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.register.events import Priority, ProgrammeId, Rag, Stage
from domain.routing.kinds import Figures
from domain.words import BodyId, CaseId, PersonId, ProjectId, Text

NO_TEXT = Text("")


class Effect(StrEnum):
    """What a change request does to the project besides its baseline."""

    GOES_ON = "goes_on"
    PAUSES = "pauses"
    RESUMES = "resumes"
    CANCELS = "cancels"


@dataclass(frozen=True, slots=True)
class RegisterProject:
    """Enter a project. One approved before the framework says `imported` and states its baseline in `figures`."""

    project: ProjectId
    title: Text
    programme: ProgrammeId | None = None
    directorate: Text = NO_TEXT
    sponsor: PersonId | None = None
    manager: PersonId | None = None
    delivery_body: Text = NO_TEXT
    funding: Text = NO_TEXT
    entry_line: Text = NO_TEXT
    figures: Figures | None = None
    starts: date | None = None
    ends: date | None = None
    benefits: Text = NO_TEXT
    tolerances: Text = NO_TEXT
    approved_by: BodyId | None = None
    decided_on: date | None = None
    delegated: bool = False
    imported: bool = False


@dataclass(frozen=True, slots=True)
class AmendProject:
    """Put right what describes a project: everything is replaced by what is given."""

    project: ProjectId
    title: Text
    programme: ProgrammeId | None = None
    directorate: Text = NO_TEXT
    sponsor: PersonId | None = None
    manager: PersonId | None = None
    delivery_body: Text = NO_TEXT
    funding: Text = NO_TEXT
    entry_line: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class CorrectImportedBaseline:
    """Put right the baseline of an imported project while no case rests on it."""

    project: ProjectId
    figures: Figures
    reason: Text
    starts: date | None = None
    ends: date | None = None
    benefits: Text = NO_TEXT
    tolerances: Text = NO_TEXT
    approved_by: BodyId | None = None
    decided_on: date | None = None
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class SetBaseline:
    """A business case took effect on a day (`on`). It opens, under `title`, a project not yet registered."""

    project: ProjectId
    case: CaseId
    figures: Figures
    approved_by: BodyId
    decided_on: date
    on: date
    title: Text = NO_TEXT
    sponsor: PersonId | None = None
    manager: PersonId | None = None
    starts: date | None = None
    ends: date | None = None
    benefits: Text = NO_TEXT
    tolerances: Text = NO_TEXT
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class MoveBaseline:
    """A change request took effect on a day (`on`). It was written against `before`; what is left out stays."""

    project: ProjectId
    case: CaseId
    before: Figures
    after: Figures
    approved_by: BodyId
    decided_on: date
    on: date
    effect: Effect = Effect.GOES_ON
    starts: date | None = None
    ends: date | None = None
    benefits: Text = NO_TEXT
    tolerances: Text = NO_TEXT
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class SetBaselineAside:
    """The record of a case was corrected on a day: what it did to the project, `effect` included, counts no longer."""

    project: ProjectId
    case: CaseId
    on: date
    effect: Effect = Effect.GOES_ON


@dataclass(frozen=True, slots=True)
class ReachStage:
    """Record the stage a project has reached."""

    project: ProjectId
    stage: Stage
    on: date


@dataclass(frozen=True, slots=True)
class RecordReview:
    """Record a review of a project: its RAG and, where they were given, priority and forecast."""

    project: ProjectId
    on: date
    rag: Rag
    comment: Text = NO_TEXT
    next_review: date | None = None
    priority: Priority | None = None
    forecast: Figures | None = None
    forecast_ends: date | None = None
