"""What may I do here, and if not, why not: asked of every verb, for people in different offices."""

from datetime import UTC, datetime

import pytest

from domain.words import CaseId, PersonId, SittingId
from tests.dsl import Stage, label
from workflows.commands import COMMANDS
from workflows.next_steps import NextStep, may_see, next_steps, steps_at, steps_elsewhere
from workflows.ports import NotFound

COMMITTEE = SittingId("investment_committee/2024-11")


def submitted() -> Stage:
    """A business case of Ann's that was submitted on 14 October 2024."""
    stage = Stage()
    stage.draft("Lighting", at="14 October 2024 at 09:00", sponsor=PersonId("sam"))
    stage.submit("Lighting", at="14 October 2024 at 10:00")
    return stage


def steps(stage: Stage, person: str) -> dict[str, NextStep]:
    """Every verb about the case, by name."""
    return {step.verb: step for step in next_steps(stage.house, PersonId(person), label("Lighting"), stage.now)}


def test_the_pmo_may_accept_what_stands_in_triage_and_not_approve_it() -> None:
    """In triage the PMO accepts or returns; approving is refused with the sentence and its source."""
    found = steps(submitted(), "pat")
    assert found["accept"].open
    assert found["return_for_rework"].open
    assert not found["approve"].open
    assert "SAF 2, capacities" in {rule.source for rule in found["approve"].rules}


def test_an_author_is_told_whose_office_triage_is() -> None:
    """Ann may withdraw her case; accepting it is for those whose office it is."""
    found = steps(submitted(), "ann")
    assert found["withdraw"].open
    assert [rule.source for rule in found["accept"].rules] == ["SAF 1, offices and bodies"]


def test_every_closed_step_says_why_with_a_source() -> None:
    """No verb is closed without a sentence and a source, for anybody in the cast."""
    stage = submitted()
    for person in ("ann", "pat", "cleo", "dee", "moe", "lex", "ada", "cass"):
        for step in (*steps_elsewhere(stage.house, PersonId(person), stage.now), *steps_at_committee(stage, person)):
            assert step.open or all(rule.says and rule.source for rule in step.rules), step


def steps_at_committee(stage: Stage, person: str) -> tuple[NextStep, ...]:
    """Every verb about the committee of 25 November 2024."""
    return steps_at(stage.house, PersonId(person), COMMITTEE, stage.now)


def test_every_verb_is_answered_for_somewhere() -> None:
    """Each verb of the catalogue, save one for several cases at once, is judged before a form is filled in."""
    stage = submitted()
    person = PersonId("pat")
    judged = {step.verb for step in next_steps(stage.house, person, label("Lighting"), stage.now)}
    judged |= {step.verb for step in steps_at_committee(stage, "pat")}
    judged |= {step.verb for step in steps_elsewhere(stage.house, person, stage.now)}
    assert {row.verb for row in COMMANDS} - judged == {"resolve"}


def test_an_open_step_can_be_taken() -> None:
    """What is said to be open to Pat is open: the case is accepted."""
    stage = submitted()
    assert steps(stage, "pat")["accept"].open
    stage.do("accept", "pat", "15 October 2024 at 10:00", case="Lighting")
    assert not steps(stage, "pat")["accept"].open


def test_a_draft_is_nobodys_business_until_it_is_shared() -> None:
    """The PMO does not know of a draft before its author shares it; the Chief Executive does not even then."""
    stage = Stage()
    stage.draft("Quiet", at="1 October 2024 at 09:00")
    id = label("Quiet")
    with pytest.raises(NotFound):
        next_steps(stage.house, PersonId("pat"), id, stage.now)
    stage.do("share", "ann", "2 October 2024 at 09:00", case="Quiet")
    assert may_see(stage.world(), PersonId("pat"), id)
    assert not may_see(stage.world(), PersonId("cleo"), id)
    assert not may_see(stage.world(), PersonId("nobody"), id)


def test_a_sitting_that_is_not_there_is_not_found() -> None:
    """Asking about a sitting nobody added says so."""
    with pytest.raises(NotFound):
        steps_at(Stage().house, PersonId("dee"), SittingId("board/1999-01-01"), datetime(2024, 10, 1, tzinfo=UTC))


def test_an_unknown_case_is_not_found() -> None:
    """Asking about a case that was never drafted says so."""
    with pytest.raises(NotFound):
        next_steps(Stage().house, PersonId("pat"), CaseId("none"), datetime(2024, 10, 1, tzinfo=UTC))
