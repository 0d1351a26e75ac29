"""What the properties once found, as small scripts: each was a fault of the product, and stays mended."""

from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest

from domain.case import commands as c
from domain.case import events, state
from domain.case.events import Outcome
from domain.routing.kinds import Kind
from domain.words import BodyId, CaseId, EntryId, PersonId, ProjectId, SittingId, Text, end_of, pounds
from tests.properties.authority import house_over
from tests.properties.diligence import WORDS
from tests.properties.play import Play, facts, noon
from workflows.handle import Order, Receipt
from workflows.ports import Conflict

CASE = CaseId("chalk")
ANN, PAT, CLEO, DEE = (PersonId(name) for name in ("ann", "pat", "cleo", "dee"))


def drafted(value: str = "400000") -> Play:
    """A business case with a Corporate Plan line, still a draft."""
    play = Play()
    rests_on = Text("plan line 3")
    play.give(c.Draft(CASE, Kind.BUSINESS_CASE, Text("A case"), pounds(value), corporate_plan_line=rests_on), ANN)
    return play


def before_the_panel(value: str = "400000", on: str = "2024-10-14") -> Play:
    """A case that was submitted and accepted, and waits for the panel of its cycle."""
    play = drafted(value)
    play.pass_until(noon(on))
    play.give(c.Submit(CASE), ANN)
    assert play.give(c.Accept(CASE), PAT)
    return play


def before_the_chief_executive() -> Play:
    """A case that the panel of 24 October 2024 recommended."""
    play = before_the_panel()
    play.pass_until(noon("2024-10-24"))
    assert play.give(c.Recommend(CASE), PAT)
    return play


def review(play: Play) -> state.Review:
    """The review of the case as it stands."""
    found = state.review_of(play.house.world(play.at).case(CASE))
    assert found is not None
    return found


def raised(play: Play, key_date: str) -> list[date]:
    """The days on which a key date was raised."""
    told = [one.fact for one in facts(play.ledger) if isinstance(one.fact, events.Raised)]
    return [fact.on for fact in told if fact.key_date == key_date]


