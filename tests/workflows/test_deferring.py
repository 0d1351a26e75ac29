"""Deferring to a named sitting, and to the next one, as the calendar then lets it."""

from datetime import date

from domain.words import BodyId, SittingId
from tests.dsl import Stage


def test_a_case_is_not_deferred_to_a_members_sitting_whose_agenda_was_due() -> None:
    """Recorded on 6 January 2025, a case is not deferred to 13 January, whose agenda was due on the 3rd."""
    stage = Stage()
    stage.draft("Hub", value="£2,000,000", at="4 November 2024 at 09:00")
    stage.submit("Hub", at="4 November 2024 at 10:00")
    stage.carry("Hub", to=BodyId("investment_committee"))
    stage.publish("Hub")
    late = "6 January 2025 at 10:00"
    sitting = SittingId("investment_committee/2025-01")
    assert not stage.tries("defer", "dee", late, case="Hub", sitting=sitting, on=date(2024, 12, 16))
    assert [rule.name for rule in stage.refused()] == ["case.defer_carried"]
    stage.do("defer", "dee", late, case="Hub", on=date(2024, 12, 16))
    assert stage.review("Hub").sitting == SittingId("investment_committee/2025-02")
