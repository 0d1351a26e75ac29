"""Where the policies stand: which is in force on a day, and when each is due for review."""

from dataclasses import dataclass, replace
from datetime import date

from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.events import PolicyAdopted, PolicyEvent, PolicyReviewed
from domain.routing.policy import Policy
from domain.words import PolicyId


@dataclass(frozen=True, slots=True)
class Policies:
    """The policy the product begins with, those adopted since in order of effect, and reviews done by policy."""

    first: Policy
    adopted: tuple[Policy, ...] = ()
    reviews: tuple[tuple[PolicyId, date], ...] = ()

    @staticmethod
    def blank() -> "Policies":
        """Before anything is adopted `cpca-2024` is in force, so that routes can be computed at once."""
        return Policies(CPCA_2024)

    @property
    def all(self) -> tuple[Policy, ...]:
        """Every policy known, the first one first."""
        return (self.first, *self.adopted)

    def in_force(self, on: date) -> Policy:
        """The policy adopted last to take effect by that day; before any has, the one the product begins with."""
        return next((policy for policy in reversed(self.adopted) if policy.effective_from <= on), self.first)

    def known(self, id: PolicyId) -> bool:
        """Whether there is a policy of that id."""
        return any(policy.id == id for policy in self.all)

    def get(self, id: PolicyId) -> Policy:
        """The policy of that id. Raises LookupError where there is none."""
        for policy in self.all:
            if policy.id == id:
                return policy
        raise LookupError(f"there is no policy {id!r}")

    def review_due(self, id: PolicyId) -> date:
        """When a policy's next review is due. Raises LookupError where there is no such policy."""
        return dict(self.reviews).get(id, self.get(id).review_due)

    def overdue(self, on: date) -> tuple[PolicyId, ...]:
        """The policy in force, where its review should have been done before that day."""
        standing = self.in_force(on).id
        return (standing,) if self.review_due(standing) < on else ()


def evolve(policies: Policies, event: PolicyEvent) -> Policies:
    """Where the policies stand after one more event."""
    match event:
        case PolicyAdopted():
            return replace(policies, adopted=(*policies.adopted, event.policy))
        case PolicyReviewed():
            done = {**dict(policies.reviews), event.policy: event.next_due}
            return replace(policies, reviews=tuple(done.items()))
