"""A case that can never progress does not exist: from wherever a run has left it, diligence brings it to an end."""

from hypothesis import given

from domain.case.state import standing
from tests.properties.moves import Move, played, scripts
from tests.properties.profile import SOME

ENDS = {"in_effect", "refused", "withdrawn", "lapsed"}
ENOUGH = 120
"""More steps than any case needs that goes through triage, panel, committee and Board, even if each defers it once."""


@SOME
@given(script=scripts(20))
def test_every_case_can_be_brought_to_an_end(script: list[Move]) -> None:
    """Whatever was done, returned, cancelled or left lying, each case can be decided by the ordinary verbs."""
    play = played(script)
    for case in play.cases():
        steps = 0
        while play.move_on(case):
            steps += 1
            assert steps < ENOUGH, f"{case} goes round in circles: {play.house.world(play.at).case(case)}"
        assert standing(play.house.world(play.at).case(case)) in ENDS
