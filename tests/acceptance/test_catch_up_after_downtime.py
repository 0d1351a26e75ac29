"""Catching up after a downtime: features/catch_up_after_downtime.feature."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from pytest_bdd import given, scenarios, then, when

from domain.case import events
from domain.meeting.events import AgendaPublished
from domain.words import CLOCK, LONDON, BodyId, Text
from tests.dsl import Stage, label, midnight_after, moment, said
from workflows import streams
from workflows.handle import House

scenarios("catch_up_after_downtime.feature")

STEP = {"every day": timedelta(days=1), "every hour": timedelta(hours=1)}


def in_triage(stage: Stage, case: str, by: str) -> None:
    """Submitted in time, and waiting for the PMO."""


def returned(stage: Stage, case: str, by: str) -> None:
    """With its author."""
    stage.do("return_for_rework", "pat", case=case, feedback=Text("The costs by year are missing."))


def before_the_panel(stage: Stage, case: str, by: str) -> None:
    """Accepted."""
    stage.do("accept", "pat", case=case)


STANDS: dict[str, Callable[[Stage, str, str], None]] = {
    "in triage": in_triage,
    "returned in triage": returned,
    "before the panel of 24 October 2024": before_the_panel,
}


@pytest.fixture
def waking() -> dict[str, datetime]:
    """From when the product was down, and when it last woke."""
    return {}


@given(said("these cases on {at:moment}:"))
def _(stage: Stage, at: datetime, datatable: list[list[str]]) -> None:
    for case, value, by, _ in datatable[1:]:
        stage.draft(case, value=value, by=by)
        stage.submit(case, by, "14 October 2024")
    stage.tick(at)
    for case, _, by, stands in datatable[1:]:
        STANDS[stands](stage, case, by)


@given(said("the product is down from {at:moment}"))
def _(stage: Stage, waking: dict[str, datetime], at: datetime) -> None:
    stage.tick(at)
    waking["down"] = at


@given(said("notice, cleared report and agenda of {case} were given in time for the committee of {on:day}"))
def _(stage: Stage, case: str, on: date) -> None:
    stage.do("give_notice", "dee", date(2024, 10, 25), case=case)
    stage.publish(case)
    sitting = stage.sitting(case)
    assert sitting is not None
    assert sitting.on == on


@when(said("it wakes on {at:moment}"))
def _(stage: Stage, waking: dict[str, datetime], at: datetime) -> None:
    stage.tick(at)
    waking["woke"] = at


@when(said("another machine wakes on {at:moment}"))
def _(stage: Stage, at: datetime) -> None:
    House(stage.ledger, stage.house.bank_holidays, stage.house.salt).tick(at)


@when(said("it is killed on {at:moment} after catching up on {number} due moments"))
def _(stage: Stage, waking: dict[str, datetime], at: datetime, number: int) -> None:
    class Killed(BaseException):
        """The machine stops."""

    commit, left = stage.ledger.commit, [number]

    def until_killed(commits: Any) -> Any:
        if not left[0]:
            raise Killed
        left[0] -= 1
        return commit(commits)

    stage.ledger.commit = until_killed
    with pytest.raises(Killed):
        stage.tick(at)
    stage.ledger.commit = commit
    stage.house = House(stage.ledger, stage.house.bank_holidays, stage.house.salt)


@then(said("the record says what it would have said had it been awake {awake:words}"))
def _(stage: Stage, waking: dict[str, datetime], awake: str) -> None:
    down, woke = waking["down"], waking["woke"]
    moments = []
    while (at := down + STEP[awake] * (len(moments) + 1)) < woke:
        moments.append(at)
    always_awake = stage.played_again(*moments, woke)
    assert len(always_awake.acted) > 0
    assert stage.history() == always_awake.history()


@then("nothing was done twice")
def _(stage: Stage) -> None:
    done = [(stream, fact) for stream, fact in stage.history() if isinstance(fact, events.Raised | events.RolledOver)]
    assert len(done) == len(set(done))


def told(fact: Any) -> str:
    """What the clock did, in words."""
    if isinstance(fact, events.RolledOver):
        whose = {"pmo": "PMO", "author": "author"}[fact.owed_by]
        return f"rolled over to {fact.cycle} by the lateness of the {whose}"
    assert isinstance(fact, events.Raised)
    return f"told the {fact.to.upper()} of {fact.key_date.replace('_', ' ')}"


@then(said("these fell due in this order, and were done on {at:moment}:"))
def _(stage: Stage, at: datetime, datatable: list[list[str]]) -> None:
    by_the_clock = [r for r in stage.ledger.everything() if isinstance(r.fact, events.Raised | events.RolledOver)]
    found = [(r.fact.due, r.stream, told(r.fact)) for r in by_the_clock]
    assert found == [(moment(due), streams.case_stream(label(case)), what) for due, case, what in datatable[1:]]
    assert {r.at for r in by_the_clock} == {at}


@then(said("the panel's missing outcome on {case} was due at:"))
def _(stage: Stage, case: str, datatable: list[list[str]]) -> None:
    raised = [fact.due for fact in stage.facts(case, events.Raised) if fact.key_date == "panel"]
    assert raised == [moment(due) for due, _ in datatable]
    ahead = [due.astimezone(LONDON).utcoffset() for due in raised]
    assert ahead == [timedelta(hours=1 if "ahead" in words else 0) for _, words in datatable]


@then("no agenda was published")
def _(stage: Stage) -> None:
    assert not [fact for _, fact in stage.history() if isinstance(fact, AgendaPublished)]


@then(said("{case} was taken off the {body} of {on:day} as of midnight after {day}"))
def _(stage: Stage, case: str, body: BodyId, on: date, day: date) -> None:
    [off] = stage.facts(case, events.TakenOff)
    assert (off.by, off.sitting) == (CLOCK, stage.sitting_on(body, on))
    assert [acted.due for acted in stage.acted if off in [fact for _, fact in acted.facts]] == [midnight_after(day)]
