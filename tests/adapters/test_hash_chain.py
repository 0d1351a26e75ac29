"""The chain of digests: whoever changes the store behind the ledger's back is found out, at the first event touched."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.store.codec import Codec
from adapters.store.envelope import opened, sealed
from adapters.store.ledger import MemoryLedger, SqliteLedger, StoredLedger
from adapters.store.verify import Fault, verify
from domain.words import CLOCK, Hand
from workflows.ports import Append, Commit, Request


@dataclass(frozen=True, slots=True)
class Counted:
    """A fact of these tests."""

    by: Hand
    number: int


CODEC = Codec({"door.Counted": Counted})
NOON = datetime(2024, 7, 16, 12, tzinfo=UTC)
HISTORY = ("front", "back", "front", "front", "back", "front")


def record(ledger: StoredLedger, first: int = 1) -> None:
    """Six facts of two streams, each in a commit of its own."""
    for number, stream in enumerate(HISTORY, first):
        append = Append(stream, ledger.version(stream), (Counted(CLOCK, number),))
        ledger.commit([Commit(NOON, Request(f"r{number}", ""), (append,))])


Tamper = Callable[[sqlite3.Connection], object]


@pytest.fixture
def after(tmp_path: Path) -> Iterator[Callable[[Tamper], Fault | None]]:
    """What `verify` says of the six facts after somebody worked on the file."""
    file = tmp_path / "saf.db"
    ledgers = [SqliteLedger(file, CODEC)]
    record(ledgers[0])
    ledgers[0].close()

    def verdict(tamper: Tamper) -> Fault | None:
        other = sqlite3.connect(file)
        tamper(other)
        other.commit()
        other.close()
        ledgers.append(SqliteLedger(file, CODEC))
        return verify(ledgers[-1])

    yield verdict
    ledgers[-1].close()


def state(c: sqlite3.Connection, position: int) -> bytes:
    """The stored bytes of one event."""
    return bytes(c.execute("SELECT state FROM stored_events WHERE rowid=?", (position,)).fetchone()[0])


def write(c: sqlite3.Connection, position: int, content: bytes) -> None:
    """Put other bytes in place of an event's."""
    c.execute("UPDATE stored_events SET state=? WHERE rowid=?", (content, position))


def shift(c: sqlite3.Connection, position: int, by: int) -> None:
    """Renumber the events from a position on, so that a gap opens or closes."""
    c.execute("UPDATE stored_events SET rowid=-(rowid+?) WHERE rowid>=?", (by, position))
    c.execute("UPDATE stored_events SET rowid=-rowid WHERE rowid<0")


def test_a_ledger_that_nobody_touched_is_whole(after: Callable[[Tamper], Fault | None]) -> None:
    """Nothing is wrong with what the ledger itself wrote."""
    assert after(lambda c: None) is None
    assert verify(MemoryLedger(CODEC)) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"number":4', b'"number":5'),
        (b'"clock"', b'"Clock"'),
        (b'"shape":0', b'"shape":1'),
        (b'"r4"', b'"r5"'),
        (b"12:00:00", b"11:00:00"),
        (b'{"at":', b'{ "at":'),
        (b'{"at":', b'{"at":"","at":'),
        (b"}", b""),
        (b'"digest":"', b'"digest":"0'),
    ],
    ids=str,
)
def test_a_changed_event_is_named(after: Callable[[Tamper], Fault | None], old: bytes, new: bytes) -> None:
    """Any byte of the fact or of what surrounds it tells."""
    fault = after(lambda c: write(c, 4, state(c, 4).replace(old, new, 1)))
    assert fault is not None
    assert (fault.position, fault.says.startswith("changed")) == (4, True)


@pytest.mark.parametrize("column", ["topic='door.Closed'", "originator_id='side'", "originator_version=9"])
def test_a_changed_column_is_named(after: Callable[[Tamper], Fault | None], column: str) -> None:
    """The name, the stream and the version of an event are sealed with it."""
    fault = after(lambda c: c.execute(f"UPDATE stored_events SET {column} WHERE rowid=4"))
    assert fault is not None
    assert (fault.position, fault.says) == (4, "changed")


