"""What-if over the published year: the route, every date on it, what binds the decision, and how to meet a deadline."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.bank_holidays import england
from adapters.imports.calendar_files import read_boards, read_key_dates
from adapters.imports.policy_files import read_policy
from domain.calendar.commands import ImportCalendar
from domain.calendar.decide import import_calendar
from domain.calendar.published import RestrictedPeriod, Restriction, SittingKind
from domain.calendar.state import Calendar, Sitting, blank, evolve
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.kinds import Kind
from domain.rules import Asked
from domain.words import CLOCK, BodyId, CycleId, SittingId, pounds
from workflows.planner import Plan, as_json, plan

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def published_year() -> Calendar:
    """The calendar of the published year, as it was imported."""
    year = EXAMPLES / "published-year"
    command = ImportCalendar(read_key_dates(year / "key-dates.csv"), read_boards(year / "board-sittings.csv"))
    calendar = blank(england())
    asked = Asked(calendar, command, CLOCK, datetime(2024, 6, 3, 9, tzinfo=UTC), None)
    for event in import_calendar(asked):
        calendar = evolve(calendar, event)
    return calendar


YEAR = published_year()


def cancelled(sitting: str) -> Calendar:
    """The published year with one sitting cancelled."""
    gone = replace(YEAR.sittings[SittingId(sitting)], cancelled=True)
    return replace(YEAR, sittings={**YEAR.sittings, gone.id: gone})


def planned(kind: str, value: str, submit_on: str, calendar: Calendar = YEAR, **dates: Any) -> Plan:
    """A plan under the first policy, with sums in pounds and dates in ISO."""
    given = {
        name: pounds(held) if name == "new_spend" else date.fromisoformat(held) for name, held in dates.items() if held
    }
    return plan(Kind(kind), pounds(value), date.fromisoformat(submit_on), calendar, CPCA_2024, **given)


def dues(given: Plan) -> list[str | None]:
    """The due dates of a plan's steps."""
    return [step["due"] for step in as_json(given)["steps"]]


@pytest.mark.parametrize(
    ("kind", "value", "submit_on", "notice_given", "cycle", "decided", "binding", "notice_by"),
    [
        ("concept_paper", "996000", "2024-07-16", None, "2024-08", "2024-09-04", "board", "2024-08-06"),
        ("concept_paper", "996000", "2024-07-05", None, "2024-07", "2024-09-04", "board", "2024-08-06"),
        ("business_case", "400000", "2024-10-14", None, "2024-11", "2024-10-31", "ceo_submission", None),
        ("business_case", "500000", "2024-10-14", None, "2024-11", "2024-10-31", "ceo_submission", None),
        ("business_case", "500000.01", "2024-10-14", None, "2024-11", "2024-11-12", "notice", "2024-10-02"),
        ("business_case", "750000", "2024-10-14", None, "2024-11", "2024-11-12", "notice", "2024-10-02"),
        (
            "business_case",
            "750000",
            "2024-10-14",
            "2024-10-02",
            "2024-11",
            "2024-10-31",
            "ceo_submission",
            "2024-10-02",
        ),
        ("business_case", "750000", "2024-10-14", "2024-10-03", "2024-11", "2024-11-01", "notice", "2024-10-02"),
        ("business_case", "750000", "2024-10-14", "2024-10-04", "2024-11", "2024-11-04", "notice", "2024-10-02"),
        ("business_case", "1000000", "2024-10-15", None, "2024-12", "2024-12-16", "committee", "2024-11-17"),
        ("business_case", "5000000.01", "2024-10-15", None, "2024-12", "2025-01-22", "board", "2024-12-24"),
        ("change_request", "750000", "2024-10-14", None, "2024-11", "2024-10-31", "ceo_submission", None),
    ],
)
def test_the_earliest_lawful_decision(
    kind: str,
    value: str,
    submit_on: str,
    notice_given: str | None,
    cycle: str,
    decided: str,
    binding: str,
    notice_by: str | None,
) -> None:
    """The cycle, the decision, what binds it and the last day for notice, over the published year."""
    answer = as_json(planned(kind, value, submit_on, notice_given=notice_given))
    assert (answer["cycle"], answer["earliest_decision"]) == (cycle, decided)
    assert (answer["binding"], answer["notice_by"]) == (binding, notice_by)


