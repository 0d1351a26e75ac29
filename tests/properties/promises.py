"""What must be true after any run whatever: each promise looks at a run that has been played, and asserts."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from domain.case import events, state
from domain.case.events import Outcome
from domain.case.placing import sits
from domain.decision.events import DecisionTookEffect
from domain.register import events as register
from domain.report.events import ReportMarkedLate
from domain.words import CLOCK, CaseId, start_of
from tests.properties.authority import house_over
from tests.properties.play import Play, facts
from workflows.handle import ActedOn

BY_THE_CLOCK = (
    events.RolledOver,
    events.Raised,
    events.MarkedLate,
    events.TakenOff,
    events.Listed,
    events.AwaitsDate,
    events.TookEffect,
    DecisionTookEffect,
    ReportMarkedLate,
    register.ProjectRegistered,
    register.BaselineSet,
    register.BaselineMoved,
    register.StageReached,
)
"""All that a due moment may add: it rolls, marks, raises, lets a decision take effect, and the register follows."""


def every_row(ledger: Any) -> list[str]:
    """Every inline row of a ledger in memory, whosesoever."""
    return sorted(repr(line) for owned in ledger.store._owned.values() for line in owned)


def states_kept_are_states_folded(play: Play) -> None:
    """Every state kept warm between commands equals the fold of its stream from the ledger."""
    afresh = house_over(play.ledger).world(play.at)
    for stream, (version, warm) in play.house._warm.items():
        assert warm == afresh.state(stream), stream
        assert version == afresh.read[stream] == play.ledger.version(stream), stream


def rows_kept_are_rows_rebuilt(play: Play) -> None:
    """Every inline row kept along the way equals the row worked out from the facts alone."""
    kept = every_row(play.ledger)
    house_over(play.ledger).rebuild(play.at)
    assert every_row(play.ledger) == kept


def nothing_is_left_overdue(play: Play) -> None:
    """After a tick no case has a due moment in the past, and none has the same one twice."""
    play.pass_until(play.at)
    rows = play.ledger.rows("due", "")
    assert [row for row in rows if datetime.fromisoformat(row.body["at"]) <= play.at] == []
    assert max(Counter((row.subject, row.sort) for row in rows).values(), default=1) == 1


def a_second_tick_adds_nothing(play: Play) -> None:
    """Ticking again at the same instant does nothing at all."""
    play.house.tick(play.at)
    head = play.ledger.head()
    assert play.house.tick(play.at) == ()
    assert play.ledger.head() == head


def the_clock_only_does_what_it_may(play: Play) -> None:
    """No due moment publishes, gives notice, clears or decides; where a hand is named, it is the clock's."""
    for moment in (moment for waking in play.wakings for moment in waking):
        for _, fact in moment.facts:
            assert isinstance(fact, BY_THE_CLOCK), f"the clock did {fact}"
            assert getattr(fact, "by", CLOCK) == CLOCK, fact


def moments_come_in_order(play: Play) -> None:
    """Within one waking, due moments are acted on in the order in which they were due, across all cases.

    The one exception is a case that is moved, by its own due moment, to where an earlier date has already passed.
    """
    for waking in play.wakings:
        for earlier, later in pairwise(waking):
            assert earlier.due <= later.due or _cases(later) <= _cases(earlier), f"{earlier} came before {later}"


def _cases(moment: ActedOn) -> set[str]:
    return {stream.partition("-")[2] for stream, _ in moment.facts}


def everyone_waits_for_someone(play: Play) -> None:
    """Every undecided case waits for somebody; one that awaits a date is also brought up again on a date."""
    waiting = {row.body["case"] for row in play.ledger.rows("owed", "")}
    due = {row.body["case"] for row in play.ledger.rows("due", "")}
    world = play.house.world(play.at)
    for case in play.cases():
        found = world.case(case)
        if isinstance(found, state.Undecided):
            assert case in waiting, found
        if isinstance(found, state.AwaitingDate):
            assert case in due, found


