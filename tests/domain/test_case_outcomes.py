"""What each body may say of a case, what follows, and what forbids it."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case import commands as c
from domain.case import events
from domain.case.commands import ConditionSet
from domain.case.known import Delegated
from domain.case.state import Taken
from domain.people.duties import DUTIES, Act
from domain.routing.kinds import Capacity, Kind
from domain.words import BodyId, EntryId, Hand, PersonId, Text, pounds
from tests.domain.given_case import (
    ANN,
    CASE,
    CLEO,
    DECEMBER,
    DEE,
    PAT,
    WORDS,
    Given,
    accepted,
    known,
    recommended,
    submitted,
)

COMMITTEE, BOARD = BodyId("investment_committee"), BodyId("board")


def before_the_committee(value: str = "£2,000,000", kind: Kind = Kind.BUSINESS_CASE) -> Given:
    """Listed to the committee of 25 November 2024."""
    return recommended(value, kind)


def before_the_board() -> Given:
    """Recommended by the committee, and listed to the Board of 22 January 2025."""
    return before_the_committee("£6,000,000").and_then(c.Recommend(CASE), DEE, "25 November 2024")


def noticed(case: Given) -> Given:
    """With notice of a key decision given in October."""
    return case.knowing(notice_given=date(2024, 10, 14))


STANDS: dict[str, tuple[Given, Hand, str]] = {
    "triage": (submitted(), PAT, "15 October 2024"),
    "panel": (accepted(), PAT, "24 October 2024"),
    "chief executive": (recommended(), CLEO, "31 October 2024"),
    "committee comments": (before_the_committee(kind=Kind.CONCEPT_PAPER), DEE, "25 November 2024"),
    "committee decides": (noticed(before_the_committee()), DEE, "25 November 2024"),
    "board": (noticed(before_the_board()), DEE, "22 January 2025"),
}

OUTCOMES: dict[str, object] = {
    "accept": c.Accept(CASE),
    "return": c.ReturnForRework(CASE, WORDS),
    "recommend": c.Recommend(CASE),
    "decline": c.Decline(CASE, WORDS),
    "comment": c.Comment(CASE, WORDS),
    "note": c.Note(CASE),
    "approve": c.Approve(CASE),
    "refuse": c.Refuse(CASE, WORDS),
    "defer": c.Defer(CASE),
    "refer up": c.ReferUp(CASE, WORDS),
}

OPEN = {
    "triage": {"accept", "return"},
    "panel": {"recommend", "decline", "return", "defer"},
    "chief executive": {"approve", "refuse", "return", "defer", "refer up"},
    "committee comments": {"comment", "defer"},
    "committee decides": {"approve", "refuse", "return", "defer"},
    "board": {"approve", "refuse", "return", "defer"},
}


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("where", STANDS)
def test_each_capacity_has_its_outcomes_and_no_others(where: str, outcome: str) -> None:
    """A body may say of a case what its capacity allows, and is refused by name for anything else."""
    case, by, at = STANDS[where]
    happened = case.when(OUTCOMES[outcome], by, at)
    if outcome in OPEN[where]:
        assert happened.no is None
    else:
        assert happened.no is not None
        assert any(rule.name.endswith(".capacity") for rule in happened.no.rules)


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [("approve", "approved"), ("refuse", "refused"), ("return", "returned"), ("defer", "deferred")],
)
@pytest.mark.parametrize("where", ["chief executive", "committee decides", "board"])
def test_where_a_decider_leaves_a_case(where: str, outcome: str, standing: str) -> None:
    """Approved, refused, returned or deferred: one standing each, whoever decides."""
    case, by, at = STANDS[where]
    case.when(OUTCOMES[outcome], by, at).stands(standing)


def test_an_outcome_is_kept_with_its_day() -> None:
    """The step that was taken keeps what was said and on which day."""
    review = recommended().when(c.Approve(CASE), CLEO, "31 October 2024").review
    assert review.taken == (
        Taken(events.Outcome.ACCEPT, date(2024, 10, 15)),
        Taken(events.Outcome.RECOMMEND, date(2024, 10, 24)),
        Taken(events.Outcome.APPROVE, date(2024, 10, 31)),
    )


def test_an_outcome_of_a_sitting_is_dated_on_it() -> None:
    """Recorded four days after, the panel's outcome has the panel's day."""
    assert accepted().when(c.Recommend(CASE), PAT, "28 October 2024").fact(events.Recommended).on == date(2024, 10, 24)


@pytest.mark.parametrize("on", [date(2024, 10, 23), date(2024, 10, 25)])
def test_an_outcome_of_a_sitting_has_no_other_day(on: date) -> None:
    """What the panel said is dated on its day, not before it and not after."""
    accepted().when(c.Recommend(CASE, on=on), PAT, "28 October 2024").refused("case.sitting_held")


def test_nothing_is_recorded_of_a_sitting_to_come() -> None:
    """The day before, the panel has not said anything."""
    accepted().when(c.Recommend(CASE), PAT, "23 October 2024").refused("case.sitting_held")


def test_an_office_records_a_day_of_its_own() -> None:
    """A decision of the Chief Executive may be dated between the panel's and the day it is recorded."""
    late = recommended().when(c.Approve(CASE, on=date(2024, 10, 30)), CLEO, "4 November 2024")
    assert late.fact(events.Approved).on == date(2024, 10, 30)


