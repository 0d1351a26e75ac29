"""A tick killed in the middle of catching up is finished by the next process, as if nobody had killed it."""

import multiprocessing
import os
import signal
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from adapters.store.ledger import SqliteLedger
from adapters.store.sqlite import SqliteWriting
from adapters.store.verify import verify
from domain.case.commands import Draft
from domain.routing.kinds import Kind
from domain.words import CaseId, PersonId, ProjectId, Text, pounds
from tests.properties.authority import CountedHouse, house_over, opened
from tests.properties.play import Play, history, replayed

DOWN_FOR = timedelta(weeks=8)
FORKED = multiprocessing.get_context("fork")
VIEWS = ("due", "owed", "cases", "open")


def before_the_downtime() -> Play:
    """Nine cases, each brought one or two steps further than the one before, and then left lying."""
    play = Play()
    for n in range(9):
        kind = tuple(Kind)[n % 3]
        project = ProjectId("tram" if n % 2 else "chalk") if kind is Kind.CHANGE_REQUEST else None
        play.give(
            Draft(CaseId(f"c{n}"), kind, Text("A case"), pounds(900_000 * (n + 1)), project=project), PersonId("ann")
        )
    for step in range(6):
        for n, case in enumerate(play.cases()):
            if n >= step:
                play.move_on(case)
    return play


def catch_up(file: Path, until: datetime, write: str, dies_at: int, said: Connection) -> None:
    """Tick until an instant, saying so after each such write; die in the middle of the n-th one's transaction."""
    original, done = getattr(SqliteWriting, write), [0]

    def write_and_die(*arguments: Any) -> Any:
        result = original(*arguments)
        done[0] += 1
        said.send(done[0])
        if done[0] == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(SqliteWriting, write, write_and_die)
    house_over(SqliteLedger(file)).tick(until)


def killed(file: Path, until: datetime, write: str, dies_at: int, from_outside: bool) -> int | None:
    """How a process ended that caught up until it died, or until it was killed when it had said so many writes."""
    heard, said = FORKED.Pipe(duplex=False)
    process = FORKED.Process(target=catch_up, args=(file, until, write, 0 if from_outside else dies_at, said))
    process.start()
    said.close()
    if from_outside:
        while heard.recv() < dies_at:
            pass
        process.kill()
    process.join(timeout=60)
    return process.exitcode


def left_lying(file: Path, play: Play) -> None:
    """The run on a file, as it stood when the scheduler went down."""
    ledger = SqliteLedger(file)
    house = opened(ledger)
    for order in play.taken:
        house.handle(order)
    ledger.close()


def insist_same(file: Path, until: datetime, unkilled: CountedHouse) -> None:
    """The survivor finishes, and what it leaves is what would have been there if nobody had been killed."""
    ledger = SqliteLedger(file)
    house_over(ledger).tick(until)
    assert history(ledger) == history(unkilled.ledger)
    for view in VIEWS:
        assert ledger.rows(view, "") == unkilled.ledger.rows(view, "")
    assert verify(ledger) is None
    ledger.close()


DEATHS = (("insert", 4, False), ("remember", 9, False), ("remember", 7, True), ("replace_rows", 15, False))
"""The write within whose transaction a process dies, the how-manieth such write it is, and whether it is killed."""


def test_a_tick_killed_again_and_again_is_finished_by_the_last(tmp_path: Path) -> None:
    """Killed within transactions, and from outside at any moment: nothing is lost, and nothing comes twice."""
    play, file = before_the_downtime(), tmp_path / "saf.db"
    until = play.at + DOWN_FOR
    left_lying(file, play)
    for write, dies_at, from_outside in DEATHS:
        assert killed(file, until, write, dies_at, from_outside) == -signal.SIGKILL
    insist_same(file, until, replayed(play, (), until))
