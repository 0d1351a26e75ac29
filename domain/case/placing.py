"""Where and when the present step is taken: listed to a sitting, with an office by a date, or awaiting a date."""

from datetime import date, timedelta
from typing import Any

from domain.calendar.key_dates import KeyDateName
from domain.calendar.state import Sitting
from domain.case import events, state
from domain.case.events import AwaitsDate, Listed, ListingReason, TakenOff
from domain.case.evolve import evolve
from domain.case.known import Known
from domain.case.state import Review
from domain.routing.bodies import Body
from domain.routing.policy import Step
from domain.rules import Asked
from domain.words import CycleId, Hand

Ask = Asked[Any, Any, Known]

SITTING_DATES = ("panel", "committee", "board")
"""The key dates on which a body sits; a body that acts by any other key date is an office with a date to act by."""


def sits(body: Body) -> bool:
    """Whether a body takes cases at sittings."""
    return body.acts_by in SITTING_DATES


def place(
    review: Review, today: date, known: Known, by: Hand, why: ListingReason = ListingReason.STEP_REACHED
) -> tuple[Listed | AwaitsDate, ...]:
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
        return (Listed(by, sitting.id, why), *_ahead(review, sitting, today, known, by))
    return _ahead(review, sitting, today, known, by)


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


def then_place(asked: Ask, *facts: events.CaseEvent) -> tuple[events.CaseEvent, ...]:
    """The facts, and after them where the step that is now present is taken."""
    case = asked.state
    for fact in facts:
        case = evolve(case, fact)
    if not isinstance(case, state.OnRoute):
        return facts
    return (*facts, *place(case.review, asked.today, asked.known, asked.by), *late_for_an_office(case, asked))


def late_for_an_office(case: state.OnRoute, asked: Ask) -> tuple[events.CaseEvent, ...]:
    """A step that reaches an office after its date to act by is marked late at once."""
    review = case.review
    body = asked.known.body(review.step.body)
    if sits(body) or review.at == 0 or review.cycle is None:
        return ()
    by_date = asked.known.calendar.date(review.cycle, body.acts_by)
    name = KeyDateName(body.acts_by)
    if by_date is None or review.since <= by_date or name in review.marked:
        return ()
    return (events.MarkedLate(name, asked.at),)
