"""What has happened to people and offices. These names are the storage format: add, never rename."""

from dataclasses import dataclass
from datetime import date

from domain.people.offices import Appointment, Deputising
from domain.words import Hand, OrganisationId, PersonId, TextId

NO_TEXT = TextId("")


@dataclass(frozen=True, slots=True)
class PersonAdded:
    """A person became known. `card` and `email` are their name and e-mail, each kept as a personal paper."""

    by: Hand
    person: PersonId
    card: TextId
    organisation: OrganisationId
    email: TextId = NO_TEXT


@dataclass(frozen=True, slots=True)
class CardReplaced:
    """A known person's name, e-mail or organisation was put right."""

    by: Hand
    person: PersonId
    card: TextId
    organisation: OrganisationId
    email: TextId = NO_TEXT


@dataclass(frozen=True, slots=True)
class Appointed:
    """A person was appointed to an office."""

    by: Hand
    appointment: Appointment


@dataclass(frozen=True, slots=True)
class AppointmentEnded:
    """An appointment ends after `last_day`; one that had not begun by then never begins."""

    by: Hand
    appointment: Appointment
    last_day: date


@dataclass(frozen=True, slots=True)
class Deputised:
    """Somebody was named to stand in for an absent holder of an office."""

    by: Hand
    deputising: Deputising


@dataclass(frozen=True, slots=True)
class DeputisingEnded:
    """A deputising ends after `last_day`; one that had not begun by then never begins."""

    by: Hand
    deputising: Deputising
    last_day: date


PeopleEvent = PersonAdded | CardReplaced | Appointed | AppointmentEnded | Deputised | DeputisingEnded
