"""The calendar as it changes: imported, planned, added to, moved, cancelled, closed and restricted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from adapters.bank_holidays import england
from domain.calendar import decide
from domain.calendar.commands import (
    AcceptAgendaDue,
    AcceptDates,
    AddSitting,
    AdoptScheme,
    CancelSitting,
    CloseDay,
    ImportCalendar,
    MoveSitting,
    PlanCalendar,
    ReleasePeriod,
    ReopenDay,
    RestrictPeriod,
)
from domain.calendar.events import CalendarEvent, CyclePublished, DatesAccepted, SittingAdded, SittingMoved
from domain.calendar.key_dates import CPCA_SCHEME, KeyDateName, Scheme, derive
from domain.calendar.lint import lint, lint_standing
from domain.calendar.plan import plan
from domain.calendar.proposals import BOARD_AGENDA, consequences, proposals, unlawful
from domain.calendar.published import PublishedBoard, PublishedCycle, RestrictedPeriod, Restriction, SittingKind
from domain.calendar.state import Calendar, blank, evolve
from domain.rules import Refused
from domain.words import BodyId, CycleId, SittingId, Text, TextId
from tests.domain.published_year import BOARDS, CLERK, CYCLES, DAYS, after, asked, published_calendar

PANEL, COMMITTEE, BOARD = BodyId("investment_panel"), BodyId("investment_committee"), BodyId("board")
BECAUSE = Text("because")
AUTUMN = date(2024, 11, 1)
YEAR = published_calendar()
NOVEMBER = SittingId("investment_committee/2024-11")
VERBS: dict[type, Callable[..., tuple[CalendarEvent, ...]]] = {
    ImportCalendar: decide.import_calendar,
    PlanCalendar: decide.plan_calendar,
    AddSitting: decide.add_sitting,
    MoveSitting: decide.move_sitting,
    CancelSitting: decide.cancel_sitting,
    CloseDay: decide.close_day,
    ReopenDay: decide.reopen_day,
    RestrictPeriod: decide.restrict_period,
    ReleasePeriod: decide.release_period,
    AcceptDates: decide.accept_dates,
    AcceptAgendaDue: decide.accept_agenda_due,
    AdoptScheme: decide.adopt_scheme,
}


def done(calendar: Calendar, command: Any, on: date = AUTUMN) -> Calendar:
    """The calendar after a command on a day."""
    return after(calendar, *events(calendar, command, on))


def events(calendar: Calendar, command: Any, on: date = AUTUMN) -> tuple[CalendarEvent, ...]:
    """What a command on a day leads to."""
    return VERBS[type(command)](asked(calendar, command, on))


def refused(calendar: Calendar, command: Any, on: date = AUTUMN) -> list[str]:
    """The names of the rules that a command on a day breaks."""
    with pytest.raises(Refused) as no:
        events(calendar, command, on)
    assert all(rule.says and rule.source for rule in no.value.rules)
    return [rule.name for rule in no.value.rules]


def dates(calendar: Calendar, cycle: str) -> dict[str, date]:
    """The dates that stand in a cycle."""
    held = calendar.cycle(CycleId(cycle))
    assert held is not None
    return dict(held.dates)


def accept(cycle: str, **held: date) -> AcceptDates:
    """The command that confirms these dates."""
    return AcceptDates(CycleId(cycle), tuple((KeyDateName(name), on) for name, on in held.items()), BECAUSE)


# importing


def test_the_published_year_is_taken_over_as_it_is() -> None:
    """Nine cycles with their published dates, a sitting for each panel and committee, and eight Boards."""
    assert [(cycle.id, dict(cycle.dates)) for cycle in YEAR.cycles] == [(c.id, dict(c.dates)) for c in CYCLES]
    bodies = [sitting.body for sitting in YEAR.sittings.values()]
    assert [bodies.count(body) for body in (PANEL, COMMITTEE, BOARD)] == [9, 8, 8]


def test_each_cell_keeps_what_the_rule_gives_and_the_reason() -> None:
    """A published exception stands beside the date the rule gives for it."""
    january = next(cycle for cycle in CYCLES if cycle.id == "2025-01")
    explained = PublishedCycle(january.id, january.dates, ((KeyDateName("draft_report"), Text("christmas")),))
    held = done(blank(england()), ImportCalendar((explained,))).cycle(january.id)
    assert held is not None
    assert (held.date("draft_report"), held.rule("draft_report")) == (date(2024, 12, 12), date(2024, 12, 19))
    assert held.exceptions == (("draft_report", TextId("christmas")),)


def test_importing_the_same_again_changes_nothing() -> None:
    """The same calendar published twice is there once."""
    assert events(YEAR, ImportCalendar(CYCLES, BOARDS)) == ()


def test_a_standing_cycle_is_not_changed_by_import() -> None:
    """Another date for a cycle that stands is refused, and nothing of the file is taken."""
    other = PublishedCycle(CYCLES[1].id, (*CYCLES[1].dates[:-1], (KeyDateName("committee"), date(2024, 8, 30))))
    assert refused(YEAR, ImportCalendar((CYCLES[0], other))) == ["standing_cycles_unchanged"]


def test_an_import_adds_what_is_new_beside_what_stands() -> None:
    """Half the year imported, then the whole of it, gives the same calendar as the whole at once."""
    half = done(blank(england()), ImportCalendar(CYCLES[:4], BOARDS[:3]))
    assert done(half, ImportCalendar(CYCLES, BOARDS)) == YEAR


@pytest.mark.parametrize(
    ("command", "broken"),
    [
        (ImportCalendar((), ()), "something_published"),
        (ImportCalendar((PublishedCycle(CycleId("July"), CYCLES[0].dates),)), "cycles_well_formed"),
        (ImportCalendar((PublishedCycle(CycleId("2024-07"), ()),)), "cycles_well_formed"),
        (ImportCalendar((PublishedCycle(CycleId("2024-07"), CYCLES[0].dates * 2),)), "cycles_well_formed"),
        (
            ImportCalendar((PublishedCycle(CycleId("2024-07"), ((KeyDateName("tea"), AUTUMN), *CYCLES[0].dates)),)),
            "cycles_well_formed",
        ),
        (ImportCalendar((CYCLES[0], CYCLES[0])), "cycles_once"),
        (ImportCalendar((), (BOARDS[0], BOARDS[0])), "boards_once"),
        (ImportCalendar((), (PublishedBoard(date(1, 1, 1)),)), "years_known"),
        (
            ImportCalendar((PublishedCycle(CycleId("2024-07"), ((KeyDateName("committee"), date(2051, 1, 9)),)),)),
            "years_known",
        ),
    ],
)
def test_what_cannot_be_a_calendar_is_refused(command: ImportCalendar, broken: str) -> None:
    """Names, key dates and years must make sense; everything else is linted."""
    assert broken in refused(blank(england()), command)


def test_lint_of_what_stands_is_lint_of_what_was_published() -> None:
    """Importing loses nothing that lint can see."""
    assert lint_standing(YEAR) == lint(CYCLES, BOARDS, DAYS)


# planning


def test_a_later_year_is_planned_from_its_committees() -> None:
    """Two committees in one month are two cycles, and every date is the rule's."""
    calendar = done(
        blank(england()),
        PlanCalendar((date(2026, 5, 11), date(2026, 5, 28), date(2026, 6, 15)), (PublishedBoard(date(2026, 6, 3)),)),
    )
    assert [cycle.id for cycle in calendar.cycles] == ["2026-05", "2026-05b", "2026-06"]
    assert dates(calendar, "2026-05b") == derive(date(2026, 5, 28), DAYS)
    sitting = calendar.sitting(SittingId("investment_committee/2026-05b"))
    assert sitting is not None
    assert (sitting.on, sitting.agenda_due) == (date(2026, 5, 28), date(2026, 5, 19))
    board = calendar.sitting(SittingId("board/2026-06-03"))
    assert board is not None
    assert board.agenda_due == date(2026, 5, 26)


