"""Playing a script against the authority: moves become orders at advancing instants, and are kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from adapters.store.ledger import MemoryLedger
from domain.people.commands import AddPerson, Appoint
from domain.rules import Refused
from domain.words import CaseId, OfficeId, PersonId, Text
from tests.properties.authority import OPENED, STAFF, CountedHouse, opened
from tests.properties.diligence import Step, Wait, next_for
from workflows.handle import ActedOn, NotYours, Order, Receipt
from workflows.ports import NotFound, Recorded

NO = (Refused, NotYours, NotFound)
"""How the product says no. Anything else that is raised is a fault of the product."""


@dataclass
class Play:
    """One run: the house, the instant it has come to, every order given, and what the clock did."""

    house: CountedHouse = field(default_factory=opened)
    at: datetime = OPENED + timedelta(hours=1)
    orders: list[Order] = field(default_factory=list)
    taken: list[Order] = field(default_factory=list)
    refused: list[tuple[Order, Exception]] = field(default_factory=list)
    wakings: list[tuple[ActedOn, ...]] = field(default_factory=list)
    drafted: int = 0

    @property
    def ledger(self) -> MemoryLedger:
        ledger = self.house.ledger
        assert isinstance(ledger, MemoryLedger)
        return ledger

    def cases(self) -> list[CaseId]:
        """Every case, in the order in which they were begun."""
        return [CaseId(row.body["case"]) for row in self.ledger.rows("cases", "")]

    def pass_until(self, at: datetime) -> None:
        """Let the clock move on, acting on what falls due."""
        self.at = max(self.at, at)
        self.wakings.append(self.house.tick(self.at))

    def give(self, command: Any, person: PersonId | None) -> Receipt | None:
        """Give a command now; None if it was refused, and then nothing is stored."""
        order = Order(command, person, self.at, f"r{len(self.orders)}")
        self.wakings.append(self.house.tick(self.at))
        self.orders.append(order)
        head = self.ledger.head()
        try:
            receipt = self.house.handle(order)
        except NO as no:
            assert self.ledger.head() == head, f"{command} was refused and left something behind"
            self.refused.append((order, no))
            return None
        self.taken.append(order)
        return receipt

    def do(self, step: Step | Wait) -> bool:
        """Have a step taken by the first who may; where duties bind everybody, by somebody newly appointed."""
        if isinstance(step, Wait):
            self.pass_until(noon(step.until))
            return True
        if any(self.give(step.command, person) for person in step.people):
            return True
        new = PersonId(f"new-{len(self.orders)}")
        for office in dict.fromkeys(office for name in step.people for office in STAFF.get(name, ())):
            self.give(AddPerson(new, Text("Newly")), PersonId("ada"))
            self.give(Appoint(new, OfficeId(office), self.at.date()), PersonId("ada"))
            if self.give(step.command, new):
                return True
        return step.otherwise is not None and self.do(step.otherwise)

    def move_on(self, case: CaseId) -> bool:
        """Do what a diligent authority does next with a case, or wait for the day it can; False if all is done."""
        found = next_for(self.house.world(self.at), case)
        assert found is None or self.do(found), self.why(found)
        return found is not None

    def why(self, step: Step | Wait) -> str:
        """Why nobody could take a step."""
        assert isinstance(step, Step)
        reasons = [f"{order.person}: {no}" for order, no in self.refused if order.command == step.command]
        return f"{step.command} at {self.at}: {'; '.join(reasons)}"


def noon(day: Any) -> datetime:
    """Noon of a day in UTC, when every office is open and the morning's ticks have been."""
    return datetime.fromisoformat(f"{day}T12:00:00+00:00")


def history(ledger: Any) -> list[tuple[str, int, Any]]:
    """Every fact in ledger order, apart from when it was acted on and under which request."""
    return [(one.stream, one.version, one.fact) for one in facts(ledger)]


def facts(ledger: Any) -> list[Recorded]:
    """Every fact with its envelope."""
    return list(ledger.everything())


def replayed(play: Play, ticks: Sequence[datetime], until: datetime, times: int = 1) -> CountedHouse:
    """The orders a run took, given again to a new house that wakes at other instants, each time so many times over."""
    house = opened()
    waits = sorted(tick for tick in ticks if tick <= until)
    for order in play.taken:
        while waits and waits[0] <= order.at:
            wake(house, waits.pop(0), times)
        house.handle(order)
    for tick in (*waits, until):
        wake(house, tick, times)
    return house


def wake(house: CountedHouse, now: datetime, times: int) -> None:
    """Tick at an instant, so many times over."""
    for _ in range(times):
        house.tick(now)
