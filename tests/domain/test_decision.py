"""A decision: recorded, published, in effect; and whether and until when it can be called in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.calendar.working_days import WorkingDays
from domain.decision.commands import PublishDecision, RecordDecision, SetDecisionAside, TakeEffect
from domain.decision.decide import publish_decision, record_decision, set_decision_aside, take_effect
from domain.decision.events import (
    DecisionEvent,
    DecisionPublished,
    DecisionRecorded,
    DecisionSetAside,
    DecisionTookEffect,
    Verdict,
)
from domain.decision.rules import RULES, Known
from domain.decision.state import (
    AnyDecision,
    Effective,
    NotMade,
    Published,
    Recorded,
    blank,
    effective_at,
    evolve,
    is_callable,
    published_on,
    window_ends,
)
from domain.people.offices import CHIEF_EXECUTIVE, DEMOCRATIC_SERVICES
from domain.routing.bodies import Sort
from domain.routing.settings import Settings
from domain.rules import Asked, Refused, objections
from domain.words import CLOCK, BodyId, CaseId, Hand, PersonId, Text, TextId, start_of

CASE = CaseId("case-1")
CLERK = Hand(PersonId("cora"), DEMOCRATIC_SERVICES)
CLEO = Hand(PersonId("cleo"), CHIEF_EXECUTIVE)
CHRISTMAS = frozenset({date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1)})
DAYS = WorkingDays(CHRISTMAS)
KNOWN = Known(Settings(), DAYS, rested_on=False)
SIX = 6
THIRTY_FIRST = date(2024, 10, 31)
CHALK = RecordDecision(CASE, BodyId("chief_executive"), Sort.OFFICE, Verdict.APPROVE, THIRTY_FIRST, key=False)
IMPACT_DAY = date(2024, 12, 16)
IMPACT = RecordDecision(CASE, BodyId("investment_committee"), Sort.MEMBERS, Verdict.APPROVE, IMPACT_DAY, key=True)
DECIDERS: dict[type, Callable[[Any], tuple[DecisionEvent, ...]]] = {
    RecordDecision: record_decision,
    PublishDecision: publish_decision,
    SetDecisionAside: set_decision_aside,
    TakeEffect: take_effect,
}
PUBLISH, TICK = PublishDecision(CASE), TakeEffect(CASE)
ASIDE = SetDecisionAside(CASE, Text("recorded in error"))


def noon(day: date) -> datetime:
    """Midday of a day."""
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=UTC)


def do(state: AnyDecision, command: Any, at: datetime, known: Known = KNOWN) -> tuple[DecisionEvent, ...]:
    """What a command leaves behind."""
    by = CLOCK if isinstance(command, TakeEffect) else CLERK
    return DECIDERS[type(command)](Asked(state, command, by, at, known))


def then(state: AnyDecision, command: Any, day: date, known: Known = KNOWN) -> AnyDecision:
    """The decision after a command at midday."""
    for fact in do(state, command, noon(day), known):
        state = evolve(state, fact)
    return state


def refusal(state: AnyDecision, command: Any, day: date, known: Known = KNOWN) -> set[str]:
    """The names of the rules that refuse a command."""
    with pytest.raises(Refused) as refused:
        do(state, command, noon(day), known)
    return {rule.name for rule in refused.value.rules}


def impact() -> Published:
    """A committee's decision of Monday 16 December, published the day after."""
    state = then(then(blank(), IMPACT, IMPACT_DAY), PUBLISH, date(2024, 12, 17))
    assert isinstance(state, Published)
    return state


def test_a_chief_executives_decision_takes_effect_when_made() -> None:
    """Decided 31 October, effective 31 October, published 12 November: an officer's decision that is not key."""
    state = then(blank(), CHALK, THIRTY_FIRST)
    assert isinstance(state, Effective)
    assert state.since == THIRTY_FIRST
    assert state.published_on is None
    state = then(state, PUBLISH, date(2024, 11, 12))
    assert isinstance(state, Effective)
    assert (state.since, state.published_on) == (THIRTY_FIRST, date(2024, 11, 12))
    assert window_ends(state, DAYS, SIX) is None
    assert effective_at(state, DAYS, SIX) == start_of(THIRTY_FIRST)


