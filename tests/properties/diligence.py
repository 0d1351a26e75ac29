"""What a diligent authority does next with a case: the command that moves it on, or the day it waits for.

Only commands that the office in question could give by itself are used, so that whatever this brings to a decision
could be brought there by people who know no more than the inbox and the calendar tell them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.calendar.commands import AddSitting
from domain.case import commands as c
from domain.case import state
from domain.case.events import Answer
from domain.case.placing import sits
from domain.decision import commands as d
from domain.decision.state import NotMade, effective_at, published_on
from domain.meeting import commands as m
from domain.notice import commands as n
from domain.people import offices
from domain.people.duties import Act
from domain.people.offices import Membership
from domain.report import commands as r
from domain.report.events import Part
from domain.routing.bodies import Sort
from domain.routing.kinds import Capacity, Kind
from domain.words import BodyId, CaseId, OfficeId, Pence, PersonId, Text
from tests.properties.authority import STAFF
from workflows.world import World

WORDS = Text("so that it is on the record")
EVERY_PART = tuple((part, Text(part.value)) for part in Part)
PANEL = BodyId("investment_panel")
OUTCOMES: dict[Capacity, Any] = {
    Capacity.TRIAGE: c.Accept,
    Capacity.RECOMMEND: c.Recommend,
    Capacity.COMMENT: c.Comment,
    Capacity.NOTE: c.Note,
    Capacity.DECIDE: c.Approve,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A command that moves a case on, who may give it, first choice first, and what to do if it is refused."""

    command: Any
    people: tuple[PersonId, ...]
    otherwise: "Step | Wait | None" = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do before a day."""

    until: date


def holders(office: OfficeId) -> tuple[PersonId, ...]:
    """Who holds an office."""
    return tuple(PersonId(name) for name, held in STAFF.items() if office in held)


def by(office: OfficeId, command: Any) -> Step:
    """A command of an office, for anyone who holds it."""
    return Step(command, holders(office))


def next_for(world: World, id: CaseId) -> Step | Wait | None:
    """What moves a case on today; None for one that is decided, withdrawn or lapsed."""
    match world.case(id):
        case state.Draft() as case:
            return _of_the_writers(world, id, case)
        case state.Returned() as case:
            return _answer(id, case) or Step(c.Resubmit(id), tuple(sorted(case.file.authors)))
        case state.AwaitingDate() as case:
            return _find_a_date(world, case)
        case state.UnderReview() | state.Deferred() as case:
            return next(_at_its_step(world, id, case), None)
        case state.Approved() | state.InEffect() as case:
            return next(_afterwards(world, id, case), None)
    return None


def _of_the_writers(world: World, id: CaseId, case: state.Draft) -> Step:
    authors = tuple(sorted(case.file.authors))
    if case.file.sums is None:
        return Step(c.Value(id, Pence(50_000_000)), authors)
    if answer := _answer(id, case):
        return answer
    if case.file.identity.kind is Kind.BUSINESS_CASE and not _entitled(world, case):
        return by(offices.PMO, c.ExemptEntry(id, WORDS))
    return Step(c.Submit(id), authors)


def _entitled(world: World, case: state.Draft) -> bool:
    entry = case.file.entry
    return entry is not None and entry[1] is None


def _answer(id: CaseId, case: state.Draft | state.Returned) -> Step | None:
    waiting = [question.service for question in case.file.questions if question.answer is None]
    if not waiting:
        return None
    return by(offices.SHARED_SERVICE, c.AnswerService(id, waiting[0], Answer.NOT_IMPACTED))


def _find_a_date(world: World, case: state.AwaitingDate) -> Step:
    body = world.policy_of(case).body(case.review.step.body)
    needed = PANEL if case.review.cycle is None else body.id
    office = offices.DEMOCRATIC_SERVICES if body.sort is Sort.MEMBERS else offices.PMO
    return by(office, AddSitting(needed, _free_day(world, needed)))


def _free_day(world: World, body: BodyId) -> date:
    on = world.calendar.days.on_or_after(world.today + timedelta(days=40))
    while any(s.body == body and s.on == on for s in world.calendar.sittings.values()):
        on = world.calendar.days.add(on, 1)
    return on


def _at_its_step(world: World, id: CaseId, case: state.UnderReview | state.Deferred) -> Iterator[Step | Wait]:
    review = case.review
    body = world.policy_of(case).body(review.step.body)
    sitting = world.calendar.sitting(review.sitting) if review.sitting else None
    if world.notice(id).given_on is None:
        yield by(offices.DEMOCRATIC_SERVICES, n.GiveNotice(id))
    if sits(body):
        assert sitting is not None, f"{id} stands before {body.id} and is listed to no sitting"
        if body.sort is Sort.MEMBERS and not world.meeting(sitting.id).carries(id):
            yield from _onto_the_agenda(world, id, case, sitting)
        if body.acts_by == "panel" and sitting.on >= world.today and not world.meeting(sitting.id).carries(id):
            yield by(body.recorded_by, m.PublishAgenda(sitting.id, (id,)))
        if sitting.on > world.today:
            yield Wait(sitting.on)
        if not world.meeting(sitting.id).present:
            yield by(body.recorded_by, _attendance(sitting.id))
        yield from _writers_leave(world, id, case, sitting, body.recorded_by)
    yield from _before_its_notice_is_over(world, id, case, sits(body))
    later = _listed_again(world, id, sitting, body.recorded_by) if sitting else None
    yield Step(_outcome(id, review.step.capacity), holders(body.recorded_by), later)


def _attendance(sitting: Any) -> m.RecordAttendance:
    """Enough members of every class for any body's quorum, none of whom writes cases."""
    mayor, constituents = m.Attended(PersonId("mayor"), Membership.MAYOR), Membership.CONSTITUENT
    return m.RecordAttendance(sitting, (mayor, *(m.Attended(PersonId(f"m{n}"), constituents) for n in range(5))))


