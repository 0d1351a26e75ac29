"""Change requests: features/change_requests.feature."""

from datetime import date

from pytest_bdd import given, scenarios, step, then

from domain.case.events import ProjectEffect
from domain.register.state import Cancelled, Paused
from domain.routing.kinds import Figures, Kind
from domain.words import BodyId, Pence, ProjectId, Text
from tests.dsl import BOARD, COMMITTEE, Stage, label, said

scenarios("change_requests.feature")

Case = str | None
APPROVERS = {"nobody known": None, "the Board": BOARD, "the committee": COMMITTEE}


def register(stage: Stage, name: str, value: Pence, approved_by: BodyId | None, delegated: bool = False) -> None:
    """Enter a project that was approved before the framework."""
    stage.do(
        "register_project",
        project=project(name),
        title=Text(name),
        figures=Figures.of(value),
        approved_by=approved_by,
        delegated=delegated,
        imported=True,
    )


def project(name: str) -> ProjectId:
    """A project by the name a step gives it."""
    return ProjectId(label(name))


@given(said("a project {name:text} with a baseline of {value:sum}, approved by {body:words}"))
def _(stage: Stage, name: str, value: Pence, body: str) -> None:
    approver, _, delegates = body.partition(", which ")
    register(stage, name, value, APPROVERS[approver], bool(delegates))


@given(said("a change request {case} to {name:text} by {who} that leaves {after:sum}"))
def _(stage: Stage, case: str, name: str, who: str, after: Pence) -> None:
    stage.draft(case, Kind.CHANGE_REQUEST, after, who, project=project(name))


@given(said("a change request to {name:text} by {who} that leaves {after:sum}"))
def _(stage: Stage, name: str, who: str, after: Pence) -> None:
    stage.draft(None, Kind.CHANGE_REQUEST, after, who, project=project(name))


@given(said("a change request {case} to {name:text} by {who} that changes no money"))
def _(stage: Stage, case: str, name: str, who: str) -> None:
    stage.draft(case, Kind.CHANGE_REQUEST, None, who, project=project(name))


@given(said("a change request to {name:text} by {who} that changes no money"))
def _(stage: Stage, name: str, who: str) -> None:
    stage.draft(None, Kind.CHANGE_REQUEST, None, who, project=project(name))


@given(said("a change request to {name:text} by {who} that {effect:words} the project"))
def _(stage: Stage, name: str, who: str, effect: str) -> None:
    stage.draft(None, Kind.CHANGE_REQUEST, None, who, project=project(name), effect=ProjectEffect(effect))


@given(said("a change request to no project by {who}"))
def _(stage: Stage, who: str) -> None:
    stage.draft(None, Kind.CHANGE_REQUEST, Pence(10_000_000), who, project=None)


@step(said("{case} has been decided on its route"))
def _(stage: Stage, case: Case) -> None:
    stage.carry(case)


@then(said("the figure of {case} is {figure:sum}"))
def _(stage: Stage, case: Case, figure: Pence) -> None:
    stage.nothing_unexpected()
    assert stage.route(case).figure == figure


@then(said("the decider of {case} is the {body}"))
def _(stage: Stage, case: Case, body: BodyId) -> None:
    stage.nothing_unexpected()
    assert stage.route(case).decider == body


@then(said("{case} goes from {before:sum} to {after:sum}"))
def _(stage: Stage, case: Case, before: Pence, after: Pence) -> None:
    stage.nothing_unexpected()
    sums = stage.case(case).file.sums
    assert (sums.before, sums.after) == (Figures.of(before), Figures.of(after))


@step(said("the baseline of {name:text} is {value:sum}"))
@step(said("the baseline of {name:text} has become {value:sum}"))
def _(stage: Stage, name: str, value: Pence) -> None:
    stage.nothing_unexpected()
    assert stage.world().project(project(name)).baseline.figures == Figures.of(value)


@then(said("the baseline of {name:text} was approved by the {body} on {on:day}"))
def _(stage: Stage, name: str, body: BodyId, on: date) -> None:
    baseline = stage.world().project(project(name)).baseline
    assert (baseline.approved_by, baseline.decided_on) == (body, on)


@then(said("the project {name:text} is {standing:words}"))
def _(stage: Stage, name: str, standing: str) -> None:
    assert isinstance(stage.world().project(project(name)), {"paused": Paused, "cancelled": Cancelled}[standing])
