"""What the workflows need of the outside, as protocols. Adapters implement them; one contract test runs over all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from domain.words import PersonId, TextId

Fact = Any
"""A frozen dataclass defined in one of the domain's `events` modules."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One fact as the ledger holds it: the fact, and the envelope that is not part of it.

    `position` counts the whole ledger from 1, `version` counts the stream from 1; `at` is when it was recorded (UTC);
    `request` is the id of the command that caused it; `digest` is the SHA-256 that chains it to its predecessors.
    """

    position: int
    stream: str
    version: int
    at: datetime
    request: str
    fact: Fact
    digest: str


class Secrecy(StrEnum):
    """The class under which a text is kept beside the ledger."""

    PUBLIC = "public"
    INTERNAL = "internal"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Paper:
    """A text beside the ledger: its id is the SHA-256 of salt and text, so erasing both leaves the ledger whole."""

    id: TextId
    salt: str
    text: str
    secrecy: Secrecy


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an inline view. `subject` owns it; `group` and `sort` are how it is found; `body` is JSON-ready."""

    view: str
    group: str
    sort: str
    subject: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Append:
    """Facts for one stream, to be stored only if its version is still `after` (0: the stream does not exist)."""

    stream: str
    after: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A command's own id and the digest of what it asked, so that asking twice acts once."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Commit:
    """What one command or one due moment changes: all of it is stored in one transaction, or none.

    `checked` are streams that were read and must still stand at these versions, also when nothing is written to them.
    `rows` replaces, for each subject named, every inline row that subject owned.
    """

    at: datetime
    request: Request
    appends: tuple[Append, ...]
    checked: Mapping[str, int] = field(default_factory=dict)
    papers: tuple[Paper, ...] = ()
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    answer: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of a request that was carried out."""

    digest: str
    answer: Mapping[str, Any]


class Conflict(Exception):
    """Someone was first: a stream that was read or written has moved on."""


class NotFound(Exception):
    """There is no such thing, or none that this person may know of."""


class RequestReused(Exception):
    """A request id came back with another body."""


class Ledger(Protocol):
    """The append-only record, its inline rows and its papers, in one store."""

    def commit(self, commits: Sequence[Commit]) -> Sequence[tuple[Recorded, ...]]:
        """Store several commits in one transaction. Raises Conflict, and stores nothing, if any version has moved."""

    def stream(self, stream: str, until: datetime | None = None) -> Sequence[Recorded]:
        """The facts of one stream in order; with `until`, only those recorded at or before that instant."""

    def everything(self, after: int = 0, until: datetime | None = None) -> Iterator[Recorded]:
        """All facts in ledger order, from the one after position `after`."""

    def head(self) -> tuple[int, str]:
        """The last position and its digest; (0, '') on an empty ledger."""

    def version(self, stream: str) -> int:
        """How many facts the stream holds."""

    def remembered(self, request: str) -> Remembered | None:
        """What a request id answered, if it was carried out before."""

    def rows(self, view: str, group: str, upto: str | None = None, after: str = "", limit: int = 0) -> Sequence[Row]:
        """Rows of one group of a view by (sort, subject): sort <= `upto`, (sort|subject) > `after`; limit 0 is all."""

    def replace_rows(self, rows: Mapping[str, tuple[Row, ...]] | None, every: bool = False) -> None:
        """Replace the rows of the subjects named, outside any command; with `every`, of all subjects (a rebuild)."""

    def paper(self, id: TextId) -> Paper | None:
        """A text kept beside the ledger, or None if there is none (or it was erased)."""

    def keep_file(self, digest: str, content: bytes) -> None:
        """Keep an attachment's bytes under their SHA-256, once."""

    def file(self, digest: str) -> bytes | None:
        """An attachment's bytes."""

    def close(self) -> None:
        """Let go of the store."""


class BankHolidays(Protocol):
    """The bank holidays of England."""

    def __call__(self) -> frozenset[date]:
        """Every bank holiday the product knows, over all the years it covers."""


class Tokens(Protocol):
    """Bearer tokens, kept only as hashes."""

    def issue(self, person: PersonId, at: datetime) -> str:
        """A new token for a person: the only time it is seen."""

    def revoke(self, person: PersonId, at: datetime) -> int:
        """Revoke every token of a person; how many there were."""

    def bearer(self, token: str) -> PersonId | None:
        """Whose token this is, if it stands."""
