"""Where the calendar stands: its cycles, its sittings, and the days its rules are counted with."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from domain.calendar.events import (
    AgendaDueChanged,
    CalendarEvent,
    CyclePublished,
    DatesAccepted,
    DayClosed,
    DayReopened,
    PeriodReleased,
    PeriodRestricted,
    SchemeAdopted,
    SittingAdded,
    SittingCancelled,
    SittingMoved,
)
from domain.calendar.key_dates import AGENDA_CLEAR_DAYS, CPCA_SCHEME, Scheme, rank
from domain.calendar.published import Cell, RestrictedPeriod, SittingKind
from domain.calendar.working_days import WorkingDays
from domain.words import BodyId, CycleId, SittingId, TextId


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day on which a body sits, and the last day on which it can be given an agenda."""

    id: SittingId
    body: BodyId
    on: datetime.date
    agenda_due: datetime.date
    kind: SittingKind
    cycle: CycleId | None
    cancelled: bool = False
    convened: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """One row of the table as it stands: a date it does not hold is n/a; `rules` is what the rules gave for each."""

    id: CycleId
    dates: tuple[tuple[str, datetime.date], ...]
    exceptions: tuple[tuple[str, TextId], ...]
    rules: tuple[tuple[str, datetime.date], ...] = ()

    def date(self, name: str) -> datetime.date | None:
        """The date that stands for a key date, or None for n/a."""
        return next((on for held, on in self.dates if held == name), None)

    def rule(self, name: str) -> datetime.date | None:
        """What the rule gave when the date was last set."""
        return next((on for held, on in self.rules if held == name), None)

    def reason(self, name: str) -> TextId:
        """Why a date differs from its rule; empty where no reason was given."""
        return next((reason for held, reason in self.exceptions if held == name), TextId(""))


@dataclass(frozen=True, slots=True)
class Calendar:
    """All cycles in order of submission, all sittings, and what their dates are counted with."""

    cycles: tuple[Cycle, ...]
    sittings: Mapping[SittingId, Sitting]
    days: WorkingDays
    scheme: Scheme
    restricted: tuple[RestrictedPeriod, ...] = ()

    def cycle(self, id: CycleId | None) -> Cycle | None:
        """A cycle by its id."""
        return next((cycle for cycle in self.cycles if cycle.id == id), None)

    def date(self, cycle: CycleId, key_date: str) -> datetime.date | None:
        """The date that stands in a cycle for a key date."""
        held = self.cycle(cycle)
        return held.date(key_date) if held else None

    def is_cancelled(self, cycle: CycleId, key_date: str) -> bool:
        """Whether the sitting held on a key date of a cycle is cancelled."""
        body = self.scheme.body_on(key_date)
        sitting = self.sitting_of(body, cycle) if body else None
        return sitting is not None and sitting.cancelled

    def first_cycle_by(self, key_date: str, day: datetime.date) -> CycleId | None:
        """The first cycle whose key date is on a day or later; one whose panel is cancelled is passed over."""
        held = ((cycle.date(key_date), cycle.id) for cycle in self.cycles if not self.is_cancelled(cycle.id, "panel"))
        return min(((on, id) for on, id in held if on is not None and on >= day), default=(day, None))[1]

    def cycle_after(self, cycle: CycleId) -> CycleId | None:
        """The next cycle in order that has a panel, and not a cancelled one."""
        ids = [held.id for held in self.cycles]
        later = self.cycles[ids.index(cycle) + 1 :] if cycle in ids else ()
        open_panels = (held.id for held in later if held.date("panel") and not self.is_cancelled(held.id, "panel"))
        return next(open_panels, None)

    def sitting(self, id: SittingId) -> Sitting | None:
        """A sitting by its id, cancelled or not."""
        return self.sittings.get(id)

    def sitting_of(self, body: BodyId, cycle: CycleId) -> Sitting | None:
        """The sitting of a body in a cycle, cancelled or not."""
        return self.sittings.get(sitting_id(body, cycle))

    def next_sitting(
        self, body: BodyId, on_or_after: datetime.date, carried_by: datetime.date, extraordinary: bool = False
    ) -> Sitting | None:
        """A body's first sitting from a day on whose agenda is due on `carried_by` or later; extraordinary if asked."""
        able = (
            sitting
            for sitting in self.sittings.values()
            if sitting.body == body
            and not sitting.cancelled
            and sitting.on >= on_or_after
            and sitting.agenda_due >= carried_by
            and (extraordinary or sitting.kind == SittingKind.ORDINARY)
        )
        return min(able, key=lambda sitting: (sitting.on, sitting.id), default=None)


def sitting_id(body: BodyId, held: str | datetime.date) -> SittingId:
    """The id of a body's sitting in a cycle, or on a day for one that belongs to no cycle."""
    return SittingId(f"{body}/{held}")


