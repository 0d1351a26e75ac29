"""What may be asked of the notice of a key decision."""

from dataclasses import dataclass
from datetime import date

from domain.words import BodyId, CaseId, Text

NOTHING = Text("")


@dataclass(frozen=True, slots=True)
class GiveNotice:
    """Notice that a key decision is to be made; `date_or_period` is its first and last day, the same for one date."""

    case: CaseId
    matter: Text = NOTHING
    decision_maker: BodyId | None = None
    date_or_period: tuple[date, date] | None = None
    documents: Text = NOTHING
    copies_from: Text = NOTHING
    other_documents: Text = NOTHING
    how_to_ask: Text = NOTHING


@dataclass(frozen=True, slots=True)
class WithdrawNotice:
    """A notice taken down, with the reason; another may then be given and its days start anew."""

    case: CaseId
    reason: Text
