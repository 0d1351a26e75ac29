"""Every lawful way to have a case decided by a funder's deadline, and who must agree to it.

Lowering or staging the sum is not among them. A way is listed only if it meets the deadline and no lesser one does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.calendar.published import SittingKind
from domain.calendar.state import Sitting
from domain.calendar.working_days import last_notice_day, written
from domain.words import CycleId
from workflows.course import ONE_DAY, Question, due_of, follow, panel_of

URGENT = "Local Government Act 1972 s.100B(4)(b)"
AUTHOR, PMO, DEMOCRATIC_SERVICES = "the author", "the PMO", "Democratic Services"
SCRUTINY_CHAIR = "the chair of Overview and Scrutiny"


@dataclass(frozen=True, slots=True)
class Way:
    """One lawful way to meet a deadline, and who must agree to it."""

    says: str
    who_agrees: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing done otherwise than planned. Of two with the same `topic`, the one with less `reach` asks for less."""

    topic: str
    reach: int
    says: str
    who: tuple[str, ...]

    def covers(self, other: "Measure") -> bool:
        """Whether having this one already makes the other needless."""
        return self.topic == other.topic and self.reach <= other.reach


@dataclass(frozen=True, slots=True)
class Attempt:
    """Meeting `needed_by` from one cycle, submitted on one day."""

    asked: Question
    needed_by: date
    cycle: CycleId
    submitted: date
    measures: tuple[Measure, ...] = ()

    @property
    def panel(self) -> date:
        """The day of the cycle's panel."""
        return panel_of(self.asked, self.cycle)

    @property
    def lawful_from(self) -> date | None:
        """The first day lawful after the notice as planned."""
        return self.asked.lawful_from(self.submitted)

    def decided(self, lawful_from: date | None, on: Mapping[str, date]) -> date | None:
        """The day of the decision where that meets the deadline, otherwise None."""
        day = follow(self.asked, self.cycle, lawful_from, on=on).earliest
        return day if day and day <= self.needed_by else None


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which a person sets bodies to act, and what that takes."""

    on: Mapping[str, date] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()


def ways_to_meet(needed_by: date, asked: Question, cycle: CycleId | None) -> tuple[Way, ...]:
    """The ways that have the case decided by a day, those that ask least first. Empty where there is none."""
    found: list[tuple[Measure, ...]] = []
    helping = [way for attempt in _attempts(asked, needed_by, cycle) for way in _of(attempt) if way]
    for way in sorted(helping, key=lambda way: (len(way), sum(one.reach for one in way))):
        if not any(_makes_needless(kept, way) for kept in found):
            found.append(way)
    return tuple(_told(way) for way in found)


def _makes_needless(kept: tuple[Measure, ...], way: tuple[Measure, ...]) -> bool:
    return all(any(one.covers(other) for other in way) for one in kept)


def _told(way: tuple[Measure, ...]) -> Way:
    says = "; and ".join(measure.says for measure in way)
    *others, last = dict.fromkeys(person for measure in way for person in measure.who)
    return Way(says[:1].upper() + says[1:] + ".", f"{', '.join(others)} and {last}" if others else last)


def _attempts(asked: Question, needed_by: date, planned: CycleId | None) -> Iterator[Attempt]:
    """As planned; late into a cycle whose panel's list is still open; or by the date of any earlier cycle."""
    calendar = asked.calendar
    if planned:
        yield Attempt(asked, needed_by, planned, asked.submit_on)
    held = [one for one in calendar.cycles if one.date("panel") and not calendar.is_cancelled(one.id, "panel")]
    for reach, one in enumerate(reversed(held)):
        closes, agenda = one.date("pmo_submission"), one.date("panel_agenda")
        if closes is None or closes >= asked.submit_on:
            continue
        if agenda and asked.submit_on <= agenda:
            says = f"the PMO accepts it late, for a reason, into cycle {one.id}, whose list closes on {written(agenda)}"
            yield Attempt(asked, needed_by, one.id, asked.submit_on, (Measure("late", reach, says, (PMO,)),))
        says = f"submit by {written(closes)}, for cycle {one.id}"
        yield Attempt(asked, needed_by, one.id, closes, (Measure("earlier", reach, says, (AUTHOR,)),))


def _of(attempt: Attempt) -> Iterator[tuple[Measure, ...]]:
    for days in _days(attempt):
        for lawful_from, notice in _notices(attempt, days):
            if attempt.decided(lawful_from, days.on):
                yield (*attempt.measures, *days.measures, *notice)


