"""Key dates: features/key_dates.feature."""

from datetime import date, datetime

import pytest
from pytest_bdd import given, scenarios, then, when

from domain.calendar.key_dates import BY_NAME, KeyDateName, derive
from domain.calendar.lint import lint_standing
from domain.calendar.proposals import Unlawful, proposals, unlawful
from domain.calendar.state import Calendar
from domain.words import BodyId, CycleId, Text
from tests.dsl import BODIES, Stage, day_of, said

scenarios("key_dates.feature")

Dates = dict[str, date]


def name_of(words: str) -> str:
    """A key date's name, from its words."""
    return words.strip().replace(" ", "_")


def calendar(stage: Stage) -> Calendar:
    """The calendar as it stands."""
    return stage.world().calendar


@pytest.fixture
def worked_out() -> dict[str, Dates]:
    """What the rules gave, by the committee's day or by cycle."""
    return {}


@when(said("the key dates of the committee of {on:day} are worked out"))
def _(stage: Stage, on: date, worked_out: dict[str, Dates]) -> None:
    worked_out["last"] = derive(on, calendar(stage).days, calendar(stage).scheme)


@when("every published committee's dates are worked out")
def _(stage: Stage, worked_out: dict[str, Dates]) -> None:
    for cycle in calendar(stage).cycles:
        if on := cycle.date("committee"):
            worked_out[cycle.id] = derive(on, calendar(stage).days, calendar(stage).scheme)


@then("the rules give these dates:")
def _(worked_out: dict[str, Dates], datatable: list[list[str]]) -> None:
    assert worked_out["last"] == {name_of(name): day_of(on) for name, on in datatable}


@then(said("the published cycle of {cycle} has the same dates but for: {but_for:words}"))
def _(stage: Stage, worked_out: dict[str, Dates], cycle: CycleId, but_for: str) -> None:
    published = calendar(stage).cycle(cycle)
    assert published is not None
    others = {name for name, on in published.dates if worked_out["last"][name] != on}
    assert others == ({name_of(name) for name in but_for.split(",")} if but_for.strip() != "none" else set())


def differing(stage: Stage, worked_out: dict[str, Dates]) -> list[tuple[str, str, date, date]]:
    """Published dates that the rules do not give: cycle, key date, published, by the rule."""
    return [
        (cycle.id, name, on, worked_out[cycle.id][name])
        for cycle in calendar(stage).cycles
        if cycle.id in worked_out
        for name, on in cycle.dates
        if worked_out[cycle.id][name] != on
    ]


@then(said("{same:number} of {every:number} published dates are what the rules give"))
def _(stage: Stage, worked_out: dict[str, Dates], same: int, every: int) -> None:
    counted = sum(len(dates) - 1 for dates in worked_out.values())
    assert (counted - len(differing(stage, worked_out)), counted) == (same, every)


@then("these are what a person decided or missed:")
def _(stage: Stage, worked_out: dict[str, Dates], datatable: list[list[str]]) -> None:
    told = [(cycle, name_of(name), day_of(on), day_of(rule)) for cycle, name, on, rule in datatable[1:]]
    assert differing(stage, worked_out) == told


@then(said("the cycle of {cycle} has these dates and no others:"))
def _(stage: Stage, cycle: CycleId, datatable: list[list[str]]) -> None:
    held = calendar(stage).cycle(cycle)
    assert held is not None
    assert dict(held.dates) == {name_of(name): day_of(on) for name, on in datatable}


@then(said("{key_date} is met by {who:words}, by {clock:words}, and the rule is {rule:text}"))
def _(key_date: str, who: str, clock: str, rule: str) -> None:
    row = BY_NAME[key_date]
    assert " and ".join(office.replace("_", " ") for office in row.offices) == who
    assert (row.by.isoformat("minutes") if row.by else "the end of the day") == clock
    assert row.says == rule


@then(said("between {first:day} and {last:day} there are {number} clear working days"))
def _(stage: Stage, first: date, last: date, number: int) -> None:
    assert len(calendar(stage).days.clear_between(first, last)) == number


# Planning, moving, closing


@when(said("{who} plans a committee on {first:day}"))
def _(stage: Stage, who: str, first: date) -> None:
    stage.do("plan_calendar", who, committees=(first,))


@when(said("{who} plans committees on {first:day} and {second:day}"))
def _(stage: Stage, who: str, first: date, second: date) -> None:
    stage.do("plan_calendar", who, committees=(first, second))


@when(said("{who} moves the {body} of {was:day} to {to:day} on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, body: BodyId, was: date, to: date, at: datetime, reason: str) -> None:
    assert body in BODIES.values()
    stage.do("move_sitting", who, at, sitting=stage.sitting_on(body, was), to=to, reason=Text(reason))


@given(said("{who} closes {day} on {at:moment}, because {reason:text}"))
@when(said("{who} closes {day} on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, day: date, at: datetime, reason: str) -> None:
    stage.do("close_day", who, at, day=day, reason=Text(reason))


@when(said("{who} confirms {key_date} of {cycle} on {on:day}, because {reason:text}"))
def _(stage: Stage, who: str, key_date: str, cycle: CycleId, on: date, reason: str) -> None:
    dates = ((KeyDateName(key_date), on),)
    stage.do("accept_dates", who, cycle=cycle, dates=dates, reason=Text(reason))


@then(said("the cycle of {cycle} has {key_date} on {on:day}"))
def _(stage: Stage, cycle: CycleId, key_date: str, on: date) -> None:
    assert calendar(stage).date(cycle, key_date) == on


@then(said("the calendar says of {cycle}: {says:text}"))
def _(stage: Stage, cycle: CycleId, says: str) -> None:
    assert says in [finding.says for finding in lint_standing(calendar(stage)) if finding.cycle == cycle]


@then(said("the calendar proposes {on:day} for {key_date} of {cycle}"))
def _(stage: Stage, on: date, key_date: str, cycle: CycleId) -> None:
    offered = {(one.cycle, one.key_date): one.proposed for one in proposals(calendar(stage), stage.world().today)}
    assert offered.get((cycle, key_date)) == on


@then("these agendas would no longer be lawful:")
def _(stage: Stage, datatable: list[list[str]]) -> None:
    held = calendar(stage)
    found = [(one.stands, one.cycle or "board", held.sittings[one.sitting].on, one.lawful) for one in told(stage)]
    assert found == [(day_of(due), of, day_of(on), day_of(lawful)) for due, of, on, lawful in datatable[1:]]


def told(stage: Stage) -> tuple[Unlawful, ...]:
    """Every agenda to come that is due later than the law allows."""
    return unlawful(calendar(stage), stage.world().today)
