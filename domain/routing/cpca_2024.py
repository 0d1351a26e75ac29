"""The authority's first policy, `cpca-2024`, as a table: who acts on a case, in which order, and who may approve it.

Who may approve two million, and why? Read down the business-case rows to the first whose sum is not below
£2,000,000: the Investment Committee decides, because the row "£1,000,000 to £5,000,000, both included" says so.
"""

from dataclasses import replace
from datetime import date

from domain.people.offices import CHIEF_EXECUTIVE as OF_CHIEF_EXECUTIVE
from domain.people.offices import DEMOCRATIC_SERVICES, Membership
from domain.people.offices import PMO as OF_PMO
from domain.routing.bodies import (
    MAJORITY_WITH_MAYOR,
    MAYOR_OR_DEPUTY,
    SIMPLE_MAJORITY,
    TWO_THIRDS,
    Body,
    Matter,
    Quorum,
    Sort,
)
from domain.routing.kinds import Basis, Capacity, Kind
from domain.routing.policy import Band, Policy, Step
from domain.words import BodyId, OrganisationId, Pence, PolicyId, pounds

PMO = BodyId("pmo")
PANEL = BodyId("investment_panel")
CHIEF_EXECUTIVE = BodyId("chief_executive")
COMMITTEE = BodyId("investment_committee")
BOARD = BodyId("board")

PMO_TRIAGES = Step(PMO, Capacity.TRIAGE)
PANEL_RECOMMENDS = Step(PANEL, Capacity.RECOMMEND)
COMMITTEE_COMMENTS = Step(COMMITTEE, Capacity.COMMENT)
COMMITTEE_RECOMMENDS = Step(COMMITTEE, Capacity.RECOMMEND)
CHIEF_EXECUTIVE_DECIDES = Step(CHIEF_EXECUTIVE, Capacity.DECIDE)
COMMITTEE_DECIDES = Step(COMMITTEE, Capacity.DECIDE)
BOARD_DECIDES = Step(BOARD, Capacity.DECIDE)

UNDER_ONE_MILLION = pounds("999999.99")
UP_TO_FIVE_MILLION = pounds("5000000.00")


def _row(kind: Kind, up_to: Pence | None, *steps: Step, source: str) -> Band:
    return Band(kind, up_to, steps, source)


# fmt: off
CONCEPT_PAPERS = (
    _row(Kind.CONCEPT_PAPER, None, PMO_TRIAGES, PANEL_RECOMMENDS, COMMITTEE_COMMENTS, BOARD_DECIDES,
         source="SAF 2, the route: concept paper, any figure [P]"),
)
BUSINESS_CASES = (
    _row(Kind.BUSINESS_CASE, UNDER_ONE_MILLION, PMO_TRIAGES, PANEL_RECOMMENDS, CHIEF_EXECUTIVE_DECIDES,
         source="SAF 2, the route: business case, under £1,000,000 [S]"),
    _row(Kind.BUSINESS_CASE, UP_TO_FIVE_MILLION, PMO_TRIAGES, PANEL_RECOMMENDS, COMMITTEE_DECIDES,
         source="SAF 2, the route: business case, £1,000,000 to £5,000,000, both included [P]"),
    _row(Kind.BUSINESS_CASE, None, PMO_TRIAGES, PANEL_RECOMMENDS, COMMITTEE_RECOMMENDS, BOARD_DECIDES,
         source="SAF 2, the route: business case, over £5,000,000 [P, I]"),
)
# fmt: on
CHANGE_REQUESTS = tuple(
    replace(row, kind=Kind.CHANGE_REQUEST, source="SAF 2, the route: change request, as business case [I]")
    for row in BUSINESS_CASES
)

BODIES = (
    Body(PMO, "Programme Management Office", Sort.OFFICE, (Capacity.TRIAGE,), "panel_agenda", OF_PMO),
    Body(
        PANEL,
        "Investment Panel",
        Sort.OFFICERS_JOINTLY,
        (Capacity.RECOMMEND,),
        "panel",
        OF_PMO,
        Quorum(3, source="SAF 4, committee and panel quorum [A]"),
        SIMPLE_MAJORITY,
    ),
    Body(
        CHIEF_EXECUTIVE,
        "Chief Executive",
        Sort.OFFICE,
        (Capacity.DECIDE, Capacity.NOTE),
        "ceo_submission",
        OF_CHIEF_EXECUTIVE,
    ),
    Body(
        COMMITTEE,
        "Investment Committee",
        Sort.MEMBERS,
        (Capacity.RECOMMEND, Capacity.COMMENT, Capacity.DECIDE, Capacity.NOTE),
        "committee",
        DEMOCRATIC_SERVICES,
        Quorum(4, source="SAF 4, committee and panel quorum [A]"),
        SIMPLE_MAJORITY,
    ),
    Body(
        BOARD,
        "Combined Authority Board",
        Sort.MEMBERS,
        (Capacity.DECIDE, Capacity.NOTE),
        "board",
        DEMOCRATIC_SERVICES,
        Quorum(
            5,
            ((Membership.CONSTITUENT, 4),),
            MAYOR_OR_DEPUTY,
            source="SAF 4, voting and quorum [P, draft Order: verify]",
        ),
        MAJORITY_WITH_MAYOR,
        (Matter("two_thirds", "A matter listed as needing two thirds", TWO_THIRDS),),
    ),
)
"""In the order of the route. Members' quorum and votes as SAF 4; those of the panel and the committee assumed."""

CPCA_2024 = Policy(
    id=PolicyId("cpca-2024"),
    name="Single Assurance Framework 2024",
    adopted_by="Combined Authority Board",
    adopted_on=date(2023, 11, 29),
    effective_from=date(2024, 4, 1),
    cleared_by=(OrganisationId("dluhc"), OrganisationId("dft"), OrganisationId("dfe")),
    review_due=date(2025, 4, 1),
    basis=Basis.AUTHORITY_CONTRIBUTION,
    bodies=BODIES,
    bands=CONCEPT_PAPERS + BUSINESS_CASES + CHANGE_REQUESTS,
)
"""The Board adopted it in November 2023 [S]; the days, and its clearance by those three departments, are [A]."""
