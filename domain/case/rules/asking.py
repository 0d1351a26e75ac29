"""How a rule of a case asks, and the rules that several commands share."""

from datetime import date
from typing import Any

from domain.case import state
from domain.case.known import Ask
from domain.routing.policy import Step
from domain.rules import Rule


def is_in(*standings: type) -> Any:
    return lambda a: isinstance(a.state, standings)


def _reason_given(a: Ask) -> bool:
    words = getattr(a.command, "reason", None) or getattr(a.command, "feedback", None)
    return bool(words)


def step_of(a: Ask) -> Step | None:
    """The step a case stands at, or None where it is not before a body."""
    return a.state.review.step if isinstance(a.state, state.OnRoute) else None


def happened_on(a: Ask) -> date:
    """The day an outcome happened: as stated, else its sitting's day, else today."""
    if a.command is not None and a.command.on is not None:
        stated: date = a.command.on
        return stated
    sitting = a.known.sitting(a.state.review.sitting) if step_of(a) else None
    return min(sitting.on, a.today) if sitting else a.today


def _hands_free(a: Ask) -> bool:
    return not a.known.clashes


IS_DRAFT = Rule("case.draft", "The case is still a draft", "SAF 2", is_in(state.Draft))

OPEN_TO_WRITING = Rule(
    "case.writing", "The case is a draft or has been returned for rework", "SAF 2", is_in(state.Draft, state.Returned)
)

UNDECIDED = Rule("case.undecided", "The case has not been decided", "SAF 2", is_in(*state.Undecided.__args__))

SUBMITTED = Rule(
    "case.submitted",
    "The case has been submitted and is not yet decided",
    "SAF 2",
    is_in(state.UnderReview, state.Returned, state.Deferred, state.AwaitingDate),
)

BEFORE_A_BODY = Rule(
    "case.before_a_body", "The case stands before a body on its route", "SAF 2", is_in(*state.OnRoute.__args__)
)

IS_RETURNED = Rule("case.returned", "The case has been returned for rework", "SAF 2", is_in(state.Returned))

HANDS_FREE = Rule(
    "case.hands",
    "Nobody triages, recommends, clears, decides or records a case they wrote or sponsor, "
    "nor clears and decides the same report, nor acts for one who did",
    "SAF 2, separation of duties [A]",
    _hands_free,
)

REASON = Rule("case.reason", "A reason is given", "SAF 2", _reason_given, of_command=True)

KNOWN_PERSON = Rule(
    "case.person",
    "The person is known to the product",
    "SAF 2",
    lambda a: (
        (getattr(a.command, "person", None) or getattr(a.command, "taker", None) or a.command.sponsor) in a.known.people
    ),
    of_command=True,
)