def lawful_agenda_day(sitting: Sitting, calendar: Calendar) -> datetime.date:
    """The last lawful day for an agenda: five clear working days before, or the day it was convened where later."""
    if calendar.scheme.key_of(sitting.body) == "panel":
        return sitting.on
    leaving = calendar.days.latest_leaving(AGENDA_CLEAR_DAYS, sitting.on)
    return max(leaving, sitting.convened) if sitting.convened else leaving


def agenda_lawful_on(day: datetime.date, sitting: Sitting, calendar: Calendar) -> bool:
    """Whether an agenda published on a day, working or not, leaves what the law wants before a sitting."""
    clear = len(calendar.days.clear_between(day, sitting.on))
    return clear >= AGENDA_CLEAR_DAYS or day <= lawful_agenda_day(sitting, calendar)


def blank(bank_holidays: frozenset[datetime.date]) -> Calendar:
    """A calendar with nothing in it but the bank holidays."""
    return Calendar((), {}, WorkingDays(bank_holidays), CPCA_SCHEME)


def evolve(calendar: Calendar, event: CalendarEvent) -> Calendar:
    """The calendar after one event."""
    match event:
        case CyclePublished():
            return _with_cycle(calendar, _set(Cycle(event.cycle, (), ()), event.cells))
        case DatesAccepted():
            cycle = calendar.cycle(event.cycle)
            return _with_cycle(calendar, _set(cycle, event.cells)) if cycle else calendar
        case SittingAdded():
            return _with_sitting(
                calendar,
                Sitting(
                    event.sitting,
                    event.body,
                    event.on,
                    event.agenda_due,
                    event.kind,
                    event.cycle,
                    convened=event.convened,
                ),
            )
        case SittingMoved():
            moved = replace(calendar.sittings[event.sitting], on=event.on, agenda_due=event.agenda_due)
            return _with_sitting(calendar, moved)
        case AgendaDueChanged():
            return _with_sitting(calendar, replace(calendar.sittings[event.sitting], agenda_due=event.agenda_due))
        case SittingCancelled():
            return _with_sitting(calendar, replace(calendar.sittings[event.sitting], cancelled=True))
        case _:
            return _with_rules(calendar, event)


def _with_rules(
    calendar: Calendar, event: DayClosed | DayReopened | PeriodRestricted | PeriodReleased | SchemeAdopted
) -> Calendar:
    """The calendar after an event that changes what its dates are counted with."""
    days = calendar.days
    match event:
        case DayClosed(day=day):
            return replace(calendar, days=replace(days, closed=days.closed | {day}, reopened=days.reopened - {day}))
        case DayReopened(day=day):
            return replace(calendar, days=replace(days, closed=days.closed - {day}, reopened=days.reopened | {day}))
        case PeriodRestricted(period=period):
            return replace(calendar, restricted=(*calendar.restricted, period))
        case PeriodReleased(period=period):
            return replace(calendar, restricted=tuple(held for held in calendar.restricted if held != period))
        case SchemeAdopted(scheme=scheme):
            return replace(calendar, scheme=scheme)


def _set(cycle: Cycle, cells: Iterable[Cell]) -> Cycle:
    """A cycle with some of its cells set anew; a cell set without a reason is no longer an exception."""
    dates, exceptions, rules = dict(cycle.dates), dict(cycle.exceptions), dict(cycle.rules)
    for cell in cells:
        dates[cell.key_date] = cell.on
        exceptions[cell.key_date] = cell.reason
        if cell.rule:
            rules[cell.key_date] = cell.rule
    return Cycle(
        cycle.id,
        tuple(sorted(dates.items(), key=lambda held: rank(held[0]))),
        tuple(sorted(((n, why) for n, why in exceptions.items() if why), key=lambda held: rank(held[0]))),
        tuple(sorted(rules.items(), key=lambda held: rank(held[0]))),
    )


def _with_cycle(calendar: Calendar, cycle: Cycle) -> Calendar:
    """The calendar with a cycle in its place: by submission, or by its earliest date where it has none."""
    others = [held for held in calendar.cycles if held.id != cycle.id]
    return replace(calendar, cycles=tuple(sorted([*others, cycle], key=_order)))


def _order(cycle: Cycle) -> tuple[datetime.date, str]:
    """Where a cycle stands among the others."""
    earliest = min((on for _, on in cycle.dates), default=datetime.date.max)
    return (cycle.date("pmo_submission") or earliest, cycle.id)


def _with_sitting(calendar: Calendar, sitting: Sitting) -> Calendar:
    """The calendar with a sitting added, or in place of itself as it was."""
    return replace(calendar, sittings={**calendar.sittings, sitting.id: sitting})
