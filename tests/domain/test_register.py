"""The Single Project Register: projects, their baselines, and what a case that takes effect does to them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.register.commands import (
    AmendProject,
    CorrectImportedBaseline,
    Effect,
    MoveBaseline,
    ReachStage,
    RecordReview,
    RegisterProject,
    SetBaseline,
    SetBaselineAside,
)
from domain.register.decide import (
    amend_project,
    correct_imported_baseline,
    move_baseline,
    reach_stage,
    record_review,
    register_project,
    set_baseline,
    set_baseline_aside,
)
from domain.register.events import BaselineMoved, Priority, ProgrammeId, Rag, Stage
from domain.register.rules import RegisterKnown
from domain.register.state import Cancelled, Live, Paused, Project, evolve, unregistered
from domain.routing.kinds import Figures
from domain.rules import Asked, Refused
from domain.words import BodyId, CaseId, Hand, OfficeId, PersonId, ProjectId, Text, pounds

CHALK = ProjectId("chalk")
ANN = PersonId("ann")
CHIEF, COMMITTEE, BOARD = BodyId("chief_executive"), BodyId("investment_committee"), BodyId("board")
TODAY = date(2024, 11, 12)
KNOWN = RegisterKnown(frozenset({ANN}), frozenset({CHIEF, COMMITTEE, BOARD}))
F420, F450, F500, F1M = (Figures.of(pounds(sum_)) for sum_ in (420_000, 450_000, 500_000, 1_000_000))
DECIDERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    RegisterProject: register_project,
    AmendProject: amend_project,
    CorrectImportedBaseline: correct_imported_baseline,
    SetBaseline: set_baseline,
    MoveBaseline: move_baseline,
    SetBaselineAside: set_baseline_aside,
    ReachStage: reach_stage,
    RecordReview: record_review,
}
IMPORTED = RegisterProject(CHALK, Text("title"), figures=F420, imported=True)
OPENED = RegisterProject(CHALK, Text("title"), sponsor=ANN)
SET = SetBaseline(CHALK, CaseId("impact"), F1M, COMMITTEE, date(2024, 11, 4), TODAY, Text("title"))
MOVE = MoveBaseline(CHALK, CaseId("first"), F420, F450, CHIEF, date(2024, 10, 31), date(2024, 10, 31))


def facts(project: Project, command: Any, known: RegisterKnown = KNOWN) -> tuple[Any, ...]:
    """What follows from a command asked at noon."""
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return DECIDERS[type(command)](Asked(project, command, Hand(PersonId("pam"), OfficeId("pmo")), at, known))


def after(*commands: Any) -> Live:
    """The project once several commands have been carried out."""
    project = unregistered()
    for command in commands:
        for fact in facts(project, command):
            project = evolve(project, fact)
    assert isinstance(project, Live)
    return project


def refused(project: Project, command: Any) -> set[str]:
    """The names of the rules that forbid a command."""
    with pytest.raises(Refused) as broken:
        facts(project, command)
    assert all(rule.source.startswith("SAF 6") for rule in broken.value.rules)
    return {rule.name for rule in broken.value.rules}


def test_an_imported_project_says_so_and_states_its_baseline() -> None:
    """The chalk stream grant enters with £420,000, imported, with no approving body known, and is being delivered."""
    project = after(IMPORTED)
    assert project.imported
    assert project.stage is Stage.DELIVERY
    assert project.baseline is not None
    assert (project.baseline.figures, project.baseline.approved_by, project.baseline.case) == (F420, None, None)


def test_a_project_of_the_framework_enters_without_a_baseline() -> None:
    """A project that was not imported gets its baseline from its business case, and begins as a concept."""
    project = after(OPENED)
    assert (project.imported, project.baseline, project.stage, project.sponsor) == (False, None, Stage.CONCEPT, ANN)


@pytest.mark.parametrize(
    ("command", "rules"),
    [
        (replace(IMPORTED, figures=None), {"imported_states_its_baseline"}),
        (replace(IMPORTED, imported=False), {"imported_says_so"}),
        (replace(OPENED, approved_by=BOARD), {"imported_says_so"}),
        (replace(OPENED, tolerances=Text("ten per cent")), {"imported_says_so"}),
        (replace(IMPORTED, project=ProjectId(""), title=Text("")), {"identified", "titled"}),
        (replace(IMPORTED, manager=PersonId("eve")), {"people_known"}),
        (replace(IMPORTED, approved_by=BodyId("cabinet")), {"body_known"}),
        (replace(IMPORTED, starts=TODAY, ends=date(2024, 1, 1)), {"in_order"}),
        (replace(IMPORTED, decided_on=date(2024, 11, 13)), {"decided_already"}),
    ],
)
def test_registrations_that_are_refused(command: RegisterProject, rules: set[str]) -> None:
    """Each thing that makes a registration senseless is refused by its own rule."""
    assert refused(unregistered(), command) == rules


def test_a_project_is_registered_once() -> None:
    """The same id does not enter the register twice."""
    assert refused(after(IMPORTED), IMPORTED) == {"new"}


def test_what_is_not_looked_at_is_not_refused() -> None:
    """Where people and bodies are not known to the asker, they are taken as given."""
    eve = replace(IMPORTED, sponsor=PersonId("eve"), approved_by=BodyId("cabinet"))
    assert facts(unregistered(), eve, RegisterKnown())


def test_a_business_case_sets_the_baseline() -> None:
    """On taking effect its figures, body, date and case become the baseline, and the project is delivered."""
    project = after(OPENED, SET)
    assert project.baseline is not None
    assert (project.baseline.figures, project.baseline.approved_by, project.baseline.case) == (F1M, COMMITTEE, "impact")
    assert project.stage is Stage.DELIVERY


def test_a_business_case_opens_a_project_the_register_does_not_know() -> None:
    """What took effect is never refused: the project enters the register with it, not as imported."""
    project = after(SET)
    assert not project.imported
    assert project.baseline is not None
    assert project.baseline.figures == F1M


def test_a_change_request_moves_the_baseline() -> None:
    """The after becomes the baseline; what the request leaves out stays as it was; the fact holds what stood."""
    dated = replace(IMPORTED, starts=date(2024, 1, 1), ends=date(2025, 3, 31))
    (fact,) = facts(after(dated), replace(MOVE, ends=date(2026, 3, 31)))
    assert isinstance(fact, BaselineMoved)
    assert fact.before is not None
    assert fact.before.figures == fact.asked_from == F420
    assert (fact.after.figures, fact.after.starts, fact.after.ends) == (F450, date(2024, 1, 1), date(2026, 3, 31))
    assert (fact.after.approved_by, fact.after.case) == (CHIEF, "first")


def test_a_second_live_change_starts_from_the_new_before() -> None:
    """Once one change takes effect the other no longer starts from the baseline, and is recorded so."""
    project = after(IMPORTED)
    assert project.stands_at(F420)
    moved = after(IMPORTED, MOVE)
    assert not moved.stands_at(F420)
    assert moved.stands_at(F450)
    (fact,) = facts(moved, replace(MOVE, case=CaseId("second"), after=F500))
    assert (fact.before.figures, fact.asked_from, fact.after.figures) == (F450, F420, F500)


def test_taking_effect_twice_is_taking_effect_once() -> None:
    """A case that set or moved the baseline already does nothing more."""
    assert facts(after(OPENED, SET), SET) == ()
    assert facts(after(IMPORTED, MOVE, replace(MOVE, case=CaseId("second"))), MOVE) == ()


def test_a_change_never_fails_for_want_of_a_baseline() -> None:
    """A change to a project without a baseline, or not in the register, leaves its after standing all the same."""
    for before in ((OPENED,), ()):
        project = after(*before, MOVE)
        assert project.baseline is not None
        assert project.baseline.figures == F450


def test_pause_resume_and_cancel() -> None:
    """A change request may pause, resume or cancel a project; its baseline is kept throughout."""
    pause = replace(MOVE, after=F420, effect=Effect.PAUSES)
    resume = replace(pause, case=CaseId("second"), effect=Effect.RESUMES)
    cancel = replace(pause, case=CaseId("third"), effect=Effect.CANCELS)
    assert type(after(IMPORTED, pause)) is Paused
    assert type(after(IMPORTED, pause, resume)) is Live
    cancelled = after(IMPORTED, pause, cancel)
    assert type(cancelled) is Cancelled
    assert cancelled.stands_at(F420)
    assert type(after(IMPORTED, cancel, resume)) is Cancelled
    assert refused(cancelled, RecordReview(CHALK, TODAY, Rag.RED)) == {"not_cancelled"}


@pytest.mark.parametrize(
    ("effect", "before", "stood"),
    [(Effect.PAUSES, (), Live), (Effect.CANCELS, (), Live), (Effect.RESUMES, (Effect.PAUSES,), Paused)],
)
def test_what_a_corrected_change_did_to_its_project_is_undone(
    effect: Effect, before: tuple[Effect, ...], stood: type[Live]
) -> None:
    """When the record of a change that paused, resumed or cancelled is corrected, the project stands as it stood."""
    earlier = [replace(MOVE, case=CaseId("earlier"), effect=each) for each in before]
    change = replace(MOVE, after=F420, effect=effect)
    undone = SetBaselineAside(CHALK, change.case, TODAY, effect)
    assert type(after(IMPORTED, *earlier, change, undone)) is stood


def test_an_imported_baseline_is_put_right_until_a_case_rests_on_it() -> None:
    """A slip in an imported baseline is corrected with a reason; afterwards only a change request moves it."""
    put_right = CorrectImportedBaseline(CHALK, F500, Text("typed wrongly"), approved_by=BOARD)
    assert after(IMPORTED, put_right).stands_at(F500)
    assert refused(after(IMPORTED), replace(put_right, reason=Text(""))) == {"reasoned"}
    assert refused(after(IMPORTED, MOVE), put_right) == {"imported_untouched"}
    assert refused(after(OPENED), put_right) == {"imported_untouched"}


def test_what_describes_a_project_is_put_right() -> None:
    """A new sponsor and manager replace the old ones; an unknown project has nothing to put right."""
    command = AmendProject(CHALK, Text("title"), ProgrammeId("rivers"), sponsor=None, manager=ANN)
    project = after(OPENED, command)
    assert (project.sponsor, project.manager) == (None, ANN)
    assert refused(unregistered(), command) == {"registered"}


def test_stages() -> None:
    """A stage is reached once, not in the future, and delivery needs a baseline."""
    project = after(OPENED, ReachStage(CHALK, Stage.DEVELOPMENT, TODAY))
    assert project.stage is Stage.DEVELOPMENT
    assert refused(project, ReachStage(CHALK, Stage.DEVELOPMENT, TODAY)) == {"another_stage"}
    assert refused(project, ReachStage(CHALK, Stage.DELIVERY, date(2024, 11, 13))) == {
        "baseline_before_delivery",
        "not_future",
    }


def test_reviews() -> None:
    """A review gives a RAG and a forecast; reviews go forward, and the next one comes after."""
    review = RecordReview(CHALK, TODAY, Rag.AMBER_RED, next_review=date(2024, 12, 12), forecast=F500)
    project = after(IMPORTED, replace(review, priority=Priority.HIGH))
    assert project.last_review == TODAY
    assert refused(project, replace(review, on=date(2024, 11, 1))) == {"review_in_order"}
    assert refused(project, replace(review, next_review=TODAY)) == {"next_review_later"}
    assert refused(unregistered(), replace(review, on=date(2024, 11, 13))) == {"registered", "not_future"}


def test_the_rag_has_five_points() -> None:
    """Red, amber red, amber, amber green and green."""
    assert len(Rag) == 5


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 10**9), st.sampled_from(Effect)), max_size=8))
def test_taking_effect_never_fails(changes: list[tuple[int, int, Effect]]) -> None:
    """Whatever took effect before, in whatever order, a change is recorded and the last one new stands."""
    commands = [
        replace(MOVE, case=CaseId(f"case-{n}"), after=Figures.of(pounds(sum_ // 100)), effect=effect)
        for n, sum_, effect in changes
    ]
    project = after(IMPORTED, *commands)
    news = list(dict.fromkeys(command.case for command in commands))
    assert project.rests_on == tuple(news)
    if news:
        assert project.stands_at(next(c.after for c in commands if c.case == news[-1]))


def test_nothing_happens_to_a_project_before_it_is_registered() -> None:
    """A ledger in which a review comes before the registration is not one this house wrote."""
    (fact,) = facts(after(IMPORTED), RecordReview(CHALK, TODAY, Rag.GREEN))
    with pytest.raises(ValueError, match="before the project was registered"):
        evolve(unregistered(), fact)


def test_facts_survive_being_stored() -> None:
    """Every kind of fact reads back from JSON as it was."""
    history = [
        (unregistered(), IMPORTED),
        (after(IMPORTED), MOVE),
        (after(IMPORTED), replace(MOVE, effect=Effect.PAUSES)),
        (after(IMPORTED), replace(MOVE, effect=Effect.CANCELS)),
        (after(IMPORTED, replace(MOVE, effect=Effect.PAUSES)), replace(MOVE, case=CaseId("2"), effect=Effect.RESUMES)),
        (after(IMPORTED), CorrectImportedBaseline(CHALK, F500, Text("slip"))),
        (after(IMPORTED), AmendProject(CHALK, Text("title"), manager=ANN)),
        (after(IMPORTED), RecordReview(CHALK, TODAY, Rag.GREEN, forecast=F500)),
        (unregistered(), SET),
    ]
    for project, command in history:
        for fact in facts(project, command):
            adapter = TypeAdapter(type(fact))
            assert adapter.validate_json(adapter.dump_json(fact)) == fact
