"""Pages about the product: its commands, its rule book, what can happen, and what follows when a date has passed."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from importlib import import_module
from types import ModuleType

from domain.rules import Rule
from workflows import streams
from workflows.atlas.markdown import code, first_sentence, inner, office, page, shape, table
from workflows.atlas.of_the_authority import MARKS
from workflows.commands import BY_VERB, COMMANDS, Command
from workflows.deadlines import DEADLINES
from workflows.rule_book import RULE_BOOK, RULES_OF, taken_at_a_meeting
from workflows.views.told import words


def rules() -> str:
    """Every rule by which a verb can be refused, with its source."""
    chapters = [part for chapter in RULE_BOOK for part in _chapter(chapter.of, chapter.verbs)]
    return page(
        "Rule book",
        "A command is refused by every rule that is broken, each with its source; nothing is stored then. "
        "A rule marked *filled in* can be judged only once the command is filled in; the others also say, beforehand, "
        f"whether a verb is open. {MARKS}",
        *chapters,
    )


def _chapter(of: str, verbs: Mapping[str, tuple[Rule, ...]]) -> Iterator[str]:
    yield f"## {of.capitalize()}"
    for verb, rules in verbs.items():
        row = BY_VERB.get(verb)
        yield f"### {verb}"
        also = (
            " Before a body that sits, the rules of [`resolve`](#resolve) hold too." if row and _resolves(row) else ""
        )
        yield (f"{row.says}." if row else "Nobody's command: it is what follows from others.") + also
        yield table(
            ("rule", "what must hold", "source", "judged"),
            ((code(r.name), r.says, r.source, "filled in" if r.of_command else "always") for r in rules),
        )


def _resolves(row: Command) -> bool:
    return taken_at_a_meeting(row) and row.verb != "resolve"


def commands() -> str:
    """Every command: its verb, who may give it, what it does and its fields."""
    return page(
        "Commands",
        "What may be asked, in a clerk's words. Each is one verb of the command line (`saf case submit …`), of the "
        "API under `/api/v1`, and of a simulation's file. Whoever gives it must hold one of the offices named, or "
        "stand in for somebody who does; its rules are in the [rule book](rules.md).",
        table(("verb", "what it does", "who"), ((f"[`{c.verb}`](#{c.verb})", c.says, _who(c)) for c in COMMANDS)),
        *(part for command in COMMANDS for part in _command(command)),
    )


def _who(row: Command) -> str:
    if isinstance(row.offices, tuple):
        return ", ".join(office(one) for one in row.offices)
    return first_sentence(row.offices).removesuffix(".")


def _command(row: Command) -> Iterator[str]:
    yield f"## {row.verb}"
    said = first_sentence(row.shape).removesuffix(".")
    yield f"{said or row.says}. Given by: {_who(row)}.{_notes(row)}"
    yield table(("field", "what goes in it", "left out"), ((code(n), w, d or "needed") for n, w, d in shape(row.shape)))
    for part in inner(row.shape):
        fields = "; ".join(f"`{name}` {kind}" for name, kind, _ in shape(part))
        yield f"**{part.__name__}**: {fields}."


def _notes(row: Command) -> str:
    replaced = " It replaces text that a person was shown, so the version that was read must be stated." * row.replaces
    bound = f" [Rules](rules.md#{row.verb})." if RULES_OF.get(row.verb) else ""
    return f"{replaced}{bound}"


def events() -> str:
    """Every fact the ledger may hold, by the stream it is kept in."""
    parts = [part for package in _packages() for part in _events_of(package)]
    return page(
        "Events",
        "What can have happened. The stored names are for ever: a release adds to them and never renames one. A fact "
        "holds ids, dates, sums and hashes; names and free text stand beside the ledger. What a fact does not hold, "
        "its envelope does: stream, version, position, when it was recorded, which request caused it, and the chained "
        "hash.",
        *parts,
    )


def _said(fact: type) -> str:
    return first_sentence(fact) or f"{words(fact.__name__)}."


def _packages() -> dict[str, list[str]]:
    """The packages whose events are stored, each with the streams that hold them."""
    single = {name for key, name in vars(streams).items() if key.isupper() and isinstance(name, str)}
    found: dict[str, list[str]] = {}
    for name, folding in streams.FOLDINGS.items():
        package = folding.evolve.__module__.rpartition(".")[0]
        found.setdefault(package, []).append(name if name in single else f"{name}-…")
    return found


def _events_of(package: str) -> Iterator[str]:
    module = import_module(f"{package}.events")
    prefix = package.rpartition(".")[2]
    facts, held = _facts(module)
    yield f"## {prefix}"
    yield "Kept in " + " and ".join(code(name) for name in _packages()[package]) + "."
    yield table(
        ("stored name", "fields", "what it says"),
        ((code(f"{prefix}.{fact.__name__}"), _fields(fact), _said(fact)) for fact in facts),
    )
    if held:
        yield "What these hold:"
        yield table(("part", "fields", "what it is"), ((one.__name__, _fields(one), _said(one)) for one in held))


def _facts(module: ModuleType) -> tuple[list[type], list[type]]:
    """The events a module defines, and the values that only stand inside them."""
    defined = [
        one for one in vars(module).values() if is_dataclass(one) and getattr(one, "__module__", "") == module.__name__
    ]
    classes = [one for one in defined if isinstance(one, type)]
    inside = {part for one in classes for part in inner(one)}
    return [one for one in classes if one not in inside], [one for one in classes if one in inside]


def _fields(fact: type) -> str:
    return "; ".join(f"`{name}` {kind}" for name, kind, _ in shape(fact)) or "none"


def deadlines() -> str:
    """What follows when a date has passed and nothing was done."""
    return page(
        "Deadlines",
        "What the product does when a moment falls due for a case as it then stands. It never publishes, gives notice, "
        "clears or decides: it rolls, marks late, raises, and lets a decision take effect. Each consequence carries "
        "the moment it was due and, apart from it, the moment it was acted on; after a stop they all follow, once each "
        f"and in order, before any command is decided. {MARKS}",
        table(("deadline", "what follows", "source"), ((code(d.name), d.says, d.source) for d in DEADLINES)),
    )
