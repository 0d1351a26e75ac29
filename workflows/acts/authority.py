"""Commands of the authority itself: its calendar, policies, people, delegations and register of projects."""

from typing import Any

import domain.calendar.decide
import domain.people.decide
import domain.register.decide
import domain.register.delegations.decide
import domain.routing.decide
from domain.calendar import commands as cal
from domain.people import commands as p
from domain.register import commands as reg
from domain.register.delegations import commands as dele
from domain.register.rules import RegisterKnown
from domain.routing.decide import AdoptPolicy, ReviewPolicy
from domain.rules import Asked
from domain.words import BodyId, Hand
from workflows import streams
from workflows.world import World

CALENDAR: dict[type, Any] = {
    cal.ImportCalendar: domain.calendar.decide.import_calendar,
    cal.PlanCalendar: domain.calendar.decide.plan_calendar,
    cal.AddSitting: domain.calendar.decide.add_sitting,
    cal.MoveSitting: domain.calendar.decide.move_sitting,
    cal.CancelSitting: domain.calendar.decide.cancel_sitting,
    cal.CloseDay: domain.calendar.decide.close_day,
    cal.ReopenDay: domain.calendar.decide.reopen_day,
    cal.RestrictPeriod: domain.calendar.decide.restrict_period,
    cal.ReleasePeriod: domain.calendar.decide.release_period,
    cal.AcceptDates: domain.calendar.decide.accept_dates,
    cal.AcceptAgendaDue: domain.calendar.decide.accept_agenda_due,
    cal.AdoptScheme: domain.calendar.decide.adopt_scheme,
}

PEOPLE: dict[type, Any] = {
    p.SetUpAdministrator: domain.people.decide.set_up_administrator,
    p.AddPerson: domain.people.decide.add_person,
    p.ReplaceCard: domain.people.decide.replace_card,
    p.Appoint: domain.people.decide.appoint,
    p.EndAppointment: domain.people.decide.end_appointment,
    p.Deputise: domain.people.decide.deputise,
    p.EndDeputising: domain.people.decide.end_deputising,
}

REGISTER: dict[type, Any] = {
    reg.RegisterProject: domain.register.decide.register_project,
    reg.AmendProject: domain.register.decide.amend_project,
    reg.CorrectImportedBaseline: domain.register.decide.correct_imported_baseline,
    reg.ReachStage: domain.register.decide.reach_stage,
    reg.RecordReview: domain.register.decide.record_review,
}

DELEGATIONS: dict[type, Any] = {
    dele.Confer: domain.register.delegations.decide.confer,
    dele.Revoke: domain.register.delegations.decide.revoke,
}


def bodies(world: World) -> frozenset[BodyId]:
    """The bodies of the policy in force."""
    return frozenset(body.id for body in world.policies.in_force(world.today).bodies)


def of_calendar(world: World, command: Any, by: Hand) -> None:
    """Any command of the calendar."""
    facts = CALENDAR[type(command)](Asked(world.calendar, command, by, world.at, None))
    world.add(streams.CALENDAR, facts, by)


def of_people(world: World, command: Any, by: Hand) -> None:
    """Any command of people and offices."""
    facts = PEOPLE[type(command)](Asked(world.offices, command, by, world.at, bodies(world)))
    world.add(streams.OFFICES, facts, by)


def of_policies(world: World, command: Any, by: Hand) -> None:
    """Adopt or review a policy; no case under way is touched."""
    decide: Any = {
        AdoptPolicy: domain.routing.decide.adopt_policy,
        ReviewPolicy: domain.routing.decide.review_policy,
    }[type(command)]
    world.add(streams.POLICIES, decide(Asked(world.policies, command, by, world.at, None)), by)


def of_project(world: World, command: Any, by: Hand) -> None:
    """Any command of one project in the register."""
    known = RegisterKnown(frozenset(world.offices.people), bodies(world))
    asked = Asked(world.project(command.project), command, by, world.at, known)
    world.add(streams.project_stream(command.project), REGISTER[type(command)](asked), by)


def of_delegations(world: World, command: Any, by: Hand) -> None:
    """Confer or revoke a power."""
    asked = Asked(world.delegations, command, by, world.at, bodies(world))
    world.add(streams.DELEGATIONS, DELEGATIONS[type(command)](asked), by)
