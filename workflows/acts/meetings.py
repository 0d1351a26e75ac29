"""Commands of a sitting: its list, its members and whose own case an item is, gathered for its rules."""

from datetime import date
from typing import Any

from domain.case.state import Case, OnRoute
from domain.meeting import commands as m
from domain.meeting.decide import Events, decide
from domain.meeting.events import ReportRef
from domain.meeting.rules import Known, OnList
from domain.people.duties import Act, clashes
from domain.people.offices import DEMOCRATIC_SERVICES, MEMBER, PMO, Membership
from domain.routing.kinds import Capacity
from domain.rules import Asked
from domain.words import CaseId, Hand, OfficeId, SittingId
from workflows import streams
from workflows.world import World


def of_meeting(world: World, command: Any, by: Hand) -> None:
    """Any command of one sitting."""
    known = known_for(world, command.sitting, ())
    facts = decide(Asked(world.meeting(command.sitting), command, by, world.at, known))
    world.add(streams.meeting_stream(command.sitting), facts, by)


def resolution(world: World, sitting: SittingId, command: m.Resolve, by: Hand) -> Events:
    """The facts of one resolution at a sitting. Raises Refused if the meeting could not take it."""
    cases = tuple(case for case, _ in command.outcomes)
    return decide(Asked(world.meeting(sitting), command, by, world.at, known_for(world, sitting, cases)))


def known_for(world: World, id: SittingId, cases: tuple[CaseId, ...]) -> Known:
    """What the rules of a sitting must see of calendar, policy, people, reports and the cases of an item."""
    sitting = world.calendar.sitting(id)
    policy = world.policies.in_force(sitting.on if sitting else world.today)
    body = policy.body(sitting.body) if sitting and policy.knows(sitting.body) else None
    return Known(
        sitting,
        body,
        world.calendar.days,
        policy.settings,
        _on_list(world, id),
        _memberships(world, sitting),
        frozenset(pair for case in cases for pair in _bound(world, case)),
    )


def _on_list(world: World, id: SittingId) -> tuple[OnList, ...]:
    found = []
    for row in world.rows("listed", id):
        case = CaseId(row.body["case"])
        cleared = world.report(case).publishable
        found.append(OnList(case, ReportRef(cleared) if cleared else None))
    return tuple(found)


def _memberships(world: World, sitting: Any) -> tuple[tuple[Any, Membership], ...]:
    if sitting is None:
        return ()
    sits = (*world.offices.members(sitting.body, sitting.on), *world.offices.substitutes(sitting.body, sitting.on))
    return tuple((a.person, a.membership) for a in sits if a.membership is not None)


def _bound(world: World, case: CaseId) -> list[tuple[CaseId, Any]]:
    """Those who may not take part in the item: whoever acts on a case at a sitting recommends or decides it."""
    found = world.case(case)
    hands = found.file.hands | world.report(case).beside.hands
    later = Act.DECIDED if present_capacity(found) is Capacity.DECIDE else Act.RECOMMENDED
    duties = world.policy_of(found).duties
    return [(case, person) for _, person in hands if clashes(duties, hands, Hand(person, MEMBER), later)]


def agendas_out(world: World) -> dict[SittingId, date]:
    """When the agenda of each sitting came out; of one with supplements, when its last item did."""
    days = {id: dict(world.meeting(id).published_on).values() for id in world.calendar.sittings}
    return {id: max(when) for id, when in days.items() if when}


def present_capacity(case: Case) -> Capacity | None:
    """The capacity in which the body a case stands before acts."""
    return case.review.step.capacity if isinstance(case, OnRoute) else None


def agenda_offices(world: World, command: Any) -> tuple[OfficeId, ...]:
    """Who acts for the body at a sitting: the PMO for the panel, Democratic Services for members."""
    sitting = world.calendar.sitting(command.sitting)
    policy = world.policies.in_force(world.today)
    if sitting is None or not policy.knows(sitting.body):
        return (DEMOCRATIC_SERVICES, PMO)
    return (policy.body(sitting.body).recorded_by,)
