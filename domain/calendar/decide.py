"""What follows from each thing that may be asked of the calendar."""

from datetime import date

from domain.calendar.cells import AGENDAS, boards, cells_of, published, sittings_follow
from domain.calendar.events import (
    AgendaDueChanged,
    CalendarEvent,
    CyclePublished,
    DatesAccepted,
    DayClosed,
    DayReopened,
    Origin,
    PeriodReleased,
    PeriodRestricted,
    SchemeAdopted,
    SittingAdded,
    SittingCancelled,
    SittingMoved,
)
from domain.calendar.key_dates import AGENDA_CLEAR_DAYS, following
from domain.calendar.plan import SUFFIXES, free_id, plan
from domain.calendar.predicates import AskedCalendar, cycle_asked, period_of, sitting_asked
from domain.calendar.published import NO_REASON, SittingKind
from domain.calendar.rules import (
    OF_ACCEPT_AGENDA_DUE,
    OF_ACCEPT_DATES,
    OF_ADD,
    OF_ADOPT_SCHEME,
    OF_CANCEL,
    OF_CLOSE,
    OF_IMPORT,
    OF_MOVE,
    OF_PLAN,
    OF_RELEASE,
    OF_REOPEN,
    OF_RESTRICT,
)
from domain.calendar.state import sitting_id
from domain.rules import insist
from domain.words import SittingId, TextId

Facts = tuple[CalendarEvent, ...]


def import_calendar(asked: AskedCalendar) -> Facts:
    """Every cycle and sitting of a published calendar that is new; what stands already is passed over."""
    insist(OF_IMPORT, asked)
    new = [cycle for cycle in asked.command.cycles if asked.state.cycle(cycle.id) is None]
    return (*published(asked, new, Origin.IMPORTED), *boards(asked, asked.command.boards))


def plan_calendar(asked: AskedCalendar) -> Facts:
    """A cycle for each committee date, every date by the rules, and the Board's sittings."""
    insist(OF_PLAN, asked)
    calendar = asked.state
    taken = [cycle.id for cycle in calendar.cycles]
    made = plan(asked.command.committees, asked.command.boards, calendar.days, calendar.scheme, taken)
    return (*published(asked, made.cycles, Origin.PLANNED), *boards(asked, asked.command.boards))


def add_sitting(asked: AskedCalendar) -> Facts:
    """A sitting, and for a panel or a committee the key dates that are counted from it."""
    insist(OF_ADD, asked)
    key_date = asked.state.scheme.key_of(asked.command.body)
    if key_date in AGENDAS:
        return _added_in_cycle(asked, key_date)
    c = asked.command
    due, convened = _called(asked, asked.state.days.latest_leaving(AGENDA_CLEAR_DAYS, c.on))
    return (SittingAdded(asked.by, _free_id(asked), c.body, c.on, due, c.kind, None, convened),)


def _added_in_cycle(asked: AskedCalendar, key_date: str) -> Facts:
    """A panel or a committee, in the cycle that lacks it or in one of its own that has its side of the table only."""
    calendar, c, agenda = asked.state, asked.command, AGENDAS[key_date]
    side = following(key_date, c.on, calendar.days, calendar.scheme, across=False)
    due, convened = _called(asked, side[agenda])
    if convened:
        side = {name: on for name, on in side.items() if on >= asked.today} | {agenda: due}
    held = cycle_asked(asked)
    cycle = held.id if held else free_id(c.on, [cycle.id for cycle in calendar.cycles])
    dates = {**side, **dict(held.dates if held else ())}
    cells = cells_of(calendar, held, dates, NO_REASON)
    entered = (
        DatesAccepted(asked.by, cycle, cells, NO_REASON)
        if held
        else CyclePublished(asked.by, cycle, cells, Origin.ADDED)
    )
    added = SittingAdded(asked.by, sitting_id(c.body, cycle), c.body, c.on, dates[agenda], c.kind, cycle, convened)
    return (entered, added)


