"""What a command would lead to, before a person confirms it: dates to confirm, cases moved, routes that differ."""

from collections.abc import Iterable
from typing import Any

from domain.calendar.proposals import consequences
from domain.case.state import Undecided, review_of, standing
from domain.routing.decide import Preview, UnderWay, preview_adoption
from domain.routing.policy import Policy
from domain.routing.state import Policies
from domain.words import CLOCK, CaseId
from workflows import streams
from workflows.acts.cases import known_for
from workflows.acts.meetings import agendas_out
from workflows.handle import House, Order
from workflows.ports import Fact
from workflows.views.plain import plain
from workflows.views.told import words
from workflows.world import World

Json = dict[str, Any]


def preview(house: House, order: Order) -> Json:
    """What a command would record, what that leads to in the calendar, and every case it would move; nothing is stored.

    Raises what giving the command would raise.
    """
    facts = house.preview(order)
    world = house.world(order.at)
    changes = [fact for stream, fact in facts if stream == streams.CALENDAR]
    shown: Json = {"facts": [_fact(world, stream, fact) for stream, fact in facts], "cases": list(_moved(world, facts))}
    if changes:
        shown |= plain(consequences(world.calendar, changes, world.today, agendas_out(world)), house.ledger)
    return shown


def preview_policy(world: World, policy: Policy) -> list[Json]:
    """The route each case under way has, and the one a policy would have given it. It changes none."""
    found = {one.case: one for one in _under_way(world)}
    return [_routes(world, policy, one) for one in preview_adoption(policy, found.values())]


def _fact(world: World, stream: str, fact: Fact) -> Json:
    kept = {key: value for key, value in plain(fact, world.ledger).items() if key != "by"}
    return {"of": stream, "event": type(fact).__name__, "says": words(type(fact).__name__), "holds": kept}


def _moved(world: World, facts: Iterable[tuple[str, Fact]]) -> Iterable[Json]:
    for stream, fact in facts:
        kind, _, id = stream.partition("-")
        if kind == "case":
            case = world.case(CaseId(id))
            yield {"case": id, "reference": case.file.identity.reference, "says": words(type(fact).__name__)}


def _under_way(world: World) -> Iterable[UnderWay]:
    for row in world.rows("open", ""):
        case = world.case(CaseId(row.body["case"]))
        review = review_of(case)
        if review is None or not isinstance(case, Undecided) or case.file.sums is None:
            continue
        baseline = known_for(world, case.file.identity.case, CLOCK).baseline
        yield UnderWay(
            case.file.identity.case,
            case.file.identity.kind,
            review.route,
            case.file.sums.after,
            case.file.sums.before,
            baseline.approved_by if baseline else None,
            baseline.delegated if baseline else False,
        )


def _routes(world: World, policy: Policy, one: Preview) -> Json:
    case = world.case(one.case)
    policies: Policies = world.policies
    return {
        "case": one.case,
        "reference": case.file.identity.reference,
        "standing": standing(case),
        "now": _steps(one.now.steps),
        "now_decided_by": policies.get(one.now.policy).body(one.now.decider).name,
        "instead": _steps(one.instead.steps),
        "instead_decided_by": policy.body(one.instead.decider).name,
        "differs": one.differs,
        "decider_differs": one.decider_differs,
    }


def _steps(steps: Iterable[Any]) -> list[Json]:
    return [{"body": step.body, "capacity": step.capacity.value} for step in steps]
