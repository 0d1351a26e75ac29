"""Which powers stand, and how much of each is left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from domain.register.delegations.events import (
    DelegationEvent,
    DrawnDown,
    GivenBack,
    Power,
    PowerConferred,
    PowerRevoked,
)
from domain.words import CaseId, EntryId, Pence


@dataclass(frozen=True, slots=True)
class Entry:
    """One conferred power, what each case has drawn from it, and from when it is revoked."""

    power: Power
    drawn: Mapping[CaseId, Pence]
    revoked_on: date | None = None

    @property
    def left(self) -> Pence:
        """How much may still be decided under the power, in pence."""
        return Pence(self.power.limit - sum(self.drawn.values()))

    def stands(self, on: date) -> bool:
        """Whether the power may be used on a day."""
        begun = self.power.starts <= on
        expired = self.power.until is not None and self.power.until < on
        return begun and not expired and (self.revoked_on is None or on < self.revoked_on)


@dataclass(frozen=True, slots=True)
class Delegations:
    """Every power that was conferred, by the id of its entry."""

    entries: Mapping[EntryId, Entry]

    def entry(self, id: EntryId) -> Entry | None:
        """An entry of the register, or None if there is none."""
        return self.entries.get(id)


def none_conferred() -> Delegations:
    """The register of an empty ledger."""
    return Delegations(MappingProxyType({}))


def evolve(delegations: Delegations, event: DelegationEvent) -> Delegations:
    """The register after one more event."""
    match event:
        case PowerConferred():
            return _with(delegations, event.entry, Entry(event.power, MappingProxyType({})))
        case DrawnDown():
            entry = delegations.entries[event.entry]
            drawn = MappingProxyType({**entry.drawn, event.case: event.amount})
            return _with(delegations, event.entry, replace(entry, drawn=drawn))
        case GivenBack():
            entry = delegations.entries[event.entry]
            drawn = MappingProxyType({case: sum_ for case, sum_ in entry.drawn.items() if case != event.case})
            return _with(delegations, event.entry, replace(entry, drawn=drawn))
        case PowerRevoked():
            entry = delegations.entries[event.entry]
            return _with(delegations, event.entry, replace(entry, revoked_on=event.on))


def _with(delegations: Delegations, id: EntryId, entry: Entry) -> Delegations:
    return Delegations(MappingProxyType({**delegations.entries, id: entry}))
