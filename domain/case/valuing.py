"""From sums to route: what a case is valued at, and the route that follows, at first and when the value changes."""

from typing import Any

from domain.case import events, state
from domain.case.known import Ask
from domain.routing.kinds import Figures, Kind
from domain.routing.policy import Route
from domain.words import BodyId, Pence


def figures(command: Any) -> Figures | None:
    if command.figures is not None:
        figures: Figures = command.figures
        return figures
    return Figures.of(command.value) if command.value is not None else None


def valuation(asked: Ask, kind: Kind, earlier: state.Sums | None) -> events.Valued | None:
    after = figures(asked.command) or (earlier.after if earlier else None)
    before = asked.known.baseline.figures if kind is Kind.CHANGE_REQUEST and asked.known.baseline else None
    after = after or before
    if after is None:
        return None
    spend = asked.command.new_spend
    if spend is None:
        stated = Pence(earlier.new_spend) if earlier else Pence(0)
        spend = stated if kind is Kind.CHANGE_REQUEST else after.authority_contribution
    return events.Valued(asked.by, before, after, spend)


def against_the_baseline(asked: Ask) -> tuple[events.Valued, ...]:
    """The sums of a change request anew where its baseline has moved since they were stated."""
    sums, baseline = asked.state.file.sums, asked.known.baseline
    if asked.state.file.identity.kind is not Kind.CHANGE_REQUEST or not baseline or sums.before == baseline.figures:
        return ()
    after = baseline.figures if sums.after == sums.before else sums.after
    return (events.Valued(asked.by, baseline.figures, after, sums.new_spend),)


def route_of(asked: Ask, sums: state.Sums, at_least: BodyId | None = None) -> Route:
    """The policy's route for the figure, never decided below the body that approved a change request's baseline."""
    policy, baseline = asked.known.policy, asked.known.baseline
    kind = asked.state.file.identity.kind
    if kind is Kind.CHANGE_REQUEST and baseline:
        floor = policy.floor(baseline.figures, baseline.approved_by, baseline.delegated)
        at_least = max((body for body in (at_least, floor) if body), key=policy.rank, default=None)
    return policy.route(kind, policy.figure(kind, sums.before, sums.after), at_least)


def was_raised(asked: Ask) -> bool:
    """Whether the case was escalated or referred above what its figure says; it is never brought down again."""
    review, policy = asked.state.review, asked.known.policy
    kind = asked.state.file.identity.kind
    return policy.rank(review.route.decider) > policy.rank(policy.decider(kind, review.route.figure))
