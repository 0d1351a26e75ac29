"""What a published calendar is told about itself, code by code, on the published year and on years made for it."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.checks import CHECKS, Level
from domain.calendar.key_dates import CPCA_SCHEME, KeyDateName, Scheme
from domain.calendar.lint import Finding, lint
from domain.calendar.plan import plan
from domain.calendar.published import PublishedBoard, PublishedCycle, RestrictedPeriod, Restriction, SittingKind
from domain.calendar.working_days import written
from domain.words import BodyId, CycleId, Text
from tests.domain.published_year import BOARDS, CYCLES, DAYS

FOUND = lint(CYCLES, BOARDS, DAYS)
PUBLISHED = [cycle.id for cycle in CYCLES if cycle.date("committee")]


def where(code: str, found: tuple[Finding, ...] = FOUND) -> list[tuple[str, str]]:
    """The cells a code was found on."""
    return [(finding.cycle, finding.key_date) for finding in found if finding.code == code]


def cycle(id: str, **dates: date) -> PublishedCycle:
    """A cycle with these dates."""
    return PublishedCycle(CycleId(id), tuple((KeyDateName(name), on) for name, on in dates.items()))


def derived(committee: date, **other: date) -> PublishedCycle:
    """The cycle the rules give for a committee, with some dates put elsewhere."""
    made = plan([committee], [], DAYS).cycles[0]
    return cycle(made.id, **{**{str(name): on for name, on in made.dates}, **other})


def linted(*cycles: PublishedCycle, boards: tuple[PublishedBoard, ...] = ()) -> tuple[Finding, ...]:
    """What is found about some cycles."""
    return lint(cycles, boards, DAYS)


def test_the_codes_and_their_levels_are_those_of_the_framework() -> None:
    """Ten codes, each at its level."""
    assert {check.code: check.level.value for check in CHECKS} == {
        "agenda_too_late": "problem",
        "differs_from_rule": "warning",
        "too_few_days": "warning",
        "out_of_order": "warning",
        "board_agenda_before_committee": "warning",
        "restricted_period": "warning",
        "no_slack": "note",
        "holiday_in_reading_week": "note",
        "no_committee": "note",
        "notice_day": "note",
    }


def test_the_published_year_has_these_findings_and_no_others() -> None:
    """Every finding of the published year, counted by code."""
    assert Counter(finding.code for finding in FOUND) == {
        "differs_from_rule": 4,
        "too_few_days": 1,
        "out_of_order": 2,
        "board_agenda_before_committee": 2,
        "no_slack": 8,
        "holiday_in_reading_week": 1,
        "no_committee": 1,
        "notice_day": 8,
    }


@pytest.mark.parametrize(
    ("code", "cells"),
    [
        (
            "differs_from_rule",
            [
                ("2025-01", "draft_report"),
                ("2025-01", "legal_finance_review"),
                ("2025-01", "executive_director_review"),
                ("2025-02", "pmo_submission"),
            ],
        ),
        ("too_few_days", [("2025-02", "pmo_submission")]),
        ("out_of_order", [("2025-01", "draft_report"), ("2025-01", "legal_finance_review")]),
        ("board_agenda_before_committee", [("2024-08", "board"), ("2025-03", "board")]),
        ("no_slack", [(id, "agenda_publication") for id in PUBLISHED]),
        ("holiday_in_reading_week", [("2024-08", "agenda_publication")]),
        ("no_committee", [("2024-07", "committee")]),
        ("notice_day", [(id, "committee") for id in PUBLISHED]),
        ("agenda_too_late", []),
        ("restricted_period", []),
    ],
)
def test_where_the_published_year_has_each_finding(code: str, cells: list[tuple[str, str]]) -> None:
    """Each code is found on exactly the published cells it is true of."""
    assert where(code) == cells


def test_findings_are_ordered_by_cycle_and_then_by_the_table() -> None:
    """A reader goes down the published table from left to right."""
    order = [finding.cycle for finding in FOUND]
    assert order == sorted(order)
    january = [finding.key_date for finding in FOUND if finding.cycle == "2025-01"]
    assert january[0] == "draft_report"
    assert january[-1] == "committee"


def test_a_finding_names_its_dates() -> None:
    """The sentences name the date that stands and the one it is measured by, with their weekdays."""
    says = {(finding.code, finding.cycle): finding.says for finding in FOUND}
    assert "Thursday 4 September" not in says["board_agenda_before_committee", "2024-08"]
    assert "Wednesday 4 September 2024" in says["board_agenda_before_committee", "2024-08"]
    assert "Tuesday 27 August 2024" in says["board_agenda_before_committee", "2024-08"]
    assert "Tuesday 11 March 2025" in says["board_agenda_before_committee", "2025-03"]
    assert "Only 2 working days" in says["too_few_days", "2025-02"]
    assert "Friday 27 December 2024" in says["differs_from_rule", "2025-02"]
    assert "Monday 26 August 2024" in says["holiday_in_reading_week", "2024-08"]
    assert "Wednesday 31 July 2024" in says["notice_day", "2024-08"]


def test_seven_of_eight_notice_days_are_sundays() -> None:
    """The last day for a key decision's notice falls on a Sunday for every published committee but the first."""
    assert sum("Sunday" in finding.says for finding in FOUND if finding.code == "notice_day") == 7


