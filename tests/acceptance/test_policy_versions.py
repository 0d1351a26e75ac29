"""Versions of the policy: features/policy_versions.feature."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from pytest_bdd import parsers, scenarios, step, then, when

from domain.routing.cpca_2024 import CPCA_2024, UNDER_ONE_MILLION
from domain.routing.kinds import Kind
from domain.routing.policy import Policy
from domain.words import Pence, PolicyId, Text
from tests.dsl import Stage, said
from workflows.previews import preview_policy

scenarios("policy_versions.feature")

POLICY = r"(?P<policy>cpca-\d{4}b?)"
BODY = r"(?P<body>[A-Z][\w ]+)"


def later(policy: str, effective: date, up_to: Pence) -> Policy:
    """The first policy anew, with the Chief Executive deciding up to another sum."""
    bands = tuple(
        replace(band, up_to=up_to) if band.up_to == UNDER_ONE_MILLION and band.kind is not Kind.CONCEPT_PAPER else band
        for band in CPCA_2024.bands
    )
    return replace(
        CPCA_2024,
        id=PolicyId(policy),
        adopted_on=date(2024, 9, 4),
        effective_from=effective,
        review_due=date(effective.year + 1, effective.month, 1),
        bands=bands,
    )


@pytest.fixture
def shown() -> list[dict[str, Any]]:
    """What the preview of an adoption showed."""
    return []


@step(
    said(
        "the Board has adopted {policy:words} with effect from {on:day}, "
        "by which the Chief Executive decides up to {up_to:sum}"
    )
)
def _(stage: Stage, policy: str, on: date, up_to: Pence) -> None:
    stage.do("adopt_policy", "moe", policy=later(policy, on, up_to))


@when(
    said(
        "{who} adopts {policy:words} with effect from {on:day}, by which the Chief Executive decides up to {up_to:sum}"
    )
)
def _(stage: Stage, who: str, policy: str, on: date, up_to: Pence) -> None:
    stage.tries("adopt_policy", who, policy=later(policy, on, up_to))


@when(said("{who} looks at what {policy:words} would do, by which the Chief Executive decides up to {up_to:sum}"))
def _(stage: Stage, shown: list[dict[str, Any]], who: str, policy: str, up_to: Pence) -> None:
    new = later(policy, date(2024, 12, 2), up_to)
    assert stage.preview("adopt_policy", who, policy=new)
    shown.extend(preview_policy(stage.world(), new))


@when(
    said(
        "{who} reviews {policy:words} on {at:moment} and finds {findings:text}, the next being due on {due:day}",
    )
)
def _(stage: Stage, who: str, policy: str, at: datetime, findings: str, due: date) -> None:
    stage.tries("review_policy", who, at, policy=PolicyId(policy), next_due=due, findings=Text(findings))


@then(said("the policy in force on {on:day} is {policy:words}"))
def _(stage: Stage, on: date, policy: str) -> None:
    assert stage.world().policies.in_force(on).id == policy


@then(said("it was adopted by the {adopter:words} and cleared by {departments:words}"))
def _(adopter: str, departments: str) -> None:
    assert CPCA_2024.adopted_by == adopter
    assert list(CPCA_2024.cleared_by) == departments.replace(" and ", ", ").split(", ")


@then(said("its review is due on {on:day}"))
def _(stage: Stage, on: date) -> None:
    assert stage.world().policies.review_due(CPCA_2024.id) == on


@then(said("the review of {policy:words} is due on {on:day}"))
def _(stage: Stage, policy: str, on: date) -> None:
    stage.nothing_unexpected()
    assert stage.world().policies.review_due(PolicyId(policy)) == on


@then(parsers.re(rf"(?P<case>the case|\"\w+\") goes by {POLICY} and the {BODY} decides"))
def _(stage: Stage, case: str, policy: str, body: str) -> None:
    stage.nothing_unexpected()
    route = stage.route(case)
    assert (route.policy, stage.world().policies.get(route.policy).body(route.decider).name) == (policy, body)


@then("these would have gone another way:")
def _(shown: list[dict[str, Any]], datatable: list[list[str]]) -> None:
    differ = [[one["case"], one["now_decided_by"], one["instead_decided_by"]] for one in shown if one["differs"]]
    assert differ == datatable[1:]


@then(said("the cases looked at were: {cases:words}"))
def _(shown: list[dict[str, Any]], cases: str) -> None:
    assert [one["case"] for one in shown] == cases.split(", ")
