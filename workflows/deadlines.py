"""What happens when a date has passed with nothing done: the enforcement table of SAF 3, one row each, and `tick`.

A deadline never publishes, gives notice, clears or decides. It rolls, marks late, raises, and lets a decision take
effect; each consequence carries the moment it was due, and is judged as of that moment however late it is acted on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import domain.decision.decide
import domain.report.decide
from domain.calendar.key_dates import KEY_DATES, KeyDateName, called, rank
from domain.calendar.state import Sitting
from domain.case import events
from domain.case.events import ListingReason
from domain.case.known import Known
from domain.case.moves import relisted, rolled_over
from domain.case.placing import sits, taken_off_the_board
from domain.case.state import (
    Approved,
    AwaitingDate,
    Deferred,
    InEffect,
    OnRoute,
    Returned,
    Review,
    UnderReview,
    review_of,
)
from domain.decision.commands import TakeEffect
from domain.decision.state import Effective, effective_at
from domain.people.offices import DEMOCRATIC_SERVICES, PMO
from domain.report.commands import MarkReportLate
from domain.report.rules import Known as ReportKnown
from domain.report.state import missed
from domain.routing.bodies import Body, Sort
from domain.routing.kinds import Capacity
from domain.rules import Asked
from domain.words import CLOCK, OfficeId, end_of, just_after, london_day, start_of
from workflows import streams
from workflows.acts.cases import known_for
from workflows.acts.papers import decision_known
from workflows.world import Dossier, World


@dataclass(frozen=True, slots=True)
class Due:
    """A moment at which something follows if nothing changes before; `key_date` names what has passed."""

    at: datetime
    deadline: str
    key_date: str

    def sort(self, case: str) -> str:
        """The order in which due moments are acted on: instant, then key-date order, then case."""
        return f"{self.at:%Y-%m-%dT%H:%M:%S}|{rank(self.key_date):02}|{case}|{self.deadline}"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One row of the table: what it says, when it is due for a case as it stands, and what it then does."""

    name: str
    says: str
    source: str
    when: Callable[[Dossier], Due | None]
    act: Callable[[World, Dossier, Due], None]


ENFORCEMENT = "SAF 3, enforcement [A]"


def _body(d: Dossier, review: Review) -> Body:
    return d.policy.body(review.step.body)


def _sitting(d: Dossier) -> Sitting | None:
    return d.calendar.sitting(d.case.review.sitting) if isinstance(d.case, OnRoute) and d.case.review.sitting else None


def next_raise(d: Dossier, key_date: str, passed: date) -> datetime:
    """The beginning of the next working day on which what has passed is raised again."""
    review = review_of(d.case)
    last = review.last_raised(KeyDateName(key_date)) if review else None
    return start_of(d.calendar.days.add(max(passed, last) if last else passed, 1))


def _raise(to: Callable[[Dossier], OfficeId]) -> Callable[[World, Dossier, Due], None]:
    def act(world: World, d: Dossier, due: Due) -> None:
        raised = events.Raised(KeyDateName(due.key_date), to(d), london_day(due.at), due.at)
        world.add(streams.case_stream(d.id), (raised,), CLOCK)

    return act


def _present_office(d: Dossier) -> OfficeId:
    assert isinstance(d.case, OnRoute)
    return _body(d, d.case.review).recorded_by


def _asked(world: World, d: Dossier) -> Asked[Any, None, Known]:
    return Asked(d.case, None, CLOCK, world.at, known_for(world, d.id, CLOCK))


def _panel_list_closes(d: Dossier) -> Due | None:
    if not isinstance(d.case, UnderReview | Returned | Deferred):
        return None
    review = d.case.review
    panel_waits = review.resumes_at is None or review.resumes_at <= 1
    if review.cycle is None or review.step.capacity is not Capacity.TRIAGE or not panel_waits:
        return None
    closes = d.calendar.date(review.cycle, "panel" if review.kept else "panel_agenda")
    return Due(end_of(closes), "roll_over", "panel_agenda") if closes else None


def _roll_over(world: World, d: Dossier, due: Due) -> None:
    world.add(streams.case_stream(d.id), rolled_over(_asked(world, d), due.at), CLOCK)


