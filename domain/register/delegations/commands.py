"""What may be asked of the register of delegated powers."""

from dataclasses import dataclass
from datetime import date

from domain.routing.kinds import Kind
from domain.words import BodyId, CaseId, EntryId, OfficeId, Pence, Text


@dataclass(frozen=True, slots=True)
class Confer:
    """Enter a power that a resolution conferred, to an office or to a body. `limit` is in pence over all decisions."""

    entry: EntryId
    kinds: tuple[Kind, ...]
    limit: Pence
    resolution: Text
    starts: date
    until: date | None = None
    office: OfficeId | None = None
    body: BodyId | None = None
    consult: tuple[OfficeId, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawDown:
    """Decide `case` under an entry, by one's office or for `body`. `amount` is in pence, `on` is when."""

    entry: EntryId
    case: CaseId
    kind: Kind
    amount: Pence
    on: date
    body: BodyId | None = None
    consulted: tuple[OfficeId, ...] = ()


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Free what a case had drawn from an entry, because its decision no longer stands."""

    entry: EntryId
    case: CaseId
    reason: Text


@dataclass(frozen=True, slots=True)
class Revoke:
    """Take a power back; it no longer stands from `on`."""

    entry: EntryId
    on: date
    reason: Text
