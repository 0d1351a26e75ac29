"""A store in memory: what a transaction writes is staged, and taken over only when it ends well."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock

from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.popo import POPOApplicationRecorder

from adapters.store.store import Answered, Line, Token
from workflows.ports import Paper

_Place = tuple[str, str, int, Line]
"""Sort, subject, and order among equals; then the row, which is never compared."""

_AFTER_EQUALS = 1 << 62


class MemoryRecorder(POPOApplicationRecorder):
    """The library's recorder, which also reads one stream with its places in the ledger."""

    def select_stream(self, stream: str) -> Sequence[Notification]:
        """The events of a stream in order, each with its position."""
        with self._database_lock:
            held = [(place, self._stored_events[place]) for place in self._stored_events_index[stream].values()]
        return [Notification(e.originator_id, e.originator_version, e.topic, e.state, n + 1) for n, e in held]


class MemoryWriting:
    """What one transaction wants to write; nothing of it is in the store yet."""

    def __init__(self, store: "MemoryStore") -> None:
        self._store = store
        self.events: list[StoredEvent] = []
        self.answers: dict[str, Answered] = {}
        self.cleared = False
        self.lines: dict[str, Sequence[Line]] = {}
        self.papers: dict[str, Paper] = {}
        self.files: dict[str, bytes] = {}
        self.tokens: dict[str, Token] = {}

    def last(self, stream: str | None = None) -> StoredEvent | None:
        """The last event of a stream, or of the whole ledger."""
        for event in reversed(self.events):
            if stream is None or event.originator_id == stream:
                return event
        recorder = self._store.recorder
        if stream is not None:
            return next(iter(recorder.select_events(stream, desc=True, limit=1)), None)
        return next(iter(recorder.select_notifications(recorder.max_notification_id(), 1)), None)

    def insert(self, events: Sequence[StoredEvent]) -> Sequence[int]:
        """Append events; their positions in the ledger."""
        first = (self._store.recorder.max_notification_id() or 0) + len(self.events) + 1
        self.events.extend(events)
        return range(first, first + len(events))

    def answered(self, request: str) -> Answered | None:
        """What is kept of a request."""
        return self.answers.get(request) or self._store.answered(request)

    def remember(self, request: str, answered: Answered) -> None:
        """Keep what a request was answered."""
        self.answers[request] = answered

    def clear_rows(self) -> None:
        """Forget every inline row."""
        self.cleared = True
        self.lines.clear()

    def replace_rows(self, subject: str, lines: Sequence[Line]) -> None:
        """Put these in place of the rows a subject owned."""
        self.lines[subject] = lines

    def keep_paper(self, paper: Paper) -> None:
        """Keep a paper, once."""
        self.papers.setdefault(paper.id, paper)

    def keep_file(self, digest: str, content: bytes) -> None:
        """Keep a file, once."""
        self.files.setdefault(digest, content)

    def issue(self, token: str, person: str, at: str) -> None:
        """Keep the hash of a token issued to a person."""
        self.tokens[token] = Token(person, at, None)

    def revoke(self, person: str, at: str) -> int:
        """Mark every standing token of a person as revoked; how many there were."""
        held = {**self._store.tokens, **self.tokens}
        standing = {hash: token for hash, token in held.items() if token.person == person and token.revoked is None}
        self.tokens.update({hash: token._replace(revoked=at) for hash, token in standing.items()})
        return len(standing)


class MemoryStore:
    """The port `Store` in dictionaries, and rows in sorted lists."""

    def __init__(self) -> None:
        self.recorder = MemoryRecorder()
        self.tokens: dict[str, Token] = {}
        self._lock = RLock()
        self._answers: dict[str, Answered] = {}
        self._papers: dict[str, Paper] = {}
        self._files: dict[str, bytes] = {}
        self._owned: dict[str, Sequence[Line]] = {}
        self._groups: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)

    @contextmanager
    def writing(self) -> Iterator[MemoryWriting]:
        """Open a transaction that nobody else writes beside."""
        with self._lock:
            staged = MemoryWriting(self)
            yield staged
            self._take_over(staged)

    def _take_over(self, staged: MemoryWriting) -> None:
        self.recorder.insert_events(staged.events)
        self._answers.update(staged.answers)
        for paper in staged.papers.values():
            self._papers.setdefault(paper.id, paper)
        for digest, content in staged.files.items():
            self._files.setdefault(digest, content)
        self.tokens.update(staged.tokens)
        if staged.cleared:
            self._owned.clear()
            self._groups.clear()
        for subject, lines in staged.lines.items():
            self._replace(subject, lines)

    def _replace(self, subject: str, lines: Sequence[Line]) -> None:
        for line in self._owned.pop(subject, ()):
            places = self._groups[line.view, line.group]
            del places[bisect_left(places, (line.sort, subject))]
        for order, line in enumerate(lines):
            insort(self._groups[line.view, line.group], (line.sort, subject, order, line))
        if lines:
            self._owned[subject] = tuple(lines)

    def stream(self, stream: str) -> Sequence[Notification]:
        """The events of a stream in order, each with its position."""
        return self.recorder.select_stream(stream)

    def answered(self, request: str) -> Answered | None:
        """What is kept of a request."""
        return self._answers.get(request)

    def lines(
        self, view: str, group: str, upto: str | None, after: tuple[str, str] | None, limit: int
    ) -> Sequence[Line]:
        """Rows of a group in order of (sort, subject), with sort <= `upto` and (sort, subject) > `after`."""
        with self._lock:
            places = self._groups.get((view, group), [])
            first = 0 if after is None else bisect_right(places, (*after, _AFTER_EQUALS))
            last = len(places) if upto is None else bisect_left(places, (upto + "\0",))
            if limit:
                last = min(last, first + limit)
            return [place[3] for place in places[first:last]]

    def paper(self, id: str) -> Paper | None:
        """A paper."""
        return self._papers.get(id)

    def file(self, digest: str) -> bytes | None:
        """A file's bytes."""
        return self._files.get(digest)

    def bearer(self, token: str) -> str | None:
        """Whose token has this hash and stands."""
        held = self.tokens.get(token)
        return held.person if held and held.revoked is None else None

    def close(self) -> None:
        """There is nothing to let go of."""
