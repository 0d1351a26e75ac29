"""Policies by effective date: adopting them, reviewing them, and what an adoption would have done."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter

from domain.routing.cpca_2024 import BOARD, COMMITTEE, CPCA_2024, PMO_TRIAGES
from domain.routing.decide import AdoptPolicy, ReviewPolicy, UnderWay, adopt_policy, preview_adoption, review_policy
from domain.routing.events import PolicyAdopted, PolicyReviewed
from domain.routing.kinds import Capacity, Figures, Kind
from domain.routing.policy import Band, Policy, Step
from domain.routing.rules import SOUND, flaws
from domain.routing.state import Policies, evolve
from domain.rules import Asked, Refused
from domain.words import CaseId, Hand, OfficeId, Pence, PersonId, PolicyId, Text, TextId, pounds

HAND = Hand(PersonId("ann"), OfficeId("democratic_services"))
NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)


def policy(id: str = "cpca-2025", effective_from: date = date(2025, 4, 1), **other: Any) -> Policy:
    """The first policy as a later version."""
    dates = {"adopted_on": date(2025, 1, 22), "review_due": effective_from.replace(year=effective_from.year + 1)}
    return replace(CPCA_2024, **{"id": PolicyId(id), "effective_from": effective_from, **dates, **other})


def adopted(*ones: Policy) -> Policies:
    """The policies after each of these was adopted."""
    state = Policies.blank()
    for one in ones:
        state = evolve(state, *adopt_policy(Asked(state, AdoptPolicy(one), HAND, NOON, None)))
    return state


def broken(one: Policy, state: Policies | None = None) -> list[str]:
    """The names of the rules that forbid adopting a policy."""
    with pytest.raises(Refused) as refused:
        adopt_policy(Asked(state or Policies.blank(), AdoptPolicy(one), HAND, NOON, None))
    return [rule.name for rule in refused.value.rules]


def test_the_first_policy_is_in_force_from_the_start() -> None:
    """With nothing adopted, cpca-2024 routes every case whatever the day."""
    assert [Policies.blank().in_force(on).id for on in (date(2020, 1, 1), date(2030, 1, 1))] == ["cpca-2024"] * 2
    assert Policies.blank().get(PolicyId("cpca-2024")) is CPCA_2024


def test_a_policy_is_in_force_from_its_effective_date() -> None:
    """An adopted policy replaces the one before it on its first day; the older one can still be looked up."""
    state = adopted(policy(), policy("cpca-2026", date(2026, 4, 1)))
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2026, 3, 31), date(2026, 4, 1)]
    assert [state.in_force(on).id for on in days] == ["cpca-2024", "cpca-2025", "cpca-2025", "cpca-2026"]
    assert state.get(PolicyId("cpca-2025")).effective_from == date(2025, 4, 1)
    with pytest.raises(LookupError, match="cpca-1999"):
        state.get(PolicyId("cpca-1999"))


def test_a_policy_adopted_by_another_authority_replaces_the_first_one() -> None:
    """The first policy only stands in until an adopted one takes effect, however early that is."""
    early = policy("elsewhere", date(2023, 4, 1), adopted_on=date(2023, 3, 1), review_due=date(2024, 4, 1))
    assert adopted(early).in_force(date(2024, 7, 1)).id == "elsewhere"


def test_the_same_id_is_refused() -> None:
    """No policy is adopted twice under one id, the first one's included."""
    assert broken(policy("cpca-2024")) == ["the_id_is_new"]
    assert "the_id_is_new" in broken(policy(effective_from=date(2026, 4, 1)), adopted(policy()))


@pytest.mark.parametrize("effective_from", [date(2025, 4, 1), date(2025, 2, 1)])
def test_overlapping_policies_are_refused(effective_from: date) -> None:
    """A policy that takes effect no later than one already adopted would have two in force at once."""
    assert broken(policy("other", effective_from), adopted(policy())) == ["takes_effect_after_the_others"]


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        ({"adopted_on": date(2025, 3, 4)}, "adopted_already"),
        ({"adopted_on": date(2025, 3, 2), "effective_from": date(2025, 3, 1)}, "not_in_effect_before_adopted"),
        ({"adopted_by": ""}, "adopter_and_clearances_are_named"),
        ({"cleared_by": ()}, "adopter_and_clearances_are_named"),
        ({"review_due": date(2025, 4, 1)}, "review_is_annual"),
        ({"review_due": date(2026, 4, 3)}, "review_is_annual"),
    ],
)
def test_an_adoption_that_is_not_in_order_is_refused(other: dict[str, Any], rule: str) -> None:
    """Adopted by then, in effect after it, adopter and departments named, and its review due within the year."""
    assert rule in broken(policy(**other))


