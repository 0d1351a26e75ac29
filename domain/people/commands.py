"""What may be asked of people and offices. The optional fields are what most appointments leave out."""

from dataclasses import dataclass
from datetime import date

from domain.people.offices import Membership
from domain.words import BodyId, OfficeId, OrganisationId, PersonId, ServiceId, Text

NO_TEXT = Text("")
NO_ORGANISATION = OrganisationId("")


@dataclass(frozen=True, slots=True)
class SetUpAdministrator:
    """Make the first administrator, once, on an empty ledger."""

    person: PersonId
    name: Text
    starts: date
    email: Text = NO_TEXT
    organisation: OrganisationId = NO_ORGANISATION


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Make a person known. Name and e-mail are kept beside the ledger as personal papers."""

    person: PersonId
    name: Text
    email: Text = NO_TEXT
    organisation: OrganisationId = NO_ORGANISATION


@dataclass(frozen=True, slots=True)
class ReplaceCard:
    """Put a known person's name, e-mail or organisation right."""

    person: PersonId
    name: Text
    email: Text = NO_TEXT
    organisation: OrganisationId = NO_ORGANISATION


@dataclass(frozen=True, slots=True)
class Appoint:
    """Appoint a person to an office from `starts` to `ends`, both included."""

    person: PersonId
    office: OfficeId
    starts: date
    ends: date | None = None
    body: BodyId | None = None
    service: ServiceId | None = None
    membership: Membership | None = None
    substitutes_for: PersonId | None = None


@dataclass(frozen=True, slots=True)
class EndAppointment:
    """End an appointment after `ends`, its last day; before its first day, one that has not begun is called off."""

    person: PersonId
    office: OfficeId
    ends: date
    body: BodyId | None = None
    service: ServiceId | None = None
    substitutes_for: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Deputise:
    """Let `deputy` stand in for `absent` in an office from `starts` to `ends`, both included."""

    office: OfficeId
    absent: PersonId
    deputy: PersonId
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class EndDeputising:
    """End a deputising after `ends`, its last day; before its first day, one that has not begun is called off."""

    office: OfficeId
    absent: PersonId
    deputy: PersonId
    ends: date