def move_sitting(asked: AskedCalendar) -> Facts:
    """A sitting on another day, and the dates of its cycle that are counted from it and have not passed."""
    insist(OF_MOVE, asked)
    calendar, to, reason = asked.state, asked.command.to, TextId(asked.command.reason)
    sitting = sitting_asked(asked)
    assert sitting is not None
    cycle, key_date = calendar.cycle(sitting.cycle), calendar.scheme.key_of(sitting.body)
    if cycle is None or key_date not in AGENDAS:
        leaving = calendar.days.latest_leaving(AGENDA_CLEAR_DAYS, to)
        due = leaving if sitting.agenda_due >= asked.today else sitting.agenda_due
        return (SittingMoved(asked.by, sitting.id, sitting.on, to, due, reason),)
    old = dict(cycle.dates)
    fresh = following(key_date, to, calendar.days, calendar.scheme, across=False)
    moved = {name: on for name, on in fresh.items() if name == key_date or (name in old and old[name] >= asked.today)}
    new, agenda = {**old, **moved}, AGENDAS[key_date]
    return (
        SittingMoved(asked.by, sitting.id, sitting.on, to, new.get(agenda, fresh[agenda]), reason),
        DatesAccepted(asked.by, cycle.id, cells_of(calendar, cycle, new, reason), reason),
    )


def cancel_sitting(asked: AskedCalendar) -> Facts:
    """A sitting that is not held; the dates of its cycle stay on the record."""
    insist(OF_CANCEL, asked)
    sitting = sitting_asked(asked)
    assert sitting is not None
    return (SittingCancelled(asked.by, sitting.id, sitting.on, TextId(asked.command.reason)),)


def close_day(asked: AskedCalendar) -> Facts:
    """A day that is no working day; the dates that stand are untouched until a person accepts others."""
    insist(OF_CLOSE, asked)
    return (DayClosed(asked.by, asked.command.day, TextId(asked.command.reason)),)


def reopen_day(asked: AskedCalendar) -> Facts:
    """A day that is a working day after all."""
    insist(OF_REOPEN, asked)
    return (DayReopened(asked.by, asked.command.day, TextId(asked.command.reason)),)


def restrict_period(asked: AskedCalendar) -> Facts:
    """A period that a body keeps clear of: the lint warns, clear days are not changed."""
    insist(OF_RESTRICT, asked)
    return (PeriodRestricted(asked.by, period_of(asked), TextId(asked.command.reason)),)


def release_period(asked: AskedCalendar) -> Facts:
    """A restricted period taken back."""
    insist(OF_RELEASE, asked)
    return (PeriodReleased(asked.by, period_of(asked), TextId(asked.command.reason)),)


def accept_dates(asked: AskedCalendar) -> Facts:
    """Dates of a cycle as a person confirms them, and the sittings that go with them."""
    insist(OF_ACCEPT_DATES, asked)
    calendar, reason = asked.state, TextId(asked.command.reason)
    cycle = cycle_asked(asked)
    assert cycle is not None
    accepted = dict(asked.command.dates)
    new = {**dict(cycle.dates), **accepted}
    cells = cells_of(calendar, cycle, new, reason, accepted)
    kept = tuple(cell for cell in cells if cell.key_date in accepted)
    return (DatesAccepted(asked.by, cycle.id, kept, reason), *sittings_follow(asked, cycle, new))


def accept_agenda_due(asked: AskedCalendar) -> Facts:
    """When the agenda of a sitting outside the cycles is due, as a person confirms it."""
    insist(OF_ACCEPT_AGENDA_DUE, asked)
    c = asked.command
    return (AgendaDueChanged(asked.by, c.sitting, c.agenda_due, TextId(c.reason)),)


def adopt_scheme(asked: AskedCalendar) -> Facts:
    """Other offsets for dates derived from now on."""
    insist(OF_ADOPT_SCHEME, asked)
    return (SchemeAdopted(asked.by, asked.command.scheme, TextId(asked.command.reason)),)


def _free_id(asked: AskedCalendar) -> SittingId:
    """The id of a sitting outside the cycles; a letter tells it from one that was cancelled or moved from that day."""
    body, on = asked.command.body, asked.command.on
    ids = (sitting_id(body, f"{on}{suffix}") for suffix in SUFFIXES)
    return next(id for id in ids if asked.state.sitting(id) is None)


def _called(asked: AskedCalendar, due: date) -> tuple[date, date | None]:
    """When an agenda is due and when the sitting was convened, where that is an extraordinary one at shorter notice."""
    short = asked.command.kind == SittingKind.EXTRAORDINARY and due < asked.today <= asked.command.on
    return (asked.today, asked.today) if short else (due, None)
