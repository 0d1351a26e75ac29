"""The notice of a key decision, and the day from which it makes one lawful."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.notice.commands import GiveNotice, WithdrawNotice
from domain.notice.decide import give_notice, withdraw_notice
from domain.notice.events import NoticeEvent, NoticeGiven, NoticeWithdrawn, Period
from domain.notice.rules import RULES, Known
from domain.notice.state import AnyNotice, NoNotice, Notice, blank, clear_days, covers, evolve, first_lawful, lawful
from domain.people.offices import DEMOCRATIC_SERVICES
from domain.rules import Asked, Refused, objections
from domain.words import BodyId, CaseId, Hand, PersonId, Text, TextId

CASE = CaseId("case-1")
CLERK = Hand(PersonId("cora"), DEMOCRATIC_SERVICES)
COMMITTEE, CHIEF = BodyId("investment_committee"), BodyId("chief_executive")
OCTOBER = datetime(2024, 10, 2, 9, 0, tzinfo=UTC)
UNDECIDED = Known(undecided=True, decided=False)
DECIDED = Known(undecided=False, decided=True)
GIVEN = Notice(date(2024, 10, 2), None, None)
DECIDERS: dict[type, Callable[[Any], tuple[NoticeEvent, ...]]] = {
    GiveNotice: give_notice,
    WithdrawNotice: withdraw_notice,
}


def do(state: AnyNotice, command: Any, at: datetime = OCTOBER, known: Known = UNDECIDED) -> tuple[NoticeEvent, ...]:
    """What a command leaves behind."""
    return DECIDERS[type(command)](Asked(state, command, CLERK, at, known))


def refusal(state: AnyNotice, command: Any, known: Known = UNDECIDED) -> set[str]:
    """The names of the rules that refuse a command."""
    with pytest.raises(Refused) as refused:
        do(state, command, known=known)
    return {rule.name for rule in refused.value.rules}


def test_a_notice_given_on_2_october_serves_31_october() -> None:
    """28 clear days: neither the day of the notice nor that of the decision counts, so 31 October is the first."""
    assert first_lawful(GIVEN) == date(2024, 10, 31)
    assert clear_days(GIVEN, date(2024, 10, 31)) == 28
    assert lawful(GIVEN, date(2024, 10, 31))
    assert not lawful(GIVEN, date(2024, 10, 30))


def test_a_notice_given_on_14_october_serves_12_november() -> None:
    """Given on the day of submission it is too late for the Chief Executive's date of 31 October."""
    notice = replace(GIVEN, given_on=date(2024, 10, 14))
    assert not lawful(notice, date(2024, 10, 31))
    assert first_lawful(notice) == date(2024, 11, 12)


def test_without_notice_no_key_decision_is_lawful() -> None:
    """No notice gives no clear days and no lawful day."""
    assert not lawful(blank(), date(2030, 1, 1))
    assert clear_days(blank(), date(2030, 1, 1)) == 0
    assert first_lawful(blank()) is None
    assert blank().given_on is None


def test_a_notice_after_the_decision_gives_no_clear_days() -> None:
    """Clear days are never negative."""
    assert clear_days(GIVEN, date(2024, 9, 1)) == 0
    assert clear_days(GIVEN, GIVEN.given_on) == 0


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 90), st.integers(0, 120))
def test_lawful_exactly_when_the_clear_days_are_there(given_on: date, clear: int, later: int) -> None:
    """A decision is lawful from the first day that has the clear days, and not a day before."""
    notice, decision = replace(GIVEN, given_on=given_on), given_on + timedelta(days=later)
    assert lawful(notice, decision, clear) == (later > clear)
    assert lawful(notice, decision, clear) == (later > 0 and clear_days(notice, decision) >= clear)


def test_the_day_is_that_of_the_servers_receipt_in_london() -> None:
    """Half past eleven at night UTC in summer is already the next day in London."""
    (fact,) = do(blank(), GiveNotice(CASE), datetime(2024, 7, 1, 23, 30, tzinfo=UTC))
    assert isinstance(fact, NoticeGiven)
    assert fact.on == date(2024, 7, 2)


