"""What forbids a change to the calendar. What a published calendar says about itself is linted, not forbidden."""

from collections.abc import Callable

from domain.calendar.key_dates import AGENDA_CLEAR_DAYS
from domain.calendar.predicates import (
    BODY_ID,
    AskedCalendar,
    agenda_lawful,
    board_agenda_lawful,
    bodies_distinct,
    cycle_asked,
    dates_of,
    fits_its_cycle,
    live,
    none_past,
    offsets_possible,
    period_of,
    same_as_standing,
    sitting_asked,
    well_formed,
)
from domain.rules import Rule


def _of_command(name: str, says: str, source: str, holds: Callable[[AskedCalendar], bool]) -> Rule:
    return Rule(name, says, source, holds, of_command=True)


REASON = _of_command(
    "reason_given",
    "A change to the calendar gives its reason.",
    "SAF 3, meetings move [A]",
    lambda a: bool(a.command.reason),
)
YEARS_KNOWN = _of_command(
    "years_known",
    "Dates lie in the years whose bank holidays are known.",
    "SAF 3, working days [A]",
    lambda a: all(map(a.state.days.knows, dates_of(a))),
)
SITTING_KNOWN = _of_command(
    "sitting_known", "The sitting is in the calendar.", "SAF 3 [A]", lambda a: sitting_asked(a) is not None
)
SITTING_HELD = _of_command(
    "sitting_held",
    "A cancelled sitting stays cancelled.",
    "SAF 3, meetings move [A]",
    lambda a: (s := sitting_asked(a)) is None or not s.cancelled,
)
SITTING_TO_COME = _of_command(
    "sitting_to_come",
    "A sitting whose day has passed is neither moved nor cancelled.",
    "SAF 3, meetings move [A]",
    lambda a: (s := sitting_asked(a)) is None or s.on >= a.today,
)
CYCLE_KNOWN = _of_command(
    "cycle_known", "The cycle is in the calendar.", "SAF 3 [A]", lambda a: cycle_asked(a) is not None
)
BOARDS_ONCE = _of_command(
    "boards_once",
    "The Board sits once on a day.",
    "SAF 3 [A]",
    lambda a: len({board.on for board in a.command.boards}) == len(a.command.boards),
)

OF_IMPORT: tuple[Rule, ...] = (
    _of_command(
        "something_published",
        "A calendar holds at least one cycle or sitting.",
        "SAF 3 [A]",
        lambda a: bool(a.command.cycles or a.command.boards),
    ),
    _of_command(
        "cycles_well_formed",
        "A cycle is named by its year and month, has each key date at most once, and has a panel or a committee.",
        "SAF 3 [A]",
        lambda a: all(map(well_formed, a.command.cycles)),
    ),
    _of_command(
        "cycles_once",
        "A cycle is published once.",
        "SAF 3 [A]",
        lambda a: len({cycle.id for cycle in a.command.cycles}) == len(a.command.cycles),
    ),
    _of_command(
        "standing_cycles_unchanged",
        "A cycle that stands is not changed by publishing it again: its dates are changed by accepting others.",
        "SAF 3 [A]",
        lambda a: all(same_as_standing(cycle, a.state.cycle(cycle.id)) for cycle in a.command.cycles),
    ),
    BOARDS_ONCE,
    YEARS_KNOWN,
)

OF_PLAN: tuple[Rule, ...] = (
    _of_command(
        "something_planned",
        "A plan holds at least one committee or sitting of the Board.",
        "SAF 3 [A]",
        lambda a: bool(a.command.committees or a.command.boards),
    ),
    _of_command(
        "committees_once",
        "The committee sits once on a day.",
        "SAF 3 [A]",
        lambda a: (
            len(set(a.command.committees)) == len(a.command.committees)
            and not any(live(a.state, a.state.scheme.body_on("committee"), on) for on in a.command.committees)
        ),
    ),
    BOARDS_ONCE,
    YEARS_KNOWN,
)

OF_ADD: tuple[Rule, ...] = (
    _of_command(
        "body_named",
        "A body is named by its id: small letters, digits and underscores.",
        "SAF 3 [A]",
        lambda a: BODY_ID.fullmatch(a.command.body) is not None,
    ),
    _of_command(
        "body_free",
        "A body sits once on a day.",
        "SAF 3 [A]",
        lambda a: live(a.state, a.command.body, a.command.on) is None,
    ),
    _of_command(
        "fits_its_cycle",
        "A panel or a committee is added to a cycle that has none; other bodies sit outside the cycles.",
        "SAF 3 [A]",
        fits_its_cycle,
    ),
    YEARS_KNOWN,
)

