"""The planner: features/planner.feature."""

from datetime import date
from typing import Any

import pytest
from pytest_bdd import scenarios, then, when

from domain.case import events
from domain.case.state import OnRoute
from domain.routing.bodies import Sort
from domain.routing.kinds import Kind
from domain.words import CycleId, Pence
from tests.dsl import BODIES, OUTCOME, Stage, day_of, label, said
from workflows.planner import Plan, plan

scenarios("planner.feature")


@pytest.fixture
def planned() -> dict[str, Plan]:
    """The plan that was asked for."""
    return {}


def ask(stage: Stage, kind: Kind, value: Pence, on: date, **known: Any) -> Plan:
    """A plan over the calendar as it stands, which leaves the ledger as it was."""
    world, head = stage.world(), stage.ledger.head()
    found = plan(kind, value, on, world.calendar, world.policies.in_force(on), **known)
    assert stage.ledger.head() == head
    return found


@when(said("{who} plans a {kind} of {value:sum} to be submitted on {on:day}"))
def _(stage: Stage, planned: dict[str, Plan], who: str, kind: Kind, value: Pence, on: date) -> None:
    assert who
    planned["plan"] = ask(stage, kind, value, on)


@when(said("{who} plans a {kind} of {value:sum} to be submitted on {on:day}, notice being given on {notice:day}"))
def _(stage: Stage, planned: dict[str, Plan], who: str, kind: Kind, value: Pence, on: date, notice: date) -> None:
    assert who
    planned["plan"] = ask(stage, kind, value, on, notice_given=notice)


@when(said("{who} plans a {kind} of {value:sum} to be submitted on {on:day}, needed by {needed:day}"))
def _(stage: Stage, planned: dict[str, Plan], who: str, kind: Kind, value: Pence, on: date, needed: date) -> None:
    assert who
    planned["plan"] = ask(stage, kind, value, on, needed_by=needed)


@then(said("the plan is in the cycle of {cycle}"))
def _(planned: dict[str, Plan], cycle: CycleId) -> None:
    assert planned["plan"].cycle == cycle


@then(said("the earliest decision is on {on:day}"))
def _(planned: dict[str, Plan], on: date) -> None:
    assert planned["plan"].earliest_decision == on


@then("no decision can be planned")
def _(planned: dict[str, Plan]) -> None:
    assert planned["plan"].earliest_decision is None
    assert not [step.due for step in planned["plan"].steps if step.due]


@then(said("what binds it is: {binds:words}"))
def _(planned: dict[str, Plan], binds: str) -> None:
    assert planned["plan"].binding == binds.replace(" ", "_")


@then(said("its notice is due by {on:day}"))
def _(planned: dict[str, Plan], on: date) -> None:
    assert planned["plan"].notice_by == on


@then("the steps of the plan are:")
def _(planned: dict[str, Plan], datatable: list[list[str]]) -> None:
    steps = [(step.body, step.capacity, step.due, step.working_days_left) for step in planned["plan"].steps]
    assert steps == [(BODIES[body], does, day_of(by), int(left)) for body, does, by, left in datatable[1:]]


@then("if these are missed:")
def _(planned: dict[str, Plan], datatable: list[list[str]]) -> None:
    missed = [(one.key_date, one.cycle, one.earliest_decision) for one in planned["plan"].if_missed]
    assert missed == [(name.replace(" ", "_"), cycle, day_of(on)) for name, cycle, on in datatable[1:]]


@then(said("the plan warns {says:text}"))
def _(planned: dict[str, Plan], says: str) -> None:
    assert says in planned["plan"].warnings


@then(said("it is {number} days short"))
def _(planned: dict[str, Plan], number: int) -> None:
    assert planned["plan"].shortfall_days == number


@then("these ways are open:")
def _(planned: dict[str, Plan], datatable: list[list[str]]) -> None:
    assert [[way.says, way.who_agrees] for way in planned["plan"].ways] == datatable[1:]


@then("no ways are needed")
def _(planned: dict[str, Plan]) -> None:
    assert not planned["plan"].ways


@when("everybody acts on it on the day planned")
def _(stage: Stage, planned: dict[str, Plan]) -> None:
    for step in planned["plan"].steps:
        assert isinstance(stage.case(), OnRoute)
        body = stage.body()
        assert body.id == step.body
        if body.sort is Sort.MEMBERS and not stage.world().meeting(stage.review().sitting).carries(label(None)):
            stage.publish()
        decides = step is planned["plan"].steps[-1]
        on = planned["plan"].earliest_decision if decides else step.due
        assert on is not None
        stage.do(OUTCOME.get(step.capacity, "approve"), stage.clerk_of(body), stage.later(f"{on:%d %B %Y} at 15:00"))


@then(said("the decision is made on the day planned, {on:day}"))
def _(stage: Stage, planned: dict[str, Plan], on: date) -> None:
    [approved] = stage.facts(None, events.Approved)
    assert approved.on == planned["plan"].earliest_decision == on
