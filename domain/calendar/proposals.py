"""What a change to the calendar leads to: dates proposed for a person to confirm, and dates no longer lawful."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.calendar.events import CalendarEvent
from domain.calendar.key_dates import AGENDA_CLEAR_DAYS, BY_NAME, KEY_DATES, count_from, rank, rule_dates, side_of
from domain.calendar.lint import Finding, lint_standing
from domain.calendar.state import Calendar, Cycle, Sitting, agenda_lawful_on, evolve, lawful_agenda_day
from domain.calendar.working_days import written
from domain.words import CycleId, SittingId

BOARD_AGENDA = "board_agenda"
"""Names the day on which the agenda of a sitting outside the cycles is due; it has no column in the table."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A date that should move. `sitting` is set, and `cycle` empty, for the agenda of a sitting outside the cycles."""

    cycle: CycleId
    key_date: str
    stands: date
    proposed: date
    why: str
    sitting: SittingId | None = None


@dataclass(frozen=True, slots=True)
class Unlawful:
    """A sitting to come whose agenda would leave, or has left, less than the law wants."""

    sitting: SittingId
    cycle: CycleId
    key_date: str
    stands: date
    lawful: date
    says: str


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change would lead to: dates to confirm, dates no longer lawful, and findings that are new."""

    proposals: tuple[Proposal, ...]
    unlawful: tuple[Unlawful, ...]
    findings: tuple[Finding, ...]


def proposals(calendar: Calendar, today: date, published: Collection[SittingId] = frozenset()) -> tuple[Proposal, ...]:
    """New dates where the days they are counted by have changed; never for one past, explained, or with its agenda out.

    `published` are the sittings whose agenda is out.
    """
    found = [one for cycle in calendar.cycles for one in _of_cycle(calendar, cycle, today, published)]
    for sitting in _to_come(calendar, today):
        due = lawful_agenda_day(sitting, calendar)
        too_late = not agenda_lawful_on(sitting.agenda_due, sitting, calendar)
        if sitting.cycle is None and too_late and sitting.id not in published and due >= today:
            why = f"The last day that leaves {AGENDA_CLEAR_DAYS} clear working days before {written(sitting.on)}."
            found.append(Proposal(CycleId(""), BOARD_AGENDA, sitting.agenda_due, due, why, sitting.id))
    return tuple(found)


def unlawful(
    calendar: Calendar, today: date, published: Mapping[SittingId, date] | None = None
) -> tuple[Unlawful, ...]:
    """Every sitting to come whose agenda is due, or in `published` was published, later than the law allows."""
    found = []
    for sitting in _to_come(calendar, today):
        stands, lawful = (published or {}).get(sitting.id, sitting.agenda_due), lawful_agenda_day(sitting, calendar)
        if not agenda_lawful_on(stands, sitting, calendar):
            clear = len(calendar.days.clear_between(stands, sitting.on))
            key_date = "agenda_publication" if sitting.cycle else BOARD_AGENDA
            says = f"An agenda of {written(stands)} leaves {clear} clear working days before {written(sitting.on)}"
            says = f"{says}; the last lawful working day is {written(lawful)}."
            found.append(Unlawful(sitting.id, sitting.cycle or CycleId(""), key_date, stands, lawful, says))
    return tuple(found)


def consequences(
    calendar: Calendar,
    events: Iterable[CalendarEvent],
    today: date,
    published: Mapping[SittingId, date] | None = None,
) -> Consequences:
    """What events that have not been stored would lead to, shown before a person confirms them."""
    after = calendar
    for event in events:
        after = evolve(after, event)
    known = set(lint_standing(calendar))
    new = tuple(finding for finding in lint_standing(after) if finding not in known)
    return Consequences(proposals(after, today, frozenset(published or ())), unlawful(after, today, published), new)


def _to_come(calendar: Calendar, today: date) -> list[Sitting]:
    """The sittings still to be held, in order."""
    held = (sitting for sitting in calendar.sittings.values() if not sitting.cancelled and sitting.on >= today)
    return sorted(held, key=lambda sitting: (sitting.on, sitting.id))


def _fixed(calendar: Calendar, cycle: Cycle, name: str, today: date, published: Collection[SittingId]) -> bool:
    """Whether a date of a cycle is not to be touched."""
    side = side_of(name, calendar.scheme)
    body = calendar.scheme.body_on(side)
    sitting = calendar.sitting_of(body, cycle.id) if body else None
    after_the_sitting = calendar.scheme.offset(name) > 0
    return (
        name == "committee"
        or (cycle.date(name) or date.min) < today
        or bool(cycle.reason(name))
        or (sitting is not None and (sitting.cancelled or (sitting.id in published and not after_the_sitting)))
    )


def _of_cycle(calendar: Calendar, cycle: Cycle, today: date, published: Collection[SittingId]) -> list[Proposal]:
    """The dates of one cycle that should move, each counted from the one before it as that stands or is proposed."""
    dates = dict(cycle.dates)
    rules = rule_dates(dates, calendar.days, calendar.scheme)
    found = []
    for name in _from_the_anchor():
        gives, start = rules.get(name), dates.get(BY_NAME[name].counted_from or "")
        if name not in dates or gives is None or start is None or _fixed(calendar, cycle, name, today, published):
            continue
        touched = gives != cycle.rule(name) or dates[name] in calendar.days.closed
        proposed = count_from(name, start, calendar.days, calendar.scheme) if touched else dates[name]
        if proposed != dates[name] and proposed >= today:
            why = _why(calendar, name, start)
            found.append(Proposal(cycle.id, name, dates[name], proposed, why))
            dates[name] = proposed
    return sorted(found, key=lambda one: rank(one.key_date))


def _why(calendar: Calendar, name: str, start: date) -> str:
    """The rule that gives a proposed date, in words."""
    row, offset = BY_NAME[name], calendar.scheme.offset(name)
    way = "before" if offset < 0 else "after"
    return f"The working days have changed: {abs(offset)} {row.unit} days {way} {row.counted_from} on {written(start)}."


def _from_the_anchor() -> list[str]:
    """The key dates in the order in which they are counted, the committee first."""
    order = [row.name for row in KEY_DATES if row.counted_from is None]
    while len(order) < len(KEY_DATES):
        order += [row.name for row in KEY_DATES if row.counted_from in order and row.name not in order]
    return [str(name) for name in order]
