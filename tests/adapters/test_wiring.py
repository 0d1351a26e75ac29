"""The composition root: what it puts together works together."""

import threading
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from adapters import wiring
from adapters.store.owner import StoreInUse
from domain.people.commands import AddPerson, SetUpAdministrator
from domain.rules import Refused
from domain.words import PersonId, Text
from workflows.handle import House, NotYours, Order

NOON = datetime(2024, 10, 14, 12, tzinfo=UTC)
ADA = SetUpAdministrator(PersonId("ada"), Text("Ada"), date(2024, 10, 14))


def set_up(house: House, person: PersonId | None = None, request: str = "r1") -> None:
    """Make Ada the first administrator."""
    house.handle(Order(ADA, person, NOON, request))


def test_a_house_on_a_file_is_the_same_after_it_was_closed(tmp_path: Path) -> None:
    """What a house on a file recorded is there for the next that owns the file, and tokens with it."""
    house = wiring.house_on_file(tmp_path / "saf.sqlite")
    set_up(house)
    token = wiring.tokens_of(house).issue(ADA.person, NOON)
    house.ledger.close()
    again = wiring.house_on_file(tmp_path / "saf.sqlite")
    assert list(again.world(NOON).offices.people) == ["ada"]
    assert wiring.tokens_of(again).bearer(token) == "ada"
    again.ledger.close()


def test_a_file_has_one_owner(tmp_path: Path) -> None:
    """A second house on the same file is refused while the first stands."""
    house = wiring.house_on_file(tmp_path / "saf.sqlite")
    with pytest.raises(StoreInUse, match="only one process"):
        wiring.house_on_file(tmp_path / "saf.sqlite")
    house.ledger.close()


def test_the_first_administrator_is_made_once_and_by_nobodys_office() -> None:
    """Setting up works on an empty ledger only, and never for a person, whatever they hold."""
    house = wiring.house_in_memory()
    set_up(house)
    with pytest.raises(Refused, match="once, on an empty ledger"):
        set_up(house, request="r2")
    with pytest.raises(NotYours):
        set_up(house, PersonId("ada"), request="r3")


def test_ids_are_new_and_in_order() -> None:
    """Ids are UUIDs of version 7: each is new, and sorts after those made before."""
    ids = [wiring.new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert {UUID(id).version for id in ids} == {7}
    assert ids == sorted(ids)


def test_salts_are_long_and_never_the_same() -> None:
    """A salt has 128 bits that nobody can guess."""
    salts = {wiring.new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert all(len(salt) >= 32 for salt in salts)


def test_the_clock_says_utc() -> None:
    """The product's one clock gives instants in UTC."""
    assert wiring.now().tzinfo is UTC


def test_a_command_is_read_as_the_api_reads_it() -> None:
    """A command is made from its verb and JSON fields, strictly, and what is wrong is said."""
    assert wiring.command_of("add_person", {"person": "ann", "name": "Ann"}) == AddPerson(PersonId("ann"), Text("Ann"))
    for verb, fields in (("add_person", {"person": "ann"}), ("add_person", {"person": 1, "name": "A"}), ("dance", {})):
        with pytest.raises(ValueError, match=r"name|person|command"):
            wiring.command_of(verb, fields)


def test_all_doors_take_turns_at_a_house() -> None:
    """While one door uses the house, the alarm's tick waits for its turn."""
    premises = wiring.Premises(wiring.house_in_memory(), lambda: NOON)
    ticked = threading.Event()

    def tick() -> None:
        premises.tick(NOON)
        ticked.set()

    with premises.turn:
        threading.Thread(target=tick).start()
        assert not ticked.wait(0.2)
    assert ticked.wait(10)
