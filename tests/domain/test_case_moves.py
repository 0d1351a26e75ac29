"""What moves a case without an outcome: dates that pass, escalation, listings, cancellations, dates found at last."""

from dataclasses import replace
from datetime import date

import pytest

from domain.calendar.events import SittingCancelled
from domain.calendar.state import Calendar, evolve
from domain.case import commands as c
from domain.case import events
from domain.case.events import ListingReason, Owed
from domain.case.moves import moved_by_a_cancellation, placed_at_last, rolled_over
from domain.routing.kinds import Figures, Kind
from domain.words import CLOCK, BodyId, CycleId, SittingId, Text, TextId, end_of, pounds
from tests.domain.given_case import (
    ANN,
    CASE,
    CLEO,
    DECEMBER,
    DEE,
    JANUARY,
    MOE,
    NOVEMBER,
    PAT,
    WORDS,
    Given,
    accepted,
    given,
    known,
    recommended,
    submitted,
)

COMMITTEE, BOARD, CHIEF_EXECUTIVE = BodyId("investment_committee"), BodyId("board"), BodyId("chief_executive")
LIST_CLOSES = end_of(date(2024, 10, 17))


def rolled(case: Given) -> Given:
    """The panel's list of November closed without it."""
    return case.after(*rolled_over(case.asked(None, CLOCK, "18 October 2024 at 00:00"), LIST_CLOSES))


def without(*sittings: str) -> Calendar:
    """The published year with some sittings cancelled."""
    calendar = known().calendar
    for id in sittings:
        sitting = calendar.sittings[SittingId(id)]
        calendar = evolve(calendar, SittingCancelled(DEE, sitting.id, sitting.on, TextId("")))
    return calendar


def upto(cycle: CycleId) -> Calendar:
    """The published year as it was known before the cycles after one were added."""
    calendar = known().calendar
    cycles = tuple(held for held in calendar.cycles if held.id <= cycle)
    sittings = {id: held for id, held in calendar.sittings.items() if held.cycle is None or held.cycle <= cycle}
    return replace(calendar, cycles=cycles, sittings=sittings)


@pytest.mark.parametrize(
    ("at", "cycle"),
    [
        ("14 October 2024 at 23:59:59", NOVEMBER),
        ("15 October 2024 at 00:00", DECEMBER),
        ("2 December 2024", JANUARY),
    ],
)
def test_a_submission_is_in_the_first_cycle_still_open(at: str, cycle: CycleId) -> None:
    """A date is met until midnight in London at its end."""
    happened = given().when(c.Submit(CASE), ANN, at).then(events.Submitted)
    assert (happened.review.cycle, happened.review.late) == (cycle, False)


def test_lateness_is_of_the_cycle_a_case_was_meant_for() -> None:
    """Meant for November and too late, it is in December and late; meant for December, it is in time."""
    late = given().when(c.Submit(CASE, NOVEMBER), ANN, "15 October 2024").review
    assert (late.cycle, late.late) == (DECEMBER, True)
    ahead = given().when(c.Submit(CASE, DECEMBER), ANN, "10 October 2024").review
    assert (ahead.cycle, ahead.late) == (DECEMBER, False)


def test_with_no_cycle_left_a_case_awaits_a_date() -> None:
    """After the last submission date a case is submitted all the same, and says that it awaits a date."""
    given().when(c.Submit(CASE), ANN, "4 February 2025").then(events.Submitted, events.AwaitsDate).stands(
        "awaiting_date"
    )


def test_a_roll_over_records_whose_lateness_it_was() -> None:
    """The PMO's while the case waits for it, the author's while the case is with the author."""
    waiting, returned = submitted(), submitted().and_then(c.ReturnForRework(CASE, WORDS), PAT, "15 October 2024")
    for case, owed in ((waiting, Owed.PMO), (returned, Owed.AUTHOR)):
        [fact] = rolled_over(case.asked(None, CLOCK, "18 October 2024 at 00:00"), LIST_CLOSES)
        assert (fact.cycle, fact.owed_by, fact.due) == (DECEMBER, owed, LIST_CLOSES)


def test_a_roll_over_with_no_later_cycle_says_whose_it_was_and_awaits_a_date() -> None:
    """Where no later cycle is known the lateness is recorded all the same."""
    case = submitted().knowing(calendar=upto(NOVEMBER))
    rolled, awaits = rolled_over(case.asked(None, CLOCK, "18 October 2024 at 00:00"), LIST_CLOSES)
    assert (rolled.cycle, rolled.owed_by, awaits.for_cycle) == (None, Owed.PMO, True)


def test_the_pmo_keeps_in_what_waited_for_it() -> None:
    """Rolled over to December, it is kept in November until its panel sits."""
    kept = rolled(submitted()).when(c.KeepIn(CASE, WORDS), PAT, "21 October 2024").then(events.KeptIn)
    assert (kept.review.cycle, kept.review.kept) == (NOVEMBER, True)