OF_MOVE: tuple[Rule, ...] = (
    SITTING_KNOWN,
    SITTING_HELD,
    SITTING_TO_COME,
    _of_command(
        "moved_ahead",
        "A sitting is moved to another day, and not to one that has passed.",
        "SAF 3, meetings move [A]",
        lambda a: a.command.to >= a.today and ((s := sitting_asked(a)) is None or s.on != a.command.to),
    ),
    _of_command(
        "day_free",
        "A body sits once on a day.",
        "SAF 3 [A]",
        lambda a: (
            (s := sitting_asked(a)) is None or s.on == a.command.to or live(a.state, s.body, a.command.to) is None
        ),
    ),
    YEARS_KNOWN,
    REASON,
)

OF_CANCEL: tuple[Rule, ...] = (SITTING_KNOWN, SITTING_HELD, SITTING_TO_COME, REASON)

OF_CLOSE: tuple[Rule, ...] = (
    _of_command(
        "day_open", "Only a working day is closed.", "SAF 3 [A]", lambda a: a.state.days.is_open(a.command.day)
    ),
    YEARS_KNOWN,
    REASON,
)

OF_REOPEN: tuple[Rule, ...] = (
    _of_command(
        "weekday_closed",
        "Only a day from Monday to Friday that is no working day is re-opened.",
        "SAF 3, working days",
        lambda a: a.command.day.weekday() < 5 and not a.state.days.is_open(a.command.day),
    ),
    YEARS_KNOWN,
    REASON,
)

OF_RESTRICT: tuple[Rule, ...] = (
    _of_command(
        "period_ends_after_it_begins",
        "A period ends on the day it begins or later.",
        "SAF 3, restricted periods",
        lambda a: a.command.first <= a.command.last,
    ),
    _of_command(
        "period_new",
        "The period is not restricted already.",
        "SAF 3, restricted periods [A]",
        lambda a: period_of(a) not in a.state.restricted,
    ),
    REASON,
)

OF_RELEASE: tuple[Rule, ...] = (
    _of_command(
        "period_restricted",
        "The period is restricted.",
        "SAF 3, restricted periods [A]",
        lambda a: period_of(a) in a.state.restricted,
    ),
    REASON,
)

OF_ACCEPT_DATES: tuple[Rule, ...] = (
    CYCLE_KNOWN,
    _of_command(
        "dates_of_the_cycle",
        "Dates are accepted for key dates the cycle has, each once, and at least one.",
        "SAF 3 [A]",
        lambda a: (
            bool(names := [name for name, _ in a.command.dates])
            and len(names) == len(set(names))
            and ((cycle := cycle_asked(a)) is None or all(cycle.date(name) for name in names))
        ),
    ),
    _of_command(
        "committee_moved_as_a_sitting",
        "A committee's day is set by the authority: it changes by moving the sitting.",
        "SAF 3 [S]",
        lambda a: "committee" not in dict(a.command.dates),
    ),
    _of_command(
        "dates_to_come", "A date that has passed is not changed, and none is set in the past.", "SAF 3 [A]", none_past
    ),
    _of_command(
        "agenda_lawful",
        f"The agenda leaves {AGENDA_CLEAR_DAYS} clear working days before the committee.",
        "Local Government Act 1972 s.100B(4)(a)",
        agenda_lawful,
    ),
    YEARS_KNOWN,
    REASON,
)

OF_ACCEPT_AGENDA_DUE: tuple[Rule, ...] = (
    SITTING_KNOWN,
    SITTING_HELD,
    SITTING_TO_COME,
    _of_command(
        "outside_the_cycles",
        "The agenda of a panel or committee is due on a date of its cycle.",
        "SAF 3 [A]",
        lambda a: (s := sitting_asked(a)) is None or s.cycle is None,
    ),
    _of_command(
        "agenda_to_come",
        "An agenda is not made due on a day that has passed.",
        "SAF 3 [A]",
        lambda a: a.command.agenda_due >= a.today,
    ),
    _of_command(
        "agenda_leaves_clear_days",
        f"The agenda leaves {AGENDA_CLEAR_DAYS} clear working days before the sitting.",
        "Local Government Act 1972 s.100B(4)(a)",
        board_agenda_lawful,
    ),
    REASON,
)

OF_ADOPT_SCHEME: tuple[Rule, ...] = (
    _of_command(
        "offsets_possible",
        "Offsets belong to derived key dates, count in the table's direction, and stay within a year.",
        "SAF 3, offsets are settings",
        lambda a: offsets_possible(a.command.scheme),
    ),
    _of_command(
        "scheme_lawful",
        f"A scheme leaves at least {AGENDA_CLEAR_DAYS} clear working days between agenda and committee.",
        "Local Government Act 1972 s.100B(4)(a)",
        lambda a: -dict(a.command.scheme.offsets).get("agenda_publication", -AGENDA_CLEAR_DAYS) >= AGENDA_CLEAR_DAYS,
    ),
    _of_command(
        "bodies_distinct",
        "One body sits on the panel's date, another on the committee's, and a third is the board.",
        "SAF 3 [A]",
        lambda a: bodies_distinct(a.command.scheme),
    ),
    REASON,
)
