"""The simulation: the published year as the public record has it, and what happens when a line goes otherwise."""

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from adapters.bank_holidays import england
from adapters.imports.simulation_files import read_simulation, simulation_of
from adapters.store.ledger import MemoryLedger
from workflows.handle import House
from workflows.simulation import Simulation, play

YEAR = Path(__file__).parents[2] / "docs" / "examples" / "published-year"
OFFICES = {
    "ann": "project_manager",
    "pat": "pmo",
    "paul": "pmo",
    "cleo": "chief_executive",
    "dem": "democratic_services",
    "dina": "democratic_services",
    "dora": "director",
    "lena": "legal",
    "finn": "finance",
    "edna": "executive_director",
    "mo": "monitoring_officer",
}
Lines = list[dict[str, Any]]


def played(simulation: Simulation) -> Any:
    """What a simulation says at its end, played on an empty ledger."""
    salts = count()
    return play(House(MemoryLedger(), england(), lambda: str(next(salts))), simulation)


def told(*lines: Lines) -> Any:
    """What lines say at their end, after the published calendar and a person for every office."""
    start = "2024-07-01T09:00"
    setting = [{"at": start, "do": "import_calendar", "file": "key-dates.csv", "board": "board-sittings.csv"}]
    setting += [
        {"at": start, "do": "add_person", "person": who, "offices": [office]} for who, office in OFFICES.items()
    ]
    whole = sorted([*setting, *(line for part in lines for line in part)], key=lambda line: line["at"])
    return played(simulation_of("\n".join(map(json.dumps, whole)), YEAR))


def line(at: str, by: str | None, do: str, **fields: Any) -> Lines:
    """One line; a day alone is ten o'clock on it."""
    return [{"at": at if "T" in at else f"{at}T10:00", "do": do, **({"by": by} if by else {}), **fields}]


def submitted(at: str, value: str = "400000", kind: str = "business_case", **fields: Any) -> Lines:
    """A case `a`, drafted on the first of its month with notice given, and submitted at an instant."""
    first = f"{at[:8]}01"
    rests_on = {"corporate_plan_line": "Line 1"} if kind == "business_case" else {}
    return [
        *line(f"{first}T09:00", "ann", "draft", case="a", kind=kind, value=value, **rests_on, **fields),
        *line(f"{first}T09:30", "dem", "give_notice", case="a"),
        *line(at, "ann", "submit", case="a"),
    ]


def recommended(submit: str, accept: str, panel: str, **fields: Any) -> Lines:
    """A case `a` as far as the panel's recommendation."""
    accepted = line(accept, "pat", "accept", case="a")
    return [*submitted(submit, **fields), *accepted, *line(f"{panel}T16:00", "pat", "recommend", case="a")]


NOVEMBER = ("2024-10-14", "2024-10-15", "2024-10-24")
DECEMBER = ("2024-11-04", "2024-11-05", "2024-11-14")
AUGUST = ("2024-07-16", "2024-07-18", "2024-07-29")
MARCH = ("2025-02-03", "2025-02-04", "2025-02-13")


def cleared(day: str) -> Lines:
    """A report on `a`, uploaded and cleared by everyone on one day."""
    by = [line(f"{day}T11:30", who, "clear_report", case="a") for who in ("dora", "lena", "finn", "edna")]
    return [*line(f"{day}T11:00", "ann", "upload_report", case="a"), *(one for each in by for one in each)]


def outcomes(case: dict[str, Any]) -> list[str | None]:
    """The outcome of each step of a case."""
    return [step["outcome"] for step in case["route"]]


@pytest.fixture(scope="module")
def year() -> Any:
    """The published year, played."""
    return played(read_simulation(YEAR / "simulation.jsonl"))


