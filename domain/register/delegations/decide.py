"""What follows from conferring a power, deciding under it, and taking it back."""

from domain.register.delegations.commands import Confer, DrawDown, GiveBack, Revoke
from domain.register.delegations.events import (
    DelegationEvent,
    DrawnDown,
    GivenBack,
    Power,
    PowerConferred,
    PowerRevoked,
)
from domain.register.delegations.rules import (
    OF_CONFER,
    OF_DRAW_DOWN,
    OF_GIVE_BACK,
    OF_REVOKE,
    AskedDelegations,
)
from domain.rules import insist
from domain.words import TextId

Facts = tuple[DelegationEvent, ...]


def confer(asked: AskedDelegations) -> Facts:
    """A power in the register."""
    insist(OF_CONFER, asked)
    c: Confer = asked.command
    power = Power(c.office, c.body, c.kinds, c.limit, c.consult, c.starts, c.until)
    return (PowerConferred(asked.by, c.entry, power, TextId(c.resolution)),)


def draw_down(asked: AskedDelegations) -> Facts:
    """A decision under an entry, and the part of its limit that it uses."""
    insist(OF_DRAW_DOWN, asked)
    c: DrawDown = asked.command
    return (DrawnDown(asked.by, c.entry, c.case, c.amount, c.on),)


def give_back(asked: AskedDelegations) -> Facts:
    """What a case had drawn, free again."""
    insist(OF_GIVE_BACK, asked)
    c: GiveBack = asked.command
    amount = asked.state.entries[c.entry].drawn[c.case]
    return (GivenBack(asked.by, c.entry, c.case, amount, TextId(c.reason)),)


def revoke(asked: AskedDelegations) -> Facts:
    """The end of a power."""
    insist(OF_REVOKE, asked)
    c: Revoke = asked.command
    return (PowerRevoked(asked.by, c.entry, c.on, TextId(c.reason)),)
