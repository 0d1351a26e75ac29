"""Time travel: what the ledger knew at a past instant can be asked for later, whatever has happened since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hypothesis import given

from adapters.bank_holidays import england
from domain.words import CaseId
from tests.properties.authority import CountedHouse, opened
from tests.properties.moves import Move, played, scripts
from tests.properties.profile import SOME
from workflows.ports import Row
from workflows.views.inline import rows_as_of

VIEWS = ("cases", "due", "owed", "open")


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood at the end of an instant: every case, the calendar, and the lists."""

    at: datetime
    cases: dict[CaseId, Any]
    calendar: Any
    rows: list[Row]


def seen(house: CountedHouse, at: datetime) -> Seen:
    """What stands now."""
    world = house.world(at)
    ids = [CaseId(row.body["case"]) for row in house.ledger.rows("cases", "")]
    rows = [row for view in VIEWS for row in house.ledger.rows(view, "")]
    return Seen(at, {id: world.case(id) for id in ids}, world.calendar, rows)


@SOME
@given(script=scripts(15))
def test_every_past_instant_is_seen_as_it_was(script: list[Move]) -> None:
    """Every case, the calendar and the lists, as of any instant of a run, are what they were at that instant."""
    house = opened()
    was: dict[datetime, Seen] = {}
    for order in played(script).taken:
        house.handle(order)
        was[order.at] = seen(house, order.at)
    for at, then in was.items():
        world = house.world(at, until=at)
        assert {id: world.case(id) for id in then.cases} == then.cases
        assert world.calendar == then.calendar
        past = rows_as_of(house.ledger, england(), at, lambda done, of: None)
        assert by_place(row for row in past if row.view in VIEWS) == by_place(then.rows)


def by_place(rows: Any) -> list[Row]:
    """Rows in an order that does not depend on where they came from."""
    return sorted(rows, key=lambda row: (row.view, row.group, row.sort, row.subject))
