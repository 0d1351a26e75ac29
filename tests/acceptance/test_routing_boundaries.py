"""Who decides, and by which route: features/routing_boundaries.feature."""

from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from adapters.imports.policy_files import read_policy
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.decide import AdoptPolicy
from domain.routing.kinds import Basis, Capacity, Figures, Kind
from domain.routing.policy import Policy, Route
from domain.words import BodyId, Pence, ProjectId, Text
from tests.dsl import FOLDER, Stage, said

scenarios("routing_boundaries.feature")

WEST_MIDLANDS = read_policy(FOLDER.parent / "west-midlands" / "policy.json")
POLICIES = {"cpca-2024": CPCA_2024, "west-midlands-2024": WEST_MIDLANDS}
DOES = {
    Capacity.TRIAGE: "triages",
    Capacity.RECOMMEND: "recommends",
    Capacity.COMMENT: "comments",
    Capacity.DECIDE: "decides",
}
BASES = {
    "authority's contribution": Basis.AUTHORITY_CONTRIBUTION,
    "accumulated commitment": Basis.ACCUMULATED_COMMITMENT,
}
SHORT = {"pmo": "PMO", "board": "Board"}
"""The names by which a feature calls two bodies of the first policy."""


def named(policy: Policy, body: BodyId) -> str:
    """A body's name, as the feature has it."""
    return SHORT.get(body, policy.body(body).name) if policy is CPCA_2024 else policy.body(body).name


@pytest.fixture
def routed() -> dict[str, Any]:
    """The policy that was asked, the kind of case, and the route it gave."""
    return {}


@when(parsers.re(r"a (?P<kind>[a-z ]+) of £(?P<value>[\d,.]+) is routed under (?P<policy>[\w-]+)"))
def _(routed: dict[str, Any], kind: str, value: str, policy: str) -> None:
    asked = POLICIES[policy]
    pence = Pence(int(value.replace(",", "").replace(".", "")))
    routed.update(policy=asked, kind=Kind(kind.replace(" ", "_")))
    routed["route"] = asked.route(routed["kind"], asked.figure(routed["kind"], None, Figures.of(pence)))


@then(said("its steps are: {steps:words}"))
def _(routed: dict[str, Any], steps: str) -> None:
    route: Route = routed["route"]
    assert ", ".join(f"{named(routed['policy'], s.body)} {DOES[s.capacity]}" for s in route.steps) == steps


@then(parsers.re(r"the (?P<decider>[A-Z][\w ]+) decides"))
def _(routed: dict[str, Any], decider: str) -> None:
    assert named(routed["policy"], routed["route"].decider) == decider


@then(said("the row it was found in rests on {source:text}"))
def _(routed: dict[str, Any], source: str) -> None:
    assert routed["policy"].band(routed["kind"], routed["route"].figure).source == source


@then(said("the figure is the {basis:words}"))
def _(routed: dict[str, Any], basis: str) -> None:
    assert routed["route"].basis is BASES[basis]


# On the stage


@given("the West Midlands policy in force")
def _(stage: Stage) -> None:
    stage.set_up(AdoptPolicy(WEST_MIDLANDS))


@given(said("a project of {baseline:sum} that the {body} approved"))
def _(stage: Stage, baseline: Pence, body: BodyId) -> None:
    stage.project("a-project", f"{baseline / 100:.2f}", body)


@given(said("a project of {baseline:sum} that the {body} approved and delegated"))
def _(stage: Stage, baseline: Pence, body: BodyId) -> None:
    stage.do(
        "register_project",
        project=ProjectId("a-project"),
        title=Text("A project"),
        figures=Figures.of(baseline),
        approved_by=body,
        delegated=True,
        imported=True,
    )


@given(said("a change request to it of {value:sum} by {who}"))
def _(stage: Stage, value: Pence, who: str) -> None:
    stage.draft(kind=Kind.CHANGE_REQUEST, value=value, by=who, project=ProjectId("a-project"))


@given(said("a change request of {value:sum} by {who} that names no project"))
def _(stage: Stage, value: Pence, who: str) -> None:
    stage.draft(kind=Kind.CHANGE_REQUEST, value=value, by=who, project=None)


@given(said("a business case by {who} that states no sum"))
def _(stage: Stage, who: str) -> None:
    stage.draft(value=None, by=who)


@given(said("a business case by {who} of {value:sum} on a project that will then have committed {committed:sum}"))
def _(stage: Stage, who: str, value: Pence, committed: Pence) -> None:
    stage.draft(value=None, by=who, figures=Figures(value, value, committed))


@then(said("the case records the figure {figure:sum}, on the {basis:words}"))
def _(stage: Stage, figure: Pence, basis: str) -> None:
    route = stage.route()
    assert (route.figure, route.basis) == (figure, BASES[basis])


@then(said("the case records the policy {policy:words}"))
def _(stage: Stage, policy: str) -> None:
    assert stage.route().policy == policy


@then(parsers.re(r"the decider of the case is the (?P<decider>[\w ]+)"))
def _(stage: Stage, decider: str) -> None:
    policy = stage.world().policies.get(stage.route().policy)
    assert named(policy, stage.route().decider) == decider
