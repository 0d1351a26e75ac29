"""What the rules of a case must see of other streams, frozen by the workflow that asks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.calendar.state import Calendar, Sitting
from domain.case.events import Reference
from domain.people.duties import Forbidden
from domain.routing.bodies import Body
from domain.routing.kinds import Figures
from domain.routing.policy import Policy
from domain.routing.settings import Settings
from domain.rules import Asked
from domain.words import BodyId, OfficeId, Pence, PersonId, SittingId


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a change request changes: its figures, the body that approved them if known, and whether it delegated."""

    figures: Figures
    approved_by: BodyId | None
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class Delegated:
    """An entry of the delegations register as a decision under it needs to see it; `left` is in pence."""

    office: OfficeId
    left: Pence
    stands: bool


@dataclass(frozen=True, slots=True)
class Known:
    """`published` is whether the item stands on its sitting's lawful agenda, or was ruled urgent by the chair.

    `officer_concerned`: the monitoring officer wrote or sponsors the case, and so another names in their place.
    """

    calendar: Calendar
    policy: Policy
    reference: Reference = Reference("")
    clashes: tuple[Forbidden, ...] = ()
    baseline: Baseline | None = None
    concept_in_effect: bool = False
    notice_given: date | None = None
    published: bool = False
    people: frozenset[PersonId] = frozenset()
    entry: Delegated | None = None
    built_upon: bool = False
    effective_when_made: bool = False
    answers_services: bool = False
    officer_concerned: bool = False

    @property
    def settings(self) -> Settings:
        return self.policy.settings

    def body(self, body: BodyId) -> Body:
        return self.policy.body(body)

    def sitting(self, sitting: SittingId | None) -> Sitting | None:
        return self.calendar.sitting(sitting) if sitting else None


Ask = Asked[Any, Any, Known]
"""A command of a case, as its rules and its decision are given it."""
