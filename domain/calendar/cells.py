"""The dates of a cycle as they are recorded: each with what the rule gives for it, and the reason where they differ."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from domain.calendar.events import AgendaDueChanged, CalendarEvent, CyclePublished, Origin, SittingAdded, SittingMoved
from domain.calendar.key_dates import AGENDA_CLEAR_DAYS, KeyDateName, count_from, rank, rule_dates
from domain.calendar.predicates import AskedCalendar, live
from domain.calendar.published import NO_REASON, Cell, PublishedBoard, PublishedCycle, SittingKind
from domain.calendar.state import Calendar, Cycle, sitting_id
from domain.words import TextId

AGENDAS: Mapping[str, str] = {"panel": "panel_agenda", "committee": "agenda_publication"}
"""The key date on which each sitting's agenda is due."""


def cells_of(
    calendar: Calendar, cycle: Cycle | None, dates: Mapping[str, date], reason: TextId, named: Collection[str] = ()
) -> tuple[Cell, ...]:
    """The cells that have changed, or are named: a date newly off its rule takes the reason, another keeps its own."""
    rules = rule_dates(dates, calendar.days, calendar.scheme)
    cells = []
    for name in sorted(dates, key=rank):
        on, gives = dates[name], rules.get(name)
        kept = cycle.reason(name) if cycle else NO_REASON
        set_anew = cycle is None or cycle.date(name) != on or name in named
        rule_moved = cycle is not None and cycle.rule(name) != gives
        off_the_rule = reason if on != gives and (set_anew or rule_moved) else NO_REASON
        if set_anew or rule_moved:
            cells.append(Cell(KeyDateName(name), on, gives, off_the_rule if set_anew else kept or off_the_rule))
    return tuple(cells)


def published(asked: AskedCalendar, cycles: Iterable[PublishedCycle], origin: Origin) -> Iterator[CalendarEvent]:
    """Each cycle with what the rules give for its dates, followed by its sittings."""
    calendar = asked.state
    for cycle in cycles:
        dates: dict[str, date] = dict(cycle.dates)
        reasons = {name: TextId(reason) for name, reason in cycle.exceptions}
        rules = rule_dates(dates, calendar.days, calendar.scheme)
        cells = (
            Cell(name, on, rules.get(name), reasons.get(name, NO_REASON))
            for name, on in sorted(cycle.dates, key=lambda held: rank(held[0]))
        )
        yield CyclePublished(asked.by, cycle.id, tuple(cells), origin)
        for key_date, body in calendar.scheme.sits:
            if on := dates.get(key_date):
                agenda = AGENDAS[key_date]
                due = dates.get(agenda) or count_from(agenda, on, calendar.days, calendar.scheme)
                id = sitting_id(body, cycle.id)
                yield SittingAdded(asked.by, id, body, on, due, SittingKind.ORDINARY, cycle.id, None)


def boards(asked: AskedCalendar, sittings: Iterable[PublishedBoard]) -> Iterator[CalendarEvent]:
    """Each sitting of the Board that the calendar does not hold yet."""
    calendar, body = asked.state, asked.state.scheme.board
    for board in sorted(sittings, key=lambda one: one.on):
        id = sitting_id(body, board.on)
        if calendar.sitting(id) is None and live(calendar, body, board.on) is None:
            due = calendar.days.latest_leaving(AGENDA_CLEAR_DAYS, board.on)
            yield SittingAdded(asked.by, id, body, board.on, due, board.kind, None, None)


def sittings_follow(asked: AskedCalendar, cycle: Cycle, dates: Mapping[str, date]) -> Iterator[CalendarEvent]:
    """What happens to a cycle's sittings when its dates become these."""
    reason = TextId(asked.command.reason)
    for key_date, body in asked.state.scheme.sits:
        sitting = asked.state.sitting_of(body, cycle.id)
        if sitting is None or sitting.cancelled:
            continue
        on, due = dates.get(key_date, sitting.on), dates.get(AGENDAS[key_date], sitting.agenda_due)
        if on != sitting.on:
            yield SittingMoved(asked.by, sitting.id, sitting.on, on, due, reason)
        elif due != sitting.agenda_due:
            yield AgendaDueChanged(asked.by, sitting.id, due, reason)
