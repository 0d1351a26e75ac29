"""Interests, quorum and votes: features/interests_quorum_and_votes.feature."""

from datetime import date, datetime

from pytest_bdd import given, scenarios, step, then

from domain.meeting.commands import Cast
from domain.routing.kinds import Kind
from domain.words import BodyId, Pence, PersonId, Text
from tests import sittings
from tests.dsl import COMMITTEE, Stage, label, said

scenarios("interests_quorum_and_votes.feature")

Case = str | None


@given(said("a {kind} {case} of {value:sum} by {who}, sponsored by {sponsor:who}"))
def _(stage: Stage, kind: Kind, case: str, value: Pence, who: str, sponsor: str) -> None:
    stage.draft(case, kind, value, who, sponsor=PersonId(sponsor))


@given(said("it is before the Board of {on:day} with its agenda published"))
def _(stage: Stage, on: date) -> None:
    committee = date(2024, 12, 16)
    sittings.bring(stage, committee, [None])
    stage.do("comment", "dee", sittings.at(committee, "16:00"), case=None)
    assert stage.sitting().on == on
    stage.publish()


@step(said("{who} records on {moment} the attendance of {person:who} at the committee of {on:day}"))
def _(stage: Stage, who: str, moment: datetime, person: str, on: date) -> None:
    present = (sittings.attended(person),)
    stage.tries("record_attendance", who, moment, sitting=stage.sitting_on(COMMITTEE, on), present=present)


@step(
    said(
        "Dee records on {moment} that the Board {outcome} it by {in_favour:number} votes to {against:number},"
        " {names:words} in favour"
    )
)
def _(stage: Stage, moment: datetime, outcome: str, in_favour: int, against: int, names: str) -> None:
    voted_for = tuple(PersonId(name.lower()) for name in sittings.people_in(names))
    assert len(voted_for) == in_favour
    sittings.resolve(stage, [(None, outcome)], moment, Cast(in_favour, against, 0, voted_for))


@step(
    said(
        "the committee {first:outcome} {one:case} and {second:outcome} {other:case} in one item on {moment},"
        " by {in_favour:number} votes to {against:number}"
    )
)
def _(
    stage: Stage, first: str, one: Case, second: str, other: Case, moment: datetime, in_favour: int, against: int
) -> None:
    outcomes = [(one, first), (other, second)]
    sittings.resolve(stage, outcomes, moment, Cast(in_favour, against), because="As set out in the report.")


@step(
    said(
        "{who} proposes on {moment} that the votes on {case} were {in_favour:number} to {against:number},"
        " with {abstaining:number} abstaining, because {reason:text}"
    )
)
def _(
    stage: Stage, who: str, moment: datetime, case: Case, in_favour: int, against: int, abstaining: int, reason: str
) -> None:
    sitting = stage.world().meeting(stage.sitting_on(COMMITTEE, date(2024, 12, 16)))
    assert sitting.resolution(label(case)) is not None
    fields = {"votes": Cast(in_favour, against, abstaining), "reason": Text(reason)}
    stage.tries(
        "correct_vote", who, moment, case=case, sitting=stage.sitting_on(COMMITTEE, date(2024, 12, 16)), **fields
    )


@step(said("{who} confirms the votes of the committee of {on:day} on {moment}"))
def _(stage: Stage, who: str, on: date, moment: datetime) -> None:
    stage.tries("confirm_vote", who, moment, sitting=stage.sitting_on(COMMITTEE, on))


@then(said("the votes on {case} are {in_favour:number} to {against:number}, with {abstaining:number} abstaining"))
def _(stage: Stage, case: Case, in_favour: int, against: int, abstaining: int) -> None:
    stage.nothing_unexpected()
    ballot = stage.world().meeting(stage.sitting_on(COMMITTEE, date(2024, 12, 16))).resolution(label(case)).ballot
    assert (ballot.in_favour, ballot.against, ballot.abstaining) == (in_favour, against, abstaining)


@then(said("{number} people are on the record as having attended the {body} of {on:day}"))
def _(stage: Stage, number: int, body: BodyId, on: date) -> None:
    assert len(stage.world().meeting(stage.sitting_on(body, on)).present) == number


@then(said("the committee of {on:day} made {number} resolution"))
@then(said("the committee of {on:day} made {number} resolutions"))
def _(stage: Stage, on: date, number: int) -> None:
    stage.nothing_unexpected()
    assert len(stage.world().meeting(stage.sitting_on(COMMITTEE, on)).resolved) == number
