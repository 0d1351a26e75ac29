"""Where a committee report stands: its version, which clearances stand on it, and who has it now."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.calendar.key_dates import KeyDateName
from domain.people.duties import Act
from domain.report import events
from domain.report.clearings import BY_CLEARER, CLEARINGS
from domain.report.events import Clearer, ReportEvent, ReportHash, ReportVersion
from domain.words import Hand, PersonId


@dataclass(frozen=True, slots=True)
class Beside:
    """True with or without a report: who was named, dates missed, whose hands touched it, what fell."""

    named: tuple[tuple[Clearer, PersonId], ...] = ()
    marks: frozenset[tuple[KeyDateName, datetime]] = frozenset()
    hands: frozenset[tuple[Act, PersonId]] = frozenset()
    fell: tuple[tuple[Clearer, datetime], ...] = ()

    def named_for(self, clearer: Clearer) -> PersonId | None:
        """Who was named, for this case, to give a clearance."""
        return dict(self.named).get(clearer)


@dataclass(frozen=True, slots=True)
class NoReport:
    """Nothing has been uploaded: the author has it."""

    beside: Beside = Beside()

    @property
    def version(self) -> None:
        return None

    @property
    def cleared_by(self) -> frozenset[Clearer]:
        return frozenset()

    @property
    def refused_by(self) -> frozenset[Clearer]:
        return frozenset()

    @property
    def cleared(self) -> bool:
        return False

    @property
    def publishable(self) -> ReportHash | None:
        return None

    @property
    def waiting_for(self) -> tuple[Clearer, ...]:
        return ()

    @property
    def waits_for_author(self) -> bool:
        return True

    @property
    def late(self) -> frozenset[KeyDateName]:
        return frozenset(key_date for key_date, _ in self.beside.marks)


@dataclass(frozen=True, slots=True)
class Report:
    """A version, the clearances that stand on it, and those who refused it. Silence is never clearance."""

    version: ReportVersion
    cleared_by: frozenset[Clearer] = frozenset()
    refused_by: frozenset[Clearer] = frozenset()
    beside: Beside = Beside()

    @property
    def cleared(self) -> bool:
        """Whether all four clearances stand on the present version."""
        return self.cleared_by == frozenset(Clearer)

    @property
    def publishable(self) -> ReportHash | None:
        """The hash of the version that may be published; None until every clearance stands on it."""
        return self.version.hash if self.cleared else None

    @property
    def waiting_for(self) -> tuple[Clearer, ...]:
        """Who can clear now and has not refused this version, in order."""
        if not self.version.complete:
            return ()
        return tuple(c for c in Clearer if c not in self.refused_by and turn_of(self, c))

    @property
    def waits_for_author(self) -> bool:
        """Whether the author must write before it can be cleared: an implication is empty, or a clearer refused."""
        return not self.version.complete or bool(self.refused_by)

    @property
    def late(self) -> frozenset[KeyDateName]:
        """The key dates at which it was marked late."""
        return frozenset(key_date for key_date, _ in self.beside.marks)


AnyReport = NoReport | Report


def turn_of(report: AnyReport, clearer: Clearer) -> bool:
    """Whether everyone this clearance follows has cleared, and it does not itself stand yet."""
    return clearer not in report.cleared_by and BY_CLEARER[clearer].after <= report.cleared_by


def outstanding(report: AnyReport, key_date: KeyDateName) -> tuple[Clearer, ...]:
    """The clearances a key date asks for that do not stand; of a key date that asks for none, none."""
    return tuple(row.clearer for row in CLEARINGS if row.key_date == key_date and row.clearer not in report.cleared_by)


def missed(report: AnyReport, key_date: KeyDateName, due: datetime) -> tuple[Clearer, ...]:
    """The clearances that were outstanding when a key date passed; one that fell later, by an edit, was in time."""
    fell = dict(report.beside.fell)
    return tuple(c for c in outstanding(report, key_date) if c not in fell or fell[c] < due)


def blank() -> NoReport:
    """A case's report before anything has happened to it."""
    return NoReport()


def evolve(report: AnyReport, event: ReportEvent) -> AnyReport:
    """The report after one more fact."""
    match event:
        case events.ReportUploaded(by, version) | events.ReportEdited(by, version, _):
            return Report(version, report.cleared_by, frozenset(), _touched(report.beside, by, Act.WROTE))
        case events.ClearerNamed(_, clearer, person, _):
            named = tuple(pair for pair in report.beside.named if pair[0] is not clearer)
            return replace(report, beside=replace(report.beside, named=(*named, (clearer, person))))
        case events.ReportMarkedLate(key_date, due):
            marks = report.beside.marks | {(key_date, due)}
            return replace(report, beside=replace(report.beside, marks=marks))
    return _cleared_or_not(report, event) if isinstance(report, Report) else report


def _cleared_or_not(
    report: Report, event: events.ReportCleared | events.ClearanceRefused | events.ClearanceLapsed
) -> Report:
    just = frozenset({event.clearer})
    if isinstance(event, events.ReportCleared):
        beside = replace(_touched(report.beside, event.by, Act.CLEARED), fell=_without(report, event.clearer))
        return replace(report, cleared_by=report.cleared_by | just, refused_by=report.refused_by - just, beside=beside)
    stood = event.clearer in report.cleared_by
    fell = (*_without(report, event.clearer), (event.clearer, event.at)) if stood else report.beside.fell
    refused = report.refused_by | just if isinstance(event, events.ClearanceRefused) else report.refused_by
    beside = replace(report.beside, fell=fell)
    return replace(report, cleared_by=report.cleared_by - just, refused_by=refused, beside=beside)


def _without(report: Report, clearer: Clearer) -> tuple[tuple[Clearer, datetime], ...]:
    return tuple(pair for pair in report.beside.fell if pair[0] is not clearer)


def _touched(beside: Beside, by: Hand, act: Act) -> Beside:
    persons = {by.person, by.on_behalf_of} - {None}
    return replace(beside, hands=beside.hands | {(act, person) for person in persons if person})
