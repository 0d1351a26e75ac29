"""What follows from a fact, in the same transaction as the fact, and nothing more."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from domain.calendar.events import SittingCancelled
from domain.case import events as case
from domain.case.commands import Approve
from domain.case.events import ListingReason, Outcome
from domain.decision import events as decision
from domain.decision.state import Effective, NotMade
from domain.meeting import events as meeting
from domain.people.offices import CHIEF_EXECUTIVE
from domain.register import events as register
from domain.register.delegations import events as delegations
from domain.routing.kinds import Figures, Kind
from domain.rules import Refused
from domain.words import BodyId, EntryId, PersonId, ProjectId, Text, pounds
from tests import sittings
from tests.dsl import COMMITTEE, PANEL, Stage, label
from workflows.handle import Order, Receipt
from workflows.reactions import REACTIONS

NOVEMBER, DECEMBER = date(2024, 11, 25), date(2024, 12, 16)
PROJECT = ProjectId("a-project")


def kinds(receipt: Receipt) -> dict[str, list[type]]:
    """The kinds of fact a command led to, stream by stream."""
    found: dict[str, list[type]] = {}
    for stream, fact in receipt.facts:
        found.setdefault(stream.partition("-")[0], []).append(type(fact))
    return found


@pytest.fixture
def stage() -> Stage:
    """The published year and the cast, on 1 October 2024."""
    stage = Stage()
    stage.tick("1 October 2024")
    return stage


def before_the_chief_executive(stage: Stage, kind: Kind = Kind.BUSINESS_CASE, **fields: Any) -> None:
    """A case that the panel of 24 October 2024 recommended."""
    stage.draft(kind=kind, by="ann", **fields)
    stage.submit(at="14 October 2024 at 10:00")
    stage.do("accept", "pat", "15 October 2024")
    stage.do("recommend", "pat", "24 October 2024 at 16:00")


def test_an_officers_approval_is_one_transaction_from_decision_to_register(stage: Stage) -> None:
    """Approved, recorded as a decision, in effect, and the project's baseline set: all of it, at one position."""
    before_the_chief_executive(stage)
    head, _ = stage.ledger.head()
    receipt = stage.do("approve", "cleo", "31 October 2024")
    assert kinds(receipt) == {
        "case": [case.Approved, case.TookEffect],
        "decision": [decision.DecisionRecorded, decision.DecisionTookEffect],
        "project": [register.ProjectRegistered, register.BaselineSet, register.StageReached],
    }
    stored = list(stage.ledger.everything(after=head))
    assert len({recorded.request for recorded in stored}) == 1
    assert len(stored) == 7


def test_a_key_decision_waits_for_its_publication(stage: Stage) -> None:
    """What may be called in is recorded as a decision and does nothing more until its window has closed."""
    stage.draft(value="£750,000")
    stage.do("give_notice", "dee", "2 October 2024", case=None)
    stage.submit(at="14 October 2024 at 10:00")
    stage.carry(to=BodyId("chief_executive"))
    stage.do("approve", "cleo", "31 October 2024")
    assert isinstance(stage.facts()[-1], case.Approved)
    assert not isinstance(stage.world().decision(label(None)), NotMade | Effective)


def test_a_refusal_is_a_decision_and_reaches_no_register(stage: Stage) -> None:
    """Refused: recorded as a decision, and nothing follows."""
    before_the_chief_executive(stage)
    receipt = stage.do("refuse", "cleo", "31 October 2024", reason=Text("Too dear."))
    assert kinds(receipt) == {"case": [case.ApprovalRefused], "decision": [decision.DecisionRecorded]}


@pytest.mark.parametrize("verb", ["return_for_rework", "defer", "refer_up"])
def test_what_decides_nothing_makes_no_decision(stage: Stage, verb: str) -> None:
    """A return, a deferral and a referral up are outcomes of a deciding step, and no decision."""
    before_the_chief_executive(stage)
    words = {"feedback" if verb == "return_for_rework" else "reason": Text("Not yet.")}
    assert "decision" not in kinds(stage.do(verb, "cleo", "31 October 2024", **words))


def test_a_concept_paper_in_effect_reaches_no_register(stage: Stage) -> None:
    """A concept paper opens the way to a business case: the register has no project of it."""
    stage.draft(kind=Kind.CONCEPT_PAPER, value="£240,000")
    sittings.to_the_committee(stage, NOVEMBER, [None])
    stage.carry()
    stage.do("publish_decision", "dee", case=None)
    stage.tick("1 April 2025")
    assert stage.standing() == "in_effect"
    assert not [r for r in stage.ledger.everything() if r.stream.startswith("project-")]


