"""What forbids recording, publishing or setting aside a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.calendar.working_days import WorkingDays
from domain.decision.state import AnyDecision, Effective, NotMade, published_on
from domain.routing.settings import Settings
from domain.rules import Asked, Rule


@dataclass(frozen=True, slots=True)
class Known:
    """The settings of the policy the case goes by, the working days, and whether anything rests on the decision.

    What rests on one is whatever was done because it was in effect: a business case submitted, a baseline moved again.
    """

    settings: Settings
    days: WorkingDays
    rested_on: bool


AskedDecision = Asked[AnyDecision, Any, Known]

DECIDED = "SAF 4, decided and took effect are separate"
OFFICERS = "SAF 4, officer decisions are recorded and published (SI 2014/2095)"
VERSIONS = "SAF 4, publication is of a version"


def may_be_set_aside(asked: AskedDecision) -> bool:
    """Whether it has not taken effect or, when it did so as it was made, nothing rests on it yet."""
    decision = asked.state
    return not isinstance(decision, Effective) or not (decision.made.callable or asked.known.rested_on)


OF_RECORD_DECISION: tuple[Rule, ...] = (
    Rule(
        "one_at_a_time",
        "One decision counts at a time: the one that stands is set aside before another is recorded",
        DECIDED,
        lambda a: isinstance(a.state, NotMade),
    ),
    Rule(
        "made_by_now",
        "A decision is not dated in the future",
        DECIDED,
        lambda a: a.command.on <= a.today,
        of_command=True,
    ),
)

OF_PUBLISH_DECISION: tuple[Rule, ...] = (
    Rule("recorded", "The decision has been recorded", OFFICERS, lambda a: not isinstance(a.state, NotMade)),
    Rule("published_once", "A decision is published once", VERSIONS, lambda a: published_on(a.state) is None),
)

OF_SET_DECISION_ASIDE: tuple[Rule, ...] = (
    Rule("recorded", "The decision has been recorded", DECIDED, lambda a: not isinstance(a.state, NotMade)),
    Rule(
        "not_in_effect",
        "What has taken effect is changed only by a new decision, "
        "unless it took effect when made and nothing rests on it",
        DECIDED,
        may_be_set_aside,
    ),
    Rule("reason", "A reason is given for the record", DECIDED, lambda a: bool(a.command.reason), of_command=True),
)

RULES: Mapping[str, tuple[Rule, ...]] = {
    "record_decision": OF_RECORD_DECISION,
    "publish_decision": OF_PUBLISH_DECISION,
    "set_decision_aside": OF_SET_DECISION_ASIDE,
}
"""The rules of every verb about a decision."""
