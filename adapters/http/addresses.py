"""Where each command and view is found, and which case, sitting or project an address means to whoever asks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from starlette.convertors import Convertor, register_url_convertor

from adapters.http.problems import ROOT
from adapters.http.shapes import ID_PATTERN, SITTING_PATTERN
from domain.words import CaseId, PersonId, ProjectId, SittingId
from workflows.commands import Command
from workflows.next_steps import may_see
from workflows.ports import NotFound
from workflows.views.cases import case_id
from workflows.views.table import View
from workflows.world import World

IN_BRACES = re.compile(r"{(\w+)}")


class SittingConvertor(Convertor[str]):
    """A sitting in an address: exactly two parts, so that it never swallows the verb that follows."""

    regex = "[^/]+/[^/]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("sitting", SittingConvertor())


@dataclass(frozen=True, slots=True)
class Thing:
    """What a command or a view may be about: the folder it is found in, and how one is looked up for a person."""

    folder: str
    find: Callable[[World, PersonId, str, bool], str]


def seen_case(world: World, person: PersonId, given: str, new: bool = False) -> str:
    """A case by its id or reference. Raises NotFound, in the same words, for one the person may not know of."""
    unknown = NotFound(f"there is no case {given}")
    if not re.fullmatch(ID_PATTERN, given):
        raise unknown
    try:
        id = case_id(world, given)
    except NotFound:
        raise unknown from None
    if not may_see(world, person, id):
        raise unknown
    return id


def _sitting(world: World, person: PersonId, given: str, new: bool) -> str:
    if not re.fullmatch(SITTING_PATTERN, given) or world.calendar.sitting(SittingId(given)) is None:
        raise NotFound(f"there is no sitting {given}")
    return given


def _project(world: World, person: PersonId, given: str, new: bool) -> str:
    fits = re.fullmatch(ID_PATTERN, given)
    if not fits or not (new or world.ledger.version(f"project-{ProjectId(given)}")):
        raise NotFound(f"there is no project {given}")
    return given


THINGS: dict[str, Thing] = {
    "case": Thing("cases", seen_case),
    "sitting": Thing("sittings", _sitting),
    "project": Thing("projects", _project),
}

BEGINS = {"draft": "case", "register_project": "project"}
"""The commands that begin something, and what: it is not looked for, and the answer is 201 with its address."""


def path_of_command(row: Command) -> str:
    """The address a command is sent to. Drafting, which makes its own id, is sent to the cases themselves."""
    if row.verb == "draft":
        return f"{ROOT}/cases"
    if row.about not in THINGS:
        return f"{ROOT}/{row.verb}"
    return f"{ROOT}/{THINGS[row.about].folder}/{{{row.about}}}/{row.verb}"


def path_of_view(view: View) -> str:
    """The address a view is read from."""
    return f"{ROOT}/{view.path}"


def as_route(path: str) -> str:
    """An address as the router reads it: a sitting's id has two parts."""
    return path.replace("{sitting}", "{sitting:sitting}")


def names_in(path: str) -> tuple[str, ...]:
    """The names in an address that stand for something."""
    return tuple(IN_BRACES.findall(path))


def named(world: World, person: PersonId, name: str, given: str) -> str:
    """What a name in an address stands for. Raises NotFound where it cannot stand for anything."""
    if name in THINGS:
        return THINGS[name].find(world, person, given, False)
    if not re.fullmatch(ID_PATTERN, given):
        raise NotFound(f"there is no {name} {given}")
    return given


def address(about: str, id: str) -> str:
    """Where something that was begun is found."""
    return f"{ROOT}/{THINGS[about].folder}/{id}"


def seen(world: World, person: PersonId, cases: frozenset[CaseId]) -> None:
    """Raise NotFound if a command names a case that its giver may not know of."""
    for case in sorted(cases):
        seen_case(world, person, case)
