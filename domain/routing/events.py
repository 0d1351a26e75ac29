"""What can happen to the policies. These names are the storage format: add to them, never rename one."""

from dataclasses import dataclass
from datetime import date

from domain.routing.policy import Policy
from domain.words import Hand, PolicyId, TextId


@dataclass(frozen=True, slots=True)
class PolicyAdopted:
    """A policy was adopted. It is kept whole, so that no later table can change what it said."""

    by: Hand
    policy: Policy


@dataclass(frozen=True, slots=True)
class PolicyReviewed:
    """A policy had its annual review, and when the next is due."""

    by: Hand
    policy: PolicyId
    next_due: date
    findings: TextId


PolicyEvent = PolicyAdopted | PolicyReviewed
