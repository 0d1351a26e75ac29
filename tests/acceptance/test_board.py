"""The Board: features/board.feature."""

from datetime import date, datetime

from pytest_bdd import scenarios, step, then

from domain.calendar.published import SittingKind
from domain.case.events import TakenOff
from domain.words import BodyId, Text
from tests import sittings
from tests.dsl import BOARD, COMMITTEE, Stage, label, said

scenarios("board.feature")

Case = str | None
WORDS = {"return_for_rework": "feedback", "comment": "comment"}


@step(said("the committee of {on:day} has commented on {case}"))
def _(stage: Stage, on: date, case: Case) -> None:
    if not stage.world().meeting(stage.sitting_on(COMMITTEE, on)).carries(label(case)):
        stage.publish(case)
    stage.do("comment", "dee", sittings.at(on, "16:00"), case=case)


@step(said("the committee of {on:day} {outcome} {case}"))
def _(stage: Stage, on: date, outcome: str, case: Case) -> None:
    words = {WORDS.get(outcome, "reason"): Text("More is wanted.")}
    stage.tries(outcome, "dee", sittings.at(on, "16:00"), case=case, **words)


@step(said("{who} lists {case} to the {body} of {on:day} on {moment}"))
def _(stage: Stage, who: str, case: Case, body: BodyId, on: date, moment: datetime) -> None:
    stage.tries("list_to", who, moment, case=case, sitting=stage.sitting_on(body, on))


@step(said("{who} convenes an extraordinary Board for {on:day} on {moment}"))
def _(stage: Stage, who: str, on: date, moment: datetime) -> None:
    stage.tries("add_sitting", who, moment, body=BOARD, on=on, kind=SittingKind.EXTRAORDINARY)


@step(said("{who} convenes an ordinary Board for {on:day} on {moment}"))
def _(stage: Stage, who: str, on: date, moment: datetime) -> None:
    stage.tries("add_sitting", who, moment, body=BOARD, on=on)


@then(said("the agenda of the {body} of {on:day} falls due on {due:day}"))
def _(stage: Stage, body: BodyId, on: date, due: date) -> None:
    assert stage.world().calendar.sitting(stage.sitting_on(body, on)).agenda_due == due


@then(said("{case} was taken off the {body} of {on:day}"))
def _(stage: Stage, case: Case, body: BodyId, on: date) -> None:
    stage.nothing_unexpected()
    assert stage.sitting_on(body, on) in [fact.sitting for fact in stage.facts(case, TakenOff)]


@then(said("the Board of {board:day} has the same report of {case} as the committee of {committee:day}"))
def _(stage: Stage, board: date, case: Case, committee: date) -> None:
    stage.nothing_unexpected()
    meetings = (stage.sitting_on(BOARD, board), stage.sitting_on(COMMITTEE, committee))
    first, second = (stage.world().meeting(meeting).item(label(case)) for meeting in meetings)
    assert first == second
    assert first.report
