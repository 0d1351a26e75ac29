"""Any run of the authority, whatever its people do and whenever: every promise of the product is kept after it."""

from hypothesis import given

from tests.properties.moves import Move, played, scripts
from tests.properties.profile import MANY
from tests.properties.promises import PROMISES


@MANY
@given(script=scripts())
def test_any_run_keeps_every_promise(script: list[Move]) -> None:
    """Whatever is done and left undone, every promise is kept; and whatever is refused leaves nothing behind."""
    play = played(script)
    for promise in PROMISES:
        promise(play)
