"""The steps that every feature shares: the calendar, the cast, a case on its way, and what can be seen of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from pytest_bdd import given, step, then

from domain.case import events as case_events
from domain.decision.state import Effective
from domain.meeting.commands import Cast
from domain.routing.kinds import Kind
from domain.words import BodyId, CycleId, Pence, Text, london_day
from tests import sittings
from tests.dsl import BOARD, OPENS, Stage, day_of, said

Case = str | None
"""A case's name in the scenario; None is the only one."""


@pytest.fixture
def stage() -> Iterator[Stage]:
    """The product with the published year and the cast, and at the end no refusal that nobody looked at."""
    stage = Stage()
    yield stage
    stage.nothing_unexpected()


# The calendar and the day


@given("the published calendar of 2024-25")
def _(stage: Stage) -> None:
    assert len(stage.world().calendar.cycles) == 9
    assert stage.now == OPENS


@step(said("it is {moment}"))
@step(said("nobody does anything until {moment}"))
def _(stage: Stage, moment: datetime) -> None:
    stage.tick(moment)


# A case is written


@step(said("a {kind} of {value:sum} by {who}"))
def _(stage: Stage, kind: Kind, value: Pence, who: str) -> None:
    stage.draft(kind=kind, value=value, by=who)


@step(said("a {kind} {case} of {value:sum} by {who}"))
def _(stage: Stage, kind: Kind, case: Case, value: Pence, who: str) -> None:
    stage.draft(case, kind, value, who)


@step(said("a change request from {before:sum} to {after:sum} by {who}"))
def _(stage: Stage, before: Pence, after: Pence, who: str) -> None:
    project = stage.project("a-project", f"{before / 100:.2f}")
    stage.draft(kind=Kind.CHANGE_REQUEST, value=after, by=who, project=project)


