"""Turns one line of a simulation into a timed order, and says what is filled in only when it is played."""

from dataclasses import fields
from datetime import date

from adapters.imports.simulation_defaults import ALSO_CALLED, FILLED_IN_LATER, Line
from adapters.imports.simulation_short_forms import SHORT_FORMS, Given, names_of, own_command
from adapters.imports.simulation_values import Wrong, case_of, needs
from workflows.acts import authority
from workflows.commands import BY_VERB
from workflows.simulation import TimedOrder, Which

WAIT = "wait"
ACTS_OF_THE_AUTHORITY = (
    authority.of_calendar,
    authority.of_people,
    authority.of_policies,
    authority.of_project,
    authority.of_delegations,
)
SETS_UP = frozenset({WAIT, *(row.verb for row in BY_VERB.values() if row.act in ACTS_OF_THE_AUTHORITY)})
"""Verbs that a line may give without saying by whom: they are about no case and no meeting."""


def order_of(line: Line) -> TimedOrder:
    """What a line asks. Raises Wrong for the first field that is not right."""
    if line.verb == WAIT:
        for name in line.given:
            raise Wrong(name, "is not a field of wait, which only moves the clock")
        return TimedOrder(line.number, line.at, sets_up=True)
    given = _by_their_names(line)
    later = {name for name in FILLED_IN_LATER.get(line.verb, ()) if name not in given}
    which = _which(line.verb, given)
    if which:
        later.add("sitting")
        given["sitting"] = ""
        if given.keys() & {"case"} - names_of(line.verb):
            later |= {"items"} & names_of(line.verb) - given.keys()
            del given["case"]
    commands = SHORT_FORMS.get(line.verb, own_command)(line, given)
    return TimedOrder(line.number, line.at, line.by, commands, which, frozenset(later), line.verb in SETS_UP)


def _by_their_names(line: Line) -> Given:
    given: Given = {}
    for called, value in line.given.items():
        name = ALSO_CALLED.get(line.verb, {}).get(called, called)
        if name in given:
            raise Wrong(called, f"stands beside another name of {name}; write one of the two")
        given[name] = value
    return given


OF_A_SITTING = ("body", "cycle", "date", "on")


def _which(verb: str, given: Given) -> Which | None:
    """Takes the words that name a sitting out of a line's fields; None where the verb needs none and none is named."""
    known = {f.name: f for f in fields(BY_VERB[verb].shape)}
    if "sitting" not in known:
        return None
    named, spread = given.pop("sitting", None), {}
    if isinstance(named, dict):
        spread = _only(named)
    elif named is not None and not isinstance(named, str):
        raise Wrong("sitting", "write its id, or an object with body and cycle or date")
    elif named is None and "body" in given:
        own = known.keys() & {"on"}
        spread = _only({name: given.pop(name) for name in OF_A_SITTING if name in given and name not in own})
    elif named is None and not needs(known["sitting"]):
        return None
    elif named is None and (verb == "list_to" or "case" not in given):
        raise Wrong("sitting", "is missing: write its id, or body with cycle or date")
    on = spread.get("date", spread.get("on"))
    case = case_of(given["case"]) if "case" in given else None
    word = named if isinstance(named, str) else ""
    return Which(word, spread.get("body", ""), spread.get("cycle", ""), _day("sitting", on), case)


def _only(spread: Given) -> dict[str, str]:
    for name, value in spread.items():
        if name not in OF_A_SITTING or not isinstance(value, str):
            raise Wrong("sitting", "is named by its id, or by the texts body and cycle or date")
    return spread


def _day(name: str, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise Wrong(name, f"{value!r} is not a date: write 2024-10-31") from None