def test_a_committees_decision_takes_effect_after_its_window() -> None:
    """Published Tuesday 17 December: six clear working days are 18, 19, 20, 23, 24 and 27; effective on the 28th."""
    state = impact()
    assert window_ends(state, DAYS, SIX) == date(2024, 12, 27)
    assert effective_at(state, DAYS, SIX) == datetime(2024, 12, 28, tzinfo=UTC)
    assert do(state, TICK, datetime(2024, 12, 27, 23, 59, 59, tzinfo=UTC)) == ()
    facts = do(state, TICK, datetime(2024, 12, 28, tzinfo=UTC))
    assert facts == (DecisionTookEffect(date(2024, 12, 28), datetime(2024, 12, 28, tzinfo=UTC)),)
    assert evolve(state, facts[0]) == Effective(state.made, date(2024, 12, 17), date(2024, 12, 28))


def test_a_tick_that_wakes_late_says_when_it_was_due() -> None:
    """After a week's downtime it takes effect on the day it was due, once."""
    state = impact()
    (fact,) = do(state, TICK, noon(date(2025, 1, 10)))
    assert fact == DecisionTookEffect(date(2024, 12, 28), datetime(2024, 12, 28, tzinfo=UTC))
    assert do(evolve(state, fact), TICK, noon(date(2025, 1, 11))) == ()


def test_a_window_ends_at_midnight_in_london() -> None:
    """In summer the day after the window begins at 23:00 UTC; in the week the clocks go back, by the new time."""
    july = replace(impact(), published_on=date(2024, 7, 1))
    assert effective_at(july, DAYS, SIX) == datetime(2024, 7, 9, 23, 0, tzinfo=UTC)
    october = replace(july, published_on=date(2024, 10, 21))
    assert effective_at(october, DAYS, SIX) == datetime(2024, 10, 30, tzinfo=UTC)


def test_a_day_closed_during_the_window_moves_its_end() -> None:
    """A closed day is no working day, so the window closes one working day later."""
    closed = WorkingDays(CHRISTMAS, closed=frozenset({date(2024, 12, 20)}))
    assert window_ends(impact(), closed, SIX) == date(2024, 12, 30)


def test_no_effect_without_publication() -> None:
    """A decision that can be called in waits for a person to publish it, however long."""
    state = then(blank(), IMPACT, IMPACT_DAY)
    assert isinstance(state, Recorded)
    assert effective_at(state, DAYS, SIX) is None
    assert do(state, TICK, noon(date(2026, 1, 1))) == ()


@pytest.mark.parametrize("command", [CHALK, IMPACT])
def test_a_refusal_is_published_and_never_takes_effect(command: RecordDecision) -> None:
    """Only an approval takes effect; a refusal is published all the same."""
    state = then(blank(), replace(command, outcome=Verdict.REFUSE), IMPACT_DAY)
    assert isinstance(state, Recorded)
    state = then(state, PUBLISH, IMPACT_DAY)
    assert isinstance(state, Published)
    assert effective_at(state, DAYS, SIX) is None
    assert do(state, TICK, noon(date(2026, 1, 1))) == ()


@pytest.mark.parametrize(
    ("sort", "key", "only_when_key", "can_be"),
    [
        (Sort.MEMBERS, False, True, True),
        (Sort.MEMBERS, True, True, True),
        (Sort.OFFICE, False, True, False),
        (Sort.OFFICE, True, True, True),
        (Sort.OFFICE, False, False, True),
        (Sort.OFFICERS_JOINTLY, False, True, False),
        (Sort.OFFICERS_JOINTLY, True, True, True),
    ],
)
def test_what_can_be_called_in(sort: Sort, key: bool, only_when_key: bool, can_be: bool) -> None:
    """Members' decisions can; officers', when they are key or the policy says any can."""
    assert is_callable(sort, key, Settings(officer_callable_only_when_key=only_when_key)) is can_be


def test_a_key_decision_of_the_chief_executive_waits_for_its_window() -> None:
    """Being key makes an officer's decision callable, so it does not take effect when made."""
    state = then(blank(), replace(CHALK, key=True), THIRTY_FIRST)
    assert isinstance(state, Recorded)
    assert state.made.callable
    assert state.made.officer


def test_nothing_is_published_twice_or_before_it_is_recorded() -> None:
    """Publication is of a decision that was recorded, once."""
    assert refusal(blank(), PUBLISH, IMPACT_DAY) == {"recorded"}
    assert refusal(impact(), PUBLISH, date(2024, 12, 18)) == {"published_once"}
    made = then(then(blank(), CHALK, THIRTY_FIRST), PUBLISH, THIRTY_FIRST)
    assert refusal(made, PUBLISH, THIRTY_FIRST) == {"published_once"}