def test_a_plan_is_told_to_programs_in_a_fixed_shape() -> None:
    """The keys, in their order, and each step with its body, capacity, due date and working days left."""
    answer = as_json(planned("concept_paper", "996000", "2024-07-16"))
    assert list(answer) == [
        "cycle",
        "steps",
        "earliest_decision",
        "notice_by",
        "binding",
        "if_missed",
        "warnings",
    ]
    assert answer["steps"] == [
        {"body": "pmo", "capacity": "triage", "due": "2024-07-22", "working_days_left": 4},
        {"body": "investment_panel", "capacity": "recommend", "due": "2024-07-29", "working_days_left": 9},
        {"body": "investment_committee", "capacity": "comment", "due": "2024-08-29", "working_days_left": 31},
        {"body": "board", "capacity": "decide", "due": "2024-09-04", "working_days_left": 35},
    ]
    assert list(answer["if_missed"][0]) == ["key_date", "cycle", "earliest_decision"]
    short = as_json(planned("concept_paper", "996000", "2024-07-16", needed_by="2024-08-30"))
    assert list(short)[-2:] == ["shortfall_days", "ways"]


@pytest.mark.parametrize(
    ("submit_on", "committee", "board"),
    [
        ("2024-07-05", "2024-08-29", "2024-09-04"),
        ("2024-09-09", "2024-10-21", "2024-11-13"),
        ("2024-11-04", "2024-12-16", "2025-01-22"),
        ("2024-12-02", "2025-01-13", "2025-01-22"),
        ("2025-02-03", "2025-03-17", "2025-03-19"),
    ],
)
def test_the_board_is_the_first_ordinary_one_after_the_committee(submit_on: str, committee: str, board: str) -> None:
    """A case goes to its cycle's committee, or the next one, and then to the first ordinary Board on a later day."""
    assert dues(planned("concept_paper", "1", submit_on))[2:] == [committee, board]


def test_new_spend_makes_a_decision_key_and_not_the_value() -> None:
    """Notice depends on the new spend that is given, whatever the case is worth."""
    assert planned("business_case", "750000", "2024-10-14", new_spend="500000").notice_by is None
    assert planned("change_request", "750000", "2024-10-14", new_spend="500001").notice_by == date(2024, 10, 2)


def test_a_cancelled_committee_sends_its_cases_to_the_next() -> None:
    """Without its committee a case goes to the next that can carry it; panel and Chief Executive are left alone."""
    calendar = cancelled("investment_committee/2024-11")
    moved = planned("business_case", "2000000", "2024-10-14", calendar)
    assert dues(moved)[1:] == ["2024-10-24", "2024-12-16"]
    assert any("is cancelled" in warning and "16 December 2024" in warning for warning in moved.warnings)
    assert dues(planned("business_case", "1", "2024-10-14", calendar))[1:] == ["2024-10-24", "2024-10-31"]


def test_a_cancelled_panel_is_passed_over() -> None:
    """A cycle whose panel is cancelled takes no case."""
    assert planned("business_case", "1", "2024-10-14", cancelled("investment_panel/2024-11")).cycle == "2024-12"


def test_a_moved_committee_is_followed() -> None:
    """A sitting that moved is due on the day it moved to."""
    sitting = replace(YEAR.sittings[SittingId("investment_committee/2024-11")], on=date(2024, 11, 28))
    calendar = replace(YEAR, sittings={**YEAR.sittings, sitting.id: sitting})
    assert dues(planned("business_case", "2000000", "2024-10-14", calendar))[-1] == "2024-11-28"


@pytest.mark.parametrize(
    ("value", "notice_given", "decided"),
    [("2000000", "2024-12-20", "2025-02-10"), ("6000000", "2024-12-25", "2025-03-19")],
)
def test_late_notice_moves_a_meeting_to_its_next_sitting(value: str, notice_given: str, decided: str) -> None:
    """A committee or Board that notice comes too late for takes the case at its next sitting, which is then due."""
    late = planned("business_case", value, "2024-12-02", notice_given=notice_given)
    assert (late.binding, late.earliest_decision) == ("notice", late.steps[-1].due)
    assert late.earliest_decision == date.fromisoformat(decided)
    assert late.notice_by == late.earliest_decision - timedelta(days=29)


def test_an_officers_due_date_stands_though_notice_is_late() -> None:
    """The Chief Executive's date stays what it is; only her decision waits for the notice."""
    late = planned("business_case", "750000", "2024-10-14")
    assert (late.steps[-1].due, late.earliest_decision) == (date(2024, 10, 31), date(2024, 11, 12))


def missed(given: Plan) -> Iterator[tuple[str, str | None, str | None]]:
    """What follows from each key date being missed."""
    return (tuple(one.values()) for one in as_json(given)["if_missed"])