def _writers_leave(world: World, id: CaseId, case: Any, sitting: Any, office: OfficeId) -> Iterator[Step]:
    meeting = world.meeting(sitting.id)
    hands = case.file.hands | world.report(id).beside.hands
    bound = {person for act, person in hands if act in (Act.WROTE, Act.SPONSORS, Act.CLEARED)}
    for one in meeting.present:
        if one.person in bound and one.person not in meeting.left(id):
            yield by(office, m.DeclareInterest(sitting.id, id, one.person))


def _listed_again(world: World, id: CaseId, sitting: Any, office: OfficeId) -> Step:
    """To the body's next sitting, where this one has no quorum left for the item; one is added if need be."""
    following = world.calendar.next_sitting(sitting.body, world.today + timedelta(days=1), world.today)
    if following is not None:
        return by(office, c.ListTo(id, following.id))
    return by(office, AddSitting(sitting.body, _free_day(world, sitting.body)))


def _afterwards(world: World, id: CaseId, case: state.Approved | state.InEffect) -> Iterator[Step | Wait]:
    decision = world.decision(id)
    if not isinstance(decision, NotMade) and published_on(decision) is None:
        yield by(offices.DEMOCRATIC_SERVICES, d.PublishDecision(id))
    if isinstance(case, state.Approved):
        days, settings = world.calendar.days, world.policy_of(case).settings
        effect = effective_at(decision, days, settings.call_in_clear_days)
        assert effect is not None, f"{id} is approved and never takes effect"
        yield Wait(effect.date() + timedelta(days=1))
    for number, condition in enumerate(case.conditions, start=1):
        if condition:
            yield by(offices.PMO, c.Discharge(id, number, WORDS))


def _outcome(id: CaseId, capacity: Capacity) -> Any:
    return c.Approve(id, reason=WORDS) if capacity is Capacity.DECIDE else OUTCOMES[capacity](id)


def _before_its_notice_is_over(world: World, id: CaseId, case: Any, sitting: bool) -> Iterator[Step | Wait]:
    given = world.notice(id).given_on
    lawful = given + timedelta(days=29) if given else world.today
    if case.review.step.capacity is not Capacity.DECIDE or lawful <= world.today:
        return
    if sitting:
        taken = world.calendar.sitting(case.review.sitting)
        if taken is not None and taken.on < lawful:
            later = _listed_again(world, id, taken, offices.DEMOCRATIC_SERVICES)
            yield Step(c.Defer(id, WORDS), holders(offices.DEMOCRATIC_SERVICES), later)
        return
    yield Wait(lawful)


def _onto_the_agenda(world: World, id: CaseId, case: Any, sitting: Any) -> Iterator[Step | Wait]:
    report = world.report(id)
    if report.version is None or report.refused_by or not report.version.complete:
        words = tuple((part, Text(f"{text} {id} {world.at}")) for part, text in EVERY_PART)
        yield Step(r.UploadReport(id, words), (*sorted(case.file.authors), *holders(offices.PMO)))
    for clearer in report.waiting_for:
        office = OfficeId(clearer.value)
        named = report.beside.named_for(clearer)
        yield Step(r.ClearReport(id, clearer), (*((named,) if named else ()), *holders(office)))
    if case.review.urgency == sitting.id:
        yield by(offices.DEMOCRATIC_SERVICES, m.RuleUrgent(sitting.id, id, WORDS))
    rolls_on = Wait(sitting.agenda_due + timedelta(days=1))
    yield Step(m.PublishAgenda(sitting.id, (id,)), holders(offices.DEMOCRATIC_SERVICES), rolls_on)