def test_an_agenda_with_four_clear_days_is_a_problem() -> None:
    """Published a working day after the last lawful one, an agenda is unlawful, and says so once."""
    late = derived(date(2024, 10, 21), agenda_publication=date(2024, 10, 14))
    found = linted(late)
    assert where("agenda_too_late", found) == [("2024-10", "agenda_publication")]
    problem = next(finding for finding in found if finding.code == "agenda_too_late")
    assert problem.level == Level.PROBLEM
    assert "leaves 4 clear working days" in problem.says
    assert "Friday 11 October 2024" in problem.says
    assert not [cell for cell in where("too_few_days", found) if cell[1] == "agenda_publication"]
    assert not where("no_slack", found)


def test_an_agenda_a_day_early_has_slack_and_differs() -> None:
    """Published a working day before the last lawful one, an agenda has slack and differs from the rule."""
    early = linted(derived(date(2024, 10, 21), agenda_publication=date(2024, 10, 10)))
    assert not where("no_slack", early)
    assert ("2024-10", "agenda_publication") in where("differs_from_rule", early)
    assert ("2024-10", "executive_director_review") in where("too_few_days", early)


def test_an_agenda_on_a_saturday_may_still_be_lawful() -> None:
    """Published on the Saturday after the last lawful Friday, an agenda leaves five clear days, and no slack."""
    saturday = linted(derived(date(2024, 10, 21), agenda_publication=date(2024, 10, 12)))
    assert where("agenda_too_late", saturday) == []
    assert where("no_slack", saturday) == [("2024-10", "agenda_publication")]


def test_a_scheme_with_longer_notice_warns_of_fewer_days_where_the_law_does_not() -> None:
    """Six clear days where the authority's own offset is seven: lawful, and fewer than the offset."""
    scheme = Scheme(CPCA_SCHEME.name, ((KeyDateName("agenda_publication"), -7),), CPCA_SCHEME.sits, CPCA_SCHEME.board)
    six = cycle("2024-10", agenda_publication=date(2024, 10, 10), committee=date(2024, 10, 21))
    found = lint([six], [], DAYS, scheme)
    assert where("too_few_days", found) == [("2024-10", "agenda_publication")]
    assert not where("agenda_too_late", found)


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("pmo_submission", date(2024, 9, 10)),
        ("panel_agenda", date(2024, 9, 13)),
        ("panel", date(2024, 9, 20)),
        ("ceo_submission", date(2024, 9, 25)),
        ("draft_report", date(2024, 10, 2)),
        ("legal_finance_review", date(2024, 10, 8)),
        ("executive_director_review", date(2024, 10, 10)),
    ],
)
def test_a_day_lost_between_two_key_dates_is_seen(name: str, on: date) -> None:
    """One day fewer than its offset, in the offset's own unit, is a warning on that key date."""
    found = linted(derived(date(2024, 10, 21), **{name: on}))
    assert ("2024-10", name) in where("too_few_days", found)
    assert ("2024-10", name) in where("differs_from_rule", found)


def test_a_rule_that_moves_back_over_a_holiday_leaves_fewer_days_after_the_panel() -> None:
    """A panel on 27 March 2026 leaves the Chief Executive six days, because the seventh is Good Friday."""
    found = linted(cycle("2026-03", panel=date(2026, 3, 27), ceo_submission=date(2026, 4, 2)))
    assert where("too_few_days", found) == [("2026-03", "ceo_submission")]
    assert not where("differs_from_rule", found)


def test_a_date_beside_one_it_equals_is_in_order() -> None:
    """Only a date before one that stands left of it is out of order; the same day is not."""
    same = linted(cycle("2024-10", panel=date(2024, 9, 19), ceo_submission=date(2024, 9, 19)))
    assert where("out_of_order", same) == []
    before = linted(cycle("2024-10", panel=date(2024, 9, 19), ceo_submission=date(2024, 9, 18)))
    assert where("out_of_order", before) == [("2024-10", "ceo_submission")]


def test_order_is_that_of_the_table_however_a_row_is_written() -> None:
    """The columns' order decides, not the order in which a cycle's dates were given."""
    shuffled = cycle("2024-10", committee=date(2024, 10, 21), panel=date(2024, 9, 19), pmo_submission=date(2024, 9, 9))
    assert where("out_of_order", linted(shuffled)) == []


