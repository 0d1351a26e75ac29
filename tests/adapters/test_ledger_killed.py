"""A process killed between commits or within one leaves nothing half-stored. This file is also that process."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.store.codec import Codec
from adapters.store.ledger import SqliteLedger
from adapters.store.sqlite import SqliteWriting
from adapters.store.verify import verify
from domain.words import CLOCK, Hand, TextId
from workflows.ports import Append, Commit, Paper, Request, Row, Secrecy


@dataclass(frozen=True, slots=True)
class Counted:
    """A fact of these tests."""

    by: Hand
    number: int


CODEC = Codec({"door.Counted": Counted})
NOON = datetime(2024, 7, 16, 12, tzinfo=UTC)
BEFORE_DEATH = 5


def numbered(n: int) -> Commit:
    """The n-th commit: two facts in two streams, a row, a paper and an answer, all of which name n."""
    return Commit(
        NOON,
        Request(f"r{n}", "d"),
        (Append("all", n, (Counted(CLOCK, n),)), Append(f"own-{n}", 0, (Counted(CLOCK, n),))),
        papers=(Paper(TextId(f"p{n}"), "salt", "text " * 500, Secrecy.INTERNAL),),
        rows={f"s{n}": (Row("inbox", "pmo", f"{n:05}", f"s{n}", {"n": n}),)},
        answer={"n": n},
    )


def keep_committing(path: str, death: str) -> None:
    """Commit two at a time until killed, saying each time how many are stored; `death` is the write to die after."""
    ledger = SqliteLedger(path, CODEC)
    n = ledger.version("all")
    while True:
        if death and n >= BEFORE_DEATH:
            deadly(death)
        ledger.commit([numbered(n), numbered(n + 1)])
        n += 2
        print(n, flush=True)


def deadly(name: str) -> None:
    """From now on, a transaction that does this write is the last thing the process does."""
    write = getattr(SqliteWriting, name)

    def write_and_die(*arguments: object) -> None:
        write(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(SqliteWriting, name, write_and_die)


def committer(file: Path, death: str = "") -> "subprocess.Popen[str]":
    """A process that keeps committing."""
    root = str(Path(__file__).parents[2])
    command = [sys.executable, __file__, str(file), death]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": root})


def insist_whole(file: Path) -> int:
    """How many commits are in the file, once it is certain that each is there with all its parts or not at all."""
    ledger = SqliteLedger(file, CODEC)
    n = ledger.version("all")
    assert n % 2 == 0
    assert [recorded.position for recorded in ledger.everything()] == list(range(1, 2 * n + 1))
    assert len(ledger.rows("inbox", "pmo")) == n
    for i in (*range(n), n, n + 1):
        there = i < n
        assert (ledger.remembered(f"r{i}") is not None) == there
        assert (ledger.paper(TextId(f"p{i}")) is not None) == there
        assert ledger.version(f"own-{i}") == int(there)
    assert verify(ledger) is None
    ledger.close()
    return n


@pytest.mark.parametrize("death", ["insert", "remember", "replace_rows", "keep_paper"])
def test_a_process_killed_within_a_commit_leaves_none_of_it(tmp_path: Path, death: str) -> None:
    """After any of its writes, the unfinished commit is as if it had never been, and the next process goes on."""
    file = tmp_path / "saf.db"
    for _ in range(2):
        child = committer(file, death)
        said = child.communicate(timeout=60)[0].split()
        assert child.returncode == -signal.SIGKILL
        assert insist_whole(file) == int(said[-1] if said else BEFORE_DEATH + 1) >= BEFORE_DEATH


def test_a_process_killed_at_any_moment_has_stored_all_it_said(tmp_path: Path) -> None:
    """Whatever was acknowledged is there, and at most the one batch that was under way besides."""
    file = tmp_path / "saf.db"
    for lines in (1, 7, 20):
        with committer(file) as child:
            assert child.stdout is not None
            said = [child.stdout.readline() for _ in range(lines)]
            child.kill()
            said += child.stdout.readlines()
        assert insist_whole(file) - int(said[-1]) in (0, 2)


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        keep_committing(sys.argv[1], sys.argv[2])
