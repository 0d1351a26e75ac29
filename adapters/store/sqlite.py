"""A store in one SQLite file: events, answers, rows, papers, files and tokens change together or not at all."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.sqlite import SQLiteCursor

from adapters.store.owner import Owner
from adapters.store.sqlite_file import SqliteRecorder
from adapters.store.store import Answered, Line
from domain.words import TextId
from workflows.ports import Paper, Secrecy

_ANSWERED = "SELECT digest, answer FROM requests WHERE id=?"
_LAST = "SELECT originator_id, originator_version, topic, state FROM stored_events"


class SqliteWriting:
    """One open transaction on the file."""

    def __init__(self, recorder: SqliteRecorder, cursor: SQLiteCursor) -> None:
        self._recorder = recorder
        self._cursor = cursor

    def last(self, stream: str | None = None) -> StoredEvent | None:
        """The last event of a stream, or of the whole ledger."""
        if stream is None:
            row = self._row(f"{_LAST} ORDER BY rowid DESC LIMIT 1")
        else:
            row = self._row(f"{_LAST} WHERE originator_id=? ORDER BY originator_version DESC LIMIT 1", stream)
        return StoredEvent(*row) if row else None

    def insert(self, events: Sequence[StoredEvent]) -> Sequence[int]:
        """Append events; their positions in the ledger."""
        return self._recorder._insert_events(self._cursor, events) or ()

    def answered(self, request: str) -> Answered | None:
        """What is kept of a request."""
        row = self._row(_ANSWERED, request)
        return Answered(*row) if row else None

    def remember(self, request: str, answered: Answered) -> None:
        """Keep what a request was answered."""
        self._cursor.execute("INSERT INTO requests VALUES (?,?,?)", (request, *answered))

    def clear_rows(self) -> None:
        """Forget every inline row."""
        self._cursor.execute("DELETE FROM rows")

    def replace_rows(self, subject: str, lines: Sequence[Line]) -> None:
        """Put these in place of the rows a subject owned."""
        self._cursor.execute("DELETE FROM rows WHERE subject=?", (subject,))
        self._cursor.executemany("INSERT INTO rows (view, grp, sort, subject, body) VALUES (?,?,?,?,?)", lines)

    def keep_paper(self, paper: Paper) -> None:
        """Keep a paper, once."""
        fields = (paper.id, paper.salt, paper.text, paper.secrecy.value)
        self._cursor.execute("INSERT INTO papers VALUES (?,?,?,?) ON CONFLICT DO NOTHING", fields)

    def keep_file(self, digest: str, content: bytes) -> None:
        """Keep a file, once."""
        self._cursor.execute("INSERT INTO files VALUES (?,?) ON CONFLICT DO NOTHING", (digest, content))

    def issue(self, token: str, person: str, at: str) -> None:
        """Keep the hash of a token issued to a person."""
        self._cursor.execute("INSERT INTO tokens VALUES (?,?,?,NULL)", (token, person, at))

    def revoke(self, person: str, at: str) -> int:
        """Mark every standing token of a person as revoked; how many there were."""
        self._cursor.execute("UPDATE tokens SET revoked=? WHERE person=? AND revoked IS NULL", (at, person))
        return int(self._row("SELECT changes()")[0])

    def _row(self, statement: str, *parameters: str) -> Any:
        self._cursor.execute(statement, parameters)
        return self._cursor.fetchone()


class SqliteStore:
    """The port `Store` in one file. Readers have connections of their own; one writer at a time."""

    def __init__(self, path: Path) -> None:
        path = path.absolute()
        self._owner = Owner(path)
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self.recorder = SqliteRecorder(path)
            self.recorder.open()
        except BaseException:
            self.close()
            raise
        self._lock = RLock()

    @contextmanager
    def writing(self) -> Iterator[SqliteWriting]:
        """Open a transaction that nobody else writes beside."""
        with self._lock, self.recorder.datastore.transaction(commit=True) as cursor:
            yield SqliteWriting(self.recorder, cursor)

    def stream(self, stream: str) -> Sequence[Notification]:
        """The events of a stream in order, each with its position."""
        return self.recorder.select_stream(stream)

    def answered(self, request: str) -> Answered | None:
        """What is kept of a request."""
        found = self._rows(_ANSWERED, request)
        return Answered(*found[0]) if found else None

    def lines(
        self, view: str, group: str, upto: str | None, after: tuple[str, str] | None, limit: int
    ) -> Sequence[Line]:
        """Rows of a group in order of (sort, subject), with sort <= `upto` and (sort, subject) > `after`."""
        statement, parameters = lines_query(view, group, upto, after, limit)
        return [Line(*row) for row in self._rows(statement, *parameters)]

    def paper(self, id: str) -> Paper | None:
        """A paper."""
        found = self._rows("SELECT id, salt, text, secrecy FROM papers WHERE id=?", id)
        return next((Paper(TextId(id), salt, text, Secrecy(secrecy)) for id, salt, text, secrecy in found), None)

    def file(self, digest: str) -> bytes | None:
        """A file's bytes."""
        found = self._rows("SELECT content FROM files WHERE digest=?", digest)
        return bytes(found[0][0]) if found else None

    def bearer(self, token: str) -> str | None:
        """Whose token has this hash and stands."""
        found = self._rows("SELECT person FROM tokens WHERE hash=? AND revoked IS NULL", token)
        return str(found[0][0]) if found else None

    def close(self) -> None:
        """Close every connection and give the file up."""
        if recorder := getattr(self, "recorder", None):
            recorder.datastore.close()
        self._owner.release()

    def _rows(self, statement: str, *parameters: str | int) -> list[Any]:
        with self.recorder.datastore.transaction(commit=False) as cursor:
            cursor.execute(statement, parameters)
            return list(cursor.fetchall())


def lines_query(
    view: str, group: str, upto: str | None, after: tuple[str, str] | None, limit: int
) -> tuple[str, tuple[str | int, ...]]:
    """The statement, and its parameters, that reads rows in order straight from their index."""
    statement = "SELECT view, grp, sort, subject, body FROM rows WHERE view=? AND grp=?"
    parameters: tuple[str | int, ...] = (view, group)
    if upto is not None:
        statement, parameters = f"{statement} AND sort<=?", (*parameters, upto)
    if after is not None:
        statement, parameters = f"{statement} AND (sort, subject)>(?,?)", (*parameters, *after)
    statement += " ORDER BY sort, subject, id"
    if limit:
        statement, parameters = f"{statement} LIMIT ?", (*parameters, limit)
    return statement, parameters
