"""What follows from each thing that may be asked of a committee report."""

from domain.report.clearings import BY_CLEARER, changed_parts
from domain.report.commands import ClearReport, MarkReportLate, NameClearer, RefuseClearance
from domain.report.events import (
    ClearanceLapsed,
    ClearanceRefused,
    Clearer,
    ClearerNamed,
    Part,
    ReportCleared,
    ReportEdited,
    ReportEvent,
    ReportHash,
    ReportMarkedLate,
    ReportUploaded,
    ReportVersion,
)
from domain.report.rules import (
    OF_CLEAR_REPORT,
    OF_EDIT_REPORT,
    OF_NAME_CLEARER,
    OF_REFUSE_CLEARANCE,
    OF_UPLOAD_REPORT,
    AskedReport,
    next_version,
)
from domain.report.state import AnyReport, missed
from domain.rules import insist
from domain.words import TextId

Facts = tuple[ReportEvent, ...]


def upload_report(asked: AskedReport) -> Facts:
    """A new version in place of the whole report; clearances whose parts differ lapse."""
    insist(OF_UPLOAD_REPORT, asked)
    version = next_version(asked.state, asked.command)
    changed = _changed(asked.state, version)
    return (ReportUploaded(asked.by, version), *_lapses(asked, version.hash, changed))


def edit_report(asked: AskedReport) -> Facts:
    """A new version with the given parts anew; clearances that answer for one of them lapse."""
    insist(OF_EDIT_REPORT, asked)
    version = next_version(asked.state, asked.command)
    changed = _changed(asked.state, version)
    return (ReportEdited(asked.by, version, changed), *_lapses(asked, version.hash, changed))


def clear_report(asked: AskedReport) -> Facts:
    """One clearance of the version that stands, by its hash."""
    insist(OF_CLEAR_REPORT, asked)
    command: ClearReport = asked.command
    return (ReportCleared(asked.by, command.part, _hash(asked.state)),)


def refuse_clearance(asked: AskedReport) -> Facts:
    """A refusal with comments; taken back after the fact, it brings down the executive director's clearance too."""
    insist(OF_REFUSE_CLEARANCE, asked)
    command: RefuseClearance = asked.command
    of = _hash(asked.state)
    refused = ClearanceRefused(asked.by, command.part, of, TextId(command.comments), asked.at)
    last = Clearer.EXECUTIVE_DIRECTOR
    if command.part is not last and last in asked.state.cleared_by:
        return (refused, ClearanceLapsed(asked.by, last, of, (), asked.at))
    return (refused,)


def name_clearer(asked: AskedReport) -> Facts:
    """Somebody who may give one clearance on this case."""
    insist(OF_NAME_CLEARER, asked)
    command: NameClearer = asked.command
    return (ClearerNamed(asked.by, command.clearer, command.person, TextId(command.reason)),)


def mark_report_late(asked: AskedReport) -> Facts:
    """Late, if a clearance the key date asks for is outstanding and it was not marked for that instant; else nothing.

    Never refused, so that a tick may come twice.
    """
    command: MarkReportLate = asked.command
    marked = (command.key_date, command.due) in asked.state.beside.marks
    if marked or not missed(asked.state, command.key_date, command.due):
        return ()
    return (ReportMarkedLate(command.key_date, command.due),)


def _changed(state: AnyReport, version: ReportVersion) -> tuple[Part, ...]:
    return changed_parts(state.version, version) if state.version else tuple(part for part, _ in version.parts)


def _lapses(asked: AskedReport, now: ReportHash, changed: tuple[Part, ...]) -> Facts:
    return tuple(
        ClearanceLapsed(asked.by, clearer, now, touched, asked.at)
        for clearer in Clearer
        if clearer in asked.state.cleared_by
        if (touched := tuple(part for part in changed if part in BY_CLEARER[clearer].answers_for))
    )


def _hash(state: AnyReport) -> ReportHash:
    if state.version is None:
        raise ValueError("a report that was never uploaded has no version")
    return state.version.hash