def _without_its_last_row() -> Policy:
    return policy(bands=tuple(b for b in CPCA_2024.bands if b.kind is not Kind.CONCEPT_PAPER))


def _row(kind: Kind, up_to: Pence | None, *steps: Step) -> Policy:
    others = tuple(b for b in CPCA_2024.bands if b.kind is not kind)
    return policy(bands=(*others, Band(kind, up_to, steps, "a test")))


ROW_OF_BOARD = tuple(CPCA_2024.rows(Kind.BUSINESS_CASE))[-1].steps
UNSOUND = [
    ("bodies_are_told_apart", policy(bodies=(*CPCA_2024.bodies, CPCA_2024.bodies[0]))),
    ("every_sum_has_a_row", _without_its_last_row()),
    ("every_sum_has_a_row", _row(Kind.CONCEPT_PAPER, pounds("5"), *ROW_OF_BOARD)),
    ("every_sum_has_a_row", policy(bands=tuple(reversed(CPCA_2024.bands)))),
    ("steps_fit_their_bodies", policy(bodies=CPCA_2024.bodies[:-1])),
    ("steps_fit_their_bodies", _row(Kind.CONCEPT_PAPER, None, Step(BOARD, Capacity.TRIAGE), *ROW_OF_BOARD[-1:])),
    ("the_last_step_decides", _row(Kind.CONCEPT_PAPER, None, *ROW_OF_BOARD[:-1])),
    ("the_last_step_decides", _row(Kind.CONCEPT_PAPER, None)),
    ("the_last_step_decides", _row(Kind.CONCEPT_PAPER, None, Step(COMMITTEE, Capacity.DECIDE), *ROW_OF_BOARD[-1:])),
    ("no_body_twice_in_a_row", _row(Kind.CONCEPT_PAPER, None, PMO_TRIAGES, *ROW_OF_BOARD)),
    ("deciders_are_on_the_ladder", _row(Kind.CONCEPT_PAPER, None, PMO_TRIAGES)),
    (
        "larger_sums_never_go_lower",
        policy(
            bands=(
                Band(Kind.CONCEPT_PAPER, pounds("5"), ROW_OF_BOARD, "a test"),
                Band(Kind.CONCEPT_PAPER, None, (Step(COMMITTEE, Capacity.DECIDE),), "a test"),
                *(b for b in CPCA_2024.bands if b.kind is not Kind.CONCEPT_PAPER),
            )
        ),
    ),
    ("members_have_a_vote", policy(bodies=tuple(replace(body, vote=None) for body in CPCA_2024.bodies))),
]


@pytest.mark.parametrize(("rule", "unsound"), UNSOUND)
def test_a_table_that_could_not_route_every_case_is_refused(rule: str, unsound: Policy) -> None:
    """A table with a gap, an unknown body, no decider or a ladder that goes down is never adopted."""
    assert rule in [flaw.name for flaw in flaws(unsound)]
    assert rule in broken(unsound)


def test_the_first_policy_is_sound_and_every_flaw_is_tried() -> None:
    """The first policy breaks no rule of a sound table, and each of those rules is broken by some example."""
    assert flaws(CPCA_2024) == ()
    assert {rule for rule, _ in UNSOUND} == {rule.name for rule in SOUND}


def test_every_refusal_lists_every_broken_rule() -> None:
    """A policy with several faults is refused once, with all of them and their sources."""
    bad = policy("cpca-2024", cleared_by=(), bands=())
    with pytest.raises(Refused) as refused:
        adopt_policy(Asked(Policies.blank(), AdoptPolicy(bad), HAND, NOON, None))
    assert len(refused.value.rules) >= 3
    assert all(rule.source for rule in refused.value.rules)


