"""A command carries its own request id: asked twice it acts once, and the id cannot be used for something else."""

from dataclasses import replace

import pytest
from hypothesis import given

from domain.case.commands import Draft, Withdraw
from domain.routing.kinds import Kind
from domain.words import CaseId, PersonId, Text
from tests.properties.authority import opened
from tests.properties.moves import Move, played, scripts
from tests.properties.play import Play, history
from tests.properties.profile import SOME
from workflows.handle import Order
from workflows.ports import NotFound, RequestReused


@SOME
@given(script=scripts(25))
def test_every_command_twice_acts_once(script: list[Move]) -> None:
    """Repeated at once, every command answers as it did and adds nothing, so that the history is the same."""
    play, house = played(script), opened()
    for order in play.taken:
        receipt = house.handle(order)
        head = house.ledger.head()
        again = house.handle(order)
        assert (again.again, again.facts, again.answer) == (True, (), receipt.answer)
        assert house.ledger.head() == head
    house.tick(play.at)
    assert history(house.ledger) == history(play.ledger)


@SOME
@given(script=scripts(25))
def test_a_command_repeated_much_later_still_acts_once(script: list[Move]) -> None:
    """Repeated after all that followed, and at a later instant, every command is remembered and changes nothing."""
    play = played(script)
    head = play.ledger.head()
    for order in play.taken:
        assert play.house.handle(replace(order, at=play.at)).again
    assert play.ledger.head() == head


@SOME
@given(script=scripts(15))
def test_a_request_id_is_good_for_one_command(script: list[Move]) -> None:
    """The same id with another body, or from another person, is refused and stores nothing."""
    play = played(script)
    head = play.ledger.head()
    for order in play.taken:
        for other in others(order):
            with pytest.raises(RequestReused):
                play.house.handle(other)
    assert play.ledger.head() == head


def others(order: Order) -> tuple[Order, Order]:
    """Orders under the same id that ask for something else."""
    return (
        replace(order, command=Withdraw(CaseId("case-1"), Text("never asked before"))),
        replace(order, person=PersonId("somebody else")),
    )


def test_a_refused_command_may_be_given_again() -> None:
    """A request that was refused is not remembered: under the same id it may succeed later."""
    play = Play()
    early = Order(Withdraw(CaseId("case-1")), PersonId("ann"), play.at, "once")
    with pytest.raises(NotFound):
        play.house.handle(early)
    play.give(Draft(CaseId("case-1"), Kind.CONCEPT_PAPER, Text("A case")), PersonId("ann"))
    assert not play.house.handle(early).again
