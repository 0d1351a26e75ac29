"""Time travel: features/time_travel.feature."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from pytest_bdd import given, scenarios, then

from domain.case.events import Outcome
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.decide import AdoptPolicy
from domain.words import BodyId, CycleId, OfficeId, PersonId, PolicyId, Text
from tests.dsl import COMMITTEE, OPENS, Stage, label, said
from workflows.ports import NotFound
from workflows.views.table import VIEWS, Reading

scenarios("time_travel.feature")

Case = str | None
PATHS = {view.path: view for view in VIEWS}


def read(stage: Stage, path: str, until: datetime, reader: str | None = None, **args: str) -> Any:
    """A view as of a past instant, read now."""
    stage.nothing_unexpected()
    who = PersonId(reader) if reader else None
    return PATHS[path].read(stage.house, Reading(who, stage.now, until, args))


def titles(rows: list[dict[str, Any]]) -> Iterator[str]:
    """The names of the cases in some rows, each once, in order."""
    yield from dict.fromkeys(row["title"] for row in rows)


@given(said("on {moment} it is corrected that the panel returned it"))
def _(stage: Stage, moment: datetime) -> None:
    fields = {"step": 2, "outcome": Outcome.RETURN, "reason": Text("The minutes say so.")}
    stage.do("correct_record", "pat", moment, case=None, **fields)
    stage.do("confirm_correction", "pip", moment, case=None)


@given(said("{who} moves the committee of {on:day} to {to:day} on {moment}"))
def _(stage: Stage, who: str, on: date, to: date, moment: datetime) -> None:
    sitting = stage.sitting_on(COMMITTEE, on)
    stage.do("move_sitting", who, moment, sitting=sitting, to=to, reason=Text("The Mayor is in London."))


@given(said("the Board's new policy {name:text} is adopted on {moment}, in force from {first:day}"))
def _(stage: Stage, name: str, moment: datetime, first: date) -> None:
    policy = replace(
        CPCA_2024,
        id=PolicyId(name),
        adopted_on=date(2024, 11, 13),
        effective_from=first,
        review_due=date(2026, 1, 1),
    )
    stage.send(AdoptPolicy(policy), "moe", moment)


@given(said("{who} appoints {person:who} to the {office} on {moment}, from {first:day}"))
def _(stage: Stage, who: str, person: str, office: OfficeId, moment: datetime, first: date) -> None:
    stage.do("appoint", who, moment, person=PersonId(person), office=office, starts=first)


@then(said("as of {moment} {case} was {standing}"))
def _(stage: Stage, moment: datetime, case: Case, standing: str) -> None:
    assert read(stage, "cases/{case}", moment, case=label(case))["standing"] == standing


@then(said("as of {moment} {case} was {standing} before the {body}"))
def _(stage: Stage, moment: datetime, case: Case, standing: str, body: BodyId) -> None:
    shown = read(stage, "cases/{case}", moment, case=label(case))
    assert shown["standing"] == standing
    assert [step["body"] for step in shown["route"] if step["present"]] == [body]


@then(said("as of {moment} {case} was in the cycle of {cycle}"))
def _(stage: Stage, moment: datetime, case: Case, cycle: CycleId) -> None:
    assert read(stage, "cases/{case}", moment, case=label(case))["cycle"] == cycle


@then(said("the timeline of {case} says it was recommended on {on:day}, recorded on {at:day}"))
def _(stage: Stage, case: Case, on: date, at: date) -> None:
    lines = read(stage, "cases/{case}/history", stage.now, case=label(case))
    (line,) = [line for line in lines if line["event"] == "Recommended"]
    assert (line["on"], datetime.fromisoformat(line["at"]).date()) == (on.isoformat(), at)


@then(said("as of {moment} the committee of the cycle of {cycle} was on {on:day}"))
def _(stage: Stage, moment: datetime, cycle: CycleId, on: date) -> None:
    assert read(stage, "cycles/{cycle}", moment, cycle=cycle)["dates"]["committee"] == on.isoformat()


@then(
    said(
        "as of {moment} the committee of {on:day} had {listed:number} case on its list,"
        " {out:number} on its agenda and {resolved:words}"
    )
)
@then(
    said(
        "as of {moment} the committee of {on:day} had {listed:number} cases on its list,"
        " {out:number} on its agenda and {resolved:words}"
    )
)
def _(stage: Stage, moment: datetime, on: date, listed: int, out: int, resolved: str) -> None:
    shown = read(stage, "sittings/{sitting}", moment, sitting=stage.sitting_on(COMMITTEE, on))
    meeting = shown["meeting"]
    found = (len(shown["listed"]), len(meeting["items"]), len(meeting["resolved"]))
    assert found == (listed, out, int(resolved.split()[0]))


@then(said("as of {moment} the policies known were: {words}"))
def _(stage: Stage, moment: datetime, words: str) -> None:
    assert [row["policy"] for row in read(stage, "policies", moment)] == words.split(", ")


@then(said("as of {moment} the policy in force was {words}"))
def _(stage: Stage, moment: datetime, words: str) -> None:
    assert [row["policy"] for row in read(stage, "policies", moment) if row["in_force"]] == [words]


@then(said("as of {moment} {who} held: {words}"))
def _(stage: Stage, moment: datetime, who: str, words: str) -> None:
    held = read(stage, "people/{person}", moment, person=who)["appointments"]
    assert (", ".join(one["office"] for one in held) or "nothing") == words


@then(said("as of {moment} the inbox of {who} held: {words}"))
def _(stage: Stage, moment: datetime, who: str, words: str) -> None:
    assert ", ".join(titles(read(stage, "inbox", moment, who))) == words


@then(said("as of {moment} the list said: {words}"))
def _(stage: Stage, moment: datetime, words: str) -> None:
    rows = read(stage, "cases", moment)
    assert ", ".join(f"{row['title']} {row['standing'].replace('_', ' ')}" for row in rows) == words


@then(said("as of {moment} {who} found no case {case}"))
def _(stage: Stage, moment: datetime, who: str, case: str) -> None:
    assert moment > OPENS
    with pytest.raises(NotFound):
        read(stage, "cases/{case}", moment, who, case=label(case))


@then(said("as of {moment} {who} found the case {case}"))
def _(stage: Stage, moment: datetime, who: str, case: str) -> None:
    assert read(stage, "cases/{case}", moment, who, case=label(case))["case"] == label(case)
