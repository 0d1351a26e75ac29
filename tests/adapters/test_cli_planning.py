"""The command line without a ledger: routes, plans, key dates and lint, in the shapes that programs read."""

import json
from pathlib import Path

import pytest

from tests.adapters.commandline import BOARDS, KEY_DATES, WEST_MIDLANDS, saf

NINE = (
    *("pmo_submission", "panel_agenda", "panel", "ceo_submission", "draft_report", "legal_finance_review"),
    *("executive_director_review", "agenda_publication", "committee"),
)
FILES = ("--calendar", KEY_DATES, "--board", BOARDS)


def test_derive_gives_the_nine_key_dates() -> None:
    """Deriving from a committee gives an object with the nine names, in the table's order, and ISO dates."""
    found = saf("calendar", "derive", "--committee", "2024-10-21", "--json").json
    assert tuple(found) == NINE
    assert (found["pmo_submission"], found["panel"], found["committee"]) == ("2024-09-09", "2024-09-19", "2024-10-21")


def test_a_committee_on_a_sunday_is_derived_all_the_same() -> None:
    """A committee date that is no working day is derived, and that it is none is said beside."""
    ran = saf("calendar", "derive", "--committee", "2024-10-20", "--json")
    assert ran.json["committee"] == "2024-10-20"
    assert "no working day" in ran.err


@pytest.mark.parametrize("day", ["2024-13-01", "21/10/2024", "soon", "2044-10-21"])
def test_a_day_that_cannot_be_derived_from_is_refused(day: str) -> None:
    """What is no ISO date, or lies where no bank holidays are known, is refused in one sentence."""
    assert len(saf("calendar", "derive", "--committee", day).why_not) == 1


def test_lint_tells_programs_every_finding() -> None:
    """Every finding has the five fields, and the published year has what it is known to have."""
    found = saf("calendar", "lint", KEY_DATES, "--board", BOARDS, "--json").json
    assert all(tuple(one) == ("code", "level", "cycle", "key_date", "says") for one in found)
    assert len([one for one in found if one["code"] == "differs_from_rule"]) == 4
    assert {"no_committee", "notice_day", "board_agenda_before_committee"} < {one["code"] for one in found}


def test_lint_without_boards_says_nothing_of_boards() -> None:
    """The Board's sittings may be left out."""
    found = saf("calendar", "lint", KEY_DATES, "--json").json
    assert "board_agenda_before_committee" not in {one["code"] for one in found}


def test_a_file_that_is_no_calendar_is_refused_by_row_and_column(tmp_path: Path) -> None:
    """A file that is no calendar gets one sentence that names the row and the column."""
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(Path(KEY_DATES).read_text().replace("2024-07-22", "soon"))
    (said,) = saf("calendar", "lint", str(wrong), "--json").why_not
    assert said.startswith("Row 3, column C (panel_agenda)")
    (said,) = saf("calendar", "lint", str(tmp_path / "none.csv")).why_not
    assert said.endswith("none.csv: no such file or directory.")


def test_a_calendar_is_planned_without_a_ledger(tmp_path: Path) -> None:
    """A year is planned from committee and Board dates, shown with its findings, and written as a file that lints."""
    out = tmp_path / "plan.csv"
    days = ("--committee", "2027-02-15", "--committee", "2027-02-22", "--board", "2027-03-31")
    found = saf("calendar", "plan", *days, "--out", str(out), "--json").json
    assert [one["cycle"] for one in found["cycles"]] == ["2027-02", "2027-02b"]
    assert found["cycles"][0]["dates"]["agenda_publication"] == "2027-02-05"
    assert found["boards"] == ["2027-03-31"]
    assert not [one for one in saf("calendar", "lint", str(out), "--json").json if one["level"] == "problem"]


@pytest.mark.parametrize(
    ("value", "bodies"),
    [
        ("999999.99", "pmo investment_panel chief_executive"),
        ("1000000", "pmo investment_panel investment_committee"),
        ("1,000,000.00", "pmo investment_panel investment_committee"),
        ("5000000.00", "pmo investment_panel investment_committee"),
        ("5000000.01", "pmo investment_panel investment_committee board"),
    ],
)
def test_a_route_in_the_shape_programs_read(value: str, bodies: str) -> None:
    """A route names its policy, the basis of its figure, and the body and capacity of each step."""
    found = saf("route", "--kind", "business_case", "--value", value, "--json").json
    assert list(found) == ["policy", "value_basis", "steps"]
    assert (found["policy"], found["value_basis"]) == ("cpca-2024", "authority_contribution")
    assert " ".join(step["body"] for step in found["steps"]) == bodies
    assert found["steps"][0] == {"body": "pmo", "capacity": "triage"}


