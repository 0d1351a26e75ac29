"""The Chief Executive: features/chief_executive.feature."""

from datetime import date, datetime

from pytest_bdd import given, scenarios, step, then, when

from domain.decision.state import Effective
from domain.words import Pence, PersonId, Text
from tests.dsl import CHIEF_EXECUTIVE, PANEL, Stage, label, midnight_after, said

scenarios("chief_executive.feature")


@given(said("a business case of {value:sum} by {who} that the panel of {on:day} recommended"))
def _(stage: Stage, value: Pence, who: str, on: date) -> None:
    stage.draft(value=value, by=who)
    cycle = stage.world().calendar.sittings[stage.sitting_on(PANEL, on)].cycle
    assert cycle is not None
    closes = stage.world().calendar.date(cycle, "pmo_submission")
    stage.submit(by=who, at=closes)
    stage.carry(to=PANEL)
    stage.do("recommend", "pat", f"{on:%d %B %Y} at 15:00")


@given(said("a business case of {value:sum} by {who} that {sponsor:who} sponsors"))
def _(stage: Stage, value: Pence, who: str, sponsor: str) -> None:
    stage.draft(value=value, by=who, sponsor=PersonId(sponsor))


@when(said("{who} records on {at:moment} that she approved it on {on:day}"))
def _(stage: Stage, who: str, at: datetime, on: date) -> None:
    assert stage.body().id == CHIEF_EXECUTIVE
    stage.tries("approve", who, at, on=on)


@step(said("{who} refers it up on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, at: datetime, reason: str) -> None:
    stage.tries("refer_up", who, at, reason=Text(reason))


@then("Democratic Services are asked to publish the decision")
def _(stage: Stage) -> None:
    stage.nothing_unexpected()
    assert (label(None), "publish the decision", None) in stage.waiting("office:democratic_services")


@then(said("it takes effect at midnight, on {on:day}"))
def _(stage: Stage, on: date) -> None:
    [(due, _)] = [(acted.due, acted.facts) for acted in stage.tick(on)]
    assert due == midnight_after(date.fromordinal(on.toordinal() - 1))
    decision = stage.world().decision(label(None))
    assert isinstance(decision, Effective)
    assert decision.since == on


@then(said("it is not marked late for {key_date}"))
def _(stage: Stage, key_date: str) -> None:
    assert key_date not in stage.review().marked
