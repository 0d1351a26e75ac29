"""What a calendar is told about itself: features/lint.feature."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from pytest_bdd import given, scenarios, then, when

from adapters.imports.calendar_files import NotACalendar, read_key_dates
from domain.calendar.checks import CHECKS
from domain.calendar.commands import ImportCalendar
from domain.calendar.key_dates import KEY_DATES, KeyDateName, derive
from domain.calendar.lint import Finding, lint_standing
from domain.calendar.published import PublishedCycle, Restriction
from domain.words import BodyId, CycleId, Text
from tests.dsl import FOLDER, Stage, said

scenarios("lint.feature")


@pytest.fixture
def notes() -> dict[str, Any]:
    """What is passed from step to step: the table brought, the findings, and the error."""
    return {}


@given("an empty calendar", target_fixture="stage")
def _() -> Iterator[Stage]:
    stage = Stage(calendar=False)
    yield stage
    stage.nothing_unexpected()


@given(said("a published table in which the agenda for the committee of {committee:day} goes out on {on:day}"))
def _(notes: dict[str, Any], stage: Stage, committee: date, on: date) -> None:
    notes["table"] = table(stage, committee, on, "")


@given(
    said(
        "a published table in which the agenda for the committee of {committee:day} goes out on {on:day}, "
        "because {reason:text}"
    )
)
def _(notes: dict[str, Any], stage: Stage, committee: date, on: date, reason: str) -> None:
    notes["table"] = table(stage, committee, on, reason)


def table(stage: Stage, committee: date, agenda: date, reason: str) -> tuple[PublishedCycle, ...]:
    """A table of one cycle, by the rules but for its agenda."""
    dates = {**derive(committee, stage.world().calendar.days), "agenda_publication": agenda}
    exceptions = ((KeyDateName("agenda_publication"), Text(reason)),) if reason else ()
    cells = tuple((KeyDateName(name), on) for name, on in dates.items())
    return (PublishedCycle(CycleId(f"{committee:%Y-%m}"), cells, exceptions),)


@when("the calendar is checked")
def _(stage: Stage, notes: dict[str, Any]) -> None:
    notes["findings"] = lint_standing(stage.world().calendar)


@when(said("{who} takes the table over on {at:moment}"))
def _(stage: Stage, notes: dict[str, Any], who: str, at: datetime) -> None:
    stage.send(ImportCalendar(notes["table"]), who, at)


@when(said("{who} keeps the {body} clear of {first:day} to {last:day} for a {kind:words}"))
def _(stage: Stage, who: str, body: BodyId, first: date, last: date, kind: str) -> None:
    why = Restriction(kind.removesuffix(" period").replace("-", "_"))
    stage.do("restrict_period", who, body=body, first=first, last=last, kind=why, reason=Text(kind))


@when(said("{who} brings a table whose panel of the cycle {cycle} is written {written:text}"))
def _(stage: Stage, notes: dict[str, Any], who: str, cycle: CycleId, written: str) -> None:
    heading, *lines = (FOLDER / "key-dates.csv").read_text(encoding="utf-8").splitlines()
    cells = next(line for line in lines if line.startswith(cycle)).split(",")
    cells[1 + [row.name for row in KEY_DATES].index(KeyDateName("panel"))] = written
    try:
        stage.send(ImportCalendar(read_key_dates("\n".join([heading, ",".join(cells)]).encode())), who)
    except NotACalendar as error:
        notes["error"] = str(error)


@then(said("she is told {told:text}"))
def _(notes: dict[str, Any], told: str) -> None:
    where, _, what = notes["error"].partition(": ")
    assert "row 2" in where
    assert "panel" in where or "column D" in where
    assert what == told


@then("the calendar is still empty")
def _(stage: Stage) -> None:
    assert not stage.world().calendar.cycles
    assert not stage.ledger.stream("calendar")


@then(said("the panel of {cycle} is on {on:day}"))
def _(stage: Stage, cycle: CycleId, on: date) -> None:
    assert stage.world().calendar.date(cycle, "panel") == on


def findings(notes: dict[str, Any], code: str) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in notes["findings"] if finding.code == code]


@then(said("{code:words} is a {level:words}, found {found:number} times"))
def _(notes: dict[str, Any], code: str, level: str, found: int) -> None:
    assert len(findings(notes, code)) == found
    assert [check.level for check in CHECKS if check.code == code] == [level]
    assert {finding.level for finding in findings(notes, code)} <= {level}
    notes["code"] = code


@then(said("it is found on: {cells:words}"))
def _(stage: Stage, notes: dict[str, Any], cells: str) -> None:
    told = [f"{one.cycle} {one.key_date.replace('_', ' ')}" for one in findings(notes, notes["code"])]
    if cells.startswith("every committee's "):
        name = cells.removeprefix("every committee's ")
        held = [cycle.id for cycle in stage.world().calendar.cycles if cycle.date("committee")]
        assert told == [f"{id} {name}" for id in held]
    else:
        assert told == ([] if cells == "nothing" else cells.split(", "))


@then(said("of {cycle} it says {says:text}"))
def _(notes: dict[str, Any], cycle: CycleId, says: str) -> None:
    assert says in [finding.says for finding in notes["findings"] if finding.cycle == cycle]


@then(said("the cycle of {cycle} stands with its agenda on {on:day}"))
def _(stage: Stage, cycle: CycleId, on: date) -> None:
    assert stage.world().calendar.date(cycle, "agenda_publication") == on


@then(said("the calendar holds as a {level:words} of {cycle}: {says:text}"))
def _(stage: Stage, level: str, cycle: CycleId, says: str) -> None:
    found = lint_standing(stage.world().calendar)
    assert (level, says) in [(one.level, one.says) for one in found if one.cycle == cycle]