def test_a_month_that_has_a_cycle_gets_a_second() -> None:
    """A committee planned into a month that stands already is the next cycle of that month."""
    more = done(YEAR, PlanCalendar((date(2024, 11, 18),)))
    assert dates(more, "2024-11b")["committee"] == date(2024, 11, 18)
    assert dates(more, "2024-11") == dates(YEAR, "2024-11")


def test_planning_a_committee_that_stands_is_refused() -> None:
    """The committee sits once on a day; a plan of nothing is no plan."""
    assert refused(YEAR, PlanCalendar((date(2024, 11, 25),))) == ["committees_once"]
    assert refused(YEAR, PlanCalendar((date(2026, 5, 11),) * 2)) == ["committees_once"]
    assert refused(YEAR, PlanCalendar(())) == ["something_planned"]


def test_a_plan_comes_with_its_findings() -> None:
    """What is planned is linted as if it were published, before anything is stored."""
    planned = plan([date(2026, 5, 11)], [PublishedBoard(date(2026, 5, 13))], DAYS)
    assert "board_agenda_before_committee" in {finding.code for finding in planned.findings}
    assert planned.findings == lint(planned.cycles, planned.boards, DAYS)


# asking


def test_the_first_cycle_by_a_date_is_met_on_the_day() -> None:
    """A submission on the day itself is in; a day later it is the next cycle's."""
    assert YEAR.first_cycle_by("pmo_submission", date(2024, 10, 14)) == "2024-11"
    assert YEAR.first_cycle_by("pmo_submission", date(2024, 10, 15)) == "2024-12"
    assert YEAR.first_cycle_by("pmo_submission", date(2025, 2, 4)) is None
    assert YEAR.first_cycle_by("committee", date(2024, 7, 1)) == "2024-08"


