"""Working days and clear days: which days count, and how many lie between two dates. Closed days are an argument."""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Decides which days count: Monday to Friday, less bank holidays and days closed, with days re-opened put back."""

    bank_holidays: frozenset[date]
    closed: frozenset[date] = frozenset()
    reopened: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether a day is a working day; a day re-opened or closed by a person is so whatever else it is."""
        if day in self.reopened or day in self.closed:
            return day in self.reopened
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def knows(self, day: date) -> bool:
        """Whether a day lies in the years whose bank holidays are known; with none given, nothing is ruled out."""
        years = {holiday.year for holiday in self.bank_holidays}
        return not years or min(years) <= day.year <= max(years)

    def on_or_before(self, day: date) -> date:
        """The day itself if it is a working day, otherwise the working day before it."""
        while not self.is_open(day):
            day -= ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself if it is a working day, otherwise the working day after it."""
        while not self.is_open(day):
            day += ONE_DAY
        return day

    def add(self, day: date, n: int) -> date:
        """The n-th working day after a day, or before it when n is negative; the day itself when n is 0."""
        step = ONE_DAY if n > 0 else -ONE_DAY
        for _ in range(abs(n)):
            day += step
            while not self.is_open(day):
                day += step
        return day

    def clear_between(self, first: date, last: date) -> tuple[date, ...]:
        """The working days strictly between two dates: neither the day given nor the day of the meeting counts."""
        span = (first + timedelta(days=n) for n in range(1, (last - first).days))
        return tuple(day for day in span if self.is_open(day))

    def count(self, after: date, upto: date) -> int:
        """How many working days come after one date up to and including another; 0 when they do not follow."""
        return len(self.clear_between(after, upto)) + (upto > after and self.is_open(upto))

    def latest_leaving(self, n: int, before: date) -> date:
        """The latest working day that leaves n clear working days before a date."""
        return self.add(before, -(n + 1))

    def end_of_window(self, n: int, after: date) -> date:
        """The last day of a window of n clear working days after a date."""
        return self.add(after, n)


def clear_calendar_days(given: date, meeting: date) -> int:
    """How many whole days lie between giving notice and the meeting, neither day counted."""
    return (meeting - given).days - 1


def last_notice_day(meeting: date, clear: int = 28) -> date:
    """The last day, working or not, on which notice leaves that many clear days before a meeting."""
    return meeting - timedelta(days=clear + 1)


def first_after_notice(given: date, clear: int = 28) -> date:
    """The first day on which a decision leaves that many clear days after its notice."""
    return given + timedelta(days=clear + 1)


def written(day: date) -> str:
    """A date as officials write it, with its weekday: Thursday 29 August 2024."""
    return f"{day:%A} {day.day} {day:%B %Y}"
