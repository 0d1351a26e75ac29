"""Whose hands must differ on one case."""

from itertools import product

import pytest

from domain.people.duties import DUTIES, Act, Forbidden, clashes
from domain.words import CLOCK, Hand, OfficeId, PersonId

ANN, BEN, CAT = PersonId("ann"), PersonId("ben"), PersonId("cat")
PMO = OfficeId("pmo")


def hands(*acts: tuple[Act, PersonId]) -> frozenset[tuple[Act, PersonId]]:
    """What people have done to the case."""
    return frozenset(acts)


@pytest.mark.parametrize("pair", DUTIES, ids=lambda pair: f"{pair.earlier}-{pair.later}")
def test_every_pair_of_the_table_bites(pair: Forbidden) -> None:
    """A person who did the earlier act may not do the later one, and the answer names that row with its source."""
    assert clashes(DUTIES, hands((pair.earlier, ANN)), Hand(ANN, PMO), pair.later) == (pair,)
    assert pair.source.startswith("SAF 2")


@pytest.mark.parametrize("own", [Act.WROTE, Act.SPONSORS])
@pytest.mark.parametrize("later", [Act.TRIAGED, Act.RECOMMENDED, Act.CLEARED, Act.DECIDED, Act.RECORDED])
def test_nobody_handles_their_own_case(own: Act, later: Act) -> None:
    """Nobody triages, recommends, clears, decides or records a case they wrote or sponsor."""
    assert clashes(DUTIES, hands((own, ANN)), Hand(ANN, PMO), later)


def test_another_person_may() -> None:
    """Whoever has done nothing to the case may do anything to it."""
    done = hands(*((act, ANN) for act in Act))
    assert all(clashes(DUTIES, done, Hand(BEN, PMO), act) == () for act in Act)


def test_several_pairs_are_all_named() -> None:
    """Whoever wrote, sponsors and cleared a case is told all three rows that keep them from deciding it."""
    done = hands((Act.WROTE, ANN), (Act.SPONSORS, ANN), (Act.CLEARED, ANN))
    named = {pair.earlier for pair in clashes(DUTIES, done, Hand(ANN, PMO), Act.DECIDED)}
    assert named == {Act.WROTE, Act.SPONSORS, Act.CLEARED}


def test_triaging_and_recommending_may_be_one_person() -> None:
    """The PMO officer who triaged a case may record the panel's recommendation."""
    assert clashes(DUTIES, hands((Act.TRIAGED, ANN)), Hand(ANN, PMO), Act.RECORDED) == ()


@pytest.mark.parametrize("own", [Act.WROTE, Act.SPONSORS])
def test_a_delegate_never_acts_on_a_case_of_the_person_they_stand_in_for(own: Act) -> None:
    """Ben may decide Ann's case in his own office, and not as Ann's deputy."""
    done = hands((own, ANN))
    assert clashes(DUTIES, done, Hand(BEN, PMO), Act.DECIDED) == ()
    assert clashes(DUTIES, done, Hand(BEN, PMO, on_behalf_of=ANN), Act.DECIDED)


def test_a_delegate_is_bound_by_their_own_hands_too() -> None:
    """Standing in for Ann does not let Ben decide a case he wrote himself."""
    assert clashes(DUTIES, hands((Act.WROTE, BEN)), Hand(BEN, PMO, on_behalf_of=ANN), Act.DECIDED)


def test_an_authority_may_adopt_another_table() -> None:
    """With no pairs adopted nothing clashes; with one adopted only that one does."""
    one = (Forbidden(Act.TRIAGED, Act.RECORDED, "Nobody triages and records the same case", "a local standing order"),)
    done = hands(*((act, ANN) for act in Act))
    assert not any(clashes((), done, Hand(ANN, PMO), act) for act in Act)
    assert [act for act in Act if clashes(one, done, Hand(ANN, PMO), act)] == [Act.RECORDED]


def test_the_clock_never_clashes() -> None:
    """A due date that passed is nobody's hand, so it breaks no duty."""
    done = hands(*product(Act, (ANN, BEN, CAT)))
    assert not any(clashes(DUTIES, done, CLOCK, act) for act in Act)
