"""Adopting and reviewing a policy, and what an adoption would have done to the cases under way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.routing.events import PolicyAdopted, PolicyReviewed
from domain.routing.kinds import Figures, Kind
from domain.routing.policy import Policy, Route
from domain.routing.rules import OF_ADOPT, OF_REVIEW
from domain.routing.state import Policies
from domain.rules import Asked, insist
from domain.words import BodyId, CaseId, PolicyId, Text, TextId


@dataclass(frozen=True, slots=True)
class AdoptPolicy:
    """Adopt a policy from its effective date on. Cases already submitted keep the policy they were routed by."""

    policy: Policy


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """Record a policy's annual review and when the next is due."""

    policy: PolicyId
    next_due: date
    findings: Text


def adopt_policy(asked: Asked[Policies, AdoptPolicy, Any]) -> tuple[PolicyAdopted, ...]:
    """A policy in force from its effective date on."""
    insist(OF_ADOPT, asked)
    return (PolicyAdopted(asked.by, asked.command.policy),)


def review_policy(asked: Asked[Policies, ReviewPolicy, Any]) -> tuple[PolicyReviewed, ...]:
    """A review done, and the day by which the next is due."""
    insist(OF_REVIEW, asked)
    command = asked.command
    return (PolicyReviewed(asked.by, command.policy, command.next_due, TextId(command.findings)),)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A case under way as a preview needs to see it; `before` and `approved_by` are a change request's baseline."""

    case: CaseId
    kind: Kind
    route: Route
    after: Figures
    before: Figures | None = None
    approved_by: BodyId | None = None
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """The route a case has, and the one a new policy would have given it."""

    case: CaseId
    now: Route
    instead: Route

    @property
    def differs(self) -> bool:
        """Whether the case would have gone another way."""
        return self.now.steps != self.instead.steps

    @property
    def decider_differs(self) -> bool:
        """Whether somebody else would have decided it."""
        return self.now.decider != self.instead.decider


def preview_adoption(policy: Policy, cases: Iterable[UnderWay]) -> tuple[Preview, ...]:
    """What a new policy would have done to every case under way. It changes none: each keeps its own policy."""
    return tuple(Preview(one.case, one.route, _route_of(policy, one)) for one in cases)


def _route_of(policy: Policy, one: UnderWay) -> Route:
    figure = policy.figure(one.kind, one.before, one.after)
    changes = one.kind is Kind.CHANGE_REQUEST and one.before is not None
    floor = policy.floor(one.before, one.approved_by, one.delegated) if changes and one.before else None
    return policy.route(one.kind, figure, floor)
