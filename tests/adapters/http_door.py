"""A small authority behind the API: its calendar, its people and one project, for the tests of the API."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from starlette.testclient import TestClient

from adapters import wiring
from adapters.http.api import create_app
from adapters.imports.calendar_files import read_boards, read_key_dates
from domain.calendar.commands import ImportCalendar
from domain.people import offices
from domain.people.commands import AddPerson, Appoint
from domain.register.commands import RegisterProject
from domain.routing.kinds import Figures
from domain.words import OfficeId, PersonId, ProjectId, ServiceId, Text, pounds
from workflows.handle import House, Order

PUBLISHED = Path(__file__).parents[2] / "docs" / "examples" / "published-year"
LONDON = ZoneInfo("Europe/London")
API = "/api/v1"

HOLDERS: Mapping[str, OfficeId] = {
    "adm": offices.ADMINISTRATOR,
    "ann": offices.PROJECT_MANAGER,
    "bob": offices.PROJECT_MANAGER,
    "pat": offices.PMO,
    "pru": offices.PMO,
    "cleo": offices.CHIEF_EXECUTIVE,
    "dem": offices.DEMOCRATIC_SERVICES,
    "mon": offices.MONITORING_OFFICER,
    "fin": offices.SHARED_SERVICE,
}
"""Who works here, and in which office. `sol` is known and holds none; a token `token-of-ann` is Ann's."""


def at(text: str) -> datetime:
    """An instant by London's clocks."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def house_of_an_authority(house: House | None = None) -> House:
    """A house with the published year, its people, and a project approved before the framework."""
    house = house or wiring.house_in_memory()
    numbers = count(1)
    started = at("2024-07-01T09:00")

    def do(command: Any) -> None:
        house.handle(Order(command, None, started, f"set-up-{next(numbers)}"))

    do(ImportCalendar(read_key_dates(PUBLISHED / "key-dates.csv"), read_boards(PUBLISHED / "board-sittings.csv")))
    do(AddPerson(PersonId("sol"), Text("Sol Stone")))
    for person, office in HOLDERS.items():
        service = ServiceId("finance") if office == offices.SHARED_SERVICE else None
        do(AddPerson(PersonId(person), Text(f"{person.capitalize()} Example")))
        do(Appoint(PersonId(person), office, date(2024, 7, 1), service=service))
    figures = Figures.of(pounds("420000"))
    do(RegisterProject(ProjectId("chalk"), Text("Chalk streams"), figures=figures, imported=True))
    return house


def bearer(token: str) -> PersonId | None:
    """Whose token it is: `token-of-ann` is Ann's, and so is that of anybody known."""
    name = token.removeprefix("token-of-")
    return PersonId(name) if token.startswith("token-of-") and name in {*HOLDERS, "sol"} else None


class Door:
    """The API as a client meets it, with a clock that a test turns."""

    def __init__(self, house: House | None = None) -> None:
        self.house = house or house_of_an_authority()
        self.now = at("2024-10-01T09:00")
        self.app = create_app(self.house, bearer, lambda: self.now, wiring.new_id)
        self.client = TestClient(self.app)

    def turn_to(self, text: str) -> "Door":
        """Set the clock, by London's time."""
        self.now = at(text)
        return self

    def get(self, path: str, by: str = "ann", **more: Any) -> Any:
        """Read something as a person."""
        return self.client.get(API + path, headers=_headers(by, more), **more)

    def post(self, path: str, body: Any = None, by: str = "ann", **more: Any) -> Any:
        """Give a command as a person, a second after the last thing that was done."""
        self.now += timedelta(seconds=1)
        return self.client.post(API + path, json=body, headers=_headers(by, more), **more)

    def drafted(self, **fields: Any) -> str:
        """A change request that Ann has begun; its id."""
        body = {"kind": "change_request", "title": "Chalk streams, more of them", "project": "chalk", **fields}
        return str(self.done(self.post("/cases", body))["case"])

    def submitted(self, **fields: Any) -> str:
        """A change request that Ann has submitted; its id."""
        case = self.drafted(**fields)
        self.done(self.post(f"/cases/{case}/submit"))
        return case

    def done(self, response: Any) -> Any:
        """What a response holds, which must be no problem."""
        assert response.status_code in (200, 201), response.text
        return response.json()


def _headers(by: str, more: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer token-of-{by}"} | more.pop("headers", {}) if by else more.pop("headers", {})
