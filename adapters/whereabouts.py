"""Where the process that owns a ledger's file can be reached: a note beside the lock, for those on the same machine."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The owner's process, its address, and the key that whoever may read the note shows at the owner's door."""

    pid: int
    url: str
    key: str


def note_of(ledger: Path) -> Path:
    """The file in which a ledger's owner says where it is."""
    return ledger.with_name(ledger.name + ".owner.json")


def leave(ledger: Path, whereabouts: Whereabouts) -> None:
    """Write the note so that only this user can read it, whole or not at all."""
    note = note_of(ledger)
    fresh = note.with_name(f"{note.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(asdict(whereabouts), file)
    fresh.replace(note)


def find(ledger: Path) -> Whereabouts | None:
    """What the note says, or None where there is none that can be read. The owner may since have died."""
    try:
        return Whereabouts(**json.loads(note_of(ledger).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def take_away(ledger: Path) -> None:
    """Remove the note."""
    note_of(ledger).unlink(missing_ok=True)
