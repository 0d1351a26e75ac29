"""What may be asked of a committee report."""

from dataclasses import dataclass
from datetime import datetime

from domain.calendar.key_dates import KeyDateName
from domain.report.events import Clearer, Part, ReportHash
from domain.words import AttachmentId, CaseId, PersonId, Text


@dataclass(frozen=True, slots=True)
class UploadReport:
    """The whole report: its parts, or one file by its content hash with the author's word that it is complete.

    It replaces every part. `complete` is heeded for a file only.
    """

    case: CaseId
    parts: tuple[tuple[Part, Text], ...] = ()
    file: AttachmentId | None = None
    complete: bool = True
    public: bool = True


@dataclass(frozen=True, slots=True)
class EditReport:
    """Some parts anew; the others keep their text, and with it the clearances that answer for them."""

    case: CaseId
    changes: tuple[tuple[Part, Text], ...]


@dataclass(frozen=True, slots=True)
class ClearReport:
    """A clearance of the version that stands; `of`, when given, is the version that was read."""

    case: CaseId
    part: Clearer
    of: ReportHash | None = None


@dataclass(frozen=True, slots=True)
class RefuseClearance:
    """A refusal with comments; it also takes back a clearance the same office gave."""

    case: CaseId
    part: Clearer
    comments: Text
    of: ReportHash | None = None


@dataclass(frozen=True, slots=True)
class NameClearer:
    """Somebody who may give one clearance on this case, in place of those in the office."""

    case: CaseId
    clearer: Clearer
    person: PersonId
    reason: Text


@dataclass(frozen=True, slots=True)
class MarkReportLate:
    """A key date has passed: asked by the clock, with the nominal instant."""

    case: CaseId
    key_date: KeyDateName
    due: datetime