def test_cycles_follow_one_another_by_submission() -> None:
    """The cycle after July 2024 is August, and after the last there is none."""
    assert YEAR.cycle_after(CycleId("2024-07")) == "2024-08"
    assert YEAR.cycle_after(CycleId("2025-03")) is None
    assert YEAR.cycle_after(CycleId("2031-01")) is None


@pytest.mark.parametrize(
    ("committee", "board"),
    [
        (date(2024, 8, 29), "board/2024-10-16"),
        (date(2024, 10, 21), "board/2024-11-13"),
        (date(2024, 12, 16), "board/2025-01-22"),
        (date(2025, 1, 13), "board/2025-01-22"),
    ],
)
def test_the_next_board_is_ordinary_and_can_still_carry_the_case(committee: date, board: str) -> None:
    """Carried from the committee's day, a case goes to the first ordinary Board whose agenda is not yet due."""
    found = YEAR.next_sitting(BOARD, committee, carried_by=committee)
    assert found is not None
    assert found.id == board


def test_a_board_whose_agenda_falls_due_first_is_found_by_an_earlier_day() -> None:
    """Carried by 27 August 2024, a case may be listed to the Board of 4 September, after the committee of 29 August."""
    found = YEAR.next_sitting(BOARD, date(2024, 8, 29), carried_by=date(2024, 8, 27))
    assert found is not None
    assert found.on == date(2024, 9, 4)


def test_an_extraordinary_sitting_is_found_only_when_asked_for() -> None:
    """The extraordinary Board of 13 December 2024 takes nothing by itself."""
    ordinary = YEAR.next_sitting(BOARD, date(2024, 12, 1), carried_by=date(2024, 12, 1))
    either = YEAR.next_sitting(BOARD, date(2024, 12, 1), carried_by=date(2024, 12, 1), extraordinary=True)
    assert ordinary is not None
    assert either is not None
    assert (ordinary.on, either.on) == (date(2025, 1, 22), date(2024, 12, 13))


# adding


def test_a_board_is_added_with_its_lawful_agenda_day() -> None:
    """An added Board's agenda is due on the last day that leaves five clear working days."""
    held = done(YEAR, AddSitting(BOARD, date(2025, 5, 14))).sitting(SittingId("board/2025-05-14"))
    assert held is not None
    assert (held.agenda_due, held.kind, held.cycle, held.convened) == (date(2025, 5, 6), "ordinary", None, None)


def test_a_committee_added_by_itself_has_a_cycle_with_its_own_side() -> None:
    """It brings the dates of its report, and no panel: no case is submitted to it."""
    calendar = done(YEAR, AddSitting(COMMITTEE, date(2024, 12, 19)))
    assert set(dates(calendar, "2024-12b")) == {
        "draft_report",
        "legal_finance_review",
        "executive_director_review",
        "agenda_publication",
        "committee",
    }
    assert calendar.sitting_of(COMMITTEE, CycleId("2024-12b")) is not None
    assert calendar.first_cycle_by("pmo_submission", date(2024, 10, 15)) == "2024-12"
    assert calendar.cycle_after(CycleId("2024-12")) == "2025-01"


def test_a_committee_is_added_to_the_cycle_that_has_none() -> None:
    """July 2024 gets its committee; the dates of its panel stay as they stand."""
    calendar = done(YEAR, AddSitting(COMMITTEE, date(2024, 8, 12), cycle=CycleId("2024-07")), date(2024, 7, 1))
    assert {n: on for n, on in dates(calendar, "2024-07").items() if n in dates(YEAR, "2024-07")} == dates(
        YEAR, "2024-07"
    )
    assert dates(calendar, "2024-07")["agenda_publication"] == date(2024, 8, 2)
    assert proposals(calendar, date(2024, 7, 1)) == ()


def test_a_sitting_fits_its_cycle_or_is_refused() -> None:
    """A cycle that has a committee gets no second, an unknown cycle gets nothing, a Board sits outside the cycles."""
    day = date(2024, 11, 20)
    assert refused(YEAR, AddSitting(COMMITTEE, day, cycle=CycleId("2024-11"))) == ["fits_its_cycle"]
    assert refused(YEAR, AddSitting(COMMITTEE, day, cycle=CycleId("2030-11"))) == ["fits_its_cycle"]
    assert refused(YEAR, AddSitting(BOARD, day, cycle=CycleId("2024-07"))) == ["fits_its_cycle"]
    assert refused(YEAR, AddSitting(BOARD, date(2024, 11, 13))) == ["body_free"]
    assert refused(YEAR, AddSitting(BodyId("The Board"), day)) == ["body_named"]


