"""The public cases: features/public_cases.feature."""

from datetime import date

from pytest_bdd import given, scenarios, then

from domain.decision.state import published_on
from domain.register.state import Live
from domain.routing.kinds import Kind
from domain.words import BodyId, Pence, ProjectId
from tests import sittings
from tests.dsl import BOARD, COMMITTEE, Stage, label, said

scenarios("public_cases.feature")

Case = str | None


@given(said("the project {name:text} was approved before the framework at {value:sum}, by a body not known"))
def _(stage: Stage, name: str, value: Pence) -> None:
    stage.project(label(name), f"{value / 100:.2f}")


@given(said("a change request {case} to that project by {who}, changing its end date and scope"))
def _(stage: Stage, case: str, who: str) -> None:
    project = ProjectId("greater-cambridge-chalk-stream-project")
    stage.draft(case, Kind.CHANGE_REQUEST, None, who, project=project)


@given(said("{case} has been decided by the Board of {on:day}"))
def _(stage: Stage, case: Case, on: date) -> None:
    stage.carry(case, BOARD)
    assert stage.sitting(case).on == on
    stage.carry(case)


@given(said("a business case {case} of {value:sum} by {who} that rests on {concept:case}"))
def _(stage: Stage, case: str, value: Pence, who: str, concept: str) -> None:
    stage.draft(case, Kind.BUSINESS_CASE, value, who, concept=label(concept))


@then(said("the figure of {case} is {figure:sum}"))
def _(stage: Stage, case: Case, figure: Pence) -> None:
    assert stage.route(case).figure == figure


@then(said("the decision on {case} was made on {on:day} by the {body}"))
def _(stage: Stage, case: Case, on: date, body: BodyId) -> None:
    stage.nothing_unexpected()
    made = stage.world().decision(label(case)).made
    assert (made.on, made.body) == (on, body)


@then(said("the decision on {case} was made on {on:day} by the {body} and published on {published:day}"))
def _(stage: Stage, case: Case, on: date, body: BodyId, published: date) -> None:
    stage.nothing_unexpected()
    decision = stage.world().decision(label(case))
    assert (decision.made.on, decision.made.body, published_on(decision)) == (on, body, published)


@then(said("the baseline of {project:text} is {value:sum}, decided by the {body} on {on:day}"))
def _(stage: Stage, project: str, value: Pence, body: BodyId, on: date) -> None:
    known = stage.world().case(label(project)).file.identity.reference if project.endswith("Impact") else label(project)
    found = stage.world().project(ProjectId(known))
    assert isinstance(found, Live)
    assert (found.baseline.figures.authority_contribution, found.baseline.approved_by) == (value, body)
    assert found.baseline.decided_on == on


@then(said("the resolution on {case} was unanimous among {number} members who took part"))
def _(stage: Stage, case: Case, number: int) -> None:
    stage.nothing_unexpected()
    sitting = stage.sitting_on(COMMITTEE, date(2024, 12, 16))
    resolution = stage.world().meeting(sitting).resolution(label(case))
    assert resolution.ballot.in_favour == len(resolution.taking_part) == number
    assert (resolution.ballot.against, resolution.ballot.abstaining) == (0, 0)


@then(said("it was on the record before the agenda of the Board of {on:day}, which notes it, fell due on {due:day}"))
def _(stage: Stage, on: date, due: date) -> None:
    board = stage.world().calendar.sitting(stage.sitting_on(BOARD, on))
    assert board.agenda_due == due
    assert stage.now < sittings.at(due, "00:00")
