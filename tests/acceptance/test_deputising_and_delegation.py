"""Deputising and delegation: features/deputising_and_delegation.feature."""

from datetime import date, datetime

from pytest_bdd import scenarios, step, then

from domain.case.events import Approved
from domain.people.offices import MEMBER
from domain.routing.kinds import Kind
from domain.rules import Refused
from domain.words import BodyId, EntryId, OfficeId, Pence, PersonId, Text
from tests.dsl import OFFICES, Stage, label, said
from workflows.handle import NotYours

scenarios("deputising_and_delegation.feature")

Case = str | None
KINDS = {"business cases": (Kind.BUSINESS_CASE,), "change requests": (Kind.CHANGE_REQUEST,)}


def office_in(words: str) -> OfficeId:
    """An office as a step names it."""
    return {**OFFICES, "member": MEMBER}[words]


def confer(stage: Stage, who: str, entry: str, office: OfficeId, kinds: str, limit: Pence, **fields: object) -> None:
    """Try to enter a power in the delegations register."""
    said_of_it = {"resolution": Text("Board, minute 12"), "starts": date(2024, 10, 1), **fields}
    stage.tries("confer", who, entry=EntryId(entry), office=office, kinds=KINDS[kinds], limit=limit, **said_of_it)


@step(said("{who} lets {deputy:who} stand in for {absent:who} as {office:words} from {first:day} to {last:day}"))
def _(stage: Stage, who: str, deputy: str, absent: str, office: str, first: date, last: date) -> None:
    fields = {"absent": PersonId(absent), "deputy": PersonId(deputy), "starts": first, "ends": last}
    stage.tries("deputise", who, office=office_in(office), **fields)


@step(said("{who} ends on {moment} the deputising of {deputy:who} for {absent:who} as {office} with {last:day}"))
def _(stage: Stage, who: str, moment: datetime, deputy: str, absent: str, office: OfficeId, last: date) -> None:
    fields = {"absent": PersonId(absent), "deputy": PersonId(deputy), "ends": last}
    stage.tries("end_deputising", who, moment, office=office, **fields)


@step(said("{who} ends on {moment} the appointment of {person:who} as {office} with {last:day}"))
def _(stage: Stage, who: str, moment: datetime, person: str, office: OfficeId, last: date) -> None:
    stage.tries("end_appointment", who, moment, person=PersonId(person), office=office, ends=last)


@step(
    said(
        "{who} enters the power {entry:text} conferred on the {office} for {kinds:words} to {limit:sum},"
        " from {first:day} to {last:day}"
    )
)
def _(stage: Stage, who: str, entry: str, office: OfficeId, kinds: str, limit: Pence, first: date, last: date) -> None:
    confer(stage, who, entry, office, kinds, limit, starts=first, until=last)


@step(
    said(
        "{who} enters the power {entry:text} conferred on the {office} for {kinds:words} to {limit:sum},"
        " in consultation with {consult:office}"
    )
)
def _(stage: Stage, who: str, entry: str, office: OfficeId, kinds: str, limit: Pence, consult: OfficeId) -> None:
    confer(stage, who, entry, office, kinds, limit, consult=(consult,))


@step(
    said(
        "{who} enters the power {entry:text} conferred on the {office} for {kinds:words} to {limit:sum},"
        " resting on no resolution"
    )
)
def _(stage: Stage, who: str, entry: str, office: OfficeId, kinds: str, limit: Pence) -> None:
    confer(stage, who, entry, office, kinds, limit, resolution=Text(""))


@step(said("{who} takes the power {entry:text} back from {on:day}, on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, entry: str, on: date, moment: datetime, reason: str) -> None:
    stage.tries("revoke_power", who, moment, entry=EntryId(entry), on=on, reason=Text(reason))


@step(said("{who} approves {case} under {entry:text} on {moment}"))
def _(stage: Stage, who: str, case: Case, entry: str, moment: datetime) -> None:
    stage.tries("approve", who, moment, case=case, under=EntryId(entry))


@step(said("{who} approves {case} under {entry:text} on {moment}, having consulted {consulted:office}"))
def _(stage: Stage, who: str, case: Case, entry: str, moment: datetime, consulted: OfficeId) -> None:
    stage.tries("approve", who, moment, case=case, under=EntryId(entry), consulted=(consulted,))


@then(said("{who} is told that it is for the {office}"))
def _(stage: Stage, who: str, office: OfficeId) -> None:
    assert f" is for {office.replace('_', ' ')}" in stage.not_theirs(), who


@then(said("it is refused to her: {why:words}"))
def _(stage: Stage, why: str) -> None:
    no, stage.no = stage.no, None
    said_no = [rule.says for rule in no.rules] if isinstance(no, Refused) else [str(no)]
    assert isinstance(no, Refused | NotYours)
    assert said_no == [why]


@then(said("it was approved by {deputy:who} for {absent:who}, as {office}"))
def _(stage: Stage, deputy: str, absent: str, office: OfficeId) -> None:
    (approved,) = stage.facts(None, Approved)
    assert (approved.by.person, approved.by.on_behalf_of, approved.by.office) == (deputy, absent, office)


@then(said("it was decided by the {body}, an officer, under {entry:text}"))
def _(stage: Stage, body: BodyId, entry: str) -> None:
    (approved,) = stage.facts(None, Approved)
    made = stage.world().decision(label(None)).made
    assert (made.body, made.officer, approved.under) == (body, True, entry)


@then(said("{left:sum} is left of {entry:text}"))
def _(stage: Stage, left: Pence, entry: str) -> None:
    assert stage.world().delegations.entry(EntryId(entry)).left == left
