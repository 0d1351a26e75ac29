"""What has happened in the register of delegated powers. These names are the storage format: add, never rename."""

from dataclasses import dataclass
from datetime import date

from domain.routing.kinds import Kind
from domain.words import BodyId, CaseId, EntryId, Hand, OfficeId, Pence, TextId


@dataclass(frozen=True, slots=True)
class Power:
    """What a resolution conferred: to an office or a body, for what, up to what sum in all, after consulting whom.

    `limit` is in pence over all decisions under it; the power stands from `starts` to `until`, both included.
    """

    office: OfficeId | None
    body: BodyId | None
    kinds: tuple[Kind, ...]
    limit: Pence
    consult: tuple[OfficeId, ...]
    starts: date
    until: date | None


@dataclass(frozen=True, slots=True)
class PowerConferred:
    """A resolution conferred a power, which entered the register; `resolution` says where it is minuted."""

    by: Hand
    entry: EntryId
    power: Power
    resolution: TextId


@dataclass(frozen=True, slots=True)
class DrawnDown:
    """A decision under an entry used some of its limit."""

    by: Hand
    entry: EntryId
    case: CaseId
    amount: Pence
    on: date


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A decision under an entry no longer stands, and what it had used is free again."""

    by: Hand
    entry: EntryId
    case: CaseId
    amount: Pence
    reason: TextId


@dataclass(frozen=True, slots=True)
class PowerRevoked:
    """A conferred power was taken back and no longer stands from `on`."""

    by: Hand
    entry: EntryId
    on: date
    reason: TextId


DelegationEvent = PowerConferred | DrawnDown | GivenBack | PowerRevoked