@pytest.mark.parametrize(
    ("on", "rule"), [(date(2024, 10, 23), "case.not_before"), (date(2024, 11, 5), "case.not_future")]
)
def test_a_decision_is_dated_neither_too_early_nor_ahead(on: date, rule: str) -> None:
    """Never before the case reached the step, never in the future."""
    recommended().when(c.Approve(CASE, on=on), CLEO, "4 November 2024").refused(rule)


@pytest.mark.parametrize(
    "command",
    [
        c.Decline(CASE, Text("")),
        c.ReturnForRework(CASE, Text("")),
    ],
)
def test_what_goes_against_a_case_takes_a_reason(command: object) -> None:
    """A panel that declines or returns says why."""
    accepted().when(command, PAT, "24 October 2024").refused("case.reason")


def test_a_refusal_lists_every_rule_at_once() -> None:
    """The wrong office, the wrong day, the wrong capacity: all three are told, in order."""
    accepted().when(c.Approve(CASE), CLEO, "22 October 2024").refused(
        "case.approve.capacity", "case.office", "case.sitting_held"
    )


def test_whose_hands_are_on_a_case_takes_no_step_of_it() -> None:
    """A clash of duties forbids every outcome."""
    wrote = tuple(pair for pair in DUTIES if pair.earlier is Act.WROTE)
    submitted().knowing(clashes=wrote).when(c.Accept(CASE), PAT, "15 October 2024").refused("case.hands")


@pytest.mark.parametrize("command", [c.Approve(CASE), c.Refuse(CASE, WORDS), c.ReturnForRework(CASE, WORDS)])
def test_members_take_no_item_that_was_not_on_a_lawful_agenda(command: object) -> None:
    """Without agenda and cleared report five clear days before, or the chair's ruling, nothing is taken."""
    case = noticed(before_the_committee()).knowing(published=False)
    case.when(command, DEE, "25 November 2024").refused("case.agenda")


def test_members_may_defer_what_was_not_on_a_lawful_agenda() -> None:
    """Deferring an item is not taking it."""
    before_the_committee().knowing(published=False).when(c.Defer(CASE), DEE, "25 November 2024").stands("deferred")


def test_an_authority_may_have_the_panels_agenda_stop_the_panel() -> None:
    """With that setting an unpublished panel agenda forbids the panel's outcome, and by default it does not."""
    stops = replace(known().policy, settings=replace(known().policy.settings, panel_agenda_blocks=True))
    case = accepted().knowing(published=False)
    case.knowing(policy=stops).when(c.Recommend(CASE), PAT, "24 October 2024").refused("case.agenda")
    case.when(c.Recommend(CASE), PAT, "24 October 2024").stands("under_review")


