"""Bearer tokens: random, seen once, kept only as SHA-256 beside the ledger."""

import hashlib
import secrets
from datetime import datetime

from adapters.store.envelope import written
from adapters.store.store import Store
from domain.words import PersonId

PREFIX = "saf_"
"""What a token begins with, so that scanners find one that was leaked."""


class HashedTokens:
    """The port `Tokens` over a ledger's store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def issue(self, person: PersonId, at: datetime) -> str:
        """A new token of 256 random bits for a person: the only time it is seen."""
        token = PREFIX + secrets.token_urlsafe(32)
        with self._store.writing() as writing:
            writing.issue(_hash(token), person, written(at))
        return token

    def revoke(self, person: PersonId, at: datetime) -> int:
        """Revoke every token of a person; how many there were."""
        with self._store.writing() as writing:
            return writing.revoke(person, written(at))

    def bearer(self, token: str) -> PersonId | None:
        """Whose token this is, if it stands."""
        if not token.startswith(PREFIX):
            return None
        person = self._store.bearer(_hash(token))
        return None if person is None else PersonId(person)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
