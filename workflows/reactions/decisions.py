"""What follows when a case is decided, and when a decision takes effect."""

import domain.decision.decide as decisions
import domain.register.decide as register
import domain.register.delegations.decide as delegations
from domain.case import events as case
from domain.case.moves import escalation
from domain.case.state import InEffect, OnRoute, Sums, review_of
from domain.decision import commands as d
from domain.decision import events as decision
from domain.decision.state import Effective, NotMade
from domain.people.duties import Act, clashes
from domain.register import commands as reg
from domain.register.delegations import commands as dele
from domain.register.rules import RegisterKnown
from domain.register.state import Live, Project
from domain.routing.bodies import Body, Sort
from domain.routing.kinds import Capacity, Figures, Kind
from domain.rules import Asked
from domain.words import CaseId, EntryId, Hand, ProjectId, Text
from workflows import streams
from workflows.acts.cases import decided_alone, known_for
from workflows.acts.papers import decision_known
from workflows.ports import Fact
from workflows.reactions.reaction import case_of
from workflows.world import World


def whenever_a_step_decides_record_the_decision(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """An approval or a refusal becomes the case's decision; one that cannot be called in takes effect at once."""
    if not isinstance(fact, case.Approved | case.ApprovalRefused | case.RecordCorrected):
        return
    if isinstance(fact, case.RecordCorrected) and fact.outcome not in (case.Outcome.APPROVE, case.Outcome.REFUSE):
        return
    id = case_of(stream)
    stands = world.case(id)
    review = review_of(stands)
    assert review is not None
    assert stands.file.sums is not None
    policy = world.policy_of(stands)
    under = getattr(fact, "under", None) or _drawn_from(world, id)
    body = policy.body(review.route.steps[fact.step].body)
    if under:
        body = next((each for each in policy.bodies if _is_office_of(each, fact.by)), body)
    refused = isinstance(fact, case.ApprovalRefused) or getattr(fact, "outcome", None) is case.Outcome.REFUSE
    record = d.RecordDecision(
        id,
        body.id,
        Sort.OFFICE if under else body.sort,
        decision.Verdict.REFUSE if refused else decision.Verdict.APPROVE,
        fact.on,
        stands.file.sums.new_spend > policy.settings.key_decision_over,
        Text(getattr(fact, "reason", "")),
        Text(getattr(fact, "alternatives", "")),
        Text(getattr(fact, "interests", "")),
    )
    asked = Asked(world.decision(id), record, by, world.at, decision_known(world, id))
    world.add(streams.decision_stream(id), decisions.record_decision(asked), by)


def whenever_a_record_is_corrected_set_its_decision_aside(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """A corrected step takes with it the decision that rested on it."""
    if not isinstance(fact, case.RecordCorrected):
        return
    id = case_of(stream)
    if isinstance(world.decision(id), NotMade):
        return
    aside = d.SetDecisionAside(id, Text(fact.reason))
    asked = Asked(world.decision(id), aside, by, world.at, decision_known(world, id))
    world.add(streams.decision_stream(id), decisions.set_decision_aside(asked), by)


def whenever_a_record_is_corrected_undo_what_it_did(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """What the corrected case did to a baseline is undone; what it drew is free unless it stays approved."""
    if not isinstance(fact, case.RecordCorrected):
        return
    id = case_of(stream)
    identity = world.case(id).file.identity
    project = identity.project or ProjectId(identity.reference)
    aside = reg.SetBaselineAside(project, id, world.today, reg.Effect(world.case(id).file.effect))
    undone = register.set_baseline_aside(Asked(world.project(project), aside, by, world.at, RegisterKnown()))
    world.add(streams.project_stream(project), undone, by)
    entry = _drawn_from(world, id)
    if entry and fact.outcome is not case.Outcome.APPROVE:
        back = dele.GiveBack(entry, id, Text(fact.reason))
        world.add(streams.DELEGATIONS, delegations.give_back(Asked(world.delegations, back, by, world.at, None)), by)


def _is_office_of(body: Body, by: Hand) -> bool:
    return body.sort is Sort.OFFICE and body.recorded_by == by.office and Capacity.DECIDE in body.capacities


def _title(world: World, stream: str) -> Text:
    """The title a case bears, as the id of its text."""
    return Text([fact.title for fact in world.facts(stream) if hasattr(fact, "title")][-1])


def _drawn_from(world: World, id: CaseId) -> EntryId | None:
    """The entry of the delegations register under which a case was decided, if it was."""
    return next((entry for entry, power in world.delegations.entries.items() if id in power.drawn), None)


def whenever_a_delegated_power_is_used_draw_it_down(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """A decision under an entry of the delegations register uses up part of its limit."""
    if not isinstance(fact, case.Approved) or fact.under is None:
        return
    id = case_of(stream)
    stands = world.case(id)
    review = review_of(stands)
    assert review is not None
    draw = dele.DrawDown(fact.under, id, stands.file.identity.kind, review.route.figure, fact.on, None, fact.consulted)
    world.add(streams.DELEGATIONS, delegations.draw_down(Asked(world.delegations, draw, by, world.at, None)), by)


def whenever_a_decision_takes_effect_bring_the_case_into_effect(
    world: World, stream: str, fact: Fact, by: Hand
) -> None:
    """Decided and took effect are separate: the case is in effect from the second."""
    if isinstance(fact, decision.DecisionTookEffect):
        id = case_of(stream)
        world.add(streams.case_stream(id), (case.TookEffect(fact.on, fact.due),), by)


def whenever_a_case_is_in_effect_write_the_register(world: World, stream: str, fact: Fact, by: Hand) -> None:
    """A business case sets its project's baseline, a change request moves it; a concept paper opens the way."""
    if not isinstance(fact, case.TookEffect):
        return
    id = case_of(stream)
    stands = world.case(id)
    decided = world.decision(id)
    assert isinstance(stands, InEffect)
    assert isinstance(decided, Effective)
    assert stands.file.sums is not None
    identity, sums = stands.file.identity, stands.file.sums
    if identity.kind is Kind.CONCEPT_PAPER:
        return
    project = identity.project or ProjectId(identity.reference)
    known = RegisterKnown()
    if identity.kind is Kind.BUSINESS_CASE:
        baseline = reg.SetBaseline(
            project,
            id,
            sums.after,
            decided.made.body,
            decided.made.on,
            fact.on,
            _title(world, stream),
            stands.file.sponsor,
        )
        facts = register.set_baseline(Asked(world.project(project), baseline, by, world.at, known))
    else:
        moved = reg.MoveBaseline(
            project,
            id,
            sums.before or sums.after,
            _figures_after(sums, world.project(project)),
            decided.made.body,
            decided.made.on,
            fact.on,
            reg.Effect(stands.file.effect),
        )
        facts = register.move_baseline(Asked(world.project(project), moved, by, world.at, known))
    world.add(streams.project_stream(project), facts, by)


def _figures_after(sums: Sums, project: Project) -> Figures:
    """What a change leaves: its after or, where it changes no money, whatever baseline stands by now."""
    if sums.after == sums.before and isinstance(project, Live) and project.baseline:
        return project.baseline.figures
    return sums.after


def whenever_every_holder_of_the_deciding_office_is_bound_escalate(
    world: World, stream: str, fact: Fact, by: Hand
) -> None:
    """A single office that decides, whose every holder wrote or sponsors the case, gives way to the next decider."""
    if not isinstance(fact, case.Recommended | case.Declined | case.Accepted):
        return
    id = case_of(stream)
    stands = world.case(id)
    if not decided_alone(world.policy_of(stands), stands) or not isinstance(stands, OnRoute):
        return
    if not _all_bound(world, id):
        return
    policy = world.policy_of(stands)
    to = policy.above(stands.review.step.body)
    if to is not None:
        known = known_for(world, id, by)
        world.add(stream, escalation(Asked(stands, None, by, world.at, known), to, Text("")), by)


def _all_bound(world: World, id: CaseId) -> bool:
    stands = world.case(id)
    policy = world.policy_of(stands)
    review = review_of(stands)
    assert review is not None
    office = policy.body(review.step.body).recorded_by
    holders = world.offices.holders(office, world.today)
    hands = stands.file.hands
    free = [p for p in holders if not clashes(policy.duties, hands, Hand(p, office), Act.DECIDED)]
    return bool(holders) and not free