@pytest.mark.parametrize(
    ("case", "kind", "cycle", "steps", "took_effect_on"),
    [
        (
            "chalk",
            "change_request",
            "2024-11",
            [
                ("pmo", "triage", "accept", "2024-10-15"),
                ("investment_panel", "recommend", "recommend", "2024-10-24"),
                ("chief_executive", "decide", "approve", "2024-10-31"),
            ],
            "2024-10-31",
        ),
        (
            "cp-impact",
            "concept_paper",
            "2024-08",
            [
                ("pmo", "triage", "accept", "2024-07-18"),
                ("investment_panel", "recommend", "recommend", "2024-07-29"),
                ("investment_committee", "comment", "comment", "2024-08-29"),
                ("board", "decide", "approve", "2024-09-04"),
            ],
            "2024-09-17",
        ),
        (
            "gc-impact",
            "business_case",
            "2024-12",
            [
                ("pmo", "triage", "accept", "2024-11-05"),
                ("investment_panel", "recommend", "recommend", "2024-11-14"),
                ("investment_committee", "decide", "approve", "2024-12-16"),
            ],
            "2024-12-31",
        ),
    ],
)
def test_the_public_cases_end_as_the_record_says(
    year: Any, case: str, kind: str, cycle: str, steps: list[tuple[str, ...]], took_effect_on: str
) -> None:
    """Bodies, capacities, outcomes and days are those of the public record; effect follows the call-in window."""
    assert year["cases"][case] == {
        "kind": kind,
        "standing": "in_effect",
        "cycle": cycle,
        "route": [dict(zip(("body", "capacity", "outcome", "on"), step, strict=True)) for step in steps],
        "decided_by": steps[-1][0],
        "decided_on": steps[-1][3],
        "took_effect_on": took_effect_on,
    }


def test_the_year_shows_what_a_year_is_like(year: Any) -> None:
    """A cancelled committee, a late submission, a return, a roll-over and a withdrawal each leave their mark."""
    cases = year["cases"]
    assert next(iter(cases)) == "cp-impact"
    assert (cases["retrofit"]["cycle"], cases["retrofit"]["decided_on"]) == ("2024-09", "2024-10-21")
    assert (cases["fen-rail-change"]["decided_by"], cases["fen-rail-change"]["decided_on"]) == ("board", "2024-11-13")
    assert (cases["digital-skills"]["cycle"], cases["digital-skills"]["took_effect_on"]) == ("2024-11", "2024-11-13")
    assert (cases["market-square"]["cycle"], cases["market-square"]["decided_on"]) == ("2024-12", "2024-11-25")
    assert cases["station-quarter"]["decided_on"] == "2025-01-13"
    assert (cases["busway-lighting"]["standing"], cases["busway-lighting"]["decided_by"]) == ("withdrawn", None)


def test_only_the_lines_that_say_so_are_refused(year: Any) -> None:
    """The four lines whose note begins with Refused are, each with a rule and its source; no other line is."""
    lines = (YEAR / "simulation.jsonl").read_text(encoding="utf-8").splitlines()
    meant = [n for n, text in enumerate(lines, start=1) if json.loads(text).get("note", "").startswith("Refused")]
    assert [refusal["line"] for refusal in year["refusals"]] == meant
    assert len(meant) == 4
    for refusal in year["refusals"]:
        assert refusal["rules"]
        assert all(rule.keys() == {"says", "source"} and all(rule.values()) for rule in refusal["rules"])


def test_what_was_raised_carries_its_nominal_date(year: Any) -> None:
    """A decision four days late was raised on each working day between."""
    assert [(r["due"], r["key_date"], r["case"], r["to"]) for r in year["raised"]] == [
        ("2024-11-22", "ceo_submission", "market-square", "chief_executive"),
        ("2024-11-25", "ceo_submission", "market-square", "chief_executive"),
    ]
    assert {frozenset(r) for r in year["raised"]} == {frozenset({"due", "key_date", "case", "to", "says"})}


def test_a_draft_has_no_route_yet() -> None:
    """What was not submitted has an empty route and no cycle."""
    case = told(line("2024-10-01", "ann", "draft", case="a", kind="concept_paper", value=1))["cases"]["a"]
    assert case == {
        "kind": "concept_paper",
        "standing": "draft",
        "cycle": None,
        "route": [],
        "decided_by": None,
        "decided_on": None,
        "took_effect_on": None,
    }


@pytest.mark.parametrize(
    ("at", "cycle", "standing"),
    [
        ("2024-10-14T23:59:59", "2024-11", "under_review"),
        ("2024-10-15T00:00:00", "2024-12", "under_review"),
        ("2025-02-03T23:59:59", "2025-03", "under_review"),
        ("2025-02-04T00:00:00", None, "awaiting_date"),
    ],
)
def test_a_submission_is_met_until_midnight(at: str, cycle: str | None, standing: str) -> None:
    """The day's end in London decides the cycle; after the last one the case awaits a date."""
    case = told(submitted(at))["cases"]["a"]
    assert (case["cycle"], case["standing"]) == (cycle, standing)