def test_an_extraordinary_sitting_at_short_notice_has_its_agenda_due_when_it_is_convened() -> None:
    """Convened on Friday for the next Wednesday, its agenda is due that Friday, and that is lawful."""
    calendar = done(YEAR, AddSitting(BOARD, date(2024, 11, 6), SittingKind.EXTRAORDINARY), AUTUMN)
    held = calendar.sitting(SittingId("board/2024-11-06"))
    assert held is not None
    assert held.agenda_due == held.convened == AUTUMN
    assert unlawful(calendar, AUTUMN) == ()
    committee = done(YEAR, AddSitting(COMMITTEE, date(2024, 11, 6), SittingKind.EXTRAORDINARY), AUTUMN)
    assert dates(committee, "2024-11b") == {"agenda_publication": AUTUMN, "committee": date(2024, 11, 6)}


def test_an_ordinary_sitting_added_too_late_carries_nothing_new() -> None:
    """Its agenda day is the lawful one, although it has passed: no case can be carried to it."""
    calendar = done(YEAR, AddSitting(BOARD, date(2024, 11, 6)), AUTUMN)
    found = calendar.next_sitting(BOARD, AUTUMN, carried_by=AUTUMN)
    assert found is not None
    assert found.on == date(2024, 11, 13)


# moving and cancelling


def test_a_moved_committee_keeps_its_id_and_its_report_dates_follow() -> None:
    """Moved three days on, the committee's own dates move with it; the panel's side is left alone."""
    moved = done(YEAR, MoveSitting(NOVEMBER, date(2024, 11, 28), BECAUSE))
    was, now = dates(YEAR, "2024-11"), dates(moved, "2024-11")
    assert now == {**was, **{n: on for n, on in derive(date(2024, 11, 28), DAYS).items() if n in list(was)[4:]}}
    sitting = moved.sitting(NOVEMBER)
    assert sitting is not None
    assert (sitting.on, sitting.agenda_due) == (date(2024, 11, 28), date(2024, 11, 20))
    assert proposals(moved, AUTUMN) == ()


def test_a_moved_committee_leaves_dates_that_have_passed() -> None:
    """On 12 November the draft and the legal review of 5 and 11 November have passed, and stand."""
    moved = dates(done(YEAR, MoveSitting(NOVEMBER, date(2024, 12, 2), BECAUSE), date(2024, 11, 12)), "2024-11")
    assert (moved["draft_report"], moved["legal_finance_review"]) == (date(2024, 11, 5), date(2024, 11, 11))
    assert (moved["executive_director_review"], moved["agenda_publication"]) == (
        date(2024, 11, 20),
        date(2024, 11, 22),
    )


def test_a_date_of_today_has_not_passed() -> None:
    """A date-only deadline is met until midnight: on its own day it still moves with the committee."""
    moved = dates(done(YEAR, MoveSitting(NOVEMBER, date(2024, 12, 2), BECAUSE), date(2024, 11, 11)), "2024-11")
    assert moved["legal_finance_review"] == date(2024, 11, 18)


def test_a_moved_panel_takes_its_own_side_with_it() -> None:
    """The panel's submission, agenda and Chief Executive dates follow it, explained; the committee's side stands."""
    panel = SittingId("investment_panel/2025-03")
    moved = done(YEAR, MoveSitting(panel, date(2025, 2, 18), BECAUSE))
    was, now = dates(YEAR, "2025-03"), dates(moved, "2025-03")
    assert (now["pmo_submission"], now["panel_agenda"], now["panel"], now["ceo_submission"]) == (
        date(2025, 2, 6),
        date(2025, 2, 11),
        date(2025, 2, 18),
        date(2025, 2, 25),
    )
    assert list(now.items())[4:] == list(was.items())[4:]
    held, sitting = moved.cycle(CycleId("2025-03")), moved.sitting(panel)
    assert held is not None
    assert sitting is not None
    assert {name for name, _ in held.exceptions} == {"pmo_submission", "panel_agenda", "panel", "ceo_submission"}
    assert sitting.agenda_due == date(2025, 2, 11)
    assert proposals(moved, AUTUMN) == ()


def test_a_moved_board_keeps_its_id() -> None:
    """The Board of 13 November held on the 20th is still that Board, with a later agenda day."""
    moved = done(YEAR, MoveSitting(SittingId("board/2024-11-13"), date(2024, 11, 20), BECAUSE))
    sitting = moved.sitting(SittingId("board/2024-11-13"))
    assert sitting is not None
    assert (sitting.on, sitting.agenda_due) == (date(2024, 11, 20), date(2024, 11, 12))
    again = done(moved, AddSitting(BOARD, date(2024, 11, 13)))
    assert again.sitting(SittingId("board/2024-11-13b")) is not None


