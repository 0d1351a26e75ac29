"""What a reaction is, and settling: trying every reaction on every fact until nothing new follows."""

from collections.abc import Callable, Iterable

from domain.words import CaseId, Hand
from workflows.ports import Fact
from workflows.world import World

Reaction = Callable[[World, str, Fact, Hand], None]


def settle(world: World, reactions: Iterable[Reaction]) -> None:
    """Work out all that follows from the facts a command added, in the order in which they were added."""
    reactions = tuple(reactions)
    while world.unsettled:
        stream, fact, by = world.unsettled.pop(0)
        for react in reactions:
            react(world, stream, fact, by)


def case_of(stream: str) -> CaseId:
    """The case a case, report, notice or decision stream belongs to."""
    return CaseId(stream.partition("-")[2])
