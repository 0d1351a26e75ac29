"""Two owners of one ledger, as on a server with several workers: each keeps states warm that the other has moved on."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.authority import house_over, opened
from tests.properties.moves import Move, played, scripts
from tests.properties.play import history, replayed
from tests.properties.profile import FEW, SOME
from tests.properties.promises import every_row
from workflows.handle import ActedOn

TURNS = st.lists(st.booleans(), min_size=1, max_size=30)


@SOME
@given(script=scripts(25), turns=TURNS)
def test_two_houses_in_turn_write_one_history(script: list[Move], turns: list[bool]) -> None:
    """Whichever of two houses takes a command, what it finds is what stands, and every consequence comes once."""
    play = played(script)
    first = opened()
    second = house_over(first.ledger)
    for number, order in enumerate(play.taken):
        house = (first, second)[turns[number % len(turns)]]
        assert not house.handle(order).again
    second.tick(play.at)
    first.tick(play.at)
    assert history(first.ledger) == history(play.ledger)
    assert every_row(first.ledger) == every_row(play.ledger)


@FEW
@given(script=scripts(20), weeks=st.integers(1, 12))
def test_two_houses_waking_at_once_give_each_consequence_once(script: list[Move], weeks: int) -> None:
    """After a downtime two houses tick at once, and the history is that of one; each reports what it stored."""
    play = played(script)
    until = play.at + timedelta(weeks=weeks)
    alone = replayed(play, (), until)
    first = play.house
    second = house_over(play.ledger)
    before = play.ledger.head()[0]
    both = Barrier(2)

    def wakes(house: object) -> tuple[ActedOn, ...]:
        both.wait(timeout=30)
        return house.tick(until)  # type: ignore[attr-defined, no-any-return]

    with ThreadPoolExecutor(2) as pool:
        acted = [moment for waking in pool.map(wakes, (first, second)) for moment in waking]
    assert history(play.ledger) == history(alone.ledger)
    assert sum(len(moment.facts) for moment in acted) == play.ledger.head()[0] - before