def test_a_change_request_moves_the_baseline_it_finds(stage: Stage) -> None:
    """In effect, the after stands in the register beside what stood and what the request was written against."""
    before_the_chief_executive(stage, Kind.CHANGE_REQUEST, value="£450,000")
    receipt = stage.do("approve", "cleo", "31 October 2024")
    (moved,) = [fact for _, fact in receipt.facts if isinstance(fact, register.BaselineMoved)]
    assert moved.before.figures == moved.asked_from == Figures.of(pounds(400_000))
    assert moved.after.figures == Figures.of(pounds(450_000))
    assert (moved.after.approved_by, moved.after.decided_on) == ("chief_executive", date(2024, 10, 31))


def test_a_correction_undoes_in_one_transaction_what_rested_on_the_record(stage: Stage) -> None:
    """The decision is set aside, the baseline stands as it stood, and the corrected outcome is decided anew."""
    stage.do("add_person", "ada", person=PersonId("kit"), name=Text("Kit"))
    stage.do("appoint", "ada", person=PersonId("kit"), office=CHIEF_EXECUTIVE, starts=date(2024, 10, 1))
    before_the_chief_executive(stage, Kind.CHANGE_REQUEST, value="£450,000")
    stage.do("approve", "cleo", "31 October 2024")
    fields = {"step": 3, "outcome": Outcome.APPROVE, "on": date(2024, 10, 30), "reason": Text("Signed the day before.")}
    stage.do("correct_record", "cleo", "1 November 2024", **fields)
    receipt = stage.do("confirm_correction", "kit", "1 November 2024")
    assert kinds(receipt) == {
        "case": [case.RecordCorrected, case.TookEffect],
        "decision": [decision.DecisionSetAside, decision.DecisionRecorded, decision.DecisionTookEffect],
        "project": [register.BaselineSetAside, register.BaselineMoved],
    }
    baseline = stage.world().project(PROJECT).baseline
    assert (baseline.figures, baseline.decided_on) == (Figures.of(pounds(450_000)), date(2024, 10, 30))


def under_a_power(stage: Stage, consult: tuple[Any, ...] = ()) -> None:
    """A case for the committee, and a power under which the Chief Executive may decide it."""
    power = {"kinds": (Kind.BUSINESS_CASE,), "limit": pounds(2_000_000), "resolution": Text("Board, minute 12")}
    conferred = {"entry": EntryId("D1"), "office": CHIEF_EXECUTIVE, "starts": date(2024, 10, 1), "consult": consult}
    stage.do("confer", "dee", **power, **conferred)
    stage.draft(value="£1,500,000")
    sittings.to_the_committee(stage, NOVEMBER, [None])


def test_a_decision_under_a_power_draws_it_down_at_once(stage: Stage) -> None:
    """The register of delegations knows in the same transaction what was used."""
    under_a_power(stage)
    receipt = stage.do("approve", "cleo", "12 November 2024", under=EntryId("D1"))
    assert kinds(receipt)["delegations"] == [delegations.DrawnDown]
    assert stage.world().decision(label(None)).made.officer


def test_what_a_reaction_refuses_stores_nothing_at_all(stage: Stage) -> None:
    """The register refuses a draw-down without its consultation, and so the approval is not stored either."""
    under_a_power(stage, consult=(CHIEF_EXECUTIVE,))
    stage.tick("12 November 2024")
    head = stage.ledger.head()
    with pytest.raises(Refused) as no:
        stage.do("approve", "cleo", "12 November 2024", under=EntryId("D1"))
    assert [rule.name for rule in no.value.rules] == ["consulted"]
    assert stage.ledger.head() == head


def test_every_holder_bound_the_case_goes_up_when_it_arrives(stage: Stage) -> None:
    """A Chief Executive who sponsors the case never has it: the panel's recommendation escalates it at once."""
    stage.draft(sponsor=PersonId("cleo"))
    stage.submit(at="14 October 2024 at 10:00")
    stage.do("accept", "pat", "15 October 2024")
    receipt = stage.do("recommend", "pat", "24 October 2024 at 16:00")
    assert kinds(receipt)["case"] == [case.Recommended, case.Escalated, case.Listed]
    assert stage.sitting().on == NOVEMBER


