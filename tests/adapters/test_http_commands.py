"""Commands over HTTP: who acts, when, on what version, and once."""

import re
from typing import Any

import pytest

from domain.words import CaseId
from tests.adapters.http_door import Door
from workflows import streams

CONTENTS = {"problem": "Two rivers fail the standard", "strategic_case": "Nature recovery"}


@pytest.fixture
def door() -> Door:
    """A small authority behind the API."""
    return Door()


def test_a_case_goes_from_draft_to_the_chief_executive(door: Door) -> None:
    """A change request is drafted, submitted, accepted, recommended and approved by those whose office it is."""
    case = door.submitted(value=40_000_000)
    door.done(door.post(f"/cases/{case}/accept", by="pat"))
    door.turn_to("2024-10-24T15:00")
    door.done(door.post(f"/cases/{case}/recommend", {"words": "Sound"}, by="pru"))
    door.done(door.post(f"/cases/{case}/approve", {"reason": "It is needed"}, by="cleo"))
    shown = door.done(door.get(f"/cases/{case}"))
    assert shown["standing"] == "in_effect"
    assert [step["outcome"] for step in shown["route"]] == ["accept", "recommend", "approve"]


def test_a_draft_answers_with_its_address(door: Door) -> None:
    """Drafting makes a UUIDv7 at the door, and answers 201 with the case's address, reference and version."""
    response = door.post("/cases", {"kind": "concept_paper", "title": "A ferry", "value": 100})
    made = response.json()
    assert response.status_code == 201
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", made["case"])
    assert response.headers["Location"] == f"/api/v1/cases/{made['case']}"
    assert made["reference"] == "SAF-2024-0001"
    assert door.client.get(response.headers["Location"], headers={"Authorization": "Bearer token-of-ann"}).json()


def test_a_case_is_found_by_its_reference_too(door: Door) -> None:
    """A reference stands for its case in every address."""
    case = door.drafted(value=40_000_000)
    assert door.done(door.get("/cases/SAF-2024-0001"))["case"] == case
    assert door.done(door.post("/cases/SAF-2024-0001/submit"))["case"] == case


def test_who_acts_and_when_is_never_in_the_body(door: Door) -> None:
    """A body that names a hand or an instant is refused; the ledger holds the token's person and the clock's time."""
    case = door.drafted()
    for stray in ("by", "at", "person", "on_behalf_of"):
        assert door.post(f"/cases/{case}/share", {stray: "pat"}).status_code == 422
    door.done(door.post(f"/cases/{case}/share"))
    last = door.house.ledger.stream(streams.case_stream(CaseId(case)))[-1]
    assert (last.fact.by.person, last.at) == ("ann", door.now)


def test_a_refusal_lists_every_broken_rule_with_its_source(door: Door) -> None:
    """Rules that say no are a 409 problem which names each of them, and nothing is stored."""
    case = door.done(door.post("/cases", {"kind": "business_case", "title": "A bridge"}))["case"]
    before = door.house.ledger.head()
    response = door.post(f"/cases/{case}/submit")
    assert response.status_code == 409
    assert response.headers["content-type"] == "application/problem+json"
    assert {rule["name"] for rule in response.json()["rules"]} >= {"case.figure", "case.entry"}
    assert all(rule["says"] and rule["source"] for rule in response.json()["rules"])
    assert door.house.ledger.head() == before


def test_a_preview_says_what_would_follow_and_stores_nothing(door: Door) -> None:
    """A dry run shows the facts the command would add, or the same problem as the command itself."""
    case = door.drafted(value=40_000_000)
    before = door.house.ledger.head()
    facts = door.done(door.post(f"/cases/{case}/submit?preview=true"))["facts"]
    assert [fact["event"] for fact in facts][:1] == ["Submitted"]
    assert facts[0]["holds"]["route"]["policy"] == "cpca-2024"
    assert door.post("/cases?preview=true", {"kind": "concept_paper", "title": "A ferry"}).status_code == 200
    assert door.post(f"/cases/{case}/resubmit?preview=true").status_code == 409
    assert door.post(f"/cases/{case}/submit?preview=perhaps").status_code == 422
    assert door.house.ledger.head() == before


