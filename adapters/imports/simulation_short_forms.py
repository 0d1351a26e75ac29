"""The commands a line gives: its verb's own, with what was left out, or those of the verb's short form."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from adapters.imports.calendar_files import NotACalendar, read_boards, read_key_dates
from adapters.imports.policy_files import POLICY, NotAPolicy, policy_of, read_policy
from adapters.imports.project_files import NotAProjectFile, read_projects
from adapters.imports.simulation_defaults import DEFAULTS, MAIN_TEXTS, Line
from adapters.imports.simulation_values import Wrong, command_of, hints, needs
from domain.calendar.commands import ImportCalendar
from domain.calendar.key_dates import CPCA_SCHEME
from domain.people.commands import Appoint
from domain.people.offices import MEMBER, PANEL_MEMBER
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.decide import AdoptPolicy
from domain.routing.kinds import Kind
from domain.words import Text
from workflows.acts.items import AS_COMMAND
from workflows.commands import BY_VERB

Given = dict[str, Any]


def names_of(verb: str) -> set[str]:
    """The fields of a verb's command."""
    return {f.name for f in fields(BY_VERB[verb].shape)}


def own_command(line: Line, given: Given) -> tuple[Any, ...]:
    """The verb's own command, with what the line left out."""
    shape = BY_VERB[line.verb].shape
    texts = [f for f in fields(shape) if f.name in MAIN_TEXTS]
    for name in [*MAIN_TEXTS, "reasons"]:
        if len(texts) == 1 and name in given and name not in names_of(line.verb) and texts[0].name not in given:
            given[texts[0].name] = given.pop(name)
    full: Given = {f.name: "" for f in fields(shape) if needs(f) and hints(shape)[f.name] is Text}
    full |= {name: default.value(line) for name, default in DEFAULTS.get(line.verb, {}).items() if name not in given}
    return (command_of(shape, full | given, _kind(line, given)),)


def _kind(line: Line, given: Given) -> Kind | None:
    """The kind of the case a line is about, which says what its contents hold."""
    label, kind = str(given.get("case")), given.get("kind")
    if line.verb == "draft" and isinstance(kind, str) and kind in list(Kind):
        line.kinds[label] = Kind(kind)
    return line.kinds.get(label)


def _path(line: Line, name: str, value: Any) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise Wrong(name, "write the path of a file, as text")
    path = line.folder / value
    try:
        there = path.is_file()
    except OSError:
        there = False
    if not there:
        raise Wrong(name, f"there is no file {value[:200]}")
    return path


def _import_calendar(line: Line, given: Given) -> tuple[Any, ...]:
    only = {"file", "board"}
    for name in given.keys() - only:
        raise Wrong(name, "is not a field of this verb; its fields are board, file")
    if not given:
        raise Wrong("file", "is missing")
    try:
        cycles = read_key_dates(_path(line, "file", given["file"])) if "file" in given else ()
    except NotACalendar as wrong:
        raise Wrong("file", str(wrong)) from None
    try:
        boards = read_boards(_path(line, "board", given["board"])) if "board" in given else ()
    except NotACalendar as wrong:
        raise Wrong("board", str(wrong)) from None
    return (ImportCalendar(cycles, boards),)


def _adopt_policy(line: Line, given: Given) -> tuple[Any, ...]:
    """A policy from a file, or inline; what an inline one leaves out is as `cpca-2024` has it, from the line's day."""
    file = given.get("file", given.get("policy"))
    try:
        if isinstance(file, str):
            return (AdoptPolicy(read_policy(_path(line, "file", file))),)
        inline = given.get("policy", given)
        if not isinstance(inline, dict) or "id" not in inline:
            raise Wrong("policy", "write the path of a file, or an object with at least an id")
        return (AdoptPolicy(policy_of(_as_cpca(line, inline))),)
    except NotAPolicy as wrong:
        raise Wrong("policy", str(wrong)) from None