def test_what_waited_for_its_author_is_not_kept_in() -> None:
    """A case that was with its author when the list closed goes with the next cycle."""
    returned = rolled(submitted().and_then(c.ReturnForRework(CASE, WORDS), PAT, "15 October 2024"))
    back = returned.and_then(c.Resubmit(CASE), ANN, "18 October 2024")
    back.when(c.KeepIn(CASE, WORDS, NOVEMBER), PAT, "21 October 2024").refused("case.waited_for_pmo")


def test_nothing_is_kept_in_once_the_panel_has_sat() -> None:
    """The day after the panel, it is too late."""
    rolled(submitted()).when(c.KeepIn(CASE, WORDS), PAT, "25 October 2024").refused("case.keep_in")


def test_a_late_submission_is_let_in_while_the_list_is_open() -> None:
    """Until the panel's agenda, for a reason; then no more, and never into a later cycle."""
    late = given().and_then(c.Submit(CASE, NOVEMBER), ANN, "15 October 2024")
    assert late.when(c.AcceptLate(CASE, WORDS), PAT, "17 October 2024").review.cycle == NOVEMBER
    late.when(c.AcceptLate(CASE, Text("")), PAT, "17 October 2024").refused("case.reason")
    late.when(c.AcceptLate(CASE, WORDS), PAT, "18 October 2024").refused("case.late_cycle")
    late.when(c.AcceptLate(CASE, WORDS, JANUARY), PAT, "17 October 2024").refused("case.late_cycle")


def test_a_case_that_came_too_late_is_not_let_in_by_waiting() -> None:
    """Placed at last, a case gets the first cycle that it came in time for, though an earlier list is still open."""
    waits = given().knowing(calendar=upto(NOVEMBER)).and_then(c.Submit(CASE), ANN, "15 October 2024")
    known_again = waits.knowing(calendar=known().calendar)
    given_cycle, *_ = placed_at_last(known_again.asked(None, PAT, "16 October 2024"))
    assert given_cycle == events.CycleGiven(PAT, DECEMBER)


def test_a_case_rolled_over_into_nothing_gets_the_next_cycle() -> None:
    """Having missed November, it is not put back into it."""
    waits = rolled(submitted().knowing(calendar=upto(NOVEMBER))).knowing(calendar=known().calendar)
    given_cycle, *_ = placed_at_last(waits.asked(None, PAT, "21 October 2024"))
    assert given_cycle == events.CycleGiven(PAT, DECEMBER)


def test_with_still_no_date_nothing_is_placed() -> None:
    """A case awaits its date until there is one."""
    waits = given().and_then(c.Submit(CASE), ANN, "4 February 2025")
    assert placed_at_last(waits.asked(None, PAT, "7 February 2025")) == ()


def test_listed_to_the_panel_of_another_cycle_a_case_goes_on_in_that_cycle() -> None:
    """Moved by a person to December's panel, its Chief Executive's date is December's."""
    moved = accepted().when(c.ListTo(CASE, SittingId("investment_panel/2024-12")), PAT, "16 October 2024")
    moved.then(events.TakenOff, events.CycleGiven, events.Listed)
    assert (moved.review.cycle, moved.review.sitting) == (DECEMBER, "investment_panel/2024-12")


def test_a_case_is_listed_to_a_sitting_of_its_own_body_that_can_carry_it() -> None:
    """Not to the committee before the panel, nor to a panel whose list has closed, nor to a cancelled one."""
    accepted().when(c.ListTo(CASE, SittingId("investment_committee/2024-11")), PAT, "16 October 2024").refused(
        "case.list_body"
    )
    accepted().when(c.ListTo(CASE, SittingId("investment_panel/2024-10")), PAT, "16 October 2024").refused(
        "case.list_open"
    )
    gone = accepted().knowing(calendar=without("investment_panel/2024-12"))
    gone.when(c.ListTo(CASE, SittingId("investment_panel/2024-12")), PAT, "16 October 2024").refused("case.list_body")


def test_a_returned_case_keeps_its_cycle_while_the_list_is_open() -> None:
    """Resubmitted on the day the list closes it is in November still, the day after in December; never late."""
    returned = submitted().and_then(c.ReturnForRework(CASE, WORDS), PAT, "15 October 2024")
    for at, cycle in (("17 October 2024", NOVEMBER), ("18 October 2024", DECEMBER)):
        review = returned.when(c.Resubmit(CASE), ANN, at).review
        assert (review.cycle, review.late) == (cycle, False)


def test_a_case_comes_back_to_the_body_that_returned_it() -> None:
    """Returned by the Chief Executive, it is checked by the PMO and then is before her, the panel's word standing."""
    returned = recommended().and_then(c.ReturnForRework(CASE, WORDS), CLEO, "30 October 2024")
    back = returned.and_then(c.Resubmit(CASE), ANN, "4 November 2024")
    assert back.case.review.step.body == "pmo"
    checked = back.when(c.Accept(CASE), PAT, "5 November 2024").review
    assert (checked.step.body, checked.taken[1].outcome) == (CHIEF_EXECUTIVE, events.Outcome.RECOMMEND)


