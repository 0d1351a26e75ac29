"""What has happened to a project in the Single Project Register. Names are the storage format: add, never rename."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from domain.routing.kinds import Figures
from domain.words import BodyId, CaseId, Hand, PersonId, ProjectId, TextId

ProgrammeId = NewType("ProgrammeId", str)

NO_TEXT = TextId("")


class Stage(StrEnum):
    """How far a project has come (SAF 6, project and programme; the stages are [A])."""

    CONCEPT = "concept"
    DEVELOPMENT = "development"
    DELIVERY = "delivery"
    CLOSING = "closing"
    CLOSED = "closed"


class Rag(StrEnum):
    """The five points of a highlight report, worst first."""

    RED = "red"
    AMBER_RED = "amber_red"
    AMBER = "amber"
    AMBER_GREEN = "amber_green"
    GREEN = "green"


class Priority(StrEnum):
    """How much a project matters beside the others [A]."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What describes a project; a rule reads only who sponsors and who manages it."""

    title: TextId
    programme: ProgrammeId | None = None
    directorate: TextId = NO_TEXT
    sponsor: PersonId | None = None
    manager: PersonId | None = None
    delivery_body: TextId = NO_TEXT
    funding: TextId = NO_TEXT
    entry_line: TextId = NO_TEXT


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was approved for a project, by which body, when, and on which case; an imported one has no case.

    `delegated` says that the body lets a lower one decide changes to it.
    """

    figures: Figures
    starts: date | None = None
    ends: date | None = None
    benefits: TextId = NO_TEXT
    tolerances: TextId = NO_TEXT
    approved_by: BodyId | None = None
    decided_on: date | None = None
    case: CaseId | None = None
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class ProjectRegistered:
    """A project entered the register; `imported` says that it was approved before the framework."""

    by: Hand
    project: ProjectId
    particulars: Particulars
    imported: bool
    baseline: Baseline | None


@dataclass(frozen=True, slots=True)
class ProjectAmended:
    """What describes a project was put right."""

    by: Hand
    particulars: Particulars


@dataclass(frozen=True, slots=True)
class ImportedBaselineCorrected:
    """The baseline of an imported project was put right, with a reason, before any case rested on it."""

    by: Hand
    before: Baseline
    after: Baseline
    reason: TextId


@dataclass(frozen=True, slots=True)
class BaselineSet:
    """A business case took effect and its figures became the project's baseline."""

    by: Hand
    baseline: Baseline


@dataclass(frozen=True, slots=True)
class BaselineMoved:
    """A change request took effect: `before` is what stood, `asked_from` what the request was written against."""

    by: Hand
    before: Baseline | None
    after: Baseline
    asked_from: Figures


@dataclass(frozen=True, slots=True)
class BaselineSetAside:
    """What the last case did to the baseline counts no longer: its record was corrected. `stands` stood before."""

    by: Hand
    case: CaseId
    stands: Baseline | None


@dataclass(frozen=True, slots=True)
class ProjectPaused:
    """A change request that pauses the project took effect."""

    by: Hand
    case: CaseId
    on: date


@dataclass(frozen=True, slots=True)
class ProjectResumed:
    """A change request that resumes a paused project took effect."""

    by: Hand
    case: CaseId
    on: date


@dataclass(frozen=True, slots=True)
class ProjectCancelled:
    """A change request that cancels the project took effect."""

    by: Hand
    case: CaseId
    on: date


@dataclass(frozen=True, slots=True)
class StageReached:
    """A project reached a stage."""

    by: Hand
    stage: Stage
    on: date


@dataclass(frozen=True, slots=True)
class ReviewRecorded:
    """A project was reviewed: its RAG, its priority, and its forecast where one was made."""

    by: Hand
    on: date
    rag: Rag
    comment: TextId
    next_review: date | None
    priority: Priority | None
    forecast: Figures | None
    forecast_ends: date | None


RegisterEvent = (
    ProjectRegistered
    | ProjectAmended
    | ImportedBaselineCorrected
    | BaselineSet
    | BaselineMoved
    | BaselineSetAside
    | ProjectPaused
    | ProjectResumed
    | ProjectCancelled
    | StageReached
    | ReviewRecorded
)
