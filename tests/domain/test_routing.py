"""The routes of the first policy, the figure they are computed on, and who stands above whom."""

from dataclasses import fields, replace

import pytest

from domain.routing.bodies import Sort
from domain.routing.cpca_2024 import (
    BOARD,
    BOARD_DECIDES,
    CHIEF_EXECUTIVE,
    CHIEF_EXECUTIVE_DECIDES,
    COMMITTEE,
    COMMITTEE_DECIDES,
    COMMITTEE_RECOMMENDS,
    CPCA_2024,
    PANEL,
    PANEL_RECOMMENDS,
    PMO,
    PMO_TRIAGES,
)
from domain.routing.kinds import OUTCOMES, Basis, Capacity, Figures, Kind
from domain.routing.policy import Step
from domain.routing.settings import SETTINGS, Settings
from domain.words import BodyId, Pence, pounds

ROUTES = [
    ("concept_paper", "0", "pmo triage, investment_panel recommend, investment_committee comment, board decide"),
    ("concept_paper", "996000", "pmo triage, investment_panel recommend, investment_committee comment, board decide"),
    ("concept_paper", "9000000", "pmo triage, investment_panel recommend, investment_committee comment, board decide"),
    ("business_case", "999999.99", "pmo triage, investment_panel recommend, chief_executive decide"),
    ("business_case", "1000000.00", "pmo triage, investment_panel recommend, investment_committee decide"),
    ("business_case", "2000000", "pmo triage, investment_panel recommend, investment_committee decide"),
    ("business_case", "5000000.00", "pmo triage, investment_panel recommend, investment_committee decide"),
    (
        "business_case",
        "5000000.01",
        "pmo triage, investment_panel recommend, investment_committee recommend, board decide",
    ),
    ("change_request", "999999.99", "pmo triage, investment_panel recommend, chief_executive decide"),
    ("change_request", "1000000.00", "pmo triage, investment_panel recommend, investment_committee decide"),
    ("change_request", "5000000.00", "pmo triage, investment_panel recommend, investment_committee decide"),
    (
        "change_request",
        "5000000.01",
        "pmo triage, investment_panel recommend, investment_committee recommend, board decide",
    ),
]


@pytest.mark.parametrize(("kind", "value", "steps"), ROUTES)
def test_the_route_of_each_kind_and_sum(kind: str, value: str, steps: str) -> None:
    """Each kind of case takes the steps of its row, to the penny, and records the policy, the basis and the figure."""
    route = CPCA_2024.route(Kind(kind), pounds(value))
    assert ", ".join(f"{step.body} {step.capacity}" for step in route.steps) == steps
    assert (route.policy, route.basis, route.figure) == ("cpca-2024", "authority_contribution", pounds(value))
    assert route.decider == CPCA_2024.decider(Kind(kind), pounds(value)) == route.steps[-1].body


def test_a_figure_is_taken_on_the_policys_basis() -> None:
    """A case is routed on the one of its three figures that the policy names."""
    figures = Figures(pounds("1"), pounds("2"), pounds("3"))
    taken = [replace(CPCA_2024, basis=basis).figure(Kind.BUSINESS_CASE, None, figures) for basis in Basis]
    assert taken == [100, 200, 300]
    assert Figures.of(Pence(7)) == Figures(Pence(7), Pence(7), Pence(7))


@pytest.mark.parametrize(
    ("before", "after", "figure"), [("400000", "1200000", "1200000"), ("1200000", "0", "1200000"), ("5", "5", "5")]
)
def test_a_change_is_routed_on_the_larger_of_before_and_after(before: str, after: str, figure: str) -> None:
    """A change request's figure is the larger of its baseline and the total after it; no change is the baseline."""
    sums = Figures.of(pounds(before)), Figures.of(pounds(after))
    assert CPCA_2024.figure(Kind.CHANGE_REQUEST, *sums) == pounds(figure)
    assert CPCA_2024.figure(Kind.BUSINESS_CASE, *sums) == pounds(after)


@pytest.mark.parametrize(
    ("approved_by", "delegated", "floor"),
    [
        (BOARD, False, BOARD),
        (BOARD, True, None),
        (None, False, CHIEF_EXECUTIVE),
        (BodyId("a_body_of_an_older_policy"), False, CHIEF_EXECUTIVE),
    ],
)
def test_who_approved_the_baseline_is_the_floor(
    approved_by: BodyId | None, delegated: bool, floor: BodyId | None
) -> None:
    """A change is never decided below who approved its baseline, or whose row holds it where that is not known."""
    baseline = Figures.of(pounds("420000"))
    assert CPCA_2024.floor(baseline, approved_by, delegated) == floor
    decider = CPCA_2024.route(Kind.CHANGE_REQUEST, pounds("420000"), floor).decider
    assert decider == (floor or CHIEF_EXECUTIVE)


def test_a_floor_raises_and_never_lowers() -> None:
    """A higher floor gives the business-case row with that decider; a lower one changes nothing."""
    assert CPCA_2024.route(Kind.CHANGE_REQUEST, pounds("1"), BOARD).steps == (
        PMO_TRIAGES,
        PANEL_RECOMMENDS,
        COMMITTEE_RECOMMENDS,
        BOARD_DECIDES,
    )
    low = CPCA_2024.route(Kind.BUSINESS_CASE, pounds("2000000"), CHIEF_EXECUTIVE)
    assert low == CPCA_2024.route(Kind.BUSINESS_CASE, pounds("2000000"))
    concept = CPCA_2024.route(Kind.CONCEPT_PAPER, pounds("1"), BOARD)
    assert Step(COMMITTEE, Capacity.COMMENT) in concept.steps


