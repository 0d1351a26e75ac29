"""What follows from each thing that may be asked of a project, and from each case that takes effect on it."""

from dataclasses import replace

from domain.register.commands import (
    AmendProject,
    CorrectImportedBaseline,
    Effect,
    MoveBaseline,
    RecordReview,
    RegisterProject,
    SetBaseline,
    SetBaselineAside,
)
from domain.register.events import (
    Baseline,
    BaselineMoved,
    BaselineSet,
    BaselineSetAside,
    ImportedBaselineCorrected,
    Particulars,
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
from domain.register.rules import (
    OF_AMEND,
    OF_CORRECT_IMPORTED,
    OF_REACH_STAGE,
    OF_REGISTER,
    OF_REVIEW,
    AskedProject,
)
from domain.register.state import Cancelled, Live, Paused, Unregistered
from domain.rules import insist
from domain.words import TextId

Facts = tuple[RegisterEvent, ...]


def register_project(asked: AskedProject) -> Facts:
    """A project in the register; an imported one with the baseline that was approved before the framework."""
    insist(OF_REGISTER, asked)
    c: RegisterProject = asked.command
    return (ProjectRegistered(asked.by, c.project, _particulars(c), c.imported, _imported_baseline(c)),)


def amend_project(asked: AskedProject) -> Facts:
    """What describes a project, as it now is."""
    insist(OF_AMEND, asked)
    return (ProjectAmended(asked.by, _particulars(asked.command)),)


def correct_imported_baseline(asked: AskedProject) -> Facts:
    """An imported baseline as it was really approved, beside what stood."""
    insist(OF_CORRECT_IMPORTED, asked)
    after, before = _imported_baseline(asked.command), _standing(asked)
    assert after is not None
    assert before is not None
    return (ImportedBaselineCorrected(asked.by, before, after, TextId(asked.command.reason)),)


def set_baseline(asked: AskedProject) -> Facts:
    """The baseline a business case sets on taking effect; nothing when that case set it already. Never refuses."""
    c: SetBaseline = asked.command
    if _rests_on(asked):
        return ()
    baseline = Baseline(
        c.figures,
        c.starts,
        c.ends,
        TextId(c.benefits),
        TextId(c.tolerances),
        c.approved_by,
        c.decided_on,
        c.case,
        c.delegated,
    )
    opened = _opened(asked, Particulars(TextId(c.title), sponsor=c.sponsor, manager=c.manager))
    early = not isinstance(asked.state, Live) or asked.state.stage in (Stage.CONCEPT, Stage.DEVELOPMENT)
    delivered = (StageReached(asked.by, Stage.DELIVERY, c.on),) if early else ()
    return (*opened, BaselineSet(asked.by, baseline), *delivered)


def move_baseline(asked: AskedProject) -> Facts:
    """The baseline a change request leaves, from whatever stood; nothing when it moved it already. Never refuses."""
    c: MoveBaseline = asked.command
    if _rests_on(asked):
        return ()
    stood = _standing(asked)
    after = replace(
        stood or Baseline(c.after),
        figures=c.after,
        approved_by=c.approved_by,
        decided_on=c.decided_on,
        case=c.case,
        delegated=c.delegated,
        **{name: given for name in ("starts", "ends", "benefits", "tolerances") if (given := getattr(c, name))},
    )
    moved = BaselineMoved(asked.by, stood, after, c.before)
    return (*_opened(asked, Particulars(TextId(""))), moved, *_effect(asked))


def set_baseline_aside(asked: AskedProject) -> Facts:
    """The project as it stood before a case; nothing unless that case was the last to touch it. Never refuses."""
    c: SetBaselineAside = asked.command
    if not isinstance(asked.state, Live) or asked.state.rests_on[-1:] != (c.case,):
        return ()
    return (BaselineSetAside(asked.by, c.case, asked.state.before), *_effect_undone(asked))


def _effect_undone(asked: AskedProject) -> Facts:
    c: SetBaselineAside = asked.command
    if c.effect in (Effect.PAUSES, Effect.CANCELS) and isinstance(asked.state, Paused | Cancelled):
        return (ProjectResumed(asked.by, c.case, c.on),)
    if c.effect is Effect.RESUMES and not isinstance(asked.state, Paused | Cancelled):
        return (ProjectPaused(asked.by, c.case, c.on),)
    return ()


def reach_stage(asked: AskedProject) -> Facts:
    """The stage a project has reached."""
    insist(OF_REACH_STAGE, asked)
    return (StageReached(asked.by, asked.command.stage, asked.command.on),)


def record_review(asked: AskedProject) -> Facts:
    """A review with its RAG and, where they were given, priority and forecast."""
    insist(OF_REVIEW, asked)
    c: RecordReview = asked.command
    comment = TextId(c.comment)
    return (ReviewRecorded(asked.by, c.on, c.rag, comment, c.next_review, c.priority, c.forecast, c.forecast_ends),)


def _particulars(c: RegisterProject | AmendProject) -> Particulars:
    return Particulars(
        TextId(c.title),
        c.programme,
        TextId(c.directorate),
        c.sponsor,
        c.manager,
        TextId(c.delivery_body),
        TextId(c.funding),
        TextId(c.entry_line),
    )


def _imported_baseline(c: RegisterProject | CorrectImportedBaseline) -> Baseline | None:
    if c.figures is None:
        return None
    return Baseline(
        c.figures,
        c.starts,
        c.ends,
        TextId(c.benefits),
        TextId(c.tolerances),
        c.approved_by,
        c.decided_on,
        None,
        c.delegated,
    )


def _standing(asked: AskedProject) -> Baseline | None:
    return asked.state.baseline if isinstance(asked.state, Live) else None


def _rests_on(asked: AskedProject) -> bool:
    return isinstance(asked.state, Live) and asked.command.case in asked.state.rests_on


def _opened(asked: AskedProject, particulars: Particulars) -> Facts:
    if not isinstance(asked.state, Unregistered):
        return ()
    return (ProjectRegistered(asked.by, asked.command.project, particulars, False, None),)


def _effect(asked: AskedProject) -> Facts:
    c: MoveBaseline = asked.command
    if c.effect is Effect.CANCELS and not isinstance(asked.state, Cancelled):
        return (ProjectCancelled(asked.by, c.case, c.on),)
    if c.effect is Effect.PAUSES and not isinstance(asked.state, Paused | Cancelled):
        return (ProjectPaused(asked.by, c.case, c.on),)
    if c.effect is Effect.RESUMES and isinstance(asked.state, Paused):
        return (ProjectResumed(asked.by, c.case, c.on),)
    return ()
