"""The offices a person may hold, what each is for, and what an appointment and a deputising are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.words import BodyId, OfficeId, PersonId, ServiceId

ADMINISTRATOR = OfficeId("administrator")
PROJECT_MANAGER = OfficeId("project_manager")
PMO = OfficeId("pmo")
SHARED_SERVICE = OfficeId("shared_service")
PANEL_MEMBER = OfficeId("panel_member")
CHIEF_EXECUTIVE = OfficeId("chief_executive")
MEMBER = OfficeId("member")
DIRECTOR = OfficeId("director")
LEGAL = OfficeId("legal")
FINANCE = OfficeId("finance")
EXECUTIVE_DIRECTOR = OfficeId("executive_director")
DEMOCRATIC_SERVICES = OfficeId("democratic_services")
MONITORING_OFFICER = OfficeId("monitoring_officer")
SCRUTINY = OfficeId("scrutiny")
AUDIT = OfficeId("audit")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the authority knows it: its stored id, its name, what its holder does, and where that is said."""

    id: OfficeId
    name: str
    does: str
    source: str


WHO = "SAF 1, offices and bodies"

OFFICES: tuple[Office, ...] = (
    Office(PROJECT_MANAGER, "Project manager", "writes and submits a case and answers feedback", WHO),
    Office(PMO, "Programme Management Office", "triages, keeps dates, templates and the register", WHO),
    Office(SHARED_SERVICE, "Shared service", "is engaged before a business case is submitted", WHO),
    Office(PANEL_MEMBER, "Investment Panel member", "reviews cases and recommends on the panel", WHO),
    Office(CHIEF_EXECUTIVE, "Chief Executive", "decides what is below the committee's band", WHO),
    Office(MEMBER, "Member", "sits on a committee or the Board", WHO),
    Office(DIRECTOR, "Director", "reviews the draft committee report", WHO),
    Office(LEGAL, "Legal", "clears the committee report in law", WHO),
    Office(FINANCE, "Finance", "clears the committee report in finance", WHO),
    Office(EXECUTIVE_DIRECTOR, "Executive director", "clears the committee report last", WHO),
    Office(DEMOCRATIC_SERVICES, "Democratic Services", "publishes agendas and records outcomes", WHO),
    Office(MONITORING_OFFICER, "Monitoring officer", "rules on the law, and names another hand", WHO),
    Office(SCRUTINY, "Overview and Scrutiny", "may scrutinise beforehand and may call in", WHO),
    Office(AUDIT, "Audit and Governance", "reads the map and the record", WHO),
    Office(ADMINISTRATOR, "Administrator", "adds people and appoints them", f"{WHO} [A]"),
)
"""Every office, in the order in which a person who holds several is taken to act."""

KNOWN_OFFICES: frozenset[OfficeId] = frozenset(office.id for office in OFFICES)


class Membership(StrEnum):
    """The class in which a person sits on a body, as quorum and votes count it (SAF 4, voting and quorum)."""

    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    CONSTITUENT = "constituent"
    BUSINESS_BOARD = "business_board"
    CO_OPTED = "co_opted"
    NON_VOTING = "non_voting"
    OFFICER = "officer"

    @property
    def votes(self) -> bool:
        """Whether this class has a vote [A: all but co-opted and non-voting members]."""
        return self not in (Membership.CO_OPTED, Membership.NON_VOTING)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in an office from one day to another, both included; no last day means until it is ended.

    `body` is what a member sits on and `service` what a shared service answers for. `substitutes_for` is set for a
    named substitute, who sits only when that member does not.
    """

    person: PersonId
    office: OfficeId
    body: BodyId | None
    service: ServiceId | None
    membership: Membership | None
    starts: date
    ends: date | None
    substitutes_for: PersonId | None = None

    def runs(self, on: date) -> bool:
        """Whether the appointment stands on a day."""
        return self.starts <= on and (self.ends is None or on <= self.ends)

    def same_place(self, other: "Appointment") -> bool:
        """Whether two appointments put one person in the same place, whenever they run."""
        return (self.person, self.office, self.body, self.service, self.substitutes_for) == (
            other.person,
            other.office,
            other.body,
            other.service,
            other.substitutes_for,
        )


@dataclass(frozen=True, slots=True)
class Deputising:
    """`deputy` stands in for `absent` in one office from one day to another, both included."""

    office: OfficeId
    absent: PersonId
    deputy: PersonId
    starts: date
    ends: date

    def runs(self, on: date) -> bool:
        """Whether the deputising stands on a day."""
        return self.starts <= on <= self.ends


def overlap(starts: date, ends: date | None, other_starts: date, other_ends: date | None) -> bool:
    """Whether two periods, ends included and None meaning for ever, share a day."""
    return starts <= (other_ends or date.max) and other_starts <= (ends or date.max)
