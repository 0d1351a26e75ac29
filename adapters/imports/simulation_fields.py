"""Says which fields each verb of a simulation takes: name, type, whether it must be given, and what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of

from adapters.imports.simulation_defaults import ALSO_CALLED, DEFAULTS
from adapters.imports.simulation_values import hints, needs, type_words
from adapters.imports.simulation_verbs import SETS_UP, WAIT
from domain.words import SittingId, Text
from workflows.commands import BY_VERB

Row = dict[str, str | bool]


def fields(verb: str) -> list[Row]:
    """The fields of a verb, in order. Raises LookupError for a verb there is not."""
    if verb != WAIT and verb not in BY_VERB:
        raise LookupError(f"{verb!r} is not a verb; write wait or one of {', '.join(sorted(BY_VERB))}")
    optional = verb in SETS_UP
    always = [
        _row(
            "at",
            "instant",
            True,
            "When it is done: ISO, London time where it has no offset, never before the line above",
        ),
        _row("do", "text", True, "The verb"),
        _row("by", "person id", not optional, "Who does it; a set-up line needs nobody" if optional else "Who does it"),
        _row("note", "text", False, "A note for whoever reads the file; it is passed over"),
    ]
    return always if verb == WAIT else [*always, *_of_verb(verb)]


def _row(name: str, kind: str, required: bool, says: str) -> Row:
    return {"name": name, "type": kind, "required": required, "says": says}


def _of_verb(verb: str) -> Iterator[Row]:
    shape = BY_VERB[verb].shape
    for field in () if verb in ("import_calendar", "adopt_policy") else fields_of(shape):
        hint, default = hints(shape)[field.name], DEFAULTS.get(verb, {}).get(field.name)
        called = ", ".join(also for also, name in ALSO_CALLED.get(verb, {}).items() if name == field.name)
        says = SAYS.get((verb, field.name)) or SAYS.get(field.name) or _plainly(field.name)
        if called:
            says += f"; also called {called}"
        if default:
            says += f"; left out: {default.says}"
        if hint is Text and needs(field) and not default:
            says += "; a rule refuses the act where it is required and left out"
        short = field.name == "sitting" or verb == "adopt_scheme"
        required = needs(field) and default is None and hint is not Text and not short
        yield _row(field.name, "sitting" if hint is SittingId else type_words(hint), required, says)
    yield from (_row(*row) for row in BESIDE.get(verb, ()))
    if any(field.name == "sitting" and needs(field) for field in fields_of(shape)):
        has_case = any(field.name == "case" for field in fields_of(shape))
        yield from (_row(*row) for row in NAMING_A_SITTING if row[0] != "case" or not has_case)


def _plainly(name: str) -> str:
    return name.replace("_", " ").capitalize()


NAMING_A_SITTING: tuple[tuple[str, str, bool, str], ...] = (
    ("body", "body id", False, "In place of sitting: the body that sits; panel, committee and board will do"),
    ("cycle", "cycle id", False, "With body: the cycle it sits in, such as 2024-11"),
    ("date", "date", False, "With body: the day on which it sits"),
    ("case", "case label", False, "In place of sitting: the one that the case is listed to"),
)

A_FILE = "the path is relative to the simulation file"
BESIDE: Mapping[str, tuple[tuple[str, str, bool, str], ...]] = {
    "import_calendar": (
        ("file", "path", False, f"The key-date table, CSV or XLSX; {A_FILE}"),
        ("board", "path", False, f"The Board's sittings, CSV or XLSX; {A_FILE}"),
    ),
    "adopt_policy": (
        ("file", "path", False, f"A policy in JSON; {A_FILE}"),
        ("policy", "object", False, "In place of file: the policy itself; id is enough, the rest as cpca-2024 has it"),
    ),
    "adopt_scheme": (
        ("panel", "body id", False, "In place of scheme: who sits on the panel's date"),
        ("committee", "body id", False, "In place of scheme: who sits on the committee's date"),
        ("board", "body id", False, "In place of scheme: the authority's board"),
        ("offsets", "object of key date to whole number", False, "In place of scheme: offsets unlike the table's"),
    ),
    "add_person": (
        ("offices", "list of offices", False, "Offices held from the line's day: ids, or the fields of appoint"),
    ),
    "register_project": (
        ("file", "path", False, f"In place of the rest: a CSV or XLSX list of projects, each imported; {A_FILE}"),
    ),
    "defer": (("body", "body id", False, "In place of sitting: the body that sits, with cycle or date"),),
}

SAYS: Mapping[str | tuple[str, str], str] = {
    "case": "The label of the case, chosen in the file",
    "project": "The label of the project, chosen in the file",
    "kind": "What kind it is",
    "value": "The authority's contribution, where the three figures are alike",
    "figures": "The three figures the policy may route on; one sum sets all alike",
    "new_spend": "New spend or saving of this decision, which makes it key; left out: the value, or 0 for a change",
    "concept": "The label of the concept paper that a business case rests on",
    "corporate_plan_line": "The Corporate Plan line that a business case rests on",
    "sponsor": "The id of the senior responsible officer",
    "contents": "What the document says, by the fields of its kind; sums in pounds",
    "on": "The day on which it happened; left out: the day of the sitting, or of the line",
    "cycle": "The id of a cycle, such as 2024-11",
    "sitting": "The id of a sitting, such as investment_committee/2024-11 or board/2024-11-13",
    "items": "The labels of the cases to publish; left out: every case listed that may be",
    "outcomes": "The outcome of each case of the item, by the case's label",
    "votes": "How many voted for, against and abstaining",
    "matter": "The name of a listed matter that is voted on by another rule",
    "part": "Which clearance",
    "parts": "The parts of the report, each with its text",
    "file": "The content hash of an uploaded document",
    "complete": "Whether every implication is answered in an uploaded document",
    "of": "The content hash of the version that was read",
    "conditions": "Conditions, each with its words, its owner's id and its date",
    "under": "The entry of the delegations register that the decision is taken under",
    "to": "The body the case is raised to",
    ("move_sitting", "to"): "The day on which it is held instead",
    "step": "Which step of the route, counted from 1",
    "present": "Who attended: ids, or objects with membership, place and substitutes_for",
    "limit": "The sum, over all decisions, up to which the power is conferred",
    "service": "The shared service, such as finance",
    "membership": "In which class a member sits; left out with a body: constituent, or officer on the panel",
    ("appoint", "body"): "The body sat on; a member's left out: the Investment Committee",
    "approved_by": "The body that approved the baseline; left out: not known",
    "date_or_period": "The day, or the first and last day, on which the decision is to be made",
    "committees": "The dates of the committees; every other date follows by the rules",
    "boards": "The dates of the Board's sittings",
}
"""What a field is, by its name or by verb and name; any other is said by its name."""
