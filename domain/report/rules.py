"""What forbids writing, clearing or refusing a committee report, and naming somebody else to clear it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.people.duties import Forbidden
from domain.people.offices import CHIEF_EXECUTIVE, MONITORING_OFFICER
from domain.report.clearings import BY_CLEARER, version_of
from domain.report.commands import ClearReport, EditReport, RefuseClearance, UploadReport
from domain.report.events import Clearer, Part, ReportVersion
from domain.report.state import AnyReport, Report, turn_of
from domain.rules import Asked, Rule
from domain.words import TextId


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules must see of other streams.

    `clashes`: the duties broken by whoever acts; for naming somebody, by the person named clearing it.
    `under_way`: the case is still open. `writes`: whoever acts writes it, or may upload for those who do.
    `officer_concerned`: the monitoring officer is the person in whose place another must be named.
    """

    clashes: tuple[Forbidden, ...]
    under_way: bool
    writes: bool
    officer_concerned: bool


AskedReport = Asked[AnyReport, Any, Known]

WRITING = "SAF 5, the committee report [S]"
VERSIONS = "SAF 5, a clearance is of one version"
ORDER = "SAF 3, draft_report, legal_finance_review, executive_director_review [S]"
DUTIES = "SAF 2, separation of duties [A]"
NAMING = "SAF 2, separation of duties: it never dead-ends [A]"


def next_version(state: AnyReport, command: UploadReport | EditReport) -> ReportVersion:
    """The version a command makes of what stands: an upload replaces all of it, an edit only the parts it gives."""
    number = state.version.number + 1 if state.version else 1
    if isinstance(command, UploadReport):
        return version_of(number, _ids(command.parts), command.file, command.complete, command.public)
    earlier = state.version.parts if state.version else ()
    public = state.version is None or state.version.public
    return version_of(number, (*earlier, *_ids(command.changes)), public=public)


def _ids(parts: tuple[tuple[Part, Any], ...]) -> tuple[tuple[Part, TextId], ...]:
    return tuple((part, TextId(text)) for part, text in parts)


def open_to(asked: AskedReport) -> tuple[Clearer, ...]:
    """The clearances this is about: the one asked for or, when nothing is asked yet, all that this hand may give."""
    if asked.command is not None:
        command: ClearReport | RefuseClearance = asked.command
        return (command.part,)
    return tuple(clearer for clearer in Clearer if may_give(asked, clearer))


def may_give(asked: AskedReport, clearer: Clearer) -> bool:
    """Whether a clearance belongs to the office of this hand, or the person was named for it on this case."""
    return asked.by.office == BY_CLEARER[clearer].office or asked.state.beside.named_for(clearer) == asked.by.person


def all_follow(clearer: Clearer, asked: AskedReport) -> bool:
    """Whether everyone this clearance follows has cleared."""
    return BY_CLEARER[clearer].after <= asked.state.cleared_by


def makes_a_change(asked: AskedReport) -> bool:
    """Whether the command leaves a version that differs from the one that stands."""
    standing = asked.state.version
    return standing is None or next_version(asked.state, asked.command).hash != standing.hash


def _once(parts: tuple[tuple[Part, Any], ...]) -> bool:
    return len({part for part, _ in parts}) == len(parts)


def _of_command(name: str, says: str, source: str, holds: Callable[[Any], bool]) -> Rule:
    return Rule(name, says, source, holds, of_command=True)


UNDER_WAY = Rule("under_way", "The case is still under way", WRITING, lambda a: a.known.under_way)
WRITERS = Rule("writers", "A report is written by those who write the case", WRITING, lambda a: a.known.writes)
WRITER_DUTIES = Rule(
    "writer_duties", "Nobody writes the report of a case they cleared or decided", DUTIES, lambda a: not a.known.clashes
)
CHANGES = _of_command("changes", "Something in the report changes", VERSIONS, makes_a_change)
UPLOADED = Rule("uploaded", "A report has been uploaded", WRITING, lambda a: isinstance(a.state, Report))
OWN_OFFICE = Rule(
    "own_office",
    "A clearance is given by the office it belongs to, or by the person named for it on this case",
    ORDER,
    lambda a: any(may_give(a, c) for c in open_to(a)),
)
CLEARER_DUTIES = Rule(
    "clearer_duties",
    "Nobody clears a report of a case they wrote or sponsor, or have decided",
    DUTIES,
    lambda a: not a.known.clashes,
)
VERSION_READ = _of_command(
    "version_read",
    "The version that was read is the one that stands",
    VERSIONS,
    lambda a: a.state.version is None or a.command.of in (None, a.state.version.hash),
)
IN_ORDER = Rule(
    "in_order",
    "The director clears first, then legal and finance, and the executive director after all three",
    ORDER,
    lambda a: any(all_follow(c, a) for c in open_to(a)),
)

