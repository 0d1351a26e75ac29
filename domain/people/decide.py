"""What follows from each thing that may be asked of people and offices."""

from domain.people.commands import SetUpAdministrator
from domain.people.events import (
    Appointed,
    AppointmentEnded,
    CardReplaced,
    Deputised,
    DeputisingEnded,
    PeopleEvent,
    PersonAdded,
)
from domain.people.offices import ADMINISTRATOR, Appointment, Deputising
from domain.people.rules import (
    OF_ADD_PERSON,
    OF_APPOINT,
    OF_DEPUTISE,
    OF_END_APPOINTMENT,
    OF_END_DEPUTISING,
    OF_REPLACE_CARD,
    OF_SET_UP,
    AskedOffices,
    appointment_ending,
    appointment_of,
    deputising_ending,
)
from domain.rules import insist
from domain.words import TextId

Facts = tuple[PeopleEvent, ...]


def set_up_administrator(asked: AskedOffices) -> Facts:
    """The first person and their appointment as administrator, without an end."""
    insist(OF_SET_UP, asked)
    command: SetUpAdministrator = asked.command
    post = Appointment(command.person, ADMINISTRATOR, None, None, None, command.starts, None)
    return (
        PersonAdded(asked.by, command.person, TextId(command.name), command.organisation, TextId(command.email)),
        Appointed(asked.by, post),
    )


def add_person(asked: AskedOffices) -> Facts:
    """A person known from now on."""
    insist(OF_ADD_PERSON, asked)
    command = asked.command
    return (PersonAdded(asked.by, command.person, TextId(command.name), command.organisation, TextId(command.email)),)


def replace_card(asked: AskedOffices) -> Facts:
    """A person's name, e-mail and organisation as they now are."""
    insist(OF_REPLACE_CARD, asked)
    command = asked.command
    return (CardReplaced(asked.by, command.person, TextId(command.name), command.organisation, TextId(command.email)),)


def appoint(asked: AskedOffices) -> Facts:
    """An appointment from its first day."""
    insist(OF_APPOINT, asked)
    return (Appointed(asked.by, appointment_of(asked.command)),)


def end_appointment(asked: AskedOffices) -> Facts:
    """The end of an appointment after its last day."""
    insist(OF_END_APPOINTMENT, asked)
    ended = appointment_ending(asked.state, asked.command)
    assert ended is not None
    return (AppointmentEnded(asked.by, ended, asked.command.ends),)


def deputise(asked: AskedOffices) -> Facts:
    """A deputy for an absent holder of an office, between two days."""
    insist(OF_DEPUTISE, asked)
    c = asked.command
    return (Deputised(asked.by, Deputising(c.office, c.absent, c.deputy, c.starts, c.ends)),)


def end_deputising(asked: AskedOffices) -> Facts:
    """The end of a deputising after its last day."""
    insist(OF_END_DEPUTISING, asked)
    ended = deputising_ending(asked.state, asked.command)
    assert ended is not None
    return (DeputisingEnded(asked.by, ended, asked.command.ends),)
