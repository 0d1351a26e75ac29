"""Who clears what, after whom and by when: the table behind every clearance of a committee report."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from domain.calendar.key_dates import KeyDateName
from domain.people.offices import DIRECTOR, EXECUTIVE_DIRECTOR, FINANCE, LEGAL
from domain.report.events import Clearer, Part, ReportHash, ReportVersion
from domain.words import AttachmentId, OfficeId, TextId

IMPLICATIONS = (Part.FINANCIAL, Part.LEGAL, Part.PUBLIC_HEALTH, Part.ENVIRONMENTAL, Part.OTHER)
"""What must be answered before anyone clears. "None" is an answer; an empty implication is not (SAF 5 [S])."""

EVERY_PART = tuple(Part)

DRAFT_REPORT = KeyDateName("draft_report")
LEGAL_FINANCE_REVIEW = KeyDateName("legal_finance_review")
EXECUTIVE_DIRECTOR_REVIEW = KeyDateName("executive_director_review")


@dataclass(frozen=True, slots=True)
class Clearing:
    """One clearance: the office that gives it, the parts it answers for, whom it follows, and its key date."""

    clearer: Clearer
    office: OfficeId
    answers_for: tuple[Part, ...]
    after: frozenset[Clearer]
    key_date: KeyDateName
    source: str


CLEARINGS: tuple[Clearing, ...] = (
    Clearing(Clearer.DIRECTOR, DIRECTOR, EVERY_PART, frozenset(), DRAFT_REPORT, "SAF 3, draft_report [S]"),
    Clearing(
        Clearer.LEGAL,
        LEGAL,
        (Part.LEGAL,),
        frozenset({Clearer.DIRECTOR}),
        LEGAL_FINANCE_REVIEW,
        "SAF 3, legal_finance_review [S]; the part it answers for [A]",
    ),
    Clearing(
        Clearer.FINANCE,
        FINANCE,
        (Part.FINANCIAL,),
        frozenset({Clearer.DIRECTOR}),
        LEGAL_FINANCE_REVIEW,
        "SAF 3, legal_finance_review [S]; the part it answers for [A]",
    ),
    Clearing(
        Clearer.EXECUTIVE_DIRECTOR,
        EXECUTIVE_DIRECTOR,
        EVERY_PART,
        frozenset({Clearer.DIRECTOR, Clearer.LEGAL, Clearer.FINANCE}),
        EXECUTIVE_DIRECTOR_REVIEW,
        "SAF 3, executive_director_review [S]",
    ),
)
"""The four clearances in order; legal and finance stand side by side."""

BY_CLEARER = {row.clearer: row for row in CLEARINGS}


def version_of(
    number: int,
    parts: Iterable[tuple[Part, TextId]],
    file: AttachmentId | None = None,
    complete: bool = False,
    public: bool = True,
) -> ReportVersion:
    """A version with its hash: empty parts are left out, the rest put in printing order.

    `complete` is heeded for an uploaded file only; of parts it is read off the implications.
    """
    said = {part: text for part, text in parts if text}
    ordered = tuple((part, said[part]) for part in Part if part in said)
    answered = complete if file else all(part in said for part in IMPLICATIONS)
    return ReportVersion(number, _hash(ordered, file, answered, public), ordered, file, answered, public)


def _hash(
    parts: tuple[tuple[Part, TextId], ...], file: AttachmentId | None, complete: bool, public: bool
) -> ReportHash:
    fields = [f"public={public}", f"complete={complete}", f"file={file or ''}"]
    fields += [word for part, text in parts for word in (part.value, text)]
    digest = sha256()
    for word in (field.encode() for field in fields):
        digest.update(len(word).to_bytes(8, "big") + word)
    return ReportHash(digest.hexdigest())


def changed_parts(before: ReportVersion, after: ReportVersion) -> tuple[Part, ...]:
    """The parts that differ between two versions, in printing order.

    With a file on either side, or when what is said of the whole document changes, every part counts as changed.
    """
    if before.hash == after.hash:
        return ()
    if before.file or after.file or before.public is not after.public:
        return EVERY_PART
    return tuple(part for part in Part if before.text(part) != after.text(part))
