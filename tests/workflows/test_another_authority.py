"""A second authority is data: its own policy, its own bodies and its own scheme of dates, with no line of code."""

import itertools
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.bank_holidays import england
from adapters.imports.policy_files import read_policy
from adapters.store.ledger import MemoryLedger
from domain.calendar.commands import AdoptScheme, PlanCalendar
from domain.calendar.key_dates import KeyDateName, Scheme, SchemeName
from domain.calendar.published import PublishedBoard
from domain.case import commands as c
from domain.notice.commands import GiveNotice
from domain.people import offices as of
from domain.people.commands import AddPerson, Appoint
from domain.routing.decide import AdoptPolicy
from domain.routing.kinds import Figures, Kind
from domain.words import BodyId, CaseId, PersonId, Text, pounds
from workflows.handle import House, Order
from workflows.views.cases import case

WEST_MIDLANDS = Path(__file__).resolve().parents[2] / "docs/examples/west-midlands/policy.json"
ITS_DATES = Scheme(
    SchemeName("west-midlands"),
    offsets=((KeyDateName("pmo_submission"), -5),),
    sits=(
        (KeyDateName("panel"), BodyId("investment_panel")),
        (KeyDateName("committee"), BodyId("investment_board")),
    ),
    board=BodyId("board"),
)
OFFICERS = {
    "ann": of.PROJECT_MANAGER,
    "pat": of.PMO,
    "eve": of.EXECUTIVE_DIRECTOR,
    "moe": of.MONITORING_OFFICER,
    "dee": of.DEMOCRATIC_SERVICES,
}


class Elsewhere:
    """The West Midlands with a planned spring of 2026 and its officers."""

    def __init__(self) -> None:
        counter = itertools.count()
        self.requests = counter
        self.house = House(MemoryLedger(), england(), lambda: str(next(counter)))
        opens = "2025-12-01T09:00"
        self.do(AdoptPolicy(read_policy(WEST_MIDLANDS)), None, opens)
        self.do(AdoptScheme(ITS_DATES, Text("As the West Midlands have it")), None, opens)
        self.do(PlanCalendar((date(2026, 3, 16), date(2026, 4, 20)), (PublishedBoard(date(2026, 4, 24)),)), None, opens)
        for person, office in OFFICERS.items():
            self.do(AddPerson(PersonId(person), Text(person.title())), None, opens)
            self.do(Appoint(PersonId(person), office, date(2025, 12, 1)), None, opens)

    def do(self, command: Any, by: str | None, at: str) -> None:
        person = PersonId(by) if by else None
        instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
        self.house.handle(Order(command, person, instant, f"request-{next(self.requests)}"))

    def submitted(self, accumulated: str) -> CaseId:
        """A business case whose accumulated commitment is this, though its own contribution is small, at the panel."""
        id = CaseId("tram")
        figures = Figures(pounds("250000"), pounds("900000"), pounds(accumulated))
        draft = c.Draft(
            id,
            Kind.BUSINESS_CASE,
            Text("Tram stop"),
            figures=figures,
            corporate_plan_line=Text("T1"),
            new_spend=pounds(0),
        )
        self.do(draft, "ann", "2026-01-20T09:00")
        self.do(c.Submit(id), "ann", "2026-01-20T10:00")
        self.do(c.Accept(id), "pat", "2026-01-21T10:00")
        return id

    def shown(self, id: CaseId) -> dict[str, Any]:
        return case(self.house.world(datetime(2026, 6, 1, tzinfo=UTC)), id)


@pytest.mark.parametrize(
    ("accumulated", "decider"),
    [
        ("1000000.00", "executive_director"),
        ("1000000.01", "statutory_officers"),
        ("5000000.00", "statutory_officers"),
        ("5000000.01", "investment_board"),
        ("20000000.00", "investment_board"),
        ("20000000.01", "board"),
    ],
)
def test_its_accumulated_commitment_names_its_own_decider(accumulated: str, decider: str) -> None:
    """The route follows the accumulated commitment of the whole project, up to and including each of its sums."""
    elsewhere = Elsewhere()
    shown = elsewhere.shown(elsewhere.submitted(accumulated))
    assert shown["basis"] == "accumulated_commitment"
    assert shown["route"][-1]["body"] == decider


def test_its_officers_decide_by_their_own_key_date() -> None:
    """A case of £3 million goes from its panel to the statutory officers, who decide it; it takes effect when made."""
    elsewhere = Elsewhere()
    id = elsewhere.submitted("3000000")
    panel = elsewhere.house.world(datetime(2026, 1, 22, tzinfo=UTC)).calendar.date(
        elsewhere.shown(id)["cycle"], "panel"
    )
    assert panel is not None
    elsewhere.do(c.Recommend(id), "pat", f"{panel}T15:00")
    elsewhere.do(GiveNotice(id), "dee", f"{panel}T16:00")
    elsewhere.do(c.Approve(id, reason=Text("Agreed jointly")), "moe", f"{panel}T17:00")
    shown = elsewhere.shown(id)
    assert (shown["standing"], shown["decision"]["body"]) == ("in_effect", "statutory_officers")


def test_its_cycles_are_planned_by_its_own_offsets() -> None:
    """Its submissions close five working days before the panel's agenda, where the first authority's close three."""
    calendar = Elsewhere().house.world(datetime(2026, 1, 1, tzinfo=UTC)).calendar
    cycle = calendar.cycles[0]
    agenda, submission = cycle.date("panel_agenda"), cycle.date("pmo_submission")
    assert agenda is not None
    assert submission == calendar.days.add(agenda, -5)
