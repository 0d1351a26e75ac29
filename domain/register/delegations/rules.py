"""What forbids conferring a power, deciding under it, and taking it back."""

from collections.abc import Callable
from typing import Any

from domain.people.offices import KNOWN_OFFICES
from domain.register.delegations.state import Delegations, Entry
from domain.rules import Asked, Rule
from domain.words import BodyId

AskedDelegations = Asked[Delegations, Any, frozenset[BodyId] | None]
"""`known` is the bodies that the policy in force names, or None where they are not looked at."""

SCHEME = "SAF 2, scheme of delegation"


def _rule(name: str, says: str, holds: Callable[[Any], bool], source: str = SCHEME) -> Rule:
    return Rule(name, says, source, holds, of_command=True)


def _of_entry(name: str, says: str, holds: Callable[[AskedDelegations, Entry], bool], source: str = SCHEME) -> Rule:
    """A rule about an entry, which an unknown entry does not break: that has a rule of its own."""

    def judged(asked: AskedDelegations) -> bool:
        entry = asked.state.entry(asked.command.entry)
        return entry is None or holds(asked, entry)

    return _rule(name, says, judged, source)


def _grantee_exists(asked: AskedDelegations) -> bool:
    c = asked.command
    if c.office is not None:
        return c.office in KNOWN_OFFICES
    return c.body is None or asked.known is None or c.body in asked.known


def _is_grantee(asked: AskedDelegations, entry: Entry) -> bool:
    if entry.power.office is not None:
        return entry.power.office == asked.by.office
    return bool(entry.power.body == asked.command.body)


ENTERED = _rule(
    "entered", "The entry is in the delegations register", lambda a: a.state.entry(a.command.entry) is not None
)
REASONED = _rule("reasoned", "A reason is given", lambda a: bool(a.command.reason), f"{SCHEME} [A]")

OF_CONFER: tuple[Rule, ...] = (
    _rule("identified", "An entry has an id", lambda a: bool(a.command.entry.strip())),
    _rule("new", "An entry is made once under its id", lambda a: a.state.entry(a.command.entry) is None),
    _rule(
        "one_grantee",
        "A power is conferred on one office or one body",
        lambda a: (a.command.office is None) != (a.command.body is None),
    ),
    _rule("grantee_exists", "The office or body is one of the authority's", _grantee_exists),
    _rule("for_some_kind", "A power says for which kinds of case it is", lambda a: bool(a.command.kinds)),
    _rule("to_some_sum", "A power says to what sum it goes", lambda a: a.command.limit > 0),
    _rule("resolved", "A power rests on a resolution", lambda a: bool(a.command.resolution)),
    _rule(
        "consults_offices",
        "Who is to be consulted holds one of the authority's offices",
        lambda a: set(a.command.consult) <= KNOWN_OFFICES,
    ),
    _rule(
        "not_backwards",
        "A power does not end before it starts",
        lambda a: a.command.until is None or a.command.starts <= a.command.until,
    ),
)

OF_DRAW_DOWN: tuple[Rule, ...] = (
    ENTERED,
    _rule("decided_already", "A decision was made today or earlier", lambda a: a.command.on <= a.today, "SAF 3"),
    _rule("of_some_sum", "A decision draws nothing or more", lambda a: a.command.amount >= 0),
    _of_entry(
        "stands",
        "The power has begun, has not expired and is not revoked on the day of the decision",
        lambda a, entry: entry.stands(a.command.on),
    ),
    _of_entry("grantee", "The power is used by the office or body on which it was conferred", _is_grantee),
    _of_entry(
        "kind_covered",
        "The power covers this kind of case",
        lambda a, entry: a.command.kind in entry.power.kinds,
    ),
    _of_entry(
        "consulted",
        "Everybody the power says is to be consulted was consulted",
        lambda a, entry: set(entry.power.consult) <= set(a.command.consulted),
    ),
    _of_entry("drawn_once", "A case draws on an entry once", lambda a, entry: a.command.case not in entry.drawn),
    _of_entry(
        "within_limit",
        "A decision under a power is not above what is left of its limit",
        lambda a, entry: a.command.amount <= entry.left,
    ),
)

OF_GIVE_BACK: tuple[Rule, ...] = (
    ENTERED,
    _of_entry("has_drawn", "The case has drawn on the entry", lambda a, entry: a.command.case in entry.drawn),
    REASONED,
)

OF_REVOKE: tuple[Rule, ...] = (
    ENTERED,
    _of_entry("not_revoked", "A power is revoked once", lambda a, entry: entry.revoked_on is None),
    _rule("not_past", "A power is revoked from today or later", lambda a: a.command.on >= a.today, f"{SCHEME} [A]"),
    REASONED,
)
