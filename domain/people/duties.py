"""Whose hands must differ on one case: the table of forbidden pairs an authority adopts, and what in it is broken."""

from dataclasses import dataclass
from enum import StrEnum

from domain.words import Hand, PersonId


class Act(StrEnum):
    """What a person may have done to a case, so far as somebody else must then do the next thing."""

    WROTE = "wrote"
    SPONSORS = "sponsors"
    TRIAGED = "triaged"
    RECOMMENDED = "recommended"
    CLEARED = "cleared"
    DECIDED = "decided"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Two acts that the same person may not do to the same case, in this order."""

    earlier: Act
    later: Act
    says: str
    source: str


OWN_CASE = "SAF 2, separation of duties [A]"

DUTIES: tuple[Forbidden, ...] = (
    Forbidden(Act.WROTE, Act.TRIAGED, "Nobody triages a case they wrote", OWN_CASE),
    Forbidden(Act.WROTE, Act.RECOMMENDED, "Nobody recommends a case they wrote", OWN_CASE),
    Forbidden(Act.WROTE, Act.CLEARED, "Nobody clears the report of a case they wrote", OWN_CASE),
    Forbidden(Act.WROTE, Act.DECIDED, "Nobody decides a case they wrote", OWN_CASE),
    Forbidden(Act.WROTE, Act.RECORDED, "Nobody records the outcome of a case they wrote", OWN_CASE),
    Forbidden(Act.SPONSORS, Act.TRIAGED, "Nobody triages a case they sponsor", OWN_CASE),
    Forbidden(Act.SPONSORS, Act.RECOMMENDED, "Nobody recommends a case they sponsor", OWN_CASE),
    Forbidden(Act.SPONSORS, Act.CLEARED, "Nobody clears the report of a case they sponsor", OWN_CASE),
    Forbidden(Act.SPONSORS, Act.DECIDED, "Nobody decides a case they sponsor", OWN_CASE),
    Forbidden(Act.SPONSORS, Act.RECORDED, "Nobody records the outcome of a case they sponsor", OWN_CASE),
    Forbidden(Act.CLEARED, Act.DECIDED, "Nobody decides on a report they cleared", OWN_CASE),
    Forbidden(Act.DECIDED, Act.CLEARED, "Nobody clears a report they have decided on", OWN_CASE),
    Forbidden(Act.TRIAGED, Act.WROTE, "Nobody takes up the writing of a case they triaged", OWN_CASE),
    Forbidden(Act.RECOMMENDED, Act.WROTE, "Nobody takes up the writing of a case they recommended", OWN_CASE),
    Forbidden(Act.CLEARED, Act.WROTE, "Nobody takes up the writing of a case whose report they cleared", OWN_CASE),
    Forbidden(Act.DECIDED, Act.WROTE, "Nobody takes up the writing of a case they decided", OWN_CASE),
    Forbidden(Act.TRIAGED, Act.SPONSORS, "Nobody becomes the sponsor of a case they triaged", OWN_CASE),
    Forbidden(Act.RECOMMENDED, Act.SPONSORS, "Nobody becomes the sponsor of a case they recommended", OWN_CASE),
    Forbidden(Act.CLEARED, Act.SPONSORS, "Nobody becomes the sponsor of a case whose report they cleared", OWN_CASE),
    Forbidden(Act.DECIDED, Act.SPONSORS, "Nobody becomes the sponsor of a case they decided", OWN_CASE),
)
"""The pairs that stand unless the authority adopts others."""


def clashes(
    duties: tuple[Forbidden, ...], hands: frozenset[tuple[Act, PersonId]], hand: Hand, later: Act
) -> tuple[Forbidden, ...]:
    """The forbidden pairs that `hand` would complete by doing `later`, given what people have done to the case.

    It binds whoever acts and, when they deputise, the person they stand in for: an empty answer means it is allowed.
    """
    persons = {hand.person, hand.on_behalf_of} - {None}
    return tuple(
        pair for pair in duties if pair.later is later and any((pair.earlier, person) in hands for person in persons)
    )
