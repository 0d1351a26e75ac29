"""What moves a case without an outcome: dates that passed, cancellations, escalation, dates found at last."""

from dataclasses import replace
from datetime import datetime

from domain.calendar.key_dates import KeyDateName
from domain.case import events, state
from domain.case.events import CaseEvent, ListingReason
from domain.case.evolve import evolve
from domain.case.known import Ask
from domain.case.placing import after, cycle_for, cycle_open_to_triage, place, taken_off_the_board, then_place
from domain.routing.policy import Route
from domain.words import BodyId, SittingId, TextId

Events = tuple[CaseEvent, ...]


def taken_off(review: state.Review, asked: Ask) -> Events:
    if review.sitting is None:
        return ()
    return (events.TakenOff(asked.by, review.sitting, ListingReason.EARLIER_STEP_NOT_TAKEN),)


def leaving(asked: Ask, route: Route, at: int) -> Events:
    """Off the sitting a case is listed to, unless on its new route the same body acts there and has not sat yet."""
    review = asked.state.review
    sitting = asked.known.sitting(review.sitting)
    stays = sitting is not None and sitting.on >= asked.today and route.steps[at].body == review.step.body
    return (*(() if stays else taken_off(review, asked)), *taken_off_the_board(review, asked.by))


def escalation(asked: Ask, to: BodyId, reason: str) -> Events:
    """Raise the case to a higher decider; what was recorded stands, and the remaining steps follow its row."""
    review = asked.state.review
    route = asked.known.policy.raised(review.route, to, review.resumes_at or review.at)
    fact = events.Escalated(asked.by, asked.today, to, TextId(reason), route)
    if isinstance(asked.state, state.Returned):
        return (fact,)
    off = leaving(asked, route, review.at)
    return (*off, *then_place(after(asked, *off), fact))


def moved_by_a_cancellation(asked: Ask, sitting: SittingId) -> Events:
    """Where a case goes when a sitting it depends on is cancelled: nothing for one that does not depend on it."""
    review, known = asked.state.review, asked.known
    panel = known.sitting(sitting)
    if panel and panel.cycle == review.cycle and known.calendar.scheme.key_of(panel.body) == "panel" and review.at <= 1:
        cycle = known.calendar.cycle_after(review.cycle)
        if cycle is None:
            moved: CaseEvent = events.AwaitsDate(asked.by, asked.today, review.step.body, for_cycle=True)
            return (moved,)
        return then_place(asked, events.PanelCancelled(asked.by, cycle))
    if review.sitting != sitting or isinstance(asked.state, state.Returned):
        return ()
    return relisted(asked, ListingReason.SITTING_CANCELLED)


def relisted(asked: Ask, why: ListingReason) -> Events:
    """Off the sitting it was listed to, and on to the first that can still lawfully carry it."""
    off = (
        events.TakenOff(asked.by, asked.state.review.sitting, why),
        *taken_off_the_board(asked.state.review, asked.by),
    )
    case = asked.state
    for fact in off:
        case = evolve(case, fact)
    return (*off, *place(case.review, asked.today, asked.known, asked.by, why))


def taken_off_a_cancelled_board(asked: Ask, sitting: SittingId) -> Events:
    """Off a Board that will not sit, or that would now sit before the committee whose step it waits for."""
    review = asked.state.review
    board, here = asked.known.sitting(review.subject_to), asked.known.sitting(review.sitting)
    if board is None or sitting not in (review.subject_to, review.sitting):
        return ()
    if board.cancelled or (here is not None and here.on >= board.on):
        return taken_off_the_board(review, asked.by)
    return ()


def placed_at_last(asked: Ask) -> Events:
    """Where a case that awaited a date is placed; nothing while there still is none."""
    review, known = asked.state.review, asked.known
    cycle = review.cycle or cycle_for(review, asked.today, known)
    if cycle is None:
        return ()
    given = () if review.cycle else (events.CycleGiven(asked.by, cycle),)
    placed = place(replace(review, cycle=cycle), asked.today, known, asked.by, ListingReason.DATE_FOUND)
    if any(isinstance(fact, events.AwaitsDate) for fact in placed):
        return ()
    return (*given, *placed)


def rolled_over(asked: Ask, due: datetime) -> Events:
    """The panel's list has closed without the case: to the next cycle, with whose lateness that was."""
    review = asked.state.review
    owed = events.Owed.AUTHOR if isinstance(asked.state, state.Returned) else events.Owed.PMO
    cycle = cycle_open_to_triage(asked.today, asked.known)
    rolled = events.RolledOver(cycle, KeyDateName("panel_agenda"), owed, due)
    if cycle is None:
        return (rolled, events.AwaitsDate(asked.by, asked.today, review.step.body, for_cycle=True))
    return (rolled,)
