"""What forbids an appointment or a deputising. Each rule is given the offices as they stand and what is asked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain.people.commands import Appoint, Deputise, EndAppointment, EndDeputising
from domain.people.offices import (
    ADMINISTRATOR,
    KNOWN_OFFICES,
    MEMBER,
    SHARED_SERVICE,
    Appointment,
    Deputising,
    overlap,
)
from domain.people.state import Offices
from domain.rules import Asked, Rule
from domain.words import BodyId

AskedOffices = Asked[Offices, Any, frozenset[BodyId] | None]
"""`known` is the bodies that the policy in force names, or None where they are not known."""

PEOPLE = "SAF 1, offices and bodies [A]"
DEPUTISING = "SAF 2, deputising"
DUTIES = "SAF 2, separation of duties [A]"
MEMBERS = "SAF 4, voting and quorum [A]"


def appointment_of(command: Appoint) -> Appointment:
    """The appointment that is asked for."""
    return Appointment(
        command.person,
        command.office,
        command.body,
        command.service,
        command.membership,
        command.starts,
        command.ends,
        command.substitutes_for,
    )


def appointment_ending(offices: Offices, command: EndAppointment) -> Appointment | None:
    """The appointment to end: the one that runs on its last day or, failing that, the first to begin after it."""
    place = Appointment(
        command.person,
        command.office,
        command.body,
        command.service,
        None,
        command.ends,
        None,
        command.substitutes_for,
    )
    later = [a for a in offices.appointments if a.same_place(place) and (a.ends is None or command.ends <= a.ends)]
    return min(later, key=lambda a: a.starts, default=None)


def deputising_ending(offices: Offices, command: EndDeputising) -> Deputising | None:
    """The deputising to end: the one that runs on its last day or, failing that, the first to begin after it."""
    named = (command.office, command.absent, command.deputy)
    later = [d for d in offices.deputising if (d.office, d.absent, d.deputy) == named and command.ends <= d.ends]
    return min(later, key=lambda d: d.starts, default=None)


def nobody_twice(asked: AskedOffices) -> bool:
    """Whether nobody would hold the same place twice on one day."""
    new = appointment_of(asked.command)
    return not any(
        new.same_place(a) and overlap(new.starts, new.ends, a.starts, a.ends) for a in asked.state.appointments
    )


def substitute_is_no_member(asked: AskedOffices) -> bool:
    """Whether nobody would be both a member of a body and a substitute on it on one day."""
    new = appointment_of(asked.command)
    return not any(
        a.person == new.person
        and a.body == new.body
        and (a.substitutes_for is None) != (new.substitutes_for is None)
        and overlap(new.starts, new.ends, a.starts, a.ends)
        for a in asked.state.appointments
        if new.body is not None
    )


def member_is_there(asked: AskedOffices) -> bool:
    """Whether the member a substitute is named for sits on that body on the substitute's first day."""
    new = appointment_of(asked.command)
    return new.substitutes_for is None or any(
        a.person == new.substitutes_for and a.body == new.body and a.substitutes_for is None and a.runs(new.starts)
        for a in asked.state.appointments
    )


def an_administrator_remains(asked: AskedOffices) -> bool:
    """Whether somebody else is administrator without an end by the time the appointment is over."""
    ended = appointment_ending(asked.state, asked.command)
    if ended is None or ended.office != ADMINISTRATOR:
        return True
    over: date = max(asked.command.ends + timedelta(days=1), asked.today)
    return any(
        a.office == ADMINISTRATOR and a != ended and a.ends is None and a.starts <= over
        for a in asked.state.appointments
    )


def deputised_once(asked: AskedOffices) -> bool:
    """Whether the same deputy would not stand in for the same person in the same office twice on one day."""
    new: Deputise = asked.command
    return not any(
        (d.office, d.absent, d.deputy) == (new.office, new.absent, new.deputy)
        and overlap(new.starts, new.ends, d.starts, d.ends)
        for d in asked.state.deputising
    )


def not_undone(asked: AskedOffices) -> bool:
    """Whether what is ended had not begun, or keeps at least its first day."""
    found = _ending(asked)
    return found is None or found.starts <= asked.command.ends or found.starts > asked.today


def _ending(asked: AskedOffices) -> Appointment | Deputising | None:
    if isinstance(asked.command, EndAppointment):
        return appointment_ending(asked.state, asked.command)
    return deputising_ending(asked.state, asked.command)


