"""What forbids moving a case: escalation, late cycles, listings, urgency, lapsing, and naming another hand."""

from datetime import date, timedelta
from typing import Any

from domain.calendar.state import Sitting
from domain.case import state
from domain.case.known import Ask
from domain.case.rules.asking import step_of
from domain.people import offices
from domain.people.duties import Act
from domain.routing.kinds import Capacity
from domain.rules import Rule


def _above(a: Ask) -> bool:
    review = state.review_of(a.state)
    rank = a.known.policy.rank
    return review is None or rank(a.command.to) > rank(review.route.decider)


def _takes_submissions(a: Ask) -> bool:
    calendar, cycle = a.known.calendar, a.command.cycle
    return cycle is None or (bool(calendar.date(cycle, "pmo_submission")) and not calendar.is_cancelled(cycle, "panel"))


def _late_cycle(a: Ask) -> bool:
    """Whether the cycle is an earlier one than the case's, and its panel's list has not closed."""
    cycle = a.command.cycle or earlier_cycle(a)
    closes = a.known.calendar.date(cycle, "panel_agenda") if cycle else None
    review = state.review_of(a.state)
    own = a.known.calendar.date(review.cycle, "panel_agenda") if review and review.cycle else None
    if closes is None or a.known.calendar.is_cancelled(cycle, "panel"):
        return False
    return a.today <= closes < (own or date.max)


def earlier_cycle(a: Ask) -> Any:
    """The open cycle before the one the case stands in, or None."""
    first = a.known.calendar.first_cycle_by("panel_agenda", a.today)
    review = state.review_of(a.state)
    return first if review is not None and first != review.cycle else None


def kept_in_cycle(a: Ask) -> Any:
    """The cycle a case waited in for the PMO: the one it was rolled over from, else the one it still is in."""
    review = state.review_of(a.state)
    return (review.waited_in or review.cycle) if review else None


def _panel_not_sat(a: Ask) -> bool:
    cycle = a.command.cycle or kept_in_cycle(a)
    panel = a.known.calendar.date(cycle, "panel") if cycle else None
    return panel is not None and panel >= a.today and not a.known.calendar.is_cancelled(cycle, "panel")


def _waited_there(a: Ask) -> bool:
    cycle = a.command.cycle or kept_in_cycle(a)
    review = state.review_of(a.state)
    return review is None or cycle in (review.waited_in, review.cycle)


def _long_returned(a: Ask) -> bool:
    days = timedelta(days=a.known.settings.lapse_after_days)
    return not isinstance(a.state, state.Returned) or a.today > a.state.returned_on + days


def _sitting_of_its_body(a: Ask) -> bool:
    sitting = a.known.sitting(a.command.sitting)
    step = step_of(a)
    if step is None or sitting is None or sitting.cancelled:
        return False
    return sitting.body == step.body or _ahead_of_the_step(a, sitting)


def _ahead_of_the_step(a: Ask, sitting: Sitting) -> bool:
    """A sitting of the Board after the one the case is listed to, whose step comes next."""
    review = a.state.review
    following = review.route.steps[review.at + 1 : review.at + 2]
    here = a.known.sitting(review.sitting)
    boards = [step.body for step in following if a.known.body(step.body).acts_by == "board"]
    return sitting.body in boards and here is not None and sitting.on > here.on


def _sitting_can_carry(a: Ask) -> bool:
    sitting = a.known.sitting(a.command.sitting)
    return sitting is not None and sitting.agenda_due >= a.today


def _gives_what_they_have(a: Ask) -> bool:
    file, giver = a.state.file, a.command.giver
    return giver != a.command.taker and (giver in file.authors or giver == file.sponsor)


def _namer_is_right(a: Ask) -> bool:
    return bool(a.by.office == (offices.CHIEF_EXECUTIVE if a.known.officer_concerned else offices.MONITORING_OFFICER))


ESCALATES_UP = Rule(
    "case.escalate_up",
    "Escalation goes to a higher decider than the route names, never below",
    "SAF 2, escalation",
    _above,
    of_command=True,
)

LATE_CYCLE = Rule(
    "case.late_cycle",
    "The earlier cycle's panel list is still open",
    "SAF 3, enforcement: pmo_submission",
    _late_cycle,
    of_command=True,
)

MEANT_CYCLE = Rule(
    "case.meant_cycle",
    "A cycle that is named takes submissions, and its panel is not cancelled",
    "SAF 3, the key dates",
    _takes_submissions,
    of_command=True,
)
PANEL_TO_SIT = Rule(
    "case.keep_in",
    "The cycle's panel has not yet sat",
    "SAF 3, enforcement: panel_agenda",
    _panel_not_sat,
    of_command=True,
)

WAITED_FOR_PMO = Rule(
    "case.waited_for_pmo",
    "The case waited for the PMO in that cycle",
    "SAF 3, enforcement: panel_agenda",
    _waited_there,
    of_command=True,
)

AT_TRIAGE = Rule(
    "case.at_triage",
    "The case stands in triage",
    "SAF 3, enforcement",
    lambda a: (s := step_of(a)) is not None and s.capacity is Capacity.TRIAGE,
)

LAPSE_TIME = Rule("case.lapse", "The time allowed for resubmission has passed", "SAF 2, returned [A]", _long_returned)

ITS_BODY = Rule(
    "case.list_body",
    "The sitting is one of the body the case stands before, or of the Board that follows it, and is not cancelled",
    "SAF 3",
    _sitting_of_its_body,
    of_command=True,
)

CAN_CARRY = Rule(
    "case.list_open",
    "The sitting's agenda can still lawfully carry the case",
    "SAF 3, meetings move",
    _sitting_can_carry,
    of_command=True,
)

AT_A_SITTING = Rule(
    "case.at_sitting",
    "The case is listed to a sitting of members that has not been held",
    "Local Government Act 1972 s.100B(4)(b)",
    lambda a: (
        (x := a.known.sitting(getattr(state.review_of(a.state), "sitting", None))) is not None and x.on >= a.today
    ),
)

NAMEABLE = Rule(
    "case.nameable",
    "A person is named here for a triage or to record an outcome; for a clearance they are named on the report",
    "SAF 2, separation of duties: it never dead-ends [A]",
    lambda a: a.command.act in (Act.TRIAGED, Act.RECORDED),
    of_command=True,
)

NAMES_ANOTHER = Rule(
    "case.names_another",
    "Nobody names themselves, nor the person they stand in for",
    "SAF 2, separation of duties: it never dead-ends [A]",
    lambda a: a.command.person not in (a.by.person, a.by.on_behalf_of),
    of_command=True,
)

TAKER_FREE = Rule(
    "case.taker_free",
    "Whoever is given the case, or named for it, has done nothing to it that must be in other hands",
    "SAF 2, separation of duties [A]",
    lambda a: not a.known.clashes,
    of_command=True,
)

GIVER_HAS_IT = Rule(
    "case.giver",
    "What is handed over is the giver's, as its writer or its sponsor, and goes to somebody else",
    "SAF 2, separation of duties [A]",
    _gives_what_they_have,
    of_command=True,
)

NAMED_BY_ANOTHER = Rule(
    "case.namer",
    "The monitoring officer names another person, or the Chief Executive where the monitoring officer is concerned",
    "SAF 2, separation of duties [A]",
    _namer_is_right,
)
