"""The kinds of case, the capacities in which a body acts on one with the outcomes each can yield, and the figures."""

from dataclasses import dataclass
from enum import StrEnum

from domain.words import Pence


class Kind(StrEnum):
    """What kind of case it is (SAF 1)."""

    CONCEPT_PAPER = "concept_paper"
    BUSINESS_CASE = "business_case"
    CHANGE_REQUEST = "change_request"


class Capacity(StrEnum):
    """What a body is asked to do with a case at its step of the route."""

    TRIAGE = "triage"
    RECOMMEND = "recommend"
    COMMENT = "comment"
    NOTE = "note"
    DECIDE = "decide"


OUTCOMES: dict[Capacity, tuple[str, ...]] = {
    Capacity.TRIAGE: ("accept", "return_for_rework"),
    Capacity.RECOMMEND: ("recommend", "decline", "return_for_rework", "defer"),
    Capacity.COMMENT: ("comment", "defer"),
    Capacity.NOTE: ("note",),
    Capacity.DECIDE: ("approve", "refuse", "return_for_rework", "defer"),
}
"""The verbs that record what a step yields, by capacity (SAF 2). An office that decides may also `refer_up`."""

REFER_UP = "refer_up"
"""The outcome open only to a single office that decides, where a body stands above it: see Policy.outcomes."""


class Basis(StrEnum):
    """Which of a case's figures a policy routes on (SAF 2 [A])."""

    AUTHORITY_CONTRIBUTION = "authority_contribution"
    TOTAL_PROJECT_COST = "total_project_cost"
    ACCUMULATED_COMMITMENT = "accumulated_commitment"


@dataclass(frozen=True, slots=True)
class Figures:
    """The three sums a policy may route on, in pence."""

    authority_contribution: Pence
    total_project_cost: Pence
    accumulated_commitment: Pence

    @classmethod
    def of(cls, pence: Pence) -> "Figures":
        """All three figures alike."""
        return cls(pence, pence, pence)

    def on(self, basis: Basis) -> Pence:
        """The figure on one basis, in pence."""
        match basis:
            case Basis.AUTHORITY_CONTRIBUTION:
                return self.authority_contribution
            case Basis.TOTAL_PROJECT_COST:
                return self.total_project_cost
            case Basis.ACCUMULATED_COMMITMENT:
                return self.accumulated_commitment
