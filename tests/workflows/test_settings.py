"""An authority that sets an assumption otherwise is obeyed, from the policy that says so on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.people.offices import MONITORING_OFFICER
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.decide import AdoptPolicy
from domain.words import BodyId, PolicyId, ServiceId
from tests.dsl import Stage


def with_settings(**settings: Any) -> Stage:
    """A stage under a policy that differs from the first in these settings alone."""
    stage = Stage()
    policy = replace(
        CPCA_2024,
        id=PolicyId("another"),
        adopted_on=date(2024, 4, 2),
        effective_from=date(2024, 4, 2),
        review_due=date(2025, 4, 2),
        settings=replace(CPCA_2024.settings, **settings),
    )
    stage.set_up(AdoptPolicy(policy))
    return stage


def submitted(stage: Stage, value: str = "£400,000") -> Stage:
    """A business case submitted on 14 October 2024."""
    stage.draft("Hub", value=value, at="14 October 2024 at 09:00")
    stage.submit("Hub", at="14 October 2024 at 10:00")
    return stage


@pytest.mark.parametrize(("by", "may"), [("pat", False), ("moe", True)])
def test_who_may_escalate_is_set(by: str, may: bool) -> None:
    """Where only the monitoring officer may escalate, the PMO may not."""
    stage = submitted(with_settings(escalated_by=(MONITORING_OFFICER,)))
    moment = "15 October 2024 at 10:00"
    assert stage.tries("escalate", by, moment, case="Hub", to=BodyId("board"), reason="Novel") is may
    if not may:
        stage.not_theirs()


def test_which_kinds_engagement_blocks_is_set() -> None:
    """Where engagement blocks no kind of case, a business case is submitted with a warning instead."""
    stage = with_settings(engagement_blocks=())
    stage.draft("Hub", at="14 October 2024 at 09:00")
    stage.do("ask_service", "ann", case="Hub", service=ServiceId("finance"), answer_by=date(2024, 10, 18))
    stage.submit("Hub", at="14 October 2024 at 10:00")
    assert len(stage.warned) == 1


def test_how_long_notice_must_be_is_set() -> None:
    """Where ten clear days suffice, notice on 15 October carries a key decision on 31 October."""
    stage = submitted(with_settings(notice_clear_days=10), "£750,000")
    stage.do("give_notice", "dee", "15 October 2024 at 10:00", case="Hub")
    stage.carry("Hub", to=BodyId("chief_executive"))
    stage.do("approve", "cleo", "31 October 2024 at 10:00", case="Hub")
    assert stage.standing("Hub") == "approved"


def test_how_many_clear_days_an_agenda_needs_is_set() -> None:
    """Where an authority wants seven clear working days, the agenda of 15 November is too late for 25 November."""
    stage = submitted(with_settings(agenda_clear_days=7), "£2,000,000")
    stage.carry("Hub", to=BodyId("investment_committee"))
    stage.clear_report("Hub", at="14 November 2024 at 10:00")
    sitting = stage.sitting("Hub")
    assert sitting is not None
    assert not stage.tries("publish_agenda", "dee", "15 November 2024 at 10:00", sitting=sitting.id)
    assert [rule.name for rule in stage.refused()] == ["meeting.clear_days"]
