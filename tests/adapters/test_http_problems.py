"""Whatever is wrong with a request gets a problem of the 4xx kind, in the words of RFC 9457."""

import json
from typing import Any

import pytest

from tests.adapters.http_door import API, HOLDERS, Door

ABSURD: list[bytes] = [
    b"{",
    b"\xff\xfe",
    b"\xef\xbb\xbf{}",
    b"nonsense",
    b"NaN",
    b'{"title": "x", "title": "y"}',
    b"[" * 50_000,
    b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
    b'{"value": ' + b"9" * 10_000 + b"}",
    b'{"title": "\\ud800"}',
    b'{"title": "\\udc00\\ud800"}',
    '{"title": "½"}'.encode("utf-16"),
]
WRONG: list[Any] = [
    [],
    None,
    "text",
    7,
    {"kind": "concept_paper"},
    {"kind": "poem", "title": "x"},
    {"kind": "concept_paper", "title": 7},
    {"kind": "concept_paper", "title": "a\x00b"},
    {"kind": "concept_paper", "title": "a\x1bb"},
    {"kind": "concept_paper", "title": "x", "case": "mine"},
    {"kind": "concept_paper", "title": "x", "value": 1e300},
    {"kind": "concept_paper", "title": "x", "value": 2**63},
    {"kind": "concept_paper", "title": "x", "sponsor": "a b"},
    {"kind": "concept_paper", "title": "x", "sponsor": "a|b"},
    {"kind": "concept_paper", "title": "x", "sponsor": "x" * 101},
    {"kind": "concept_paper", "title": "x" * 100_001},
    {"kind": "concept_paper", "title": "x", "contents": {"funding_deadline": "0001-01-01"}},
    {"kind": "concept_paper", "title": "x", "contents": {"funding_deadline": "9999-12-31"}},
    {"kind": "concept_paper", "title": "x", "contents": {"funding_deadline": "2024-02-30"}},
    {"kind": "concept_paper", "title": "x", "contents": {"risks": ["x"] * 1_001}},
]


@pytest.fixture(scope="module")
def door() -> Door:
    """A small authority behind the API; nothing in these tests changes it."""
    return Door()


def is_problem(response: Any, *statuses: int) -> dict[str, Any]:
    """The problem that a response is, which must have one of some statuses."""
    assert response.status_code in statuses, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == response.status_code
    assert {"type", "title", "detail", "instance"} <= set(problem)
    assert problem["instance"] == f"urn:request:{response.headers['x-request-id']}"
    return dict(problem)


@pytest.mark.parametrize("raw", ABSURD, ids=range(len(ABSURD)))
def test_what_is_not_json_is_a_400(door: Door, raw: bytes) -> None:
    """Broken, ambiguous, deep or undecodable JSON is said to be unreadable."""
    headers = {"Authorization": "Bearer token-of-ann", "Content-Type": "application/json"}
    is_problem(door.client.post(f"{API}/cases", content=raw, headers=headers), 400, 422)


@pytest.mark.parametrize("body", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_in_a_body_is_pointed_at(door: Door, body: Any) -> None:
    """Wrong types, unknown fields, absurd dates, huge numbers and odd characters are each pointed at, not repeated."""
    headers = {"Authorization": "Bearer token-of-ann", "Content-Type": "application/json"}
    problem = is_problem(door.client.post(f"{API}/cases", content=json.dumps(body), headers=headers), 422)
    assert all(error["at"].startswith("#") and error["says"] for error in problem["errors"])
    assert "a\x00b" not in json.dumps(problem)


def test_who_has_no_token_is_told_how_to_sign_in(door: Door) -> None:
    """No token and a wrong one are 401 with a challenge; nothing else is said, not even of what exists."""
    for path in ("/cases", "/cases/none", "/rules", "/route?kind=poem"):
        response = door.get(path, by="")
        assert is_problem(response, 401)["type"].endswith("/sign-in")
        assert response.headers["WWW-Authenticate"] == 'Bearer realm="saf"'
    for sent in ("Bearer wrong", "Bearer", "Basic YTpi", "Bearer " + "x" * 5_000, "token-of-ann"):
        response = door.client.get(f"{API}/cases", headers={"Authorization": sent})
        assert is_problem(response, 401)
        assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]


def test_two_tokens_at_once_are_none(door: Door) -> None:
    """Of two Authorization headers neither is believed."""
    headers = [("Authorization", "Bearer token-of-ann"), ("Authorization", "Bearer token-of-pat")]
    is_problem(door.client.get(f"{API}/cases", headers=headers), 401)


def test_what_is_not_ones_office_is_a_403(door: Door) -> None:
    """A person without the office is told whose it is."""
    assert "democratic services" in is_problem(door.post("/import_calendar", {"cycles": []}), 403)["detail"]


