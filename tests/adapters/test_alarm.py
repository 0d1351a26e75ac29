"""The alarm clock: it rings at the next due moment, late rather than never, and a ring that fails comes again."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from adapters.alarm import BREATH, SAFETY, Alarm, next_due, next_ring
from adapters.store.ledger import MemoryLedger
from workflows.ports import Row

NOON = datetime(2024, 10, 14, 12, tzinfo=UTC)


@dataclass
class Dues:
    """Due moments that a tick acts on, and when each tick was; `fails` is how many ticks are still to fail."""

    moments: list[datetime] = field(default_factory=list)
    ticks: list[datetime] = field(default_factory=list)
    fails: int = 0
    rang: threading.Event = field(default_factory=threading.Event)

    def tick(self, now: datetime) -> list[datetime]:
        """Act on what is due."""
        self.ticks.append(now)
        if self.fails:
            self.fails -= 1
            raise RuntimeError("the store is away")
        acted = [moment for moment in self.moments if moment <= now]
        self.moments = [moment for moment in self.moments if moment > now]
        if acted:
            self.rang.set()
        return acted

    def first(self) -> datetime | None:
        """The next due moment."""
        return min(self.moments, default=None)


@contextmanager
def started(alarm: Alarm) -> Iterator[Alarm]:
    """An alarm that is stopped in the end."""
    alarm.start()
    try:
        yield alarm
    finally:
        alarm.stop()


def test_when_it_is_to_ring() -> None:
    """It rings when something is due, shortly where that has passed, and not where nothing is."""
    assert next_ring(NOON + SAFETY, NOON) == NOON + SAFETY
    assert next_ring(NOON - timedelta(days=7), NOON) == NOON + BREATH
    assert next_ring(None, NOON) is None


def test_the_next_due_moment_is_the_first_row_of_the_due_list() -> None:
    """The due list is the truth; an empty one has no next moment."""
    ledger = MemoryLedger()
    assert next_due(ledger) is None
    rows = tuple(
        Row("due", "", f"{at:%Y-%m-%dT%H:%M:%S}|01|a|x", "case-a", {"case": "a", "at": at.isoformat()})
        for at in (NOON + SAFETY, NOON)
    )
    ledger.replace_rows({"case-a": rows})
    assert next_due(ledger) == NOON


def test_what_fell_due_while_nobody_watched_is_acted_on_at_once() -> None:
    """Starting after a downtime acts on everything before it listens for more, at the instant the clock says."""
    dues = Dues([NOON - timedelta(days=7), NOON - timedelta(days=1)])
    with started(Alarm(dues.tick, dues.first, lambda: NOON)) as alarm:
        assert dues.moments == []
        assert dues.ticks == [NOON]
        assert alarm.set() is None


def test_a_ring_acts_and_sets_the_next() -> None:
    """Each ring acts on what is due by the clock, moved by hand here, and sets the alarm to what comes next."""
    clock = [NOON]
    dues = Dues([NOON + timedelta(days=1), NOON + timedelta(days=2)])
    with started(Alarm(dues.tick, dues.first, lambda: clock[0])) as alarm:
        assert alarm.set() == NOON + timedelta(days=1)
        clock[0] = NOON + timedelta(days=1)
        alarm.ring()
        assert dues.moments == [NOON + timedelta(days=2)]
        assert alarm.set() == NOON + timedelta(days=2)


def test_a_ring_that_fails_comes_again() -> None:
    """A tick that fails does not end the alarm: the next ring acts on what that one could not."""
    dues = Dues()
    with started(Alarm(dues.tick, dues.first, lambda: NOON)) as alarm:
        dues.moments, dues.fails = [NOON], 1
        alarm.ring()
        assert dues.moments == [NOON]
        alarm.ring()
        assert dues.moments == []


def test_a_first_tick_that_fails_is_heard() -> None:
    """A process whose first tick fails does not pretend to keep watch."""
    dues = Dues(fails=1)
    with pytest.raises(RuntimeError):
        Alarm(dues.tick, dues.first, lambda: NOON).start()


def test_it_rings_for_real_a_second_ahead() -> None:
    """On the real clock, a moment a second ahead is acted on within a few seconds, and not before it is due."""
    due = datetime.now(UTC) + timedelta(seconds=1)
    dues = Dues([due])
    with started(Alarm(dues.tick, dues.first, lambda: datetime.now(UTC))):
        assert dues.rang.wait(20)
    assert dues.ticks[-1] >= due
    assert dues.moments == []


def test_stopping_waits_for_a_ring_under_way_and_no_longer() -> None:
    """An alarm that is stopped while it rings lets that tick end, sets nothing further, and is stopped."""
    ringing, go_on = threading.Event(), threading.Event()
    ticks: list[datetime] = []

    def tick(now: datetime) -> None:
        ticks.append(now)
        if len(ticks) > 1:
            ringing.set()
            go_on.wait(20)

    alarm = Alarm(tick, lambda: NOON, lambda: datetime.now(UTC))
    alarm.start()
    assert ringing.wait(20)
    stopping = threading.Thread(target=alarm.stop, daemon=True)
    stopping.start()
    go_on.set()
    stopping.join(20)
    assert not stopping.is_alive()
    by_then = len(ticks)
    time.sleep(BREATH.total_seconds() + 0.5)
    assert len(ticks) == by_then


def test_a_moment_that_will_not_go_away_does_not_keep_it_busy() -> None:
    """Where a tick leaves a past moment standing, the alarm takes a breath between two rings."""
    ticks: list[datetime] = []
    with started(Alarm(ticks.append, lambda: NOON, lambda: datetime.now(UTC))):
        time.sleep(2.5)
    assert len(ticks) <= 4
