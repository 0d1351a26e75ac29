"""Corrections: features/corrections.feature."""

from datetime import date, datetime

from pytest_bdd import given, scenarios, step, then

from domain.case.commands import ConditionSet
from domain.case.events import Outcome, RecordCorrected, StepTaken
from domain.decision.state import Effective
from domain.people.offices import CHIEF_EXECUTIVE
from domain.routing.kinds import Figures, Kind
from domain.words import EntryId, Pence, PersonId, ProjectId, Text
from tests.dsl import OUTCOMES, Stage, label, said

scenarios("corrections.feature")

Case = str | None


@given(said("a second Chief Executive, {who}, is appointed from {first:day}"))
def _(stage: Stage, who: str, first: date) -> None:
    stage.do("add_person", "ada", person=PersonId(who), name=Text(who.title()))
    stage.do("appoint", "ada", person=PersonId(who), office=CHIEF_EXECUTIVE, starts=first)


@given(said("{case} stood before the Chief Executive"))
def _(stage: Stage, case: Case) -> None:
    assert stage.body(case).id == "chief_executive"


@given(said("{case} took effect on {on:day}"))
def _(stage: Stage, case: Case, on: date) -> None:
    stage.nothing_unexpected()
    assert stage.world().decision(label(case)).since == on


@given(
    said(
        "Dee records on {moment} that the committee approves it"
        " on condition that {owner:who} does {what:text} by {due:day}"
    )
)
def _(stage: Stage, moment: datetime, owner: str, what: str, due: date) -> None:
    stage.do("approve", "dee", moment, case=None, conditions=(ConditionSet(Text(what), PersonId(owner), due),))


@given(said("a later change request moved that baseline to {value:sum}"))
def _(stage: Stage, value: Pence) -> None:
    stage.draft("Later", Kind.CHANGE_REQUEST, value, "bea", project=ProjectId("a-project"))
    stage.submit("Later", "bea", "4 November 2024 at 10:00")
    stage.carry("Later")
    assert stage.standing("Later") == "in_effect"


@given(said("the power {entry:text} is conferred on the Chief Executive for business cases to {limit:sum}"))
def _(stage: Stage, entry: str, limit: Pence) -> None:
    minute = Text("Board, minute 12")
    of_it = {"kinds": (Kind.BUSINESS_CASE,), "limit": limit, "resolution": minute, "starts": date(2024, 10, 1)}
    stage.do("confer", "dee", entry=EntryId(entry), office=CHIEF_EXECUTIVE, **of_it)


@given(said("{who} approves {case} under {entry:text} on {moment}"))
def _(stage: Stage, who: str, case: Case, entry: str, moment: datetime) -> None:
    stage.tries("approve", who, moment, case=case, under=EntryId(entry))


@step(said("{who} proposes on {moment} that step {number} of {case} was {outcome:text}, because {reason:text}"))
def _(stage: Stage, who: str, moment: datetime, number: int, case: Case, outcome: str, reason: str) -> None:
    fields = {"step": number, "outcome": Outcome(OUTCOMES[outcome]), "reason": Text(reason)}
    stage.tries("correct_record", who, moment, case=case, **fields)


@step(
    said(
        "{who} proposes on {moment} that step {number} of {case} was {outcome:text} on {on:day}, because {reason:text}"
    )
)
def _(stage: Stage, who: str, moment: datetime, number: int, case: Case, outcome: str, on: date, reason: str) -> None:
    fields = {"step": number, "outcome": Outcome(OUTCOMES[outcome]), "on": on, "reason": Text(reason)}
    stage.tries("correct_record", who, moment, case=case, **fields)


@step(said("{who} confirms the correction of {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("confirm_correction", who, moment, case=case)


@then("Ann is to answer the feedback and resubmit")
def _(stage: Stage) -> None:
    assert [what for _, what, _ in stage.waiting("person:ann")] == ["answer the feedback and resubmit"]


@then(said("the record of {case} shows both what was recorded and its correction by {one:who} and {other:who}"))
def _(stage: Stage, case: Case, one: str, other: str) -> None:
    assert [fact.step for fact in stage.facts(case, *StepTaken.__args__)] == [0, 1]
    assert [(f.by.person, f.confirmed_by.person) for f in stage.facts(case, RecordCorrected)] == [(one, other)]


@then("it can be corrected no longer")
def _(stage: Stage) -> None:
    assert [rule.name for rule in stage.refused()] == ["case.correctable"]


@then(said("{number} condition of {case} is open"))
def _(stage: Stage, number: int, case: Case) -> None:
    assert len([one for one in stage.case(case).conditions if one]) == number


@then(said("the baseline is {value:sum}, decided on {on:day}"))
def _(stage: Stage, value: Pence, on: date) -> None:
    baseline = stage.world().project(ProjectId("a-project")).baseline
    assert (baseline.figures, baseline.decided_on) == (Figures.of(value), on)


@then(said("the baseline is {value:sum}, of no known decision"))
def _(stage: Stage, value: Pence) -> None:
    stage.nothing_unexpected()
    baseline = stage.world().project(ProjectId("a-project")).baseline
    assert (baseline.figures, baseline.decided_on, baseline.case) == (Figures.of(value), None, None)
    assert not isinstance(stage.world().decision(label(None)), Effective)


@then(said("{left:sum} is left of {entry:text}"))
def _(stage: Stage, left: Pence, entry: str) -> None:
    assert stage.world().delegations.entry(EntryId(entry)).left == left
