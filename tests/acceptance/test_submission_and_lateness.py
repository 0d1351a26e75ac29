"""Submission, lateness and rolling over: features/submission_and_lateness.feature."""

from datetime import date, datetime

from pytest_bdd import given, parsers, scenarios, step, then, when

from domain.case import events
from domain.case.events import Owed
from domain.words import CycleId, Pence, ServiceId, Text
from tests.dsl import Stage, day_of, label, midnight_after, said

scenarios("submission_and_lateness.feature")

LATENESS = {"PMO": Owed.PMO, "author": Owed.AUTHOR}


@given(said("a business case of {value:sum} by {who} that rests on nothing"))
def _(stage: Stage, value: Pence, who: str) -> None:
    stage.draft(value=value, by=who, corporate_plan_line=Text(""))


@given(said("a business case {case} of {value:sum} by {who} that rests on {concept:case}"))
def _(stage: Stage, case: str, value: Pence, who: str, concept: str) -> None:
    stage.draft(case, value=value, by=who, concept=label(concept))


@given(said("{case} has been approved by the Board"))
def _(stage: Stage, case: str) -> None:
    if stage.world().notice(label(case)).given_on is None:
        stage.do("give_notice", "dee", case=case)
    stage.carry(case)
    assert stage.standing(case) == "approved"


@given(said("{who} exempts {case} on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: str | None, at: datetime, reason: str) -> None:
    stage.do("exempt_entry", who, at, case=case, reason=Text(reason))


@given(said("{who} asks {service:words} about {case} on {at:moment}, to answer by {by:day}"))
def _(stage: Stage, who: str, service: str, case: str | None, at: datetime, by: date) -> None:
    stage.do("ask_service", who, at, case=case, service=ServiceId(service), answer_by=by)


@step(said("{who} answers for {service:words} on {at:moment} that it is engaged"))
def _(stage: Stage, who: str, service: str, at: datetime) -> None:
    stage.tries("answer_service", who, at, service=ServiceId(service), answer=events.Answer.ENGAGED)


@step(said("{who} plans a committee on {on:day} on {at:moment}"))
def _(stage: Stage, who: str, on: date, at: datetime) -> None:
    stage.do("plan_calendar", who, at, committees=(on,))


@step(said("{who} lets {case} into the cycle of {cycle} on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: str | None, cycle: CycleId, at: datetime, reason: str) -> None:
    stage.tries("accept_late", who, at, case=case, cycle=cycle, reason=Text(reason))


@step(said("{who} keeps {case} in on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: str | None, at: datetime, reason: str) -> None:
    stage.tries("keep_in", who, at, case=case, reason=Text(reason))


@step(said("{who} keeps {case} in the cycle of {cycle} on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: str | None, cycle: CycleId, at: datetime, reason: str) -> None:
    stage.tries("keep_in", who, at, case=case, cycle=cycle, reason=Text(reason))


@when(said("{who} closes {case} as lapsed on {at:moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: str | None, at: datetime, reason: str) -> None:
    stage.tries("lapse", who, at, case=case, reason=Text(reason))


@then(parsers.re(r"it was submitted (?P<when>in time|late)"))
def _(stage: Stage, when: str) -> None:
    stage.nothing_unexpected()
    assert stage.review().late is (when == "late")


@then(said("the reason on the record is {reason:text}"))
def _(stage: Stage, reason: str) -> None:
    given = [fact.reason for fact in stage.facts() if getattr(fact, "reason", "")]
    assert stage.said(given[-1]) == reason


@then(said("{case} was rolled over at midnight after {day} to {cycle}, by the lateness of the {whose:words}"))
def _(stage: Stage, case: str | None, day: date, cycle: CycleId, whose: str) -> None:
    last = stage.facts(case, events.RolledOver)[-1]
    assert (last.due, last.cycle, last.owed_by) == (midnight_after(day), cycle, LATENESS[whose])


@then("the PMO was reminded that it may lapse on:")
def _(stage: Stage, datatable: list[list[str]]) -> None:
    told = [fact.on for fact in stage.facts(None, events.Raised) if (fact.to, fact.key_date) == ("pmo", "lapse")]
    assert told == [day_of(row[0]) for row in datatable]


@then(said("{who} is told that this is for those who write it"))
def _(stage: Stage, who: str) -> None:
    assert stage.not_theirs().endswith("is for author"), who