def _rule(name: str, says: str, source: str, holds: Callable[[Any], bool]) -> Rule:
    return Rule(name, says, source, holds, of_command=True)


NOBODY_YET = Rule(
    "nobody_yet", "The first administrator is made once, on an empty ledger", DUTIES, lambda a: not a.state.people
)
IDENTIFIED = _rule("identified", "A person has an id", PEOPLE, lambda a: bool(a.command.person.strip()))
NAMED = _rule("named", "A person has a name", PEOPLE, lambda a: bool(a.command.name))
NEW = _rule("new", "Nobody is added twice", PEOPLE, lambda a: a.command.person not in a.state.people)
KNOWN = _rule("known", "The person is known", PEOPLE, lambda a: a.command.person in a.state.people)

OF_SET_UP: tuple[Rule, ...] = (NOBODY_YET, IDENTIFIED, NAMED)
OF_ADD_PERSON: tuple[Rule, ...] = (IDENTIFIED, NAMED, NEW)
OF_REPLACE_CARD: tuple[Rule, ...] = (KNOWN, NAMED)

OF_APPOINT: tuple[Rule, ...] = (
    KNOWN,
    _rule("office_exists", "The office is one of the authority's", PEOPLE, lambda a: a.command.office in KNOWN_OFFICES),
    _rule(
        "body_exists",
        "The body is one that the policy in force names",
        PEOPLE,
        lambda a: a.known is None or a.command.body is None or a.command.body in a.known,
    ),
    _rule(
        "not_backwards",
        "An appointment does not end before it starts",
        PEOPLE,
        lambda a: a.command.ends is None or a.command.starts <= a.command.ends,
    ),
    _rule("nobody_twice", "Nobody holds the same office twice on one day", PEOPLE, nobody_twice),
    _rule(
        "member_of_a_body",
        "A member sits on a named body in a stated class of membership",
        MEMBERS,
        lambda a: a.command.office != MEMBER or (a.command.body is not None and a.command.membership is not None),
    ),
    _rule(
        "service_named",
        "A shared service's officer answers for a named service",
        PEOPLE,
        lambda a: a.command.office != SHARED_SERVICE or bool(a.command.service),
    ),
    _rule(
        "substitute_on_a_body",
        "A substitute is named on a body, and for somebody else",
        MEMBERS,
        lambda a: (
            a.command.substitutes_for is None
            or (a.command.body is not None and a.command.substitutes_for != a.command.person)
        ),
    ),
    _rule("substitute_for_a_member", "A substitute is named for a member of that body", MEMBERS, member_is_there),
    _rule("member_or_substitute", "Nobody is both member and substitute of one body", MEMBERS, substitute_is_no_member),
)

OF_END_APPOINTMENT: tuple[Rule, ...] = (
    _rule(
        "appointed",
        "The person holds that office on that day or is to hold it later",
        PEOPLE,
        lambda a: _ending(a) is not None,
    ),
    _rule("not_undone", "What has begun does not end before its first day", PEOPLE, not_undone),
    _rule("administrator_remains", "The last administrator is not removed", DUTIES, an_administrator_remains),
)

OF_DEPUTISE: tuple[Rule, ...] = (
    _rule(
        "both_known",
        "The deputy and the person they stand in for are known",
        DEPUTISING,
        lambda a: a.command.deputy in a.state.people and a.command.absent in a.state.people,
    ),
    _rule("somebody_else", "Nobody is their own deputy", DEPUTISING, lambda a: a.command.deputy != a.command.absent),
    _rule(
        "not_backwards",
        "A deputising does not end before it starts",
        DEPUTISING,
        lambda a: a.command.starts <= a.command.ends,
    ),
    _rule(
        "holds_it_themselves",
        "The person stood in for holds the office themselves: deputising does not cascade",
        DEPUTISING,
        lambda a: a.state.holds(a.command.absent, a.command.office, a.command.starts),
    ),
    _rule(
        "members_have_substitutes",
        "A member is stood in for by a named substitute, not by a deputy",
        "SAF 1, offices and bodies",
        lambda a: a.command.office != MEMBER,
    ),
    _rule("deputised_once", "Nobody is the same person's deputy twice on one day", DEPUTISING, deputised_once),
)

OF_END_DEPUTISING: tuple[Rule, ...] = (
    _rule(
        "deputises",
        "The deputy stands in on that day or is to do so later",
        DEPUTISING,
        lambda a: _ending(a) is not None,
    ),
    _rule("not_undone", "What has begun does not end before its first day", DEPUTISING, not_undone),
)
