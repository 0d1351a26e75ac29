"""The contract of the port `Ledger`, kept by every store: memory and SQLite."""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import IntegrityError
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.store.codec import Codec, UnknownFact
from adapters.store.ledger import PAGE, MemoryLedger, SqliteLedger, StoredLedger
from adapters.store.owner import StoreInUse
from adapters.store.sqlite import lines_query
from adapters.store.sqlite_file import StoreUnknown
from adapters.store.verify import verify
from domain.words import Hand, OfficeId, PersonId, TextId
from workflows.ports import Append, Commit, Conflict, Ledger, Paper, Remembered, Request, RequestReused, Row, Secrecy


@dataclass(frozen=True, slots=True)
class Opened:
    """A fact of these tests."""

    by: Hand
    number: int


@dataclass(frozen=True, slots=True)
class Closed:
    """Another fact of these tests."""

    by: Hand
    why: TextId


CODEC = Codec({"door.Opened": Opened, "door.Closed": Closed})
ANN = Hand(PersonId("ann"), OfficeId("pmo"))
NOON = datetime(2024, 7, 16, 12, tzinfo=UTC)
PAPER = Paper(TextId("p1"), "salt", "It was draughty.", Secrecy.INTERNAL)


def facts(*numbers: int) -> tuple[Opened, ...]:
    """A fact for each number."""
    return tuple(Opened(ANN, number) for number in numbers)


def commit(request: str, *appends: Append, **rest: Any) -> Commit:
    """A commit at noon unless another instant is given."""
    return Commit(**{"at": NOON, "request": Request(request, f"digest of {request}"), "appends": appends, **rest})


def row(subject: str, sort: str, group: str = "pmo", view: str = "inbox", **body: Any) -> Row:
    """A row of the PMO's inbox unless said otherwise."""
    return Row(view, group, sort, subject, body)


OPEN: Mapping[str, Callable[[Path], StoredLedger]] = {
    "memory": lambda folder: MemoryLedger(CODEC),
    "sqlite": lambda folder: SqliteLedger(folder / "saf.db", CODEC),
}
"""Every implementation of the port, each opened on a folder of its own."""


@pytest.fixture(params=OPEN)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoredLedger]:
    """An empty ledger of each sort."""
    ledger = OPEN[request.param](tmp_path)
    yield ledger
    ledger.close()


@pytest.fixture
def ledger(stored: StoredLedger) -> Ledger:
    """The same, as the workflows see it."""
    return stored


def everything_in(ledger: Ledger) -> tuple[Any, ...]:
    """All that can be read of a ledger of these tests, to compare before and after."""
    return (
        tuple(ledger.everything()),
        ledger.head(),
        [ledger.rows("inbox", group) for group in ("pmo", "legal")],
        [ledger.remembered(f"r{n}") for n in range(12)],
        ledger.paper(PAPER.id),
    )


def test_an_empty_ledger_says_so(ledger: Ledger) -> None:
    """Nothing is there, and asking for it is no error."""
    assert everything_in(ledger) == ((), (0, ""), [(), ()], [None] * 12, None)
    assert (ledger.stream("door"), ledger.version("door"), ledger.file("0")) == ((), 0, None)
    assert ledger.commit([]) == ()


def test_facts_come_back_in_order_with_their_envelope(ledger: Ledger) -> None:
    """A commit over two streams is read back by stream and whole, as it was returned."""
    ((first, second, third),) = ledger.commit(
        [commit("r1", Append("front", 0, facts(1, 2)), Append("back", 0, (Closed(ANN, PAPER.id),)))]
    )
    assert (first.position, first.stream, first.version, first.at, first.request) == (1, "front", 1, NOON, "r1")
    assert (third.position, third.stream, third.version, third.fact) == (3, "back", 1, Closed(ANN, PAPER.id))
    assert ledger.stream("front") == (first, second)
    assert tuple(ledger.everything()) == (first, second, third)
    assert tuple(ledger.everything(after=2)) == (third,)
    assert ledger.head() == (3, third.digest)
    assert (ledger.version("front"), ledger.version("back")) == (2, 1)