def test_a_case_that_awaits_a_date_is_raised_and_then_placed() -> None:
    """The PMO is told each working day until a cycle is planned that can take it."""
    late = submitted("2025-02-04")
    planned = line("2025-02-10", None, "plan_calendar", committees=["2025-05-19"], boards=["2025-06-04"])
    result = told(late, planned, line("2025-02-20", None, "wait"))
    assert (result["cases"]["a"]["standing"], result["cases"]["a"]["cycle"]) == ("under_review", "2025-05")
    assert [r["due"] for r in result["raised"]] == ["2025-02-05", "2025-02-06", "2025-02-07", "2025-02-10"]
    assert {r["to"] for r in result["raised"]} == {"pmo"}


def test_what_nobody_triages_rolls_over() -> None:
    """The panel's list closes at midnight at the end of its day; before that the case keeps its cycle."""
    before = told(submitted("2024-10-14"), line("2024-10-17T23:59:59", None, "wait"))
    after = told(submitted("2024-10-14"), line("2024-10-18T00:00:00", None, "wait"))
    assert (before["cases"]["a"]["cycle"], after["cases"]["a"]["cycle"]) == ("2024-11", "2024-12")


def test_a_panel_without_an_outcome_is_raised_each_working_day() -> None:
    """From the day after the panel, weekends left out, and across the end of summer time."""
    lines = [*submitted("2024-10-14"), *line("2024-10-15", "pat", "accept", case="a")]
    agenda = line("2024-10-16", "pat", "publish_agenda", body="panel", cycle="2024-11")
    result = told(lines, agenda, line("2024-10-30T00:00", None, "wait"))
    assert [(r["due"], r["key_date"]) for r in result["raised"]] == [
        (f"2024-10-{day}", "panel") for day in (25, 28, 29, 30)
    ]


def test_raises_begin_when_a_late_outcome_is_recorded() -> None:
    """An outcome recorded three weeks late does not tell the next office of days on which it could not know."""
    lines = [*submitted("2024-10-14"), *line("2024-10-15", "pat", "accept", case="a")]
    late = line("2024-11-15", "pat", "recommend", case="a")
    result = told(lines, late, line("2024-11-18", None, "wait"))
    assert [r["due"] for r in result["raised"] if r["to"] == "chief_executive"] == ["2024-11-18"]


