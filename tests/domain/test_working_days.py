"""Working days and clear days: the ordinary cases, the odd years, and the same answers as a second source."""

from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from adapters.bank_holidays import FIRST_YEAR
from domain.calendar.working_days import (
    WorkingDays,
    clear_calendar_days,
    first_after_notice,
    last_notice_day,
    written,
)
from tests.domain.published_year import DAYS

SECOND = BankHolidays(locale="en", use_cached_holidays=True)
SECOND_KNOWS = {holiday["date"] for holiday in SECOND.get_holidays(division=BankHolidays.ENGLAND_AND_WALES)}
COVERED = (date(max(FIRST_YEAR, min(SECOND_KNOWS).year), 1, 1), date(max(SECOND_KNOWS).year, 12, 31))
"""The years both sources cover; the second source's last year is a whole one."""

days_covered = st.dates(COVERED[0] + timedelta(days=90), COVERED[1] - timedelta(days=90))
any_day = st.dates(date(2018, 3, 1), date(2032, 10, 1))


def on_a_weekday(day: date) -> bool:
    """Whether a holiday costs a working day: one source also names the Sunday whose Monday is given for it."""
    return day.weekday() < 5


def test_the_second_source_covers_enough_to_matter() -> None:
    """The second source holds the years of the published calendar and a few on either side."""
    assert COVERED[0] <= date(2020, 1, 1)
    assert COVERED[1] >= date(2027, 12, 31)


def test_bank_holidays_are_those_of_the_second_source() -> None:
    """Every bank holiday of either source, in the years both cover, is one of the other."""
    both = {*filter(on_a_weekday, DAYS.bank_holidays)}, {*filter(on_a_weekday, SECOND_KNOWS)}
    ours, theirs = ({day for day in source if COVERED[0] <= day <= COVERED[1]} for source in both)
    assert ours == theirs


@given(days_covered)
def test_a_working_day_is_one_by_the_second_source(day: date) -> None:
    """Both sources agree, day by day, on what is a working day."""
    assert DAYS.is_open(day) == SECOND.is_work_day(day, division=BankHolidays.ENGLAND_AND_WALES)


@given(days_covered, st.integers(1, 20))
def test_adding_working_days_agrees_with_stepping_through_the_second_source(day: date, n: int) -> None:
    """Adding n working days, on or back, lands where n steps of the second source land."""
    on = back = day
    for _ in range(n):
        on = SECOND.get_next_work_day(division=BankHolidays.ENGLAND_AND_WALES, date=on)
        back = SECOND.get_prev_work_day(division=BankHolidays.ENGLAND_AND_WALES, date=back)
    assert (DAYS.add(day, n), DAYS.add(day, -n)) == (on, back)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2020, 5, 8), "VE day moved the early May holiday to a Friday"),
        (date(2022, 6, 2), "the spring holiday moved for the Platinum Jubilee"),
        (date(2022, 6, 3), "the Platinum Jubilee"),
        (date(2022, 9, 19), "the State Funeral, proclaimed nine days before"),
        (date(2023, 5, 8), "the Coronation"),
        (date(2021, 12, 27), "Christmas on a Saturday"),
        (date(2021, 12, 28), "Boxing Day on a Sunday"),
        (date(2027, 12, 28), "Boxing Day on a Sunday again"),
    ],
)
def test_bank_holidays_of_one_year_only_are_known(day: date, why: str) -> None:
    """Holidays moved or proclaimed for one year are no working days."""
    assert not DAYS.is_open(day), why


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2022, 5, 30), date(2024, 12, 24), date(2024, 8, 5)])
def test_days_that_look_like_holidays_are_open(day: date) -> None:
    """The Mondays that holidays moved away from, Christmas Eve and the Scottish August holiday are working days."""
    assert DAYS.is_open(day)


@given(any_day, st.integers(1, 60))
def test_adding_there_and_back_returns_to_a_working_day(day: date, n: int) -> None:
    """From a working day, n working days on and n back is the same day."""
    start = DAYS.on_or_after(day)
    assert DAYS.add(DAYS.add(start, n), -n) == start
    assert DAYS.count(start, DAYS.add(start, n)) == n


