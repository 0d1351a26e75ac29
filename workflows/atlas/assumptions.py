"""What the product takes to be so: every row of every table whose source says that, and what rests in a formula."""

from dataclasses import dataclass
from typing import Any

from domain.calendar.checks import CHECKS
from domain.people.offices import OFFICES
from domain.report.clearings import CLEARINGS, Clearing
from domain.routing.policy import Band, Policy
from workflows.atlas.markdown import code, spaced
from workflows.deadlines import DEADLINES
from workflows.rule_book import RULE_BOOK

MARKED = ("[A", "[I", ", A]", ", I]", " A]", " I]")


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says, and its source."""

    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing taken to be so: what, where that comes from, and the code that holds it."""

    says: str
    source: str
    held_by: str


IN_FORMULAS: tuple[Assumption, ...] = (
    Assumption(
        "A derived date that is not a working day moves to the working day before it, and the next rule starts "
        "from the date as moved",
        "SAF 3 [A]",
        "domain.calendar.key_dates.count_from",
    ),
    Assumption(
        "The Board has no column in the published table: its agenda falls due on the last day that leaves five clear "
        "working days",
        "SAF 3 [A]; Local Government Act 1972 s.100B",
        "domain.calendar.state.lawful_agenda_day",
    ),
    Assumption(
        "Clear days of the notice of a key decision are calendar days",
        "SI 2017/68 art 11 [A]",
        "domain.calendar.working_days.clear_calendar_days",
    ),
    Assumption(
        "For a change request the figure is the larger of the baseline and the total after it",
        "SAF 2, the figure [I]",
        "domain.routing.policy.Policy.figure",
    ),
    Assumption(
        "A change is never decided below the body that approved the baseline, unless that body delegated it; where "
        "that body is not known, not below the one whose band holds the baseline",
        "SAF 2, the figure [A]",
        "domain.routing.policy.Policy.floor",
    ),
    Assumption(
        "The figure is one of three, and the policy names which",
        "SAF 2, the figure [A]",
        "domain.routing.kinds.Basis",
    ),
    Assumption(
        "What a triage, a recommendation and a comment may yield",
        "SAF 2, capacities [A]",
        "domain.routing.kinds.OUTCOMES",
    ),
    Assumption(
        "The days on which the policy was adopted, takes effect and is reviewed, and which departments cleared it",
        "SAF 2 [A]",
        "domain.routing.cpca_2024.CPCA_2024",
    ),
    Assumption(
        "All members but the co-opted and the non-voting have a vote",
        "SAF 4, voting and quorum [A]",
        "domain.people.offices.Membership",
    ),
    Assumption(
        "The Chief Executive's key date is the one to decide by; she may decide before it, and after it is told daily",
        "SAF 3, enforcement [A]",
        "workflows.deadlines.DEADLINES",
    ),
    Assumption("The stages of a project", "SAF 6, project and programme [A]", "domain.register.events.Stage"),
    Assumption("The priorities of a project", "SAF 6, project and programme [A]", "domain.register.events.Priority"),
)
"""What is assumed in code, and so stands in no row that carries its source."""


def is_assumed(source: str) -> bool:
    """Whether a source says that something is inferred [I] or assumed [A]."""
    return any(mark in source for mark in MARKED)


def assumptions(policy: Policy) -> dict[str, tuple[Said, ...]]:
    """Every row that is inferred or assumed, each once, by the table that holds it; key dates are settings already."""
    rules: list[Any] = [rule for chapter in RULE_BOOK for rules in chapter.verbs.values() for rule in rules]
    tables = {
        "Bands of the policy": [Said(_band(policy, band), band.source) for band in policy.bands],
        "Bodies of the policy": [
            Said(f"{b.name}: {b.quorum.at_least} make a quorum", b.quorum.source) for b in policy.bodies if b.quorum
        ],
        "Forbidden pairs": [Said(pair.says, pair.source) for pair in policy.duties],
        "Offices": [Said(f"The {office.name} {office.does}", office.source) for office in OFFICES],
        "Clearances": [Said(_clearing(row), row.source) for row in CLEARINGS],
        "Lint": [Said(f"{code(row.code)}: {row.says}", row.source) for row in CHECKS],
        "Deadlines": [Said(row.says, row.source) for row in DEADLINES],
        "Rules": [Said(rule.says, rule.source) for rule in rules],
    }
    return {
        name: tuple(said for said in dict.fromkeys(rows) if is_assumed(said.source)) for name, rows in tables.items()
    }


def _band(policy: Policy, band: Band) -> str:
    steps = ", ".join(f"{policy.body(step.body).name} {step.capacity}" for step in band.steps)
    return f"{spaced(band.kind).capitalize()}: {steps}"


def _clearing(row: Clearing) -> str:
    whole = "every part" if len(row.answers_for) > 2 else " and ".join(f"the {spaced(p)} part" for p in row.answers_for)
    return f"{spaced(row.clearer).capitalize()} answers for {whole} of a committee report"