def test_a_decision_is_recorded_later_with_its_own_date_but_never_ahead() -> None:
    """Recorded on 4 November it is still the decision of 31 October; one of tomorrow is refused."""
    (recorded, effect) = do(blank(), CHALK, noon(date(2024, 11, 4)))
    assert isinstance(recorded, DecisionRecorded)
    assert recorded.on == THIRTY_FIRST
    assert effect == DecisionTookEffect(THIRTY_FIRST, start_of(THIRTY_FIRST))
    assert refusal(blank(), CHALK, date(2024, 10, 30)) == {"made_by_now"}


def test_one_decision_counts_at_a_time() -> None:
    """A second is refused until the first is set aside; then it is number two, and the one that counts."""
    state: AnyDecision = impact()
    assert refusal(state, replace(IMPACT, outcome=Verdict.REFUSE), date(2024, 12, 18)) == {"one_at_a_time"}
    state = then(state, ASIDE, date(2024, 12, 18))
    assert state == NotMade(1)
    state = then(state, replace(IMPACT, outcome=Verdict.REFUSE), date(2024, 12, 18))
    assert isinstance(state, Recorded)
    assert (state.made.number, state.made.outcome) == (2, Verdict.REFUSE)
    assert published_on(state) is None


def test_what_took_effect_after_its_window_is_not_set_aside() -> None:
    """Once the window has closed only a new decision changes it."""
    state = then(impact(), TICK, date(2025, 1, 10))
    assert refusal(state, ASIDE, date(2025, 1, 10)) == {"not_in_effect"}


def test_what_took_effect_when_made_is_set_aside_until_something_rests_on_it() -> None:
    """A clerical error in it may be put right, but not under what was built on it."""
    state = then(blank(), CHALK, THIRTY_FIRST)
    assert refusal(state, ASIDE, THIRTY_FIRST, replace(KNOWN, rested_on=True)) == {"not_in_effect"}
    assert then(state, ASIDE, THIRTY_FIRST) == NotMade(1)


def test_setting_aside_needs_a_decision_and_a_reason() -> None:
    """Nothing is set aside that was not made, nor silently."""
    assert refusal(blank(), replace(ASIDE, reason=Text("")), IMPACT_DAY) == {"recorded", "reason"}


def test_what_is_published_with_a_decision_is_kept_by_its_texts() -> None:
    """Reasons, alternatives rejected and interests go with the record, as ids of texts."""
    said = replace(CHALK, reasons=Text("best value"), alternatives=Text("do nothing"), interests=Text("none"))
    recorded = do(blank(), said, noon(THIRTY_FIRST))[0]
    assert isinstance(recorded, DecisionRecorded)
    kept = (recorded.reasons, recorded.alternatives, recorded.interests)
    assert kept == (TextId("best value"), TextId("do nothing"), TextId("none"))
    assert recorded.by == CLERK


def test_whether_publishing_is_open_to_me() -> None:
    """With no command yet the rules speak of where the decision stands."""
    asked: Asked[Any, Any, Known] = Asked(impact(), None, CLEO, noon(IMPACT_DAY), KNOWN)
    assert [rule.name for rule in objections(RULES["publish_decision"], asked)] == ["published_once"]
    assert [rule.name for rule in objections(RULES["record_decision"], asked)] == ["one_at_a_time"]
    assert objections(RULES["set_decision_aside"], asked) == ()


def test_facts_survive_the_store() -> None:
    """Every fact comes back from JSON as it was."""
    facts = (
        *do(blank(), CHALK, noon(THIRTY_FIRST)),
        DecisionPublished(CLERK, IMPACT_DAY),
        DecisionSetAside(CLERK, IMPACT_DAY, TextId("why")),
    )
    for fact in facts:
        adapter = TypeAdapter(type(fact))
        assert adapter.validate_json(adapter.dump_json(fact)) == fact


VERBS = st.sampled_from([CHALK, IMPACT, replace(IMPACT, outcome=Verdict.REFUSE), PUBLISH, ASIDE, TICK])
GAPS = st.integers(0, 15).map(timedelta)


@given(st.lists(st.tuples(VERBS, GAPS), max_size=25))
def test_nothing_takes_effect_but_an_approval_whose_window_closed(story: list[tuple[Any, timedelta]]) -> None:
    """Whatever is done in whatever order: an approval, published and its window over, or not callable at all."""
    state: AnyDecision = blank()
    day = date(2024, 12, 16)
    for command, gap in story:
        day += gap
        try:
            state = then(state, command, day)
        except Refused:
            continue
        if isinstance(state, Effective):
            assert state.made.outcome is Verdict.APPROVE
            ends = window_ends(state, DAYS, SIX)
            assert state.since == (ends + timedelta(days=1) if ends else state.made.on)
            assert bool(ends) is state.made.callable
            assert state.since <= day
