"""What the rules of the calendar ask: each predicate takes what is asked and answers yes or no."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.calendar.key_dates import BY_NAME, Scheme
from domain.calendar.published import PublishedCycle, RestrictedPeriod
from domain.calendar.state import Calendar, Cycle, Sitting, agenda_lawful_on, sitting_id
from domain.rules import Asked
from domain.words import BodyId

AskedCalendar = Asked[Calendar, Any, None]

CYCLE_ID = re.compile(r"\d{4}-(0[1-9]|1[0-2])[a-z]{0,2}")
BODY_ID = re.compile(r"[a-z][a-z0-9_]*")
LONGEST_OFFSET = 366


def sitting_asked(a: AskedCalendar) -> Sitting | None:
    """The sitting a command names."""
    return a.state.sitting(a.command.sitting)


def cycle_asked(a: AskedCalendar) -> Cycle | None:
    """The cycle a command names."""
    return a.state.cycle(a.command.cycle)


def live(calendar: Calendar, body: BodyId | None, on: date) -> Sitting | None:
    """The sitting of a body on a day that is to be held."""
    held = (s for s in calendar.sittings.values() if s.body == body and s.on == on and not s.cancelled)
    return next(held, None)


def same_as_standing(cycle: PublishedCycle, standing: Cycle | None) -> bool:
    """Whether a cycle is new, or stands already with the same dates and the same exceptions explained."""
    explained = {name for name, reason in cycle.exceptions if reason}
    return standing is None or (
        dict(cycle.dates) == dict(standing.dates) and explained == {name for name, _ in standing.exceptions}
    )


def dates_of(a: AskedCalendar) -> Iterator[date]:
    """Every date a command carries."""
    c = a.command
    for cycle in getattr(c, "cycles", ()):
        yield from (on for _, on in cycle.dates)
    yield from getattr(c, "committees", ())
    yield from (board.on for board in getattr(c, "boards", ()))
    yield from (on for _, on in getattr(c, "dates", ()))
    yield from (getattr(c, name) for name in ("on", "to", "day", "agenda_due", "first", "last") if hasattr(c, name))


def well_formed(cycle: PublishedCycle) -> bool:
    """Whether a cycle has a good id, known key dates once each, and a panel or a committee."""
    names = [name for name, _ in cycle.dates]
    return (
        CYCLE_ID.fullmatch(cycle.id) is not None
        and len(names) == len(set(names))
        and {*names, *(name for name, _ in cycle.exceptions)} <= BY_NAME.keys()
        and not {"panel", "committee"}.isdisjoint(names)
    )


def fits_its_cycle(a: AskedCalendar) -> bool:
    """Whether a sitting names no cycle, or a standing one that has neither its date nor its sitting."""
    if a.command.cycle is None:
        return True
    cycle, key_date = cycle_asked(a), a.state.scheme.key_of(a.command.body)
    free = a.state.sitting(sitting_id(a.command.body, a.command.cycle)) is None
    return cycle is not None and key_date in ("panel", "committee") and cycle.date(key_date) is None and free


def none_past(a: AskedCalendar) -> bool:
    """Whether neither the dates that stand nor the ones to come have passed."""
    cycle = cycle_asked(a)
    old = [cycle.date(name) for name, _ in a.command.dates] if cycle else []
    return all(on is None or on >= a.today for on in (*old, *(on for _, on in a.command.dates)))


def agenda_lawful(a: AskedCalendar) -> bool:
    """Whether the agenda date asked for, if there is one, leaves what the law wants before the committee."""
    on, cycle = dict(a.command.dates).get("agenda_publication"), cycle_asked(a)
    body = a.state.scheme.body_on("committee")
    sitting = a.state.sitting_of(body, cycle.id) if cycle and body else None
    return on is None or sitting is None or agenda_lawful_on(on, sitting, a.state)


def board_agenda_lawful(a: AskedCalendar) -> bool:
    """Whether an agenda date leaves what the law wants before a sitting."""
    sitting = sitting_asked(a)
    return sitting is None or agenda_lawful_on(a.command.agenda_due, sitting, a.state)


def offsets_possible(scheme: Scheme) -> bool:
    """Whether offsets name derived key dates once each, point the same way as the table's, and stay within a year."""
    names = [name for name, _ in scheme.offsets]
    return len(names) == len(set(names)) and all(
        name in BY_NAME and offset * BY_NAME[name].offset > 0 and abs(offset) <= LONGEST_OFFSET
        for name, offset in scheme.offsets
    )


def bodies_distinct(scheme: Scheme) -> bool:
    """Whether one body sits on the panel's date, another on the committee's, and a third is the board."""
    bodies = [*(body for _, body in scheme.sits), scheme.board]
    named = [name for name, _ in scheme.sits]
    return sorted(named) == ["committee", "panel"] and len(set(bodies)) == 3 and all(map(BODY_ID.fullmatch, bodies))


def period_of(a: AskedCalendar) -> RestrictedPeriod:
    """The period a command names."""
    return RestrictedPeriod(a.command.body, a.command.first, a.command.last, a.command.kind)
