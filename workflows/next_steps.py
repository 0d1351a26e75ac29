"""What may I do here, and if not, why not: every verb, asked for one person before any form is filled in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import domain.case.rules
import domain.decision.rules
import domain.notice.rules
import domain.report.rules
from domain.case.state import Draft
from domain.people.offices import PMO
from domain.report.events import Clearer
from domain.rules import Asked, Rule, objections
from domain.words import CaseId, Hand, PersonId, SittingId
from workflows.acts import authority, meetings
from workflows.acts.cases import known_for
from workflows.acts.papers import clearing_offices, decision_known, notice_known, report_known
from workflows.commands import COMMANDS, Command
from workflows.handle import House, NotYours
from workflows.ports import NotFound
from workflows.rule_book import RULES_OF
from workflows.world import World


@dataclass(frozen=True, slots=True)
class NextStep:
    """One verb: whether it is open to the person now and, if not, every rule that forbids it."""

    verb: str
    says: str
    open: bool
    rules: tuple[Rule, ...]


def next_steps(house: House, person: PersonId | None, case: CaseId, at: datetime) -> tuple[NextStep, ...]:
    """Every verb about a case, in the order of the catalogue. Raises NotFound if the person may not know of it."""
    world = house.world(at)
    if not may_see(world, person, case):
        raise world.unknown(case)
    return tuple(
        _step(house, world, row, case, person) for row in COMMANDS if row.about == "case" and row.verb != "draft"
    )


def steps_at(house: House, person: PersonId | None, sitting: SittingId, at: datetime) -> tuple[NextStep, ...]:
    """Every verb about a sitting. Raises NotFound if there is none."""
    world = house.world(at)
    if world.calendar.sitting(sitting) is None:
        raise NotFound(f"there is no sitting {sitting}")
    rows = (row for row in COMMANDS if row.about == "sitting")
    return tuple(_judged(house, world, row, _Sitting(sitting), person) for row in rows)


def steps_elsewhere(house: House, person: PersonId | None, at: datetime) -> tuple[NextStep, ...]:
    """Every verb about the authority itself: its dates, policies, people, delegations, register, and a new case."""
    world = house.world(at)
    rows = (row for row in COMMANDS if row.about not in ("case", "sitting") or row.verb == "draft")
    return tuple(_judged(house, world, row, None, person) for row in rows if isinstance(row.offices, tuple))


def may_see(world: World, person: PersonId | None, case: CaseId) -> bool:
    """Whether a person may know of a case: its writers and sponsor always, the PMO a shared draft, else office-holders.

    The set-up hand (None) sees all. A person who holds no office sees none but their own.
    """
    found = world.case(case)
    if person is None or person in found.file.authors or person == found.file.sponsor:
        return True
    offices = {a.office for a in world.offices.appointments if a.person == person and a.runs(world.today)}
    offices |= {d.office for d in world.offices.deputising if d.deputy == person and d.runs(world.today)}
    if isinstance(found, Draft):
        asked = any(world.offices.serves(person, question.service, world.today) for question in found.file.questions)
        return asked or (PMO in offices and found.file.shared)
    return bool(offices)


def _step(house: House, world: World, row: Command, case: CaseId, person: PersonId | None) -> NextStep:
    hands = tuple(_hands(house, world, row, case, person))
    asked = (_asked(world, row, case, hand) for hand in hands)
    broken = [objections(RULES_OF.get(row.verb, ()), each) for each in asked] or [(not_for(row),)]
    fewest = min(broken, key=len)
    return NextStep(row.verb, row.says, not fewest, fewest)


def _judged(house: House, world: World, row: Command, about: Any, person: PersonId | None) -> NextStep:
    try:
        by = house.hand(world, row, about, person)
    except NotYours:
        return NextStep(row.verb, row.says, False, (not_for(row),))
    read = STATES.get(row.act)
    broken = objections(RULES_OF.get(row.verb, ()), read(world, about, by)) if read else ()
    return NextStep(row.verb, row.says, not broken, broken)


STATES: dict[Any, Callable[[World, Any, Hand], Asked[Any, None, Any]]] = {
    meetings.of_meeting: lambda w, about, by: Asked(
        w.meeting(about.sitting), None, by, w.at, meetings.known_for(w, about.sitting, ())
    ),
    authority.of_calendar: lambda w, _, by: Asked(w.calendar, None, by, w.at, None),
    authority.of_people: lambda w, _, by: Asked(w.offices, None, by, w.at, authority.bodies(w)),
    authority.of_policies: lambda w, _, by: Asked(w.policies, None, by, w.at, None),
    authority.of_delegations: lambda w, _, by: Asked(w.delegations, None, by, w.at, authority.bodies(w)),
}
"""How the rules of a command that is not about one case are asked, by what carries the command out."""


def not_for(row: Command) -> Rule:
    """The rule that is broken when a person holds none of the offices a command is for."""
    who = [office.replace("_", " ") for office in row.offices] if isinstance(row.offices, tuple) else []
    for_whom = f" ({', '.join(who)})" if who else ""
    says = f"{row.says} is for those whose office it is{for_whom}"
    return Rule("office", says, "SAF 1, offices and bodies", lambda _: False)


@dataclass(frozen=True, slots=True)
class _About:
    """Stands in for a command that has not been filled in, so that the offices for it can be found."""

    case: CaseId
    part: Clearer | None = None


@dataclass(frozen=True, slots=True)
class _Sitting:
    """Stands in for a command about a sitting."""

    sitting: SittingId


def _hands(house: House, world: World, row: Command, case: CaseId, person: PersonId | None) -> Iterator[Hand]:
    parts: tuple[Clearer | None, ...] = tuple(Clearer) if row.offices is clearing_offices else (None,)
    for part in parts:
        try:
            yield house.hand(world, row, _About(case, part), person)
        except NotYours:
            continue


def _asked(world: World, row: Command, case: CaseId, by: Hand) -> Asked[Any, None, Any]:
    if row.shape in domain.case.rules.RULES:
        return Asked(world.case(case), None, by, world.at, known_for(world, case, by, shape=row.shape))
    if row.verb in domain.report.rules.RULES:
        return Asked(world.report(case), None, by, world.at, report_known(world, case, by, row.shape))
    if row.verb in domain.notice.rules.RULES:
        return Asked(world.notice(case), None, by, world.at, notice_known(world, case))
    return Asked(world.decision(case), None, by, world.at, decision_known(world, case))
