"""The API's own description: OpenAPI 3.1, an example of every command and view, and a page that needs no other site."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from adapters.http import examples
from adapters.http.addresses import names_in, path_of_command, path_of_view
from adapters.http.orders import BY_VERB, body_model
from adapters.http.shapes import mirror, unmirrored
from tests.adapters.http_door import API, Door
from workflows.commands import COMMANDS
from workflows.views.table import VIEWS

EXAMPLES = Path(examples.__file__).with_name("examples.json")
SITTING = "investment_committee/2024-11"
READ_FROM = {"case": "", "sitting": SITTING, "cycle": "2024-11", "policy": "cpca-2024", "person": "ann"}
READ_FROM["project"] = "chalk"


@pytest.fixture(scope="module")
def door() -> Door:
    """An authority in which every view has something to show."""
    door = Door()
    case = door.submitted(value=40_000_000)
    READ_FROM["case"] = case
    door.done(door.post(f"/cases/{case}/accept", by="pat"))
    door.done(door.post("/confer", examples.of_body(BY_VERB["confer"], ()), by="dem"))
    door.done(door.post(f"/sittings/{SITTING}/give_public_notice", by="dem"))
    door.turn_to("2024-10-02T09:00")
    door.done(door.post("/close_day", {"day": "2024-11-22", "reason": "The town hall is shut"}, by="dem"))
    return door


@pytest.fixture(scope="module")
def described(door: Door) -> dict[str, Any]:
    """The description as anybody can fetch it."""
    return dict(door.client.get(f"{API}/openapi.json").json())


def shown(door: Door, view: Any) -> Any:
    """What a view shows, cut short, with the case under the id that all examples use."""
    path = "/" + re.sub(r"{(\w+)}", lambda name: READ_FROM[name[1]], view.path)
    whole = door.done(door.get(path, by="pat"))
    found = whole["items"] if set(whole) == {"items", "next"} else whole
    return json.loads(json.dumps(cut(found)).replace(READ_FROM["case"], examples.CASE))


def cut(node: Any) -> Any:
    """A value with every list in it cut to its first two items."""
    if isinstance(node, dict):
        return {name: cut(item) for name, item in node.items()}
    return [cut(item) for item in node[:2]] if isinstance(node, list) else node


def test_the_description_is_openapi_3_1(described: dict[str, Any]) -> None:
    """It is OpenAPI 3.1, every reference in it leads somewhere, and only a bearer token signs anybody in."""
    assert described["openapi"].startswith("3.1")
    references = set(re.findall(r'"#/components/(\w+)/([^"]+)"', json.dumps(described)))
    assert references
    assert not [each for each in references if each[1] not in described["components"][each[0]]]
    assert described["components"]["securitySchemes"] == {"bearer": {"type": "http", "scheme": "bearer"}}


@pytest.mark.parametrize("row", BY_VERB.values(), ids=lambda row: row.verb)
def test_every_command_is_described_with_an_example_that_is_one(row: Any, described: dict[str, Any]) -> None:
    """Every command stands at its address with an example body that its own model takes."""
    path = path_of_command(row)
    operation = described["paths"][path]["post"]
    body = operation["requestBody"]["content"]["application/json"]
    example = body["examples"][row.verb]["value"]
    model = body_model(row).model_validate_json(json.dumps(example))
    known = {row.about: examples.CASE} if row.about else {}
    assert isinstance(unmirrored(model, known), row.shape)
    assert {"401", "403", "404", "409", "412", "413", "415", "422"} <= set(operation["responses"])
    assert ("428" in operation["responses"]) == row.replaces


def test_every_command_has_an_endpoint(described: dict[str, Any]) -> None:
    """No row of the catalogue is left without an endpoint: a file is attached by sending it."""
    said = {operation["operationId"] for path in described["paths"].values() for operation in path.values()}
    assert {row.verb for row in COMMANDS} <= said


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_is_described_with_an_example_like_what_it_shows(
    view: Any, door: Door, described: dict[str, Any]
) -> None:
    """Every view stands at its address with an example that has the same members as what it shows."""
    found = shown(door, view)
    if os.environ.get("DRAW_EXAMPLES"):
        drawn = json.loads(EXAMPLES.read_text()) | {view.name: found}
        EXAMPLES.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
        examples.of_views.cache_clear()
    example = examples.of_views()[view.name]
    assert type(example) is type(found)
    assert members(example) == members(found), "draw the examples again: DRAW_EXAMPLES=1"
    operation = described["paths"][path_of_view(view)]["get"]
    assert operation["responses"]["200"]["content"]["application/json"]["example"]
    named = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
    assert named == set(names_in(view.path))


def members(shown: Any) -> set[str]:
    """The names in an object, or in the first item of a list."""
    one = (shown or [{}])[0] if isinstance(shown, list) else shown
    return set(one)


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.verb)
def test_every_word_of_every_command_is_bounded(row: Any) -> None:
    """There is no field of any command for which the door has no bounds."""
    assert mirror(row.shape)


def test_the_page_of_endpoints_needs_no_other_site(door: Door) -> None:
    """The page lists every endpoint, runs no script and fetches nothing."""
    page = door.client.get("/docs")
    assert page.status_code == 200
    assert "/api/v1/cases/{case}/submit" in page.text
    assert not re.search(r"<script|<link|<img|https?://", page.text)


def test_every_kind_of_problem_is_explained_at_its_address(door: Door) -> None:
    """A problem's type is an address that says what it means."""
    listed = door.client.get(f"{API}/problems").json()["items"]
    assert {"refused", "moved-on", "invalid"} <= {kind["type"].rpartition("/")[2] for kind in listed}
    for kind in listed:
        assert door.client.get(kind["type"]).json() == kind
    assert door.client.get(f"{API}/problems/none-such").status_code == 404