def test_instants_are_kept_in_utc_to_the_microsecond(ledger: Ledger) -> None:
    """An instant of any zone comes back as the same instant in UTC; one without a zone is refused."""
    at = datetime(2024, 7, 16, 13, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    ((recorded,),) = ledger.commit([commit("r1", Append("door", 0, facts(1)), at=at)])
    (read,) = ledger.stream("door")
    assert read == recorded
    assert read.at.isoformat() == "2024-07-16T12:00:00.123456+00:00"
    with pytest.raises(ValueError, match="time zone"):
        ledger.commit([commit("r2", at=datetime(2024, 7, 16))])  # noqa: DTZ001


def test_as_of_an_instant_only_what_was_recorded_by_then_is_read(ledger: Ledger) -> None:
    """`until` is inclusive and judges each fact by when it was recorded."""
    for n in range(3):
        ledger.commit([commit(f"r{n}", Append("door", n, facts(n)), at=NOON + timedelta(hours=n))])
    until = NOON + timedelta(hours=1)
    assert [r.fact.number for r in ledger.stream("door", until)] == [0, 1]
    assert [r.fact.number for r in ledger.everything(1, until)] == [1]
    assert ledger.stream("door", NOON - timedelta(microseconds=1)) == ()


def test_a_walk_ends_where_the_ledger_stood_when_it_began(ledger: Ledger) -> None:
    """Facts that are added while one walks over several pages are left for the next walk."""
    ledger.commit([commit("r1", Append("door", 0, facts(*range(PAGE + 2))))])
    walk = ledger.everything()
    next(walk)
    ledger.commit([commit("r2", Append("door", PAGE + 2, facts(0)))])
    assert sum(1 for _ in walk) == PAGE + 1
    assert [recorded.request for recorded in ledger.everything(PAGE + 2)] == ["r2"]


@pytest.mark.parametrize(
    "late",
    [
        commit("r9", Append("door", 0, facts(9))),
        commit("r9", Append("door", 2, facts(9))),
        commit("r9", Append("new", 1, facts(9))),
        commit("r9", Append("new", 0, facts(9)), checked={"door": 0}),
        commit("r9", checked={"new": 1}),
        commit("r9", Append("new", 0, facts(9)), Append("door", 0, ())),
        commit("r1", Append("new", 0, facts(9))),
    ],
    ids=["behind", "ahead", "no such stream", "checked", "only checked", "empty append", "request repeated"],
)
def test_who_comes_late_conflicts_and_the_whole_batch_is_undone(ledger: Ledger, late: Commit) -> None:
    """One commit that cannot be stored takes every other of its batch with it: facts, rows, papers, answers."""
    ledger.commit([commit("r1", Append("door", 0, facts(1)), rows={"door": (row("door", "1"),)})])
    before = everything_in(ledger)
    fine = commit(
        "r2", Append("window", 0, facts(2)), papers=(PAPER,), rows={"door": (), "window": (row("window", "2"),)}
    )
    for batch in ([fine, late], [late, fine]):
        with pytest.raises(Conflict):
            ledger.commit(batch)
        assert everything_in(ledger) == before
    ledger.commit([fine])
    assert ledger.head()[0] == 2


def test_commits_of_a_batch_see_one_another(ledger: Ledger) -> None:
    """A batch is stored in its order: the second commit stands on what the first one wrote."""
    first, second = ledger.commit(
        [
            commit("r1", Append("door", 0, facts(1))),
            commit("r2", Append("door", 1, facts(2)), Append("door", 2, facts(3)), checked={"door": 1}),
        ]
    )
    assert ledger.stream("door") == first + second
    assert [recorded.version for recorded in first + second] == [1, 2, 3]
    with pytest.raises(Conflict):
        ledger.commit([commit("r3", Append("door", 3, facts(4))), commit("r4", checked={"door": 3})])


def test_a_request_is_remembered_with_its_answer(ledger: Ledger) -> None:
    """What a request answered can be read again, also when it stored no fact."""
    ledger.commit([commit("r1", answer={"case": "c1", "n": [1, None]})])
    assert ledger.remembered("r1") == Remembered("digest of r1", {"case": "c1", "n": [1, None]})


def test_a_request_id_that_returns_with_another_body_is_refused(ledger: Ledger) -> None:
    """The same id for something else is an error of its own, also within one batch."""
    other = Commit(NOON, Request("r1", "something else"), (Append("door", 0, facts(2)),))
    with pytest.raises(RequestReused):
        ledger.commit([commit("r1"), other])
    assert ledger.remembered("r1") is None
    ledger.commit([commit("r1")])
    with pytest.raises(RequestReused):
        ledger.commit([other])
    assert ledger.version("door") == 0


def test_a_fact_that_cannot_be_stored_stores_nothing(ledger: Ledger) -> None:
    """A fact outside the codec's table is found out before anything is written."""
    with pytest.raises(UnknownFact):
        ledger.commit([commit("r1", Append("door", 0, (*facts(1), "no fact")))])
    assert ledger.head() == (0, "")


def test_rows_are_read_by_group_in_order(ledger: Ledger) -> None:
    """Rows come by (sort, subject), up to a sort, after a place, and no more than asked for."""
    owned = {s: (row(s, "2024-07", n=1), row(s, "2024-09", n=2), row(s, "x", "legal")) for s in ("b", "a", "c")}
    ledger.commit([commit("r1", rows=owned)])

    def places(**how: Any) -> list[str]:
        return [f"{found.sort}|{found.subject}" for found in ledger.rows("inbox", "pmo", **how)]

    july, september = ["2024-07|a", "2024-07|b", "2024-07|c"], ["2024-09|a", "2024-09|b", "2024-09|c"]
    assert places() == july + september
    assert places(upto="2024-07") == places(upto="2024-08") == july
    assert places(upto="2024-06") == places(after="2024-09|c") == []
    assert places(after="2024-07|b") == [july[2], *september]
    assert places(after="2024-07|b", upto="2024-09", limit=2) == [july[2], september[0]]
    assert places(after="2024-08") == september
    assert ledger.rows("inbox", "legal", limit=1) == (row("a", "x", "legal"),)
    assert ledger.rows("due", "pmo") == ledger.rows("inbox", "nobody") == ()


def test_a_subjects_rows_are_replaced_together(ledger: Ledger) -> None:
    """A commit replaces all rows of the subjects it names, keeps the order of equals, and leaves other subjects be."""
    ledger.commit([commit("r1", rows={"a": (row("a", "1"), row("a", "2", "legal")), "b": (row("b", "1"),)})])
    ledger.commit([commit("r2", rows={"a": (row("a", "1", n=2), row("a", "1", n=1))})])
    assert ledger.rows("inbox", "pmo") == (row("a", "1", n=2), row("a", "1", n=1), row("b", "1"))
    assert ledger.rows("inbox", "legal") == ()
    ledger.commit([commit("r3", rows={"a": ()})])
    assert ledger.rows("inbox", "pmo") == (row("b", "1"),)


def test_rows_can_be_rebuilt_outside_any_command(ledger: Ledger) -> None:
    """A rebuild replaces the subjects named, or every row there is."""
    ledger.replace_rows({"a": (row("a", "1"),), "b": (row("b", "1"),)})
    ledger.replace_rows({"a": (row("a", "2"),)})
    assert ledger.rows("inbox", "pmo") == (row("b", "1"), row("a", "2"))
    ledger.replace_rows({"c": (row("c", "3"),)}, every=True)
    assert ledger.rows("inbox", "pmo") == (row("c", "3"),)
    ledger.replace_rows(None, every=True)
    assert ledger.rows("inbox", "pmo") == ()


def test_a_cursor_names_a_place_also_where_sorts_have_parts(ledger: Ledger) -> None:
    """A sort may be made of parts with bars between; only the last bar of a cursor parts it from the subject."""
    sorts = ("2024|01|b", "2024|01|a", "2024|02", "2024")
    ledger.replace_rows({subject: tuple(row(subject, sort) for sort in sorts) for subject in ("x", "y")})
    seen: list[str] = []
    while page := ledger.rows("inbox", "pmo", after=seen[-1] if seen else "", limit=3):
        seen += [f"{found.sort}|{found.subject}" for found in page]
    assert seen == [f"{sort}|{subject}" for sort in sorted(sorts) for subject in ("x", "y")]


def test_a_row_belongs_to_a_subject_that_a_cursor_can_name(ledger: Ledger) -> None:
    """A row under another subject, a subject with a bar, or a body that is not JSON is refused."""
    for subject, wrong in (("a", row("b", "1")), ("a|b", row("a|b", "1"))):
        with pytest.raises(ValueError, match=r"row|cursor"):
            ledger.commit([commit("r1", rows={subject: (wrong,)})])
    with pytest.raises(TypeError, match="JSON"):
        ledger.replace_rows({"a": (row("a", "1", on=NOON),)})
    assert everything_in(ledger) == ((), (0, ""), [(), ()], [None] * 12, None)


def test_what_is_read_of_a_row_cannot_change_the_store(ledger: Ledger) -> None:
    """Bodies are handed out as copies."""
    ledger.replace_rows({"a": (row("a", "1", names=["x"]),)})
    ledger.rows("inbox", "pmo")[0].body["names"].append("y")
    assert ledger.rows("inbox", "pmo")[0].body == {"names": ["x"]}


def test_papers_are_kept_with_the_commit_and_once(ledger: Ledger) -> None:
    """A paper is stored with the facts that name it; the same paper again changes nothing."""
    ledger.commit([commit("r1", Append("door", 0, (Closed(ANN, PAPER.id),)), papers=(PAPER, PAPER))])
    ledger.commit([commit("r2", papers=(replace(PAPER, text="Another text."),))])
    assert ledger.paper(PAPER.id) == PAPER


def test_files_are_kept_under_their_digest(ledger: Ledger) -> None:
    """A file is kept once under its SHA-256, and under nothing else."""
    content = b"%PDF" + bytes(range(256))
    digest = sha256(content).hexdigest()
    ledger.keep_file(digest, content)
    ledger.keep_file(digest, content)
    assert ledger.file(digest) == content
    with pytest.raises(ValueError, match="SHA-256"):
        ledger.keep_file(digest, b"other")


def test_many_threads_write_one_gapless_ledger(stored: StoredLedger) -> None:
    """Writers from many threads wait for one another; only who wrote to a moved stream is turned away."""

    def write(n: int) -> bool:
        try:
            stored.commit([commit(f"own-{n}", Append(f"door-{n}", 0, facts(n)), rows={f"{n}": (row(f"{n}", "1"),)})])
            stored.commit([commit(f"shared-{n}", Append("shared", stored.version("shared"), facts(n)))])
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        shared = sum(pool.map(write, range(40)))
    assert [recorded.position for recorded in stored.everything()] == list(range(1, 41 + shared))
    assert stored.version("shared") == shared > 0
    assert len(stored.rows("inbox", "pmo")) == 40
    assert verify(stored) is None


STREAMS = st.sampled_from(["front", "back", "side"])
BODIES = st.dictionaries(st.text(max_size=3), st.none() | st.integers() | st.text(max_size=3), max_size=2)
PLACES = st.tuples(st.sampled_from(["pmo", "legal"]), st.text("ab", max_size=2), BODIES)
NUMBERS = st.lists(st.integers(0, 99), max_size=3)
APPENDS = st.builds(lambda stream, after, ns: Append(stream, after, facts(*ns)), STREAMS, st.integers(0, 3), NUMBERS)


@st.composite
def commits(draw: st.DrawFn) -> Commit:
    """Any commit over a few streams, subjects and request ids; most of them conflict sooner or later."""
    owned = draw(st.dictionaries(STREAMS, st.lists(PLACES, max_size=3), max_size=2))
    return Commit(
        at=draw(st.datetimes(timezones=st.just(UTC))),
        request=Request(f"r{draw(st.integers(0, 11))}", draw(st.sampled_from("ab"))),
        appends=tuple(draw(st.lists(APPENDS, max_size=2))),
        checked=draw(st.dictionaries(STREAMS, st.integers(0, 1), max_size=1)),
        papers=draw(st.sampled_from([(), (PAPER,), (replace(PAPER, text="Another."),)])),
        rows={s: tuple(Row("inbox", group, sort, s, body) for group, sort, body in owned[s]) for s in owned},
        answer=draw(st.dictionaries(st.text(max_size=2), st.integers(), max_size=1)),
    )


def outcome(ledger: Ledger, batch: list[Commit]) -> Any:
    """What committing a batch gives: what was recorded, or which error."""
    try:
        return ledger.commit(batch)
    except (Conflict, RequestReused) as refused:
        return type(refused), str(refused)


@settings(max_examples=60)
@given(st.lists(st.lists(commits(), min_size=1, max_size=3), max_size=6))
def test_any_history_is_the_same_in_every_store(batches: list[list[Commit]]) -> None:
    """Whatever is committed, memory and SQLite record, refuse, digest and show the same."""
    with tempfile.TemporaryDirectory() as folder:
        ledgers = [opener(Path(folder)) for opener in OPEN.values()]
        for batch in batches:
            outcomes = [outcome(ledger, batch) for ledger in ledgers]
            assert all(one == outcomes[0] for one in outcomes)
            seen = [everything_in(ledger) for ledger in ledgers]
            assert all(one == seen[0] for one in seen)
        assert [verify(ledger) for ledger in ledgers] == [None] * len(ledgers)
        for ledger in ledgers:
            ledger.close()


# What only the file has


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a store of these tests lies."""
    return tmp_path / "saf.db"


def test_a_file_is_as_it_was_when_opened_again(file: Path) -> None:
    """Everything is there after closing and opening, and the next commit goes on from it."""
    ledger = SqliteLedger(file, CODEC)
    ledger.commit(
        [commit("r1", Append("door", 0, facts(1)), papers=(PAPER,), rows={"a": (row("a", "1"),)}, answer={"a": 1})]
    )
    before = everything_in(ledger)
    ledger.close()
    ledger.close()
    again = SqliteLedger(file, CODEC)
    assert everything_in(again) == before
    again.commit([commit("r2", Append("door", 1, facts(2)))])
    assert verify(again) is None
    again.close()


def test_the_file_is_set_up_so_that_nothing_acknowledged_is_lost(file: Path) -> None:
    """Every connection writes ahead and waits for the disk; positions are never used twice; others cannot read it."""
    ledger = SqliteLedger(file, CODEC)
    with ledger.store.recorder.datastore.transaction(commit=False) as c:  # type: ignore[attr-defined]
        found = [c.execute(f"PRAGMA {name}") or c.fetchone()[0] for name in ("journal_mode", "synchronous")]
        c.execute("SELECT sql FROM sqlite_master WHERE name='stored_events'")
        assert "INTEGER PRIMARY KEY AUTOINCREMENT" in c.fetchone()[0]
    assert found == ["wal", 2]
    assert file.stat().st_mode & 0o077 == 0
    ledger.close()


def test_a_writing_transaction_takes_the_lock_before_it_reads(file: Path) -> None:
    """Nobody else can write between the check of a version and the commit."""
    ledger = SqliteLedger(file, CODEC)
    other = sqlite3.connect(file, timeout=0)
    with ledger.store.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()
    ledger.close()


@pytest.mark.parametrize("upto", [None, "2024"])
@pytest.mark.parametrize("after", [None, ("2023", "a")])
@pytest.mark.parametrize("limit", [0, 10])
def test_rows_are_read_straight_from_their_index(
    file: Path, upto: str | None, after: tuple[str, str] | None, limit: int
) -> None:
    """No way of asking for rows scans the table or sorts what it found."""
    ledger = SqliteLedger(file, CODEC)
    statement, parameters = lines_query("inbox", "pmo", upto, after, limit)
    with ledger.store.recorder.datastore.transaction(commit=False) as c:  # type: ignore[attr-defined]
        c.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        plan = [line["detail"] for line in c.fetchall()]
        c.execute("EXPLAIN QUERY PLAN DELETE FROM rows WHERE subject=?", ("a",))
        delete = c.fetchone()["detail"]
    assert len(plan) == 1
    assert plan[0].startswith("SEARCH rows USING INDEX rows_in_order (view=? AND grp=?")
    assert ("sort" in plan[0]) == (upto is not None or after is not None)
    assert "rows_of_subject" in delete
    ledger.close()


def test_one_owner_at_a_time(file: Path) -> None:
    """The second owner is told whose the file is and what to do; once it is given up, it can be had."""
    ledger = SqliteLedger(file, CODEC)
    again = f"from adapters.store.ledger import SqliteLedger; SqliteLedger({str(file)!r})"
    second = subprocess.run([sys.executable, "-c", again], capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert "StoreInUse" in second.stderr
    with pytest.raises(StoreInUse, match=r"in use by process \d+\. Stop that process"):
        SqliteLedger(file, CODEC)
    ledger.commit([commit("r1", Append("door", 0, facts(1)))])
    ledger.close()
    SqliteLedger(file, CODEC).close()


def test_files_that_are_not_ours_are_left_alone(file: Path) -> None:
    """A text, another product's database and a newer release's store are refused, unchanged, and given up again."""
    file.write_text("Dear Ann,\n" * 200)
    with pytest.raises(StoreUnknown, match="not a database"):
        SqliteLedger(file, CODEC)
    assert file.read_text().startswith("Dear Ann")
    file.unlink()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE cats (name TEXT)")
    with pytest.raises(StoreUnknown, match="not one of this product"):
        SqliteLedger(file, CODEC)
    other.execute("DROP TABLE cats")
    SqliteLedger(file, CODEC).close()
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(StoreUnknown, match="newer release"):
        SqliteLedger(file, CODEC)


def test_a_full_disk_stores_nothing_and_is_got_over(file: Path) -> None:
    """A commit that fails half-way leaves no trace, and the next one works."""
    ledger = SqliteLedger(file, CODEC)
    ledger.commit([commit("r1", Append("door", 0, facts(1)))])
    before = everything_in(ledger)

    def pages(limit: int) -> None:
        with ledger.store.recorder.datastore.transaction(commit=False) as c:  # type: ignore[attr-defined]
            c.execute(f"PRAGMA max_page_count = {limit}")

    pages(1)
    large = replace(PAPER, text="x" * 1_000_000)
    with pytest.raises(Exception, match="full"):
        ledger.commit([commit("r2", Append("door", 1, facts(2)), papers=(large,))])
    assert everything_in(ledger) == before
    pages(1_000_000)
    ledger.commit([commit("r2", Append("door", 1, facts(2)), papers=(large,))])
    assert (ledger.head()[0], ledger.paper(PAPER.id)) == (2, large)
    assert verify(ledger) is None
    ledger.close()


def test_a_commit_that_fails_at_its_very_end_is_got_over(file: Path) -> None:
    """When COMMIT itself fails the transaction is given up, and the next one works."""
    ledger = SqliteLedger(file, CODEC)
    with ledger.store.recorder.datastore.get_connection(commit=False) as connection:  # type: ignore[attr-defined]
        connection.cursor().execute("PRAGMA foreign_keys = ON")
    datastore = ledger.store.recorder.datastore  # type: ignore[attr-defined]
    with datastore.transaction(commit=True) as c:
        c.execute("CREATE TABLE t (n INTEGER REFERENCES requests (id) DEFERRABLE INITIALLY DEFERRED)")
    with pytest.raises(IntegrityError), datastore.transaction(commit=True) as c:
        c.execute("INSERT INTO t VALUES (1)")
    ledger.commit([commit("r1", Append("door", 0, facts(1)))])
    assert ledger.head()[0] == 1
    ledger.close()
