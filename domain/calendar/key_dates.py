"""The key dates of a cycle as a table, and what its rules give for a committee date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import NewType

from domain.calendar.working_days import WorkingDays
from domain.words import BodyId, OfficeId

KeyDateName = NewType("KeyDateName", str)
SchemeName = NewType("SchemeName", str)

AGENDA_CLEAR_DAYS = 5
"""Clear working days the law wants between an agenda and its meeting: Local Government Act 1972 s.100B(4)(a)."""


class Unit(StrEnum):
    """How the days of an offset are counted."""

    CALENDAR = "calendar"
    WORKING = "working"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class KeyDate:
    """One column of the key-date table: who must act by it, and the rule that gives it.

    `heading` is the published one; `offset` is negative before `counted_from`, positive after it;
    `by` is a London time on the day, None for midnight at its end; `also` act in parallel with `who`.
    """

    name: KeyDateName
    called: str
    heading: str
    who: OfficeId
    says: str
    source: str
    counted_from: str | None
    offset: int
    unit: Unit
    by: time | None = None
    also: tuple[OfficeId, ...] = ()

    @property
    def offices(self) -> tuple[OfficeId, ...]:
        """Every office that must act by this date."""
        return (self.who, *self.also)


KEY_DATES: tuple[KeyDate, ...] = (
    KeyDate(
        name=KeyDateName("pmo_submission"),
        called="submission to the PMO",
        heading="Submission Date to PMO (3 working days before Agenda publishing)",
        who=OfficeId("project_manager"),
        says="Three working days before the panel's agenda.",
        source="SAF 3 [I]",
        counted_from="panel_agenda",
        offset=-3,
        unit=Unit.WORKING,
    ),
    KeyDate(
        name=KeyDateName("panel_agenda"),
        called="the panel's agenda",
        heading="Investment Panel Agenda Issued (1 week prior)",
        who=OfficeId("pmo"),
        says="Seven calendar days before the panel.",
        source="SAF 3 [I]",
        counted_from="panel",
        offset=-7,
        unit=Unit.CALENDAR,
    ),
    KeyDate(
        name=KeyDateName("panel"),
        called="the panel",
        heading="Investment Panel - 2 weeks prior to Committee submission",
        who=OfficeId("panel_member"),
        says="Twenty-two calendar days before the committee's agenda is published.",
        source="SAF 3 [I]",
        counted_from="agenda_publication",
        offset=-22,
        unit=Unit.CALENDAR,
    ),
    KeyDate(
        name=KeyDateName("ceo_submission"),
        called="the Chief Executive's date",
        heading="Submission to CPCA CEO (Items under £1m only) (1 week after)",
        who=OfficeId("chief_executive"),
        says="Seven calendar days after the panel.",
        source="SAF 3 [I]",
        counted_from="panel",
        offset=7,
        unit=Unit.CALENDAR,
    ),
    KeyDate(
        name=KeyDateName("draft_report"),
        called="the draft report",
        heading="Draft Reports Uploaded to shared folder by Spm "
        "(having been reviewed by Director / LO & all implications completed)",
        who=OfficeId("project_manager"),
        says="Four working days before the legal and finance review, by 17:00, reviewed by the director.",
        source="SAF 3 [I]",
        counted_from="legal_finance_review",
        offset=-4,
        unit=Unit.WORKING,
        by=time(17),
        also=(OfficeId("director"),),
    ),
    KeyDate(
        name=KeyDateName("legal_finance_review"),
        called="the legal and finance review",
        heading="Legal & Finance Review by",
        who=OfficeId("legal"),
        says="Two working days before the executive director's review; legal and finance in parallel.",
        source="SAF 3 [I]",
        counted_from="executive_director_review",
        offset=-2,
        unit=Unit.WORKING,
        also=(OfficeId("finance"),),
    ),
    KeyDate(
        name=KeyDateName("executive_director_review"),
        called="the executive director's review",
        heading="Executive Director's Final Review",
        who=OfficeId("executive_director"),
        says="Two working days before the committee's agenda is published.",
        source="SAF 3 [I]",
        counted_from="agenda_publication",
        offset=-2,
        unit=Unit.WORKING,
    ),
    KeyDate(
        name=KeyDateName("agenda_publication"),
        called="publication of the committee's agenda",
        heading="Agenda Publication (1 week prior)",
        who=OfficeId("democratic_services"),
        says="The latest day that leaves five clear working days before the committee.",
        source="Local Government Act 1972 s.100B(4)(a)",
        counted_from="committee",
        offset=-AGENDA_CLEAR_DAYS,
        unit=Unit.CLEAR,
    ),
    KeyDate(
        name=KeyDateName("committee"),
        called="the committee",
        heading="Investment Committee Meeting Date",
        who=OfficeId("member"),
        says="Set by the authority.",
        source="SAF 3 [S]",
        counted_from=None,
        offset=0,
        unit=Unit.CALENDAR,
    ),
)

BY_NAME: Mapping[str, KeyDate] = {str(row.name): row for row in KEY_DATES}
RANK: dict[str, int] = {name: n for n, name in enumerate((*BY_NAME, "board"))}


def called(name: str) -> str:
    """A key date as it is called in a sentence; a name that has no row, as it stands."""
    return BY_NAME[name].called if name in BY_NAME else name


def rank(name: str) -> int:
    """Where a key date stands in order: as in the table, then the Board, then anything else."""
    return RANK.get(name, len(RANK))


@dataclass(frozen=True, slots=True)
class Scheme:
    """One authority's key dates: offsets unlike the table's, who sits on `panel` and `committee`, and its board."""

    name: SchemeName
    offsets: tuple[tuple[KeyDateName, int], ...]
    sits: tuple[tuple[KeyDateName, BodyId], ...]
    board: BodyId

    def offset(self, name: str) -> int:
        """The offset in force for a key date, in its row's unit."""
        row = BY_NAME[name]
        return dict(self.offsets).get(row.name, row.offset)

    def body_on(self, name: str) -> BodyId | None:
        """Which body sits on a key date; None for a date on which nobody sits."""
        return self.board if name == "board" else dict(self.sits).get(KeyDateName(name))

    def key_of(self, body: BodyId) -> str:
        """The key date on which a body sits, `board` for the board; empty for a body that has no column."""
        columns: dict[BodyId, str] = {sitting: name for name, sitting in self.sits}
        return "board" if body == self.board else columns.get(body, "")


