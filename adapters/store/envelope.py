"""What is written round a fact, and the SHA-256 that chains it to the one before it in its stream and in the ledger."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic_core import from_json

_SEAL = "saf ledger 1"
_PAYLOAD = b',"payload":'


@dataclass(frozen=True, slots=True)
class Envelope:
    """The stored state of one event, apart from its stream, version and name, which are columns.

    `at` is UTC in ISO 8601 with microseconds; `head` is the digest of the event before it in the whole ledger,
    '' for the first; `payload` is the fact as the codec wrote it.
    """

    at: str
    request: str
    head: str
    digest: str
    payload: bytes

    def to_bytes(self) -> bytes:
        """One JSON object, the payload last and as it stands, so that reading need not write it again."""
        fields = {"at": self.at, "request": self.request, "head": self.head, "digest": self.digest}
        return json.dumps(fields, separators=(",", ":")).encode()[:-1] + _PAYLOAD + self.payload + b"}"


def opened(state: bytes) -> Envelope:
    """The envelope in stored bytes. Raises ValueError if they hold none."""
    front, _, rest = bytes(state).partition(_PAYLOAD)
    try:
        return Envelope(**from_json(front + b"}"), payload=rest[:-1])
    except TypeError as wrong:
        raise ValueError(f"not an envelope: {wrong}") from None


def sealed(
    stream: str, version: int, name: str, at: str, request: str, payload: bytes, before: str, head: str
) -> Envelope:
    """An envelope with its digest; `before` is the digest of the stream's event before it, `head` of the ledger's.

    The digest is SHA-256 over all of it, each field preceded by its length in eight bytes, so no two tell alike.
    """
    digest = hashlib.sha256()
    for field in (_SEAL, stream, str(version), name, at, request, before, head):
        content = field.encode()
        digest.update(len(content).to_bytes(8, "big") + content)
    digest.update(len(payload).to_bytes(8, "big") + payload)
    return Envelope(at, request, head, digest.hexdigest(), payload)


def written(at: datetime) -> str:
    """An instant as the store writes it, in UTC, so that text sorts as time does. Raises ValueError without a zone."""
    if at.utcoffset() is None:
        raise ValueError(f"an instant needs its time zone: {at.isoformat()}")
    return at.astimezone(UTC).isoformat(timespec="microseconds")
