"""What can happen to a key-decision notice. These names are the storage format: add to them, never rename one."""

from dataclasses import dataclass
from datetime import date

from domain.words import BodyId, Hand, TextId


@dataclass(frozen=True, slots=True)
class Period:
    """When the decision is to be made: from one day to another, both included; the same day twice for a date."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """Notice on the website that a key decision is to be made. `on` is the London day of the server's receipt.

    The other fields are what SI 2017/68 art 11 has it state; an empty text or None says nothing yet.
    """

    by: Hand
    on: date
    matter: TextId
    decision_maker: BodyId | None
    period: Period | None
    documents: TextId
    copies_from: TextId
    other_documents: TextId
    how_to_ask: TextId


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn:
    by: Hand
    on: date
    reason: TextId


NoticeEvent = NoticeGiven | NoticeWithdrawn