CPCA_SCHEME = Scheme(
    name=SchemeName("cpca-2024"),
    offsets=(),
    sits=(
        (KeyDateName("panel"), BodyId("investment_panel")),
        (KeyDateName("committee"), BodyId("investment_committee")),
    ),
    board=BodyId("board"),
)


def count_from(name: str, start: date, days: WorkingDays, scheme: Scheme = CPCA_SCHEME) -> date:
    """The date one row's rule gives, counted from the date it starts at; always a working day."""
    offset = scheme.offset(name)
    match BY_NAME[name].unit:
        case Unit.WORKING:
            return days.on_or_before(days.add(start, offset))
        case Unit.CLEAR:
            return days.latest_leaving(abs(offset), start)
        case Unit.CALENDAR:
            return days.on_or_before(start + timedelta(days=offset))


def following(
    name: str, on: date, days: WorkingDays, scheme: Scheme = CPCA_SCHEME, across: bool = True
) -> dict[str, date]:
    """A date and every date counted from it, in table order; without `across`, stopping short of the next sitting."""
    found = {name: on}
    waiting = [row for row in KEY_DATES if row.name != name and (across or not scheme.body_on(row.name))]
    while ready := [row for row in waiting if row.counted_from in found]:
        found |= {row.name: count_from(row.name, found[row.counted_from or ""], days, scheme) for row in ready}
        waiting = [row for row in waiting if row not in ready]
    return dict(sorted(found.items(), key=lambda item: rank(item[0])))


def derive(committee: date, days: WorkingDays, scheme: Scheme = CPCA_SCHEME) -> dict[str, date]:
    """All nine key dates of a committee, in table order; its own day stands even if it is no working day."""
    return following("committee", committee, days, scheme)


def rule_dates(dates: Mapping[str, date], days: WorkingDays, scheme: Scheme = CPCA_SCHEME) -> dict[str, date]:
    """What the rules give for a cycle: from its committee, or from its panel where it has no committee."""
    for anchor in ("committee", "panel"):
        if anchor in dates:
            return following(anchor, dates[anchor], days, scheme)
    return {}


def side_of(name: str, scheme: Scheme = CPCA_SCHEME) -> str:
    """The sitting a key date belongs to, `panel` or `committee`: the first on the way its rule is counted from."""
    while scheme.body_on(name) is None and (counted_from := BY_NAME[name].counted_from):
        name = counted_from
    return name