def test_what_replaces_text_needs_the_version_that_was_shown(door: Door) -> None:
    """Saving a draft without If-Match is 428, with a version that has moved on 412, and otherwise it is done."""
    case = door.drafted()
    seen = door.get(f"/cases/{case}").headers["ETag"]
    body = {"title": "Chalk streams", "contents": {"reason": "Costs rose"}}
    assert door.post(f"/cases/{case}/save", body).status_code == 428
    saved = door.post(f"/cases/{case}/save", body, headers={"If-Match": seen})
    assert saved.status_code == 200
    assert saved.headers["ETag"] == door.get(f"/cases/{case}").headers["ETag"] != seen
    assert door.post(f"/cases/{case}/save", body, headers={"If-Match": seen}).status_code == 412
    either = {"If-Match": f"{seen}, {saved.headers['ETag']}"}
    assert door.post(f"/cases/{case}/save", body, headers=either).status_code == 200


def test_any_command_about_something_heeds_if_match(door: Door) -> None:
    """A version may be named for every command about a case, a sitting or a project, and is needed only for text."""
    case, sitting = door.drafted(value=40_000_000), "/sittings/investment_committee/2024-11"
    stale = {"If-Match": '"case9.report0.notice0.decision0"'}
    assert door.post(f"/cases/{case}/submit", headers=stale).status_code == 412
    assert door.post(f"/cases/{case}/submit", headers={"If-Match": "*"}).status_code == 200
    assert door.get(sitting).headers["ETag"] == '"meeting0"'
    assert door.post(f"{sitting}/give_public_notice", by="dem", headers={"If-Match": '"meeting0"'}).status_code == 200
    assert door.get(sitting).headers["ETag"] == '"meeting1"'
    assert door.get("/projects/chalk").headers["ETag"] == '"project1"'
    body = {"day": "2024-12-24", "reason": "The hall is shut"}
    assert door.post("/close_day", body, by="dem", headers={"If-Match": '"calendar1"'}).status_code == 412
    assert door.post(f"/cases/{case}/submit", headers={"If-Match": "case3"}).status_code == 400


def test_an_edited_report_and_a_project_are_replaced_by_version_only(door: Door) -> None:
    """The other commands that replace what was shown need their version as well."""
    case = door.submitted(value=40_000_000)
    assert door.post(f"/cases/{case}/edit_report", {"changes": [["legal", "None"]]}).status_code == 428
    assert door.post("/projects/chalk/amend_project", {"title": "Chalk"}, by="pat").status_code == 428
    named = {"If-Match": door.get("/projects/chalk").headers["ETag"]}
    assert door.post("/projects/chalk/amend_project", {"title": "Chalk"}, by="pat", headers=named).status_code == 200


def test_the_same_key_and_body_act_once(door: Door) -> None:
    """A command sent again under its key answers the same and adds nothing, even when its version has moved on."""
    keyed = {"Idempotency-Key": "a key of Ann's"}
    body = {"kind": "concept_paper", "title": "A ferry", "value": 100}
    first = door.post("/cases", body, headers=keyed)
    head = door.house.ledger.head()
    again = door.post("/cases", body, headers=keyed)
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert first.headers["Location"] == again.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert door.house.ledger.head() == head
    case = first.json()["case"]
    save = {"title": "A ferry", "contents": {"problem": "No bridge"}}
    both = {"Idempotency-Key": "another", "If-Match": first.headers["ETag"]}
    assert door.post(f"/cases/{case}/save", save, headers=both).status_code == 200
    assert door.post(f"/cases/{case}/save", save, headers=both).status_code == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [("/cases", {"kind": "concept_paper", "title": "A bridge"}), ("/hand_over_all", {"giver": "ann", "taker": "bob"})],
)
def test_the_same_key_with_another_body_is_a_conflict(door: Door, path: str, body: dict[str, Any]) -> None:
    """A key that comes back with another body, or another verb, is a 409 and does nothing."""
    keyed = {"Idempotency-Key": "k1"}
    door.done(door.post("/cases", {"kind": "concept_paper", "title": "A ferry"}, by="pat", headers=keyed))
    response = door.post(path, body | ({"reason": "She left"} if "giver" in body else {}), by="pat", headers=keyed)
    assert response.status_code == 409
    assert response.json()["type"].endswith("/request-reused")


