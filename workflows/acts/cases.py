"""Commands of a case: what its rules must see of calendar, policy, register, notice and meeting is gathered here."""

from typing import Any

from domain.case import commands as c
from domain.case import references
from domain.case.commands import OUTCOME_OF
from domain.case.decide import decide
from domain.case.evolve import RECORDERS
from domain.case.known import Baseline, Delegated, Known
from domain.case.state import Case, InEffect, OnRoute, review_of
from domain.decision.state import Effective
from domain.meeting.rules import open_long_enough
from domain.people.duties import Act, Forbidden, clashes
from domain.people.offices import DEMOCRATIC_SERVICES, MONITORING_OFFICER, PMO
from domain.register.state import Live
from domain.routing.bodies import Sort
from domain.routing.kinds import Capacity, Kind
from domain.routing.policy import Policy
from domain.rules import Asked, Refused, Rule
from domain.words import CaseId, Hand, OfficeId, PersonId, ProjectId
from workflows import streams
from workflows.world import Dossier, World

ALREADY = Rule("case.new", "The case has not been drafted yet", "SAF 2", lambda a: a.state is None)


def draft(world: World, command: c.Draft, by: Hand) -> None:
    """Begin a case, with the next reference of the year taken in the same transaction."""
    stream = streams.case_stream(command.case)
    if world.state(stream) is not None:
        raise Refused((ALREADY,))
    counted = world.state(streams.REFERENCES)
    reference, taken = references.take(counted, world.today.year, command.case)
    policy = world.policies.in_force(world.today)
    known = Known(world.calendar, policy, reference, baseline=_baseline(world, command.project), people=_people(world))
    facts = decide(Asked(None, command, by, world.at, known))
    world.add(streams.REFERENCES, (taken,), by)
    world.add(stream, facts, by)


def of_case(world: World, command: Any, by: Hand) -> None:
    """Any command of one case that concerns no meeting."""
    case = world.case(command.case)
    facts = decide(Asked(case, command, by, world.at, known_for(world, command.case, by, command)))
    world.add(streams.case_stream(command.case), facts, by)


def offices_for(world: World, command: Any) -> tuple[OfficeId, ...]:
    """Who may record an outcome: the office that acts for the body it stands before, then the other recorders."""
    case = world.case(command.case)
    entry = getattr(command, "under", None)
    if entry and (power := world.delegations.entry(entry)) and power.power.office:
        return (power.power.office,)
    everyone = recorders(world, command)
    if not isinstance(case, OnRoute):
        return everyone
    mine = world.policy_of(case).body(case.review.step.body).recorded_by
    return (mine, *(office for office in everyone if office != mine))


def recorders(world: World, command: Any) -> tuple[OfficeId, ...]:
    """Every office that records outcomes under the case's policy."""
    policy = world.policy_of(world.case(command.case))
    return tuple(dict.fromkeys(body.recorded_by for body in policy.bodies))


def known_for(world: World, id: CaseId, by: Hand, command: Any = None, shape: type | None = None) -> Known:
    """What the rules of a case must see of other streams; `shape` is what is asked where there is no command yet."""
    dossier = world.dossier(id)
    file, review = dossier.case.file, review_of(dossier.case)
    on_agenda = _lawfully_published(dossier)
    urgent = id in dossier.meeting.urgent and dossier.report.publishable is not None
    published = bool(review and review.sitting and (on_agenda or urgent))
    decision = dossier.decision
    return Known(
        world.calendar,
        dossier.policy,
        clashes=_clashes(dossier, by, command, shape or type(command)),
        baseline=_baseline(world, file.identity.project),
        concept_in_effect=_concept_in_effect(world, dossier.case),
        notice_given=dossier.notice.given_on,
        published=published,
        people=_people(world),
        entry=_power(world, command),
        built_upon=_built_upon(world, id, file.identity.project),
        effective_when_made=isinstance(decision, Effective) and not decision.made.callable,
        answers_services=_answers(world, by, command),
        officer_concerned=officer_concerned(world, dossier.case),
    )


def _lawfully_published(dossier: Dossier) -> bool:
    """Whether the item stands on the agenda of its sitting, with its clear days also where that was moved since."""
    review = review_of(dossier.case)
    sitting = dossier.calendar.sitting(review.sitting) if review and review.sitting else None
    if sitting is None or dossier.meeting.item(dossier.id) is None:
        return False
    published = dict(dossier.meeting.published_on)[dossier.id]
    counted = dossier.meeting.clear_before(dossier.id, sitting.on)
    counts_now = len(dossier.calendar.days.clear_between(published, sitting.on))
    return open_long_enough(max(counted, counts_now), published, sitting, dossier.policy.settings)