def _notices(attempt: Attempt, days: Days) -> Iterator[tuple[date | None, tuple[Measure, ...]]]:
    """The first lawful day of the decision: by the notice as planned, an earlier one, or without 28 clear days."""
    yield attempt.lawful_from, ()
    decided = attempt.decided(None, days.on)
    if attempt.lawful_from is None or decided is None:
        return
    working, settings = attempt.asked.calendar.days, attempt.asked.policy.settings
    latest = _last_chance(attempt, days, decided)
    by = last_notice_day(latest, settings.notice_clear_days)
    says = f"give notice of the key decision by {written(by)}: it may be given while the case is a draft"
    yield latest, (Measure("notice", 0, says, (DEMOCRATIC_SERVICES,)),)
    clear = settings.general_exception_clear_days
    soonest = working.add(attempt.submitted, clear + 1)
    if excepted := attempt.decided(soonest, days.on):
        tell = working.latest_leaving(clear, excepted)
        says = (
            f"general exception: tell the scrutiny chair by {written(tell)}, {clear} clear days before, why notice of "
            "28 days is impracticable (special urgency, with the chair's agreement, where even that is)"
        )
        yield soonest, (Measure("exception", 0, says, (SCRUTINY_CHAIR,)),)
    else:
        says = "special urgency: the scrutiny chair agrees that the decision cannot reasonably wait for notice"
        yield None, (Measure("urgency", 0, says, (SCRUTINY_CHAIR,)),)


def _last_chance(attempt: Attempt, days: Days, decided: date) -> date:
    """The latest day on which it could be decided and still meet the deadline."""
    calendar, name = attempt.asked.calendar, attempt.asked.deciding.acts_by
    body = calendar.scheme.body_on(name)
    if body is None:
        return max(decided, calendar.days.on_or_before(attempt.needed_by))
    while name not in days.on:
        later = calendar.next_sitting(body, decided + ONE_DAY, attempt.panel)
        if later is None or later.on > attempt.needed_by:
            break
        decided = later.on
    return decided


def _days(attempt: Attempt) -> Iterator[Days]:
    """The ordinary course, and every other choice of days for the steps after the panel."""
    asked = attempt.asked
    names = [asked.policy.body(step.body).acts_by for step in asked.route.steps]
    sitting = [name for name in names if asked.sits(name) and name != "panel"]
    yield from _choosing(attempt, sitting, attempt.panel, Days())
    if names[-1] == "ceo_submission" and "panel" in names:
        who = f"the {asked.deciding.name}"
        says = f"{who} decides from {written(attempt.panel)} on, as soon as the panel has recommended it"
        yield Days({names[-1]: attempt.panel}, (Measure("at once", 0, says, (who,)),))


def _choosing(attempt: Attempt, names: list[str], prior: date | None, so_far: Days) -> Iterator[Days]:
    if not names or prior is None:
        yield so_far
        return
    name, *rest = names
    ordinary = due_of(attempt.asked, attempt.cycle, name, prior)
    yield from _choosing(attempt, rest, ordinary, so_far)
    before = min(attempt.needed_by + ONE_DAY, ordinary or date.max)
    for day, measure in (*_listings(attempt, name, prior), *_convened(attempt, name, prior)):
        if day < before:
            chosen = Days({**so_far.on, name: day}, (*so_far.measures, measure))
            yield from _choosing(attempt, rest, day, chosen)


def _listings(attempt: Attempt, name: str, prior: date) -> Iterator[tuple[date, Measure]]:
    """Known sittings a person may list the case to, on its agenda or as ruled urgent by the chair."""
    calendar, title = attempt.asked.calendar, _title(attempt.asked, name)
    for one in sorted(calendar.sittings.values(), key=lambda one: one.on):
        if one.body == calendar.scheme.body_on(name) and not one.cancelled and one.on > prior:
            yield one.on, _listed(one, title, attempt.panel)


def _listed(one: Sitting, title: str, panel: date) -> Measure:
    which = f"the extraordinary sitting of the {title}" if one.kind is SittingKind.EXTRAORDINARY else f"the {title}"
    if one.agenda_due >= panel:
        says = f"list it to {which} on {written(one.on)}, whose agenda is due on {written(one.agenda_due)}"
        return Measure(f"list {one.id}", 0, says, (DEMOCRATIC_SERVICES,))
    says = f"{which} on {written(one.on)} takes it as urgent, for reasons that go in the minutes ({URGENT})"
    return Measure(f"urgent {one.id}", 0, says, (f"the chair of the {title}",))


def _convened(attempt: Attempt, name: str, prior: date) -> Iterator[tuple[date, Measure]]:
    """An extraordinary sitting, its agenda out on the panel's day and five clear days before; or after the notice."""
    days, title = attempt.asked.calendar.days, _title(attempt.asked, name)
    clear = attempt.asked.policy.settings.agenda_clear_days
    soonest = max(days.add(attempt.panel, clear + 1), days.add(prior, 1))
    for day in dict.fromkeys((soonest, days.on_or_after(max(soonest, attempt.lawful_from or soonest)))):
        says = f"convene an extraordinary sitting of the {title}, on {written(day)} at the earliest"
        yield day, Measure(f"convene {name}", 0, says, (f"the chair of the {title}", DEMOCRATIC_SERVICES))


def _title(asked: Question, name: str) -> str:
    return next(body.name for body in asked.policy.bodies if body.acts_by == name)