def test_keys_are_each_persons_own(door: Door) -> None:
    """Two people may use the same key for different things."""
    keyed = {"Idempotency-Key": "k1"}
    door.done(door.post("/cases", {"kind": "concept_paper", "title": "A ferry"}, headers=keyed))
    assert (
        door.post("/cases", {"kind": "concept_paper", "title": "A bridge"}, by="bob", headers=keyed).status_code == 201
    )


@pytest.mark.parametrize("key", ["", " ", "k" * 256, "naïve"])
def test_a_key_that_is_no_key_is_refused(door: Door, key: str) -> None:
    """A key is short and plain."""
    assert door.post("/cases", {}, headers={"Idempotency-Key": key.encode()}).status_code in (400, 422)


def test_without_a_key_every_command_is_a_new_one(door: Door) -> None:
    """The same body twice is two cases."""
    assert door.drafted() != door.drafted()


def test_contents_are_those_of_the_cases_kind(door: Door) -> None:
    """What is common to all kinds is read as the case's own kind, and what belongs to another kind is refused."""
    made = door.done(door.post("/cases", {"kind": "business_case", "title": "A bridge", "contents": CONTENTS}))
    shown = door.done(door.get(f"/cases/{made['case']}"))["contents"]
    assert shown["strategic_case"] == "Nature recovery"
    named = {"If-Match": door.get(f"/cases/{made['case']}").headers["ETag"]}
    common = {"title": "A bridge", "contents": {"problem": "The ferry is slow"}}
    door.done(door.post(f"/cases/{made['case']}/save", common, headers=named))
    assert "strategic_case" in door.done(door.get(f"/cases/{made['case']}"))["contents"]
    wrong = {"kind": "concept_paper", "title": "A ferry", "contents": CONTENTS}
    response = door.post("/cases", wrong)
    assert response.status_code == 422
    assert response.json()["errors"][0]["at"] == "#/contents/strategic_case"


def test_sums_are_whole_pence(door: Door) -> None:
    """A sum is an integer of pence: text, fractions, truth and less than nothing are refused."""
    for value in ("1000000", 1.5, True, -1, 10**15):
        body = {"kind": "concept_paper", "title": "A ferry", "value": value}
        response = door.post("/cases", body)
        assert response.status_code == 422, value
        assert response.json()["errors"][0]["at"] == "#/value"


def test_several_cases_are_resolved_at_once_or_not_at_all(door: Door) -> None:
    """A resolution names its cases in the body; one that the giver may not know of makes it a 404."""
    one, other = door.submitted(value=40_000_000), door.drafted(value=40_000_000)
    body = {"outcomes": [[one, "recommend"], [other, "recommend"]]}
    assert door.post("/resolve", body, by="pat").status_code == 404
    assert door.post("/resolve", {"outcomes": [[one, "dance"]]}, by="pat").status_code == 422
    assert door.post("/resolve", {"outcomes": [[one, "recommend"]]}, by="pat").status_code == 409


@pytest.mark.parametrize("verb", ["dance", "draft", "attach"])
def test_what_is_no_command_of_a_case_is_not_found(door: Door, verb: str) -> None:
    """There is an address for every command about a case, and for nothing else."""
    assert door.post(f"/cases/{door.drafted()}/{verb}").status_code == 404