def test_what_slips_if_a_key_date_is_missed() -> None:
    """Up to the panel the cycle slips; a review slips nothing; an agenda or a meeting goes to the next sitting."""
    assert list(missed(planned("concept_paper", "996000", "2024-07-16"))) == [
        ("pmo_submission", "2024-09", "2024-10-16"),
        ("panel_agenda", "2024-09", "2024-10-16"),
        ("panel", "2024-09", "2024-10-16"),
        ("draft_report", "2024-08", "2024-09-04"),
        ("legal_finance_review", "2024-08", "2024-09-04"),
        ("executive_director_review", "2024-08", "2024-09-04"),
        ("agenda_publication", "2024-08", "2024-10-16"),
        ("committee", "2024-08", "2024-10-16"),
        ("board", "2024-08", "2024-10-16"),
    ]
    assert list(missed(planned("business_case", "2000000", "2024-10-14")))[-2:] == [
        ("agenda_publication", "2024-11", "2024-12-16"),
        ("committee", "2024-11", "2024-12-16"),
    ]


@pytest.mark.parametrize(("value", "then"), [("400000", "2024-11-01"), ("750000", "2024-11-12")])
def test_the_chief_executives_date_missed_waits_a_working_day(value: str, then: str) -> None:
    """Undecided on her date the case waits from the next working day, or until notice allows."""
    assert list(missed(planned("business_case", value, "2024-10-14"))) == [
        ("pmo_submission", "2024-12", "2024-11-21"),
        ("panel_agenda", "2024-12", "2024-11-21"),
        ("panel", "2024-12", "2024-11-21"),
        ("ceo_submission", "2024-11", then),
    ]


def test_notice_follows_a_submission_that_is_late() -> None:
    """Where notice is given with the submission, missing the submission date is missing it for the notice too."""
    soon = Sitting(
        SittingId("investment_panel/2024-11b"),
        BodyId("investment_panel"),
        date(2024, 10, 25),
        date(2024, 10, 18),
        SittingKind.ORDINARY,
        CycleId("2024-11b"),
    )
    eleventh = YEAR.cycle(CycleId("2024-11"))
    assert eleventh is not None
    dates = {"pmo_submission": "2024-10-15", "panel_agenda": "2024-10-18", "panel": "2024-10-25"}
    dates |= {"ceo_submission": "2024-11-01"}
    extra = replace(
        eleventh, id=CycleId("2024-11b"), dates=tuple((n, date.fromisoformat(on)) for n, on in dates.items())
    )
    cycles = tuple(sorted([*YEAR.cycles, extra], key=lambda one: one.date("pmo_submission") or date.max))
    calendar = replace(YEAR, cycles=cycles, sittings={**YEAR.sittings, soon.id: soon})
    first = next(missed(planned("business_case", "750000", "2024-10-14", calendar)))
    assert first == ("pmo_submission", "2024-11b", "2024-11-13")


def test_after_the_last_date_nothing_is_made_up() -> None:
    """With no cycle or sitting known the dates are null, and a warning says why."""
    late = as_json(planned("business_case", "2000000", "2025-02-04"))
    assert (late["cycle"], late["earliest_decision"], late["notice_by"]) == (None, None, None)
    assert {step["due"] for step in late["steps"]} | {step["working_days_left"] for step in late["steps"]} == {None}
    assert {(one["cycle"], one["earliest_decision"]) for one in late["if_missed"]} == {(None, None)}
    assert late["warnings"] == ["No cycle is known that takes submissions on Tuesday 4 February 2025 or later."]


def test_a_cycle_without_a_later_board_says_so() -> None:
    """A step whose body has no later sitting is null and so is the decision; the steps before keep their dates."""
    calendar = cancelled("board/2025-03-19")
    last = planned("concept_paper", "1", "2025-02-03", calendar)
    assert dues(last) == ["2025-02-06", "2025-02-13", "2025-03-17", None]
    assert (last.cycle, last.earliest_decision, last.binding) == ("2025-03", None, "board")
    assert "No sitting of the Combined Authority Board is known after Monday 17 March 2025" in last.warnings[0]
    late = planned("business_case", "2000000", "2025-02-03", notice_given="2025-02-20")
    assert (late.steps[-1].due, late.earliest_decision, late.binding) == (None, None, "notice")
    assert any("known from Friday 21 March 2025" in warning for warning in late.warnings)


def test_what_would_await_a_date_is_warned_of() -> None:
    """In the last cycle a missed date has no later one, and the plan says so."""
    last = planned("business_case", "400000", "2025-02-03")
    assert last.if_missed[0].cycle is None
    assert [warning for warning in last.warnings if "await" in warning]