OF_UPLOAD_REPORT: tuple[Rule, ...] = (
    UNDER_WAY,
    WRITERS,
    WRITER_DUTIES,
    _of_command(
        "parts_or_file",
        "A report is given as parts that say something, or as one file",
        WRITING,
        lambda a: any(text for _, text in a.command.parts) is (a.command.file is None),
    ),
    _of_command("parts_once", "Each part is given once", WRITING, lambda a: _once(a.command.parts)),
    CHANGES,
)

OF_EDIT_REPORT: tuple[Rule, ...] = (
    UNDER_WAY,
    WRITERS,
    WRITER_DUTIES,
    UPLOADED,
    Rule(
        "not_a_file",
        "A report uploaded as a file is replaced by another upload, not edited part by part",
        WRITING,
        lambda a: a.state.version is None or a.state.version.file is None,
    ),
    _of_command("parts_once", "Each part is given once", WRITING, lambda a: _once(a.command.changes)),
    CHANGES,
)

OF_CLEAR_REPORT: tuple[Rule, ...] = (
    UNDER_WAY,
    UPLOADED,
    OWN_OFFICE,
    CLEARER_DUTIES,
    Rule(
        "complete",
        "Every implication is answered: 'None' is an answer, an empty one is not",
        WRITING,
        lambda a: a.state.version is None or a.state.version.complete,
    ),
    IN_ORDER,
    Rule(
        "outstanding",
        "The clearance does not stand already",
        VERSIONS,
        lambda a: any(c not in a.state.cleared_by for c in open_to(a)),
    ),
    VERSION_READ,
)

OF_REFUSE_CLEARANCE: tuple[Rule, ...] = (
    UNDER_WAY,
    UPLOADED,
    OWN_OFFICE,
    CLEARER_DUTIES,
    Rule(
        "its_turn",
        "A clearance is refused when it is its turn, or taken back after it was given",
        ORDER,
        lambda a: any(turn_of(a.state, c) or c in a.state.cleared_by for c in open_to(a)),
    ),
    _of_command(
        "comments", "A refusal says why", "SAF 5, silence is never clearance", lambda a: bool(a.command.comments)
    ),
    VERSION_READ,
)

OF_NAME_CLEARER: tuple[Rule, ...] = (
    UNDER_WAY,
    Rule(
        "names_clearer",
        "The monitoring officer names another person, or the Chief Executive where the monitoring officer is concerned",
        NAMING,
        lambda a: a.by.office == (CHIEF_EXECUTIVE if a.known.officer_concerned else MONITORING_OFFICER),
    ),
    _of_command("reason", "A reason is given for the record", NAMING, lambda a: bool(a.command.reason)),
    _of_command(
        "somebody_else",
        "Nobody names themselves, nor the person they stand in for",
        NAMING,
        lambda a: a.command.person not in (a.by.person, a.by.on_behalf_of),
    ),
    _of_command(
        "hands_free", "The person named neither wrote nor sponsors the case", DUTIES, lambda a: not a.known.clashes
    ),
    _of_command(
        "not_named_yet",
        "The person is not already named for this clearance",
        NAMING,
        lambda a: a.state.beside.named_for(a.command.clearer) != a.command.person,
    ),
    _of_command(
        "still_asked_for",
        "The clearance does not stand already",
        VERSIONS,
        lambda a: a.command.clearer not in a.state.cleared_by,
    ),
)

RULES: Mapping[str, tuple[Rule, ...]] = {
    "upload_report": OF_UPLOAD_REPORT,
    "edit_report": OF_EDIT_REPORT,
    "clear_report": OF_CLEAR_REPORT,
    "refuse_clearance": OF_REFUSE_CLEARANCE,
    "name_clearer": OF_NAME_CLEARER,
}
"""The rules of every verb about a report."""