def _panel_agenda_absent(d: Dossier) -> Due | None:
    sitting = _sitting(d)
    if sitting is None or not isinstance(d.case, OnRoute) or _body(d, d.case.review).acts_by != "panel":
        return None
    raised = d.case.review.last_raised(KeyDateName("panel_agenda"))
    if d.meeting.version > 0 or raised is not None:
        return None
    return Due(end_of(sitting.agenda_due), "panel_agenda_absent", "panel_agenda")


def _outcome_missing(d: Dossier) -> Due | None:
    sitting = _sitting(d)
    if sitting is None or not isinstance(d.case, OnRoute):
        return None
    key_date = _body(d, d.case.review).acts_by
    return Due(next_raise(d, key_date, sitting.on), "outcome_missing", key_date)


def _office_silent(d: Dossier) -> Due | None:
    if not isinstance(d.case, UnderReview | Deferred):
        return None
    review = d.case.review
    body = _body(d, review)
    if sits(body) or review.step.capacity is Capacity.TRIAGE or review.cycle is None:
        return None
    by = d.calendar.date(review.cycle, body.acts_by)
    return Due(
        next_raise(d, body.acts_by, max(by, review.since) if by else review.since), "office_silent", body.acts_by
    )


REPORT_DATES = ("draft_report", "legal_finance_review", "executive_director_review")


def _report_late(key_date: str) -> Callable[[Dossier], Due | None]:
    def when(d: Dossier) -> Due | None:
        sitting = _sitting(d)
        if sitting is None or sitting.cycle is None or not isinstance(d.case, OnRoute):
            return None
        by = d.calendar.date(sitting.cycle, key_date)
        if by is None or _body(d, d.case.review).sort is not Sort.MEMBERS:
            return None
        clock = _clock_of(key_date)
        at = just_after(by, clock) if clock else end_of(by)
        marked = (key_date, at) in d.report.beside.marks
        if marked or not missed(d.report, KeyDateName(key_date), at):
            return None
        return Due(at, f"late_{key_date}", key_date)

    return when


def _clock_of(key_date: str) -> time | None:
    return next((row.by for row in KEY_DATES if row.name == key_date), None)


def _mark_late(world: World, d: Dossier, due: Due) -> None:
    command = MarkReportLate(d.id, KeyDateName(due.key_date), due.at)
    known = ReportKnown((), under_way=True, writes=False, officer_concerned=False)
    facts = domain.report.decide.mark_report_late(Asked(d.report, command, CLOCK, world.at, known))
    world.add(streams.report_stream(d.id), facts, CLOCK)


def _agenda_missed(d: Dossier) -> Due | None:
    sitting = _sitting(d)
    if sitting is None or not isinstance(d.case, OnRoute):
        return None
    review = d.case.review
    if _body(d, review).sort is not Sort.MEMBERS or d.meeting.carries(d.id) or review.urgency == sitting.id:
        return None
    return Due(end_of(sitting.agenda_due), "agenda_missed", "agenda_publication")


def _to_the_next_sitting(world: World, d: Dossier, due: Due) -> None:
    facts = relisted(_asked(world, d), ListingReason.AGENDA_MISSED)
    world.add(streams.case_stream(d.id), facts, CLOCK)


def _board_agenda_missed(d: Dossier) -> Due | None:
    if not isinstance(d.case, OnRoute) or d.case.review.subject_to is None:
        return None
    board = d.calendar.sitting(d.case.review.subject_to)
    if board is None or d.ahead.carries(d.id):
        return None
    return Due(end_of(board.agenda_due), "board_agenda_missed", "board")


def _off_the_board(world: World, d: Dossier, due: Due) -> None:
    assert isinstance(d.case, OnRoute)
    world.add(streams.case_stream(d.id), taken_off_the_board(d.case.review, CLOCK), CLOCK)


def _window_closes(d: Dossier) -> Due | None:
    if not isinstance(d.case, Approved) or isinstance(d.decision, Effective):
        return None
    at = effective_at(d.decision, d.calendar.days, d.policy.settings.call_in_clear_days)
    return Due(at, "takes_effect", "effect") if at else None


def _take_effect(world: World, d: Dossier, due: Due) -> None:
    asked = Asked(d.decision, TakeEffect(d.id), CLOCK, world.at, decision_known(world, d.id))
    world.add(streams.decision_stream(d.id), domain.decision.decide.take_effect(asked), CLOCK)


