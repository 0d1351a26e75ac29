"""The SQLite file: how it is opened, what tables it has, and the library's recorder set up so that nothing is lost."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from eventsourcing.persistence import DatabaseError, Notification
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

OURS = 0x53414652
"""SQLite's application_id of our files: "SAFR"."""

SHAPE = 1
"""SQLite's user_version of our files: the number of the table layout below."""

TABLES = (
    # Named rowid because the library's own statements select it; AUTOINCREMENT so that no position is ever used twice.
    """CREATE TABLE stored_events (
        rowid INTEGER PRIMARY KEY AUTOINCREMENT, originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL, state BLOB NOT NULL, UNIQUE (originator_id, originator_version))""",
    "CREATE TABLE requests (id TEXT PRIMARY KEY, digest TEXT NOT NULL, answer TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE rows (
        id INTEGER PRIMARY KEY, view TEXT NOT NULL, grp TEXT NOT NULL, sort TEXT NOT NULL, subject TEXT NOT NULL,
        body TEXT NOT NULL)""",
    "CREATE INDEX rows_in_order ON rows (view, grp, sort, subject)",
    "CREATE INDEX rows_of_subject ON rows (subject)",
    "CREATE TABLE papers (id TEXT PRIMARY KEY, salt TEXT NOT NULL, text TEXT NOT NULL, secrecy TEXT NOT NULL)",
    "CREATE TABLE files (digest TEXT PRIMARY KEY, content BLOB NOT NULL)",
    "CREATE TABLE tokens (hash TEXT PRIMARY KEY, person TEXT NOT NULL, issued TEXT NOT NULL, revoked TEXT)",
    "CREATE INDEX tokens_of_person ON tokens (person)",
    f"PRAGMA application_id = {OURS}",
    f"PRAGMA user_version = {SHAPE}",
)


class StoreUnknown(Exception):
    """The file is not a store of this product, or was written by a newer release of it."""


class _Transaction(SQLiteTransaction):
    """A transaction that, if it is to write, takes the lock at once, and that leaves nothing open when COMMIT fails."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        return cursor

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            super().__exit__(kind, error, trace)
        finally:
            self.connection.rollback()


class _Connection(SQLiteConnection):
    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with _Transaction(self, commit=commit) as cursor, cursor:
            yield cursor


class _Pool(SQLiteConnectionPool):
    def _create_connection(self) -> SQLiteConnection:
        plain = super()._create_connection()._sqlite_conn
        plain.execute("PRAGMA synchronous = FULL")
        return _Connection(plain, max_age=self.max_age)


class _Datastore(SQLiteDatastore):
    def __init__(self, path: Path) -> None:
        super().__init__(str(path), originator_id_type="text")
        self.pool = _Pool(db_name=str(path))


class SqliteRecorder(SQLiteApplicationRecorder):
    """The library's recorder over our tables, which also reads one stream with its places in the ledger."""

    def __init__(self, path: Path) -> None:
        super().__init__(_Datastore(path))
        columns = "originator_id, originator_version, topic, state"
        self.insert_events_statement = f"INSERT INTO {self.events_table_name} ({columns}) VALUES (?,?,?,?)"

    def open(self) -> None:
        """Make the tables of a new file. Raises StoreUnknown for a file that is not ours to write."""
        file = self.datastore.pool.db_name
        try:
            with self.datastore.transaction(commit=True) as c:
                found = [_only(c, f"PRAGMA {name}") for name in ("application_id", "user_version")]
                if not _only(c, "SELECT count(*) FROM sqlite_master"):
                    for statement in TABLES:
                        c.execute(statement)
                elif found[0] != OURS:
                    raise StoreUnknown(f"{file} is a database, but not one of this product")
                elif found[1] > SHAPE:
                    raise StoreUnknown(f"{file} was written by a newer release: install that one")
        except (DatabaseError, sqlite3.DatabaseError) as wrong:
            raise StoreUnknown(f"{file} cannot be opened as a store: {wrong}") from wrong

    def select_stream(self, stream: str) -> Sequence[Notification]:
        """The events of a stream in order, each with its position."""
        with self.datastore.transaction(commit=False) as c:
            c.execute(f"{self.select_events_statement} ORDER BY originator_version", (stream,))
            return [
                Notification(row["originator_id"], row["originator_version"], row["topic"], row["state"], row["rowid"])
                for row in c.fetchall()
            ]


def _only(c: SQLiteCursor, statement: str) -> int:
    c.execute(statement)
    return int(c.fetchone()[0])
