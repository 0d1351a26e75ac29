"""Views over HTTP: as things stand, as they stood, in pages."""

from typing import Any

import pytest

from tests.adapters.http_door import Door
from workflows.commands import COMMANDS


@pytest.fixture
def door() -> Door:
    """A small authority behind the API."""
    return Door()


def pages(door: Door, path: str) -> list[list[Any]]:
    """Every page of a list, from one `next` to another."""
    found, cursor = [], ""
    while cursor is not None:
        page = door.done(door.get(f"{path}{'&cursor=' + cursor if cursor else ''}"))
        found.append(page["items"])
        cursor = page["next"]
    return found


def test_a_list_comes_in_pages(door: Door) -> None:
    """Pages hold as many items as asked for, together hold all of them once, and link to the next."""
    made = [door.drafted() for _ in range(5)]
    found = pages(door, "/cases?limit=2")
    assert [len(page) for page in found] == [2, 2, 1]
    assert [item["case"] for page in found for item in page] == made
    assert 'rel="next"' in door.get("/cases?limit=2&kind=change_request").headers["Link"]
    assert len(pages(door, "/rules?limit=50")) > 1


def test_a_page_follows_its_predecessor_though_the_list_changes(door: Door) -> None:
    """A cursor names the last item of its page: nothing is skipped or shown twice when an earlier item goes away."""
    first, second, third, _ = (door.drafted(project=None, kind="concept_paper") for _ in range(4))
    door.done(door.post(f"/cases/{first}/withdraw", {"reason": "x"}))
    page = door.done(door.get("/cases?limit=1&standing=draft"))
    assert [item["case"] for item in page["items"]] == [second]
    door.done(door.post(f"/cases/{second}/withdraw", {"reason": "x"}))
    following = door.done(door.get(f"/cases?limit=2&cursor={page['next']}"))
    assert [item["case"] for item in following["items"]][:1] == [third]


@pytest.mark.parametrize(
    "asked",
    [
        *("limit=0", "limit=501", "limit=-1", "limit=²", "limit=1e3", "limit=1&limit=2"),
        *("cursor=x", "cursor=W10", "cursor=WzEsMl0", "cursor=%00", "cursor=bnVsbA", "cursor=WzllOTk5LCJhIl0"),
        *("as_of=x", "as_of=2024-09-30T10:00:00", "as_of=2024-10-01T10:00:00+01:00", "as_of=1999-12-31"),
        *(
            "as_of=9999-12-31",
            "as_of=0001-01-01T00:00:00%2B23:59",
            "as_of=2024-10-02",
            "colour=red",
            "kind=" + "x" * 999,
        ),
    ],
)
def test_a_query_that_makes_no_sense_is_a_422(door: Door, asked: str) -> None:
    """Limits, cursors, instants and names that cannot be meant are pointed out."""
    response = door.get(f"/cases?{asked}")
    assert response.status_code == 422, response.text
    assert response.json()["type"].endswith("/invalid")


def test_a_case_is_shown_as_it_was_known(door: Door) -> None:
    """With `as_of` a case, its history and the lists are what the ledger knew then, and carry no version."""
    case = door.drafted(value=40_000_000)
    door.turn_to("2024-10-02T09:00")
    door.done(door.post(f"/cases/{case}/submit"))
    then = door.get(f"/cases/{case}?as_of=2024-10-01")
    assert (then.json()["standing"], door.get(f"/cases/{case}").json()["standing"]) == ("draft", "under_review")
    assert "ETag" not in then.headers
    assert door.done(door.get("/cases?as_of=2024-10-01"))["items"][0]["standing"] == "draft"
    assert door.done(door.get("/cases?as_of=2024-09-30"))["items"] == []
    assert door.get(f"/cases/{case}?as_of=2024-09-30").status_code == 404
    both = [len(door.done(door.get(f"/cases/{case}/history{q}"))["items"]) for q in ("", "?as_of=2024-10-01T09:00:00Z")]
    assert both[0] > both[1]


