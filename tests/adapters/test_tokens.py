"""The contract of the port `Tokens`, kept by every store."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.store.codec import Codec
from adapters.store.ledger import MemoryLedger, SqliteLedger, StoredLedger
from adapters.store.tokens import HashedTokens
from domain.words import PersonId
from workflows.ports import Tokens

ANN, BOB = PersonId("ann"), PersonId("bob")
NOON = datetime(2024, 7, 16, 12, tzinfo=UTC)


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoredLedger]:
    """An empty ledger of each sort."""
    none = Codec({})
    ledger = MemoryLedger(none) if request.param == "memory" else SqliteLedger(tmp_path / "saf.db", none)
    yield ledger
    ledger.close()


@pytest.fixture
def tokens(ledger: StoredLedger) -> Tokens:
    """The tokens of that ledger's store."""
    return HashedTokens(ledger.store)


def test_a_token_tells_who_bears_it(tokens: Tokens) -> None:
    """Each token is new, long, recognisable, and stands for the person it was issued to."""
    issued = {tokens.issue(ANN, NOON), tokens.issue(ANN, NOON), tokens.issue(BOB, NOON)}
    assert len(issued) == 3
    assert all(token.startswith("saf_") and len(token) > 40 for token in issued)
    assert sorted(str(tokens.bearer(token)) for token in issued) == ["ann", "ann", "bob"]


@pytest.mark.parametrize("token", ["", "saf_", "saf_guess", "ann", "saf_\udc80", "saf_" + "x" * 100_000])
def test_what_was_never_issued_stands_for_nobody(tokens: Tokens, token: str) -> None:
    """A guess, nothing at all, or rubbish is nobody's token, and no error."""
    tokens.issue(ANN, NOON)
    assert tokens.bearer(token) is None


def test_revoking_takes_every_token_of_a_person_and_of_nobody_else(tokens: Tokens) -> None:
    """Revoked tokens stop at once and are counted once; a token issued later stands."""
    ann, again, bob = tokens.issue(ANN, NOON), tokens.issue(ANN, NOON), tokens.issue(BOB, NOON)
    assert tokens.revoke(ANN, NOON) == 2
    assert [tokens.bearer(token) for token in (ann, again, bob)] == [None, None, BOB]
    assert tokens.revoke(ANN, NOON) == 0
    assert tokens.bearer(tokens.issue(ANN, NOON)) == ANN


def test_issuing_and_revoking_in_one_transaction_agree(ledger: StoredLedger) -> None:
    """A transaction sees what it wrote itself, and leaves nothing when it fails."""
    with ledger.store.writing() as writing:
        writing.issue("h1", "ann", "2024")
        assert writing.revoke("ann", "2024") == 1
    with suppress(ZeroDivisionError), ledger.store.writing() as writing:
        writing.issue("h2", "ann", "2024")
        raise ZeroDivisionError
    assert [ledger.store.bearer(token) for token in ("h1", "h2")] == [None, None]


def test_only_the_hash_is_kept(tmp_path: Path) -> None:
    """The token cannot be read from the file or what stands beside it; its SHA-256 can, and outlives a restart."""
    file = tmp_path / "saf.db"
    ledger = SqliteLedger(file, Codec({}))
    token = HashedTokens(ledger.store).issue(ANN, NOON)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert token.removeprefix("saf_").encode() not in kept
    assert hashlib.sha256(token.encode()).hexdigest().encode() in kept
    ledger.close()
    again = SqliteLedger(file, Codec({}))
    assert HashedTokens(again.store).bearer(token) == ANN
    again.close()