@pytest.mark.parametrize(
    ("lines", "standing", "cycle", "decided_on"),
    [
        (
            [
                *recommended("2024-07-04", "2024-07-08", "2024-07-17", value="2000000"),
                *cleared("2024-08-08"),
                *line("2024-08-20", "dem", "publish_agenda", case="a"),
                *line("2024-08-29T15:00", "dem", "approve", case="a"),
            ],
            "approved",
            "2024-07",
            "2024-08-29",
        ),
        (
            [
                *recommended(*DECEMBER, value="2000000", kind="concept_paper"),
                *cleared("2024-11-26"),
                *line("2024-12-06", "dem", "publish_agenda", case="a"),
                *line("2024-12-16T15:00", "dem", "comment", case="a"),
                *line("2025-01-14", "dem", "publish_agenda", case="a"),
                *line("2025-01-22T15:00", "dem", "approve", case="a"),
            ],
            "approved",
            "2024-12",
            "2025-01-22",
        ),
        (
            [
                *recommended(*AUGUST, kind="concept_paper"),
                *cleared("2024-08-08"),
                *line("2024-08-20", "dem", "publish_agenda", case="a"),
                *line("2024-08-27", "dem", "publish_agenda", case="a", body="board"),
                *line("2024-08-28", "dem", "cancel_sitting", sitting="board/2024-09-04"),
                *line("2024-08-29T15:00", "dem", "comment", case="a"),
                *line("2024-10-08", "dem", "publish_agenda", case="a"),
                *line("2024-10-16T15:00", "dem", "approve", case="a"),
            ],
            "approved",
            "2024-08",
            "2024-10-16",
        ),
        (
            [
                *submitted("2024-10-14"),
                *line("2024-10-15", "pat", "accept", case="a"),
                *line("2024-10-16", "pat", "cancel_sitting", body="panel", cycle="2024-11"),
                *line("2024-11-14T16:00", "pat", "recommend", case="a"),
                *line("2024-11-21", "cleo", "approve", case="a"),
            ],
            "in_effect",
            "2024-12",
            "2024-11-21",
        ),
        (
            [
                *recommended(*NOVEMBER, value="900000"),
                *line("2024-10-30", "cleo", "refer_up", case="a"),
                *cleared("2024-11-05"),
                *line("2024-11-15", "dem", "publish_agenda", case="a"),
                *line("2024-11-25", "dem", "approve", case="a"),
                *line("2024-11-26", "dem", "publish_decision", case="a"),
                *line("2024-12-05", None, "wait"),
            ],
            "in_effect",
            "2024-11",
            "2024-11-25",
        ),
        (
            [*recommended(*MARCH)[:-1], *line("2025-02-13T16:00", "pat", "defer", case="a")],
            "awaiting_date",
            "2025-03",
            None,
        ),
        (
            [*recommended(*NOVEMBER)[:-1], *line("2024-10-24T16:00", "pat", "defer", case="a", cycle="2025-01")],
            "deferred",
            "2025-01",
            None,
        ),
        (
            [*recommended(*NOVEMBER), *line("2024-10-31", "cleo", "refuse", case="a", reason="Not now")],
            "refused",
            "2024-11",
            "2024-10-31",
        ),
    ],
    ids=[
        *("july-panel-august-committee", "december-committee-january-board", "cancelled-board", "cancelled-panel"),
        *("referred-up", "deferred-with-no-later", "deferred-to-a-cycle", "refused"),
    ],
)
def test_a_case_goes_where_the_calendar_sends_it(
    lines: Lines, standing: str, cycle: str, decided_on: str | None
) -> None:
    """Every line is carried out, and the case stands where and when it should; its cycle is its panel's."""
    result = told(lines)
    assert result["refusals"] == []
    case = result["cases"]["a"]
    assert (case["standing"], case["cycle"], case["decided_on"]) == (standing, cycle, decided_on)


def test_a_key_decision_waits_for_its_notice() -> None:
    """Twenty-eight clear days after notice of 31 October the first lawful day is 29 November."""
    lines = [one for one in recommended(*NOVEMBER, value="600000") if one["do"] != "give_notice"]
    notice = line("2024-10-31T09:00", "dem", "give_notice", case="a")
    tries = [*line("2024-11-28", "cleo", "approve", case="a"), *line("2024-11-29", "cleo", "approve", case="a")]
    result = told(lines, notice, tries)
    assert [refusal["rules"][0]["source"] for refusal in result["refusals"]] == ["SI 2017/68 art 11"]
    assert result["cases"]["a"]["decided_on"] == "2024-11-29"


def test_a_sitting_moved_nearer_loses_the_clear_days_of_its_agenda() -> None:
    """An item published five clear days before a Board that is then brought forward can no longer be taken."""
    before = [
        *recommended(*AUGUST, kind="concept_paper"),
        *cleared("2024-08-08"),
        *line("2024-08-20", "dem", "publish_agenda", case="a"),
        *line("2024-08-27", "dem", "publish_agenda", case="a", body="board"),
        *line("2024-08-29T15:00", "dem", "comment", case="a"),
    ]

    def moved(to: str) -> Any:
        move = line("2024-08-30", "dem", "move_sitting", body="board", date="2024-09-04", to=to)
        return told(before, move, line(f"{to}T15:00", "dem", "approve", case="a"))

    assert moved("2024-09-11")["cases"]["a"]["decided_on"] == "2024-09-11"
    nearer = moved("2024-09-02")
    assert nearer["cases"]["a"]["standing"] == "under_review"
    assert [r["source"] for r in nearer["refusals"][0]["rules"]] == ["Local Government Act 1972 s.100B(4)"]


def test_a_cycle_that_is_named_must_take_submissions() -> None:
    """Submitting for a cycle nobody knows, or whose panel is cancelled, is refused and not called late."""
    draft = submitted("2024-10-14")[:-1]
    cancelled = line("2024-10-02", "pat", "cancel_sitting", body="panel", cycle="2024-11")
    for cycle in ("2099-01", "2024-11"):
        result = told(draft, cancelled, line("2024-10-03", "ann", "submit", case="a", cycle=cycle))
        assert result["cases"]["a"]["standing"] == "draft"
        assert result["refusals"][0]["rules"][0]["source"] == "SAF 3, the key dates"


