"""Writing a case: its sums, what it rests on, who writes and sponsors it, and the services that are asked."""

from datetime import date

import pytest

from domain.case import commands as c
from domain.case import events
from domain.case.events import Answer, EntryLine
from domain.case.known import Baseline
from domain.people.duties import Act
from domain.routing.kinds import Figures, Kind
from domain.words import BodyId, PersonId, ServiceId, Text, pounds
from tests.domain.given_case import ANN, CASE, PAT, WORDS, Given, accepted, given, recommended, submitted

FINANCE = ServiceId("finance")
BOARD = BodyId("board")


def asked_finance(kind: Kind = Kind.BUSINESS_CASE) -> Given:
    """A draft of which finance was asked whether it is impacted."""
    return given(kind=kind).and_then(c.AskService(CASE, FINANCE, date(2024, 10, 9)), ANN, "2 October 2024")


def change(after: str, **baseline: object) -> Given:
    """A change request to a project whose baseline is £400,000."""
    stands = Baseline(Figures.of(pounds("£400,000")), **{"approved_by": None, **baseline})
    case = given(after, Kind.CHANGE_REQUEST).knowing(baseline=stands)
    return case.and_then(c.Value(CASE, pounds(after)), ANN, "1 October 2024")


def test_the_route_is_recorded_when_a_case_is_submitted() -> None:
    """The policy, the basis, the figure in pence and the steps are in the fact, so that no later table changes them."""
    route = given("£1,000,000.00").when(c.Submit(CASE), ANN, "14 October 2024").fact(events.Submitted).route
    assert (route.policy, route.basis, route.figure) == ("cpca-2024", "authority_contribution", 100_000_000)
    assert [step.body for step in route.steps] == ["pmo", "investment_panel", "investment_committee"]


def test_a_case_is_submitted_once() -> None:
    """A case that is under way is no draft any more."""
    submitted().when(c.Submit(CASE), ANN, "15 October 2024").refused("case.draft")


def test_a_change_request_is_routed_on_the_larger_figure() -> None:
    """Of baseline and total after the change."""
    for after, figure in (("£100,000", "£400,000"), ("£1,500,000", "£1,500,000")):
        route = change(after).when(c.Submit(CASE), ANN, "14 October 2024").review.route
        assert route.figure == pounds(figure)


def test_a_change_request_is_decided_no_lower_than_its_baseline_was() -> None:
    """By the body that approved it; by the one whose row holds it where that is unknown; freely where it delegated."""
    deciders = {
        decider: change("£450,000", **baseline).when(c.Submit(CASE), ANN, "14 October 2024").review.route.decider
        for decider, baseline in (
            ("board", {"approved_by": BOARD}),
            ("chief_executive", {}),
            ("delegated", {"approved_by": BOARD, "delegated": True}),
        )
    }
    assert deciders == {"board": "board", "chief_executive": "chief_executive", "delegated": "chief_executive"}


def test_a_change_request_without_a_baseline_is_not_submitted() -> None:
    """It names a registered project."""
    given(kind=Kind.CHANGE_REQUEST).when(c.Submit(CASE), ANN, "14 October 2024").refused("case.baseline")


def test_a_change_request_submitted_after_its_baseline_moved_is_put_against_the_new_one() -> None:
    """What was written against £400,000 is submitted against what stands now."""
    moved = Baseline(Figures.of(pounds("£1,400,000")), None)
    happened = change("£450,000").knowing(baseline=moved).when(c.Submit(CASE), ANN, "14 October 2024")
    happened.then(events.Valued, events.Submitted)
    assert happened.case.file.sums.before == moved.figures
    assert happened.review.route.figure == pounds("£1,400,000")


def test_a_value_changed_in_triage_routes_anew_in_the_same_cycle() -> None:
    """The step is the PMO's still, the cycle November still, and the decider another."""
    happened = submitted().when(c.Value(CASE, pounds("£5,000,000.01")), ANN, "15 October 2024")
    happened.then(events.Valued, events.Rerouted)
    assert (happened.review.at, happened.review.cycle, happened.review.route.decider) == (0, "2024-11", "board")


def test_a_value_takes_a_sum() -> None:
    """Stating no sum at all changes nothing."""
    submitted().when(c.Value(CASE), ANN, "15 October 2024").refused("case.a_sum")


def test_a_decided_case_is_not_valued_anew() -> None:
    """Once decided, its sums stand."""
    withdrawn = recommended().and_then(c.Withdraw(CASE), ANN, "25 October 2024")
    withdrawn.when(c.Value(CASE, pounds("£1")), ANN, "28 October 2024").refused("case.undecided")


@pytest.mark.parametrize("in_effect", [True, False])
def test_a_concept_paper_opens_the_way_once_its_approval_is_in_effect(in_effect: bool) -> None:
    """Resting on a concept paper is enough only when its approval has taken effect."""
    line = c.GiveEntry(CASE, EntryLine.CONCEPT_PAPER, concept=CASE)
    case = given().and_then(line, ANN, "1 October 2024").knowing(concept_in_effect=in_effect)
    happened = case.when(c.Submit(CASE), ANN, "14 October 2024")
    if in_effect:
        happened.stands("under_review")
    else:
        happened.refused("case.entry")


