"""What a store must offer for a ledger to stand on it: events, answers, rows, papers, files and token hashes."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from eventsourcing.persistence import ApplicationRecorder, Notification, StoredEvent

from workflows.ports import Paper


class Line(NamedTuple):
    """An inline row as it is stored: `body` is JSON text. (sort, subject) is its place in (view, group)."""

    view: str
    group: str
    sort: str
    subject: str
    body: str


class Answered(NamedTuple):
    """A request as it is stored: the digest of what it asked, and the JSON text of what it was answered."""

    digest: str
    answer: str


class Token(NamedTuple):
    """An issued token as it is stored under its hash; `revoked` is when, or None while it stands."""

    person: str
    issued: str
    revoked: str | None


class Writing(Protocol):
    """One open transaction, alone with the store. It sees what it wrote; leaving it by an exception undoes it all."""

    def last(self, stream: str | None = None) -> StoredEvent | None:
        """The last event of a stream, or of the whole ledger."""

    def insert(self, events: Sequence[StoredEvent]) -> Sequence[int]:
        """Append events; their positions in the ledger."""

    def answered(self, request: str) -> Answered | None:
        """What is kept of a request."""

    def remember(self, request: str, answered: Answered) -> None:
        """Keep what a request was answered."""

    def clear_rows(self) -> None:
        """Forget every inline row."""

    def replace_rows(self, subject: str, lines: Sequence[Line]) -> None:
        """Put these in place of the rows a subject owned, in this order where (sort, subject) is the same."""

    def keep_paper(self, paper: Paper) -> None:
        """Keep a paper, once."""

    def keep_file(self, digest: str, content: bytes) -> None:
        """Keep a file, once."""

    def issue(self, token: str, person: str, at: str) -> None:
        """Keep the hash of a token issued to a person."""

    def revoke(self, person: str, at: str) -> int:
        """Mark every standing token of a person as revoked; how many there were."""


class Store(Protocol):
    """Where a ledger is kept. Any thread may use it; `recorder` holds the events."""

    @property
    def recorder(self) -> ApplicationRecorder:
        """The recorder of the events."""

    def writing(self) -> AbstractContextManager[Writing]:
        """Open a transaction that nobody else writes beside."""

    def stream(self, stream: str) -> Sequence[Notification]:
        """The events of a stream in order, each with its position."""

    def answered(self, request: str) -> Answered | None:
        """What is kept of a request."""

    def lines(
        self, view: str, group: str, upto: str | None, after: tuple[str, str] | None, limit: int
    ) -> Sequence[Line]:
        """Rows of a group in order of (sort, subject), with sort <= `upto` and (sort, subject) > `after`."""

    def paper(self, id: str) -> Paper | None:
        """A paper."""

    def file(self, digest: str) -> bytes | None:
        """A file's bytes."""

    def bearer(self, token: str) -> str | None:
        """Whose token has this hash and stands."""

    def close(self) -> None:
        """Let go."""