@pytest.mark.parametrize(
    ("command", "person"),
    [
        (c.Discharge(CASE, 1, WORDS), PAT),
        (c.Approve(CASE, reason=WORDS, under=EntryId("none")), CLEO),
        (c.AcceptLate(CASE, WORDS), PAT),
        (c.KeepIn(CASE, WORDS), PAT),
        (c.Escalate(CASE, BodyId("board"), WORDS), PAT),
        (c.CorrectRecord(CASE, 1, Outcome.ACCEPT, WORDS), PAT),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_a_verb_of_the_route_is_refused_to_a_draft(command: Any, person: PersonId) -> None:
    """A command that makes no sense of a draft is refused with its rules; it does not break the product."""
    play = drafted()
    assert play.give(command, person) is None


def test_a_case_is_deferred_to_a_sitting_of_the_body_it_stands_before() -> None:
    """A panel's case cannot be deferred to a sitting of the committee."""
    play = before_the_panel()
    play.pass_until(noon("2024-10-24"))
    assert play.give(c.Defer(CASE, WORDS, sitting=SittingId("investment_committee/2025-01")), PAT) is None
    assert play.give(c.Defer(CASE, WORDS, sitting=SittingId("investment_panel/2025-01")), PAT)


def test_a_long_deferral_is_to_a_cycle_that_is_still_to_come() -> None:
    """Deferred months after its date, with no cycle named, a case goes to the next date still to come."""
    play = before_the_chief_executive()
    play.pass_until(noon("2025-01-10"))
    assert play.give(c.Defer(CASE, WORDS), CLEO)
    assert review(play).cycle == "2025-02"
    play.pass_until(noon("2025-01-16"))
    assert raised(play, "ceo_submission")[-1] == date(2025, 1, 10)


def test_what_is_recorded_late_is_raised_from_then_on() -> None:
    """Nobody is told of days before the panel's recommendation was recorded, which came after the date to decide by."""
    play = before_the_panel()
    play.pass_until(noon("2024-11-05"))
    assert play.give(c.Recommend(CASE), PAT)
    assert "ceo_submission" in review(play).marked
    play.pass_until(noon("2024-11-07"))
    assert raised(play, "ceo_submission") == [date(2024, 11, 6), date(2024, 11, 7)]


def test_rolling_over_does_not_begin_a_count_again() -> None:
    """A case long returned, which then rolls over, is raised as one that may lapse once a day, not all over again."""
    play = drafted()
    play.pass_until(noon("2024-08-01"))
    play.give(c.Submit(CASE), ANN)
    assert play.give(c.ReturnForRework(CASE, WORDS), PAT)
    play.pass_until(noon("2024-12-01"))
    assert len(raised(play, "lapse")) == len(set(raised(play, "lapse"))) > 20


def test_a_second_return_at_the_check_keeps_where_the_case_resumes() -> None:
    """Returned by the Chief Executive, and again by the PMO's short check, a case comes back to the Chief Executive."""
    play = before_the_chief_executive()
    for command, person in (
        (c.ReturnForRework(CASE, WORDS), CLEO),
        (c.Resubmit(CASE), ANN),
        (c.ReturnForRework(CASE, WORDS), PAT),
        (c.Resubmit(CASE), ANN),
        (c.Accept(CASE), PAT),
    ):
        assert play.give(command, person)
    assert review(play).step.body == "chief_executive"
    assert review(play).taken[1] is not None


def test_escalation_during_the_check_keeps_what_was_recorded() -> None:
    """Raised to the committee while the PMO checks its resubmission, a case keeps the panel's recommendation."""
    play = before_the_chief_executive()
    for command, person in (
        (c.ReturnForRework(CASE, WORDS), CLEO),
        (c.Resubmit(CASE), ANN),
        (c.Escalate(CASE, BodyId("investment_committee"), WORDS), PersonId("mo")),
        (c.Accept(CASE), PAT),
    ):
        assert play.give(command, person)
    assert review(play).step.body == "investment_committee"
    assert review(play).taken[1] is not None


def test_a_new_value_during_the_check_goes_back_to_the_panel() -> None:
    """A value that changes after the panel takes the case back to the panel, also while the PMO checks it."""
    play = before_the_chief_executive()
    for command, person in (
        (c.ReturnForRework(CASE, WORDS), CLEO),
        (c.Resubmit(CASE), ANN),
        (c.Value(CASE, pounds("450000")), ANN),
        (c.Accept(CASE), PAT),
    ):
        assert play.give(command, person)
    assert review(play).step.body == "investment_panel"


def test_the_wait_for_an_urgency_ruling_outlasts_the_boards_agenda() -> None:
    """A case that waits for the chair's ruling at the committee stays there when the Board's agenda is missed."""
    play = Play()
    play.give(c.Draft(CASE, Kind.CHANGE_REQUEST, Text("A case"), project=ProjectId("tram")), ANN)
    play.pass_until(noon("2024-07-15"))
    for command, person in ((c.Submit(CASE), ANN), (c.Accept(CASE), PAT)):
        assert play.give(command, person)
    play.pass_until(noon("2024-07-29"))
    assert play.give(c.Recommend(CASE), PAT)
    assert review(play).subject_to == "board/2024-09-04"
    assert play.give(c.AwaitUrgency(CASE, WORDS), DEE)
    play.pass_until(end_of(date(2024, 8, 28)))
    assert (review(play).sitting, review(play).subject_to) == ("investment_committee/2024-08", None)


def test_a_house_does_not_refuse_by_what_it_remembers() -> None:
    """A house whose memory another has moved on looks again before it refuses, or says that someone was first."""
    play = drafted()
    other = house_over(play.ledger)
    assert other.world(play.at).case(CASE)
    play.give(c.Submit(CASE), ANN)
    stands = play.ledger.version(f"case-{CASE}")
    assert other.handle(Order(c.Accept(CASE), PAT, play.at, "accepted", {f"case-{CASE}": stands})).facts
    with pytest.raises(Conflict):
        play.house.handle(Order(c.Remark(CASE, WORDS), PAT, play.at, "too late", {f"case-{CASE}": stands}))


def test_one_request_at_two_houses_at_once_acts_once() -> None:
    """A request that reaches two houses at the same moment is carried out by one, and the other gives its answer."""
    for turn in range(20):
        play = drafted()
        houses = (play.house, house_over(play.ledger))
        order = Order(c.Submit(CASE), ANN, play.at + timedelta(minutes=turn), "once")
        receipts = at_once(houses, order)
        assert sorted(receipt.again for receipt in receipts) == [False, True]
        assert receipts[0].answer == receipts[1].answer


def at_once(houses: tuple[Any, ...], order: Order) -> list[Receipt]:
    """What houses answer to one order that reaches them together."""
    together, receipts = Barrier(len(houses)), []

    def asks(house: Any) -> None:
        together.wait(timeout=30)
        receipts.append(house.handle(order))

    threads = [Thread(target=asks, args=(house,)) for house in houses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return receipts
