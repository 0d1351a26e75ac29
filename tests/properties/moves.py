"""The moves a script is made of: any command of a case, a sitting, the calendar or the people, plausible or not.

A move is four whole numbers, so that hypothesis can draw and shrink it: how long to wait first, which move, of which
case, and a detail from which the move takes what it has to choose. All choices depend on what stands at that instant
only, and 0 is always the plainest.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from domain.calendar import commands as cal
from domain.calendar.published import SittingKind
from domain.case import commands as c
from domain.case import state
from domain.case.events import Answer, EntryLine, Outcome
from domain.decision import commands as d
from domain.meeting import commands as m
from domain.meeting.events import Verb
from domain.notice import commands as n
from domain.people import commands as p
from domain.people import offices
from domain.people.duties import Act
from domain.people.offices import Membership
from domain.register.delegations import commands as dele
from domain.report import commands as r
from domain.report.events import Clearer, Part
from domain.routing.decide import AdoptPolicy
from domain.routing.kinds import Basis, Kind
from domain.routing.policy import Policy
from domain.routing.settings import Settings
from domain.words import BodyId, CaseId, EntryId, Pence, PersonId, PolicyId, ProjectId, SittingId, Text, end_of, pounds
from tests.properties.authority import PROCUREMENT, PROJECTS, STAFF
from tests.properties.diligence import WORDS, holders, next_for
from tests.properties.play import Play, noon
from workflows.world import World

T = TypeVar("T")
Given = tuple[Any, str | None]
"""A command and who gives it."""

VALUES = ("400000", "999999.99", "1000000", "5000000", "5000000.01", "500000", "500000.01", "0", "12000000")
BODIES = ("investment_panel", "investment_committee", "board")
DECIDERS = ("chief_executive", "investment_committee", "board")
MOST_CASES = 5


class Move(NamedTuple):
    """One move of a script, in whole numbers."""

    wait: int
    what: int
    case: int
    detail: int


def pick(choices: Sequence[T], n: int) -> T:
    """One of several, the first for 0."""
    return choices[n % len(choices)]


def draft(play: Play, world: World, n: int) -> Given:
    """Begin a case of any kind, with a value at or beside a band's limit."""
    play.drafted += 1
    kind = pick(tuple(Kind), n)
    project = pick(tuple(PROJECTS), n // 3) if kind is Kind.CHANGE_REQUEST else None
    rests = Text("plan line 3") if kind is Kind.BUSINESS_CASE and n % 2 else Text("")
    value = None if kind is Kind.CHANGE_REQUEST and n % 5 == 0 else pounds(pick(VALUES, n // 3))
    sponsor = PersonId(pick(("ann", "cleo", "pat"), n)) if n % 7 == 6 else None
    id = CaseId(f"case-{play.drafted}")
    command = c.Draft(
        id,
        kind,
        Text("A case"),
        value,
        new_spend=Pence(60_000_000) if n % 4 == 3 else None,
        project=ProjectId(project) if project else None,
        sponsor=sponsor,
        corporate_plan_line=rests,
    )
    return command, pick(("ann", "bob", "vic"), n)


def _day(world: World, n: int) -> date:
    return world.today + timedelta(days=(1, 40, 7, 0, 90, -3)[n % 6])


def _sitting(world: World, id: CaseId | None, n: int) -> SittingId:
    """The sitting a case is listed to, mostly; otherwise one of those to come."""
    review = state.review_of(world.case(id)) if id else None
    if review and review.sitting and n % 4 < 3:
        return review.sitting
    held = world.calendar.sittings.values()
    to_come = sorted((s.on, s.id) for s in held if s.on >= world.today) or sorted((s.on, s.id) for s in held)
    return pick(to_come, n // 4)[1]


def _recorder(world: World, id: CaseId, n: int) -> str:
    """Somebody of the office that records what the case stands before; now and then somebody else."""
    case = world.case(id)
    if isinstance(case, state.OnRoute) and n % 8 != 7:
        office = world.policy_of(case).body(case.review.step.body).recorded_by
        return str(pick(holders(office), n))
    return pick(tuple(STAFF), n)


def _author(world: World, id: CaseId, n: int) -> str:
    return str(pick(sorted(world.case(id).file.authors), n))


def _on(world: World, n: int) -> date | None:
    return world.today - timedelta(days=n % 4) if n % 16 >= 12 else None


def _outcome(make: Callable[[World, CaseId, int], Any]) -> Callable[[Play, World, CaseId, int], Given]:
    return lambda play, world, id, n: (make(world, id, n), _recorder(world, id, n))


def _condition(world: World, n: int) -> tuple[c.ConditionSet, ...]:
    return (c.ConditionSet(WORDS, PersonId("ann"), _day(world, n)),) if n % 2 else ()


def _cycle(world: World, n: int) -> Any:
    near = [cycle.id for cycle in world.calendar.cycles if (cycle.date("panel") or date.min) >= world.today][:3]
    return pick([None, *near], n)


def _defer(world: World, id: CaseId, n: int) -> c.Defer:
    sitting = _sitting(world, None, 3 + n) if n % 3 == 2 else None
    return c.Defer(id, WORDS, _cycle(world, n // 3) if n % 3 == 1 else None, sitting, _on(world, n))


def _resolve(play: Play, world: World, id: CaseId, n: int) -> Given:
    """Every case of one sitting in one item."""
    review = state.review_of(world.case(id))
    listed = [CaseId(row.body["case"]) for row in world.rows("listed", review.sitting or "")] if review else []
    verb = Verb(pick((Outcome.RECOMMEND, Outcome.APPROVE, Outcome.COMMENT, Outcome.DEFER), n).value)
    votes = m.Cast(5, n % 3) if n % 2 else None
    return m.Resolve(tuple((case, verb) for case in listed or [id]), votes, reason=WORDS), _recorder(world, id, n)


CORRECTED = (Outcome.RETURN, Outcome.RECOMMEND, Outcome.APPROVE, Outcome.REFUSE, Outcome.ACCEPT, Outcome.COMMENT)


def _correct(play: Play, world: World, id: CaseId, n: int) -> Given:
    """A step that was recorded, put right by the office that recorded it, mostly."""
    case = world.case(id)
    review = state.review_of(case)
    taken = [at for at, outcome in enumerate(review.taken) if outcome] if review else []
    if review is None or not taken or n % 9 == 8:
        return c.CorrectRecord(id, 1 + n % 4, pick(CORRECTED, n), WORDS), pick(("pat", "dee", "cleo"), n)
    step = pick(taken[::-1], n // 6)
    office = world.policy_of(case).body(review.route.steps[step].body).recorded_by
    return c.CorrectRecord(id, 1 + step, pick(CORRECTED, n), WORDS), str(holders(office)[0])


def _confirm(play: Play, world: World, id: CaseId, n: int) -> Given:
    review = state.review_of(world.case(id))
    proposed = review.correction if review else None
    return c.ConfirmCorrection(id), str(pick(holders(proposed.by.office if proposed else offices.PMO), 1 + n))


def _twist(play: Play, world: World, id: CaseId, n: int) -> Given:
    """Another outcome than the likeliest, on the day on which the body takes the case."""
    twists = (
        c.ReturnForRework(id, WORDS),
        c.Defer(id, WORDS),
        c.Decline(id, WORDS),
        c.Refuse(id, WORDS),
        c.ReferUp(id, WORDS),
        _defer(world, id, n // 6),
    )
    return pick(twists, n), _recorder(world, id, 0)


def _attendance(play: Play, world: World, id: CaseId, n: int) -> Given:
    classes = (Membership.MAYOR, *[Membership.CONSTITUENT] * 5, Membership.BUSINESS_BOARD)
    people = ("ann", "bob", "cleo", "dee", "mo", "lee", "fin")
    present = tuple(m.Attended(PersonId(who), sits) for who, sits in zip(people, classes, strict=True))[n % 3 :]
    return m.RecordAttendance(_sitting(world, id, n), present), _recorder(world, id, n)


def _clearing(play: Play, world: World, id: CaseId, n: int) -> Given:
    clearer = pick(tuple(Clearer), n)
    holder = str(holders(offices.OfficeId(clearer.value))[0])
    if n % 5 == 4:
        return r.RefuseClearance(id, clearer, WORDS), holder
    if n % 11 == 10:
        return r.NameClearer(id, clearer, PersonId("bob"), WORDS), "mo"
    return r.ClearReport(id, clearer), holder


def _report(play: Play, world: World, id: CaseId, n: int) -> Given:
    if n % 2:
        return r.EditReport(id, ((pick(tuple(Part), n), Text(f"{world.at} {n}")),)), _author(world, id, n)
    parts = tuple((part, Text(f"{part} {n % 8}")) for part in Part if n % 7 != 6 or part is not Part.LEGAL)
    return r.UploadReport(id, parts), _author(world, id, n)


OF_A_CASE: dict[str, Callable[[Play, World, CaseId, int], Given]] = {
    "accept": _outcome(lambda w, id, n: c.Accept(id, _on(w, n))),
    "return_for_rework": _outcome(lambda w, id, n: c.ReturnForRework(id, WORDS, _on(w, n))),
    "recommend": _outcome(lambda w, id, n: c.Recommend(id, _condition(w, n), on=_on(w, n))),
    "decline": _outcome(lambda w, id, n: c.Decline(id, WORDS, _on(w, n))),
    "comment": _outcome(lambda w, id, n: c.Comment(id, WORDS, _on(w, n))),
    "approve": _outcome(lambda w, id, n: c.Approve(id, _condition(w, n), WORDS, on=_on(w, n))),
    "approve_under": lambda play, w, id, n: (c.Approve(id, (), WORDS, under=EntryId("entry-1")), "cleo"),
    "refuse": _outcome(lambda w, id, n: c.Refuse(id, WORDS, _on(w, n))),
    "defer": _outcome(_defer),
    "refer_up": lambda play, w, id, n: (c.ReferUp(id, WORDS), "cleo"),
    "resolve": _resolve,
    "submit": lambda play, w, id, n: (c.Submit(id, _cycle(w, n)), _author(w, id, n)),
    "resubmit": lambda play, w, id, n: (c.Resubmit(id), _author(w, id, n)),
    "value": lambda play, w, id, n: (c.Value(id, pounds(pick(VALUES, n))), _author(w, id, n)),
    "accept_late": lambda play, w, id, n: (c.AcceptLate(id, WORDS, _cycle(w, n)), pick(holders(offices.PMO), n)),
    "keep_in": lambda play, w, id, n: (c.KeepIn(id, WORDS, _cycle(w, n)), pick(holders(offices.PMO), n)),
    "escalate": lambda play, w, id, n: (
        c.Escalate(id, BodyId(pick(DECIDERS, n)), WORDS),
        pick(("mo", "pat", "cleo"), n),
    ),
    "withdraw": lambda play, w, id, n: (c.Withdraw(id), _author(w, id, n)),
    "lapse": lambda play, w, id, n: (c.Lapse(id, WORDS), "pat"),
    "list_to": lambda play, w, id, n: (c.ListTo(id, _sitting(w, id, 3 + n)), _recorder(w, id, n)),
    "await_urgency": lambda play, w, id, n: (c.AwaitUrgency(id, WORDS), pick(("dee", "dan"), n)),
    "rule_urgent": lambda play, w, id, n: (m.RuleUrgent(_sitting(w, id, n), id, WORDS), "dee"),
    "give_notice": lambda play, w, id, n: (n_notice(id), "dee"),
    "withdraw_notice": lambda play, w, id, n: (n_withdraw(id), "dee"),
    "publish_decision": lambda play, w, id, n: (d.PublishDecision(id), "dee"),
    "discharge": lambda play, w, id, n: (c.Discharge(id, 1 + n % 2, WORDS), "pat"),
    "report": _report,
    "clearing": _clearing,
    "publish_agenda": lambda play, w, id, n: (m.PublishAgenda(_sitting(w, id, n)), _recorder(w, id, n)),
    "attendance": _attendance,
    "interest": lambda play, w, id, n: (
        m.DeclareInterest(_sitting(w, id, n), id, PersonId(pick(("ann", "bob"), n))),
        _recorder(w, id, n),
    ),
    "ask_service": lambda play, w, id, n: (c.AskService(id, PROCUREMENT, _day(w, n)), _author(w, id, n)),
    "answer_service": lambda play, w, id, n: (
        c.AnswerService(id, PROCUREMENT, pick(tuple(Answer), n), answer_by=_day(w, n)),
        "sam",
    ),
    "give_entry": lambda play, w, id, n: (
        c.GiveEntry(id, EntryLine.CONCEPT_PAPER, pick(play.cases(), n)),
        _author(w, id, n),
    ),
    "exempt_entry": lambda play, w, id, n: (c.ExemptEntry(id, WORDS), "pat"),
    "add_co_writer": lambda play, w, id, n: (
        c.AddCoWriter(id, PersonId(pick(("bob", "pat", "dirk", "cleo", "dee"), n))),
        _author(w, id, n),
    ),
    "remove_co_writer": lambda play, w, id, n: (
        c.RemoveCoWriter(id, PersonId(_author(w, id, n + 1))),
        _author(w, id, n),
    ),
    "name_sponsor": lambda play, w, id, n: (
        c.NameSponsor(id, PersonId(pick(("cleo", "ann", "mo"), n))),
        _author(w, id, n),
    ),
    "hand_over": lambda play, w, id, n: (
        c.HandOver(id, PersonId(_author(w, id, n)), PersonId(pick(("bob", "vic"), n)), WORDS),
        "ada",
    ),
    "name_another": lambda play, w, id, n: (c.NameAnother(id, Act.TRIAGED, PersonId("bob"), WORDS), "mo"),
    "correct_record": _correct,
    "confirm_correction": _confirm,
    "correct_vote": lambda play, w, id, n: (m.CorrectVote(_sitting(w, id, n), id, m.Cast(4, 1), WORDS), "dee"),
    "share": lambda play, w, id, n: (c.Share(id), _author(w, id, n)),
    "remark": lambda play, w, id, n: (c.Remark(id, WORDS), _author(w, id, n)),
}
"""Moves of one case, by a name that says what is tried."""


def n_notice(id: CaseId) -> n.GiveNotice:
    """The notice of a key decision."""
    return n.GiveNotice(id)


def n_withdraw(id: CaseId) -> n.WithdrawNotice:
    """Taking it back."""
    return n.WithdrawNotice(id, WORDS)


OF_THE_AUTHORITY: dict[str, Callable[[Play, World, int], Given]] = {
    "draft": draft,
    "cancel_sitting": lambda play, w, n: (cal.CancelSitting(_sitting(w, _first(play), n), WORDS), "dee"),
    "move_sitting": lambda play, w, n: (
        cal.MoveSitting(_sitting(w, _first(play), n), w.today + timedelta(days=(7, 14, 1, 35)[n % 4]), WORDS),
        "dee",
    ),
    "add_sitting": lambda play, w, n: (
        cal.AddSitting(
            BodyId(pick(BODIES, n)),
            _day(w, n // 3),
            pick((SittingKind.ORDINARY, SittingKind.ORDINARY, SittingKind.EXTRAORDINARY), n // 5),
        ),
        "dee",
    ),
    "close_day": lambda play, w, n: (cal.CloseDay(w.today + timedelta(days=n % 9), WORDS), "pat"),
    "reopen_day": lambda play, w, n: (cal.ReopenDay(w.today + timedelta(days=n % 9), WORDS), "pat"),
    "confirm_vote": lambda play, w, n: (m.ConfirmVote(_sitting(w, _first(play), n)), "dan"),
    "public_notice": lambda play, w, n: (m.GivePublicNotice(_sitting(w, _first(play), n)), "dee"),
    "cancellation": lambda play, w, n: (m.PublishCancellation(_sitting(w, _first(play), n)), "dee"),
    "hand_over_all": lambda play, w, n: (
        c.HandOverAll(PersonId(pick(("ann", "bob"), n)), PersonId("vic"), WORDS),
        "ada",
    ),
    "deputise": lambda play, w, n: (
        p.Deputise(offices.CHIEF_EXECUTIVE, PersonId("cleo"), PersonId("mo"), w.today, _day(w, 1)),
        "ada",
    ),
    "confer": lambda play, w, n: (
        dele.Confer(EntryId("entry-1"), tuple(Kind), pounds("2000000"), WORDS, w.today, office=offices.CHIEF_EXECUTIVE),
        "dee",
    ),
    "adopt_policy": lambda play, w, n: (AdoptPolicy(_policy(w, n)), "mo"),
    "plan_calendar": lambda play, w, n: (cal.PlanCalendar((w.today + timedelta(days=60 + n), _day(w, 4))), "dee"),
    "accept_agenda_due": lambda play, w, n: (
        cal.AcceptAgendaDue(_sitting(w, _first(play), n), _day(w, n // 4), WORDS),
        "dee",
    ),
    "end_appointment": lambda play, w, n: (p.EndAppointment(PersonId("vic"), offices.PMO, w.today), "ada"),
    "revoke_power": lambda play, w, n: (dele.Revoke(EntryId("entry-1"), w.today, WORDS), "dee"),
}
"""Moves that are of no one case."""


def _policy(world: World, n: int) -> Policy:
    """A later version of the policy in force: of another basis, or with other settings."""
    held = world.policies.in_force(world.today)
    starts = world.today + timedelta(days=1 + n % 40)
    settings = (
        Settings(decline_is_final=True),
        Settings(panel_agenda_blocks=True, attendance_before_outcome=True),
        Settings(new_value_returns_to_panel=False, officer_callable_only_when_key=False),
        Settings(call_in_clear_days=2, lapse_after_days=20, remote_counts=True),
    )
    return replace(
        held,
        id=PolicyId(f"later-{starts}"),
        adopted_on=world.today,
        effective_from=starts,
        review_due=starts + timedelta(days=300),
        basis=pick((held.basis, Basis.TOTAL_PROJECT_COST, Basis.ACCUMULATED_COMMITMENT), n),
        settings=pick(settings, n // 3),
    )


def _first(play: Play) -> CaseId | None:
    return next(iter(play.cases()), None)


OFTEN = ("cancel_sitting", "add_sitting", "correct_record", "confirm_correction", "return_for_rework")
WHAT: tuple[str, ...] = (*("move_on",) * 30, *("twist",) * 15, *OFTEN * 3, *OF_A_CASE, *OF_THE_AUTHORITY)
"""What a move's second number chooses from: what a diligent authority would do next is by far the likeliest."""

SECOND = timedelta(seconds=1)
WAITS: tuple[Callable[[Play, World, CaseId | None], datetime], ...] = (
    lambda play, w, id: play.at + timedelta(minutes=1),
    lambda play, w, id: play.at,
    lambda play, w, id: play.at + timedelta(hours=5),
    lambda play, w, id: play.at + timedelta(days=1),
    lambda play, w, id: play.at + timedelta(days=3),
    lambda play, w, id: play.at + timedelta(weeks=1),
    lambda play, w, id: play.at + timedelta(weeks=5),
    lambda play, w, id: play.at + timedelta(weeks=14),
    lambda play, w, id: _next_due(play),
    lambda play, w, id: _next_due(play) - SECOND,
    lambda play, w, id: _next_due(play) + SECOND / 2,
    lambda play, w, id: _of_its_sitting(play, w, id, lambda sitting: noon(sitting.on)),
    lambda play, w, id: _of_its_sitting(play, w, id, lambda sitting: end_of(sitting.agenda_due) - 5 * SECOND),
)
"""How long a move may wait first, chosen by its first number; never back."""


def _next_due(play: Play) -> datetime:
    rows = play.ledger.rows("due", "", limit=1)
    return datetime.fromisoformat(rows[0].body["at"]) if rows else play.at


def _of_its_sitting(play: Play, world: World, id: CaseId | None, when: Callable[[Any], datetime]) -> datetime:
    review = state.review_of(world.case(id)) if id else None
    sitting = world.calendar.sitting(review.sitting) if review and review.sitting else None
    return when(sitting) if sitting else play.at


MOVES = st.builds(
    Move,
    st.integers(0, len(WAITS) - 1),
    st.integers(0, len(WHAT) - 1),
    st.integers(0, MOST_CASES - 1),
    st.integers(0, 63),
)
FIRST = st.builds(Move, st.just(0), st.just(WHAT.index("draft")), st.just(0), st.integers(0, 63))


def scripts(moves: int = 40) -> st.SearchStrategy[list[Move]]:
    """Scripts that begin with one to three drafts and go on with up to so many moves."""
    begins = st.lists(FIRST, min_size=1, max_size=3)
    goes_on = st.lists(MOVES, min_size=1, max_size=moves)
    return st.builds(lambda first, then: first + then, begins, goes_on)


def make(play: Play, move: Move) -> None:
    """Make one move: wait, then give the command it comes to."""
    cases = play.cases()
    under_way = [CaseId(row.body["case"]) for row in play.ledger.rows("open", "")]
    choice = cases if move.case == MOST_CASES - 1 else under_way
    id = pick(choice, move.case) if choice else None
    at = pick(WAITS, move.wait)(play, play.house.world(play.at), id)
    play.pass_until(at)
    what = pick(WHAT, move.what)
    world = play.house.world(play.at)
    if what == "draft" and len(under_way) >= MOST_CASES:
        return
    if what in ("move_on", "twist"):
        if id:
            _on_and_on(play, id, move.detail if what == "move_on" else 0, what == "twist")
            if what == "twist":
                play.give(*_twist(play, play.house.world(play.at), id, move.detail))
    elif what in OF_A_CASE:
        if id:
            play.give(*OF_A_CASE[what](play, world, id, move.detail))
    else:
        play.give(*OF_THE_AUTHORITY[what](play, world, move.detail))


def _on_and_on(play: Play, id: CaseId, detail: int, to_an_outcome: bool) -> None:
    """One to four of the things a diligent authority does next, or as many as it takes until an outcome is due."""
    for _ in range(20 if to_an_outcome else 1 + detail % 4):
        found = next_for(play.house.world(play.at), id)
        if to_an_outcome and type(getattr(found, "command", None)) in c.OUTCOME_OF:
            return
        if not play.move_on(id):
            return


def played(script: Sequence[Move]) -> Play:
    """The run a script comes to."""
    play = Play()
    for move in script:
        make(play, move)
    return play