def test_a_raised_case_takes_the_remaining_steps_of_the_higher_row() -> None:
    """Raised after the panel, referred up by the Chief Executive, or raised at the committee: what is done stands."""
    route = CPCA_2024.route(Kind.BUSINESS_CASE, pounds("400000"))
    begun = (PMO_TRIAGES, PANEL_RECOMMENDS)
    assert CPCA_2024.raised(route, COMMITTEE, keep=2).steps == (*begun, COMMITTEE_DECIDES)
    assert CPCA_2024.raised(route, BOARD, keep=2).steps == (*begun, COMMITTEE_RECOMMENDS, BOARD_DECIDES)
    referred = CPCA_2024.raised(route, COMMITTEE, keep=3)
    assert referred.steps == (*begun, CHIEF_EXECUTIVE_DECIDES, COMMITTEE_DECIDES)
    assert CPCA_2024.raised(referred, BOARD, keep=3).steps == (
        *begun,
        CHIEF_EXECUTIVE_DECIDES,
        COMMITTEE_RECOMMENDS,
        BOARD_DECIDES,
    )
    assert referred.figure == route.figure


@pytest.mark.parametrize("to", [CHIEF_EXECUTIVE, COMMITTEE, PANEL])
def test_a_case_is_never_raised_downwards(to: BodyId) -> None:
    """Raising goes to a body above the present decider, never to the same one or a lower."""
    with pytest.raises(LookupError):
        CPCA_2024.raised(CPCA_2024.route(Kind.BUSINESS_CASE, pounds("2000000")), to, keep=2)


def test_the_ladder() -> None:
    """The Chief Executive is below the committee, the committee below the Board; nobody else is on the ladder."""
    assert CPCA_2024.ladder == (CHIEF_EXECUTIVE, COMMITTEE, BOARD)
    assert [CPCA_2024.rank(body) for body in (PANEL, CHIEF_EXECUTIVE, COMMITTEE, BOARD)] == [-1, 0, 1, 2]
    assert [CPCA_2024.above(body) for body in (CHIEF_EXECUTIVE, COMMITTEE, BOARD)] == [COMMITTEE, BOARD, None]


@pytest.mark.parametrize(
    ("step", "verbs"),
    [
        (PMO_TRIAGES, "accept return_for_rework"),
        (PANEL_RECOMMENDS, "recommend decline return_for_rework defer"),
        (Step(COMMITTEE, Capacity.COMMENT), "comment defer"),
        (Step(BOARD, Capacity.NOTE), "note"),
        (COMMITTEE_DECIDES, "approve refuse return_for_rework defer"),
        (BOARD_DECIDES, "approve refuse return_for_rework defer"),
        (CHIEF_EXECUTIVE_DECIDES, "approve refuse return_for_rework defer refer_up"),
    ],
)
def test_the_outcomes_of_each_capacity(step: Step, verbs: str) -> None:
    """Each capacity has its own outcomes, and only a single office with a body above it may refer up."""
    assert CPCA_2024.outcomes(step) == tuple(verbs.split())


def test_officers_who_decide_jointly_do_not_refer_up() -> None:
    """Referring up is for an office held by one person."""
    jointly = tuple(
        replace(body, sort=Sort.OFFICERS_JOINTLY) if body.id == CHIEF_EXECUTIVE else body for body in CPCA_2024.bodies
    )
    assert "refer_up" not in replace(CPCA_2024, bodies=jointly).outcomes(CHIEF_EXECUTIVE_DECIDES)


def test_every_capacity_has_outcomes() -> None:
    """There is no capacity in which a body could do nothing."""
    assert set(OUTCOMES) == set(Capacity)
    assert all(OUTCOMES.values())


def test_bodies_act_by_their_key_dates_and_are_recorded_by_an_office() -> None:
    """Each body names the key date it acts by and the office that records what it did."""
    assert [(body.id, body.acts_by, body.recorded_by) for body in CPCA_2024.bodies] == [
        (PMO, "panel_agenda", "pmo"),
        (PANEL, "panel", "pmo"),
        (CHIEF_EXECUTIVE, "ceo_submission", "chief_executive"),
        (COMMITTEE, "committee", "democratic_services"),
        (BOARD, "board", "democratic_services"),
    ]


def test_a_body_the_policy_does_not_have_is_not_found() -> None:
    """Asking for an unknown body is an error that names it, and so is a sum no row holds."""
    with pytest.raises(LookupError, match="thematic"):
        CPCA_2024.body(BodyId("thematic"))
    with pytest.raises(LookupError, match="no row"):
        replace(CPCA_2024, bands=()).band(Kind.BUSINESS_CASE, Pence(1))


def test_every_setting_is_a_row_with_its_default_and_source() -> None:
    """Every setting is listed with what it says and where it comes from, and its default is the one in use."""
    assert [row.name for row in SETTINGS] == [one.name for one in fields(Settings)]
    assert all(row.says and row.source and getattr(Settings(), row.name) == row.default for row in SETTINGS)
    assert Settings().key_decision_over == pounds("500000")


def test_every_row_of_the_table_names_its_source() -> None:
    """No row, quorum or voting arrangement of the first policy stands without a source."""
    assert all(band.source for band in CPCA_2024.bands)
    assert all(body.quorum.source for body in CPCA_2024.bodies if body.quorum)
    assert all(body.vote.source for body in CPCA_2024.bodies if body.vote)