def test_with_one_free_holder_it_stays(stage: Stage) -> None:
    """Where another person holds the office with free hands, the case waits for them."""
    stage.do("appoint", "ada", person=PersonId("cass"), office=CHIEF_EXECUTIVE, starts=date(2024, 10, 1))
    before_the_chief_executive(stage, sponsor=PersonId("cleo"))
    assert stage.body().id == "chief_executive"
    with pytest.raises(Refused):
        stage.do("approve", "cleo", "31 October 2024")
    stage.do("approve", "cass", "31 October 2024")
    assert stage.standing() == "in_effect"


def test_a_cancelled_committee_moves_its_own_items_and_no_other(stage: Stage) -> None:
    """Each of its cases is taken off and listed anew; cases of another committee have no fact of it."""
    stage.draft("November", value="£2,000,000")
    sittings.to_the_committee(stage, NOVEMBER, ["November"])
    stage.draft("December", value="£3,000,000", by="bea")
    sittings.to_the_committee(stage, DECEMBER, ["December"])
    sitting = stage.sitting_on(COMMITTEE, NOVEMBER)
    receipt = stage.do("cancel_sitting", "dee", "14 November 2024 at 17:00", sitting=sitting, reason=Text("Flood."))
    assert [type(fact) for _, fact in receipt.facts] == [SittingCancelled, case.TakenOff, case.Listed]
    assert {stream for stream, _ in receipt.facts} == {"calendar", "case-november"}
    assert receipt.facts[-1][1].why is ListingReason.SITTING_CANCELLED


def test_a_cancelled_sitting_touches_no_draft_and_nothing_decided(stage: Stage) -> None:
    """Drafts, and cases that are over, are left as they are."""
    stage.draft("A draft", by="bea")
    before_the_chief_executive(stage)
    stage.do("approve", "cleo", "24 October 2024 at 17:00")
    sitting = stage.sitting_on(PANEL, date(2024, 11, 14))
    receipt = stage.do("cancel_sitting", "pat", "1 November 2024", sitting=sitting, reason=Text("No quorum."))
    assert [type(fact) for _, fact in receipt.facts] == [SittingCancelled]


def test_who_awaited_a_date_is_placed_when_one_is_added(stage: Stage) -> None:
    """Deferred by the year's last committee, a case is listed in the transaction that adds another."""
    stage.tick("20 January 2025")
    stage.draft(value="£400,000", kind=Kind.CONCEPT_PAPER)
    last = date(2025, 3, 17)
    sittings.bring(stage, last, [None])
    stage.do("defer", "dee", sittings.at(last, "16:00"), reason=Text("Not yet."))
    assert stage.standing() == "awaiting_date"
    receipt = stage.do("add_sitting", "dee", "18 March 2025", body=COMMITTEE, on=date(2025, 5, 12))
    assert kinds(receipt)["case"] == [case.Listed]
    assert stage.sitting().on == date(2025, 5, 12)


def test_a_resolution_and_all_its_outcomes_are_one_transaction(stage: Stage) -> None:
    """The meeting's resolution, each case's outcome and each decision share one request, or none is stored."""
    stage.draft("One", value="£1,100,000")
    stage.draft("Two", value="£1,200,000", by="bea")
    sittings.bring(stage, NOVEMBER, ["One", "Two"])
    head, _ = stage.ledger.head()
    outcomes: list[tuple[str | None, str]] = [("One", "approve"), ("Two", "approve")]
    assert sittings.resolve(stage, outcomes, sittings.at(NOVEMBER, "16:00"), None)
    stored = [(r.stream, type(r.fact)) for r in stage.ledger.everything(after=head)]
    assert sorted(stream for stream, _ in stored) == [
        "case-one",
        "case-two",
        "decision-one",
        "decision-two",
        f"meeting-{stage.sitting_on(COMMITTEE, NOVEMBER)}",
    ]
    assert [kind for stream, kind in stored if stream.startswith("meeting")] == [meeting.Resolved]
    assert len({r.request for r in stage.ledger.everything(after=head)}) == 1


def test_a_command_that_comes_twice_reacts_once(stage: Stage) -> None:
    """The same request again stores nothing and says that it had been done."""
    before_the_chief_executive(stage)
    order = Order(Approve(label(None)), PersonId("cleo"), datetime.fromisoformat("2024-10-31T12:00:00+00:00"), "once")
    assert not stage.house.handle(order).again
    head = stage.ledger.head()
    assert stage.house.handle(replace(order)).again
    assert stage.ledger.head() == head


def test_every_reaction_is_named_for_what_it_follows() -> None:
    """A reaction's stored name says whenever what, then what."""
    assert all(reaction.__name__.startswith("whenever_") for reaction in REACTIONS)
    assert len(set(REACTIONS)) == len(REACTIONS)