@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        ([(date(2024, 9, 4), SittingKind.ORDINARY)], True),
        ([(date(2024, 9, 6), SittingKind.ORDINARY)], False),
        ([(date(2024, 9, 4), SittingKind.EXTRAORDINARY)], False),
        ([(date(2024, 9, 4), SittingKind.EXTRAORDINARY), (date(2024, 10, 16), SittingKind.ORDINARY)], False),
        ([(date(2024, 8, 29), SittingKind.ORDINARY), (date(2024, 10, 16), SittingKind.ORDINARY)], False),
        ([], False),
    ],
)
def test_the_next_ordinary_board_is_the_one_that_counts(boards: list[tuple[date, SittingKind]], expected: bool) -> None:
    """The first ordinary Board after the committee's day; due on the committee's own day is not before it."""
    sittings = tuple(PublishedBoard(on, kind) for on, kind in boards)
    found = linted(derived(date(2024, 8, 29)), boards=sittings)
    assert bool(where("board_agenda_before_committee", found)) is expected


def test_a_committee_on_a_day_that_is_not_worked_is_found() -> None:
    """A committee on Easter Monday differs from what a committee's day should be; its other dates follow the rule."""
    found = linted(derived(date(2025, 4, 21)))
    assert where("differs_from_rule", found) == [("2025-04", "committee")]
    assert "Monday 21 April 2025, which is not a working day" in next(
        finding.says for finding in found if finding.code == "differs_from_rule"
    )


def test_a_recorded_reason_is_said_and_the_difference_still_shown() -> None:
    """An explained exception stays a finding, and says that its reason is recorded."""
    january = next(one for one in CYCLES if one.id == "2025-01")
    explained = PublishedCycle(january.id, january.dates, ((KeyDateName("draft_report"), Text("before Christmas")),))
    says = {f.key_date: f.says for f in linted(explained) if f.code == "differs_from_rule"}
    assert "reason is recorded" in says["draft_report"]
    assert "reason is recorded" not in says["legal_finance_review"]


def test_holidays_in_a_reading_week_are_named_once() -> None:
    """Good Friday and Easter Monday between one agenda and its committee are one finding that names both."""
    found = [f for f in linted(derived(date(2025, 4, 24))) if f.code == "holiday_in_reading_week"]
    assert len(found) == 1
    assert written(date(2025, 4, 18)) in found[0].says
    assert written(date(2025, 4, 21)) in found[0].says


ELECTION = RestrictedPeriod(
    BodyId("investment_committee"), date(2024, 5, 23), date(2024, 7, 4), Restriction.PRE_ELECTION
)


@pytest.mark.parametrize(
    ("period", "cells"),
    [
        (ELECTION, [("2024-06", "committee")]),
        (RestrictedPeriod(BodyId("board"), date(2024, 6, 1), date(2024, 6, 26), Restriction.RECESS), [("", "board")]),
        (RestrictedPeriod(BodyId("board"), date(2024, 6, 1), date(2024, 6, 25), Restriction.RECESS), []),
        (
            RestrictedPeriod(None, date(2024, 6, 20), date(2024, 6, 26), Restriction.CLOSURE),
            [("2024-06", "committee"), ("", "board")],
        ),
        (
            RestrictedPeriod(BodyId("chief_executive"), date(2024, 5, 27), date(2024, 5, 31), Restriction.CLOSURE),
            [("2024-06", "ceo_submission")],
        ),
    ],
)
def test_a_restricted_period_warns_whoever_it_binds(period: RestrictedPeriod, cells: list[tuple[str, str]]) -> None:
    """A period touches the body or office it names, or all of them, on its first and last day too."""
    found = lint([derived(date(2024, 6, 20))], [PublishedBoard(date(2024, 6, 26))], DAYS, restricted=[period])
    assert where("restricted_period", found) == cells


def test_a_restricted_period_never_changes_clear_days() -> None:
    """Everything else that is found is the same with the period and without it."""
    june = [derived(date(2024, 6, 20))]
    found = lint(june, [], DAYS, restricted=[ELECTION])
    assert tuple(finding for finding in found if finding.code != "restricted_period") == lint(june, [], DAYS)


@given(st.lists(st.dates(date(2019, 3, 1), date(2032, 12, 1)), min_size=1, max_size=6, unique=True))
def test_a_calendar_planned_by_the_rules_is_lawful_and_on_the_rule(committees: list[date]) -> None:
    """Whatever the committees' days, a planned calendar has no problem, and differs only where a day is not worked."""
    planned = plan(committees, [], DAYS)
    assert not where("agenda_too_late", planned.findings)
    idle = sorted(
        id for id, on in zip([c.id for c in planned.cycles], sorted(committees), strict=True) if not DAYS.is_open(on)
    )
    assert sorted(id for id, _ in where("differs_from_rule", planned.findings)) == idle
    assert {name for _, name in where("differs_from_rule", planned.findings)} <= {"committee"}
    assert {name for _, name in where("too_few_days", planned.findings)} <= {"ceo_submission"}
    assert len(where("notice_day", planned.findings)) == len(where("no_slack", planned.findings)) == len(committees)


def test_an_empty_calendar_has_no_findings() -> None:
    """Nothing is found about nothing."""
    assert lint([], [], DAYS) == ()