@pytest.mark.parametrize("closing_the_gap", [False, True])
@pytest.mark.parametrize("position", [1, 3, 5])
def test_a_removed_event_is_named(
    after: Callable[[Tamper], Fault | None], position: int, closing_the_gap: bool
) -> None:
    """The place where an event is missing is found, whether or not the rest was renumbered."""

    def remove(c: sqlite3.Connection) -> None:
        c.execute("DELETE FROM stored_events WHERE rowid=?", (position,))
        if closing_the_gap:
            shift(c, position, -1)

    fault = after(remove)
    assert fault is not None
    assert (fault.position, fault.says.startswith("removed")) == (position, True)


def forged(c: sqlite3.Connection, position: int, stream: str) -> bytes:
    """An event such as the ledger itself would have written at a position, first of its stream."""
    head = opened(state(c, position - 1)).digest if position > 1 else ""
    return sealed(stream, 1, "door.Counted", "2024", "r", b'{"shape":0,"fact":{}}', "", head).to_bytes()


@pytest.mark.parametrize("well_made", [False, True])
@pytest.mark.parametrize("position", [1, 4])
def test_an_inserted_event_is_named(after: Callable[[Tamper], Fault | None], position: int, well_made: bool) -> None:
    """An event between two others is found out by the next one, however well it was made."""

    def insert(c: sqlite3.Connection) -> None:
        content = forged(c, position, "side")
        if not well_made:
            content = content.replace(b'"r"', b'"s"')
        shift(c, position, 1)
        c.execute("INSERT INTO stored_events VALUES (?, 'side', 1, 'door.Counted', ?)", (position, content))

    fault = after(insert)
    assert fault is not None
    assert (fault.position, fault.says.startswith("inserted")) == (position, True)


def test_re_ordered_events_are_named(after: Callable[[Tamper], Fault | None]) -> None:
    """Two events that changed places, though of different streams, are found at the first of them."""

    def swap(c: sqlite3.Connection) -> None:
        c.execute("UPDATE stored_events SET rowid=99 WHERE rowid=4")
        c.execute("UPDATE stored_events SET rowid=4 WHERE rowid=5")
        c.execute("UPDATE stored_events SET rowid=5 WHERE rowid=99")

    fault = after(swap)
    assert fault is not None
    assert (fault.position, fault.says.startswith("re-ordered")) == (4, True)


def test_an_event_changed_with_its_digest_breaks_the_link_after_it(after: Callable[[Tamper], Fault | None]) -> None:
    """Sealing a forgery anew does not help: the next event was chained to the true one."""

    def forge(c: sqlite3.Connection) -> None:
        write(c, 1, sealed("front", 1, "door.Counted", "2024", "r", b"{}", "", "").to_bytes())

    assert after(forge) == Fault(2, "removed, or changed together with its digest")


def test_what_lies_in_the_tail_shows_only_against_heads_kept_elsewhere(tmp_path: Path) -> None:
    """A lost tail and a wholly rewritten ledger are whole in themselves, and not what was exported."""
    ledger, other = MemoryLedger(CODEC), MemoryLedger(CODEC)
    record(ledger)
    record(other, first=2)
    heads = dict([ledger.head()])
    assert verify(ledger, heads) is None
    assert verify(other) is None
    rewritten = verify(other, heads)
    assert rewritten is not None
    assert (rewritten.position, "rewritten" in rewritten.says) == (6, True)
    lost = verify(ledger, heads | {8: "ff"})
    assert lost == Fault(7, "removed, with all after it: the ledger once reached 8")


def test_the_digest_is_over_length_prefixed_fields() -> None:
    """The digest can be computed by anybody from the words of the decision record, and no two envelopes share one."""
    fields = (b"saf ledger 1", b"front", b"1", b"door.Counted", b"2024", b"r", b"", b"", b"{}")
    by_hand = hashlib.sha256(b"".join(len(field).to_bytes(8, "big") + field for field in fields)).hexdigest()
    assert sealed("front", 1, "door.Counted", "2024", "r", b"{}", "", "").digest == by_hand
    assert sealed("front1", 1, "door.Counted", "2024", "r", b"{}", "", "").digest != by_hand
    assert sealed("front", 1, "door.Counted", "202", "4r", b"{}", "", "").digest != by_hand


def test_each_event_is_chained_to_its_stream_and_to_the_ledger() -> None:
    """The same fact at the same instant has another digest after another predecessor or another head."""
    digests = {sealed("front", 2, "n", "t", "r", b"{}", before, head).digest for before in "ab" for head in "ab"}
    assert len(digests) == 4