@given(any_day, st.integers(0, 30))
def test_the_latest_day_leaving_clear_days_is_the_latest(day: date, n: int) -> None:
    """It leaves exactly n clear working days, and the next working day leaves fewer."""
    latest = DAYS.latest_leaving(n, day)
    assert DAYS.is_open(latest)
    assert len(DAYS.clear_between(latest, day)) == n
    later = DAYS.add(latest, 1)
    assert later >= day or len(DAYS.clear_between(later, day)) < n


@given(any_day)
def test_the_nearest_working_days_are_the_nearest(day: date) -> None:
    """No working day lies between a day and the nearest one before or after it."""
    before, later = DAYS.on_or_before(day), DAYS.on_or_after(day)
    assert before <= day <= later
    assert not DAYS.clear_between(before, day)
    assert not DAYS.clear_between(day, later)
    assert (before == day) == (later == day) == DAYS.is_open(day)


def test_adding_nothing_is_the_day_itself() -> None:
    """Zero working days from a Sunday is that Sunday: only a count of days moves."""
    assert DAYS.add(date(2024, 8, 25), 0) == date(2024, 8, 25)


def test_neither_the_agenda_day_nor_the_meeting_day_is_clear() -> None:
    """Between Tuesday 20 and Thursday 29 August 2024 five working days are clear: the bank holiday does not count."""
    clear = DAYS.clear_between(date(2024, 8, 20), date(2024, 8, 29))
    assert clear == tuple(date(2024, 8, n) for n in (21, 22, 23, 27, 28))
    assert DAYS.clear_between(date(2024, 8, 29), date(2024, 8, 20)) == ()


def test_a_window_of_clear_working_days_ends_on_its_last() -> None:
    """Six clear working days after Tuesday 12 November 2024 end on Wednesday 20 November."""
    assert DAYS.end_of_window(6, date(2024, 11, 12)) == date(2024, 11, 20)


def test_a_day_closed_or_reopened_changes_the_count_and_nothing_else() -> None:
    """Closing 19 September 2022 for one authority takes one clear day away; re-opening a holiday gives one back."""
    plain = WorkingDays(frozenset({date(2022, 8, 29)}))
    mourning = WorkingDays(plain.bank_holidays, closed=frozenset({date(2022, 9, 19)}))
    assert mourning.latest_leaving(5, date(2022, 9, 26)) == plain.add(plain.latest_leaving(5, date(2022, 9, 26)), -1)
    worked = WorkingDays(plain.bank_holidays, reopened=frozenset({date(2022, 8, 29)}))
    assert worked.is_open(date(2022, 8, 29))
    assert not plain.is_open(date(2022, 8, 29))


def test_days_beyond_the_known_bank_holidays_are_not_known() -> None:
    """The years covered are those whose bank holidays are given; with none given, nothing is ruled out."""
    assert DAYS.knows(date(2018, 1, 1))
    assert DAYS.knows(date(2032, 12, 31))
    assert not DAYS.knows(date(2033, 1, 1))
    assert not DAYS.knows(date(1, 1, 1))
    assert WorkingDays(frozenset()).knows(date(1, 1, 1))


def test_notice_counts_calendar_days() -> None:
    """Twenty-eight clear days before 29 August 2024 is 31 July; neither that day nor the meeting's counts."""
    assert last_notice_day(date(2024, 8, 29)) == date(2024, 7, 31)
    assert first_after_notice(date(2024, 7, 31)) == date(2024, 8, 29)
    assert clear_calendar_days(date(2024, 7, 31), date(2024, 8, 29)) == 28
    assert first_after_notice(date(2024, 10, 14)) == date(2024, 11, 12)


@given(any_day, st.integers(0, 60))
def test_the_last_notice_day_and_the_first_lawful_day_are_one_rule(day: date, clear: int) -> None:
    """Giving notice on the last day makes the meeting's day the first lawful one, with exactly the clear days asked."""
    assert first_after_notice(last_notice_day(day, clear), clear) == day
    assert clear_calendar_days(last_notice_day(day, clear), day) == clear


def test_dates_are_written_with_their_weekday() -> None:
    """A date is written as in a letter."""
    assert written(date(2024, 8, 5)) == "Monday 5 August 2024"
