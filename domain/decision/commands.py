"""What may be asked of a decision."""

from dataclasses import dataclass
from datetime import date

from domain.decision.events import Verdict
from domain.routing.bodies import Sort
from domain.words import BodyId, CaseId, Text

NOTHING = Text("")


@dataclass(frozen=True, slots=True)
class RecordDecision:
    """A decide step that approved or refused, made by a body of some sort on a day; asked when the case records it."""

    case: CaseId
    body: BodyId
    sort: Sort
    outcome: Verdict
    on: date
    key: bool
    reasons: Text = NOTHING
    alternatives: Text = NOTHING
    interests: Text = NOTHING


@dataclass(frozen=True, slots=True)
class PublishDecision:
    """The decision published, today."""

    case: CaseId


@dataclass(frozen=True, slots=True)
class SetDecisionAside:
    """The decision withdrawn or reconsidered, so that another may be recorded."""

    case: CaseId
    reason: Text


@dataclass(frozen=True, slots=True)
class TakeEffect:
    """The call-in window may have closed: asked by the clock."""

    case: CaseId
