"""How each event moves a case: a dictionary from event to function. No rule is asked here."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from domain.case import events, state
from domain.case.events import Outcome
from domain.case.state import Case, File, Review, Taken
from domain.people.duties import Act
from domain.people.offices import DEMOCRATIC_SERVICES, PMO
from domain.routing.kinds import Capacity
from domain.words import Hand, PersonId, SittingId, london_day

RECORDERS = frozenset({PMO, DEMOCRATIC_SERVICES})
"""Offices that write down what a body resolved; any other office that records an outcome decided it itself."""


def evolve(case: Case | None, event: events.CaseEvent) -> Case:
    """The case after one event; `case` is None only before it was drafted."""
    if isinstance(event, events.Drafted):
        return _drafted(event)
    assert case is not None
    return EVOLVE[type(event)](case, event)


def _drafted(e: events.Drafted) -> Case:
    identity = state.Identity(e.case, e.reference, e.kind, e.organisation, e.project)
    person = e.by.person
    return state.Draft(File(identity, authors=frozenset({person}), hands=frozenset({(Act.WROTE, person)})))


def _file(change: Callable[[File, Any], dict[str, Any]]) -> Callable[[Any, Any], Case]:
    def apply(case: Any, event: Any) -> Case:
        changed: Case = replace(case, file=replace(case.file, **change(case.file, event)))
        return changed

    return apply


def _review(change: Callable[[Review, Any], dict[str, Any]]) -> Callable[[Any, Any], Case]:
    def apply(case: Any, event: Any) -> Case:
        changed: Case = replace(case, review=replace(case.review, **change(case.review, event)))
        return changed

    return apply


def _with_hand(file: File, act: Act, person: PersonId) -> frozenset[tuple[Act, PersonId]]:
    return file.hands | {(act, person)}


def _answered(file: File, e: events.ServiceAnswered) -> dict[str, Any]:
    given = None if e.answer is events.Answer.MORE_TIME else e.answer
    return {
        "questions": tuple(
            state.Question(q.service, e.answer_by or q.answer_by, given) if q.service == e.service else q
            for q in file.questions
        )
    }


def _asked(file: File, e: events.ServiceAsked) -> dict[str, Any]:
    others = tuple(q for q in file.questions if q.service != e.service)
    return {"questions": (*others, state.Question(e.service, e.answer_by))}


def _submitted(case: Any, e: events.Submitted) -> Case:
    review = Review(e.route, (None,) * len(e.route.steps), at=0, since=e.on, cycle=e.cycle, late=e.late)
    return state.UnderReview(case.file, review)


def _resubmitted(case: Any, e: events.Resubmitted) -> Case:
    taken = tuple(t if n < e.resumes_at and n > 0 else None for n, t in enumerate(case.review.taken))
    review = replace(
        case.review, at=0, since=e.on, cycle=e.cycle, resumes_at=e.resumes_at, taken=taken, sitting=None, urgency=None
    )
    return state.UnderReview(case.file, review)


def _act(review: Review, by: Hand) -> Act:
    if review.step.capacity is Capacity.TRIAGE:
        return Act.TRIAGED
    return Act.RECORDED if by.office in RECORDERS else Act.DECIDED


def _record(case: Any, outcome: Outcome, e: Any) -> tuple[File, Review]:
    review: Review = case.review
    taken = tuple(Taken(outcome, e.on) if n == e.step else t for n, t in enumerate(review.taken))
    acted = {(_act(review, e.by), person) for person in (e.by.person, e.by.on_behalf_of) if person}
    file = replace(case.file, hands=case.file.hands | acted)
    return file, replace(review, taken=taken, raised=(), urgency=None, correction=None)


def _onward(review: Review, e: Any) -> Review:
    at = review.resumes_at if review.resumes_at else e.step + 1
    keeps = review.subject_to
    return replace(review, at=at, since=e.on, resumes_at=None, sitting=keeps, subject_to=None)


def _step_taken(case: Any, e: Any) -> Case:
    file, review = _record(case, events.OUTCOME_OF[type(e)], e)
    return state.UnderReview(file, _onward(review, e))


def _declined(case: Any, e: events.Declined) -> Case:
    if e.final:
        file, review = _record(case, Outcome.DECLINE, e)
        return state.Refused(file, review)
    return _step_taken(case, e)


def _returned(case: Any, e: events.ReturnedForRework) -> Case:
    file, review = _record(case, Outcome.RETURN, e)
    return state.Returned(file, replace(review, at=e.step, sitting=None, subject_to=None), e.on)


def _deferred(case: Any, e: events.Deferred) -> Case:
    file, review = _record(case, Outcome.DEFER, e)
    cycle = e.to_cycle or review.cycle
    return state.Deferred(file, replace(review, cycle=cycle, sitting=None, subject_to=None))


def _referred_up(case: Any, e: events.ReferredUp) -> Case:
    file, review = _record(case, Outcome.REFER_UP, e)
    return state.UnderReview(file, _on_new_route(review, e.route, at=e.step + 1, since=e.on))


def _on_new_route(review: Review, route: Any, at: int, since: Any, keep: int | None = None) -> Review:
    kept = review.taken[: at if keep is None else keep]
    blank = (None,) * (len(route.steps) - len(kept))
    return replace(review, route=route, taken=kept + blank, at=at, since=since, sitting=None, subject_to=None)


def _listed_still(before: Review, after: Review) -> SittingId | None:
    """The sitting a case stays listed to where the same body acts next on its new route."""
    return before.sitting if (before.at, before.step.body) == (after.at, after.step.body) else None


def _rerouted(case: Any, e: events.Rerouted) -> Case:
    review = _on_new_route(case.review, e.route, e.from_step, e.on)
    listed = _listed_still(case.review, review)
    review = replace(review, cycle=e.cycle, resumes_at=None, sitting=listed)
    return replace(case, review=review) if isinstance(case, state.Returned) else state.UnderReview(case.file, review)


def _escalated(case: Any, e: events.Escalated) -> Case:
    at, resumes_at = case.review.at, case.review.resumes_at
    review = _on_new_route(case.review, e.route, at, e.on, keep=resumes_at or at)
    review = replace(review, sitting=_listed_still(case.review, review))
    if isinstance(case, state.Returned):
        return replace(case, review=replace(review, since=case.review.since))
    return state.UnderReview(case.file, review)


def _approved(case: Any, e: events.Approved) -> Case:
    file, review = _record(case, Outcome.APPROVE, e)
    return state.Approved(file, replace(review, sitting=None, subject_to=None), e.conditions)


def _not_approved(case: Any, e: events.ApprovalRefused) -> Case:
    file, review = _record(case, Outcome.REFUSE, e)
    return state.Refused(file, replace(review, sitting=None, subject_to=None))


def _listed(case: Any, e: events.Listed) -> Case:
    if e.why is events.ListingReason.SUBJECT_TO_EARLIER_STEP:
        return _review(lambda r, e: {"subject_to": e.sitting})(case, e)
    review = replace(case.review, sitting=e.sitting, urgency=None, raised=(), marked=frozenset())
    if isinstance(case, state.AwaitingDate):
        return state.UnderReview(case.file, review)
    return replace(case, review=review)  # type: ignore[no-any-return]


def _taken_off(review: Review, e: events.TakenOff) -> dict[str, Any]:
    return {
        "sitting": None if review.sitting == e.sitting else review.sitting,
        "subject_to": None if review.subject_to == e.sitting else review.subject_to,
        "urgency": None if review.urgency == e.sitting else review.urgency,
    }


def _into_cycle(case: Any, e: Any) -> Case:
    kept = isinstance(e, events.KeptIn)
    raised = case.review.raised if isinstance(case, state.Returned) else ()
    waited = isinstance(e, events.RolledOver) and e.owed_by is events.Owed.PMO
    waited_in = case.review.cycle if waited else None
    review = replace(case.review, cycle=e.cycle, sitting=None, raised=raised, kept=kept, waited_in=waited_in)
    return (
        state.UnderReview(case.file, review) if isinstance(case, state.AwaitingDate) else replace(case, review=review)
    )


def _awaits(case: Any, e: events.AwaitsDate) -> Case:
    cycle = None if e.for_cycle else case.review.cycle
    review = replace(case.review, cycle=cycle, sitting=None, subject_to=None, kept=False)
    if isinstance(case, state.Returned):
        return replace(case, review=review)
    return state.AwaitingDate(case.file, replace(review, raised=()), e.on)


def _raised(review: Review, e: events.Raised) -> dict[str, Any]:
    return {"raised": tuple({**dict(review.raised), e.key_date: e.on}.items())}


def _marked_late(review: Review, e: events.MarkedLate) -> dict[str, Any]:
    """Marked late counts as raised that day: what comes late is raised from the next working day on."""
    told = {**dict(review.raised), e.key_date: london_day(e.due)}
    return {"marked": review.marked | {e.key_date}, "raised": tuple(told.items())}


def _discharged(case: Any, e: events.ConditionDischarged) -> Case:
    left = tuple(None if n == e.number else c for n, c in enumerate(case.conditions, start=1))
    return replace(case, conditions=left)  # type: ignore[no-any-return]


def _handed_over(file: File, e: events.HandedOver) -> dict[str, Any]:
    taken = {(Act.WROTE, e.taker)} if e.giver in file.authors else set()
    taken |= {(Act.SPONSORS, e.taker)} if e.giver == file.sponsor else set()
    return {
        "authors": (file.authors - {e.giver}) | {e.taker} if e.giver in file.authors else file.authors,
        "sponsor": e.taker if file.sponsor == e.giver else file.sponsor,
        "hands": file.hands | taken,
    }


def _corrected(case: Any, e: events.RecordCorrected) -> Case:
    review: Review = case.review
    taken = tuple(t if n < e.step else None for n, t in enumerate(review.taken))
    reopened = replace(review, at=e.step, taken=taken, sitting=None, subject_to=None, correction=None, raised=())
    blank = state.UnderReview(case.file, reopened)
    file, recorded = _record(blank, e.outcome, e)
    if e.outcome is Outcome.RETURN:
        return state.Returned(file, recorded, e.on)
    if e.outcome is Outcome.REFUSE:
        return state.Refused(file, recorded)
    if e.outcome is Outcome.APPROVE:
        again = review.at == e.step and isinstance(case, state.Approved | state.InEffect)
        return state.Approved(file, recorded, case.conditions if again else ())
    return state.UnderReview(file, _onward(recorded, e))


EVOLVE: dict[type, Callable[[Any, Any], Case]] = {
    events.ContentsSaved: _file(lambda f, e: {"hands": _with_hand(f, Act.WROTE, e.by.person)}),
    events.Valued: _file(lambda f, e: {"sums": state.Sums(e.before, e.after, e.new_spend)}),
    events.ProjectEffectStated: _file(lambda f, e: {"effect": e.effect}),
    events.SponsorNamed: _file(lambda f, e: {"sponsor": e.sponsor, "hands": _with_hand(f, Act.SPONSORS, e.sponsor)}),
    events.EntryGiven: _file(lambda f, e: {"entry": (e.line, e.concept)}),
    events.CoWriterAdded: _file(
        lambda f, e: {"authors": f.authors | {e.person}, "hands": _with_hand(f, Act.WROTE, e.person)}
    ),
    events.CoWriterRemoved: _file(lambda f, e: {"authors": f.authors - {e.person}}),
    events.SharedWithPmo: _file(lambda f, e: {"shared": True}),
    events.Remarked: lambda case, e: case,
    events.Attached: lambda case, e: case,
    events.Detached: lambda case, e: case,
    events.ServiceAsked: _file(_asked),
    events.ServiceAnswered: _file(_answered),
    events.Submitted: _submitted,
    events.LateAccepted: _into_cycle,
    events.Accepted: _step_taken,
    events.ReturnedForRework: _returned,
    events.Resubmitted: _resubmitted,
    events.Recommended: _step_taken,
    events.Declined: _declined,
    events.Commented: _step_taken,
    events.Noted: _step_taken,
    events.Approved: _approved,
    events.ApprovalRefused: _not_approved,
    events.Deferred: _deferred,
    events.ReferredUp: _referred_up,
    events.Escalated: _escalated,
    events.Rerouted: _rerouted,
    events.Listed: _listed,
    events.TakenOff: _review(_taken_off),
    events.RolledOver: _into_cycle,
    events.PanelCancelled: _into_cycle,
    events.KeptIn: _into_cycle,
    events.CycleGiven: _into_cycle,
    events.AwaitsDate: _awaits,
    events.Raised: _review(_raised),
    events.MarkedLate: _review(_marked_late),
    events.UrgencyAwaited: _review(lambda r, e: {"urgency": e.sitting}),
    events.Withdrawn: lambda case, e: state.Withdrawn(case.file, state.review_of(case)),
    events.Lapsed: lambda case, e: state.Lapsed(case.file, case.review),
    events.TookEffect: lambda case, e: state.InEffect(case.file, case.review, case.conditions, e.on),
    events.ConditionDischarged: _discharged,
    events.HandedOver: _file(_handed_over),
    events.ActorNamed: _file(lambda f, e: {"named": f.named | {(e.act, e.person)}}),
    events.CorrectionProposed: _review(lambda r, e: {"correction": e}),
    events.RecordCorrected: _corrected,
}
