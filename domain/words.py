"""The words every part of the domain is written in: ids, money, London time, and whose hand acted."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import NewType
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

AttachmentId = NewType("AttachmentId", str)
BodyId = NewType("BodyId", str)
CaseId = NewType("CaseId", str)
CycleId = NewType("CycleId", str)
EntryId = NewType("EntryId", str)
OfficeId = NewType("OfficeId", str)
OrganisationId = NewType("OrganisationId", str)
PersonId = NewType("PersonId", str)
PolicyId = NewType("PolicyId", str)
ProjectId = NewType("ProjectId", str)
ServiceId = NewType("ServiceId", str)
SittingId = NewType("SittingId", str)

Text = NewType("Text", str)
"""Free text as a person typed it. It never enters the ledger: a command carries it, a fact carries its TextId."""

TextId = NewType("TextId", str)
"""The salted SHA-256 of a text kept beside the ledger; the empty string stands for no text at all."""

Pence = NewType("Pence", int)
"""Money in whole pence. There is no other unit of money in the product."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acted, in which office, and for whom if they were deputising."""

    person: PersonId
    office: OfficeId
    on_behalf_of: PersonId | None = None


CLOCK = Hand(PersonId("clock"), OfficeId("clock"))
"""The hand of a due date that passed. It rolls, marks and raises; it never publishes, clears or decides."""


def pounds(amount: str | int | Decimal) -> Pence:
    """Pence for an amount in pounds with at most two decimals; commas and a leading £ are read over.

    Raises ValueError, saying what to write instead, for anything else or for less than nothing.
    """
    try:
        value = Decimal(str(amount).replace(",", "").replace("£", "").strip())
    except InvalidOperation:
        raise ValueError(f"{amount!r} is not a sum of money: write pounds, such as 999999.99") from None
    if not value.is_finite() or value < 0 or value >= Decimal(10) ** 13:
        raise ValueError(f"{amount!r} is not a sum of money: write pounds from 0 upwards, such as 999999.99")
    pence = value * 100
    if pence != pence.to_integral_value():
        raise ValueError(f"{amount!r} has more than two decimals: write pounds and pence, such as 999999.99")
    return Pence(int(pence))


def in_pounds(pence: Pence) -> str:
    """A sum as officials write it: £1,000,000 or £999,999.99."""
    whole, part = divmod(pence, 100)
    return f"£{whole:,}.{part:02}" if part else f"£{whole:,}"


def london_day(at: datetime) -> date:
    """The calendar day in London at an instant."""
    return at.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The instant, in UTC, at which a day begins in London."""
    return datetime.combine(day, time.min, LONDON).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The instant, in UTC, at which a day ends in London: a date-only deadline is met until then."""
    return start_of(day + timedelta(days=1))


def just_after(day: date, clock: time) -> datetime:
    """The first instant, in UTC, at which a deadline of a day and a London time has passed; it is met at the second."""
    return datetime.combine(day, clock, LONDON).astimezone(UTC) + timedelta(seconds=1)
