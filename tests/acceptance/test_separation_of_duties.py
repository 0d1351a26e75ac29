"""Separation of duties: features/separation_of_duties.feature."""

from datetime import date, datetime

from pytest_bdd import scenarios, step, then

from domain.case.events import Accepted, Escalated
from domain.people.duties import Act
from domain.report.events import Clearer, Part, ReportCleared
from domain.routing.kinds import Kind
from domain.words import BodyId, OfficeId, Pence, PersonId, Text
from tests.dsl import Stage, label, said

scenarios("separation_of_duties.feature")

Case = str | None
ACTS = {
    "the triage": Act.TRIAGED,
    "recording the outcome": Act.RECORDED,
    "the decision": Act.DECIDED,
}
EVERYTHING = tuple((part, Text(f"What is to be said of {part.value}")) for part in Part)


def clearer_in(words: str) -> Clearer:
    """An office that clears, as a step names it."""
    return Clearer(words.replace(" ", "_"))


@step(said("a {kind} of {value:sum} by {who}, sponsored by {sponsor:who}"))
def _(stage: Stage, kind: Kind, value: Pence, who: str, sponsor: str) -> None:
    stage.draft(kind=kind, value=value, by=who, sponsor=PersonId(sponsor))


@step(said("{who} is appointed to the {office} from {first:day}"))
def _(stage: Stage, who: str, office: OfficeId, first: date) -> None:
    stage.do("appoint", "ada", person=PersonId(who), office=office, starts=first)


@step(said("Ada ends the appointment of {who} to the {office} with {last:day}"))
def _(stage: Stage, who: str, office: OfficeId, last: date) -> None:
    stage.do("end_appointment", "ada", person=PersonId(who), office=office, ends=last)


@step(said("Ada lets {deputy:who} stand in for {absent:who} as {office} from {first:day} to {last:day}"))
def _(stage: Stage, deputy: str, absent: str, office: OfficeId, first: date, last: date) -> None:
    fields = {"absent": PersonId(absent), "deputy": PersonId(deputy), "starts": first, "ends": last}
    stage.do("deputise", "ada", office=office, **fields)


@step(said("{who} adds {person:who} as co-writer on {moment}"))
def _(stage: Stage, who: str, person: str, moment: datetime) -> None:
    stage.tries("add_co_writer", who, moment, case=None, person=PersonId(person))


@step(said("{who} takes {person:who} off as co-writer on {moment}"))
def _(stage: Stage, who: str, person: str, moment: datetime) -> None:
    stage.tries("remove_co_writer", who, moment, case=None, person=PersonId(person))


@step(said("{who} names {person:who} for {act:words} of it on {moment}"))
def _(stage: Stage, who: str, person: str, act: str, moment: datetime) -> None:
    fields = {"act": ACTS[act], "person": PersonId(person), "reason": Text("")}
    stage.tries("name_another", who, moment, case=None, **fields)


@step(said("{who} names {person:who} for {act:words} of it on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, person: str, act: str, moment: datetime, reason: str) -> None:
    fields = {"act": ACTS[act], "person": PersonId(person), "reason": Text(reason)}
    stage.tries("name_another", who, moment, case=None, **fields)


@step(said("{who} names {person:who} to clear its report as {office:words} on {moment}, because {reason:text}"))
def _(stage: Stage, who: str, person: str, office: str, moment: datetime, reason: str) -> None:
    fields = {"clearer": clearer_in(office), "person": PersonId(person), "reason": Text(reason)}
    stage.tries("name_clearer", who, moment, case=None, **fields)


@step(said("{who} uploads its report on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    stage.tries("upload_report", who, moment, case=None, parts=EVERYTHING)


@step(said("{who} uploads its report anew on {moment}"))
def _(stage: Stage, who: str, moment: datetime) -> None:
    parts = tuple((part, Text(f"Said anew of {part.value}")) for part in Part)
    stage.tries("upload_report", who, moment, case=None, parts=parts)


@step(said("{who} clears its report as {office:words} on {moment}"))
def _(stage: Stage, who: str, office: str, moment: datetime) -> None:
    stage.tries("clear_report", who, moment, case=None, part=clearer_in(office))


@then(said("it was accepted by {who}"))
def _(stage: Stage, who: str) -> None:
    assert [fact.by.person for fact in stage.facts(None, Accepted)] == [who]


@then(said("it was escalated to the {body} on {on:day}"))
def _(stage: Stage, body: BodyId, on: date) -> None:
    assert [(fact.to, fact.on) for fact in stage.facts(None, Escalated)] == [(body, on)]


@then(said("its report is cleared by {who} as {office:words}"))
def _(stage: Stage, who: str, office: str) -> None:
    stage.nothing_unexpected()
    facts = [r.fact for r in stage.ledger.stream(f"report-{label(None)}")]
    cleared = [(fact.by.person, fact.clearer) for fact in facts if isinstance(fact, ReportCleared)]
    assert cleared == [(who, clearer_in(office))]
