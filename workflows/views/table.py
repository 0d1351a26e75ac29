"""Every view: its name, its address, what it shows, and how it is read. Doors draw their endpoints from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.words import CaseId, CycleId, PersonId, PolicyId, ProjectId, SittingId
from workflows.handle import House
from workflows.next_steps import may_see, steps_at, steps_elsewhere
from workflows.views import authority, cases
from workflows.views.inline import Progress, silent
from workflows.world import World


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads, when, as of which past instant if any, and what the address and the query say.

    `person` None reads everything: it is the owner of the ledger at its own machine.
    """

    person: PersonId | None
    at: datetime
    until: datetime | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class View:
    """One row: `path` holds the names of `args` in braces; `filters` are further args a reader may give."""

    name: str
    path: str
    says: str
    read: Callable[[House, Reading], Any]
    filters: tuple[str, ...] = ()


def _world(house: House, reading: Reading) -> World:
    return house.world(reading.until or reading.at, reading.until)


def _of_world(show: Callable[[World], Any]) -> Callable[[House, Reading], Any]:
    return lambda house, reading: show(_world(house, reading))


def _one(show: Callable[[World, Any], Any], arg: str, sort: Callable[[str], Any]) -> Callable[[House, Reading], Any]:
    return lambda house, reading: show(_world(house, reading), sort(reading.args[arg]))


def _case(show: Callable[[World, Any], Any]) -> Callable[[House, Reading], Any]:
    def read(house: House, reading: Reading) -> Any:
        world = _world(house, reading)
        id = cases.case_id(world, reading.args["case"])
        if not may_see(world, reading.person, id):
            raise world.unknown(CaseId(reading.args["case"]))
        return show(world, id)

    return read


def _project(house: House, reading: Reading) -> Any:
    world = _world(house, reading)
    shown = authority.project(world, ProjectId(reading.args["project"]))
    known = [row for row in shown["cases"] if may_see(world, reading.person, CaseId(row["case"]))]
    return {**shown, "cases": known}


def _list(house: House, reading: Reading) -> Any:
    only = {key: value for key, value in reading.args.items() if value}
    return cases.cases(house, reading.until, reading.person, reading.at, only, reading.progress)


def _inbox(house: House, reading: Reading) -> Any:
    office, person = reading.args.get("office"), reading.args.get("person")
    if office:
        return _rows(house, reading, "waiting", f"office:{office}")
    whose = PersonId(person) if person else reading.person
    if whose is None:
        return _owed(house, reading)
    return cases.inbox(house, whose, reading.until, reading.person, reading.at, reading.progress)


def _owed(house: House, reading: Reading) -> Any:
    return _rows(house, reading, "owed", "")


def _rows(house: House, reading: Reading, view: str, group: str) -> Any:
    return cases.rows(house, view, group, reading.until, reading.person, reading.at, reading.progress)


VIEWS: tuple[View, ...] = (
    View("inbox", "inbox", "What waits for you, soonest first", _inbox, ("office", "person")),
    View("owed", "owed", "Who owes what across cycles, soonest first", _owed),
    View("cases", "cases", "Cases and where they stand", _list, ("kind", "standing", "cycle", "before", "project")),
    View("case", "cases/{case}", "One case as it stands", _case(cases.case)),
    View("case_history", "cases/{case}/history", "Every fact about a case", _case(cases.history)),
    View("calendar", "calendar", "Cycles, sittings and findings", _of_world(authority.calendar)),
    View("cycle", "cycles/{cycle}", "One cycle's dates", _one(authority.cycle, "cycle", CycleId)),
    View(
        "sitting_history",
        "sittings/{sitting}/history",
        "Every fact about a sitting",
        _one(authority.sitting_history, "sitting", SittingId),
    ),
    View(
        "sitting",
        "sittings/{sitting}",
        "One sitting, its list, agenda and resolutions",
        _one(authority.sitting, "sitting", SittingId),
    ),
    View(
        "proposals",
        "calendar/proposals",
        "Dates a change of the calendar proposes, and those no longer lawful",
        _of_world(authority.proposed),
    ),
    View("policies", "policies", "Every policy, and which is in force", _of_world(authority.policies)),
    View("policy", "policies/{policy}", "One policy whole", _one(authority.policy, "policy", PolicyId)),
    View("people", "people", "Everybody the authority knows", _of_world(authority.people)),
    View("person", "people/{person}", "A person and their offices", _one(authority.person, "person", PersonId)),
    View("project", "projects/{project}", "A project in the register", _project),
    View("delegations", "delegations", "The delegations register", _of_world(authority.delegations)),
    View(
        "steps",
        "next-steps",
        "What you may do for the authority itself, and if not, why not",
        lambda house, reading: cases.steps(steps_elsewhere(house, reading.person, reading.at)),
    ),
    View(
        "sitting_steps",
        "sittings/{sitting}/next-steps",
        "What you may do at a sitting, and if not, why not",
        lambda house, reading: cases.steps(
            steps_at(house, reading.person, SittingId(reading.args["sitting"]), reading.at)
        ),
    ),
    View("rules", "rules", "The rule book", lambda house, reading: authority.rule_book()),
)