def test_an_adoption_is_stored_whole_and_comes_back_the_same() -> None:
    """The fact of an adoption holds the whole policy, and is the same after being stored as JSON."""
    facts = adopt_policy(Asked(Policies.blank(), AdoptPolicy(policy()), HAND, NOON, None))
    assert facts == (PolicyAdopted(HAND, policy()),)
    stored = TypeAdapter(PolicyAdopted)
    assert stored.validate_json(stored.dump_json(facts[0]), strict=True, extra="forbid") == facts[0]
    hash(facts[0])


def review(state: Policies, next_due: date, id: str = "cpca-2024", findings: str = "kept") -> tuple[Any, ...]:
    """Record a review."""
    asked = Asked(state, ReviewPolicy(PolicyId(id), next_due, Text(findings)), HAND, NOON, None)
    return review_policy(asked)


def test_a_review_is_due_every_year() -> None:
    """A policy's review falls due on its day, is overdue the day after, and a review sets the next."""
    state = Policies.blank()
    assert state.overdue(date(2025, 4, 1)) == ()
    assert state.overdue(date(2025, 4, 2)) == ("cpca-2024",)
    facts = review(state, date(2026, 3, 3))
    assert facts == (PolicyReviewed(HAND, PolicyId("cpca-2024"), date(2026, 3, 3), TextId("kept")),)
    after = evolve(state, facts[0])
    assert after.review_due(PolicyId("cpca-2024")) == date(2026, 3, 3)
    assert after.overdue(date(2025, 4, 2)) == ()


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"id": "cpca-1999", "next_due": date(2026, 3, 3)}, "the_policy_is_known"),
        ({"next_due": date(2026, 3, 5)}, "the_next_review_is_within_the_year"),
        ({"next_due": date(2025, 3, 3)}, "the_next_review_is_within_the_year"),
        ({"next_due": date(2026, 3, 3), "findings": ""}, "findings_are_given"),
    ],
)
def test_a_review_that_is_not_in_order_is_refused(given: dict[str, Any], rule: str) -> None:
    """A review is of a known policy, says what it found, and sets the next one within the year."""
    with pytest.raises(Refused) as refused:
        review(Policies.blank(), **given)
    assert [one.name for one in refused.value.rules] == [rule]


def test_a_preview_says_what_a_policy_would_have_done_and_changes_nothing() -> None:
    """Each case under way is shown with its route and the one the new policy would have given it."""
    lower = tuple(
        replace(b, up_to=pounds("499999.99")) if b.up_to == pounds("999999.99") else b for b in CPCA_2024.bands
    )
    old, new = CPCA_2024, policy(bands=lower)
    half_a_million = Figures.of(pounds("500000"))
    cases = [
        UnderWay(CaseId("a"), Kind.BUSINESS_CASE, old.route(Kind.BUSINESS_CASE, pounds("500000")), half_a_million),
        UnderWay(CaseId("b"), Kind.BUSINESS_CASE, old.route(Kind.BUSINESS_CASE, pounds("1")), Figures.of(Pence(100))),
        UnderWay(
            CaseId("c"),
            Kind.CHANGE_REQUEST,
            old.route(Kind.CHANGE_REQUEST, pounds("500000"), BOARD),
            Figures.of(pounds("1")),
            before=half_a_million,
            approved_by=BOARD,
        ),
    ]
    seen = preview_adoption(new, cases)
    assert [(one.case, one.differs, one.decider_differs) for one in seen] == [
        ("a", True, True),
        ("b", False, False),
        ("c", False, False),
    ]
    assert seen[0].now == cases[0].route
    assert (seen[0].instead.policy, seen[0].instead.decider) == ("cpca-2025", COMMITTEE)
    assert seen[2].instead.figure == pounds("500000")


def test_the_first_policy_is_never_edited() -> None:
    """Cases were routed by `cpca-2024` as it stands; what the Board changes is another policy with another id."""
    stored = TypeAdapter(Policy).dump_json(CPCA_2024)
    assert hashlib.sha256(stored).hexdigest() == "29a550a670bd9605e2cae72ad7f079a7d24f1ed285e6c5ddc27fd87eaa54aca7"
