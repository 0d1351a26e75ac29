"""The committee report: features/reports_and_clearances.feature."""

from datetime import date, datetime
from typing import Any

import pytest
from pytest_bdd import scenarios, step, then

from domain.report.events import Clearer, Part, ReportMarkedLate
from domain.words import AttachmentId, Text
from tests.dsl import COMMITTEE, Stage, label, moment, said

scenarios("reports_and_clearances.feature")

Case = str | None
EVERYTHING = tuple((part, Text(f"What is to be said of {part.value}")) for part in Part)


@pytest.fixture
def read() -> dict[str, Any]:
    """What a clearer has read."""
    return {}


def part_in(words: str) -> Part:
    """A part of the report as a step names it."""
    return Part(words.replace(" ", "_"))


def clearer_in(words: str) -> Clearer:
    """An office that clears, as a step names it."""
    return Clearer(words.replace(" ", "_"))


def report(stage: Stage, case: Case = None) -> Any:
    """The report of a case as it stands."""
    stage.nothing_unexpected()
    return stage.world().report(label(case))


@step(said("{who} uploads its report on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    stage.tries("upload_report", who, moment, case=None, parts=EVERYTHING)


@step(said("{who} uploads its report on {moment}, its {part:words} implications left empty"))
def _(stage: Stage, who: str, moment: datetime, part: str) -> None:
    parts = tuple((each, text) for each, text in EVERYTHING if each is not part_in(part))
    stage.tries("upload_report", who, moment, case=None, parts=parts)


@step(said("{who} changes the {part:words} of its report to {text} on {moment}"))
def _(stage: Stage, who: str, part: str, text: str, moment: datetime) -> None:
    stage.tries("edit_report", who, moment, case=None, changes=((part_in(part), Text(text)),))


@step(said("{who} changes the {part:words} of its report to what it says already on {moment}"))
def _(stage: Stage, who: str, part: str, moment: datetime) -> None:
    words = stage.said(report(stage).version.text(part_in(part)))
    stage.tries("edit_report", who, moment, case=None, changes=((part_in(part), Text(words)),))


@step(said("{who} uploads its report again on {moment}, its {part:words} implications now {text}"))
def _(stage: Stage, who: str, moment: datetime, part: str, text: str) -> None:
    parts = tuple((each, Text(text) if each is part_in(part) else words) for each, words in EVERYTHING)
    stage.tries("upload_report", who, moment, case=None, parts=parts)


@step(said("{who} uploads its report as a file on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    stage.tries("upload_report", who, moment, case=None, file=AttachmentId("a" * 64))


@step(said("{who} clears its report as {clearer:words} on {moment}"))
def _(stage: Stage, who: str, clearer: str, moment: datetime) -> None:
    stage.tries("clear_report", who, moment, case=None, part=clearer_in(clearer))


@step(said("{who} refuses to clear its report as {clearer:words} on {moment}"))
def _(stage: Stage, who: str, clearer: str, moment: datetime) -> None:
    stage.tries("refuse_clearance", who, moment, case=None, part=clearer_in(clearer), comments=Text(""))


@step(said("{who} refuses to clear its report as {clearer:words} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, clearer: str, moment: datetime, reason: str) -> None:
    stage.tries("refuse_clearance", who, moment, case=None, part=clearer_in(clearer), comments=Text(reason))


@step(said("Dora has read that version, and Ann changes its purpose to {text} on {moment}"))
def _(stage: Stage, read: dict[str, Any], text: str, moment: datetime) -> None:
    read["dora"] = report(stage).version.hash
    stage.do("edit_report", "ann", moment, case=None, changes=((Part.PURPOSE, Text(text)),))


@step(said("Dora clears the version she has read on {moment}"))
def _(stage: Stage, read: dict[str, Any], moment: datetime) -> None:
    stage.tries("clear_report", "dora", moment, case=None, part=Clearer.DIRECTOR, of=read["dora"])


@step(said("{who} publishes the agenda of the committee of {on:day} on {moment}, naming {case}"))
def _(stage: Stage, who: str, on: date, moment: datetime, case: Case) -> None:
    sitting = stage.sitting_on(COMMITTEE, on)
    stage.tries("publish_agenda", who, moment, sitting=sitting, items=(label(case),))


@then(said("{who} is told that this is for the writers of the case and for the PMO"))
def _(stage: Stage, who: str) -> None:
    assert stage.not_theirs().endswith(" is for author, pmo"), who


@then(said("its report is cleared by: {words}"))
def _(stage: Stage, words: str) -> None:
    assert sorted(report(stage).cleared_by) == sorted(clearer_in(word) for word in words.split(", "))


@then("its report may be published")
def _(stage: Stage) -> None:
    assert report(stage).publishable == report(stage).version.hash


@then("its report may not be published")
def _(stage: Stage) -> None:
    assert report(stage).publishable is None


@then("its report is not marked late")
def _(stage: Stage) -> None:
    assert report(stage).late == frozenset()


@then(said("its report is marked late for: {words}"))
def _(stage: Stage, words: str) -> None:
    assert report(stage).late == {word.replace(" ", "_") for word in words.split(", ")}


@then(said("the committee of {on:day} still has the version of it that was published"))
def _(stage: Stage, on: date) -> None:
    meeting = stage.world().meeting(stage.sitting_on(COMMITTEE, on))
    assert meeting.version == 1
    assert meeting.item(label(None)).report not in ("", report(stage).version.hash)


@then(said("the committee of {on:day} has the version of it that stands, as a supplement"))
def _(stage: Stage, on: date) -> None:
    standing = report(stage).version.hash
    meeting = stage.world().meeting(stage.sitting_on(COMMITTEE, on))
    assert (meeting.version, meeting.item(label(None)).report) == (2, standing)


@then(said("the committee of {on:day} has {case} on its agenda"))
def _(stage: Stage, on: date, case: Case) -> None:
    stage.nothing_unexpected()
    assert stage.world().meeting(stage.sitting_on(COMMITTEE, on)).item(label(case)) is not None


@then(said("the report of {case} was marked late as of {due:moment}, acted on at {at:moment}"))
def _(stage: Stage, case: Case, due: datetime, at: datetime) -> None:
    stage.nothing_unexpected()
    marks = [r for r in stage.ledger.stream(f"report-{label(case)}") if isinstance(r.fact, ReportMarkedLate)]
    assert [(r.fact.due, r.at) for r in marks] == [(moment(due), moment(at))]
