"""What forbids moving a case: escalation, late cycles, listings, urgency, lapsing, and naming another hand."""

from datetime import date, timedelta
from typing import Any

from domain.case import state
from domain.case.rules.asking import Ask, step_of
from domain.people import offices
from domain.people.duties import Act
from domain.routing.kinds import Capacity
from domain.rules import Rule


def _above(a: Ask) -> bool:
    review = state.review_of(a.state)
    rank = a.known.policy.rank
    return review is None or rank(a.command.to) > rank(review.route.decider)


def _late_cycle(a: Ask) -> bool:
    """The earlier cycle whose submissions have closed and whose panel's list has not."""
    cycle = a.command.cycle or earlier_cycle(a)
    closes = a.known.calendar.date(cycle, "panel_agenda") if cycle else None
    return closes is not None and closes >= a.today


def earlier_cycle(a: Ask) -> Any:
    """The open cycle before the one the case stands in, or None."""
    first = a.known.calendar.first_cycle_by("panel_agenda", a.today)
    review = state.review_of(a.state)
    return first if review is not None and first != review.cycle else None


def kept_in_cycle(a: Ask) -> Any:
    """The cycle a case waited in for the PMO: the last one whose list has closed and whose panel has not sat."""
    standing = [c.id for c in a.known.calendar.cycles if (c.date("panel") or date.min) >= a.today]
    return standing[0] if standing else None


def _panel_not_sat(a: Ask) -> bool:
    cycle = a.command.cycle or kept_in_cycle(a)
    panel = a.known.calendar.date(cycle, "panel") if cycle else None
    return panel is not None and panel >= a.today


def _long_returned(a: Ask) -> bool:
    days = timedelta(days=a.known.settings.lapse_after_days)
    return not isinstance(a.state, state.Returned) or a.today > a.state.returned_on + days


def _sitting_of_its_body(a: Ask) -> bool:
    sitting = a.known.sitting(a.command.sitting)
    step = step_of(a)
    return step is not None and sitting is not None and sitting.body == step.body and not sitting.cancelled


def _sitting_can_carry(a: Ask) -> bool:
    sitting = a.known.sitting(a.command.sitting)
    return sitting is not None and sitting.agenda_due >= a.today


def _gives_what_they_have(a: Ask) -> bool:
    file, giver = a.state.file, a.command.giver
    return giver != a.command.taker and (giver in file.authors or giver == file.sponsor)


def _namer_is_right(a: Ask) -> bool:
    concerned = {person for act, person in a.state.file.hands if act in (Act.WROTE, Act.SPONSORS)}
    return a.by.office != offices.MONITORING_OFFICER or a.by.person not in concerned


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

WAITED_FOR_PMO = Rule(
    "case.keep_in",
    "The cycle's panel has not yet sat",
    "SAF 3, enforcement: panel_agenda",
    _panel_not_sat,
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
    "The sitting is one of the body the case stands before, and is not cancelled",
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
    "Where the monitoring officer is the person concerned, the Chief Executive names the other person",
    "SAF 2, separation of duties [A]",
    _namer_is_right,
)