def test_a_notice_records_what_it_states() -> None:
    """Everything the article has it state is kept, the texts by their ids."""
    period = (date(2024, 11, 1), date(2024, 11, 30))
    command = GiveNotice(
        CASE, Text("matter"), COMMITTEE, period, Text("papers"), Text("website"), Text("others"), Text("ask the clerk")
    )
    (fact,) = do(blank(), command)
    words = (TextId("papers"), TextId("website"), TextId("others"), TextId("ask the clerk"))
    assert fact == NoticeGiven(CLERK, date(2024, 10, 2), TextId("matter"), COMMITTEE, Period(*period), *words)
    assert evolve(blank(), fact) == Notice(date(2024, 10, 2), COMMITTEE, Period(*period))


def test_a_notice_is_given_once_while_it_stands() -> None:
    """A second is refused; after a withdrawal another may be given, and its days start anew."""
    assert refusal(GIVEN, GiveNotice(CASE)) == {"given_once"}
    (fact,) = do(GIVEN, WithdrawNotice(CASE, Text("the matter changed")))
    assert fact == NoticeWithdrawn(CLERK, date(2024, 10, 2), TextId("the matter changed"))
    state = evolve(GIVEN, fact)
    assert state == NoNotice()
    (again,) = do(state, GiveNotice(CASE), OCTOBER + timedelta(days=10))
    assert evolve(state, again).given_on == date(2024, 10, 12)


def test_a_notice_is_of_a_decision_still_to_be_made() -> None:
    """Once decided there is nothing to give notice of, and the notice it rested on is not taken down."""
    assert refusal(blank(), GiveNotice(CASE), DECIDED) == {"to_be_made"}
    assert refusal(GIVEN, WithdrawNotice(CASE, Text("why")), DECIDED) == {"nothing_rests_on_it"}


def test_the_notice_of_a_case_that_was_withdrawn_may_be_taken_down() -> None:
    """A case that will not be decided leaves no notice standing."""
    gone = Known(undecided=False, decided=False)
    assert len(do(GIVEN, WithdrawNotice(CASE, Text("the case was withdrawn")), known=gone)) == 1


def test_a_withdrawal_needs_a_notice_and_a_reason() -> None:
    """Nothing is withdrawn that does not stand, nor silently."""
    assert refusal(blank(), WithdrawNotice(CASE, Text(""))) == {"given", "reason"}


@pytest.mark.parametrize(
    ("first", "last", "broken"),
    [
        (date(2024, 11, 30), date(2024, 11, 1), {"period_forwards"}),
        (date(2024, 9, 1), date(2024, 10, 2), {"period_ahead"}),
        (date(2024, 10, 1), date(2024, 10, 1), {"period_ahead"}),
    ],
)
def test_a_period_is_ahead_and_runs_forwards(first: date, last: date, broken: set[str]) -> None:
    """A period that is over, or ends before it begins, is refused."""
    assert refusal(blank(), GiveNotice(CASE, date_or_period=(first, last))) == broken


def test_what_a_notice_covers() -> None:
    """It is of the decision maker and the period it names; where it names none, of any; withdrawn, of nothing."""
    november = Period(date(2024, 11, 1), date(2024, 11, 30))
    named = replace(GIVEN, decision_maker=COMMITTEE, period=november)
    assert covers(named, COMMITTEE, date(2024, 11, 30))
    assert not covers(named, COMMITTEE, date(2024, 12, 1))
    assert not covers(named, CHIEF, date(2024, 11, 30))
    assert covers(GIVEN, CHIEF, date(2025, 1, 1))
    assert not covers(NoNotice(), CHIEF, date(2025, 1, 1))


def test_whether_notice_is_open_to_me() -> None:
    """With no command yet the rules speak of where things stand only."""
    asked: Asked[Any, Any, Known] = Asked(blank(), None, CLERK, OCTOBER, UNDECIDED)
    assert objections(RULES["give_notice"], asked) == ()
    assert [rule.name for rule in objections(RULES["withdraw_notice"], asked)] == ["given"]


def test_facts_survive_the_store() -> None:
    """Every fact comes back from JSON as it was."""
    period = (date(2024, 11, 1), date(2024, 11, 30))
    facts = (
        *do(blank(), GiveNotice(CASE, Text("matter"), COMMITTEE, period)),
        *do(blank(), GiveNotice(CASE)),
        *do(GIVEN, WithdrawNotice(CASE, Text("why"))),
    )
    for fact in facts:
        adapter = TypeAdapter(type(fact))
        assert adapter.validate_json(adapter.dump_json(fact)) == fact