@pytest.mark.parametrize(
    ("command", "on", "broken"),
    [
        (MoveSitting(NOVEMBER, date(2024, 11, 28), BECAUSE), date(2024, 11, 26), ["sitting_to_come"]),
        (CancelSitting(NOVEMBER, BECAUSE), date(2024, 11, 26), ["sitting_to_come"]),
        (MoveSitting(NOVEMBER, date(2024, 10, 31), BECAUSE), AUTUMN, ["moved_ahead"]),
        (MoveSitting(NOVEMBER, date(2024, 11, 25), BECAUSE), AUTUMN, ["moved_ahead"]),
        (MoveSitting(NOVEMBER, date(2024, 12, 16), BECAUSE), AUTUMN, ["day_free"]),
        (MoveSitting(NOVEMBER, date(2040, 12, 16), BECAUSE), AUTUMN, ["years_known"]),
        (MoveSitting(NOVEMBER, date(2024, 11, 28), Text("")), AUTUMN, ["reason_given"]),
        (MoveSitting(SittingId("tea/2024-11"), date(2024, 11, 28), BECAUSE), AUTUMN, ["sitting_known"]),
        (CancelSitting(SittingId("tea/2024-11"), Text("")), AUTUMN, ["sitting_known", "reason_given"]),
    ],
)
def test_a_sitting_is_moved_or_cancelled_only_ahead(command: Any, on: date, broken: list[str]) -> None:
    """What has passed stands; a sitting moves to another free day to come, with a reason."""
    assert refused(YEAR, command, on) == broken


def test_a_sitting_may_be_cancelled_on_its_own_day() -> None:
    """A meeting called off in the morning is cancelled, not past."""
    assert events(YEAR, CancelSitting(NOVEMBER, BECAUSE), date(2024, 11, 25))


def test_a_cancelled_committee_takes_nothing_and_leaves_its_panel_alone() -> None:
    """Its cases go to the next committee; its cycle still takes submissions to the panel."""
    cancelled = done(YEAR, CancelSitting(NOVEMBER, BECAUSE))
    found = cancelled.next_sitting(COMMITTEE, AUTUMN, carried_by=AUTUMN)
    assert found is not None
    assert found.id == "investment_committee/2024-12"
    assert cancelled.first_cycle_by("agenda_publication", AUTUMN) == "2024-11"
    assert dates(cancelled, "2024-11") == dates(YEAR, "2024-11")
    assert ("2024-11", "no_committee") in {(f.cycle, f.code) for f in lint_standing(cancelled)}
    assert refused(cancelled, MoveSitting(NOVEMBER, date(2024, 11, 28), BECAUSE)) == ["sitting_held"]


def test_a_cancelled_panel_closes_its_cycle_to_submissions() -> None:
    """A case that would have joined December's panel joins January's."""
    cancelled = done(YEAR, CancelSitting(SittingId("investment_panel/2024-12"), BECAUSE))
    assert cancelled.first_cycle_by("pmo_submission", date(2024, 10, 15)) == "2025-01"
    assert cancelled.cycle_after(CycleId("2024-11")) == "2025-01"
    assert cancelled.sitting_of(COMMITTEE, CycleId("2024-12")) == YEAR.sitting_of(COMMITTEE, CycleId("2024-12"))


# days and periods

FUNERAL = date(2022, 9, 19)
PROCLAIMED = date(2022, 9, 10)


def autumn_2022() -> Calendar:
    """Cycles planned before the State Funeral was proclaimed, over the bank holidays known then."""
    known_then = frozenset(england() - {FUNERAL})
    planned = PlanCalendar((date(2022, 9, 26), date(2022, 10, 24)), (PublishedBoard(date(2022, 9, 21)),))
    return done(blank(known_then), planned, date(2022, 5, 2))


def test_a_day_closed_late_is_proposed_and_not_imposed() -> None:
    """The dates that stand are untouched; what is not past is proposed a working day earlier."""
    before = autumn_2022()
    closed = done(before, CloseDay(FUNERAL, BECAUSE), PROCLAIMED)
    assert closed.cycles == before.cycles
    found = {(one.cycle, one.key_date): (one.stands, one.proposed) for one in proposals(closed, PROCLAIMED)}
    assert found["2022-09", "agenda_publication"] == (date(2022, 9, 16), date(2022, 9, 15))
    assert found["2022-09", "executive_director_review"] == (date(2022, 9, 14), date(2022, 9, 13))
    assert ("2022-09", "legal_finance_review") not in found, "9 September has passed"
    assert not {key for _, key in found} & {"panel_agenda", "committee"}