def officer_concerned(world: World, case: Case) -> bool:
    """Whether a monitoring officer wrote or sponsors the case."""
    concerned = {person for act, person in case.file.hands if act in (Act.WROTE, Act.SPONSORS)}
    return bool(concerned & set(world.offices.holders(MONITORING_OFFICER, world.today)))


def _people(world: World) -> frozenset[Any]:
    return frozenset(world.offices.people)


def act_of(case: Case, by: Hand, shape: type) -> Act | None:
    """What the hand would be doing to the case, so far as somebody else must then do the next thing."""
    if shape in (c.ExemptEntry, c.AcceptLate, c.KeepIn):
        return Act.TRIAGED
    if shape in (c.CorrectRecord, c.ConfirmCorrection):
        return Act.RECORDED if by.office in RECORDERS else Act.DECIDED
    if shape not in OUTCOME_OF or not isinstance(case, OnRoute):
        return None
    if case.review.step.capacity is Capacity.TRIAGE:
        return Act.TRIAGED
    return Act.RECORDED if by.office in RECORDERS else Act.DECIDED


def _clashes(d: Dossier, by: Hand, command: Any, shape: type) -> tuple[Forbidden, ...]:
    """The duties broken by whoever acts or, where somebody is to take something up, by that person."""
    hands = d.case.file.hands | {hand for hand in d.report.beside.hands if hand[0] is Act.CLEARED}
    act = act_of(d.case, by, shape)
    doing = [(by, act)] if act else [(Hand(person, by.office), taken) for person, taken in _taken_up(d.case, command)]
    return tuple(pair for hand, later in doing for pair in clashes(d.policy.duties, hands, hand, later))


def _taken_up(case: Case, command: Any) -> tuple[tuple[PersonId, Act], ...]:
    """What a command gives another person to do to the case."""
    if isinstance(command, c.AddCoWriter):
        return ((command.person, Act.WROTE),)
    if isinstance(command, c.NameSponsor):
        return ((command.sponsor, Act.SPONSORS),)
    if isinstance(command, c.NameAnother):
        return ((command.person, command.act),)
    if not isinstance(command, c.HandOver):
        return ()
    writes = ((command.taker, Act.WROTE),) if command.giver in case.file.authors else ()
    sponsors = ((command.taker, Act.SPONSORS),) if command.giver == case.file.sponsor else ()
    return writes + sponsors


def _baseline(world: World, project: ProjectId | None) -> Baseline | None:
    if project is None:
        return None
    found = world.project(project)
    if not isinstance(found, Live) or found.baseline is None:
        return None
    return Baseline(found.baseline.figures, found.baseline.approved_by, found.baseline.delegated)


def _concept_in_effect(world: World, case: Case) -> bool:
    entry = case.file.entry
    if entry is None or entry[1] is None:
        return False
    concept = world.state(streams.case_stream(entry[1]))
    return isinstance(concept, InEffect) and concept.file.identity.kind is Kind.CONCEPT_PAPER


def _built_upon(world: World, id: CaseId, project: ProjectId | None) -> bool:
    """Whether something rests on this case: one that names it as its concept paper, or a later move of its baseline."""
    if world.rows("rests_on", id):
        return True
    found = world.project(project) if project else None
    return isinstance(found, Live) and id in found.rests_on and found.rests_on[-1] != id


def _power(world: World, command: Any) -> Delegated | None:
    entry = getattr(command, "under", None)
    found = world.delegations.entry(entry) if entry else None
    if found is None or found.power.office is None:
        return None
    return Delegated(found.power.office, found.left, found.stands(world.today))


def _answers(world: World, by: Hand, command: Any) -> bool:
    return isinstance(command, c.AnswerService) and world.offices.serves(by.person, command.service, world.today)


def hand_over_all(world: World, command: Any, by: Hand) -> None:
    """Hand over every open case a person writes or sponsors; the earlier hands stay on the record."""
    for row in world.rows("writes", command.giver):
        one = c.HandOver(CaseId(row.body["case"]), command.giver, command.taker, command.reason)
        of_case(world, one, by)


def decided_alone(policy: Policy, case: Case) -> bool:
    """Whether the present step is a decision by a single office."""
    if not isinstance(case, OnRoute):
        return False
    step = case.review.step
    return step.capacity is Capacity.DECIDE and policy.body(step.body).sort is Sort.OFFICE


def escalating_offices(world: World, command: Any) -> tuple[OfficeId, ...]:
    """Who may escalate a case, as its policy says."""
    return world.policy_of(world.case(command.case)).settings.escalated_by


def listing_offices(world: World, command: Any) -> tuple[OfficeId, ...]:
    """Who may move a listed case: the office that records the body's outcomes."""
    case = world.case(command.case)
    if not isinstance(case, OnRoute):
        return (PMO, DEMOCRATIC_SERVICES)
    return (world.policy_of(case).body(case.review.step.body).recorded_by,)
