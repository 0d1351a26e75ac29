"""When a body is quorate and when a vote is carried."""

from dataclasses import replace

import pytest

from domain.people.offices import Membership
from domain.routing.bodies import (
    MAJORITY_WITH_MAYOR,
    SIMPLE_MAJORITY,
    TWO_THIRDS,
    VOTE_RULES,
    Attending,
    Matter,
    Quorum,
    Votes,
    carried,
    counting,
    quorate,
    wanting,
)
from domain.routing.cpca_2024 import BOARD, COMMITTEE, CPCA_2024, PANEL, PMO
from domain.words import PersonId

MAYOR, DEPUTY, COUNCIL, BUSINESS = (
    Membership.MAYOR,
    Membership.DEPUTY_MAYOR,
    Membership.CONSTITUENT,
    Membership.BUSINESS_BOARD,
)


@pytest.mark.parametrize(
    ("present", "is_quorate"),
    [
        ((MAYOR, *[COUNCIL] * 4), True),
        ((DEPUTY, *[COUNCIL] * 4), True),
        ((MAYOR, *[COUNCIL] * 3, BUSINESS), False),
        ((MAYOR, *[COUNCIL] * 3), False),
        ((*[COUNCIL] * 5, BUSINESS), False),
        ((), False),
    ],
)
def test_the_board_needs_five_with_the_mayor_and_four_councils(
    present: tuple[Membership, ...], is_quorate: bool
) -> None:
    """The Board's quorum is five, including the Mayor or deputy and at least four constituent members."""
    assert quorate(CPCA_2024.body(BOARD).quorum, present) is is_quorate


def test_what_is_missing_is_said() -> None:
    """A body short of its quorum is told everything that is missing."""
    assert wanting(CPCA_2024.body(BOARD).quorum, [COUNCIL, BUSINESS]) == (
        "5 must be present and 2 count",
        "4 of them must be constituent members and 1 are",
        "the mayor or the deputy mayor must be present",
    )


def test_committee_and_panel_quorum() -> None:
    """The committee needs four and the panel three, of any class with a vote; an office needs none."""
    assert [CPCA_2024.body(body).quorum is None for body in (PMO, PANEL, COMMITTEE)] == [True, False, False]
    assert quorate(CPCA_2024.body(COMMITTEE).quorum, [COUNCIL] * 4)
    assert not quorate(CPCA_2024.body(COMMITTEE).quorum, [COUNCIL] * 3)
    assert quorate(CPCA_2024.body(PANEL).quorum, [Membership.OFFICER] * 3)
    assert quorate(CPCA_2024.body(PMO).quorum, [])


def test_who_counts_on_an_item() -> None:
    """Those with a vote who are in the room count; not who left the item, nor, unless set so, who attends remotely."""
    room = [
        Attending(PersonId("ann"), MAYOR),
        Attending(PersonId("ben"), COUNCIL),
        Attending(PersonId("cat"), COUNCIL, remote=True),
        Attending(PersonId("dan"), Membership.NON_VOTING),
        Attending(PersonId("eve"), Membership.CO_OPTED),
    ]
    assert counting(room) == (MAYOR, COUNCIL)
    assert counting(room, left=[PersonId("ann")]) == (COUNCIL,)
    assert counting(room, remote_counts=True) == (MAYOR, COUNCIL, COUNCIL)


@pytest.mark.parametrize(
    ("in_favour", "against", "abstaining", "is_carried"),
    [(4, 3, 0, True), (1, 0, 7, True), (3, 3, 1, False), (3, 4, 0, False), (0, 0, 8, False)],
)
def test_a_simple_majority_of_those_voting(in_favour: int, against: int, abstaining: int, is_carried: bool) -> None:
    """More for than against carries; a tie does not; an abstention is no vote; nobody voting carries nothing."""
    assert carried(SIMPLE_MAJORITY, Votes(in_favour, against, abstaining)) is is_carried


def test_the_boards_majority_includes_the_mayor_or_deputy() -> None:
    """At the Board a majority without the Mayor or deputy in it is not carried, and neither is a tie with them."""
    rule = CPCA_2024.body(BOARD).vote_on()
    assert rule == MAJORITY_WITH_MAYOR
    assert carried(rule, Votes(5, 1, classes_for=(MAYOR, COUNCIL)))
    assert carried(rule, Votes(5, 1, classes_for=(DEPUTY, COUNCIL)))
    assert not carried(rule, Votes(6, 1, classes_for=(COUNCIL,)))
    assert not carried(rule, Votes(3, 3, classes_for=(MAYOR,), casting=True))


@pytest.mark.parametrize(("in_favour", "against", "is_carried"), [(6, 3, True), (5, 3, False), (2, 1, True)])
def test_listed_matters_need_two_thirds(in_favour: int, against: int, is_carried: bool) -> None:
    """A listed matter is carried by two thirds of those voting, exactly two thirds included."""
    rule = CPCA_2024.body(BOARD).vote_on("two_thirds")
    assert rule == TWO_THIRDS
    assert carried(rule, Votes(in_favour, against)) is is_carried


def test_a_casting_vote_decides_a_tie_only_where_the_rule_has_one() -> None:
    """Where an arrangement gives the chair a casting vote it settles a tie, and nothing but a tie."""
    rule = replace(SIMPLE_MAJORITY, casting_vote=True)
    assert carried(rule, Votes(3, 3, casting=True))
    assert not carried(rule, Votes(3, 3, casting=False))
    assert not carried(rule, Votes(3, 3))
    assert not carried(rule, Votes(2, 3, casting=True))


def test_a_matter_may_have_a_quorum_of_its_own() -> None:
    """A listed matter's own quorum replaces the body's; one without keeps it."""
    board = CPCA_2024.body(BOARD)
    strict = replace(board, matters=(Matter("budget", "The budget", TWO_THIRDS, Quorum(7)),))
    assert strict.quorum_for("budget") == Quorum(7)
    assert strict.quorum_for() == board.quorum == board.quorum_for("two_thirds")


def test_every_voting_arrangement_is_listed_by_name() -> None:
    """The arrangements a policy may name are a controlled list, and each says what it is and where it is written."""
    assert list(VOTE_RULES) == ["simple_majority", "majority_with_mayor", "two_thirds"]
    assert all(rule.says and rule.source for rule in VOTE_RULES.values())
