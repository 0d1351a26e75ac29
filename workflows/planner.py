"""What-if: for a kind, a sum and a day of submission, the route, every date on it, and what would miss the decision.

It reads a calendar and a policy, and stores nothing. `workflows.ways` finds how a funder's deadline could be met.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.calendar.key_dates import rank
from domain.calendar.state import Calendar
from domain.routing.kinds import Capacity, Kind
from domain.routing.policy import Policy, Route
from domain.words import BodyId, CycleId, Pence
from workflows.cautions import cautions
from workflows.course import ONE_DAY, Course, Question, due_by, follow, notice_by
from workflows.ways import Way, ways_to_meet

NO_SPEND = Pence(0)
REPORT_DATES = ("draft_report", "legal_finance_review", "executive_director_review", "agenda_publication")


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of the route, the day it is due, and the working days from submission up to that day."""

    body: BodyId
    capacity: Capacity
    due: date | None
    working_days_left: int | None


@dataclass(frozen=True, slots=True)
class Missed:
    """What the cycle and the earliest decision would become if a key date were missed."""

    key_date: str
    cycle: CycleId | None
    earliest_decision: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer. `shortfall_days` and `ways` are None unless a deadline was given."""

    route: Route
    cycle: CycleId | None
    steps: tuple[PlannedStep, ...]
    earliest_decision: date | None
    notice_by: date | None
    binding: str
    if_missed: tuple[Missed, ...]
    warnings: tuple[str, ...]
    needed_by: date | None = None
    shortfall_days: int | None = None
    ways: tuple[Way, ...] = ()


def plan(
    kind: Kind,
    value: Pence,
    submit_on: date,
    calendar: Calendar,
    policy: Policy,
    new_spend: Pence | None = None,
    notice_given: date | None = None,
    needed_by: date | None = None,
) -> Plan:
    """The route and every date on it. `value` is the policy's figure, in pence.

    New spend is the value, and nothing for a change request, unless it is given.
    """
    spend = new_spend if new_spend is not None else NO_SPEND if kind is Kind.CHANGE_REQUEST else value
    is_key = spend > policy.settings.key_decision_over
    asked = Question(calendar, policy, policy.route(kind, value), submit_on, is_key, notice_given)
    cycle = calendar.first_cycle_by("pmo_submission", submit_on)
    course = follow(asked, cycle, asked.lawful_from(submit_on))
    missed = tuple(_if_missed(asked, course, name) for name in key_dates_of(asked))
    answer = Plan(
        asked.route,
        cycle,
        _steps(asked, course),
        course.earliest,
        notice_by(asked, course.dues[-1]),
        course.binding,
        missed,
        (*cautions(asked, course), *_warned_of(course, missed)),
    )
    if needed_by is None:
        return answer
    short = max(0, (course.earliest - needed_by).days) if course.earliest else None
    ways = () if short == 0 else ways_to_meet(needed_by, asked, cycle)
    return replace(answer, needed_by=needed_by, shortfall_days=short, ways=ways)


def as_json(plan: Plan) -> dict[str, Any]:
    """A plan in the shape programs read: ISO dates, null where no date is known."""
    answer: dict[str, Any] = {
        "cycle": plan.cycle,
        "steps": [
            {
                "body": step.body,
                "capacity": step.capacity.value,
                "due": _iso(step.due),
                "working_days_left": step.working_days_left,
            }
            for step in plan.steps
        ],
        "earliest_decision": _iso(plan.earliest_decision),
        "notice_by": _iso(plan.notice_by),
        "binding": plan.binding,
        "if_missed": [
            {"key_date": one.key_date, "cycle": one.cycle, "earliest_decision": _iso(one.earliest_decision)}
            for one in plan.if_missed
        ],
        "warnings": list(plan.warnings),
    }
    if plan.needed_by is not None:
        answer["shortfall_days"] = plan.shortfall_days
        answer["ways"] = [{"says": way.says, "who_agrees": way.who_agrees} for way in plan.ways]
    return answer


def key_dates_of(asked: Question) -> tuple[str, ...]:
    """The key dates on a route, in the table's order: the report's own stand before a committee's."""
    names = {asked.policy.body(step.body).acts_by for step in asked.route.steps} | {"pmo_submission"}
    return tuple(sorted(names | set(REPORT_DATES if "committee" in names else ()), key=rank))


def _if_missed(asked: Question, course: Course, name: str) -> Missed:
    """The enforcement table (SAF 3 [A]): to the next cycle, to that body's next sitting, to the next working day."""
    if course.cycle is None:
        return Missed(name, None, None)
    lawful_from = asked.lawful_from(asked.submit_on)
    if name in ("pmo_submission", "panel_agenda", "panel"):
        closed = asked.calendar.date(course.cycle, name) or asked.submit_on
        late = asked.lawful_from(closed + ONE_DAY) if name == "pmo_submission" else lawful_from
        then = follow(asked, asked.calendar.cycle_after(course.cycle), late)
        return Missed(name, then.cycle, then.earliest)
    if name in ("agenda_publication", "committee", "board"):
        sits_on = "committee" if name == "agenda_publication" else name
        missed = due_by(asked, course, sits_on)
        then = follow(asked, course.cycle, lawful_from, after={sits_on: missed}) if missed else course
        return Missed(name, course.cycle, then.earliest)
    due = due_by(asked, course, name)
    if due is None or course.earliest is None:
        return Missed(name, course.cycle, course.earliest)
    return Missed(name, course.cycle, max(course.earliest, asked.calendar.days.add(due, 1)))


def _steps(asked: Question, course: Course) -> tuple[PlannedStep, ...]:
    def left(due: date | None) -> int | None:
        return asked.calendar.days.count(asked.submit_on, due) if due else None

    steps = zip(asked.route.steps, course.dues, strict=True)
    return tuple(PlannedStep(step.body, step.capacity, due, left(due)) for step, due in steps)


def _warned_of(course: Course, missed: tuple[Missed, ...]) -> tuple[str, ...]:
    unknown = [one.key_date for one in missed if one.earliest_decision is None]
    if course.earliest is None or not unknown:
        return ()
    return (f"No later date is known if any of these is missed, and the case would await one: {', '.join(unknown)}.",)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