def test_a_route_under_another_authoritys_policy() -> None:
    """A policy given as a file routes by its own bodies, bands and basis."""
    words = ("route", "--kind", "business_case", "--value", "5000000.01", "--policy", WEST_MIDLANDS, "--json")
    found = saf(*words).json
    assert (found["policy"], found["value_basis"]) == ("west-midlands-2024", "accumulated_commitment")
    assert found["steps"][-1]["body"] == "investment_board"


@pytest.mark.parametrize("value", ["1.001", "lots", "-1", "", "1e99", "nan"])
def test_a_value_that_is_no_sum_is_refused(value: str) -> None:
    """A sum is pounds with at most two decimals; anything else is refused in one sentence."""
    assert len(saf("route", "--kind", "business_case", "--value", value).why_not) == 1


def test_a_kind_and_a_policy_that_are_none_are_refused(tmp_path: Path) -> None:
    """Another kind of case, and a file that is no policy, are refused in one sentence."""
    assert "concept_paper" in saf("route", "--kind", "poem", "--value", "1").why_not[0]
    wrong = tmp_path / "policy.json"
    wrong.write_text("[]")
    assert len(saf("route", "--kind", "concept_paper", "--value", "1", "--policy", str(wrong)).why_not) == 1


def test_a_plan_in_the_shape_programs_read() -> None:
    """A plan names its cycle, steps, earliest decision, notice, what binds it and what slips."""
    words = ("--kind", "concept_paper", "--value", "996000", "--submit-on", "2024-07-16")
    found = saf("plan", *words, *FILES, "--json").json
    fields = ("cycle", "steps", "earliest_decision", "notice_by", "binding", "if_missed", "warnings")
    assert tuple(found) == fields
    assert (found["cycle"], found["earliest_decision"], found["binding"]) == ("2024-08", "2024-09-04", "board")
    assert found["steps"][0] == {"body": "pmo", "capacity": "triage", "due": "2024-07-22", "working_days_left": 4}


@pytest.mark.parametrize(
    ("value", "more", "decision"),
    [
        ("400000", (), "2024-10-31"),
        ("750000", (), "2024-11-12"),
        ("750000", ("--notice-given", "2024-10-02"), "2024-10-31"),
        ("750000", ("--new-spend", "0"), "2024-10-31"),
    ],
)
def test_the_lawful_earliest_decision(value: str, more: tuple[str, ...], decision: str) -> None:
    """Notice of a key decision counts, when it was given counts, and new spend makes it key."""
    words = ("--kind", "business_case", "--value", value, "--submit-on", "2024-10-14", *more)
    assert saf("plan", *words, *FILES, "--json").json["earliest_decision"] == decision


def test_a_funders_deadline() -> None:
    """With a deadline the plan also says by how much it is missed, and the ways to meet it with who must agree."""
    words = ("--kind", "business_case", "--value", "750000", "--submit-on", "2024-10-14", "--needed-by", "2024-11-01")
    found = saf("plan", *words, *FILES, "--json").json
    assert found["shortfall_days"] == 11
    assert found["ways"]
    assert all(set(way) == {"says", "who_agrees"} for way in found["ways"])


def test_people_get_tables() -> None:
    """Without --json the same is told in tables, and nothing in it is JSON."""
    words = ("--kind", "concept_paper", "--value", "996000", "--submit-on", "2024-07-16", *FILES)
    for ran in (
        saf("plan", *words, "--needed-by", "2024-08-30"),
        saf("route", "--kind", "business_case", "--value", "1"),
        saf("calendar", "lint", KEY_DATES, "--board", BOARDS),
        saf("calendar", "derive", "--committee", "2024-10-21"),
        saf("calendar", "plan", "--committee", "2027-02-15"),
    ):
        assert (ran.code, ran.err) == (0, "")
        assert "┃" in ran.out
        with pytest.raises(ValueError, match="Expecting"):
            json.loads(ran.out)


def test_a_plan_needs_a_calendar(tmp_path: Path) -> None:
    """Without files the plan is made over the ledger's calendar, and where there is no ledger that is said."""
    words = ("--kind", "concept_paper", "--value", "1", "--submit-on", "2024-07-16")
    (said,) = saf("plan", *words, "--db", str(tmp_path / "none")).why_not
    assert "no ledger" in said