@pytest.mark.parametrize(("given_on", "lawful"), [(2, True), (3, False)])
def test_a_key_decision_has_twenty_eight_clear_days_of_notice(given_on: int, lawful: bool) -> None:
    """Notice of 2 October makes 31 October lawful; notice of the day after does not."""
    case = recommended("£750,000").knowing(notice_given=date(2024, 10, given_on))
    happened = case.when(c.Approve(CASE), CLEO, "31 October 2024")
    if lawful:
        happened.stands("approved")
    else:
        happened.refused("case.notice")


def test_only_the_step_that_decides_is_a_key_decision() -> None:
    """The panel recommends £750,000 with no notice given."""
    accepted("£750,000").when(c.Recommend(CASE), PAT, "24 October 2024").stands("under_review")


def test_conditions_are_kept_with_owner_and_date() -> None:
    """An approval with conditions holds each until it is discharged, one by one."""
    conditions = tuple(ConditionSet(Text(f"condition {n}"), ANN.person, date(2025, n, 1)) for n in (1, 2))
    approved = recommended().and_then(c.Approve(CASE, conditions), CLEO, "31 October 2024")
    first = approved.when(c.Discharge(CASE, 1, WORDS), PAT, "4 November 2024").then(events.ConditionDischarged)
    assert [bool(held) for held in first.case.conditions] == [False, True]
    Given(first.case, known()).when(c.Discharge(CASE, 1, WORDS), PAT, "5 November 2024").refused("case.condition_open")
    approved.when(c.Discharge(CASE, 3, WORDS), PAT, "5 November 2024").refused("case.condition_open")


def test_a_condition_is_owned_by_somebody_known() -> None:
    """A stranger owns no condition."""
    stranger = ConditionSet(WORDS, PersonId("nobody"), date(2025, 1, 1))
    recommended().when(c.Approve(CASE, (stranger,)), CLEO, "31 October 2024").refused("case.condition_owner")


def test_a_decision_under_a_power_keeps_within_it() -> None:
    """A holder decides under a standing entry up to what is left of it, and is refused above that."""
    entry, within = EntryId("D-1"), Delegated(CLEO.office, pounds("£2,000,000"), stands=True)
    case = noticed(before_the_committee()).knowing(published=False, entry=within)
    decided = case.when(c.Approve(CASE, under=entry), CLEO, "13 November 2024").stands("approved")
    assert decided.fact(events.Approved).under == entry
    spent = case.knowing(entry=replace(within, left=pounds("£1,999,999.99")))
    spent.when(c.Approve(CASE, under=entry), CLEO, "13 November 2024").refused("case.delegated")
    lapsed = case.knowing(entry=replace(within, stands=False))
    lapsed.when(c.Approve(CASE, under=entry), CLEO, "13 November 2024").refused("case.delegated")


def test_referring_up_keeps_what_was_said_and_goes_on_with_the_higher_row() -> None:
    """The Chief Executive's step stays on the record, and the committee follows it."""
    happened = recommended().when(c.ReferUp(CASE, WORDS), CLEO, "30 October 2024")
    happened.then(events.ReferredUp, events.Listed)
    assert [step.capacity for step in happened.review.route.steps][-2:] == [Capacity.DECIDE, Capacity.DECIDE]
    assert (happened.review.step.body, happened.review.taken[2].outcome) == (COMMITTEE, events.Outcome.REFER_UP)


def test_a_committee_does_not_refer_up() -> None:
    """Only a single office that decides refers up; a committee is refused by its capacity."""
    noticed(before_the_committee()).when(c.ReferUp(CASE, WORDS), DEE, "25 November 2024").refused(
        "case.refer_up.capacity"
    )


def test_a_deferral_without_words_goes_to_the_next_date() -> None:
    """The panel's to the next panel and its cycle, the Chief Executive's to her next date, a committee's likewise."""
    panel = accepted().when(c.Defer(CASE), PAT, "24 October 2024").then(events.Deferred, events.Listed)
    assert (panel.review.cycle, panel.review.sitting) == (DECEMBER, "investment_panel/2024-12")
    chief = recommended().when(c.Defer(CASE), CLEO, "30 October 2024").then(events.Deferred)
    assert chief.review.cycle == DECEMBER
    committee = before_the_committee().when(c.Defer(CASE), DEE, "25 November 2024")
    assert committee.review.sitting == "investment_committee/2024-12"
