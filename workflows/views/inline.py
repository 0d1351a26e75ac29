"""The rows kept in the same transaction as the facts they show: due list, inbox, case list, and lookups."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from domain.case.placing import due_date, sits
from domain.case.state import (
    Approved,
    AwaitingDate,
    Draft,
    InEffect,
    OnRoute,
    Returned,
    Undecided,
    review_of,
    standing,
)
from domain.decision.state import NotMade, published_on
from domain.people.offices import DEMOCRATIC_SERVICES, PMO
from domain.report.clearings import BY_CLEARER
from domain.routing.bodies import Sort
from domain.words import CLOCK, CaseId, SittingId
from workflows.acts.cases import known_for
from workflows.deadlines import dues
from workflows.ports import Ledger, Row
from workflows.world import Dossier, World

NO_DATE = "9999-12-31"
"""Sorts what has no date behind everything that has one."""


def rows_of(world: World, id: CaseId) -> tuple[Row, ...]:
    """Every inline row that a case owns, as it now stands."""
    dossier = world.dossier(id)
    return (
        _summary(world, dossier),
        *_lookups(dossier),
        *_due(dossier),
        *_waiting(world, dossier),
    )


def rows_of_sitting(world: World, id: SittingId) -> tuple[Row, ...]:
    """The inline rows a sitting owns: a cancelled one whose agenda was out still owes the public a notice."""
    sitting, meeting = world.calendar.sitting(id), world.meeting(id)
    if sitting is None or not sitting.cancelled or meeting.version == 0 or meeting.cancellation_noticed:
        return ()
    body = {
        "case": None,
        "reference": id,
        "what": "publish the notice that the meeting is cancelled",
        "by": sitting.on.isoformat(),
        "kind": "sitting",
    }
    sort = f"{sitting.on.isoformat()}|{id}"
    who = f"office:{DEMOCRATIC_SERVICES}"
    subject = f"meeting-{id}"
    return (
        Row("owed", "", sort, subject, {**body, "who": who}),
        Row("waiting", who, sort, subject, body),
    )


Progress = Callable[[int, int], None]
"""Told how many of how many cases have been worked out."""


def silent(done: int, of: int) -> None:
    """Tells nobody."""


def rows_as_of(ledger: Ledger, bank_holidays: frozenset[date], until: datetime, progress: Progress) -> list[Row]:
    """The inline rows of every case as the ledger knew them at an instant, worked out again from the facts."""
    world = World(ledger, bank_holidays, until, until=until, past=tuple)
    ids = sorted({CaseId(r.stream[5:]) for r in ledger.everything(until=until) if r.stream.startswith("case-")})
    rows: list[Row] = []
    for done, id in enumerate(ids, start=1):
        rows.extend(rows_of(world, id))
        progress(done, len(ids))
    for sitting in world.calendar.sittings:
        rows.extend(rows_of_sitting(world, sitting))
    return sorted(rows, key=lambda row: (row.view, row.group, row.sort))


def _subject(id: CaseId) -> str:
    return f"case-{id}"


def _summary(world: World, d: Dossier) -> Row:
    identity = d.case.file.identity
    review = review_of(d.case)
    on_route = d.case.review if isinstance(d.case, OnRoute) else None
    due = due_date(on_route.step, on_route, known_for(world, d.id, CLOCK)) if on_route else None
    body = {
        "case": d.id,
        "reference": identity.reference,
        "kind": identity.kind.value,
        "standing": standing(d.case),
        "cycle": review.cycle if review else None,
        "before": on_route.step.body if on_route else None,
        "due": due.isoformat() if due else None,
        "figure": review.route.figure if review else None,
        "project": identity.project,
        "authors": sorted(d.case.file.authors),
    }
    return Row("cases", "", identity.reference, _subject(d.id), body)


def _lookups(d: Dossier) -> Iterator[Row]:
    file = d.case.file
    reference = file.identity.reference
    body = {"case": d.id, "reference": reference}
    yield Row("reference", reference, reference, _subject(d.id), body)
    if isinstance(d.case, Undecided):
        yield Row("open", "", reference, _subject(d.id), body)
        for person in sorted({*file.authors, *({file.sponsor} if file.sponsor else set())}):
            yield Row("writes", person, reference, _subject(d.id), body)
    if file.entry and file.entry[1]:
        yield Row("rests_on", file.entry[1], reference, _subject(d.id), body)
    if file.identity.project:
        yield Row("of_project", file.identity.project, reference, _subject(d.id), body)
    on_route = d.case.review if isinstance(d.case, OnRoute) else None
    for sitting in (on_route.sitting, on_route.subject_to) if on_route else ():
        if sitting:
            yield Row("listed", sitting, reference, _subject(d.id), body)


def _due(d: Dossier) -> Iterator[Row]:
    for due in dues(d):
        body = {"case": d.id, "at": due.at.isoformat(), "deadline": due.deadline, "key_date": due.key_date}
        yield Row("due", "", due.sort(d.case.file.identity.reference), _subject(d.id), body)


def _waiting(world: World, d: Dossier) -> Iterator[Row]:
    for group, what, by in _waits(world, d):
        reference = d.case.file.identity.reference
        body = {
            "case": d.id,
            "reference": reference,
            "what": what,
            "by": by.isoformat() if by else None,
            "kind": d.case.file.identity.kind.value,
        }
        yield Row(
            "owed",
            "",
            f"{by.isoformat() if by else NO_DATE}|{reference}|{group}|{what}",
            _subject(d.id),
            {**body, "who": group},
        )
        yield Row("waiting", group, f"{by.isoformat() if by else NO_DATE}|{reference}|{what}", _subject(d.id), body)


def _waits(world: World, d: Dossier) -> Iterator[tuple[str, str, date | None]]:
    """Who has something to do with the case now: office or person, what it is, and by when."""
    case = d.case
    if isinstance(case, Draft | Returned):
        closes = (
            d.calendar.date(case.review.cycle, "panel_agenda")
            if isinstance(case, Returned) and case.review.cycle
            else None
        )
        for author in sorted(case.file.authors):
            yield (
                f"person:{author}",
                "write and submit" if isinstance(case, Draft) else "answer the feedback and resubmit",
                closes,
            )
        if isinstance(case, Draft) and case.file.shared:
            yield f"office:{PMO}", "comment on the draft", None
    if isinstance(case, Undecided):
        for question in case.file.questions:
            if question.answer is None:
                yield f"service:{question.service}", "answer the engagement question", question.answer_by
    if isinstance(case, AwaitingDate):
        body = d.policy.body(case.review.step.body)
        office = DEMOCRATIC_SERVICES if body.sort is Sort.MEMBERS else PMO
        yield f"office:{office}", f"add a date for {body.name}", None
    elif isinstance(case, OnRoute):
        yield from _at_a_step(world, d)
    if (
        isinstance(case, Approved | InEffect)
        and not isinstance(d.decision, NotMade)
        and published_on(d.decision) is None
    ):
        yield f"office:{DEMOCRATIC_SERVICES}", "publish the decision", None
    if isinstance(case, Approved | InEffect):
        for number, condition in enumerate(case.conditions, start=1):
            if condition:
                yield f"person:{condition.owner}", f"discharge condition {number}", condition.due


def _at_a_step(world: World, d: Dossier) -> Iterator[tuple[str, str, date | None]]:
    assert isinstance(d.case, OnRoute)
    review = d.case.review
    body = d.policy.body(review.step.body)
    by = due_date(review.step, review, known_for(world, d.id, CLOCK))
    words = f"record the outcome of {body.name}" if sits(body) else review.step.capacity.value
    yield f"office:{body.recorded_by}", words, by
    if body.sort is not Sort.MEMBERS or not review.sitting:
        return
    sitting = d.calendar.sitting(review.sitting)
    if sitting and not d.meeting.carries(d.id):
        yield f"office:{DEMOCRATIC_SERVICES}", f"publish the agenda of {body.name}", sitting.agenda_due
    cycle = sitting.cycle if sitting else None
    for clearer in d.report.waiting_for:
        clearing = BY_CLEARER[clearer]
        yield (
            f"office:{clearing.office}",
            "clear the report",
            d.calendar.date(cycle, clearing.key_date) if cycle else None,
        )
    if d.report.waits_for_author:
        draft_by = d.calendar.date(cycle, "draft_report") if cycle else None
        for author in sorted(d.case.file.authors):
            yield f"person:{author}", "upload the committee report", draft_by
