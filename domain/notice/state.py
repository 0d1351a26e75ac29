"""Where the notice of a key decision stands, and from which day it makes the decision lawful."""

from dataclasses import dataclass
from datetime import date

from domain.calendar.working_days import clear_calendar_days, first_after_notice
from domain.notice.events import NoticeEvent, NoticeGiven, Period
from domain.words import BodyId

CLEAR_DAYS = 28
"""Clear calendar days between notice and a key decision (SI 2017/68 art 11; calendar days [A])."""


@dataclass(frozen=True, slots=True)
class NoNotice:
    """No notice stands: none was given, or the last was withdrawn."""

    @property
    def given_on(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that stands since `given_on`, with the decision maker and the period it names, if it names them."""

    given_on: date
    decision_maker: BodyId | None
    period: Period | None


AnyNotice = NoNotice | Notice


def blank() -> NoNotice:
    """The notice of a case before any was given."""
    return NoNotice()


def evolve(notice: AnyNotice, event: NoticeEvent) -> AnyNotice:
    """The notice after one more fact."""
    if isinstance(event, NoticeGiven):
        return Notice(event.on, event.decision_maker, event.period)
    return NoNotice()


def clear_days(notice: AnyNotice, decision_on: date) -> int:
    """Calendar days strictly between the notice and a decision; 0 when no notice stands or it came too late."""
    return 0 if notice.given_on is None else max(0, clear_calendar_days(notice.given_on, decision_on))


def first_lawful(notice: AnyNotice, clear: int = CLEAR_DAYS) -> date | None:
    """The first day a key decision is lawful under the notice; None when none stands."""
    return None if notice.given_on is None else first_after_notice(notice.given_on, clear)


def lawful(notice: AnyNotice, decision_on: date, clear: int = CLEAR_DAYS) -> bool:
    """Whether a key decision on a day has its clear days of notice (SI 2017/68 art 11)."""
    first = first_lawful(notice, clear)
    return first is not None and decision_on >= first


def covers(notice: AnyNotice, decision_maker: BodyId, decision_on: date) -> bool:
    """Whether the notice is of this decision: the decision maker and the period it names, if any, are these."""
    if isinstance(notice, NoNotice):
        return False
    period = notice.period
    in_time = period is None or period.first <= decision_on <= period.last
    return in_time and notice.decision_maker in (None, decision_maker)