def test_what_is_no_longer_lawful_is_raised() -> None:
    """The committee's agenda and the Board's would leave four clear working days."""
    closed = done(autumn_2022(), CloseDay(FUNERAL, BECAUSE), PROCLAIMED)
    raised = {one.sitting: (one.key_date, one.stands, one.lawful) for one in unlawful(closed, PROCLAIMED)}
    assert raised == {
        "board/2022-09-21": (BOARD_AGENDA, date(2022, 9, 13), date(2022, 9, 12)),
        "investment_committee/2022-09": ("agenda_publication", date(2022, 9, 16), date(2022, 9, 15)),
    }


def test_an_agenda_that_went_out_early_is_still_lawful() -> None:
    """Judged by the day it was published on, not the day it was due."""
    closed = done(autumn_2022(), CloseDay(FUNERAL, BECAUSE), PROCLAIMED)
    out = {
        SittingId("board/2022-09-21"): date(2022, 9, 9),
        SittingId("investment_committee/2022-09"): date(2022, 9, 16),
    }
    assert [one.sitting for one in unlawful(closed, PROCLAIMED, out)] == ["investment_committee/2022-09"]


def test_a_person_confirms_what_was_proposed() -> None:
    """Accepted, the dates stand by the rule, nothing is proposed again, and everything is lawful."""
    calendar = done(autumn_2022(), CloseDay(FUNERAL, BECAUSE), PROCLAIMED)
    for one in proposals(calendar, PROCLAIMED):
        command: Any = accept(one.cycle, **{one.key_date: one.proposed})
        if one.sitting:
            command = AcceptAgendaDue(one.sitting, one.proposed, BECAUSE)
        calendar = done(calendar, command, PROCLAIMED)
    assert proposals(calendar, PROCLAIMED) == ()
    assert unlawful(calendar, PROCLAIMED) == ()
    committee = calendar.sitting(SittingId("investment_committee/2022-09"))
    assert committee is not None
    assert committee.agenda_due == date(2022, 9, 15)


def test_keeping_a_date_with_a_reason_ends_the_proposal() -> None:
    """A date a person keeps is an explained exception, and is never proposed again."""
    calendar = done(autumn_2022(), CloseDay(FUNERAL, BECAUSE), PROCLAIMED)
    kept = done(calendar, accept("2022-09", executive_director_review=date(2022, 9, 14)), PROCLAIMED)
    assert ("2022-09", "executive_director_review") not in {(p.cycle, p.key_date) for p in proposals(kept, PROCLAIMED)}
    held = kept.cycle(CycleId("2022-09"))
    assert held is not None
    assert held.reason("executive_director_review") == BECAUSE


def test_an_agenda_already_out_is_never_proposed_anew() -> None:
    """Nor are the steps that led to it; other sittings' dates still are."""
    closed = done(autumn_2022(), CloseDay(FUNERAL, BECAUSE), PROCLAIMED)
    out = frozenset({SittingId("investment_committee/2022-09"), SittingId("board/2022-09-21")})
    left = proposals(closed, PROCLAIMED, out)
    assert {one.cycle for one in left} <= {"2022-10"}


def test_a_past_date_is_neither_moved_nor_proposed() -> None:
    """On the day after the agenda went out nothing of that cycle is left to propose."""
    closed = done(autumn_2022(), CloseDay(FUNERAL, BECAUSE), date(2022, 9, 17))
    assert not [one for one in proposals(closed, date(2022, 9, 17)) if one.cycle == "2022-09"]


def test_an_unexplained_difference_is_not_put_right_by_another_days_closure() -> None:
    """Closing a day in September 2024 proposes nothing for January 2025, where the published dates differ."""
    closed = done(YEAR, CloseDay(date(2024, 9, 25), BECAUSE), date(2024, 9, 2))
    assert "2025-01" not in {one.cycle for one in proposals(closed, date(2024, 9, 2))}
    assert "2024-09" in {one.cycle for one in proposals(closed, date(2024, 9, 2))}


def test_a_day_closed_and_reopened_leaves_nothing_to_propose() -> None:
    """Taking a closure back takes its proposals back."""
    closed = done(YEAR, CloseDay(date(2024, 11, 20), BECAUSE))
    assert proposals(closed, AUTUMN)
    assert proposals(done(closed, ReopenDay(date(2024, 11, 20), BECAUSE)), AUTUMN) == ()


def test_only_working_days_are_closed_and_only_weekdays_reopened() -> None:
    """A Sunday cannot be closed, nor a Saturday made a working day; a bank holiday may be worked."""
    assert refused(YEAR, CloseDay(date(2024, 11, 3), BECAUSE)) == ["day_open"]
    assert refused(YEAR, ReopenDay(date(2024, 11, 2), BECAUSE)) == ["weekday_closed"]
    assert refused(YEAR, ReopenDay(date(2024, 11, 4), BECAUSE)) == ["weekday_closed"]
    assert refused(YEAR, CloseDay(date(2024, 11, 4), Text(""))) == ["reason_given"]
    assert done(YEAR, ReopenDay(date(2024, 12, 26), BECAUSE)).days.is_open(date(2024, 12, 26))


