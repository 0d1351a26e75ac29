"""Where each stream, and the whole ledger, stands while a transaction is open: what the next event is chained to."""

from eventsourcing.persistence import StoredEvent

from adapters.store.envelope import opened, sealed
from adapters.store.store import Writing


class Tips:
    """The last version and digest of every stream asked for, moved on with each event that is linked."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._streams: dict[str, tuple[int, str]] = {}
        last = writing.last()
        self._head = opened(last.state).digest if last else ""

    def version(self, stream: str) -> int:
        """How many events the stream holds, those linked in this transaction counted."""
        return self._tip(stream)[0]

    def link(self, stream: str, name: str, at: str, request: str, payload: bytes) -> tuple[StoredEvent, str]:
        """The next event of a stream, chained to its predecessor and to the head of the ledger; and its digest."""
        version, before = self._tip(stream)
        envelope = sealed(stream, version + 1, name, at, request, payload, before, self._head)
        self._head = envelope.digest
        self._streams[stream] = (version + 1, envelope.digest)
        return StoredEvent(stream, version + 1, name, envelope.to_bytes()), envelope.digest

    def _tip(self, stream: str) -> tuple[int, str]:
        if stream not in self._streams:
            last = self._writing.last(stream)
            self._streams[stream] = (last.originator_version, opened(last.state).digest) if last else (0, "")
        return self._streams[stream]