def test_a_draft_is_known_only_to_its_writers(door: Door) -> None:
    """To all others, administrators too, an unshared draft is as if it did not exist, under its reference as well."""
    made = door.done(door.post("/cases", {"kind": "concept_paper", "title": "A quiet ferry"}))
    unknown = "0192b0a4-6f6c-7c31-9d52-2f7f4e1c8a10"
    for person in {*HOLDERS, "sol"} - {"ann"}:
        for given in (made["case"], made["reference"]):
            for path in ("", "/history", "/next-steps", "/attachments", "/attachments/" + "0" * 64):
                problem = is_problem(door.get(f"/cases/{given}{path}", by=person), 404)
                missing = is_problem(door.get(f"/cases/{unknown}{path}", by=person), 404)
                assert problem["detail"] == missing["detail"].replace(unknown, given)
            is_problem(door.post(f"/cases/{given}/withdraw", {"reason": "x"}, by=person), 404)
        assert made["case"] not in door.get("/cases", by=person).text
        assert made["case"] not in door.get("/inbox?person=ann", by=person).text
        assert made["case"] not in door.get("/owed", by=person).text


def test_a_shared_draft_is_known_to_the_pmo(door: Door) -> None:
    """Once a draft is shared the PMO may read it, and an administrator still may not."""
    made = door.done(door.post("/cases", {"kind": "concept_paper", "title": "A ferry"}))
    door.done(door.post(f"/cases/{made['case']}/share"))
    assert door.get(f"/cases/{made['case']}", by="pat").status_code == 200
    is_problem(door.get(f"/cases/{made['case']}", by="adm"), 404)


def test_a_projects_page_hides_drafts_too(door: Door) -> None:
    """A draft about a project is listed with the project for its writers only."""
    case = door.drafted()
    assert case in door.get("/projects/chalk").text
    assert case not in door.get("/projects/chalk", by="bob").text


@pytest.mark.parametrize(
    "path",
    [
        "/cases/none",
        "/cases/%00",
        "/cases/" + "x" * 300,
        "/cases/a|b",
        "/cycles/1999-01",
        "/sittings/board",
        "/sittings/board/1999-01-01",
        "/sittings/board/2024/11",
        "/people/nobody",
        "/policies/none",
        "/projects/none",
        "/nothing",
        "/cases/",
        "/%ff%fe",
    ],
)
def test_what_does_not_exist_is_a_404(door: Door, path: str) -> None:
    """Unknown things, impossible ids and addresses that lead nowhere are all not found."""
    is_problem(door.get(path), 404)


def test_asking_for_what_does_not_exist_leaves_nothing_behind(door: Door) -> None:
    """Guessed ids are not kept in memory."""
    kept = set(door.house._warm)
    for number in range(20):
        is_problem(door.get(f"/cases/guess-{number}"), 404)
        is_problem(door.get(f"/projects/guess-{number}"), 404)
    assert set(door.house._warm) == kept


def test_a_command_about_nothing_is_a_404(door: Door) -> None:
    """A sitting or a project that is not known is not found before any rule is asked."""
    is_problem(door.post("/sittings/board/1999-01-01/give_public_notice", by="dem"), 404)
    is_problem(door.post("/projects/none/reach_stage", {"stage": "concept", "on": "2024-09-30"}, by="pat"), 404)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/cases", "GET, POST"),
        ("PUT", "/cases/none", "GET"),
        ("GET", "/cases/none/submit", "POST"),
        ("PATCH", "/cases/none/attachments", "GET, POST"),
        ("GET", "/sittings/board/2024-11-13/publish_agenda", "POST"),
    ],
)
def test_a_method_that_is_not_taken_names_all_that_are(door: Door, method: str, path: str, allowed: str) -> None:
    """A 405 lists every method of the address, also where two routes share it."""
    response = door.client.request(method, API + path, headers={"Authorization": "Bearer token-of-ann"})
    is_problem(response, 405)
    assert response.headers["Allow"] == allowed


def test_a_body_that_is_too_large_is_a_413(door: Door) -> None:
    """More than a million bytes of JSON are refused by their stated length, and by count where none is stated."""
    headers = {"Authorization": "Bearer token-of-ann", "Content-Type": "application/json"}
    is_problem(door.client.post(f"{API}/cases", content=b" " * 1_000_001, headers=headers), 413)
    is_problem(door.client.post(f"{API}/cases", content=iter([b" " * 600_000] * 2), headers=headers), 413)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
def test_a_body_of_another_type_is_a_415(door: Door, media_type: str) -> None:
    """Commands are JSON."""
    headers = {"Authorization": "Bearer token-of-ann", "Content-Type": media_type}
    is_problem(door.client.post(f"{API}/cases", content=b"{}", headers=headers), 415)
    packed = {"Authorization": "Bearer token-of-ann", "Content-Type": "application/json", "Content-Encoding": "gzip"}
    is_problem(door.client.post(f"{API}/cases", content=b"{}", headers=packed), 415)


def test_a_failure_says_nothing_of_its_cause(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is a 500 problem under the request's id, and does not give away what it was."""

    def broken(*_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(door.house, "handle", broken)
    response = door.post("/cases", {"kind": "concept_paper", "title": "A ferry"})
    is_problem(response, 500)
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


def test_every_answer_carries_its_request_id_and_safe_headers(door: Door) -> None:
    """A caller's own plain id is kept, any other is replaced; every answer may be kept by nobody and framed nowhere."""
    kept = door.get("/rules", headers={"X-Request-Id": "trace-7"})
    made = door.get("/rules", headers={"X-Request-Id": "two words"})
    assert kept.headers["x-request-id"] == "trace-7"
    assert made.headers["x-request-id"] not in ("two words", "")
    for response in (kept, door.get("/nothing"), door.get("/rules", by=""), door.client.get("/docs")):
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
