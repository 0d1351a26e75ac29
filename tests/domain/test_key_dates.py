"""The key-date table against the published year, and what holds of every year."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.key_dates import (
    BY_NAME,
    CPCA_SCHEME,
    KEY_DATES,
    RANK,
    KeyDateName,
    Scheme,
    derive,
    following,
    rank,
    rule_dates,
    side_of,
)
from domain.words import BodyId
from tests.domain.published_year import CYCLES, DAYS, rows

committees = st.dates(date(2019, 1, 1), date(2032, 12, 31))
HELD = [cycle for cycle in CYCLES if cycle.date("committee")]


def test_the_table_has_the_columns_of_the_published_one() -> None:
    """Nine key dates, in the order in which the published table shows them."""
    published = next(iter(rows("key-dates.csv")))
    assert ["cycle", *(row.name for row in KEY_DATES)] == list(published)


def test_sixty_of_the_sixty_four_published_dates_follow_the_rules() -> None:
    """Deriving from the eight committees gives every published date but four, and exactly those four."""
    off = {
        (cycle.id, name): (on, gives[name])
        for cycle in HELD
        for gives in [derive(cycle.date("committee") or date.min, DAYS)]
        for name, on in cycle.dates
        if name != "committee" and on != gives[name]
    }
    assert sum(len(cycle.dates) - 1 for cycle in HELD) == 64
    assert off == {
        ("2025-01", "draft_report"): (date(2024, 12, 12), date(2024, 12, 19)),
        ("2025-01", "legal_finance_review"): (date(2024, 12, 18), date(2024, 12, 27)),
        ("2025-01", "executive_director_review"): (date(2024, 12, 20), date(2024, 12, 31)),
        ("2025-02", "pmo_submission"): (date(2024, 12, 30), date(2024, 12, 27)),
    }


def test_a_cycle_without_committee_follows_from_its_panel() -> None:
    """The dates of July 2024, which has no committee, are those its panel gives."""
    july = next(cycle for cycle in CYCLES if cycle.id == "2024-07")
    assert rule_dates(dict(july.dates), DAYS) == dict(july.dates)


def test_a_cycle_with_neither_has_no_rule() -> None:
    """Without a committee or a panel nothing can be derived."""
    assert rule_dates({"draft_report": date(2024, 8, 8)}, DAYS) == {}


def test_deriving_october_2024_gives_the_published_row() -> None:
    """All nine dates of the committee of 21 October 2024, in table order."""
    october = next(cycle for cycle in CYCLES if cycle.id == "2024-10")
    assert list(derive(date(2024, 10, 21), DAYS).items()) == list(october.dates)


@given(committees)
def test_every_derived_date_is_a_working_day_and_the_agenda_is_lawful(committee: date) -> None:
    """Whatever the committee's day, every other date is a working day and five clear working days follow the agenda."""
    gives = derive(committee, DAYS)
    assert list(gives) == list(BY_NAME)
    assert all(DAYS.is_open(on) for name, on in gives.items() if name != "committee")
    assert gives["committee"] == committee
    assert len(DAYS.clear_between(gives["agenda_publication"], committee)) == 5


@given(committees)
def test_deriving_is_the_same_from_any_date_on_the_way(committee: date) -> None:
    """The panel's dates follow from the panel, and each side stops short of the other's sitting."""
    gives = derive(committee, DAYS)
    panel = following("panel", gives["panel"], DAYS)
    assert panel == {name: gives[name] for name in BY_NAME if side_of(name) == "panel"}
    own = following("committee", committee, DAYS, across=False)
    assert own == {name: gives[name] for name in BY_NAME if side_of(name) == "committee"}


def test_a_committee_that_is_no_working_day_is_derived_all_the_same() -> None:
    """A committee on Easter Monday keeps its day; its agenda still leaves five clear working days."""
    gives = derive(date(2025, 4, 21), DAYS)
    assert gives["committee"] == date(2025, 4, 21)
    assert gives["agenda_publication"] == date(2025, 4, 10)


def test_a_date_on_a_holiday_moves_back_and_the_next_rule_starts_there() -> None:
    """A panel that would fall on Boxing Day 2024 sits on Christmas Eve, and its agenda is seven days before that."""
    gives = derive(date(2025, 1, 27), DAYS)
    assert gives["agenda_publication"] == date(2025, 1, 17)
    assert gives["panel"] == date(2024, 12, 24)
    assert gives["panel_agenda"] == date(2024, 12, 17)
    assert gives["ceo_submission"] == date(2024, 12, 31)


def test_offsets_are_settings_of_the_scheme() -> None:
    """Another authority's offsets replace the table's for the dates they name, and what follows moves with them."""
    scheme = Scheme(CPCA_SCHEME.name, ((KeyDateName("pmo_submission"), -10),), CPCA_SCHEME.sits, CPCA_SCHEME.board)
    gives, plain = derive(date(2024, 10, 21), DAYS, scheme), derive(date(2024, 10, 21), DAYS)
    assert gives["pmo_submission"] == date(2024, 8, 29)
    assert {**plain, "pmo_submission": gives["pmo_submission"]} == gives


def test_the_draft_report_is_due_at_five_and_the_rest_by_midnight() -> None:
    """Only the draft report has an hour."""
    assert {row.name: row.by for row in KEY_DATES if row.by} == {"draft_report": time(17)}


def test_legal_and_finance_act_in_parallel() -> None:
    """A key date names every office that must act by it."""
    assert BY_NAME["legal_finance_review"].offices == ("legal", "finance")


def test_the_board_ranks_after_the_table_and_anything_else_after_the_board() -> None:
    """Due rows sort by the table's order, then the Board, then the rest."""
    assert sorted(["other", "board", "committee", "pmo_submission"], key=rank) == [
        "pmo_submission",
        "committee",
        "board",
        "other",
    ]
    assert list(RANK) == [*BY_NAME, "board"]


@pytest.mark.parametrize("row", KEY_DATES, ids=lambda row: row.name)
def test_every_row_is_counted_from_another_and_in_one_direction(row) -> None:
    """Every date but the committee starts from another row, and no chain comes back to itself."""
    seen = [row.name]
    while counted_from := BY_NAME[seen[-1]].counted_from:
        assert counted_from not in seen
        seen.append(counted_from)
    assert seen[-1] == "committee"
    assert (row.offset == 0) == (row.name == "committee")


def test_a_body_is_found_by_its_column_and_a_column_by_its_body() -> None:
    """The scheme says which body sits on which date."""
    assert CPCA_SCHEME.body_on("panel") == "investment_panel"
    assert CPCA_SCHEME.body_on("draft_report") is None
    assert CPCA_SCHEME.key_of(BodyId("investment_committee")) == "committee"
    assert CPCA_SCHEME.key_of(BodyId("board")) == CPCA_SCHEME.key_of(CPCA_SCHEME.board) == "board"
    assert CPCA_SCHEME.key_of(BodyId("audit")) == ""