def test_reading_the_past_leaves_the_present_alone(door: Door) -> None:
    """After a look back, the next command and view see the present."""
    case = door.drafted(value=40_000_000)
    door.turn_to("2024-10-02T09:00")
    door.done(door.post(f"/cases/{case}/submit"))
    door.get(f"/cases/{case}?as_of=2024-10-01")
    assert door.post(f"/cases/{case}/accept", by="pat").status_code == 200


def test_next_steps_say_what_is_open_and_which_rules_forbid_the_rest(door: Door) -> None:
    """For every command about the case: whether the reader may give it now and, if not, every rule with its source."""
    case = door.drafted(value=40_000_000)
    steps = {step["verb"]: step for step in door.done(door.get(f"/cases/{case}/next-steps"))["items"]}
    assert set(steps) == {row.verb for row in COMMANDS if row.about == "case" and row.verb != "draft"}
    assert steps["submit"]["open"]
    assert not steps["approve"]["open"]
    assert all(rule["says"] and rule["source"] for rule in steps["approve"]["rules"])
    assert all(step["open"] != bool(step["rules"]) for step in steps.values())


def test_the_planner_answers_as_the_command_line_does(door: Door) -> None:
    """The example of the public year: a concept paper of £996,000 submitted on 16 July is decided on 4 September."""
    asked = "kind=concept_paper&value_pence=99600000&submit_on=2024-07-16"
    plan = door.done(door.get(f"/plan?{asked}"))
    assert (plan["cycle"], plan["earliest_decision"]) == ("2024-08", "2024-09-04")
    short = door.done(door.get(f"/plan?{asked}&needed_by=2024-08-30"))
    assert short["shortfall_days"] == 5
    assert all(way["says"] and way["who_agrees"] for way in short["ways"])


@pytest.mark.parametrize(
    ("pence", "decider"),
    [(99_999_999, "chief_executive"), (500_000_000, "investment_committee"), (500_000_001, "board")],
)
def test_the_route_of_a_sum(door: Door, pence: int, decider: str) -> None:
    """The route names the policy, its basis and every body in its capacity."""
    route = door.done(door.get(f"/route?kind=business_case&value_pence={pence}"))
    assert (route["policy"], route["value_basis"]) == ("cpca-2024", "authority_contribution")
    assert route["steps"][-1] == {"body": decider, "capacity": "decide"}


@pytest.mark.parametrize(
    "asked",
    [
        *("", "kind=poem&value_pence=1", "kind=concept_paper", "kind=concept_paper&value=100"),
        *(
            "kind=concept_paper&value_pence=-1",
            "kind=concept_paper&value_pence=1.5",
            "kind=concept_paper&value_pence=١",
        ),
        "kind=concept_paper&value_pence=" + "9" * 16,
    ],
)
def test_a_question_that_cannot_be_planned_is_a_422(door: Door, asked: str) -> None:
    """Kind and sum must be stated, the sum in whole pence under its own name."""
    assert door.get(f"/route?{asked}").status_code == 422
    assert door.get(f"/plan?submit_on=2024-07-16&{asked}").status_code == 422


@pytest.mark.parametrize("day", ["2024-02-30", "20240716", "2024-W29-2", "1999-12-31", "2100-01-01", "today"])
def test_a_day_that_is_none_is_a_422(door: Door, day: str) -> None:
    """Days are written in full, and lie in this century."""
    assert door.get(f"/plan?kind=concept_paper&value_pence=1&submit_on={day}").status_code == 422


def test_a_plan_beyond_every_known_date_says_so(door: Door) -> None:
    """Where no cycle is known the plan holds no dates, and no error."""
    plan = door.done(door.get("/plan?kind=concept_paper&value_pence=1&submit_on=2099-12-31"))
    assert plan["earliest_decision"] is None
    assert plan["warnings"]
