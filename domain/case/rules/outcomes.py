"""What forbids the outcome of a step: who records it, when it happened, notice, agenda, conditions and powers."""

from domain.calendar.working_days import clear_calendar_days
from domain.case import state
from domain.case.events import Outcome
from domain.case.known import Ask
from domain.case.placing import sits
from domain.case.rules.asking import happened_on, step_of
from domain.routing.bodies import Sort
from domain.routing.kinds import Capacity
from domain.rules import Rule


def outcome_open(outcome: Outcome) -> Rule:
    def holds(a: Ask) -> bool:
        step = step_of(a)
        return step is not None and outcome in a.known.policy.outcomes(step)

    return Rule(
        f"case.{outcome}.capacity",
        f"The body before which the case stands can {_words(outcome)}",
        "SAF 2, capacities",
        holds,
    )


def _words(outcome: Outcome) -> str:
    return {
        Outcome.RETURN: "return it",
        Outcome.COMMENT: "comment on it",
        Outcome.DECLINE: "decline to recommend it",
        Outcome.REFER_UP: "refer it up",
    }.get(outcome, f"{outcome.value} it")


def _recorded_by_its_office(a: Ask) -> bool:
    step = step_of(a)
    if step is None:
        return True
    if getattr(a.command, "under", None):
        return True
    return a.by.office == a.known.body(step.body).recorded_by


def _sitting_was_held(a: Ask) -> bool:
    step = step_of(a)
    if step is None or not sits(a.known.body(step.body)) or getattr(a.command, "under", None):
        return True
    sitting = a.known.sitting(a.state.review.sitting)
    return sitting is not None and sitting.on <= a.today and happened_on(a) == sitting.on


def _not_before_the_step(a: Ask) -> bool:
    return step_of(a) is None or happened_on(a) >= a.state.review.since


def _key_decision(a: Ask) -> bool:
    step = step_of(a)
    spend = a.state.file.sums.new_spend if a.state.file.sums else 0
    return step is not None and step.capacity is Capacity.DECIDE and spend > a.known.settings.key_decision_over


def _notice_was_given(a: Ask) -> bool:
    if not _key_decision(a):
        return True
    given = a.known.notice_given
    return given is not None and clear_calendar_days(given, happened_on(a)) >= a.known.settings.notice_clear_days


def _on_published_agenda(a: Ask) -> bool:
    step = step_of(a)
    if step is None or getattr(a.command, "under", None):
        return True
    body = a.known.body(step.body)
    panel_blocks = body.acts_by == "panel" and a.known.settings.panel_agenda_blocks
    return a.known.published or not (body.sort is Sort.MEMBERS or panel_blocks)


def _later_date(a: Ask) -> bool:
    sitting = a.known.sitting(a.command.sitting)
    if a.command.sitting:
        step = step_of(a)
        of_its_body = step is None or (sitting is not None and sitting.body == step.body)
        return of_its_body and sitting is not None and not sitting.cancelled and sitting.on > happened_on(a)
    if a.command.cycle:
        panel = a.known.calendar.date(a.command.cycle, "panel")
        return panel is not None and panel > happened_on(a)
    return True


def _later_sitting_can_carry(a: Ask) -> bool:
    sitting, step = a.known.sitting(a.command.sitting), step_of(a)
    if sitting is None or step is None or a.known.body(step.body).sort is not Sort.MEMBERS:
        return True
    return sitting.agenda_due >= a.today


def _within_the_power(a: Ask) -> bool:
    if not a.command.under:
        return True
    entry, review = a.known.entry, state.review_of(a.state)
    if review is None:
        return True
    return entry is not None and entry.stands and entry.office == a.by.office and review.route.figure <= entry.left


def _owner_known(a: Ask) -> bool:
    return all(condition.owner in a.known.people for condition in a.command.conditions)


def _condition_open(a: Ask) -> bool:
    conditions = getattr(a.state, "conditions", ())
    return 1 <= a.command.number <= len(conditions) and conditions[a.command.number - 1] is not None


BY_ITS_OFFICE = Rule(
    "case.office",
    "The outcome is recorded by the office that acts for the body the route names",
    "SAF 2: decided by the body the route names",
    _recorded_by_its_office,
)

SITTING_HELD = Rule(
    "case.sitting_held",
    "The sitting the case is listed to has been held, and the outcome is dated on it",
    "Dates of the record [A]: never future, never before the case reached that step",
    _sitting_was_held,
)

NOT_FUTURE = Rule(
    "case.not_future",
    "An outcome is not dated in the future",
    "Dates of the record [A]: never future",
    lambda a: step_of(a) is None or happened_on(a) <= a.today,
)

NOT_BEFORE = Rule(
    "case.not_before",
    "An outcome is not dated before the case reached that step",
    "Dates of the record [A]: never before the case reached that step",
    _not_before_the_step,
)

NOTICE_GIVEN = Rule(
    "case.notice",
    "A key decision had 28 clear days' notice: give notice, or decide on a later day",
    "SI 2017/68 art 11",
    _notice_was_given,
)

ON_AGENDA = Rule(
    "case.agenda",
    "The item stood, with its cleared report, on an agenda published five clear working days before, "
    "or the chair ruled it urgent",
    "Local Government Act 1972 s.100B(4)",
    _on_published_agenda,
)

OWNERS = Rule(
    "case.condition_owner",
    "Every condition is owned by a person the product knows",
    "SAF 2: conditions have an owner and a date",
    _owner_known,
    of_command=True,
)

DELEGATED = Rule(
    "case.delegated",
    "A decision under the scheme of delegation cites a standing entry, by its holder, within what is left of its limit",
    "SAF 2, scheme of delegation",
    _within_the_power,
    of_command=True,
)

DELEGATE_DECIDES = Rule(
    "case.delegated_step",
    "A decision under the scheme of delegation is taken once the panel's step is recorded",
    "SAF 2, scheme of delegation",
    lambda a: not a.command.under or ((step := step_of(a)) is not None and step.capacity is Capacity.DECIDE),
    of_command=True,
)

LATER = Rule(
    "case.defer_later",
    "A case is deferred to a later cycle, or a later sitting of the body it stands before",
    "SAF 2, deferred",
    _later_date,
    of_command=True,
)

LATER_CARRIES = Rule(
    "case.defer_carried",
    "The agenda of the later sitting can still lawfully carry the case",
    "SAF 3, meetings move",
    _later_sitting_can_carry,
    of_command=True,
)

HAS_CONDITIONS = Rule(
    "case.conditions",
    "The case was approved with conditions",
    "SAF 2, conditions",
    lambda a: isinstance(a.state, state.Approved | state.InEffect) and any(a.state.conditions),
)

CONDITION_OPEN = Rule(
    "case.condition_open",
    "The condition exists and is not discharged yet",
    "SAF 2, conditions",
    _condition_open,
    of_command=True,
)

SOMEBODY_ABOVE = Rule(
    "case.refers_higher",
    "There is a higher decider to refer the case to",
    "SAF 2, capacities",
    lambda a: (step := step_of(a)) is None or a.known.policy.above(step.body) is not None,
)
