"""The composition root: which store, which bank holidays, which clock and which ids the house is put together from."""

import json
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from adapters.bank_holidays import EnglishBankHolidays
from adapters.store.ledger import MemoryLedger, SqliteLedger, StoredLedger
from adapters.store.tokens import HashedTokens
from workflows.handle import ActedOn, House

if TYPE_CHECKING:
    from fastapi import FastAPI

    from adapters.owners_door import Door


def now() -> datetime:
    """The instant, in UTC: the only clock of the product."""
    return datetime.now(UTC)


def new_id() -> str:
    """An id for a command that a person gives, and for what they begin: a UUIDv7, which sorts by when it was made."""
    import uuid_utils

    return str(uuid_utils.uuid7())


def new_salt() -> str:
    """A salt nobody can guess."""
    return secrets.token_hex(16)


def house_in_memory() -> House:
    """A house that lasts as long as the process."""
    return House(MemoryLedger(), EnglishBankHolidays()(), new_salt)


def house_on_file(path: str | Path) -> House:
    """A house over one SQLite file, which it owns. Raises StoreInUse to a second owner, StoreUnknown if it is none."""
    return House(SqliteLedger(path), EnglishBankHolidays()(), new_salt)


def tokens_of(house: House) -> HashedTokens:
    """The bearer tokens kept beside a house's ledger."""
    return HashedTokens(cast(StoredLedger, house.ledger).store)


@dataclass(frozen=True, slots=True)
class Premises:
    """A house with its doors, the API's and the owner's, and its alarm clock's tick: all take turns at it."""

    house: House
    clock: Callable[[], datetime] = now
    turn: threading.Lock = field(default_factory=threading.Lock)

    def app(self) -> "FastAPI":
        """The API, for those who hold a token."""
        from adapters.http.api import create_app

        return create_app(self.house, tokens_of(self.house).bearer, self.clock, new_id, self.turn)

    def door(self) -> "Door":
        """The owner's door."""
        from adapters.owners_door import Door

        return Door(self.house, tokens_of(self.house), self.clock, new_id, command_of, self.turn)

    def tick(self, at: datetime) -> tuple[ActedOn, ...]:
        """Act on what fell due up to an instant, when it is this tick's turn."""
        with self.turn:
            return self.house.tick(at)


def command_of(verb: str, fields: Any) -> Any:
    """The command of a verb with these JSON fields, as the API would read it. Raises ValueError."""
    from adapters.http.bodies import checked
    from adapters.http.problems import Problem
    from adapters.http.shapes import mirror, unmirrored
    from workflows.commands import BY_VERB

    if verb not in BY_VERB:
        raise ValueError(f"{verb!r} is not a command")
    try:
        return unmirrored(checked(mirror(BY_VERB[verb].shape), json.dumps(fields).encode()))
    except Problem as problem:
        raise ValueError(problem.detail) from None
