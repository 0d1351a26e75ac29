"""What follows for cases when a sitting is cancelled, or a cycle or sitting is added."""

from domain.calendar.events import CyclePublished, SittingAdded, SittingCancelled, SittingMoved
from domain.case.moves import moved_by_a_cancellation, placed_at_last, taken_off_a_cancelled_board
from domain.case.state import AwaitingDate, OnRoute, Returned, review_of
from domain.rules import Asked
from domain.words import CaseId, Hand
from workflows import streams
from workflows.acts.cases import known_for
from workflows.ports import Fact
from workflows.world import World


def whenever_a_sitting_is_cancelled_move_its_cases(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """Its items go to the first sitting whose agenda can still lawfully carry them; a panel's, to the next panel.

    A committee that now comes after the Board its cases were listed to takes them off that Board.
    """
    if not isinstance(fact, SittingCancelled | SittingMoved):
        return
    for row in world.rows("open", ""):
        id = CaseId(row.body["case"])
        stands = world.case(id)
        if not isinstance(stands, OnRoute | Returned):
            continue
        asked = Asked(stands, None, by, world.at, known_for(world, id, by))
        world.add(streams.case_stream(id), taken_off_a_cancelled_board(asked, fact.sitting), by)
        again = Asked(world.case(id), None, by, world.at, known_for(world, id, by))
        if isinstance(fact, SittingCancelled):
            world.add(streams.case_stream(id), moved_by_a_cancellation(again, fact.sitting), by)


def whenever_a_cycle_or_sitting_is_added_place_those_who_wait(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """A case that awaits a date is placed as soon as one is known."""
    if not isinstance(fact, CyclePublished | SittingAdded):
        return
    for row in world.rows("open", ""):
        id = CaseId(row.body["case"])
        stands = world.case(id)
        if not isinstance(stands, AwaitingDate) or review_of(stands) is None:
            continue
        facts = placed_at_last(Asked(stands, None, by, world.at, known_for(world, id, by)))
        world.add(streams.case_stream(id), facts, by)