def _still_awaits(d: Dossier) -> Due | None:
    if not isinstance(d.case, AwaitingDate):
        return None
    key_date = _body(d, d.case.review).acts_by
    return Due(next_raise(d, key_date, d.case.since), "awaits_date", key_date)


def _who_finds_dates(d: Dossier) -> OfficeId:
    assert isinstance(d.case, OnRoute)
    return DEMOCRATIC_SERVICES if _body(d, d.case.review).sort is Sort.MEMBERS else PMO


def _may_lapse(d: Dossier) -> Due | None:
    if not isinstance(d.case, Returned):
        return None
    until = d.case.returned_on + timedelta(days=d.policy.settings.lapse_after_days)
    return Due(next_raise(d, "lapse", until), "may_lapse", "lapse")


def _condition_due(d: Dossier) -> Due | None:
    if not isinstance(d.case, Approved | InEffect):
        return None
    open_by = [condition.due for condition in d.case.conditions if condition]
    return Due(next_raise(d, "condition", min(open_by)), "condition_due", "condition") if open_by else None


DEADLINES: tuple[Deadline, ...] = (
    Deadline(
        "roll_over",
        "When a panel's list closes, a case that is not accepted goes to the next cycle, with whose lateness that was",
        ENFORCEMENT,
        _panel_list_closes,
        _roll_over,
    ),
    Deadline(
        "panel_agenda_absent",
        "A panel agenda that is not out by its date is raised to the PMO; it does not stop the panel",
        ENFORCEMENT,
        _panel_agenda_absent,
        _raise(lambda d: PMO),
    ),
    Deadline(
        "outcome_missing",
        "A sitting that passed with no outcome recorded is raised each working day to the office that records it",
        ENFORCEMENT,
        _outcome_missing,
        _raise(_present_office),
    ),
    Deadline(
        "office_silent",
        "A case an officer has not decided by the date to decide by is raised each working day",
        ENFORCEMENT,
        _office_silent,
        _raise(_present_office),
    ),
    *(
        Deadline(
            f"late_{name}",
            f"A report not cleared by the date of {called(name)} is marked late, and the next office told",
            ENFORCEMENT,
            _report_late(name),
            _mark_late,
        )
        for name in REPORT_DATES
    ),
    Deadline(
        "agenda_missed",
        "An item not published when the agenda fell due goes to the body's next sitting, "
        "unless it waits for the chair's urgency ruling",
        ENFORCEMENT,
        _agenda_missed,
        _to_the_next_sitting,
    ),
    Deadline(
        "board_agenda_missed",
        "A case listed to the Board ahead of its committee, and not published in time, comes off that Board",
        ENFORCEMENT,
        _board_agenda_missed,
        _off_the_board,
    ),
    Deadline(
        "takes_effect",
        "A decision takes effect when its call-in window has closed",
        "SAF 4, call-in",
        _window_closes,
        _take_effect,
    ),
    Deadline(
        "awaits_date",
        "While a case awaits a date, those who can add one are told each working day",
        "SAF 2, deferred",
        _still_awaits,
        _raise(_who_finds_dates),
    ),
    Deadline(
        "may_lapse",
        "A returned case not resubmitted in the time allowed is raised to the PMO, which may close it",
        "SAF 2, returned [A]",
        _may_lapse,
        _raise(lambda d: PMO),
    ),
    Deadline(
        "condition_due",
        "A condition that is not discharged by its date is raised each working day",
        "SAF 2, conditions",
        _condition_due,
        _raise(lambda d: PMO),
    ),
)

BY_NAME = {deadline.name: deadline for deadline in DEADLINES}


def dues(dossier: Dossier) -> Iterator[Due]:
    """Every moment at which something will follow for a case as it now stands."""
    for deadline in DEADLINES:
        due = deadline.when(dossier)
        if due is not None:
            yield due


def act_on(world: World, dossier: Dossier, due: Due) -> None:
    """Do what a due moment does, if the case still stands so that it is due."""
    deadline = BY_NAME[due.deadline]
    if deadline.when(dossier) == due:
        deadline.act(world, dossier, due)
