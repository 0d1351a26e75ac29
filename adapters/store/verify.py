"""Walks the chain of digests and names the first event that is not as it was stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from eventsourcing.persistence import Notification

from adapters.store.envelope import Envelope, opened, sealed
from adapters.store.ledger import StoredLedger


@dataclass(frozen=True, slots=True)
class Fault:
    """The first position at which the ledger is not what was recorded, and what seems to have been done to it."""

    position: int
    says: str


@dataclass(slots=True)
class _Walk:
    """How far the chain holds: the last position, the head's digest, and each stream's version and digest."""

    position: int
    head: str
    streams: dict[str, tuple[int, str]]


def verify(ledger: StoredLedger, heads: Mapping[int, str] | None = None) -> Fault | None:
    """None if every event is as it was stored, or the first fault.

    A lost tail and a ledger rewritten from one event to its end are seen only against `heads`, positions and digests
    that were kept elsewhere.
    """
    known = dict(heads or {})
    walk = _Walk(0, "", {})
    for event in ledger.stored():
        if fault := _fault(ledger, event, walk):
            return fault
        if known.pop(event.id, walk.head) != walk.head:
            return Fault(event.id, "is not the event that stood here when the head was kept: rewritten up to here")
    if known:
        return Fault(walk.position + 1, f"removed, with all after it: the ledger once reached {max(known)}")
    return None


def _fault(ledger: StoredLedger, event: Notification, walk: _Walk) -> Fault | None:
    """What is wrong with the next event, or None, and then the walk has moved past it."""
    envelope = _envelope(event)
    if envelope is None:
        return Fault(event.id, "changed: it is not an event as the ledger writes it")
    if envelope.head != walk.head:
        return _broken_link(ledger, event, envelope, walk)
    stream = str(event.originator_id)
    version, before = walk.streams.get(stream, (0, ""))
    meant = sealed(stream, version + 1, event.topic, envelope.at, envelope.request, envelope.payload, before, walk.head)
    if event.originator_version != version + 1 or meant != envelope:
        after = next(ledger.stored(event.id), None)
        inserted = after is not None and (found := _envelope(after)) is not None and found.head == walk.head
        return Fault(event.id, "inserted: the event after it does not know it" if inserted else "changed")
    walk.position, walk.head, walk.streams[stream] = event.id, envelope.digest, (version + 1, envelope.digest)
    return None


def _broken_link(ledger: StoredLedger, event: Notification, envelope: Envelope, walk: _Walk) -> Fault:
    """Why an event does not follow the one before it: where its true predecessor stands now tells."""
    predecessor = 0 if envelope.head == "" else None
    for other in ledger.stored():
        if (found := _envelope(other)) is not None and found.digest == envelope.head:
            predecessor = other.id
    if predecessor is None:
        return Fault(walk.position + 1, "removed, or changed together with its digest")
    if predecessor < event.id:
        return Fault(predecessor + 1, "inserted: the events after it do not know it")
    return Fault(event.id, f"re-ordered: it was stored after the event now at {predecessor}")


def _envelope(event: Notification) -> Envelope | None:
    try:
        envelope = opened(event.state)
    except ValueError:
        return None
    return envelope if envelope.to_bytes() == event.state else None
