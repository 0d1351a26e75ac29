"""Powers a resolution conferred: who may decide what under them, and how much is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.people.offices import CHIEF_EXECUTIVE, EXECUTIVE_DIRECTOR, FINANCE, PMO
from domain.register.delegations.commands import Confer, DrawDown, GiveBack, Revoke
from domain.register.delegations.decide import confer, draw_down, give_back, revoke
from domain.register.delegations.state import Delegations, evolve, none_conferred
from domain.routing.kinds import Kind
from domain.rules import Asked, Refused
from domain.words import BodyId, CaseId, EntryId, Hand, OfficeId, Pence, PersonId, Text, pounds

ENTRY = EntryId("rivers")
TODAY = date(2024, 9, 16)
SIGNED = date(2024, 9, 4)
CONFER = Confer(
    ENTRY,
    (Kind.BUSINESS_CASE,),
    pounds(2_000_000),
    Text("Board, 4 September 2024, item 9"),
    SIGNED,
    date(2025, 3, 31),
    office=CHIEF_EXECUTIVE,
    consult=(FINANCE,),
)
DRAW = DrawDown(ENTRY, CaseId("weir"), Kind.BUSINESS_CASE, pounds(1_500_000), TODAY, consulted=(FINANCE,))
BODIES = frozenset({BodyId("board"), BodyId("investment_committee")})
DECIDERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    Confer: confer,
    DrawDown: draw_down,
    GiveBack: give_back,
    Revoke: revoke,
}


def facts(delegations: Delegations, command: Any, office: OfficeId = CHIEF_EXECUTIVE) -> tuple[Any, ...]:
    """What follows from a command asked at noon."""
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return DECIDERS[type(command)](Asked(delegations, command, Hand(PersonId("cat"), office), at, BODIES))


def after(*commands: Any) -> Delegations:
    """The register once several commands have been carried out."""
    delegations = none_conferred()
    for command in commands:
        for fact in facts(delegations, command):
            delegations = evolve(delegations, fact)
    return delegations


def left(delegations: Delegations) -> Pence:
    """What is left of the entry."""
    entry = delegations.entry(ENTRY)
    assert entry is not None
    return entry.left


def refused(delegations: Delegations, command: Any, office: OfficeId = CHIEF_EXECUTIVE) -> set[str]:
    """The names of the rules that forbid a command."""
    with pytest.raises(Refused) as broken:
        facts(delegations, command, office)
    return {rule.name for rule in broken.value.rules}


def test_a_decision_draws_the_limit_down() -> None:
    """£1,500,000 of £2,000,000 leaves £500,000; a further penny above that is refused, and the rest is not."""
    drawn = after(CONFER, DRAW)
    assert left(drawn) == pounds(500_000)
    second = replace(DRAW, case=CaseId("lock"), amount=pounds("500000.01"))
    assert refused(drawn, second) == {"within_limit"}
    assert left(after(CONFER, DRAW, replace(second, amount=pounds(500_000)))) == 0


@pytest.mark.parametrize(
    ("command", "rules"),
    [
        (replace(DRAW, entry=EntryId("other")), {"entered"}),
        (replace(DRAW, kind=Kind.CHANGE_REQUEST), {"kind_covered"}),
        (replace(DRAW, consulted=()), {"consulted"}),
        (replace(DRAW, on=date(2024, 9, 3)), {"stands"}),
        (replace(DRAW, on=date(2024, 9, 17)), {"decided_already"}),
        (replace(DRAW, amount=Pence(-1)), {"of_some_sum"}),
        (replace(DRAW, amount=pounds("2000000.01"), kind=Kind.CONCEPT_PAPER), {"within_limit", "kind_covered"}),
    ],
)
def test_decisions_outside_a_power_are_refused(command: DrawDown, rules: set[str]) -> None:
    """Each way of stepping outside a power is refused by its own rule, and all of them together."""
    assert refused(after(CONFER), command) == rules


def test_only_the_grantee_uses_a_power() -> None:
    """A power conferred on the Chief Executive is not the executive director's; one on a body is that body's."""
    assert refused(after(CONFER), DRAW, EXECUTIVE_DIRECTOR) == {"grantee"}
    body = after(replace(CONFER, office=None, body=BodyId("investment_committee")))
    assert refused(body, DRAW) == {"grantee"}
    assert facts(body, replace(DRAW, body=BodyId("investment_committee")), PMO)


def test_a_power_stands_to_the_end_of_its_last_day() -> None:
    """On its last day a power may be used, on the day after it may not."""
    until_today = after(replace(CONFER, until=TODAY))
    assert facts(until_today, DRAW)
    assert refused(after(replace(CONFER, until=date(2024, 9, 15))), DRAW) == {"stands"}
    assert facts(after(replace(CONFER, until=None)), DRAW)


def test_a_case_draws_once_and_may_give_back() -> None:
    """A case draws on an entry once; when its decision falls, what it drew is free again."""
    drawn = after(CONFER, DRAW)
    assert refused(drawn, replace(DRAW, amount=Pence(1))) == {"drawn_once"}
    returned = after(CONFER, DRAW, GiveBack(ENTRY, DRAW.case, Text("withdrawn after call-in")))
    assert left(returned) == pounds(2_000_000)
    assert facts(returned, DRAW)
    assert refused(returned, GiveBack(ENTRY, DRAW.case, Text(""))) == {"has_drawn", "reasoned"}


def test_a_revoked_power_is_no_longer_used() -> None:
    """Revoked from a day, a power may be used for decisions before it and not on it."""
    gone = after(CONFER, Revoke(ENTRY, TODAY, Text("scheme revised")))
    assert refused(gone, DRAW) == {"stands"}
    assert facts(gone, replace(DRAW, on=date(2024, 9, 15)))
    assert refused(gone, Revoke(ENTRY, date(2024, 9, 15), Text(""))) == {"not_revoked", "not_past", "reasoned"}
    assert refused(none_conferred(), Revoke(ENTRY, TODAY, Text("reason"))) == {"entered"}


@pytest.mark.parametrize(
    ("command", "rules"),
    [
        (replace(CONFER, entry=EntryId(" ")), {"identified"}),
        (replace(CONFER, office=None), {"one_grantee"}),
        (replace(CONFER, body=BodyId("board")), {"one_grantee"}),
        (replace(CONFER, office=OfficeId("wizard")), {"grantee_exists"}),
        (replace(CONFER, office=None, body=BodyId("cabinet")), {"grantee_exists"}),
        (replace(CONFER, kinds=()), {"for_some_kind"}),
        (replace(CONFER, limit=Pence(0)), {"to_some_sum"}),
        (replace(CONFER, resolution=Text("")), {"resolved"}),
        (replace(CONFER, consult=(OfficeId("wizard"),)), {"consults_offices"}),
        (replace(CONFER, until=date(2024, 9, 3)), {"not_backwards"}),
    ],
)
def test_powers_that_are_not_conferred(command: Confer, rules: set[str]) -> None:
    """Each thing a power must say is a rule of its own."""
    assert refused(none_conferred(), command) == rules


def test_an_entry_is_made_once() -> None:
    """The same id does not enter the register twice."""
    assert refused(after(CONFER), CONFER) == {"new"}


@given(st.lists(st.integers(0, 300_000_000), max_size=6))
def test_a_limit_is_never_passed(amounts: list[int]) -> None:
    """Whatever is asked in whatever order, what is left is never below nothing."""
    delegations = after(CONFER)
    for n, amount in enumerate(amounts):
        before = left(delegations)
        try:
            (fact,) = facts(delegations, replace(DRAW, case=CaseId(f"case-{n}"), amount=Pence(amount)))
        except Refused:
            assert amount > before
        else:
            delegations = evolve(delegations, fact)
            assert left(delegations) == before - amount >= 0


def test_facts_survive_being_stored() -> None:
    """Every kind of fact reads back from JSON as it was."""
    drawn = after(CONFER, DRAW)
    back, away = GiveBack(ENTRY, DRAW.case, Text("reason")), Revoke(ENTRY, TODAY, Text("reason"))
    for delegations, command in ((none_conferred(), CONFER), (after(CONFER), DRAW), (drawn, back), (drawn, away)):
        for fact in facts(delegations, command):
            adapter = TypeAdapter(type(fact))
            assert adapter.validate_json(adapter.dump_json(fact)) == fact
