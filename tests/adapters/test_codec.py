"""The codec: permanent names, strict bytes, upcasts; and every fact of the domain survives the store."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import domain
from adapters.store import codec
from adapters.store.codec import Codec, NotStorable, UnknownFact, gather
from domain.words import Hand, OfficeId, Pence, PersonId

ANN = Hand(PersonId("ann"), OfficeId("pmo"))


class Colour(StrEnum):
    """A word from a list."""

    RED = "red"


@dataclass(frozen=True, slots=True)
class Painted:
    """A fact with one field of each sort that facts are made of."""

    by: Hand
    colour: Colour
    on: date
    at: datetime | None
    cost: Pence
    coats: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Priced:
    """A fact in its third shape: it was once {"pounds"}, then {"pence"}, and is now {"cost", "of"}."""

    cost: int
    of: str


PAINTED = Painted(ANN, Colour.RED, date(2024, 7, 16), datetime(2024, 7, 16, 9, tzinfo=UTC), Pence(99), (("door", 2),))
PLAIN = Codec({"shed.Painted": Painted})
BODY = json.loads(PLAIN.encode(PAINTED)[1])["fact"]


def test_a_fact_is_stored_under_its_name_and_loads_as_it_was() -> None:
    """A fact goes in under the name of its table and comes out equal."""
    name, payload = PLAIN.encode(PAINTED)
    assert name == "shed.Painted"
    assert PLAIN.decode(name, payload) == PAINTED


def test_names_that_are_not_ours_are_refused() -> None:
    """Neither a class of no table nor a name of no table passes."""
    with pytest.raises(UnknownFact, match="Priced"):
        PLAIN.encode(Priced(1, "door"))
    with pytest.raises(UnknownFact, match=r"shed\.Burnt"):
        PLAIN.decode("shed.Burnt", b'{"shape":0,"fact":{}}')


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1},
        {"cost": "99"},
        {"cost": True},
        {"colour": "blue"},
        {"on": "yesterday"},
        {"by": {"person": "ann", "office": "pmo", "on_behalf_of": None, "hat": "red"}},
    ],
    ids=str,
)
def test_bytes_of_a_wrong_shape_are_refused(change: dict[str, Any]) -> None:
    """A field too many, at any depth, or of another type is an error and never a guess."""
    with pytest.raises(ValueError, match="validation error"):
        PLAIN.decode("shed.Painted", json.dumps({"shape": 0, "fact": BODY | change}).encode())


@pytest.mark.parametrize(
    "changed",
    [
        Painted(ANN, "red", PAINTED.on, None, Pence(1), ()),  # type: ignore[arg-type]
        Painted(ANN, Colour.RED, datetime(2024, 1, 1, tzinfo=UTC), None, Pence(1), ()),
        Painted(ANN, Colour.RED, PAINTED.on, None, 1.5, ()),  # type: ignore[arg-type]
        Painted(ANN, Colour.RED, PAINTED.on, None, Pence(1), [("door", 2)]),  # type: ignore[arg-type]
    ],
    ids=["str for enum", "instant for day", "fraction for pence", "list for tuple"],
)
def test_a_fact_that_would_not_come_back_is_not_stored(changed: Painted) -> None:
    """What the type checker missed is caught before it enters the ledger."""
    with pytest.raises(NotStorable, match=r"shed\.Painted"):
        PLAIN.encode(changed)


def test_old_shapes_load_through_every_upcast_since() -> None:
    """Bytes of shape 0, 1 and 2 all load as the fact is today, and new ones are stored in today's shape."""
    priced = Codec(
        {"shed.Priced": Priced},
        {"shed.Priced": (lambda f: {"pence": f["pounds"] * 100}, lambda f: {"cost": f["pence"], "of": "door"})},
    )
    for payload in (
        b'{"shape":0,"fact":{"pounds":3}}',
        b'{"shape":1,"fact":{"pence":300}}',
        b'{"shape":2,"fact":{"cost":300,"of":"door"}}',
    ):
        assert priced.decode("shed.Priced", payload) == Priced(300, "door")
    assert priced.encode(Priced(300, "door")) == ("shed.Priced", payload)
    with pytest.raises(ValueError, match="shape 3"):
        priced.decode("shed.Priced", b'{"shape":3,"fact":{}}')


def test_upcasts_name_stored_facts() -> None:
    """An upcast for a name that nothing is stored under is a mistake in the table."""
    with pytest.raises(UnknownFact, match=r"shed\.Burnt"):
        Codec({"shed.Painted": Painted}, {"shed.Burnt": (dict,)})


def test_no_class_has_two_names() -> None:
    """One module in two rows of the table would give its facts two names."""
    with pytest.raises(ValueError, match="two names"):
        Codec({"shed.Painted": Painted, "barn.Painted": Painted})


def test_the_table_lists_every_events_module() -> None:
    """A module of events that the table forgot could not be stored."""
    root = Path(str(domain.__file__)).parent
    found = {".".join(("domain", *path.relative_to(root).with_suffix("").parts)) for path in root.rglob("events.py")}
    assert set(codec.MODULES.values()) == found


def test_every_module_of_the_table_has_facts() -> None:
    """No row of the table stands for nothing, and no fact is claimed by two rows."""
    claimed = [name for prefix, module in codec.MODULES.items() for name in gather({prefix: module})]
    assert {name.partition(".")[0] for name in claimed} == set(codec.MODULES)
    assert len(set(claimed)) == len(claimed) == len(codec.ALL.facts)


@pytest.mark.parametrize("name", sorted(codec.ALL.facts))
def test_every_fact_of_the_domain_survives_the_store(name: str) -> None:
    """Whatever its fields hold, a fact loads as it was stored."""

    @settings(max_examples=8, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(codec.ALL.facts[name]))
    def survives(fact: Any) -> None:
        stored, payload = codec.ALL.encode(fact)
        assert (stored, codec.ALL.decode(stored, payload)) == (name, fact)

    survives()
