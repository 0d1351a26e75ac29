"""What follows from each thing that may be asked of a decision."""

from domain.decision.commands import RecordDecision, SetDecisionAside
from domain.decision.events import (
    DecisionEvent,
    DecisionPublished,
    DecisionRecorded,
    DecisionSetAside,
    DecisionTookEffect,
    Verdict,
)
from domain.decision.rules import OF_PUBLISH_DECISION, OF_RECORD_DECISION, OF_SET_DECISION_ASIDE, AskedDecision
from domain.decision.state import Effective, NotMade, effective_at, is_callable
from domain.routing.bodies import Sort
from domain.rules import insist
from domain.words import TextId, london_day, start_of

Facts = tuple[DecisionEvent, ...]


def record_decision(asked: AskedDecision) -> Facts:
    """The decision and, when it is an approval that cannot be called in, its effect on the day it was made."""
    insist(OF_RECORD_DECISION, asked)
    command: RecordDecision = asked.command
    earlier = asked.state.earlier if isinstance(asked.state, NotMade) else 0
    recorded = DecisionRecorded(
        asked.by,
        earlier + 1,
        command.body,
        command.outcome,
        command.on,
        command.key,
        is_callable(command.sort, command.key, asked.known.settings),
        command.sort is not Sort.MEMBERS,
        TextId(command.reasons),
        TextId(command.alternatives),
        TextId(command.interests),
    )
    if recorded.callable or recorded.outcome is Verdict.REFUSE:
        return (recorded,)
    return (recorded, DecisionTookEffect(recorded.on, start_of(recorded.on)))


def publish_decision(asked: AskedDecision) -> Facts:
    """Published on the London day it was received; the call-in window is counted from it."""
    insist(OF_PUBLISH_DECISION, asked)
    return (DecisionPublished(asked.by, asked.today),)


def set_decision_aside(asked: AskedDecision) -> Facts:
    """The decision counts no longer."""
    insist(OF_SET_DECISION_ASIDE, asked)
    command: SetDecisionAside = asked.command
    return (DecisionSetAside(asked.by, asked.today, TextId(command.reason)),)


def take_effect(asked: AskedDecision) -> Facts:
    """Its effect, if that is due and has not come; else nothing. Never refused, so that a tick may come twice."""
    due = effective_at(asked.state, asked.known.days, asked.known.settings.call_in_clear_days)
    if due is None or due > asked.at or isinstance(asked.state, Effective):
        return ()
    return (DecisionTookEffect(london_day(due), due),)
