"""The bodies a policy carries: in which capacities each may act, when it is quorate, and when a vote is carried."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.people.offices import Membership
from domain.routing.kinds import Capacity
from domain.words import BodyId, OfficeId, PersonId


class Sort(StrEnum):
    """The sorts of body there are. A policy names its own bodies; only these sorts are fixed."""

    OFFICE = "office"
    OFFICERS_JOINTLY = "officers_jointly"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must be present: `at_least` in all, so many `of_whom` by class, and one of `must_include` if any."""

    at_least: int
    of_whom: tuple[tuple[Membership, int], ...] = ()
    must_include: tuple[Membership, ...] = ()
    source: str = "SAF 4, voting and quorum [A]"


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How a vote is carried: a `share` (numerator, denominator) of those present and voting.

    With `more_than` the share must be exceeded, else reached; one of `must_include`, if any, must be in favour.
    """

    name: str
    says: str
    share: tuple[int, int]
    more_than: bool
    must_include: tuple[Membership, ...] = ()
    casting_vote: bool = False
    source: str = "SAF 4, voting and quorum"


@dataclass(frozen=True, slots=True)
class Matter:
    """A listed matter on which a body votes by another rule, and under another quorum if one is given."""

    name: str
    says: str
    vote: VoteRule
    quorum: Quorum | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """One body of an authority. `acts_by` names the key date it acts by; `recorded_by` the office that records it.

    `quorum` is None for an office, and where a body has none; `vote` is None where nobody votes.
    """

    id: BodyId
    name: str
    sort: Sort
    capacities: tuple[Capacity, ...]
    acts_by: str
    recorded_by: OfficeId
    quorum: Quorum | None = None
    vote: VoteRule | None = None
    matters: tuple[Matter, ...] = ()

    def vote_on(self, matter: str = "") -> VoteRule | None:
        """The rule a vote is carried by: that of a listed matter, otherwise the body's own."""
        return next((m.vote for m in self.matters if m.name == matter), self.vote)

    def quorum_for(self, matter: str = "") -> Quorum | None:
        """The quorum an item needs: that of a listed matter where it has one, otherwise the body's own."""
        return next((m.quorum for m in self.matters if m.name == matter and m.quorum), self.quorum)


@dataclass(frozen=True, slots=True)
class Attending:
    """A person at a sitting, the class they sit in, and whether they attend remotely."""

    person: PersonId
    membership: Membership
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes on an item. `classes_for` are the classes of those in favour; `casting` the chair's second vote."""

    in_favour: int
    against: int
    abstaining: int = 0
    classes_for: tuple[Membership, ...] = ()
    casting: bool | None = None


MAYOR_OR_DEPUTY = (Membership.MAYOR, Membership.DEPUTY_MAYOR)

SIMPLE_MAJORITY = VoteRule(
    "simple_majority",
    "A simple majority of all Members present and voting; a tie is not carried",
    share=(1, 2),
    more_than=True,
    source="SAF 4, voting and quorum [S]",
)
MAJORITY_WITH_MAYOR = VoteRule(
    "majority_with_mayor",
    "A majority of those present and voting that includes the Mayor or deputy; no casting vote, a tie is not carried",
    share=(1, 2),
    more_than=True,
    must_include=MAYOR_OR_DEPUTY,
    source="SAF 4, voting and quorum [P, draft Order: verify]",
)
TWO_THIRDS = VoteRule(
    "two_thirds",
    "Two thirds of those present and voting",
    share=(2, 3),
    more_than=False,
    source="SAF 4, voting and quorum [P, draft Order: verify]",
)

VOTE_RULES: dict[str, VoteRule] = {rule.name: rule for rule in (SIMPLE_MAJORITY, MAJORITY_WITH_MAYOR, TWO_THIRDS)}
"""The controlled list of voting arrangements a policy may give a body or a matter."""


def counting(
    present: Iterable[Attending], left: Collection[PersonId] = (), remote_counts: bool = False
) -> tuple[Membership, ...]:
    """The classes of those who count towards quorum on an item: with a vote, not gone from it, and in the room.

    Those attending remotely count only where `remote_counts`.
    """
    return tuple(
        one.membership
        for one in present
        if one.membership.votes and one.person not in left and (remote_counts or not one.remote)
    )


def wanting(quorum: Quorum | None, present: Collection[Membership]) -> tuple[str, ...]:
    """What is missing for a quorum, one sentence each; nothing when it is quorate, or when none is needed."""
    if quorum is None:
        return ()
    classes = list(present)
    found = []
    if len(classes) < quorum.at_least:
        found.append(f"{quorum.at_least} must be present and {len(classes)} count")
    for membership, number in quorum.of_whom:
        if (there := classes.count(membership)) < number:
            found.append(f"{number} of them must be {_plain(membership)} members and {there} are")
    if quorum.must_include and not set(quorum.must_include) & set(classes):
        found.append("the " + " or the ".join(_plain(one) for one in quorum.must_include) + " must be present")
    return tuple(found)


def quorate(quorum: Quorum | None, present: Collection[Membership]) -> bool:
    """Whether those who count make a quorum."""
    return not wanting(quorum, present)


def carried(rule: VoteRule, votes: Votes) -> bool:
    """Whether a vote is carried. Abstentions are not votes; with nobody voting nothing is carried."""
    if rule.must_include and not set(rule.must_include) & set(votes.classes_for):
        return False
    top, bottom = rule.share
    ours, needed = votes.in_favour * bottom, (votes.in_favour + votes.against) * top
    if rule.casting_vote and votes.in_favour == votes.against and votes.casting is not None:
        return votes.casting
    return votes.in_favour > 0 and (ours > needed if rule.more_than else ours >= needed)


def _plain(membership: Membership) -> str:
    return membership.value.replace("_", " ")