def test_a_restricted_period_warns_until_it_is_released() -> None:
    """It is dated and per body; released, the warning is gone."""
    span = (COMMITTEE, date(2024, 11, 20), date(2024, 11, 30), Restriction.PRE_ELECTION, BECAUSE)
    restricted = done(YEAR, RestrictPeriod(*span))
    new = set(lint_standing(restricted)) - set(lint_standing(YEAR))
    assert [(one.code, one.cycle) for one in new] == [("restricted_period", "2024-11")]
    assert restricted.restricted == (RestrictedPeriod(*span[:4]),)
    assert refused(restricted, RestrictPeriod(*span)) == ["period_new"]
    assert done(restricted, ReleasePeriod(*span)) == YEAR
    assert refused(YEAR, ReleasePeriod(*span)) == ["period_restricted"]
    backwards = RestrictPeriod(None, date(2024, 12, 2), date(2024, 12, 1), Restriction.CLOSURE, BECAUSE)
    assert refused(YEAR, backwards) == ["period_ends_after_it_begins"]


# accepting dates


@pytest.mark.parametrize(
    ("command", "broken"),
    [
        (accept("2024-11", committee=date(2024, 11, 26)), ["committee_moved_as_a_sitting"]),
        (accept("2024-11", agenda_publication=date(2024, 11, 18)), ["agenda_lawful"]),
        (accept("2024-11", panel=date(2024, 11, 5)), ["dates_to_come"]),
        (accept("2024-11", draft_report=date(2024, 10, 31)), ["dates_to_come"]),
        (accept("2024-07", draft_report=date(2024, 11, 5)), ["dates_of_the_cycle"]),
        (accept("2024-11"), ["dates_of_the_cycle"]),
        (accept("2031-11", panel=date(2024, 11, 5)), ["cycle_known"]),
    ],
)
def test_dates_are_accepted_only_where_they_may_be(command: AcceptDates, broken: list[str]) -> None:
    """Not the committee's, not the past's, not an unlawful agenda's, and only what the cycle has."""
    assert refused(YEAR, command) == broken


def test_accepting_a_panels_day_moves_its_sitting() -> None:
    """The sitting keeps its id; a new agenda day goes with it where that was accepted too."""
    moved = events(YEAR, accept("2024-12", panel=date(2024, 11, 13), panel_agenda=date(2024, 11, 6)))
    assert [type(event) for event in moved] == [DatesAccepted, SittingMoved]
    sitting = after(YEAR, *moved).sitting(SittingId("investment_panel/2024-12"))
    assert sitting is not None
    assert (sitting.on, sitting.agenda_due) == (date(2024, 11, 13), date(2024, 11, 6))


def test_a_boards_agenda_day_is_accepted_only_if_lawful() -> None:
    """A Board's agenda may be due earlier, never later than the law allows, and a committee's is its cycle's."""
    board = SittingId("board/2024-11-13")
    held = done(YEAR, AcceptAgendaDue(board, date(2024, 11, 4), BECAUSE)).sitting(board)
    assert held is not None
    assert held.agenda_due == date(2024, 11, 4)
    assert refused(YEAR, AcceptAgendaDue(board, date(2024, 11, 6), BECAUSE)) == ["agenda_leaves_clear_days"]
    assert refused(YEAR, AcceptAgendaDue(board, date(2024, 10, 31), BECAUSE)) == ["agenda_to_come"]
    assert refused(YEAR, AcceptAgendaDue(NOVEMBER, date(2024, 11, 14), BECAUSE)) == ["outside_the_cycles"]


# schemes


def other_scheme(*offsets: tuple[str, int], **changes: Any) -> Scheme:
    """The first scheme with other offsets."""
    held = {"sits": CPCA_SCHEME.sits, "board": BOARD, **changes}
    return Scheme(CPCA_SCHEME.name, tuple((KeyDateName(name), n) for name, n in offsets), **held)


def test_a_scheme_changes_what_is_derived_from_then_on() -> None:
    """Dates that stand are not touched; the next cycle planned uses the new offset."""
    adopted = done(YEAR, AdoptScheme(other_scheme(("pmo_submission", -5)), BECAUSE))
    assert adopted.cycles == YEAR.cycles
    planned = done(adopted, PlanCalendar((date(2026, 5, 11),)))
    assert dates(planned, "2026-05")["pmo_submission"] == date(2026, 3, 25)


