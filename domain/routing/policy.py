"""A policy: its bodies, the bands that route each kind of case, and the route and decider of any figure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from domain.people.duties import DUTIES, Forbidden
from domain.routing.bodies import Body, Sort
from domain.routing.kinds import OUTCOMES, REFER_UP, Basis, Capacity, Figures, Kind
from domain.routing.settings import Settings
from domain.words import BodyId, OrganisationId, Pence, PolicyId


@dataclass(frozen=True, slots=True)
class Step:
    """A body acting in a capacity."""

    body: BodyId
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class Band:
    """One row of the table: the steps of a kind of case up to a sum in pence, itself included; None is no limit."""

    kind: Kind
    up_to: Pence | None
    steps: tuple[Step, ...]
    source: str

    @property
    def decider(self) -> BodyId:
        """The body that decides: the last step's."""
        return self.steps[-1].body

    def holds(self, figure: Pence) -> bool:
        """Whether the figure does not exceed the row's sum."""
        return self.up_to is None or figure <= self.up_to


@dataclass(frozen=True, slots=True)
class Route:
    """What a policy gave a case: the figure in pence, the basis it was taken on, and the steps."""

    policy: PolicyId
    basis: Basis
    figure: Pence
    steps: tuple[Step, ...]

    @property
    def decider(self) -> BodyId:
        """The body that decides: the last step's."""
        return self.steps[-1].body


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of the framework as an authority adopted it. Bands of a kind stand in ascending order of sum.

    `cleared_by` are the government departments that cleared it; `review_due` is when its annual review is due.
    """

    id: PolicyId
    name: str
    adopted_by: str
    adopted_on: date
    effective_from: date
    cleared_by: tuple[OrganisationId, ...]
    review_due: date
    basis: Basis
    bodies: tuple[Body, ...]
    bands: tuple[Band, ...]
    duties: tuple[Forbidden, ...] = DUTIES
    settings: Settings = field(default_factory=Settings)

    def knows(self, body: BodyId) -> bool:
        """Whether the policy carries a body of that id."""
        return any(one.id == body for one in self.bodies)

    def body(self, body: BodyId) -> Body:
        """The body of that id. Raises LookupError where the policy has none."""
        for one in self.bodies:
            if one.id == body:
                return one
        raise LookupError(f"policy {self.id} has no body {body!r}")

    def rows(self, kind: Kind) -> Iterator[Band]:
        """The rows of one kind of case, smallest sum first."""
        return (band for band in self.bands if band.kind is kind)

    @property
    def ladder(self) -> tuple[BodyId, ...]:
        """Those who decide business cases, lowest first: the order in which one decider stands above another."""
        return tuple(dict.fromkeys(band.decider for band in self.rows(Kind.BUSINESS_CASE)))

    def rank(self, body: BodyId) -> int:
        """Where a body stands on the ladder, lowest 0; -1 for one that never decides a business case."""
        return self.ladder.index(body) if body in self.ladder else -1

    def above(self, body: BodyId) -> BodyId | None:
        """The decider next above a body, or None where there is none."""
        higher = self.ladder[self.rank(body) + 1 :]
        return higher[0] if higher else None

    def outcomes(self, step: Step) -> tuple[str, ...]:
        """The verbs that may record a step: its capacity's, and for a single office that decides, referring up."""
        verbs = OUTCOMES[step.capacity]
        alone = self.body(step.body).sort is Sort.OFFICE
        may_refer = alone and step.capacity is Capacity.DECIDE and self.above(step.body) is not None
        return (*verbs, REFER_UP) if may_refer else verbs

    def band(self, kind: Kind, figure: Pence) -> Band:
        """The row that holds a figure in pence. Raises LookupError where the table stops short of it."""
        for band in self.rows(kind):
            if band.holds(figure):
                return band
        raise LookupError(f"policy {self.id} has no row for a {kind} of {figure} pence")

    def decider(self, kind: Kind, figure: Pence) -> BodyId:
        """Who decides a case of that kind and figure."""
        return self.band(kind, figure).decider

    def figure(self, kind: Kind, before: Figures | None, after: Figures) -> Pence:
        """The figure a case is routed on: for a change request the larger of baseline and total after (SAF 2 [I])."""
        now = after.on(self.basis)
        return max(now, before.on(self.basis)) if kind is Kind.CHANGE_REQUEST and before else now

    def floor(self, baseline: Figures, approved_by: BodyId | None, delegated: bool = False) -> BodyId | None:
        """The body below which a change of that baseline is never decided (SAF 2 [A]); None where there is no floor.

        That is who approved the baseline, or the body whose row holds it where that is not known to this policy;
        a body that delegated the change sets no floor.
        """
        if delegated:
            return None
        if approved_by is not None and self.rank(approved_by) >= 0:
            return approved_by
        return self.decider(Kind.BUSINESS_CASE, baseline.on(self.basis))

    def route(self, kind: Kind, figure: Pence, at_least: BodyId | None = None) -> Route:
        """The route of a figure in pence; with `at_least`, of the row whose decider is that body where it is higher."""
        band = self.band(kind, figure)
        if at_least is not None and self.rank(at_least) > self.rank(band.decider):
            band = self._row_of(at_least)
        return Route(self.id, self.basis, figure, band.steps)

    def raised(self, route: Route, to: BodyId, keep: int) -> Route:
        """A route raised to a higher decider: its first `keep` steps, then what remains of the row with that decider.

        Raises LookupError where `to` is not above the route's decider.
        """
        if self.rank(to) <= self.rank(route.decider):
            raise LookupError(f"{to!r} is not above {route.decider!r}")
        kept = route.steps[:keep]
        done = {step.body for step in kept}
        remaining = tuple(step for step in self._row_of(to).steps if step.body not in done)
        return Route(route.policy, route.basis, route.figure, kept + remaining)

    def _row_of(self, decider: BodyId) -> Band:
        return next(band for band in self.rows(Kind.BUSINESS_CASE) if band.decider == decider)
