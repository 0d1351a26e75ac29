"""Putting a record right: by the office that made it, with a second person, appended, and what followed re-opened."""

from datetime import date

import pytest

from domain.case import commands as c
from domain.case import events
from domain.case.events import Outcome
from domain.case.state import Taken
from domain.words import Text
from tests.domain.given_case import ANN, CASE, CLEO, DEE, PAT, PIP, WORDS, Given, accepted, recommended, submitted
from tests.dsl import moment

RECOMMEND_WRONGLY = c.CorrectRecord(CASE, 2, Outcome.DECLINE, WORDS)


def proposed(case: Given, step: int = 2, outcome: Outcome = Outcome.RETURN) -> Given:
    """Pat proposes that a step was recorded wrongly."""
    return case.and_then(c.CorrectRecord(CASE, step, outcome, WORDS), PAT, "28 October 2024")


def test_a_proposal_changes_nothing_yet() -> None:
    """Until a second person confirms it the case stands where it stood."""
    happened = recommended().when(RECOMMEND_WRONGLY, PAT, "28 October 2024").then(events.CorrectionProposed)
    assert happened.review.step.body == "chief_executive"


def test_a_confirmed_correction_keeps_the_day_and_opens_what_followed() -> None:
    """The panel's outcome is put right on its own day; what came after it is open again."""
    corrected = proposed(recommended()).when(c.ConfirmCorrection(CASE), PIP, "29 October 2024")
    corrected.stands("returned")
    assert corrected.review.taken == (
        Taken(Outcome.ACCEPT, date(2024, 10, 15)),
        Taken(Outcome.RETURN, date(2024, 10, 24)),
        None,
    )


def test_a_decision_that_rested_on_a_wrong_record_is_open_again() -> None:
    """Put right after the decision, the panel's step is what stands and the decision is gone from the route."""
    decided = recommended().and_then(c.Approve(CASE), CLEO, "31 October 2024")
    wrong = decided.and_then(c.CorrectRecord(CASE, 2, Outcome.DECLINE, WORDS), PAT, "1 November 2024")
    corrected = wrong.when(c.ConfirmCorrection(CASE), PIP, "1 November 2024").stands("under_review")
    assert (corrected.review.step.body, corrected.review.taken[2]) == ("chief_executive", None)


def test_nobody_confirms_their_own_correction() -> None:
    """It takes two."""
    proposed(recommended()).when(c.ConfirmCorrection(CASE), PAT, "29 October 2024").refused("case.second_person")


def test_there_is_something_to_confirm() -> None:
    """Without a proposal nothing is confirmed; an outcome recorded since takes a proposal away."""
    recommended().when(c.ConfirmCorrection(CASE), PIP, "29 October 2024").refused("case.correction_open")
    since = proposed(recommended()).and_then(c.Approve(CASE), CLEO, "31 October 2024")
    since.when(c.ConfirmCorrection(CASE), PIP, "1 November 2024").refused("case.correction_open")


def test_a_record_is_corrected_by_the_office_that_made_it() -> None:
    """What the PMO recorded the PMO corrects."""
    recommended().when(RECOMMEND_WRONGLY, DEE, "28 October 2024").refused("case.corrects_own")


def test_a_correction_says_why() -> None:
    """A reason goes on the record."""
    command = c.CorrectRecord(CASE, 2, Outcome.DECLINE, Text(""))
    recommended().when(command, PAT, "28 October 2024").refused("case.reason")


@pytest.mark.parametrize("step", [0, 2, 4])
def test_only_a_step_that_was_taken_is_corrected(step: int) -> None:
    """Not one to come, nor one that the route does not have."""
    command = c.CorrectRecord(CASE, step, Outcome.RETURN, WORDS)
    accepted().when(command, PAT, "28 October 2024").refused("case.step_taken")


@pytest.mark.parametrize("outcome", [Outcome.APPROVE, Outcome.DEFER])
def test_a_corrected_outcome_is_one_that_the_capacity_allows(outcome: Outcome) -> None:
    """The panel approves nothing; and a deferral is no correction, for it would have to say to when."""
    command = c.CorrectRecord(CASE, 2, outcome, WORDS)
    recommended().when(command, PAT, "28 October 2024").refused("case.corrected_outcome")


@pytest.mark.parametrize("on", [date(2024, 10, 14), date(2024, 10, 29)])
def test_a_corrected_day_is_neither_ahead_nor_before_an_earlier_step(on: date) -> None:
    """Not after today, and not before the PMO accepted it on 15 October."""
    command = c.CorrectRecord(CASE, 2, Outcome.RECOMMEND, WORDS, on=on)
    recommended().when(command, PAT, "28 October 2024").refused("case.corrected_day")


def test_what_took_effect_is_changed_by_a_new_decision_only() -> None:
    """But a clerical error in what took effect when made may be corrected until something rests on it."""
    in_effect = (
        recommended()
        .and_then(c.Approve(CASE), CLEO, "31 October 2024")
        .after(events.TookEffect(date(2024, 10, 31), moment("31 October 2024")))
    )
    command = c.CorrectRecord(CASE, 3, Outcome.REFUSE, WORDS)
    in_effect.when(command, CLEO, "1 November 2024").refused("case.correctable")
    slip = in_effect.knowing(effective_when_made=True)
    slip.when(command, CLEO, "1 November 2024").then(events.CorrectionProposed)
    slip.knowing(built_upon=True).when(command, CLEO, "1 November 2024").refused("case.correctable")


def test_a_withdrawn_case_is_not_corrected() -> None:
    """What was withdrawn keeps its record as it is."""
    withdrawn = submitted().and_then(c.Withdraw(CASE), ANN, "15 October 2024")
    command = c.CorrectRecord(CASE, 1, Outcome.RETURN, WORDS)
    withdrawn.when(command, PAT, "16 October 2024").refused("case.correctable", "case.step_taken")