def test_one_resolution_decides_several_cases_or_none() -> None:
    """A refusal without reasons stops the approval beside it; with them both are decided, one with a condition."""
    lines = [
        *recommended(*DECEMBER, value="2000000"),
        *cleared("2024-11-26"),
        *line("2024-12-06", "dem", "publish_agenda", case="a"),
    ]
    both = lines + [{**one, "case": "b"} if one.get("case") == "a" else one for one in lines]
    votes = {"a": "approve", "b": "refuse"}
    condition = {"case": "a", "says": "A gateway review", "owner": "ann", "due": "2025-02-28"}
    astray = line(
        "2024-12-16T10:30", "dem", "resolve", outcomes=votes, reason="-", conditions=[condition | {"case": "b"}]
    )
    bare = line("2024-12-16T11:00", "dem", "resolve", outcomes=votes)
    whole = line("2024-12-16T12:00", "dem", "resolve", outcomes=votes, reason="-", conditions=[condition])
    result = told(both, astray, bare)
    assert [outcomes(result["cases"][label])[-1] for label in "ab"] == [None, None]
    result = told(both, astray, bare, whole, line("2025-03-03", "pat", "discharge", case="a", evidence="Held"))
    assert [outcomes(result["cases"][label])[-1] for label in "ab"] == ["approve", "refuse"]
    assert len(result["refusals"]) == 2
    assert [r["due"] for r in result["raised"] if r["key_date"] == "condition"] == ["2025-03-03"]


def test_what_a_line_speaks_of_and_is_not_there_is_a_refusal() -> None:
    """No such case, no such sitting and no such office: each is said in a sentence, and the next line is played."""
    result = told(
        line("2024-10-01", "ann", "submit", case="nobody's"),
        line("2024-10-01", "dem", "publish_agenda", body="board", date="2024-10-02"),
        line("2024-10-01", "ann", "clear_report", case="a"),
        submitted("2024-10-14"),
    )
    assert [refusal["rules"][0]["says"][:12] for refusal in result["refusals"]] == [
        "There is no ",
        "There is no ",
        "Clear the re",
    ]
    assert list(result["cases"]) == ["a"]


@pytest.mark.parametrize(
    "named",
    [
        {"sitting": "investment_committee/2024-12"},
        {"sitting": {"body": "investment_committee", "cycle": "2024-12"}},
        {"sitting": {"body": "committee", "date": "2024-12-16"}},
        {"sitting": "committee/2024-12-16"},
        {"body": "investment_committee", "cycle": "2024-12"},
        {"body": "committee", "on": "2024-12-16"},
        {"case": "a"},
        {"case": "a", "body": "committee"},
        {"sitting": "investment_committee/2024-12", "items": ["a"]},
    ],
)
def test_a_sitting_may_be_named_in_several_ways(named: dict[str, Any]) -> None:
    """By its id, by body and cycle, by body and day, or by a case that is listed to it."""
    lines = [*recommended(*DECEMBER, value="2000000"), *cleared("2024-11-26")]
    result = told(
        lines, line("2024-12-06", "dem", "publish_agenda", **named), line("2024-12-16", "dem", "approve", case="a")
    )
    assert result["refusals"] == []
    assert result["cases"]["a"]["standing"] == "approved"


def test_a_case_that_is_not_cleared_cannot_be_published_by_name() -> None:
    """An agenda asked for by a case that is not cleared is refused, rather than published without it."""
    result = told(recommended(*DECEMBER, value="2000000"), line("2024-12-06", "dem", "publish_agenda", case="a"))
    assert [rule["source"] for rule in result["refusals"][0]["rules"]] == ["SAF 5, a clearance is of one version"]


def test_any_number_of_waits_between_gives_the_same_year() -> None:
    """Looking in every day changes nothing: what falls due is acted on at its moment either way."""
    lines = [*submitted("2024-10-14"), *line("2024-10-15", "pat", "accept", case="a")]
    daily = [one for day in range(16, 32) for one in line(f"2024-10-{day}T12:00", None, "wait")]
    assert told(lines, line("2024-10-31T12:00", None, "wait")) == told(lines, daily)


