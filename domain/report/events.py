"""What can happen to a committee report. These names are the storage format: add to them, never rename one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.calendar.key_dates import KeyDateName
from domain.words import AttachmentId, Hand, PersonId, TextId

ReportHash = NewType("ReportHash", str)
"""The SHA-256 of a version's contents: two versions are the same report exactly when it is the same."""


class Part(StrEnum):
    """The parts of a committee report, in the order they are printed (SAF 5)."""

    RECOMMENDATIONS = "recommendations"
    PURPOSE = "purpose"
    PROPOSAL = "proposal"
    BACKGROUND = "background"
    APPENDICES = "appendices"
    FINANCIAL = "financial"
    LEGAL = "legal"
    PUBLIC_HEALTH = "public_health"
    ENVIRONMENTAL = "environmental"
    OTHER = "other"
    BACKGROUND_PAPERS = "background_papers"


class Clearer(StrEnum):
    """Who clears a report, in the order they do; legal and finance side by side."""

    DIRECTOR = "director"
    LEGAL = "legal"
    FINANCE = "finance"
    EXECUTIVE_DIRECTOR = "executive_director"


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """One version: its parts that say something, in printing order, or the whole document as an uploaded file.

    `complete` is what the parts show, or for a file what the author stated: every implication is answered.
    """

    number: int
    hash: ReportHash
    parts: tuple[tuple[Part, TextId], ...]
    file: AttachmentId | None
    complete: bool
    public: bool

    def text(self, part: Part) -> TextId:
        """The text of a part; empty when the part says nothing."""
        return dict(self.parts).get(part, TextId(""))


@dataclass(frozen=True, slots=True)
class ReportUploaded:
    by: Hand
    version: ReportVersion


@dataclass(frozen=True, slots=True)
class ReportEdited:
    by: Hand
    version: ReportVersion
    changed: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ReportCleared:
    """A clearance of one version, by its hash."""

    by: Hand
    clearer: Clearer
    of: ReportHash


@dataclass(frozen=True, slots=True)
class ClearanceRefused:
    """Refused with comments, at an instant; a clearance the same office had given is taken back by it."""

    by: Hand
    clearer: Clearer
    of: ReportHash
    comments: TextId
    at: datetime


@dataclass(frozen=True, slots=True)
class ClearanceLapsed:
    """A clearance fell: parts it answered for changed, or (`changed` empty) one it rested on was taken back."""

    by: Hand
    clearer: Clearer
    now: ReportHash
    changed: tuple[Part, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class ClearerNamed:
    """Somebody named to give one clearance on this case, because those in the office may not."""

    by: Hand
    clearer: Clearer
    person: PersonId
    reason: TextId


@dataclass(frozen=True, slots=True)
class ReportMarkedLate:
    """A key date passed with a clearance it asks for outstanding; `due` is the nominal instant."""

    key_date: KeyDateName
    due: datetime


ReportEvent = (
    ReportUploaded | ReportEdited | ReportCleared | ClearanceRefused | ClearanceLapsed | ClearerNamed | ReportMarkedLate
)
