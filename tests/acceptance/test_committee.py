"""The Investment Committee: features/committee.feature."""

from datetime import date, datetime

from pytest_bdd import scenarios, step, then

from domain.words import BodyId, Text
from tests.dsl import Stage, day_of, label, said

scenarios("committee.feature")

Case = str | None


@step(
    said("{who} records on {moment} that {case} waits for the chair's ruling that it is urgent, because {reason:text}")
)
def _(stage: Stage, who: str, moment: datetime, case: Case, reason: str) -> None:
    stage.tries("await_urgency", who, moment, case=case, reason=Text(reason))


@step(said("{who} records on {moment} the chair's opinion that {case} is urgent, because {reason:text}"))
def _(stage: Stage, who: str, moment: datetime, case: Case, reason: str) -> None:
    sitting = stage.review(case).sitting
    stage.tries("rule_urgent", who, moment, case=case, sitting=sitting, reason=Text(reason))


@step(said("{who} records on {moment} the chair's opinion that {case} is urgent, without reasons"))
def _(stage: Stage, who: str, moment: datetime, case: Case) -> None:
    sitting = stage.review(case).sitting
    stage.tries("rule_urgent", who, moment, case=case, sitting=sitting, reason=Text(""))


@step(said("{who} gives public notice of the {body} of {on:day} on {moment}"))
def _(stage: Stage, who: str, body: BodyId, on: date, moment: datetime) -> None:
    stage.tries("give_public_notice", who, moment, sitting=stage.sitting_on(body, on))


@step(said("{who} records on {moment} the chair's opinion that {case} is urgent at the {body} of {on:day}"))
def _(stage: Stage, who: str, moment: datetime, case: Case, body: BodyId, on: date) -> None:
    sitting = stage.sitting_on(body, on)
    stage.tries("rule_urgent", who, moment, case=case, sitting=sitting, reason=Text("It is pressing."))


@then(said("the agenda of the {body} of {on:day} holds {case} only"))
def _(stage: Stage, body: BodyId, on: date, case: Case) -> None:
    stage.nothing_unexpected()
    assert [item.case for item in stage.world().meeting(stage.sitting_on(body, on)).items] == [label(case)]


@then(said("public notice of the {body} of {on:day} was given on {given_on:day}"))
def _(stage: Stage, body: BodyId, on: date, given_on: date) -> None:
    stage.nothing_unexpected()
    assert stage.world().meeting(stage.sitting_on(body, on)).notice_on == given_on


@step(said("{who} lists {case} to the {body} of {on:day} on {moment}"))
def _(stage: Stage, who: str, case: Case, body: BodyId, on: date, moment: datetime) -> None:
    stage.tries("list_to", who, moment, case=case, sitting=stage.sitting_on(body, on))


@then(said("the decision was made on {on:day}"))
def _(stage: Stage, on: date) -> None:
    stage.nothing_unexpected()
    assert stage.world().decision(label(None)).made.on == on


@then(said("the agenda of the {body} of {on:day} counts these clear days:"))
def _(stage: Stage, body: BodyId, on: date, datatable: list[list[str]]) -> None:
    stage.nothing_unexpected()
    facts = [r.fact for r in stage.ledger.stream(f"meeting-{stage.sitting_on(body, on)}")]
    assert facts[-1].clear_days == tuple(day_of(row[0]) for row in datatable)
