"""The alarm clock: it wakes at the next due moment and calls `tick`; what is due is not its business."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from workflows.ports import Ledger

SAFETY = timedelta(minutes=1)
"""How long at most a due moment that nobody told the alarm of may wait."""

BREATH = timedelta(seconds=1)
"""The least time between two rings, so that a moment that will not go away cannot keep the machine busy."""

log = structlog.get_logger("saf.alarm")


def next_due(ledger: Ledger) -> datetime | None:
    """The first moment at which something falls due, or None while nothing will."""
    rows = ledger.rows("due", "", limit=1)
    return datetime.fromisoformat(rows[0].body["at"]) if rows else None


def next_ring(due: datetime | None, now: datetime) -> datetime | None:
    """When the alarm is to ring for a due moment: then, or shortly if that has passed."""
    return max(due, now + BREATH) if due else None


class Alarm:
    """Rings at start, at each due moment, and once a minute for safety. A ring that fails is logged and comes again."""

    def __init__(
        self,
        tick: Callable[[datetime], Any],
        due: Callable[[], datetime | None],
        clock: Callable[[], datetime],
    ) -> None:
        self._tick = tick
        self._due = due
        self._clock = clock
        self._ringing = threading.Lock()
        self._stopped = False
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        """Act on what fell due while nobody watched, then keep watch. Raises whatever that first tick raises."""
        self._tick(self._clock())
        self._scheduler.start()
        self._scheduler.add_job(self.ring, IntervalTrigger(seconds=int(SAFETY.total_seconds())), id="safety")
        self.set()

    def set(self) -> datetime | None:
        """Set the alarm to the next due moment; when it will ring."""
        at = next_ring(self._due(), self._clock())
        if at is None:
            with suppress(JobLookupError):
                self._scheduler.remove_job("due")
            return None
        self._scheduler.add_job(self.ring, DateTrigger(at), id="due", replace_existing=True)
        return at

    def ring(self) -> None:
        """Act on what is due now, and set the alarm again; once it is stopped, nothing."""
        with self._ringing:
            if not self._stopped:
                self._act(self._clock())

    def _act(self, now: datetime) -> None:
        try:
            acted = self._tick(now)
            if acted:
                log.info("dates passed", at=now.isoformat(), acted_on=len(acted))
            self.set()
        except Exception:
            log.exception("a tick failed; it is tried again within a minute", at=now.isoformat())

    def stop(self) -> None:
        """Stop watching, once a tick under way is done.

        The scheduler waits for its jobs while it holds the lock that setting the alarm takes: so no ring may be under
        way by then.
        """
        with self._ringing:
            self._stopped = True
        self._scheduler.shutdown(wait=True)
