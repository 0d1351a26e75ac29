"""What is shown: the case list, inboxes and timelines, as they are and as the ledger knew them before."""

import json
from datetime import datetime
from typing import Any

import pytest

from domain.routing.kinds import Kind
from domain.words import BodyId, PersonId
from tests.dsl import Stage, moment
from workflows.ports import NotFound
from workflows.views.table import VIEWS, Reading

BY_NAME = {view.name: view for view in VIEWS}
ARGS = {
    "case": "SAF-2024-0001",
    "cycle": "2024-11",
    "sitting": "investment_panel/2024-11",
    "policy": "cpca-2024",
    "person": "ann",
    "project": "a-project",
}


@pytest.fixture
def stage() -> Stage:
    """A change request by Ann, decided by Cleo on 31 October 2024 and published on 12 November."""
    stage = Stage()
    stage.draft("Stream", kind=Kind.CHANGE_REQUEST, value=None, at="1 October 2024 at 09:00")
    stage.submit("Stream", at="14 October 2024 at 10:00")
    stage.carry("Stream", to=BodyId("chief_executive"))
    stage.do("approve", "cleo", "31 October 2024 at 15:00", case="Stream")
    stage.do("publish_decision", "dee", "12 November 2024 at 10:00", case="Stream")
    return stage


def read(stage: Stage, name: str, by: str = "pat", until: datetime | None = None, **args: str) -> Any:
    """A view as a person reads it."""
    return BY_NAME[name].read(stage.house, Reading(PersonId(by), stage.now, until, args))


@pytest.mark.parametrize("name", sorted(BY_NAME))
@pytest.mark.parametrize("until", [None, "20 October 2024 at 12:00"])
def test_every_view_is_json_now_and_as_of_a_past_instant(stage: Stage, name: str, until: str | None) -> None:
    """Each view can be sent to a program as it is, now and as of 20 October 2024."""
    needed = {key: value for key, value in ARGS.items() if "{" + key + "}" in BY_NAME[name].path}
    shown = read(stage, name, until=moment(until) if until else None, **needed)
    assert json.loads(json.dumps(shown)) == shown


def test_the_inbox_as_of_a_past_instant_is_what_waited_then(stage: Stage) -> None:
    """On 20 October the panel's outcome waited for the PMO by 24 October; today nothing does."""
    then = read(stage, "inbox", until=moment("20 October 2024 at 12:00"))
    assert [(row["what"], row["by"]) for row in then] == [("record the outcome of Investment Panel", "2024-10-24")]
    assert read(stage, "inbox") == []


def test_a_case_as_of_a_past_instant_is_what_the_ledger_knew_then(stage: Stage) -> None:
    """On 25 October the case stood before the Chief Executive; a later decision does not show."""
    then = read(stage, "case", until=moment("25 October 2024 at 12:00"), case="SAF-2024-0001")
    assert then["standing"] == "under_review"
    assert [step["outcome"] for step in then["route"]] == ["accept", "recommend", None]
    assert then["decision"] is None


def test_a_timeline_names_who_acted_in_which_office_and_when(stage: Stage) -> None:
    """Every fact of the case is there in order, with the person and office, or the calendar."""
    told = read(stage, "case_history", case="SAF-2024-0001")
    assert [entry["position"] for entry in told] == sorted(entry["position"] for entry in told)
    approved = next(entry for entry in told if entry["event"] == "Approved")
    assert (approved["person"], approved["office"], approved["on"]) == ("cleo", "chief_executive", "2024-10-31")


def test_the_list_keeps_to_what_is_asked_for(stage: Stage) -> None:
    """Filters keep the list to a standing and a kind."""
    assert [row["reference"] for row in read(stage, "cases", standing="in_effect")] == ["SAF-2024-0001"]
    assert read(stage, "cases", standing="in_effect", kind="concept_paper") == []


def test_a_case_a_person_may_not_know_of_is_not_found(stage: Stage) -> None:
    """Somebody without an office, who neither wrote nor sponsors it, is told there is no such case."""
    with pytest.raises(NotFound):
        read(stage, "case", by="cass", case="SAF-2024-0001")


@pytest.mark.parametrize(
    ("name", "arg", "value"),
    [
        ("cycle", "cycle", "1999-01"),
        ("sitting", "sitting", "board/1999-01-01"),
        ("policy", "policy", "none"),
        ("person", "person", "none"),
        ("project", "project", "none"),
        ("case", "case", "SAF-1999-0001"),
    ],
)
def test_what_is_not_there_is_not_found(stage: Stage, name: str, arg: str, value: str) -> None:
    """A view of something that does not exist says so."""
    with pytest.raises(NotFound):
        read(stage, name, **{arg: value})


def test_a_cancelled_meeting_whose_agenda_was_out_waits_for_its_notice() -> None:
    """Cancelled after its agenda was out, the committee of 25 November owes the public a notice until it is given."""
    stage = Stage()
    stage.draft("Hub", value="£2,000,000", at="14 October 2024 at 09:00")
    stage.submit("Hub", at="14 October 2024 at 10:00")
    stage.carry("Hub", to=stage.route("Hub").steps[-1].body)
    stage.publish("Hub")
    committee = stage.sitting("Hub")
    assert committee is not None
    stage.do("cancel_sitting", "dee", sitting=committee.id, reason="No quorum expected")
    waits = [row["what"] for row in read(stage, "inbox", by="dee")]
    assert "publish the notice that the meeting is cancelled" in waits
    stage.do("publish_cancellation", "dee", sitting=committee.id)
    waits = [row["what"] for row in read(stage, "inbox", by="dee")]
    assert "publish the notice that the meeting is cancelled" not in waits
