"""The ledger: one class over any store, and the two stores it ships with."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from eventsourcing.persistence import IntegrityError, Notification

from adapters.store.chain import Tips
from adapters.store.codec import ALL, Codec
from adapters.store.envelope import opened, written
from adapters.store.memory import MemoryStore
from adapters.store.ready import Ready, as_lines, as_row, made_ready, parsed
from adapters.store.sqlite import SqliteStore
from adapters.store.store import Store, Writing
from domain.words import TextId
from workflows.ports import Commit, Conflict, Paper, Recorded, Remembered, Request, RequestReused, Row

PAGE = 500
"""How many events are read at once when the whole ledger is walked."""


class StoredLedger:
    """The port `Ledger` over a store. Safe for threads: writers wait for one another, readers see what is committed."""

    def __init__(self, store: Store, codec: Codec) -> None:
        self.store = store
        self._codec = codec

    def commit(self, commits: Sequence[Commit]) -> Sequence[tuple[Recorded, ...]]:
        """Store several commits, in order, in one transaction.

        Raises Conflict if a version has moved or a request was carried out meanwhile (`remembered` has its answer),
        and RequestReused if a request's id was used for something else; then nothing at all is stored.
        """
        if not commits:
            return ()
        ready = [made_ready(commit, self._codec) for commit in commits]
        try:
            with self.store.writing() as writing:
                tips = Tips(writing)
                return tuple(_stored(one, writing, tips) for one in ready)
        except IntegrityError as moved:
            raise Conflict(str(moved)) from moved

    def stream(self, stream: str, until: datetime | None = None) -> Sequence[Recorded]:
        """The facts of one stream in order; with `until`, only those recorded at or before that instant."""
        return tuple(self._recorded(self.store.stream(stream), until))

    def everything(self, after: int = 0, until: datetime | None = None) -> Iterator[Recorded]:
        """All facts in ledger order after a position, up to where the ledger stood when this was asked."""
        return self._recorded(self.stored(after), until)

    def stored(self, after: int = 0) -> Iterator[Notification]:
        """All events as they are stored, in ledger order, up to where the ledger stood when this was asked."""
        stop = self.store.recorder.max_notification_id() or 0
        return self._pages(after, stop)

    def _pages(self, after: int, stop: int) -> Iterator[Notification]:
        while page := self.store.recorder.select_notifications(after, PAGE, stop, inclusive_of_start=False):
            yield from page
            after = page[-1].id

    def _recorded(self, events: Iterable[Notification], until: datetime | None) -> Iterator[Recorded]:
        last = None if until is None else written(until)
        for event in events:
            envelope = opened(event.state)
            if last is None or envelope.at <= last:
                yield Recorded(
                    event.id,
                    str(event.originator_id),
                    event.originator_version,
                    datetime.fromisoformat(envelope.at),
                    envelope.request,
                    self._codec.decode(event.topic, envelope.payload),
                    envelope.digest,
                )

    def head(self) -> tuple[int, str]:
        """The last position and its digest; (0, '') on an empty ledger."""
        recorder = self.store.recorder
        last = recorder.max_notification_id()
        found = recorder.select_notifications(last, 1) if last else ()
        return (found[0].id, opened(found[0].state).digest) if found else (0, "")

    def version(self, stream: str) -> int:
        """How many facts the stream holds."""
        last = self.store.recorder.select_events(stream, desc=True, limit=1)
        return last[0].originator_version if last else 0

    def remembered(self, request: str) -> Remembered | None:
        """What a request id answered, if it was carried out before."""
        found = self.store.answered(request)
        return Remembered(found.digest, parsed(found.answer)) if found else None

    def rows(self, view: str, group: str, upto: str | None = None, after: str = "", limit: int = 0) -> Sequence[Row]:
        """Rows of one group of a view by (sort, subject), with sort <= `upto`; `after` is "sort|subject" of a row."""
        sort, bar, subject = after.rpartition("|")
        place = (sort, subject) if bar else (after, "")
        lines = self.store.lines(view, group, upto, place if after else None, limit)
        return tuple(as_row(line) for line in lines)

    def replace_rows(self, rows: Mapping[str, tuple[Row, ...]] | None, every: bool = False) -> None:
        """Replace the rows of the subjects named, outside any command; with `every`, of all subjects (a rebuild)."""
        lines = as_lines(rows or {})
        with self.store.writing() as writing:
            if every:
                writing.clear_rows()
            for subject, owned in lines.items():
                writing.replace_rows(subject, owned)

    def paper(self, id: TextId) -> Paper | None:
        """A text kept beside the ledger, or None if there is none (or it was erased)."""
        return self.store.paper(id)

    def keep_file(self, digest: str, content: bytes) -> None:
        """Keep a file under its SHA-256 in hexadecimal, once. Raises ValueError if that is not its digest."""
        if hashlib.sha256(content).hexdigest() != digest:
            raise ValueError(f"{digest} is not the SHA-256 of this file")
        with self.store.writing() as writing:
            writing.keep_file(digest, content)

    def file(self, digest: str) -> bytes | None:
        """An attachment's bytes."""
        return self.store.file(digest)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


class MemoryLedger(StoredLedger):
    """A ledger that lasts as long as the process: simulation, planning, tests."""

    def __init__(self, codec: Codec = ALL) -> None:
        super().__init__(MemoryStore(), codec)


class SqliteLedger(StoredLedger):
    """A ledger in one SQLite file, owned by one process.

    Raises StoreInUse to a second owner, and StoreUnknown for a file that is none of ours.
    """

    def __init__(self, path: str | Path, codec: Codec = ALL) -> None:
        super().__init__(SqliteStore(Path(path)), codec)


def _stored(ready: Ready, writing: Writing, tips: Tips) -> tuple[Recorded, ...]:
    """Store one commit in an open transaction, or say why not."""
    commit = ready.commit
    _insist_first(commit.request, writing)
    for stream, version in commit.checked.items():
        _insist_still(stream, version, tips)
    recorded: list[Recorded] = []
    for append, payloads in zip(commit.appends, ready.payloads, strict=True):
        _insist_still(append.stream, append.after, tips)
        links = [tips.link(append.stream, name, ready.at, commit.request.id, payload) for name, payload in payloads]
        positions = writing.insert([event for event, _ in links])
        at = datetime.fromisoformat(ready.at)
        for position, (event, digest), fact in zip(positions, links, append.facts, strict=True):
            recorded.append(
                Recorded(position, append.stream, event.originator_version, at, commit.request.id, fact, digest)
            )
    writing.remember(commit.request.id, ready.answered)
    for subject, lines in ready.lines.items():
        writing.replace_rows(subject, lines)
    for paper in commit.papers:
        writing.keep_paper(paper)
    return tuple(recorded)


def _insist_first(request: Request, writing: Writing) -> None:
    if before := writing.answered(request.id):
        if before.digest != request.digest:
            raise RequestReused(f"request {request.id} was used before, for something else")
        raise Conflict(f"request {request.id} was carried out meanwhile")


def _insist_still(stream: str, version: int, tips: Tips) -> None:
    if (now := tips.version(stream)) != version:
        raise Conflict(f"{stream} stands at {now}, not at {version}")
