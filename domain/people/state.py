"""Who is known, who holds which office on a day, and as whose deputy they may act."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from domain.people.events import (
    Appointed,
    AppointmentEnded,
    CardReplaced,
    Deputised,
    DeputisingEnded,
    PeopleEvent,
    PersonAdded,
)
from domain.people.offices import OFFICES, Appointment, Deputising
from domain.words import BodyId, Hand, OfficeId, OrganisationId, PersonId, ServiceId, TextId

Dated = TypeVar("Dated", Appointment, Deputising)


@dataclass(frozen=True, slots=True)
class Person:
    """A known person: where their name and e-mail are kept, and for whom they work."""

    card: TextId
    organisation: OrganisationId
    email: TextId


@dataclass(frozen=True, slots=True)
class Offices:
    """Everybody the authority knows, and what each may act as on any day."""

    people: Mapping[PersonId, Person]
    appointments: tuple[Appointment, ...]
    deputising: tuple[Deputising, ...]

    def holds(self, person: PersonId, office: OfficeId, on: date) -> bool:
        """Whether a person holds an office by their own appointment on a day; a deputy does not."""
        return any(a.person == person and a.office == office and a.runs(on) for a in self.appointments)

    def holders(self, office: OfficeId, on: date) -> tuple[PersonId, ...]:
        """Who holds an office by their own appointment on a day, each once, in order of appointment."""
        return tuple(dict.fromkeys(a.person for a in self.appointments if a.office == office and a.runs(on)))

    def hands(self, person: PersonId, allowed: Collection[OfficeId], on: date) -> tuple[Hand, ...]:
        """Every way in which a person may act in one of the allowed offices on a day: their own offices first."""
        mine = tuple(office.id for office in OFFICES if office.id in allowed)
        own = tuple(Hand(person, office) for office in mine if self.holds(person, office, on))
        return own + tuple(
            Hand(person, office, absent) for office in mine for absent in self.stood_in(person, office, on)
        )

    def hand(self, person: PersonId, allowed: Collection[OfficeId], on: date) -> Hand | None:
        """In which allowed office a person acts on a day, for whom if they deputise; None when they may not act."""
        return next(iter(self.hands(person, allowed, on)), None)

    def stood_in(self, deputy: PersonId, office: OfficeId, on: date) -> tuple[PersonId, ...]:
        """For whom a person deputises in an office on a day: only people who really hold it then."""
        return tuple(
            d.absent
            for d in self.deputising
            if d.deputy == deputy and d.office == office and d.runs(on) and self.holds(d.absent, office, on)
        )

    def able(self, office: OfficeId, on: date) -> tuple[PersonId, ...]:
        """Everybody who may act in an office on a day, holders first and then their deputies."""
        deputies = tuple(d.deputy for d in self.deputising if self.stood_in(d.deputy, office, on))
        return tuple(dict.fromkeys(self.holders(office, on) + deputies))

    def members(self, body: BodyId, on: date) -> tuple[Appointment, ...]:
        """The appointments of those who sit on a body on a day, named substitutes left out."""
        return tuple(a for a in self.appointments if a.body == body and a.substitutes_for is None and a.runs(on))

    def substitutes(self, body: BodyId, on: date) -> tuple[Appointment, ...]:
        """The appointments of a body's named substitutes on a day."""
        return tuple(a for a in self.appointments if a.body == body and a.substitutes_for and a.runs(on))

    def serves(self, person: PersonId, service: ServiceId, on: date) -> bool:
        """Whether a person answers for a shared service on a day."""
        return any(a.person == person and a.service == service and a.runs(on) for a in self.appointments)


def nobody() -> Offices:
    """The offices of an empty ledger."""
    return Offices(MappingProxyType({}), (), ())


def evolve(offices: Offices, event: PeopleEvent) -> Offices:
    """Where people and offices stand after one more event."""
    match event:
        case PersonAdded() | CardReplaced():
            person = Person(event.card, event.organisation, event.email)
            return replace(offices, people=MappingProxyType({**offices.people, event.person: person}))
        case Appointed():
            return replace(offices, appointments=(*offices.appointments, event.appointment))
        case AppointmentEnded():
            return replace(offices, appointments=_cut(offices.appointments, event.appointment, event.last_day))
        case Deputised():
            return replace(offices, deputising=(*offices.deputising, event.deputising))
        case DeputisingEnded():
            return replace(offices, deputising=_cut(offices.deputising, event.deputising, event.last_day))


def _cut(dated: tuple[Dated, ...], ended: Dated, last_day: date) -> tuple[Dated, ...]:
    kept = (replace(ended, ends=last_day),) if ended.starts <= last_day else ()
    return tuple(each for one in dated for each in (kept if one == ended else (one,)))
