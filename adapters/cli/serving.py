"""Owns a ledger's file: rings the alarm, serves the API, and leaves word of where it can be reached until it ends."""

import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters import wiring
from adapters.alarm import Alarm, next_due
from adapters.cli.speech import Sorry, aside
from adapters.owners_door import opened
from adapters.whereabouts import Whereabouts, leave, take_away
from workflows.handle import House


def own_and_listen(db: Path, host: str, port: int) -> None:
    """Serve the ledger of a file until told to stop. Raises StoreInUse where another process owns it."""
    house = wiring.house_on_file(db)
    try:
        listener = listening(host, port)
        url = address_of(listener)
        key = secrets.token_urlsafe(32)

        def ready() -> None:
            leave(db, Whereabouts(os.getpid(), url, key))
            aside().print(f"The ledger {db} is served at {url}/api/v1; Ctrl-C ends it.", markup=False)

        try:
            serve(house, listener, key, ready)
        finally:
            take_away(db)
    finally:
        house.ledger.close()


def serve(
    house: House,
    listener: socket.socket,
    key: str,
    ready: Callable[[], Any],
    clock: Callable[[], datetime] = wiring.now,
) -> None:
    """Ring the alarm of a house and serve it on a socket until told to stop; `ready` is called before any request."""
    import uvicorn

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    logs_to_stderr()
    premises = wiring.Premises(house, clock)
    alarm = Alarm(premises.tick, lambda: next_due(house.ledger), clock)
    alarm.start()
    try:
        ready()
        app: Any = opened(premises.app(), premises.door(), key)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run([listener])
    except KeyboardInterrupt:
        aside().print("Stopped.")
    finally:
        alarm.stop()


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises Sorry where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as wrong:
        listener.close()
        why = getattr(wrong, "strerror", None) or str(wrong)
        raise Sorry(f"Port {port} of {host} cannot be listened on ({why}); --port 0 picks a free one.") from None
    listener.listen(128)
    return listener


def address_of(listener: socket.socket) -> str:
    """The address of a socket, as those on this machine reach it."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def logs_to_stderr() -> None:
    """Say on stderr what happens, so that stdout stays clean."""
    import logging

    import structlog

    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
