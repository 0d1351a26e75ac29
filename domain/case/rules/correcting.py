"""What forbids putting a record right: never alone, never by another office, never once it took effect."""

from domain.case import state
from domain.case.events import Outcome
from domain.case.known import Ask
from domain.case.placing import sits
from domain.rules import Rule


def _correctable(a: Ask) -> bool:
    if isinstance(a.state, state.InEffect):
        return a.known.effective_when_made and not a.known.built_upon
    return state.review_of(a.state) is not None and not isinstance(a.state, state.Withdrawn)


def _corrected_day_fits(a: Ask) -> bool:
    review, on = state.review_of(a.state), a.command.on
    if review is None or on is None or not _step_was_taken(a):
        return True
    earlier = [taken.on for taken in review.taken[: a.command.step - 1] if taken]
    body = a.known.body(review.route.steps[a.command.step - 1].body)
    sat = [s.on for s in a.known.calendar.sittings.values() if s.body == body.id and not s.cancelled]
    return max((*earlier, on)) == on <= a.today and (not sits(body) or on in sat)


def _step_was_taken(a: Ask) -> bool:
    review = state.review_of(a.state)
    return (
        review is not None and 1 <= a.command.step <= len(review.taken) and review.taken[a.command.step - 1] is not None
    )


def _corrected_outcome_fits(a: Ask) -> bool:
    review = state.review_of(a.state)
    if review is None or not _step_was_taken(a):
        return True
    step = review.route.steps[a.command.step - 1]
    return a.command.outcome in a.known.policy.outcomes(step) and a.command.outcome not in (
        Outcome.DEFER,
        Outcome.REFER_UP,
    )


def _recorded_the_step(a: Ask) -> bool:
    review = state.review_of(a.state)
    if review is None or not _step_was_taken(a):
        return True
    return a.by.office == a.known.body(review.route.steps[a.command.step - 1].body).recorded_by


CORRECTABLE = Rule(
    "case.correctable",
    "A record is corrected before it takes effect; after that only a new decision changes it, but a clerical error "
    "in one that took effect when made may be corrected until something rests on it",
    "Correction of the record [A]",
    _correctable,
)

STEP_TAKEN = Rule(
    "case.step_taken",
    "The step that is corrected has an outcome on the record",
    "Correction of the record [A]",
    _step_was_taken,
    of_command=True,
)

OUTCOME_FITS = Rule(
    "case.corrected_outcome",
    "The corrected outcome is one that the body's capacity allows",
    "SAF 2, capacities",
    _corrected_outcome_fits,
    of_command=True,
)

CORRECTED_DAY = Rule(
    "case.corrected_day",
    "The corrected day is not in the future, nor before an earlier step was taken, and a body that sits sat on it",
    "Dates of the record [A]: never future, never before the case reached that step",
    _corrected_day_fits,
    of_command=True,
)

RECORDING_OFFICE = Rule(
    "case.corrects_own",
    "A record is corrected by the office that made it",
    "Correction of the record [A]",
    _recorded_the_step,
    of_command=True,
)

CORRECTION_OPEN = Rule(
    "case.correction_open",
    "A correction has been proposed and waits for a second person",
    "Correction of the record [A]",
    lambda a: getattr(state.review_of(a.state), "correction", None) is not None,
)

SECOND_PERSON = Rule(
    "case.second_person",
    "The correction is confirmed by another person than the one who proposed it",
    "Correction of the record [A]",
    lambda a: (c := getattr(state.review_of(a.state), "correction", None)) is None or c.by.person != a.by.person,
)
