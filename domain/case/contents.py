"""What the three kinds of case say (SAF 6): kept beside the ledger as one paper; rules read the sums, not the prose."""

from dataclasses import dataclass
from datetime import date

from domain.routing.kinds import Kind
from domain.words import OrganisationId, Pence, Text


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner organisation and its own approval: by which body, and when."""

    organisation: OrganisationId
    approved_by: Text = Text("")
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class YearCost:
    """Indicative cost of one financial year, in pence, split into capital and revenue."""

    year: str
    capital: Pence = Pence(0)
    revenue: Pence = Pence(0)


@dataclass(frozen=True, slots=True)
class Measure:
    """An output or outcome and how it will be measured."""

    says: Text
    measured_by: Text = Text("")


@dataclass(frozen=True, slots=True)
class Common:
    """What concept paper and business case both say."""

    directorate: Text = Text("")
    lead_applicant: OrganisationId = OrganisationId("")
    partners: tuple[Partner, ...] = ()
    lead_member: Text = Text("")
    strategic_objectives: tuple[Text, ...] = ()
    problem: Text = Text("")
    proposal: Text = Text("")
    costs: tuple[YearCost, ...] = ()
    funding_sources: tuple[Text, ...] = ()
    funding_deadline: date | None = None
    outcomes: tuple[Measure, ...] = ()
    options: tuple[Text, ...] = ()
    risks: tuple[Text, ...] = ()
    timescale: Text = Text("")


@dataclass(frozen=True, slots=True)
class ConceptPaper(Common):
    """A concept paper also says what it would cost to develop the business case."""

    development_cost: Pence | None = None


@dataclass(frozen=True, slots=True)
class BusinessCase(Common):
    """The five cases of the Green Book and what follows from them."""

    strategic_case: Text = Text("")
    economic_case: Text = Text("")
    commercial_case: Text = Text("")
    financial_case: Text = Text("")
    management_case: Text = Text("")
    preferred_option: Text = Text("")
    procurement_route: Text = Text("")
    tolerances: Text = Text("")
    evaluation_plan: Text = Text("")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes: cost, funding, time, scope, benefits, pause or cancel, as before and after."""

    of: str
    before: Text = Text("")
    after: Text = Text("")


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """What changes, why, and the effect if it is refused."""

    changes: tuple[Change, ...] = ()
    reason: Text = Text("")
    effect_if_refused: Text = Text("")


Contents = ConceptPaper | BusinessCase | ChangeRequest

CONTENTS: dict[Kind, type[ConceptPaper] | type[BusinessCase] | type[ChangeRequest]] = {
    Kind.CONCEPT_PAPER: ConceptPaper,
    Kind.BUSINESS_CASE: BusinessCase,
    Kind.CHANGE_REQUEST: ChangeRequest,
}
