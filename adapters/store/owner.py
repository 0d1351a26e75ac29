"""One process owns a store's file at a time; the second is told who does and what to do."""

import fcntl
import os
from pathlib import Path


class StoreInUse(Exception):
    """Another process, or another ledger of this one, owns the file."""


class Owner:
    """Holds the lock file beside a store until released or until the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        lock = path.with_name(path.name + ".lock")
        self._file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.read(self._file, 32).decode(errors="replace").strip()
            os.close(self._file)
            raise StoreInUse(
                f"{path} is in use by process {pid or 'of unknown number'}. "
                "Stop that process, or let it do the work: only one process at a time may own the file."
            ) from None
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Give the file up; harmless when that was done before."""
        if self._file >= 0:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = -1