def steps_taken_are_those_behind(play: Play) -> None:
    """The steps before the present one are recorded and none after it is; a case is listed where its step is taken."""
    world = play.house.world(play.at)
    for case in play.cases():
        found = world.case(case)
        review = state.review_of(found)
        if review is None:
            continue
        assert len(review.taken) == len(review.route.steps), review
        if isinstance(found, state.OnRoute | state.Returned):
            _under_way(found, review)
        elif isinstance(found, state.Approved | state.InEffect):
            last = review.taken[-1]
            assert last is not None, review
            assert last.outcome is Outcome.APPROVE, review
            assert None not in review.taken, review
        if isinstance(found, state.UnderReview | state.Deferred):
            _placed(play, case, review)


def _under_way(found: Any, review: state.Review) -> None:
    here = review.resumes_at or review.at
    checking = review.resumes_at is not None
    behind = review.taken[1 if checking else 0 : here]
    assert None not in behind, f"{found} has a step behind it that is not recorded"
    assert not any(review.taken[here + 1 :]), f"{found} has an outcome ahead of it"
    held = review.taken[here]
    if held is not None:
        assert held.outcome in (Outcome.DEFER, Outcome.RETURN), found


def _placed(play: Play, case: CaseId, review: state.Review) -> None:
    world = play.house.world(play.at)
    body = world.policies.get(review.route.policy).body(review.step.body)
    sitting = world.calendar.sitting(review.sitting) if review.sitting else None
    assert review.cycle is not None, f"{case} is in no cycle and awaits none: {review}"
    assert (sitting is not None) == sits(body), f"{case} stands before {body.id}, listed to {sitting}"
    if sitting is not None:
        assert sitting.body == body.id, f"{case} stands before {body.id}, listed to {sitting}"
        assert not sitting.cancelled, f"{case} is listed to {sitting}"


def raised_each_working_day(play: Play) -> None:
    """What is raised is raised as a day begins in London, and not twice that day where nothing changed."""
    told: dict[str, set[tuple[str, date]]] = {}
    for one in facts(play.ledger):
        fact = one.fact
        if isinstance(fact, events.StepTaken | events.Listed | events.AwaitsDate):
            told[one.stream] = set()
        elif isinstance(fact, events.Raised) and fact.key_date != "panel_agenda":
            assert fact.due == start_of(fact.on), fact
            assert (fact.key_date, fact.on) not in told.setdefault(one.stream, set()), f"raised twice: {one}"
            told[one.stream].add((fact.key_date, fact.on))


def nobody_is_told_of_days_before_the_record(play: Play) -> None:
    """What is raised to a body is raised on days after the record that put the case before it, never on days before."""
    recorded: dict[str, datetime] = {}
    for one in facts(play.ledger):
        if isinstance(one.fact, events.StepTaken):
            recorded[one.stream] = one.at
        elif isinstance(one.fact, events.AwaitsDate | events.Listed) and one.fact.by == CLOCK:
            recorded.pop(one.stream, None)
        if isinstance(one.fact, events.Raised) and one.fact.key_date not in ("lapse", "condition", "panel_agenda"):
            assert one.fact.due > recorded.get(one.stream, one.fact.due - timedelta(1)), one


def nothing_acted_on_before_it_was_due(play: Play) -> None:
    """Whatever the clock added was recorded at or after the instant at which it was due."""
    for one in facts(play.ledger):
        due = getattr(one.fact, "due", None)
        if isinstance(one.fact, BY_THE_CLOCK) and isinstance(due, datetime):
            assert due <= one.at, one


PROMISES = (
    states_kept_are_states_folded,
    rows_kept_are_rows_rebuilt,
    nothing_is_left_overdue,
    a_second_tick_adds_nothing,
    the_clock_only_does_what_it_may,
    everyone_waits_for_someone,
    steps_taken_are_those_behind,
    raised_each_working_day,
    moments_come_in_order,
    nobody_is_told_of_days_before_the_record,
    nothing_acted_on_before_it_was_due,
)
