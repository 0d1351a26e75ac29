"""Where the latest decision on a case stands, and when it takes effect."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.calendar.working_days import WorkingDays
from domain.decision import events
from domain.decision.events import DecisionEvent, DecisionRecorded, Verdict
from domain.routing.bodies import Sort
from domain.routing.settings import Settings
from domain.words import BodyId, end_of, start_of


@dataclass(frozen=True, slots=True)
class Made:
    """What was decided, by which body, and when; the latest decision is the one that counts."""

    number: int
    body: BodyId
    outcome: Verdict
    on: date
    key: bool
    callable: bool
    officer: bool


@dataclass(frozen=True, slots=True)
class NotMade:
    """No decision counts; `earlier` were made and set aside."""

    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    made: Made


@dataclass(frozen=True, slots=True)
class Published:
    made: Made
    published_on: date


@dataclass(frozen=True, slots=True)
class Effective:
    """In effect; one that took effect when made may not have been published yet."""

    made: Made
    published_on: date | None
    since: date


AnyDecision = NotMade | Recorded | Published | Effective


def blank() -> NotMade:
    """The decision of a case before any was made."""
    return NotMade()


def evolve(decision: AnyDecision, event: DecisionEvent) -> AnyDecision:
    """The decision after one more fact."""
    match decision, event:
        case _, DecisionRecorded():
            return Recorded(
                Made(event.number, event.body, event.outcome, event.on, event.key, event.callable, event.officer)
            )
        case NotMade(), _:
            return decision
        case _, events.DecisionSetAside():
            return NotMade(decision.made.number)
        case Effective(), events.DecisionPublished(_, on):
            return replace(decision, published_on=on)
        case _, events.DecisionPublished(_, on):
            return Published(decision.made, on)
        case _, events.DecisionTookEffect(on, _):
            return Effective(decision.made, published_on(decision), on)
    return decision


def published_on(decision: AnyDecision) -> date | None:
    """The day the decision that counts was published, if it was."""
    return decision.published_on if isinstance(decision, Published | Effective) else None


def is_callable(sort: Sort, key: bool, settings: Settings) -> bool:
    """Whether a decide step of such a body may be called in: members' always, officers' as the policy sets it.

    Source: SAF 4, call-in [P]; that an officer's decision is callable only when key is a setting [A].
    """
    return sort is Sort.MEMBERS or key or not settings.officer_callable_only_when_key


def window_ends(decision: AnyDecision, days: WorkingDays, clear: int) -> date | None:
    """The last day of the call-in window, `clear` clear working days after publication.

    None when the decision cannot be called in, or has not been published.
    """
    published = published_on(decision)
    if isinstance(decision, NotMade) or not decision.made.callable or published is None:
        return None
    return days.end_of_window(clear, published)


def effective_at(decision: AnyDecision, days: WorkingDays, clear: int) -> datetime | None:
    """The instant, in UTC, at which an approval takes effect; None for a refusal, or while publication is awaited.

    One that cannot be called in takes effect on the day it is made; any other as the day after its window begins in
    London. One in effect keeps the day it has.
    """
    if isinstance(decision, NotMade) or decision.made.outcome is Verdict.REFUSE:
        return None
    if isinstance(decision, Effective):
        return start_of(decision.since)
    if not decision.made.callable:
        return start_of(decision.made.on)
    last = window_ends(decision, days, clear)
    return end_of(last) if last else None
