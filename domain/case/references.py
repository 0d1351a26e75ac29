"""Human references: SAF-2024-0012 is the twelfth case drafted in 2024."""

from collections.abc import Mapping

from domain.case.events import Reference, ReferenceTaken
from domain.words import CaseId

References = Mapping[int, int]
"""How many references each year has used."""


def blank() -> References:
    """No reference has been used."""
    return {}


def evolve(state: References, event: ReferenceTaken) -> References:
    """The count after one more reference was taken."""
    return {**state, event.year: event.number}


def take(state: References, year: int, case: CaseId) -> tuple[Reference, ReferenceTaken]:
    """The next reference of a year, and the fact that this case has it."""
    number = state.get(year, 0) + 1
    return Reference(f"SAF-{year}-{number:04}"), ReferenceTaken(year, number, case)
