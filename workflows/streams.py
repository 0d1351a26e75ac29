"""The streams of the ledger: how each is named, what it is before its first event, and how it is folded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import domain.calendar.state
import domain.case.evolve
import domain.case.references
import domain.decision.state
import domain.meeting.state
import domain.notice.state
import domain.people.state
import domain.register.delegations.state
import domain.register.state
import domain.report.state
import domain.routing.state
from domain.words import CaseId, ProjectId, SittingId

CALENDAR = "calendar"
OFFICES = "offices"
POLICIES = "policies"
DELEGATIONS = "delegations"
REFERENCES = "references"


def case_stream(case: CaseId) -> str:
    return f"case-{case}"


def report_stream(case: CaseId) -> str:
    return f"report-{case}"


def notice_stream(case: CaseId) -> str:
    return f"notice-{case}"


def decision_stream(case: CaseId) -> str:
    return f"decision-{case}"


def meeting_stream(sitting: SittingId) -> str:
    return f"meeting-{sitting}"


def project_stream(project: ProjectId) -> str:
    return f"project-{project}"


@dataclass(frozen=True, slots=True)
class Folding:
    """What a stream is before its first event, given the bank holidays, and how an event moves it."""

    blank: Callable[[frozenset[date]], Any]
    evolve: Callable[[Any, Any], Any]


FOLDINGS: dict[str, Folding] = {
    "calendar": Folding(domain.calendar.state.blank, domain.calendar.state.evolve),
    "offices": Folding(lambda _: domain.people.state.nobody(), domain.people.state.evolve),
    "policies": Folding(lambda _: domain.routing.state.Policies.blank(), domain.routing.state.evolve),
    "delegations": Folding(
        lambda _: domain.register.delegations.state.none_conferred(), domain.register.delegations.state.evolve
    ),
    "references": Folding(lambda _: domain.case.references.blank(), domain.case.references.evolve),
    "case": Folding(lambda _: None, domain.case.evolve.evolve),
    "report": Folding(lambda _: domain.report.state.blank(), domain.report.state.evolve),
    "notice": Folding(lambda _: domain.notice.state.blank(), domain.notice.state.evolve),
    "decision": Folding(lambda _: domain.decision.state.blank(), domain.decision.state.evolve),
    "meeting": Folding(lambda _: domain.meeting.state.blank(), domain.meeting.state.evolve),
    "project": Folding(lambda _: domain.register.state.unregistered(), domain.register.state.evolve),
}


def folding(stream: str) -> Folding:
    """How the stream is folded, by the word its name begins with."""
    return FOLDINGS[stream.partition("-")[0]]
