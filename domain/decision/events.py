"""What can happen to a decision on a case. These names are the storage format: add to them, never rename one.

A call-in and its resolution come between publication and effect; they are added here when the product takes them up.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.words import BodyId, Hand, TextId


class Verdict(StrEnum):
    """How a decide step ended; each is also the verb that records it. A return or a deferral decides nothing."""

    APPROVE = "approve"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class DecisionRecorded:
    """A decide step was recorded. `on` is when it was made; `number` counts the decisions on the case from 1.

    `callable` is whether scrutiny may call it in, as the policy had it when it was recorded; `officer`, whether an
    officer made it. The texts are what is published with it.
    """

    by: Hand
    number: int
    body: BodyId
    outcome: Verdict
    on: date
    key: bool
    callable: bool
    officer: bool
    reasons: TextId
    alternatives: TextId
    interests: TextId


@dataclass(frozen=True, slots=True)
class DecisionPublished:
    """Published by a person on a London day, from which the call-in window is counted."""

    by: Hand
    on: date


@dataclass(frozen=True, slots=True)
class DecisionSetAside:
    """Withdrawn or to be reconsidered: it counts no longer, and another may be recorded."""

    by: Hand
    on: date
    reason: TextId


@dataclass(frozen=True, slots=True)
class DecisionTookEffect:
    """The day it took effect, and the instant at which it was due to."""

    on: date
    due: datetime


DecisionEvent = DecisionRecorded | DecisionPublished | DecisionSetAside | DecisionTookEffect