@pytest.mark.parametrize(
    ("value", "submit_on", "by", "before"),
    [("1000000", "2024-12-02", "2024-12-15", "2024-12-13"), ("6000000", "2024-09-09", "2024-10-15", None)],
)
def test_notice_on_a_day_off_is_told_as_the_working_day_before(
    value: str, submit_on: str, by: str, before: str | None
) -> None:
    """The last lawful day for notice stands though it is a Sunday, and the working day before is named."""
    answer = as_json(planned("business_case", value, submit_on))
    assert answer["notice_by"] == by
    named = [warning for warning in answer["warnings"] if "not a working day" in warning]
    assert [before in warning for warning in named] == ([True] if before else [])


def test_a_chief_executives_key_decision_is_warned_of() -> None:
    """Her notice falls before the submission date, and the plan says by how much; one not key has no such warning."""
    key = [planned("business_case", "750000", day, notice_given="2024-07-01") for day in ("2024-10-14", "2024-12-30")]
    for answer in key:
        (told,) = [warning for warning in answer.warnings if "10 to 12 days before submission to the PMO" in warning]
        assert "here 12 days before" in told
    assert planned("business_case", "400000", "2024-10-14").warnings == ()


def test_every_published_notice_of_the_chief_executive_falls_10_to_12_days_before_submission() -> None:
    """What the planner says of the published calendar is so in every row of it."""
    for cycle in YEAR.cycles:
        submitted = cycle.date("pmo_submission")
        assert submitted is not None
        answer = planned("business_case", "750000", submitted.isoformat())
        assert answer.notice_by is not None
        assert 10 <= (submitted - answer.notice_by).days <= 12


def test_a_board_agenda_due_before_the_committee_is_warned_of() -> None:
    """Where the Board's agenda is due first the case is listed subject to the committee's step."""
    august = planned("concept_paper", "996000", "2024-07-16")
    assert any("listed subject to the committee's step" in warning for warning in august.warnings)
    december = planned("concept_paper", "996000", "2024-11-04")
    assert not any("subject to" in warning for warning in december.warnings)


def test_a_restricted_period_is_warned_of() -> None:
    """A step that falls in a restricted period of its body is named; no date moves for it."""
    period = RestrictedPeriod(BodyId("board"), date(2024, 9, 1), date(2024, 9, 30), Restriction.PRE_ELECTION)
    calendar = replace(YEAR, restricted=(period,))
    answer = planned("concept_paper", "1", "2024-07-16", calendar)
    assert [warning for warning in answer.warnings if "restricted period (pre_election)" in warning]
    assert answer.earliest_decision == date(2024, 9, 4)


def ways(given: Plan) -> list[tuple[str, str]]:
    """The ways of a plan, each by its first words and who must agree."""
    return [(way.says, way.who_agrees) for way in given.ways]


def test_a_deadline_that_is_met_needs_no_way() -> None:
    """With the decision on the day or sooner there is no shortfall and nothing to agree."""
    met = planned("business_case", "400000", "2024-10-14", needed_by="2024-10-31")
    assert (met.shortfall_days, met.ways) == (0, ())


def test_notice_that_binds_may_be_given_earlier_or_excepted() -> None:
    """A key decision held up by its notice: earlier notice, a general exception, or an earlier cycle."""
    short = planned("business_case", "750000", "2024-10-14", needed_by="2024-11-04")
    assert short.shortfall_days == 8
    assert [(says.partition(" by ")[0], who) for says, who in ways(short)] == [
        ("Give notice of the key decision", "Democratic Services"),
        ("General exception: tell the scrutiny chair", "the chair of Overview and Scrutiny"),
        ("Submit", "the author"),
    ]
    assert "Sunday 6 October 2024" in short.ways[0].says
    assert "cycle 2024-10" in short.ways[2].says


def test_a_cycle_just_missed_may_take_the_case_late() -> None:
    """One day late: the PMO may accept it, the author may come sooner, or the Chief Executive may decide at once."""
    short = planned("business_case", "400000", "2024-10-15", needed_by="2024-11-15")
    assert short.shortfall_days == 6
    assert ways(short) == [
        (
            "The Chief Executive decides from Thursday 14 November 2024 on, as soon as the panel has recommended it.",
            "the Chief Executive",
        ),
        (
            "The PMO accepts it late, for a reason, into cycle 2024-11, whose list closes on Thursday 17 October 2024.",
            "the PMO",
        ),
        ("Submit by Monday 14 October 2024, for cycle 2024-11.", "the author"),
    ]
    closed = planned("business_case", "400000", "2024-10-18", needed_by="2024-11-08")
    assert ways(closed) == [("Submit by Monday 14 October 2024, for cycle 2024-11.", "the author")]


