"""Conditions and effect: features/conditions_and_effect.feature."""

from datetime import date, datetime

from pytest_bdd import scenarios, step, then

from domain.case.commands import ConditionSet
from domain.case.events import Raised, TookEffect
from domain.meeting.commands import Cast, ItemCondition
from domain.meeting.events import Verb
from domain.people.offices import PMO
from domain.register.events import Stage as ProjectStage
from domain.register.state import Live
from domain.routing.kinds import Figures
from domain.words import BodyId, Pence, PersonId, ProjectId, Text
from tests.dsl import Stage, day_of, label, moment, said

scenarios("conditions_and_effect.feature")

Case = str | None


@step(said("Dee records on {moment} that the committee approves it, on these conditions:"))
def _(stage: Stage, moment: datetime, datatable: list[list[str]]) -> None:
    conditions = tuple(ConditionSet(Text(says), PersonId(who.lower()), day_of(due)) for says, who, due in datatable)
    stage.tries("approve", "dee", moment, case=None, conditions=conditions)


@step(
    said(
        "the committee {outcome} {case} by {in_favour:number} votes to {against:number} on {moment},"
        " on condition that {owner:who} does {what:text} by {due:day}"
    )
)
def _(
    stage: Stage,
    outcome: str,
    case: Case,
    in_favour: int,
    against: int,
    moment: datetime,
    owner: str,
    what: str,
    due: date,
) -> None:
    condition = ItemCondition(label(case), Text(what), PersonId(owner), due)
    fields = {"votes": Cast(in_favour, against), "conditions": (condition,)}
    stage.tries("resolve", "dee", moment, outcomes=((label(case), Verb(outcome)),), **fields)


@step(said("{who} discharges condition {number} of {case} on {moment}"))
def _(stage: Stage, who: str, number: int, case: Case, moment: datetime) -> None:
    stage.tries("discharge", who, moment, case=case, number=number, evidence=Text("Seen."))


@step(said("Cleo records on {moment} that she approved it on {on:day}"))
def _(stage: Stage, moment: datetime, on: date) -> None:
    stage.tries("approve", "cleo", moment, case=None, on=on)


@then(said("that was due on {due:moment} and acted on at {at:moment}"))
def _(stage: Stage, due: datetime, at: datetime) -> None:
    found = [(r.fact.due, r.at) for r in stage.record() if isinstance(r.fact, TookEffect)]
    assert found == [(moment(due), moment(at))]


@then("Democratic Services are to publish the decision")
def _(stage: Stage) -> None:
    assert [what for _, what, _ in stage.waiting("office:democratic_services")] == ["publish the decision"]


@then("nothing waits for Democratic Services")
def _(stage: Stage) -> None:
    assert stage.waiting("office:democratic_services") == []


@then(said("nothing waits for {who}"))
def _(stage: Stage, who: str) -> None:
    assert stage.waiting(f"person:{who}") == []


@then("the PMO was told that a condition of it had passed on:")
def _(stage: Stage, datatable: list[list[str]]) -> None:
    raised = [fact.on for fact in stage.facts(None, Raised) if (fact.to, fact.key_date) == (PMO, "condition")]
    assert raised == [day_of(row[0]) for row in datatable]


@then(said("the register has its project in delivery, with a baseline of {value:sum} decided by the {body}"))
def _(stage: Stage, value: Pence, body: BodyId) -> None:
    stage.nothing_unexpected()
    found = stage.world().project(ProjectId(stage.case(None).file.identity.reference))
    assert isinstance(found, Live)
    assert found.stage is ProjectStage.DELIVERY
    assert (found.baseline.figures, found.baseline.approved_by) == (Figures.of(value), body)
    assert found.baseline.case == label(None)
