"""What a case does with a command that no rule forbids: one function a verb, and the dictionary that names them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from domain.calendar.state import Sitting
from domain.case import commands, events, state
from domain.case.events import CaseEvent, EntryLine, ListingReason
from domain.case.known import Ask
from domain.case.moves import escalation, leaving, taken_off
from domain.case.placing import after, cycle_open_to_triage, listed, sits, taken_off_the_board, then_place
from domain.case.rules import RULES
from domain.case.rules.asking import happened_on
from domain.case.rules.moving import earlier_cycle, kept_in_cycle
from domain.case.valuing import against_the_baseline, route_of, valuation, was_raised
from domain.routing.bodies import Body
from domain.rules import insist
from domain.words import CycleId, TextId

Events = tuple[CaseEvent, ...]


def decide(asked: Ask) -> Events:
    """The facts a command adds to a case. Raises Refused with every broken rule."""
    insist(RULES.get(type(asked.command), ()), asked)
    return DECIDE[type(asked.command)](asked)


def draft(asked: Ask) -> Events:
    c: commands.Draft = asked.command
    facts: list[CaseEvent] = [
        events.Drafted(
            asked.by,
            c.case,
            asked.known.reference,
            c.kind,
            c.organisation,
            c.project,
            TextId(c.title),
            TextId(str(c.contents or "")),
        )
    ]
    if valued := valuation(asked, c.kind, None):
        facts.append(valued)
    if c.effect is not events.ProjectEffect.GOES_ON:
        facts.append(events.ProjectEffectStated(asked.by, c.effect))
    if c.sponsor:
        facts.append(events.SponsorNamed(asked.by, c.sponsor))
    if c.corporate_plan_line:
        facts.append(events.EntryGiven(asked.by, EntryLine.CORPORATE_PLAN, None, TextId(c.corporate_plan_line)))
    elif c.concept:
        facts.append(events.EntryGiven(asked.by, EntryLine.CONCEPT_PAPER, c.concept, TextId("")))
    return tuple(facts)


def value(asked: Ask) -> Events:
    case = asked.state
    valued = valuation(asked, case.file.identity.kind, case.file.sums)
    assert valued is not None
    if isinstance(case, state.Draft):
        return (valued,)
    sums = state.Sums(valued.before, valued.after, valued.new_spend)
    review = case.review
    raised_to = review.route.decider if was_raised(asked) else None
    route = route_of(asked, sums, raised_to)
    if review.at > 1 and asked.known.settings.new_value_returns_to_panel:
        cycle = cycle_open_to_triage(asked.today, asked.known)
        rerouted = events.Rerouted(asked.by, asked.today, route, 1, cycle)
        off = (*taken_off(review, asked), *taken_off_the_board(review, asked.by))
        return (valued, *off, *then_place(after(asked, valued), rerouted))
    at = min(review.at, len(route.steps) - 1)
    rerouted = events.Rerouted(asked.by, asked.today, route, at, review.cycle)
    off = leaving(asked, route, at)
    return (valued, *off, *then_place(after(asked, valued, *off), rerouted))


def submit(asked: Ask) -> Events:
    """On its way, the sums of a change request put against the baseline as it stands."""
    valued = against_the_baseline(asked)
    return (*valued, *_submitted(after(asked, valued[0]) if valued else asked))


def _submitted(asked: Ask) -> Events:
    cycle = asked.known.calendar.first_cycle_by("pmo_submission", asked.today)
    meant = asked.command.cycle
    late = meant is not None and meant != cycle and _closed_to_submissions(asked, meant)
    submitted = events.Submitted(asked.by, asked.today, route_of(asked, asked.state.file.sums), cycle, late)
    if meant and not late:
        submitted = events.Submitted(asked.by, asked.today, submitted.route, meant, late)
    return then_place(asked, submitted)


def _closed_to_submissions(asked: Ask, cycle: Any) -> bool:
    closes = asked.known.calendar.date(cycle, "pmo_submission")
    return closes is None or closes < asked.today


OPEN_UNTIL = {
    "panel_agenda": "panel_agenda",
    "panel": "panel_agenda",
    "ceo_submission": "ceo_submission",
    "committee": "agenda_publication",
    "board": "agenda_publication",
}
"""The key date until which a cycle is open to a body, by the key date the body acts by."""


def resubmit(asked: Ask) -> Events:
    """Back to the body that returned it, for the first cycle still open to it; lateness is not judged again.

    A case returned at triage keeps its cycle while the panel's list is open.
    """
    review, known = asked.state.review, asked.known
    back = review.resumes_at or review.at
    opens = OPEN_UNTIL[known.body(review.route.steps[back].body).acts_by]
    closes = known.calendar.date(review.cycle, opens) if review.cycle else None
    keeps = closes is not None and closes >= asked.today
    cycle = review.cycle if keeps else known.calendar.first_cycle_by(opens, asked.today)
    return then_place(asked, events.Resubmitted(asked.by, asked.today, cycle, back))


def _outcome(make: Callable[[Ask, int, Any], CaseEvent]) -> Callable[[Ask], Events]:
    def act(asked: Ask) -> Events:
        return then_place(asked, make(asked, asked.state.review.at, happened_on(asked)))

    return act


def _conditions(asked: Ask) -> tuple[events.Condition, ...]:
    return tuple(events.Condition(TextId(c.says), c.owner, c.due) for c in asked.command.conditions)


def return_for_rework(asked: Ask) -> Events:
    review = asked.state.review
    returned = events.ReturnedForRework(asked.by, review.at, happened_on(asked), TextId(asked.command.feedback))
    return (*taken_off_the_board(review, asked.by), returned)


def defer(asked: Ask) -> Events:
    """To the sitting or cycle named, or to the next one; where none is known the case awaits a date."""
    c, review, known = asked.command, asked.state.review, asked.known
    on = happened_on(asked)
    body = known.body(review.step.body)
    cycle = c.cycle or (_next_cycle(review, body, asked) if body.acts_by != "board" else None)
    sitting = known.sitting(c.sitting)
    if sits(body) and sitting is None:
        sitting = known.calendar.sitting_of(body.id, cycle) if cycle and body.acts_by != "board" else None
        if sitting is None or sitting.cancelled or sitting.on <= on or _closed(sitting, body, asked):
            here = known.sitting(review.sitting)
            after = max(here.on if here else on, on)
            sitting = known.calendar.next_sitting(body.id, after + timedelta(days=1), asked.today)
    if body.acts_by == "panel" and sitting is not None:
        cycle = sitting.cycle
    in_panel_terms = cycle if body.acts_by in ("panel", "panel_agenda", "ceo_submission") else None
    deferred = events.Deferred(
        asked.by, review.at, on, in_panel_terms, sitting.id if sitting else None, TextId(c.reason)
    )
    facts: Events = (*taken_off_the_board(review, asked.by), deferred)
    if sits(body) and sitting:
        return then_place(asked, *facts, events.Listed(asked.by, sitting.id, ListingReason.STEP_REACHED))
    if not sits(body) and in_panel_terms:
        return facts
    return (*facts, events.AwaitsDate(asked.by, asked.today, body.id, for_cycle=not sits(body)))


def _next_cycle(review: state.Review, body: Body, asked: Ask) -> CycleId | None:
    """The next cycle whose date for the body has not passed."""
    calendar, cycle = asked.known.calendar, review.cycle
    while cycle and (cycle := calendar.cycle_after(cycle)):
        by_date = calendar.date(cycle, body.acts_by)
        if by_date and by_date >= asked.today:
            return cycle
    return None


def _closed(sitting: Sitting, body: Body, asked: Ask) -> bool:
    """Whether a sitting can no longer take the case: a panel's day, or the day of a members' agenda, has passed."""
    return (sitting.on if body.acts_by == "panel" else sitting.agenda_due) < asked.today


def refer_up(asked: Ask) -> Events:
    """The Chief Executive's step stays on the record; the remaining steps of the higher decider's row follow it."""
    review, known = asked.state.review, asked.known
    to = known.policy.above(review.step.body)
    assert to is not None
    route = known.policy.raised(review.route, to, review.at + 1)
    fact = events.ReferredUp(asked.by, review.at, happened_on(asked), TextId(asked.command.reason), route)
    return then_place(asked, fact)


def escalate(asked: Ask) -> Events:
    return escalation(asked, asked.command.to, asked.command.reason)


def list_to(asked: Ask) -> Events:
    """To the sitting a person names; one of the panel takes the case into its cycle, one of the Board may be ahead."""
    review, known = asked.state.review, asked.known
    sitting = known.sitting(asked.command.sitting)
    assert sitting is not None
    if sitting.body != review.step.body:
        ahead = events.Listed(asked.by, sitting.id, ListingReason.SUBJECT_TO_EARLIER_STEP)
        return (*taken_off_the_board(review, asked.by), ahead)
    on_list = listed(review, known.body(review.step.body), sitting, asked.by, ListingReason.MOVED_BY_A_PERSON)
    off = (events.TakenOff(asked.by, review.sitting, ListingReason.MOVED_BY_A_PERSON),) if review.sitting else ()
    return (*taken_off_the_board(review, asked.by), *then_place(asked, *off, *on_list))


def accept_late(asked: Ask) -> Events:
    cycle = asked.command.cycle or earlier_cycle(asked)
    return then_place(asked, events.LateAccepted(asked.by, cycle, TextId(asked.command.reason)))


def keep_in(asked: Ask) -> Events:
    cycle = asked.command.cycle or kept_in_cycle(asked)
    return then_place(asked, events.KeptIn(asked.by, cycle, TextId(asked.command.reason)))


def correct_record(asked: Ask) -> Events:
    c = asked.command
    review = state.review_of(asked.state)
    assert review is not None
    wrong = review.taken[c.step - 1]
    assert wrong is not None
    return (events.CorrectionProposed(asked.by, c.step - 1, c.outcome, c.on or wrong.on, TextId(c.reason)),)


def confirm_correction(asked: Ask) -> Events:
    proposed = asked.state.review.correction
    fact = events.RecordCorrected(proposed.by, asked.by, proposed.step, proposed.outcome, proposed.on, proposed.reason)
    return then_place(asked, fact)


def name_another(asked: Ask) -> Events:
    c = asked.command
    return (events.ActorNamed(asked.by, c.act, c.person, TextId(c.reason)),)


def await_urgency(asked: Ask) -> Events:
    return (events.UrgencyAwaited(asked.by, asked.state.review.sitting, TextId(asked.command.reason)),)


def _says(fact: type, **fields: str) -> Callable[[Ask], Events]:
    """A command that becomes one fact, its fields copied: fact field to command field."""

    def act(asked: Ask) -> Events:
        return (fact(asked.by, **{name: getattr(asked.command, source) for name, source in fields.items()}),)

    return act


DECIDE: dict[type, Callable[[Ask], Events]] = {
    commands.Draft: draft,
    commands.Save: lambda a: (events.ContentsSaved(a.by, TextId(a.command.title), TextId(str(a.command.contents))),),
    commands.Value: value,
    commands.StateEffect: _says(events.ProjectEffectStated, effect="effect"),
    commands.NameSponsor: _says(events.SponsorNamed, sponsor="sponsor"),
    commands.GiveEntry: _says(events.EntryGiven, line="line", concept="concept", words="words"),
    commands.ExemptEntry: lambda a: (events.EntryGiven(a.by, EntryLine.EXEMPTION, None, TextId(a.command.reason)),),
    commands.AddCoWriter: _says(events.CoWriterAdded, person="person"),
    commands.RemoveCoWriter: _says(events.CoWriterRemoved, person="person"),
    commands.Share: _says(events.SharedWithPmo),
    commands.Remark: _says(events.Remarked, remark="remark"),
    commands.Attach: _says(events.Attached, attachment="attachment", name="name", size="size"),
    commands.Detach: _says(events.Detached, attachment="attachment"),
    commands.AskService: _says(events.ServiceAsked, service="service", answer_by="answer_by"),
    commands.AnswerService: _says(
        events.ServiceAnswered, service="service", answer="answer", comment="comment", answer_by="answer_by"
    ),
    commands.Submit: submit,
    commands.Resubmit: resubmit,
    commands.AcceptLate: accept_late,
    commands.KeepIn: keep_in,
    commands.Accept: _outcome(lambda a, step, on: events.Accepted(a.by, step, on)),
    commands.ReturnForRework: return_for_rework,
    commands.Recommend: _outcome(
        lambda a, step, on: events.Recommended(a.by, step, on, _conditions(a), TextId(a.command.words))
    ),
    commands.Decline: _outcome(
        lambda a, step, on: events.Declined(a.by, step, on, TextId(a.command.reason), a.known.settings.decline_is_final)
    ),
    commands.Comment: _outcome(lambda a, step, on: events.Commented(a.by, step, on, TextId(a.command.comment))),
    commands.Note: _outcome(lambda a, step, on: events.Noted(a.by, step, on)),
    commands.Approve: _outcome(
        lambda a, step, on: events.Approved(
            a.by,
            step,
            on,
            _conditions(a),
            TextId(a.command.reason),
            TextId(a.command.alternatives),
            TextId(a.command.interests),
            a.command.under,
            a.command.consulted,
        )
    ),
    commands.Refuse: _outcome(lambda a, step, on: events.ApprovalRefused(a.by, step, on, TextId(a.command.reason))),
    commands.Defer: defer,
    commands.ReferUp: refer_up,
    commands.Escalate: escalate,
    commands.ListTo: list_to,
    commands.AwaitUrgency: await_urgency,
    commands.Withdraw: _says(events.Withdrawn, reason="reason"),
    commands.Lapse: _says(events.Lapsed, reason="reason"),
    commands.Discharge: _says(events.ConditionDischarged, number="number", evidence="evidence"),
    commands.HandOver: _says(events.HandedOver, giver="giver", taker="taker", reason="reason"),
    commands.NameAnother: name_another,
    commands.CorrectRecord: correct_record,
    commands.ConfirmCorrection: confirm_correction,
}
"""Which function decides which command."""
