"""The Investment Panel: features/panel.feature."""

from dataclasses import replace
from datetime import date, datetime

from pytest_bdd import given, scenarios, step, then, when

from domain.case import events
from domain.case.commands import ConditionSet
from domain.routing.cpca_2024 import CPCA_2024
from domain.words import CycleId, PersonId, PolicyId, Text, london_day
from tests.dsl import PANEL, Stage, day_of, said

scenarios("panel.feature")


@given(said("the Board has made the panel's advice final from {on:day}"))
def _(stage: Stage, on: date) -> None:
    final = replace(
        CPCA_2024,
        id=PolicyId("cpca-2024-final"),
        adopted_on=date(2024, 10, 16),
        effective_from=on,
        review_due=date(2025, 10, 1),
        settings=replace(CPCA_2024.settings, decline_is_final=True),
    )
    stage.do("adopt_policy", "moe", f"{date(2024, 10, 16):%d %B %Y}", policy=final)


@when(said("{who} records on {at:moment} that the panel recommends it on condition that:"))
def _(stage: Stage, who: str, at: datetime, datatable: list[list[str]]) -> None:
    conditions = tuple(
        ConditionSet(Text(what), PersonId(owner.lower()), day_of(by)) for what, owner, by in datatable[1:]
    )
    stage.tries("recommend", who, at, conditions=conditions)


@when(said("{who} records on {at:moment} that the panel defers it to the cycle of {cycle}"))
def _(stage: Stage, who: str, at: datetime, cycle: CycleId) -> None:
    assert stage.body().id == PANEL
    stage.tries("defer", who, at, cycle=cycle)


@step(said("{who} plans a committee on {on:day} on {at:moment}"))
def _(stage: Stage, who: str, on: date, at: datetime) -> None:
    stage.do("plan_calendar", who, at, committees=(on,))


@then(said("the panel's conditions are owned by: {owners:words}"))
def _(stage: Stage, owners: str) -> None:
    [recommended] = stage.facts(None, events.Recommended)
    held = [f"{c.owner.title()} by {c.due.day} {c.due:%B %Y}" for c in recommended.conditions]
    assert ", ".join(held) == owners
    assert all(stage.said(condition.says) for condition in recommended.conditions)


@then(said("the panel's outcome is dated {on:day} and was recorded on {at:day}"))
def _(stage: Stage, on: date, at: date) -> None:
    [recorded] = [r for r in stage.record() if isinstance(r.fact, events.Recommended)]
    assert (recorded.fact.on, london_day(recorded.at)) == (on, at)


@then(said("{who} is not late"))
def _(stage: Stage, who: str) -> None:
    assert stage.case().file.authors == {who}
    assert not stage.review().late
