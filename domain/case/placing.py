"""Where and when the present step is taken: listed to a sitting, with an office by a date, or awaiting a date."""

from datetime import date, timedelta
from typing import Any

from domain.calendar.key_dates import KeyDateName
from domain.calendar.state import Sitting
from domain.case import events, state
from domain.case.events import AwaitsDate, CycleGiven, Listed, ListingReason, TakenOff
from domain.case.evolve import evolve
from domain.case.known import Ask, Known
from domain.case.state import Review
from domain.routing.bodies import Body
from domain.routing.policy import Step
from domain.rules import Asked
from domain.words import CycleId, Hand

SITTING_DATES = ("panel", "committee", "board")
"""The key dates on which a body sits; a body that acts by any other key date is an office with a date to act by."""


def sits(body: Body) -> bool:
    """Whether a body takes cases at sittings."""
    return body.acts_by in SITTING_DATES


def place(
    review: Review, today: date, known: Known, by: Hand, why: ListingReason = ListingReason.STEP_REACHED
) -> tuple[CycleGiven | Listed | AwaitsDate, ...]:
    """Put the present step where it belongs, as of `today`: nothing where its office simply has it."""
    body = known.body(review.step.body)
    if review.cycle is None:
        return (AwaitsDate(by, today, body.id, for_cycle=True),)
    if not sits(body):
        return ()
    sitting = known.sitting(review.sitting)
    if sitting is None or sitting.cancelled:
        sitting = _sitting_for(body, review, today, known)
        if sitting is None:
            return (AwaitsDate(by, today, body.id, for_cycle=False),)
        return (*listed(review, body, sitting, by, why), *_ahead(review, sitting, today, known, by))
    return _ahead(review, sitting, today, known, by)


def listed(
    review: Review, body: Body, sitting: Sitting, by: Hand, why: ListingReason
) -> tuple[CycleGiven | Listed, ...]:
    """A listing; to the panel of another cycle, the case goes on in that cycle."""
    moves = body.acts_by == "panel" and sitting.cycle not in (None, review.cycle)
    given = (CycleGiven(by, sitting.cycle),) if moves and sitting.cycle else ()
    return (*given, Listed(by, sitting.id, why))


def _sitting_for(body: Body, review: Review, today: date, known: Known) -> Sitting | None:
    calendar = known.calendar
    if body.acts_by == "panel" and review.cycle:
        own = calendar.sitting_of(body.id, review.cycle)
        if own and not own.cancelled and own.on >= today:
            return own
    return calendar.next_sitting(body.id, _earliest(body, review, known), today)


def _earliest(body: Body, review: Review, known: Known) -> date:
    """The first day on which a body could take it: its cycle's date; for the Board, the day after the committee."""
    assert review.cycle is not None
    calendar = known.calendar
    panel = calendar.date(review.cycle, "panel") or review.since
    if body.acts_by == "board":
        return max(review.since, panel) + timedelta(days=1)
    return max(review.since, calendar.date(review.cycle, body.acts_by) or panel)


def _ahead(review: Review, sitting: Sitting, today: date, known: Known, by: Hand) -> tuple[Listed, ...]:
    """The Board's listing that is made before the committee has sat, because the Board's agenda falls due first."""
    following = review.at + 1
    if following >= len(review.route.steps) or review.subject_to:
        return ()
    body = known.body(review.route.steps[following].body)
    if body.acts_by != "board":
        return ()
    board = known.calendar.next_sitting(body.id, sitting.on + timedelta(days=1), today)
    if board is None or board.agenda_due > sitting.on:
        return ()
    return (Listed(by, board.id, ListingReason.SUBJECT_TO_EARLIER_STEP),)


def taken_off_the_board(review: Review, by: Hand) -> tuple[TakenOff, ...]:
    """An earlier step that was not taken removes the case from the sitting it was listed to subject to that step."""
    if review.subject_to is None:
        return ()
    return (TakenOff(by, review.subject_to, ListingReason.EARLIER_STEP_NOT_TAKEN),)


def due_date(step: Step, review: Review, known: Known) -> date | None:
    """The date by which a body acts on the present step: its sitting, or its key date in the case's cycle."""
    body = known.body(step.body)
    if sits(body):
        sitting = known.sitting(review.sitting)
        return sitting.on if sitting else None
    return known.calendar.date(review.cycle, body.acts_by) if review.cycle else None


def cycle_open_to_triage(today: date, known: Known) -> CycleId | None:
    """The first cycle whose panel's list is still open."""
    return known.calendar.first_cycle_by("panel_agenda", today)


def cycle_for(review: Review, today: date, known: Known) -> CycleId | None:
    """The cycle of a case that has none: one whose list is open and, on first submission, that it came in time for."""
    opens = cycle_open_to_triage(today, known)
    if opens is None or review.at > 0 or review.resumes_at is not None:
        return opens
    in_time = known.calendar.first_cycle_by("pmo_submission", review.since)
    if in_time is None:
        return None
    return max(opens, in_time, key=lambda cycle: known.calendar.date(cycle, "panel_agenda") or date.max)


def after(asked: Ask, *facts: events.CaseEvent) -> Ask:
    """What is asked, of the case as it is after these facts."""
    case = asked.state
    for fact in facts:
        case = evolve(case, fact)
    return Asked(case, asked.command, asked.by, asked.at, asked.known)


def then_place(asked: Ask, *facts: events.CaseEvent) -> tuple[events.CaseEvent, ...]:
    """The facts, and after them where the step that is now present is taken."""
    now = after(asked, *facts)
    if not isinstance(now.state, state.OnRoute):
        return facts
    placed = place(now.state.review, asked.today, asked.known, asked.by)
    return (*facts, *placed, *late_for_its_body(after(now, *placed).state, asked))


def late_for_its_body(case: Any, asked: Ask) -> tuple[events.CaseEvent, ...]:
    """A step that reaches its body after the date it acts by is marked late at once, and raised from then on."""
    review: Review = case.review
    by_date = due_date(review.step, review, asked.known)
    if review.at == 0 or by_date is None or asked.today <= by_date:
        return ()
    return (events.MarkedLate(KeyDateName(asked.known.body(review.step.body).acts_by), asked.at),)
