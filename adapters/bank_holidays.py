"""The bank holidays of England, offline, from the `holidays` package."""

from datetime import date
from functools import cache

import holidays

FIRST_YEAR, LAST_YEAR = 2018, 2032
"""The years the product covers; a date outside them is refused rather than counted without its bank holidays."""


@cache
def england() -> frozenset[date]:
    """Every bank holiday of England in the years covered, those proclaimed for one year only included."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))


class EnglishBankHolidays:
    """Implements the port BankHolidays."""

    def __call__(self) -> frozenset[date]:
        """Every bank holiday the product knows."""
        return england()