@step(said("{who} submits {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("submit", who, moment, case=case)


@step(said("{who} submits {case} on {moment}, meant for the cycle of {cycle}"))
def _(stage: Stage, who: str, case: Case, moment: datetime, cycle: CycleId) -> None:
    stage.tries("submit", who, moment, case=case, cycle=cycle)


@step(said("{who} resubmits {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("resubmit", who, moment, case=case)


@step(said("{who} withdraws {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("withdraw", who, moment, case=case)


@step(said("{who} changes the value of {case} to {value:sum} on {moment}"))
def _(stage: Stage, who: str, case: Case, value: Pence, moment: datetime) -> None:
    stage.tries("value", who, moment, case=case, value=value)


# It goes along its route


@step(said("{case} has come before the {body}"))
def _(stage: Stage, case: Case, body: BodyId) -> None:
    stage.carry(case, body)
    assert stage.body(case).id == body


@step(said("{who} {outcome} {case} on {moment}"))
def _(stage: Stage, who: str, outcome: str, case: Case, moment: datetime) -> None:
    stage.tries(outcome, who, moment, case=case)


@step(said("{who} {outcome} {case} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, outcome: str, case: Case, moment: datetime, reason: str) -> None:
    stage.tries(outcome, who, moment, case=case, **{words_of(outcome): Text(reason)})


@step(said("{who} records on {moment} that the {body} {outcome} {case}"))
def _(stage: Stage, who: str, moment: datetime, body: BodyId, outcome: str, case: Case) -> None:
    assert stage.body(case).id == body, f"the case stands before the {stage.body(case).name}"
    stage.tries(outcome, who, moment, case=case)


@step(said("{who} records on {moment} that the {body} {outcome} {case}, because {reason:text}"))
def _(stage: Stage, who: str, moment: datetime, body: BodyId, outcome: str, case: Case, reason: str) -> None:
    assert stage.body(case).id == body, f"the case stands before the {stage.body(case).name}"
    stage.tries(outcome, who, moment, case=case, **{words_of(outcome): Text(reason)})


def words_of(verb: str) -> str:
    """Under which name a verb takes the words that go with it."""
    return {"return_for_rework": "feedback", "recommend": "words", "comment": "comment"}.get(verb, "reason")


@step(said("{who} escalates {case} to the {body} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: Case, body: BodyId, moment: datetime, reason: str) -> None:
    stage.tries("escalate", who, moment, case=case, to=body, reason=Text(reason))


@step(said("{who} gives notice of the key decision on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    stage.tries("give_notice", who, moment)


@step(said("every office has cleared the report of {case} on {moment}"))
def _(stage: Stage, case: Case, moment: datetime) -> None:
    stage.clear_report(case, by=min(stage.case(case).file.authors), at=moment)


@step(said("{who} publishes the agenda of the {body} of {on:day} on {moment}"))
def _(stage: Stage, who: str, body: BodyId, on: date, moment: datetime) -> None:
    stage.tries("publish_agenda", who, moment, sitting=stage.sitting_on(body, on))


@step(said("{who} publishes the decision on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    stage.tries("publish_decision", who, moment)


@step(said("{who} publishes the decision of {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("publish_decision", who, moment, case=case)


# What can be seen of it


@then(said("{case} stands before the {body}"))
def _(stage: Stage, case: Case, body: BodyId) -> None:
    stage.nothing_unexpected()
    assert stage.body(case).id == body
    assert stage.standing(case) in ("under_review", "deferred", "awaiting_date")


@then(said("{case} is {standing}"))
def _(stage: Stage, case: Case, standing: str) -> None:
    stage.nothing_unexpected()
    assert stage.standing(case) == standing


@then(said("{case} is in the cycle of {cycle}"))
def _(stage: Stage, case: Case, cycle: CycleId) -> None:
    stage.nothing_unexpected()
    assert stage.review(case).cycle == cycle


@then(said("{case} is listed to the {body} of {on:day}"))
def _(stage: Stage, case: Case, body: BodyId, on: date) -> None:
    stage.nothing_unexpected()
    sitting = stage.sitting(case)
    assert sitting is not None, "the case is listed to no sitting"
    assert (sitting.body, sitting.on) == (body, on)


@then(said("{case} is listed to no sitting"))
def _(stage: Stage, case: Case) -> None:
    stage.nothing_unexpected()
    assert stage.review(case).sitting is None


@then(said("the {body} is to act on {case} by {on:day}"))
def _(stage: Stage, body: BodyId, case: Case, on: date) -> None:
    stage.nothing_unexpected()
    assert (stage.body(case).id, stage.due(case)) == (body, on)


@then(said("{case} takes effect on {on:day}"))
def _(stage: Stage, case: Case, on: date) -> None:
    stage.nothing_unexpected()
    decision = stage.world().decision(stage.case(case).file.identity.case)
    assert isinstance(decision, Effective), "the decision has not taken effect"
    assert (stage.standing(case), decision.since) == ("in_effect", on)


@then(said("the route of {case} is: {words}"))
def _(stage: Stage, case: Case, words: str) -> None:
    stage.nothing_unexpected()
    policy = stage.world().policy_of(stage.case(case))
    steps = [f"{policy.body(s.body).name} to {s.capacity.value}" for s in stage.route(case).steps]
    assert ", ".join(steps) == words


@then(said("{who} owes by {on:day}: {words}"))
def _(stage: Stage, who: str, on: date, words: str) -> None:
    stage.nothing_unexpected()
    assert (words, on) in [(what, by) for _, what, by in stage.waiting(f"person:{who}")]


@then(said("the {office} owes by {on:day}: {words}"))
def _(stage: Stage, office: str, on: date, words: str) -> None:
    stage.nothing_unexpected()
    assert (words, on) in [(what, by) for _, what, by in stage.waiting(f"office:{office}")]


@then(said("the {office} was told that {key_date} of {case} had passed on:"))
def _(stage: Stage, office: str, key_date: str, case: Case, datatable: list[list[str]]) -> None:
    raised = stage.facts(case, case_events.Raised)
    days = [fact.on for fact in raised if (fact.to, fact.key_date) == (office, key_date)]
    assert days == [day_of(row[0]) for row in datatable]


@then(said("the {office} was never told that {key_date} of {case} had passed"))
def _(stage: Stage, office: str, key_date: str, case: Case) -> None:
    raised = stage.facts(case, case_events.Raised)
    assert not [fact for fact in raised if (fact.to, fact.key_date) == (office, key_date)]


@then(said("{case} is marked late for {key_date}"))
def _(stage: Stage, case: Case, key_date: str) -> None:
    stage.nothing_unexpected()
    assert key_date in stage.review(case).marked


# Refusals


@then(said("the refusal says {says:text} with source {source:text}"))
def _(stage: Stage, says: str, source: str) -> None:
    rules = stage.refused()
    assert (says, source) in [(rule.says, rule.source) for rule in rules], [(r.says, r.source) for r in rules]


@then(said("the only refusal says {says:text} with source {source:text}"))
def _(stage: Stage, says: str, source: str) -> None:
    assert [(rule.says, rule.source) for rule in stage.refused()] == [(says, source)]


@then(said("it is refused because {says:text}, the {source:text} rule"))
def _(stage: Stage, says: str, source: str) -> None:
    assert (says, source) in [(rule.says, rule.source) for rule in stage.refused()]


@then(said("{who} is told that this is for the {office}"))
def _(stage: Stage, who: str, office: str) -> None:
    assert f" is for {office.replace('_', ' ')}" in stage.not_theirs(), who


@then("nobody is refused")
def _(stage: Stage) -> None:
    stage.nothing_unexpected()


@then(said("{who} is on the record as having acted on {case} on {on:day}"))
def _(stage: Stage, who: str, case: Case, on: date) -> None:
    last: Any = [r for r in stage.record(case) if getattr(r.fact, "by", None) and r.fact.by.person == who][-1]
    assert london_day(last.at) == on


# Sittings


@step(said("{cases:words} is on the published agenda of the committee of {on:day}"))
@step(said("{cases:words} are on the published agenda of the committee of {on:day}"))
def _(stage: Stage, cases: str, on: date) -> None:
    sittings.bring(stage, on, sittings.cases_in(cases))


@step(said("{cases:words} has been recommended to the committee of {on:day}"))
@step(said("{cases:words} have been recommended to the committee of {on:day}"))
def _(stage: Stage, cases: str, on: date) -> None:
    sittings.to_the_committee(stage, on, sittings.cases_in(cases))


@step(said("{names:words} attended the {body} of {on:day}"))
def _(stage: Stage, names: str, body: BodyId, on: date) -> None:
    sittings.attend(stage, body, on, sittings.people_in(names))


@step(said("all members were present at the {body} of {on:day}"))
def _(stage: Stage, body: BodyId, on: date) -> None:
    sittings.attend(stage, body, on, sittings.seats(body))


@step(said("{member:who} declared an interest in {case} at the {body} of {on:day} and left"))
def _(stage: Stage, member: str, case: Case, body: BodyId, on: date) -> None:
    sittings.declare(stage, member, case, body, on, leaves=True)


@step(said("{member:who} declared an interest in {case} at the {body} of {on:day} and stayed"))
def _(stage: Stage, member: str, case: Case, body: BodyId, on: date) -> None:
    sittings.declare(stage, member, case, body, on, leaves=False)


@step(
    said(
        "{who} records on {moment} that the {body} {outcome} {case}"
        " by {in_favour:number} votes to {against:number}, with {abstaining:number} abstaining"
    )
)
def _(
    stage: Stage,
    who: str,
    moment: datetime,
    body: BodyId,
    outcome: str,
    case: Case,
    in_favour: int,
    against: int,
    abstaining: int,
) -> None:
    assert stage.body(case).id == body, f"the case stands before the {stage.body(case).name}"
    sittings.resolve(stage, [(case, outcome)], moment, Cast(in_favour, against, abstaining), by=who)


@step(said("{who} cancels the {body} of {on:day} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, body: BodyId, on: date, moment: datetime, reason: str) -> None:
    stage.tries("cancel_sitting", who, moment, sitting=stage.sitting_on(body, on), reason=Text(reason))


@step(said("{who} gives notice of the key decision on {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("give_notice", who, moment, case=case)


@step(said("{who} publishes the decision on {case} on {moment}"))
def _(stage: Stage, who: str, case: Case, moment: datetime) -> None:
    stage.tries("publish_decision", who, moment, case=case)


@then(said("{case} is also listed to the Board of {on:day}, subject to the committee's step"))
def _(stage: Stage, case: Case, on: date) -> None:
    stage.nothing_unexpected()
    ahead = stage.world().calendar.sitting(stage.review(case).subject_to)
    assert ahead is not None, "the case is listed to no Board ahead of its committee"
    assert (ahead.body, ahead.on) == (BOARD, on)


@then(said("{case} is listed to no Board ahead of its committee"))
def _(stage: Stage, case: Case) -> None:
    stage.nothing_unexpected()
    assert stage.review(case).subject_to is None


@then("it is refused for separation of duties")
def _(stage: Stage) -> None:
    assert [(rule.name, rule.source) for rule in stage.refused()] == [("case.hands", "SAF 2, separation of duties [A]")]


@then(said("the refusals say:"))
def _(stage: Stage, datatable: list[list[str]]) -> None:
    assert [[rule.says, rule.source] for rule in stage.refused()] == datatable
