"""Handing over: features/handing_over.feature."""

from datetime import date, datetime

from pytest_bdd import given, scenarios, step, then

from domain.people.duties import Act
from domain.routing.kinds import Kind
from domain.words import OfficeId, Pence, PersonId, Text
from tests.dsl import Stage, said

scenarios("handing_over.feature")

Case = str | None


@given(said("a {kind} of {value:sum} by {who}, sponsored by {sponsor:who}"))
def _(stage: Stage, kind: Kind, value: Pence, who: str, sponsor: str) -> None:
    stage.draft(kind=kind, value=value, by=who, sponsor=PersonId(sponsor))


@given(said("Ada appoints {who} to the {office} from {first:day}"))
def _(stage: Stage, who: str, office: OfficeId, first: date) -> None:
    stage.do("appoint", "ada", person=PersonId(who), office=office, starts=first)


@step(said("{who} hands {case} over to {taker:who} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, case: Case, taker: str, moment: datetime, reason: str) -> None:
    fields = {"giver": PersonId(who), "taker": PersonId(taker), "reason": Text(reason)}
    stage.tries("hand_over", who, moment, case=case, **fields)


@step(said("{who} hands over from {giver:who} to {taker:who} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, giver: str, taker: str, moment: datetime, reason: str) -> None:
    fields = {"giver": PersonId(giver), "taker": PersonId(taker), "reason": Text(reason)}
    stage.tries("hand_over", who, moment, case=None, **fields)


@step(said("{who} hands over all the work of {giver:who} to {taker:who} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, giver: str, taker: str, moment: datetime, reason: str) -> None:
    fields = {"giver": PersonId(giver), "taker": PersonId(taker), "reason": Text(reason)}
    stage.tries("hand_over_all", who, moment, **fields)


@step(said("{who} takes {person:who} off as co-writer on {moment}"))
def _(stage: Stage, who: str, person: str, moment: datetime) -> None:
    stage.tries("remove_co_writer", who, moment, case=None, person=PersonId(person))


@then(said("{who} writes {case}, and {other:who} does not"))
def _(stage: Stage, who: str, case: Case, other: str) -> None:
    stage.nothing_unexpected()
    authors = stage.case(case).file.authors
    assert who in authors
    assert other not in authors


@then(said("{who} is to write and submit it"))
def _(stage: Stage, who: str) -> None:
    assert [what for _, what, _ in stage.waiting(f"person:{who}")] == ["write and submit"]


@then(said("nothing waits for {who}"))
def _(stage: Stage, who: str) -> None:
    assert stage.waiting(f"person:{who}") == []


@then(said("the sponsor of it is {who}"))
def _(stage: Stage, who: str) -> None:
    stage.nothing_unexpected()
    assert stage.case().file.sponsor == who


@then(said("the record of it binds {one:who} and {other:who} as sponsors"))
def _(stage: Stage, one: str, other: str) -> None:
    assert {person for act, person in stage.case().file.hands if act is Act.SPONSORS} == {one, other}


@then(said("{who} is told that it is for its writers, its sponsor, the PMO and administrators"))
def _(stage: Stage, who: str) -> None:
    assert stage.not_theirs().endswith(" is for author, sponsor, pmo, administrator"), who
