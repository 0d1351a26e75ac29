"""A scheduler that was down does on waking what it would have done day by day: the same facts in order."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.authority import OPENED
from tests.properties.moves import Move, played, scripts
from tests.properties.play import history, replayed
from tests.properties.profile import SOME
from tests.properties.promises import every_row

WEEKS = st.integers(0, 12)
FRACTIONS = st.lists(st.floats(0, 1, exclude_max=True), max_size=30)
DAY = timedelta(days=1)


@SOME
@given(script=scripts(25), weeks=WEEKS)
def test_waking_at_the_end_equals_waking_every_day(script: list[Move], weeks: int) -> None:
    """However long the scheduler was down, the history is the one of a scheduler that woke every morning."""
    play = played(script)
    until = play.at + timedelta(weeks=weeks)
    mornings = [OPENED + n * DAY for n in range(1, (until - OPENED).days + 1)]
    asleep, awake = replayed(play, (), until), replayed(play, mornings, until)
    assert history(asleep.ledger) == history(awake.ledger)
    assert every_row(asleep.ledger) == every_row(awake.ledger)


@SOME
@given(script=scripts(25), weeks=WEEKS, fractions=FRACTIONS)
def test_any_split_of_a_downtime_gives_the_same_history(script: list[Move], weeks: int, fractions: list[float]) -> None:
    """Waking at any instants, each time twice, changes nothing but when a consequence was acted on."""
    play = played(script)
    until = play.at + timedelta(weeks=weeks)
    instants = [OPENED + fraction * (until - OPENED) for fraction in fractions]
    once, often = replayed(play, (), until), replayed(play, instants, until, times=2)
    assert history(once.ledger) == history(often.ledger)
    assert every_row(once.ledger) == every_row(often.ledger)


@SOME
@given(script=scripts(25))
def test_what_is_refused_might_as_well_not_have_been_asked(script: list[Move]) -> None:
    """A run without the commands that were refused has the same history as the run with them."""
    play = played(script)
    play.pass_until(play.at)
    without = replayed(play, (), play.at)
    assert history(without.ledger) == history(play.ledger)