def test_a_meeting_may_be_convened_or_take_it_as_urgent() -> None:
    """A committee nearer than its agenda allows takes a case only as urgent; or a sitting is convened for it."""
    short = planned("business_case", "2000000", "2024-12-02", needed_by="2024-12-20", notice_given="2024-11-01")
    assert ways(short) == [
        (
            "The Investment Committee on Monday 16 December 2024 takes it as urgent, for reasons that go in the "
            "minutes (Local Government Act 1972 s.100B(4)(b)).",
            "the chair of the Investment Committee",
        ),
        (
            "Convene an extraordinary sitting of the Investment Committee, on Friday 20 December 2024 at the earliest.",
            "the chair of the Investment Committee and Democratic Services",
        ),
        ("Submit by Monday 4 November 2024, for cycle 2024-12.", "the author"),
    ]


def test_a_person_may_list_it_to_an_extraordinary_board() -> None:
    """The extraordinary Board of 13 December takes a case that a person lists to it, once its committee has sat."""
    short = planned("business_case", "6000000", "2024-10-14", needed_by="2024-12-20")
    listed = [
        way for way in short.ways if "extraordinary sitting of the Combined Authority Board on Friday 13" in way.says
    ]
    assert [way.who_agrees for way in listed] == ["Democratic Services"]
    assert planned("business_case", "6000000", "2024-10-14").earliest_decision == date(2025, 1, 22)


def test_special_urgency_is_left_where_even_five_clear_days_do_not_fit() -> None:
    """Only where a general exception comes too late does the scrutiny chair's agreement stand alone."""
    hasty = replace(CPCA_2024, settings=replace(CPCA_2024.settings, general_exception_clear_days=30))
    short = plan(Kind.BUSINESS_CASE, pounds("750000"), date(2024, 10, 14), YEAR, hasty, needed_by=date(2024, 11, 4))
    assert any(way.says.startswith("Special urgency") for way in short.ways)
    assert not any(way.says.startswith("General exception") for way in short.ways)


def test_nothing_is_offered_that_does_not_help() -> None:
    """A deadline before any panel could have sat is met in no lawful way, and lowering the sum is never one."""
    hopeless = planned("business_case", "750000", "2024-07-05", needed_by="2024-07-12")
    assert (hopeless.shortfall_days, hopeless.ways) == (24, ())
    for needed_by in ("2024-11-04", "2024-12-20", "2025-01-31"):
        for way in planned("business_case", "6000000", "2024-12-02", needed_by=needed_by).ways:
            assert not {"reduce", "stage", "split"} & set(way.says.lower().split())


def test_a_deadline_beyond_every_known_date_has_no_shortfall_in_days() -> None:
    """With no decision known the shortfall is null, and the ways into an earlier cycle are still told."""
    late = as_json(planned("business_case", "400000", "2025-02-04", needed_by="2025-03-20"))
    assert late["shortfall_days"] is None
    assert {way["who_agrees"] for way in late["ways"]} == {"the PMO", "the author"}


def test_the_planner_serves_another_authority() -> None:
    """The West Midlands' bodies act on the same calendar's dates, under their own names."""
    policy = read_policy(EXAMPLES / "west-midlands" / "policy.json")
    answer = plan(Kind.BUSINESS_CASE, pounds("6000000"), date(2024, 10, 14), YEAR, policy)
    assert [(step.body, step.due) for step in answer.steps][1:] == [
        ("investment_panel", date(2024, 10, 24)),
        ("investment_board", date(2024, 11, 25)),
    ]
    jointly = plan(Kind.BUSINESS_CASE, pounds("2000000"), date(2024, 10, 14), YEAR, policy)
    assert (jointly.steps[-1].body, jointly.steps[-1].due) == ("statutory_officers", date(2024, 10, 31))


def test_every_other_day_of_the_year_has_a_plan() -> None:
    """From whatever day, each kind and band gives dates in order, and no decision before what is due before it."""
    day = date(2024, 6, 1)
    while day <= date(2025, 3, 31):
        for kind, value in (("concept_paper", "1"), ("business_case", "700000"), ("business_case", "2000000")):
            answer = planned(kind, value, day.isoformat(), needed_by=(day + timedelta(days=60)).isoformat())
            known = [step.due for step in answer.steps if step.due]
            assert known == sorted(known)
            if answer.earliest_decision:
                assert known[-1] <= answer.earliest_decision
                assert YEAR.days.is_open(answer.earliest_decision)
            assert all(one.earliest_decision is None or one.cycle for one in answer.if_missed)
            assert len({way.says for way in answer.ways}) == len(answer.ways)
        day += timedelta(days=2)