@pytest.mark.parametrize(
    ("scheme", "broken"),
    [
        (other_scheme(("pmo_submission", 3)), ["offsets_possible"]),
        (other_scheme(("pmo_submission", 0)), ["offsets_possible"]),
        (other_scheme(("committee", -3)), ["offsets_possible"]),
        (other_scheme(("tea", -3)), ["offsets_possible"]),
        (other_scheme(("panel", -400)), ["offsets_possible"]),
        (other_scheme(("agenda_publication", -4)), ["scheme_lawful"]),
        (other_scheme(board=COMMITTEE), ["bodies_distinct"]),
        (other_scheme(sits=()), ["bodies_distinct"]),
    ],
)
def test_a_scheme_that_cannot_work_is_refused(scheme: Scheme, broken: list[str]) -> None:
    """Offsets keep their direction and the law's five clear days; three bodies sit."""
    assert refused(YEAR, AdoptScheme(scheme, BECAUSE)) == broken


# previews and records


def test_a_closure_is_previewed_before_anything_is_stored() -> None:
    """What would be proposed, what would be unlawful and what would be found is known beforehand."""
    closing = events(YEAR, CloseDay(date(2024, 11, 20), BECAUSE))
    seen = consequences(YEAR, closing, AUTUMN)
    assert seen.proposals == proposals(after(YEAR, *closing), AUTUMN)
    assert [one.sitting for one in seen.unlawful] == [NOVEMBER]
    assert ("agenda_too_late", "2024-11") in {(one.code, one.cycle) for one in seen.findings}


def every_event() -> list[CalendarEvent]:
    """One history in which everything happens that can happen to a calendar."""
    calendar, told = blank(england()), list[CalendarEvent]()
    span = (None, date(2024, 12, 23), date(2025, 1, 1), Restriction.CLOSURE, BECAUSE)
    for command in (
        ImportCalendar(CYCLES, BOARDS),
        PlanCalendar((date(2025, 5, 12),), (PublishedBoard(date(2025, 5, 28)),)),
        AddSitting(COMMITTEE, date(2024, 11, 6), SittingKind.EXTRAORDINARY),
        MoveSitting(NOVEMBER, date(2024, 11, 28), BECAUSE),
        CancelSitting(SittingId("board/2024-12-13"), BECAUSE),
        CloseDay(date(2024, 12, 24), BECAUSE),
        ReopenDay(date(2024, 12, 24), BECAUSE),
        RestrictPeriod(*span),
        ReleasePeriod(*span),
        accept("2024-12", panel=date(2024, 11, 13)),
        accept("2024-12", panel_agenda=date(2024, 11, 6)),
        AcceptAgendaDue(SittingId("board/2024-11-13"), date(2024, 11, 4), BECAUSE),
        AdoptScheme(other_scheme(("panel", -24)), BECAUSE),
    ):
        new = events(calendar, command)
        calendar, told = after(calendar, *new), [*told, *new]
    return told


@pytest.mark.parametrize("kind", CalendarEvent.__args__, ids=lambda kind: kind.__name__)
def test_every_event_comes_back_from_its_stored_form(kind: type) -> None:
    """Strictly read from its JSON, every kind of event is the event that was written."""
    adapter = TypeAdapter(kind)
    held = [event for event in every_event() if type(event) is kind]
    assert held
    for event in held:
        assert adapter.validate_json(adapter.dump_json(event), strict=True) == event


def test_who_did_it_is_in_every_event() -> None:
    """Every event carries the hand of the person who did it."""
    assert {event.by for event in every_event()} == {CLERK}


@given(
    st.lists(st.dates(date(2019, 3, 1), date(2032, 12, 1)), min_size=1, max_size=4, unique=True),
    st.integers(1, 40),
)
def test_closing_a_day_and_accepting_every_proposal_leaves_nothing_open(committees: list[date], n: int) -> None:
    """Whatever the year and the day closed, one round of confirmations settles it and makes every agenda lawful."""
    today = min(min(derive(on, DAYS).values()) for on in committees)
    calendar = done(blank(england()), PlanCalendar(tuple(committees)), today)
    closing = calendar.days.add(min(committees), -n)
    calendar = done(calendar, CloseDay(closing, BECAUSE), today)
    for one in proposals(calendar, today):
        calendar = done(calendar, accept(one.cycle, **{one.key_date: one.proposed}), today)
    assert proposals(calendar, today) == ()
    assert unlawful(calendar, today) == ()


def test_an_import_is_one_event_a_cycle_and_one_a_sitting() -> None:
    """Each carries everything about itself, so that the record reads like the table."""
    told = events(blank(england()), ImportCalendar(CYCLES, BOARDS))
    assert [type(event) for event in told].count(CyclePublished) == 9
    assert [type(event) for event in told].count(SittingAdded) == 25
    folded = blank(england())
    for event in told:
        folded = evolve(folded, event)
    assert folded == YEAR
