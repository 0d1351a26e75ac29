"""The authority the properties are tried on: its people, its published year, and a House that counts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from adapters.bank_holidays import england
from adapters.imports.calendar_files import read_boards, read_key_dates
from adapters.store.ledger import MemoryLedger, SqliteLedger
from domain.calendar.commands import ImportCalendar
from domain.people import commands as people
from domain.people import offices
from domain.register.commands import RegisterProject
from domain.routing.kinds import Figures
from domain.words import BodyId, OfficeId, PersonId, ProjectId, ServiceId, Text, pounds
from workflows.handle import ActedOn, House, Order

YEAR = Path(__file__).resolve().parents[2] / "docs" / "examples" / "published-year"
CALENDAR = ImportCalendar(read_key_dates(YEAR / "key-dates.csv"), read_boards(YEAR / "board-sittings.csv"))
OPENED = datetime(2024, 6, 24, 8, tzinfo=UTC)
"""When the authority is set up, a fortnight before the first submissions close."""

PROCUREMENT = ServiceId("procurement")

STAFF: dict[str, tuple[OfficeId, ...]] = {
    "ann": (offices.PROJECT_MANAGER,),
    "bob": (offices.PROJECT_MANAGER,),
    "vic": (offices.PROJECT_MANAGER, offices.PMO),
    "pat": (offices.PMO,),
    "pip": (offices.PMO,),
    "cleo": (offices.CHIEF_EXECUTIVE,),
    "dee": (offices.DEMOCRATIC_SERVICES,),
    "dan": (offices.DEMOCRATIC_SERVICES,),
    "mo": (offices.MONITORING_OFFICER,),
    "dirk": (offices.DIRECTOR,),
    "lee": (offices.LEGAL,),
    "fin": (offices.FINANCE,),
    "edna": (offices.EXECUTIVE_DIRECTOR,),
    "sam": (offices.SHARED_SERVICE,),
    "ada": (offices.ADMINISTRATOR,),
}
"""Who works here, and in which offices; vic both writes and triages, so that duties clash."""

PROJECTS: dict[str, tuple[str, str | None]] = {
    "chalk": ("420000", None),
    "depot": ("999999.99", "chief_executive"),
    "bridge": ("5000000", "investment_committee"),
    "tram": ("8000000", "board"),
}
"""Projects approved before the framework: the baseline in pounds, and who approved it where that is known."""

TOO_MANY = 5_000
"""More due moments than any example holds: a tick that acts on more has run into a loop."""


class CountedHouse(House):
    """A House whose tick fails, instead of running for ever, when one consequence keeps bringing on the next."""

    def _act_on(self, rows: Any, now: datetime) -> ActedOn | None:
        self.acted_on = getattr(self, "acted_on", 0) + 1
        assert self.acted_on < TOO_MANY, f"the tick does not end: {rows}"
        return super()._act_on(rows, now)


def house_over(ledger: MemoryLedger | SqliteLedger) -> CountedHouse:
    """A House over a ledger. All salts are alike, so that two plays of one script keep the same text ids."""
    return CountedHouse(ledger, england(), lambda: "salt")


def set_up_orders() -> Iterator[Order]:
    """What makes an empty ledger this authority: its calendar, people and projects."""
    commands: list[Any] = [CALENDAR]
    for name, held in STAFF.items():
        commands.append(people.AddPerson(PersonId(name), Text(name.title())))
        for office in held:
            service = PROCUREMENT if office == offices.SHARED_SERVICE else None
            commands.append(people.Appoint(PersonId(name), office, date(2024, 6, 1), service=service))
    for name, (baseline, by) in PROJECTS.items():
        figures = Figures.of(pounds(baseline))
        commands.append(
            RegisterProject(
                ProjectId(name),
                Text(name.title()),
                figures=figures,
                approved_by=BodyId(by) if by else None,
                imported=True,
            )
        )
    for number, command in enumerate(commands):
        yield Order(command, None, OPENED, f"set-up-{number}")


def opened(ledger: MemoryLedger | SqliteLedger | None = None) -> CountedHouse:
    """The authority on the day it opens, over a ledger in memory unless another is given."""
    house = house_over(MemoryLedger() if ledger is None else ledger)
    for order in set_up_orders():
        house.handle(order)
    return house
