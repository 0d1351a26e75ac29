"""The course of a case over a calendar: the day each body acts on it, the decision, and what binds that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from domain.calendar.state import Calendar
from domain.calendar.working_days import first_after_notice, last_notice_day, written
from domain.routing.bodies import Body
from domain.routing.policy import Policy, Route
from domain.words import CycleId

ONE_DAY = timedelta(days=1)
NONE: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a route to be travelled from a day of submission, over a calendar, under a policy.

    `notice_given` is None where notice of a key decision is to be given on the day of submission.
    """

    calendar: Calendar
    policy: Policy
    route: Route
    submit_on: date
    is_key: bool
    notice_given: date | None

    @property
    def deciding(self) -> Body:
        """The body that decides."""
        return self.policy.body(self.route.decider)

    def sits(self, key_date: str) -> bool:
        """Whether a body sits on that key date, so that a decision can only be taken on one of its days."""
        return self.calendar.scheme.body_on(key_date) is not None

    def lawful_from(self, submitted: date) -> date | None:
        """The first day lawful after notice, for a case submitted on a day; None where no notice is needed."""
        clear = self.policy.settings.notice_clear_days
        return first_after_notice(self.notice_given or submitted, clear) if self.is_key else None


@dataclass(frozen=True, slots=True)
class Course:
    """How a case would go from a cycle: the due date of each step, the decision, what binds it, and what is lacking."""

    cycle: CycleId | None
    dues: tuple[date | None, ...]
    earliest: date | None
    binding: str
    lacking: str = ""


def follow(
    asked: Question,
    cycle: CycleId | None,
    lawful_from: date | None,
    after: Mapping[str, date] = NONE,
    on: Mapping[str, date] = NONE,
) -> Course:
    """The course of a case from a cycle, decided no sooner than `lawful_from`.

    `after` names key dates whose body must sit later than a day; `on` those that a person sets to a day.
    """
    names = [asked.policy.body(step.body).acts_by for step in asked.route.steps]
    dues: list[date | None] = []
    prior = asked.submit_on if cycle else None
    lacking = "" if cycle else f"No cycle is known that takes submissions on {written(asked.submit_on)} or later."
    for name, step in zip(names, asked.route.steps, strict=True):
        due = on.get(name) or (due_of(asked, cycle, name, prior, after.get(name)) if cycle and prior else None)
        if due is None and prior is not None:
            lacking = _lacking(asked, asked.policy.body(step.body), cycle, prior)
        prior = due
        dues.append(due)
    if prior is None:
        return Course(cycle, tuple(dues), None, names[-1], lacking)
    return _decided(asked, Course(cycle, tuple(dues), prior, names[-1]), lawful_from)


def due_of(asked: Question, cycle: CycleId, name: str, prior: date, after: date | None = None) -> date | None:
    """When a body acts on a case of a cycle, its step before being due on `prior`; None where no day is known.

    A committee that a cycle has not, or that is cancelled, is the next whose agenda can still carry the case; so is
    a Board, on a later day than the committee.
    """
    calendar = asked.calendar
    body = calendar.scheme.body_on(name)
    own = calendar.sitting_of(body, cycle) if body else None
    if body is None or name == "panel":
        return own.on if own else calendar.date(cycle, name)
    carried_by = panel_of(asked, cycle)
    if own and not own.cancelled and own.agenda_due >= carried_by and own.on > max(prior, after or prior):
        return own.on
    cancelled = own.on if own and own.cancelled else prior
    sitting = calendar.next_sitting(body, max(prior, after or prior, cancelled) + ONE_DAY, carried_by)
    return sitting.on if sitting else None


def panel_of(asked: Question, cycle: CycleId) -> date:
    """The day of a cycle's panel, from which an agenda may carry the case; submission where it has none."""
    return due_of(asked, cycle, "panel", asked.submit_on) or asked.submit_on


def _decided(asked: Question, course: Course, lawful_from: date | None) -> Course:
    due, days = course.dues[-1], asked.calendar.days
    assert due is not None
    waits = lawful_from is not None and lawful_from > due
    binding = "notice" if waits else course.binding
    if not asked.sits(course.binding):
        return replace(course, earliest=days.on_or_after(max(due, lawful_from or due)), binding=binding)
    if not waits or lawful_from is None:
        return course
    body = asked.calendar.scheme.body_on(course.binding)
    carried_by = panel_of(asked, course.cycle) if course.cycle else due
    sitting = asked.calendar.next_sitting(body, lawful_from, carried_by) if body else None
    moved = sitting.on if sitting else None
    lacking = "" if moved else f"No sitting of the {asked.deciding.name} is known from {written(lawful_from)} on."
    return Course(course.cycle, (*course.dues[:-1], moved), moved, binding, lacking)


def due_by(asked: Question, course: Course, name: str) -> date | None:
    """When the body that acts on a key date is due, or None where the route has none or no day is known."""
    steps = zip(asked.route.steps, course.dues, strict=True)
    return next((due for step, due in steps if asked.policy.body(step.body).acts_by == name), None)


def notice_by(asked: Question, due: date | None) -> date | None:
    """The last lawful day, working or not, for notice of a decision on `due`; None where it is not key."""
    return last_notice_day(due, asked.policy.settings.notice_clear_days) if due and asked.is_key else None


def _lacking(asked: Question, body: Body, cycle: CycleId | None, prior: date) -> str:
    if asked.sits(body.acts_by) and body.acts_by != "panel":
        return (
            f"No sitting of the {body.name} is known after {written(prior)} that could take the case: it awaits a date."
        )
    return f"Cycle {cycle} has no {body.acts_by} date for the {body.name}: the case awaits a date."