def test_only_a_business_case_needs_a_line() -> None:
    """A concept paper rests on nothing, and is refused one."""
    line = c.GiveEntry(CASE, EntryLine.CORPORATE_PLAN, words=WORDS)
    given(kind=Kind.CONCEPT_PAPER).when(line, ANN, "1 October 2024").refused("case.is_business_case")


def test_an_exemption_is_the_pmos_and_takes_a_reason() -> None:
    """A writer cannot exempt their own case, and the PMO says why."""
    given().when(c.GiveEntry(CASE, EntryLine.EXEMPTION, words=WORDS), ANN, "1 October 2024").refused("case.entry_line")
    given().when(c.ExemptEntry(CASE, Text("")), PAT, "1 October 2024").refused("case.reason")
    given().when(c.ExemptEntry(CASE, WORDS), PAT, "1 October 2024").then(events.EntryGiven)


def test_a_service_that_was_asked_holds_up_a_business_case_until_it_answers() -> None:
    """More time is no answer; engaged, or not impacted, is one."""
    case = asked_finance().knowing(answers_services=True)
    case.when(c.Submit(CASE), ANN, "14 October 2024").refused("case.engagement")
    more = c.AnswerService(CASE, FINANCE, Answer.MORE_TIME, answer_by=date(2024, 10, 20))
    case.and_then(more, PAT, "9 October 2024").when(c.Submit(CASE), ANN, "14 October 2024").refused("case.engagement")
    for answer in (Answer.ENGAGED, Answer.NOT_IMPACTED):
        told = case.and_then(c.AnswerService(CASE, FINANCE, answer), PAT, "9 October 2024")
        told.when(c.Submit(CASE), ANN, "14 October 2024").stands("under_review")


def test_a_service_that_was_asked_holds_up_no_other_kind() -> None:
    """The others are warned, not stopped."""
    asked_finance(Kind.CONCEPT_PAPER).when(c.Submit(CASE), ANN, "14 October 2024").stands("under_review")


def test_more_time_is_dated_and_only_what_was_asked_is_answered() -> None:
    """An answer is to a question, by one who answers for the service; more time names its day."""
    case = asked_finance().knowing(answers_services=True)
    case.when(c.AnswerService(CASE, FINANCE, Answer.MORE_TIME), PAT, "9 October 2024").refused("case.more_time")
    legal = c.AnswerService(CASE, ServiceId("legal"), Answer.ENGAGED)
    case.when(legal, PAT, "9 October 2024").refused("case.service_asked")
    case.knowing(answers_services=False).when(
        c.AnswerService(CASE, FINANCE, Answer.ENGAGED), PAT, "9 October 2024"
    ).refused("case.service_officer")


def test_every_hand_that_wrote_is_remembered() -> None:
    """A co-writer who is taken off again has written it all the same, and so has whoever handed it over."""
    case = given().and_then(c.AddCoWriter(CASE, PersonId("dee")), ANN, "1 October 2024")
    case = case.and_then(c.RemoveCoWriter(CASE, PersonId("dee")), ANN, "2 October 2024")
    case = case.and_then(c.HandOver(CASE, ANN.person, PersonId("moe"), WORDS), ANN, "3 October 2024")
    assert case.case.file.authors == {"moe"}
    assert {person for act, person in case.case.file.hands if act is Act.WROTE} == {"ann", "dee", "moe"}


def test_a_case_keeps_at_least_one_writer() -> None:
    """The last one is not taken off."""
    given().when(c.RemoveCoWriter(CASE, ANN.person), ANN, "1 October 2024").refused("case.last_author")


def test_those_named_are_known() -> None:
    """A stranger neither writes nor sponsors a case."""
    for command in (c.AddCoWriter(CASE, PersonId("nobody")), c.NameSponsor(CASE, PersonId("nobody"))):
        given().when(command, ANN, "1 October 2024").refused("case.person")


def test_the_words_of_a_case_are_written_while_it_is_a_draft_or_returned() -> None:
    """Not while a body reads it."""
    save = c.Save(CASE, Text("title"), Text("contents"))
    given().when(save, ANN, "1 October 2024").then(events.ContentsSaved)
    submitted().and_then(c.ReturnForRework(CASE, WORDS), PAT, "15 October 2024").when(
        save, ANN, "16 October 2024"
    ).then(events.ContentsSaved)
    accepted().when(save, ANN, "16 October 2024").refused("case.writing")


def test_only_a_draft_is_shared() -> None:
    """What was submitted the PMO reads anyway."""
    given().when(c.Share(CASE), ANN, "1 October 2024").then(events.SharedWithPmo)
    submitted().when(c.Share(CASE), ANN, "15 October 2024").refused("case.draft")


def test_a_withdrawn_case_is_over() -> None:
    """Nothing follows a withdrawal, and it is not withdrawn again."""
    withdrawn = submitted().and_then(c.Withdraw(CASE), ANN, "15 October 2024")
    withdrawn.when(c.Withdraw(CASE), ANN, "16 October 2024").refused("case.undecided")