@pytest.mark.parametrize("body", [COMMITTEE, BOARD])
def test_escalation_keeps_what_was_said_and_goes_up(body: BodyId) -> None:
    """The remaining steps are those of the higher row; the panel's recommendation stands."""
    raised = recommended().when(c.Escalate(CASE, body, WORDS), MOE, "30 October 2024")
    assert (raised.review.route.decider, raised.review.step.body) == (body, COMMITTEE)
    assert raised.review.taken[1].outcome is events.Outcome.RECOMMEND


def test_escalation_never_goes_down_nor_stays() -> None:
    """To the same decider or a lower one it is refused."""
    for to in (CHIEF_EXECUTIVE, COMMITTEE):
        recommended("£2,000,000").when(c.Escalate(CASE, to, WORDS), MOE, "30 October 2024").refused("case.escalate_up")


def test_a_case_that_was_raised_is_not_brought_down_by_its_value() -> None:
    """Escalated to the committee, it stays the committee's when its value falls."""
    raised = recommended().and_then(c.Escalate(CASE, COMMITTEE, WORDS), MOE, "30 October 2024")
    assert raised.when(c.Value(CASE, pounds("£100,000")), ANN, "31 October 2024").review.route.decider == COMMITTEE


@pytest.mark.parametrize("value", ["£450,000", "£1,200,000"])
def test_a_value_changed_after_the_panel_goes_back_to_it(value: str) -> None:
    """Even in the same band; to the next panel whose list is open, the panel's step open again."""
    review = recommended().when(c.Value(CASE, pounds(value)), ANN, "28 October 2024").review
    assert (review.at, review.cycle, review.sitting) == (1, DECEMBER, "investment_panel/2024-12")
    assert review.taken[0] is not None
    assert review.taken[1:] == (None, None)


def test_a_change_request_keeps_its_new_spend_when_its_total_changes() -> None:
    """New spend that was stated is not forgotten because the total is stated anew."""
    change = given("£900,000", Kind.CHANGE_REQUEST).after(
        events.Valued(ANN, None, Figures.of(pounds("£900,000")), pounds("£600,000"))
    )
    assert change.when(c.Value(CASE, pounds("£950,000")), ANN, "10 October 2024").fact(
        events.Valued
    ).new_spend == pounds("£600,000")


def test_a_cancelled_panel_moves_its_cases_with_their_step_to_the_next() -> None:
    """What was listed to it goes to December's panel; what is in triage goes to December's list."""
    gone = without("investment_panel/2024-11")
    listed = accepted().knowing(calendar=gone)
    facts = moved_by_a_cancellation(listed.asked(None, DEE, "21 October 2024"), SittingId("investment_panel/2024-11"))
    assert facts == (
        events.PanelCancelled(DEE, DECEMBER),
        events.Listed(DEE, SittingId("investment_panel/2024-12"), ListingReason.STEP_REACHED),
    )
    waiting = submitted().knowing(calendar=gone)
    assert moved_by_a_cancellation(
        waiting.asked(None, DEE, "16 October 2024"), SittingId("investment_panel/2024-11")
    ) == (events.PanelCancelled(DEE, DECEMBER),)


def test_a_cancelled_committee_sends_its_cases_to_the_first_that_can_still_carry_them() -> None:
    """On the day December's agenda is due it can; the day after, January's is the first."""
    gone = recommended("£2,000,000").knowing(calendar=without("investment_committee/2024-11"))
    for at, cycle in (("6 December 2024", "2024-12"), ("7 December 2024", "2025-01")):
        _, listed = moved_by_a_cancellation(gone.asked(None, DEE, at), SittingId("investment_committee/2024-11"))
        assert listed.sitting == f"investment_committee/{cycle}"


def test_a_case_that_does_not_depend_on_a_cancelled_sitting_stays_where_it_is() -> None:
    """The Chief Executive's step of that November cycle runs on though its committee is cancelled."""
    case = recommended().knowing(calendar=without("investment_committee/2024-11"))
    assert (
        moved_by_a_cancellation(case.asked(None, DEE, "1 November 2024"), SittingId("investment_committee/2024-11"))
        == ()
    )


def test_a_board_case_is_listed_ahead_where_the_boards_agenda_falls_due_first() -> None:
    """The Board's agenda of 4 September is due before the committee of 29 August sits, so a case is listed to both."""
    case = given("£996,000", Kind.CONCEPT_PAPER).and_then(c.Submit(CASE), ANN, "16 July 2024")
    accepted = case.and_then(c.Accept(CASE), PAT, "18 July 2024")
    review = accepted.when(c.Recommend(CASE), PAT, "29 July 2024").review
    assert (review.sitting, review.subject_to) == ("investment_committee/2024-08", "board/2024-09-04")


def test_a_case_lapses_only_when_its_time_is_up() -> None:
    """Ninety days after its return, not on the ninetieth."""
    returned = submitted().and_then(c.ReturnForRework(CASE, WORDS), PAT, "15 October 2024")
    returned.when(c.Lapse(CASE, WORDS), PAT, "13 January 2025").refused("case.lapse")
    returned.when(c.Lapse(CASE, WORDS), PAT, "14 January 2025").then(events.Lapsed).stands("lapsed")
