"""Cancellation and moves: features/cancellation_and_moves.feature."""

from datetime import date, datetime
from typing import Any

from pytest_bdd import scenarios, step, then

from domain.calendar.key_dates import KeyDateName
from domain.case.events import Outcome
from domain.words import BodyId, CycleId, Text
from tests.dsl import BOARD, BODIES, COMMITTEE, Stage, day_of, label, said
from workflows.views.authority import proposed

scenarios("cancellation_and_moves.feature")

Case = str | None


@step(said("{who} publishes on {moment} that the {body} of {on:day} is cancelled"))
def _(stage: Stage, who: str, moment: datetime, body: BodyId, on: date) -> None:
    stage.tries("publish_cancellation", who, moment, sitting=stage.sitting_on(body, on))


@step(said("{who} moves the {body} of {on:day} to {to:day} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, body: BodyId, on: date, to: date, moment: datetime, reason: str) -> None:
    stage.tries("move_sitting", who, moment, sitting=stage.sitting_on(body, on), to=to, reason=Text(reason))


@step(said("{who} adds a committee on {on:day}, on {moment}"))
def _(stage: Stage, who: str, on: date, moment: datetime) -> None:
    stage.tries("add_sitting", who, moment, body=COMMITTEE, on=on)


@step(said("{who} closes {day} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, day: date, moment: datetime, reason: str) -> None:
    stage.tries("close_day", who, moment, day=day, reason=Text(reason))


@step(said("{who} confirms for the cycle of {cycle} on {moment} that {key_date} is {day}"))
def _(stage: Stage, who: str, cycle: CycleId, moment: datetime, key_date: str, day: date) -> None:
    dates = ((KeyDateName(key_date), day),)
    stage.tries("accept_dates", who, moment, cycle=cycle, dates=dates, reason=Text("Confirmed."))


@step(said("{case} is also listed to the Board of {on:day}"))
def _(stage: Stage, case: Case, on: date) -> None:
    assert stage.review(case).subject_to == stage.sitting_on(BOARD, on)


@then(said("the report of {case} is cleared still"))
def _(stage: Stage, case: Case) -> None:
    assert stage.world().report(label(case)).publishable is not None


@then(said("{case} is recommended by the panel still"))
def _(stage: Stage, case: Case) -> None:
    assert stage.review(case).taken[1].outcome is Outcome.RECOMMEND


@then(said("that sitting is still known as {id:text}"))
def _(stage: Stage, id: str) -> None:
    assert stage.sitting().id == id


@then(said("the agenda of the {body} of {on:day} falls due on {due:day}"))
def _(stage: Stage, body: BodyId, on: date, due: date) -> None:
    stage.nothing_unexpected()
    assert stage.world().calendar.sitting(stage.sitting_on(body, on)).agenda_due == due


def proposals(stage: Stage, cycle: CycleId) -> list[Any]:
    """What a person is asked to confirm for one cycle."""
    stage.nothing_unexpected()
    return [one for one in proposed(stage.world())["proposals"] if one["cycle"] == cycle]


@then(said("these dates are proposed for the cycle of {cycle}:"))
def _(stage: Stage, cycle: CycleId, datatable: list[list[str]]) -> None:
    found = [(one["key_date"], one["stands"], one["proposed"]) for one in proposals(stage, cycle)]
    assert found == [
        (name.replace(" ", "_"), day_of(stands).isoformat(), day_of(new).isoformat()) for name, stands, new in datatable
    ]


@then(said("no dates are proposed for the cycle of {cycle}"))
def _(stage: Stage, cycle: CycleId) -> None:
    assert proposals(stage, cycle) == []


@then("it is raised that these agendas would leave fewer than five clear working days:")
def _(stage: Stage, datatable: list[list[str]]) -> None:
    stage.nothing_unexpected()
    raised = [(one["sitting"], one["stands"], one["lawful"]) for one in proposed(stage.world())["unlawful"]]
    expected = []
    for sitting, stands, lawful in datatable:
        body, _, on = sitting.partition(" of ")
        id = stage.sitting_on(BODIES[body], day_of(on))
        expected.append((id, day_of(stands).isoformat(), day_of(lawful).isoformat()))
    assert raised == expected
