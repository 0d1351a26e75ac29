"""Pages about the authority: its routes, key dates and settings, and what a calendar is told about itself."""

from collections.abc import Iterator

from domain.calendar.checks import CHECKS
from domain.calendar.key_dates import KEY_DATES, KeyDate, Unit
from domain.people.offices import OFFICES
from domain.report.clearings import CLEARINGS
from domain.routing.bodies import VOTE_RULES, Sort
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.kinds import OUTCOMES, REFER_UP, Kind
from domain.routing.settings import SETTINGS
from domain.words import in_pounds
from workflows.atlas.assumptions import IN_FORMULAS, assumptions
from workflows.atlas.markdown import code, office, page, spaced, table, value
from workflows.atlas.route_map import SORTS, band_sums, callable_when, described, quorum, route_map

MARKS = (
    "A source ends in where it comes from: **[S]** the framework's own documents, **[P]** the public record, "
    "**[I]** inferred from them, **[A]** assumed. What is inferred or assumed an authority may set otherwise."
)


def map_of_routes() -> str:
    """The map of the first policy, as SVG."""
    return route_map(CPCA_2024)


def routes() -> str:
    """The map, and the same as tables: bands, bodies, capacities, offices, and whose hands must differ."""
    policy = CPCA_2024
    return page(
        "Routes",
        f"Who acts on which case, in which capacity, under policy `{policy.id}`. {MARKS}",
        f"![{described(policy)}](routes.svg)",
        "## Bands",
        table(("kind", "figure", "steps", "source"), (row for kind in Kind for row in _bands(kind))),
        "## Bodies",
        table(
            (
                "body",
                "sort",
                "capacities",
                "key date",
                "outcomes recorded by",
                "quorum",
                "vote",
                "call-in of its decisions",
            ),
            (_body(n) for n in range(len(policy.bodies))),
        ),
        "The voting arrangements a policy may choose from:",
        table(("arrangement", "says", "source"), ((code(r.name), r.says, r.source) for r in VOTE_RULES.values())),
        "## Capacities",
        "The outcomes that may be recorded at a step, as the verbs that record them. A single office that decides, "
        f"with another decider above it, may also `{REFER_UP}`.",
        table(("capacity", "outcomes"), ((str(c), ", ".join(map(code, verbs))) for c, verbs in OUTCOMES.items())),
        "## Clearances of a committee report",
        table(
            ("office", "answers for", "after", "by", "source"),
            (
                (
                    office(row.office),
                    "every part" if len(row.answers_for) > 2 else ", ".join(map(spaced, row.answers_for)),
                    ", ".join(sorted(map(spaced, row.after))) or "nobody",
                    code(row.key_date),
                    row.source,
                )
                for row in CLEARINGS
            ),
        ),
        "## Whose hands must differ",
        table(("rule", "source"), ((pair.says, pair.source) for pair in policy.duties)),
        "## Offices",
        table(
            ("office", "id", "what its holder does", "source"),
            ((o.name, code(o.id), o.does, o.source) for o in OFFICES),
        ),
    )


def _bands(kind: Kind) -> list[tuple[str, ...]]:
    policy = CPCA_2024
    found: list[tuple[str, ...]] = []
    for band in policy.rows(kind):
        steps = [f"{policy.body(s.body).name} {s.capacity}" for s in band.steps]
        steps[-1] = f"**{steps[-1]}**"
        found.append((spaced(kind), band_sums(policy, band), " → ".join(steps), band.source))
    return found


def _body(n: int) -> tuple[str, ...]:
    policy, body = CPCA_2024, CPCA_2024.bodies[n]
    decides = body.id in policy.ladder
    return (
        body.name,
        SORTS[body.sort],
        ", ".join(body.capacities),
        code(body.acts_by),
        office(body.recorded_by),
        f"{quorum(body.quorum)} ({body.quorum.source})" if body.quorum else "none" if body.sort is Sort.OFFICE else "",
        spaced(body.vote.name) if body.vote else "",
        callable_when(body, policy) if decides else "decides nothing",
    )


def key_dates() -> str:
    """The key dates in table order, with who must act and the rule that gives each."""
    return page(
        "Key dates",
        "One cycle is one row of the published calendar: a panel, a date for the Chief Executive and a committee. "
        "From a committee date these rules give the other eight: `saf calendar derive --committee 2024-10-21`. "
        f"The offsets are settings of the calendar's scheme. {MARKS}",
        table(
            ("key date", "published heading", "who must act", "the rule", "counted from", "offset", "source"),
            (
                (
                    code(row.name),
                    row.heading,
                    " and ".join(office(one) for one in row.offices),
                    row.says,
                    code(row.counted_from) if row.counted_from else "nothing",
                    _offset(row) if row.counted_from else "none",
                    row.source,
                )
                for row in KEY_DATES
            ),
        ),
        "A date alone is met until midnight at its end, London time; one with a time up to and including that second. "
        "The server's receipt counts. A derived date that is not a working day moves to the working day before it, "
        "and the next rule starts from the date as moved. What follows when one passes: [deadlines](deadlines.md).",
    )


def settings() -> str:
    """Every setting of a policy with its default, the calendar's, and everything else that is inferred or assumed."""
    return page(
        "Settings and assumptions",
        "A policy stores all of its settings when it is adopted, so a later default never re-judges what was decided. "
        f"{MARKS}",
        "## Settings of a policy",
        table(
            ("setting", "default", "what it says", "source"),
            ((code(row.name), _default(row.name, row.default), row.says, row.source) for row in SETTINGS),
        ),
        "## Settings of a calendar's scheme",
        table(
            ("offset", "default", "counted from", "source"),
            (
                (code(row.name), _offset(row), code(row.counted_from), row.source)
                for row in KEY_DATES
                if row.counted_from
            ),
        ),
        "## What else is inferred or assumed",
        "Tables an authority adopts with its policy (bands, bodies, forbidden pairs) are changed by adopting another; "
        "the rest is changed in the code that holds it.",
        *_assumed(),
    )


def _default(name: str, default: object) -> str:
    return in_pounds(default) if name == "key_decision_over" else value(default)  # type: ignore[arg-type]


def _offset(row: KeyDate) -> str:
    unit = {Unit.CLEAR: "clear working days"}.get(row.unit, f"{row.unit} days")
    return f"{abs(row.offset)} {unit} {'before' if row.offset < 0 else 'after'}"


def _assumed() -> Iterator[str]:
    for kept_in, rows in assumptions(CPCA_2024).items():
        yield f"### {kept_in}"
        yield table(("what", "source"), ((row.says, row.source) for row in rows))
    yield "### In code"
    yield table(("what", "source", "held by"), ((row.says, row.source, code(row.held_by)) for row in IN_FORMULAS))


def lint() -> str:
    """What a calendar may be told about itself."""
    return page(
        "Lint of a calendar",
        "A published calendar is accepted and linted, never refused: `saf calendar lint FILE --board FILE`. "
        f"A problem is unlawful as it stands, a warning is worth a second look, a note is good to know. {MARKS}",
        table(
            ("code", "level", "what it means", "source"),
            ((code(row.code), row.level.value, row.says, row.source) for row in CHECKS),
        ),
    )