def test_a_person_nobody_knows_may_only_set_up() -> None:
    """Before anybody is known a set-up line is carried out whoever it names; another act needs its office."""
    result = told(
        line("2024-09-01", "nobody", "add_sitting", body="board", date="2025-05-21"),
        line("2024-09-01", "ann", "close_day", day="2024-12-24", reason="Closed"),
        line("2024-09-02", "nobody", "draft", case="a", kind="concept_paper", value=1),
    )
    assert [refusal["rules"][0]["source"] for refusal in result["refusals"]] == ["SAF 1, offices and bodies"] * 2
    assert result["cases"] == {}


def test_progress_is_told_line_by_line() -> None:
    """Each line is counted as it is done, of how many there are."""
    simulation = simulation_of('{"at":"2024-07-01T09:00","do":"wait"}\n\n{"at":"2024-07-02T09:00","do":"wait"}', YEAR)
    heard: list[tuple[int, int]] = []
    play(House(MemoryLedger(), england(), str), simulation, lambda done, of: heard.append((done, of)))
    assert heard == [(1, 2), (2, 2)]


def test_another_authority_is_played_from_its_policy_and_scheme() -> None:
    """With who sits on the committee's date said, £6,000,000 is decided by the West Midlands' Investment Board."""
    start = "2024-07-01T08:00"
    policy = line(start, None, "adopt_policy", file="../west-midlands/policy.json")
    scheme = line(start, None, "adopt_scheme", committee="investment_board")
    result = told(
        [*scheme, *policy, *recommended(*DECEMBER, value="6000000"), *cleared("2024-11-26")],
        line("2024-12-06", "dem", "publish_agenda", body="committee", cycle="2024-12"),
        line("2024-12-16", "dem", "approve", case="a"),
    )
    assert (result["refusals"], result["cases"]["a"]["decided_by"]) == ([], "investment_board")


def test_a_value_changed_before_the_panel_keeps_its_listing() -> None:
    """The case stays on the list it is on, and what was raised is not raised again."""
    lines = [*submitted("2024-10-14"), *line("2024-10-15", "pat", "accept", case="a")]
    changed = line("2024-10-22", "pat", "value", case="a", value="2000000")
    result = told(lines, changed, line("2024-10-24T16:00", "pat", "recommend", case="a"))
    assert [(r["due"], r["key_date"]) for r in result["raised"]] == [("2024-10-18", "panel_agenda")]
    assert result["cases"]["a"]["route"][-1]["body"] == "investment_committee"
    assert outcomes(result["cases"]["a"]) == ["accept", "recommend", None]


def test_a_case_escalated_after_the_agenda_is_out_stays_on_it() -> None:
    """The committee that was to decide now recommends, at the same sitting, and the Board decides."""
    before = [
        *recommended(*DECEMBER, value="2000000"),
        *cleared("2024-11-26"),
        *line("2024-12-06", "dem", "publish_agenda", case="a"),
    ]
    result = told(
        before,
        line("2024-12-10", "mo", "escalate", case="a", to="board", reason="Of interest to every council"),
        line("2024-12-16", "dem", "recommend", case="a"),
        line("2025-01-14", "dem", "publish_agenda", case="a"),
        line("2025-01-22", "dem", "approve", case="a"),
    )
    assert result["refusals"] == []
    assert (result["cases"]["a"]["decided_by"], result["cases"]["a"]["decided_on"]) == ("board", "2025-01-22")


def test_a_value_changed_after_the_panel_sat_goes_to_the_next_panel() -> None:
    """The panel of 24 October saw another sum: its outcome, not yet recorded, cannot be given to the new one."""
    lines = [*submitted("2024-10-14"), *line("2024-10-15", "pat", "accept", case="a")]
    changed = line("2024-10-25", "pat", "value", case="a", value="2000000")
    late, right = line("2024-10-28", "pat", "recommend", case="a"), line("2024-11-14", "pat", "recommend", case="a")
    result = told(lines, changed, late, right)
    assert len(result["refusals"]) == 1
    case = result["cases"]["a"]
    assert (case["cycle"], case["route"][1]["on"], case["route"][2]["body"]) == (
        "2024-12",
        "2024-11-14",
        "investment_committee",
    )