def _as_cpca(line: Line, inline: Mapping[str, Any]) -> Given:
    whole = json.loads(POLICY.dump_json(CPCA_2024))
    for body in whole["bodies"]:
        body["vote"] = body["vote"] and body["vote"]["name"]
        body["matters"] = [matter | {"vote": matter["vote"]["name"]} for matter in body["matters"]]
    for band in whole["bands"]:
        band["up_to"] = band["up_to"] and f"{band['up_to'] // 100}.{band['up_to'] % 100:02}"
    dates = {"adopted_on": line.day, "effective_from": line.day, "adopted_by": "the authority"}
    begins = str(inline.get("effective_from", line.day))
    dates["review_due"] = f"{int(begins[:4]) + 1}{begins[4:8]}01" if begins[:4].isdigit() else begins
    kept = {name: whole[name] for name in ("cleared_by", "basis", "bodies", "bands", "duties")}
    return {"name": inline["id"], **kept, **dates, **inline}


def _adopt_scheme(line: Line, given: Given) -> tuple[Any, ...]:
    """A scheme of key dates; what it leaves out is as `cpca-2024` has it, and `panel` and `committee` say who sits."""
    scheme = given.pop("scheme", {name: given.pop(name) for name in OF_A_SCHEME if name in given})
    if not isinstance(scheme, dict):
        raise Wrong("scheme", f"write an object with {', '.join(OF_A_SCHEME)}")
    usual = {str(name): str(body) for name, body in CPCA_SCHEME.sits}
    sits = {name: scheme.pop(name, body) for name, body in usual.items()}
    full = {"name": "simulated", "offsets": {}, "sits": sits, "board": CPCA_SCHEME.board}
    return own_command(line, {**given, "scheme": full | scheme})


OF_A_SCHEME = ("name", "panel", "committee", "board", "offsets")


def _add_person(line: Line, given: Given) -> tuple[Any, ...]:
    """A person, and an appointment from the line's day for each of the `offices` named with them."""
    offices = given.pop("offices", [])
    if "office" in given:
        offices = [{name: given.pop(name) for name in ("office", *BESIDE_AN_OFFICE) if name in given}]
    if not isinstance(offices, list):
        raise Wrong("offices", "write a list of offices")
    (person,) = own_command(line, given)
    return (person, *(_appointed(line, person.person, office) for office in offices))


BESIDE_AN_OFFICE = ("body", "membership", "service", "starts", "ends", "substitutes_for")


def _appointed(line: Line, person: str, office: Any) -> Any:
    named = office if isinstance(office, dict) else {"office": office}
    return _membership({"starts": line.day, **named, "person": person})


def _appoint(line: Line, given: Given) -> tuple[Any, ...]:
    return (_membership({"starts": line.day, **given}),)


def _membership(given: Given) -> Any:
    """An appointment; unless it says, a member is a constituent one of the committee, an officer sits as officer."""
    if given.get("office") == MEMBER:
        given = {"body": CPCA_SCHEME.body_on("committee"), "membership": "constituent", **given}
    elif given.get("office") == PANEL_MEMBER and given.get("body"):
        given = {"membership": "officer", **given}
    return command_of(Appoint, given)


def _register_project(line: Line, given: Given) -> tuple[Any, ...]:
    """One project, or every project that a file lists."""
    if "file" not in given:
        return own_command(line, given)
    for name in given.keys() - {"file"}:
        raise Wrong(name, "is not a field beside file")
    try:
        return tuple(row.command for row in read_projects(_path(line, "file", given["file"])))
    except NotAProjectFile as wrong:
        raise Wrong("file", str(wrong)) from None


def _resolve(line: Line, given: Given) -> tuple[Any, ...]:
    """A resolution, with its votes called as people call them: for, against, abstaining."""
    votes = given.get("votes")
    if isinstance(votes, dict):
        called = {"for": "in_favour", "abstain": "abstaining", "abstentions": "abstaining"}
        given["votes"] = {called.get(name, name): value for name, value in votes.items()}
    (resolve,) = own_command(line, given)
    for _, verb in resolve.outcomes:
        if verb not in list(AS_COMMAND):
            raise Wrong("outcomes", f"{verb!r} is no outcome of a case; write one of {', '.join(AS_COMMAND)}")
    return (resolve,)


SHORT_FORMS: Mapping[str, Callable[[Line, Given], tuple[Any, ...]]] = {
    "import_calendar": _import_calendar,
    "adopt_policy": _adopt_policy,
    "adopt_scheme": _adopt_scheme,
    "add_person": _add_person,
    "appoint": _appoint,
    "register_project": _register_project,
    "resolve": _resolve,
}
"""Verbs that have a short form of their own."""
