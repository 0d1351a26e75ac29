"""Engagement and entry: features/engagement_and_entry.feature."""

from datetime import date, datetime

from pytest_bdd import given, scenarios, step, then

from domain.case.events import Answer, EntryLine
from domain.words import Pence, ServiceId, Text
from tests import sittings
from tests.dsl import Stage, label, said

scenarios("engagement_and_entry.feature")

Case = str | None
ANSWERS = {
    "engaged, with comment": Answer.ENGAGED,
    "not impacted": Answer.NOT_IMPACTED,
    "more time": Answer.MORE_TIME,
}


def answer(stage: Stage, who: str, service: str, moment: datetime, words: str, by: date | None = None) -> None:
    """Try to answer for a service."""
    fields = {"service": ServiceId(service), "answer": ANSWERS[words], "comment": Text("Noted."), "answer_by": by}
    stage.tries("answer_service", who, moment, case=None, **fields)


@given(said("a business case of {value:sum} by {who} that rests on nothing"))
def _(stage: Stage, value: Pence, who: str) -> None:
    stage.draft(value=value, by=who, corporate_plan_line=Text(""))


@given(said("a business case of {value:sum} by {who} that rests on {concept:case}"))
def _(stage: Stage, value: Pence, who: str, concept: str) -> None:
    stage.draft(value=value, by=who, concept=label(concept))


@given(said("{case} was approved by the Board of {on:day} and published on {published:day}"))
def _(stage: Stage, case: Case, on: date, published: date) -> None:
    committee = date(2024, 12, 16)
    sittings.bring(stage, committee, [case])
    stage.do("comment", "dee", sittings.at(committee, "16:00"), case=case)
    assert stage.sitting(case).on == on
    stage.carry(case)
    stage.do("publish_decision", "dee", published, case=case)


@given(said("{case} has been decided"))
def _(stage: Stage, case: Case) -> None:
    stage.carry(case)


@step(said("{who} asks {service:words} on {moment} to answer by {day}"))
def _(stage: Stage, who: str, service: str, moment: datetime, day: date) -> None:
    stage.tries("ask_service", who, moment, case=None, service=ServiceId(service), answer_by=day)


@step(said("{who} answers for {service:words} on {moment}: {words}"))
def _(stage: Stage, who: str, service: str, moment: datetime, words: str) -> None:
    answer(stage, who, service, moment, words)


@step(said("{who} asks more time for {service:words} on {moment}, until {day}"))
def _(stage: Stage, who: str, service: str, moment: datetime, day: date) -> None:
    answer(stage, who, service, moment, "more time", day)


@step(said("{who} names the Corporate Plan line {line:text} on {moment}"))
def _(stage: Stage, who: str, line: str, moment: datetime) -> None:
    stage.tries("give_entry", who, moment, case=None, line=EntryLine.CORPORATE_PLAN, words=Text(line))


@step(said("{who} gives it an exemption of her own on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    stage.tries("give_entry", who, moment, case=None, line=EntryLine.EXEMPTION, words=Text("Trust me."))


@step(said("{who} exempts it on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, moment: datetime, reason: str) -> None:
    stage.tries("exempt_entry", who, moment, case=None, reason=Text(reason))


@then(said("the {service:words} service is to answer the engagement question by {day}"))
def _(stage: Stage, service: str, day: date) -> None:
    stage.nothing_unexpected()
    assert stage.waiting(f"service:{service}") == [(label(None), "answer the engagement question", day)]


@then(said("nothing waits for the {service:words} service"))
def _(stage: Stage, service: str) -> None:
    assert stage.waiting(f"service:{service}") == []


@then(said("{who} is warned {words:text}"))
def _(stage: Stage, who: str, words: str) -> None:
    assert stage.warned == [words]
