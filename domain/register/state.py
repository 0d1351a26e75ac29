"""Where a project stands in the register: not in it, live, paused or cancelled."""

from dataclasses import dataclass, replace
from datetime import date

from domain.register.events import (
    Baseline,
    BaselineMoved,
    BaselineSet,
    BaselineSetAside,
    ImportedBaselineCorrected,
    ProjectAmended,
    ProjectCancelled,
    ProjectPaused,
    ProjectRegistered,
    ProjectResumed,
    RegisterEvent,
    ReviewRecorded,
    Stage,
    StageReached,
)
from domain.routing.kinds import Figures
from domain.words import CaseId, PersonId, ProjectId


@dataclass(frozen=True, slots=True)
class Unregistered:
    """A project the register does not know."""


@dataclass(frozen=True, slots=True)
class Live:
    """A project that is going on. `rests_on` are the cases that set or moved its baseline, in order.

    `before` is what stood before the last of them.
    """

    project: ProjectId
    imported: bool
    sponsor: PersonId | None
    manager: PersonId | None
    stage: Stage
    baseline: Baseline | None
    rests_on: tuple[CaseId, ...] = ()
    last_review: date | None = None
    before: Baseline | None = None

    def stands_at(self, before: Figures) -> bool:
        """Whether a change written against these figures still starts from the baseline."""
        return self.baseline is not None and self.baseline.figures == before


@dataclass(frozen=True, slots=True)
class Paused(Live):
    """A project that a change request has paused."""


@dataclass(frozen=True, slots=True)
class Cancelled(Live):
    """A project that a change request has cancelled."""


Project = Unregistered | Live


def unregistered() -> Project:
    """A project before anything has happened to it."""
    return Unregistered()


def evolve(project: Project, event: RegisterEvent) -> Project:
    """Where a project stands after one more event."""
    if isinstance(event, ProjectRegistered):
        return _registered(event)
    if isinstance(project, Unregistered):
        raise ValueError(f"{type(event).__name__} before the project was registered")
    return _live(project, event)


def _registered(event: ProjectRegistered) -> Live:
    who = event.particulars
    stage = Stage.DELIVERY if event.imported else Stage.CONCEPT
    return Live(event.project, event.imported, who.sponsor, who.manager, stage, event.baseline)


def _live(project: Live, event: RegisterEvent) -> Live:
    match event:
        case ProjectAmended():
            return replace(project, sponsor=event.particulars.sponsor, manager=event.particulars.manager)
        case ImportedBaselineCorrected():
            return replace(project, baseline=event.after)
        case BaselineSet():
            return _resting_on(project, event.baseline)
        case BaselineMoved():
            return _resting_on(project, event.after)
        case BaselineSetAside():
            return replace(project, baseline=event.stands, before=None, rests_on=project.rests_on[:-1])
        case ProjectPaused():
            return _as(Paused, project)
        case ProjectResumed():
            return _as(Live, project)
        case ProjectCancelled():
            return _as(Cancelled, project)
        case StageReached():
            return replace(project, stage=event.stage)
        case ReviewRecorded():
            return replace(project, last_review=event.on)
    return project


def _resting_on(project: Live, baseline: Baseline) -> Live:
    cases = (baseline.case,) if baseline.case else ()
    return replace(project, baseline=baseline, before=project.baseline, rests_on=(*project.rests_on, *cases))


def _as(standing: type[Live], p: Live) -> Live:
    return standing(
        p.project, p.imported, p.sponsor, p.manager, p.stage, p.baseline, p.rests_on, p.last_review, p.before
    )
