"""The nights on which London's clocks change: 27 October 2024 and 30 March 2025. A day still begins and ends once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.bank_holidays import england
from domain.calendar.working_days import WorkingDays
from domain.case import commands as c
from domain.case import state
from domain.case.events import Raised
from domain.routing.kinds import Kind
from domain.words import CaseId, CycleId, PersonId, Text, end_of, pounds, start_of
from tests.properties.authority import CALENDAR
from tests.properties.play import Play, facts, noon
from tests.properties.profile import SOME

CASE = CaseId("chalk")
ANN, PAT = PersonId("ann"), PersonId("pat")
DAYS = WorkingDays(england())
PANELS = {date(2024, 10, 24): date(2024, 11, 4), date(2025, 2, 13): date(2025, 4, 7)}
"""Panels of which nothing is recorded, and the Monday after the clocks have changed."""

CLOSINGS = [(cycle.id, on) for cycle in CALENDAR.cycles if (on := cycle.date("panel_agenda"))]


def submitted(on: date) -> Play:
    """A case submitted at noon of a day."""
    play = Play()
    play.pass_until(noon(on))
    rests_on = Text("plan line 3")
    play.give(c.Draft(CASE, Kind.BUSINESS_CASE, Text("A case"), pounds("400000"), corporate_plan_line=rests_on), ANN)
    play.give(c.Submit(CASE), ANN)
    return play


@pytest.mark.parametrize("panel", PANELS)
@SOME
@given(wakes=st.lists(st.integers(0, 60 * 24 * 60), max_size=12))
def test_a_missing_outcome_is_raised_once_each_working_day(panel: date, wakes: list[int]) -> None:
    """Whenever the scheduler wakes, it raises every working day once, as the day begins in London."""
    until = start_of(PANELS[panel])
    play = submitted(panel - timedelta(days=14))
    play.give(c.Accept(CASE), PAT)
    for minutes in sorted(wakes):
        play.pass_until(min(until, noon(panel) + timedelta(minutes=minutes)))
    play.pass_until(until)
    raised = [one.fact for one in facts(play.ledger) if isinstance(one.fact, Raised) and one.fact.key_date == "panel"]
    passed = [panel + timedelta(days=n) for n in range(1, (PANELS[panel] - panel).days + 1)]
    expected = [day for day in passed if DAYS.is_open(day)]
    assert [fact.on for fact in raised] == expected
    assert [fact.due for fact in raised] == [start_of(day) for day in expected]


@pytest.mark.parametrize(("cycle", "closes"), CLOSINGS, ids=[cycle for cycle, _ in CLOSINGS])
@pytest.mark.parametrize("late", [False, True], ids=["in time", "too late"])
def test_a_list_closes_at_midnight_in_london(cycle: CycleId, closes: date, late: bool) -> None:
    """What is accepted in the last second of the day is on this panel's list; at midnight it has rolled to the next."""
    play = submitted(closes - timedelta(days=5))
    play.pass_until(end_of(closes) - timedelta(seconds=0 if late else 1))
    play.give(c.Accept(CASE), PAT)
    case = play.house.world(play.at).case(CASE)
    assert isinstance(case, state.UnderReview | state.AwaitingDate)
    assert (case.review.cycle == cycle) is not late


def test_midnight_in_london_is_an_hour_earlier_by_summer_time() -> None:
    """The days on which the clocks change last 25 and 23 hours, and the instants between days are London's."""
    assert end_of(date(2024, 10, 27)) - start_of(date(2024, 10, 27)) == timedelta(hours=25)
    assert end_of(date(2025, 3, 30)) - start_of(date(2025, 3, 30)) == timedelta(hours=23)
    assert start_of(date(2024, 10, 27)) == datetime(2024, 10, 26, 23, tzinfo=UTC)
    assert end_of(date(2024, 10, 27)) == datetime(2024, 10, 28, tzinfo=UTC)
