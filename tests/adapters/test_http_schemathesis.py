"""The API under generated requests that follow its own description, with the ids of things that exist."""

import json
import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from adapters.http.problems import MEDIA_TYPE
from tests.adapters.http_door import HOLDERS, Door

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "4"))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

DOOR = Door()


def known_things() -> dict[str, list[str]]:
    """The ids of what exists at the door, by what an id is of."""
    case, other = DOOR.submitted(value=40_000_000), DOOR.drafted(value=600_000_000)
    return {
        "case": [case, other],
        "Case": [case, other],
        "project": ["chalk", "marsh"],
        "Project": ["chalk", "marsh"],
        "Person": [*HOLDERS, "sol", "nobody"],
        "Cycle": ["2024-11", "2024-12", "1999-01"],
        "cycle": ["2024-11", "1999-01"],
        "Body": ["investment_panel", "investment_committee", "board", "chief_executive", "pmo", "nobody"],
        "Office": [*dict.fromkeys(HOLDERS.values()), "member", "nobody"],
        "sitting": ["investment_panel/2024-11", "investment_committee/2024-11", "board/2024-11-13", "board/1999-01-01"],
        "A sitting": ["investment_panel/2024-11", "investment_committee/2024-11", "board/2024-11-13"],
        "person": ["ann", "nobody"],
        "policy": ["cpca-2024", "nothing"],
        "Policy": ["cpca-2024", "cpca-2025"],
    }


def narrowed(node: Any, known: dict[str, list[str]]) -> Any:
    """The description with the ids of existing things in place of the pattern every id follows."""
    if isinstance(node, list):
        return [narrowed(item, known) for item in node]
    if not isinstance(node, dict):
        return node
    of = str(node.get("description", "")).partition(":")[0]
    if "pattern" in node and of in known:
        return {"type": "string", "enum": known[of]}
    if node.get("in") == "path" and node["name"] in known:
        return {**node, "schema": {"type": "string", "enum": known[node["name"]]}}
    return {name: narrowed(item, known) for name, item in node.items()}


def description() -> dict[str, Any]:
    """The API's own description, narrowed to what exists."""
    described: dict[str, Any] = json.loads(json.dumps(DOOR.app.openapi()))
    return dict(narrowed(described, known_things()))


SCHEMA = schemathesis.openapi.from_dict(description())
SCHEMA.app = DOOR.app
OPERATIONS = [result.ok() for result in SCHEMA.get_all_operations()]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_generated_requests_are_answered_as_described(operation: Any) -> None:
    """Whatever is sent by whomever, the answer is one the description names, and never a server error."""

    @settings(
        max_examples=EXAMPLES,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(case=operation.as_strategy())
    def answered(case: Any) -> None:
        for person in ("ann", "pat", "dem", "adm"):
            DOOR.turn_to("2024-10-15T10:00")
            response = case.call(headers={"Authorization": f"Bearer token-of-{person}"})
            case.validate_response(response, checks=CHECKS)
            assert response.status_code < 400 or response.headers["content-type"][0] == MEDIA_TYPE

    answered()
