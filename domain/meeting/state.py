"""Where a sitting stands: its published agenda, who attended, which interests were declared, what was resolved."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.meeting import events
from domain.words import CaseId, PersonId


@dataclass(frozen=True, slots=True)
class Meeting:
    """`items` are those published so far, agenda and supplements together; `proposed` a vote correction that waits."""

    version: int = 0
    items: tuple[events.AgendaItem, ...] = ()
    published_on: tuple[tuple[CaseId, date], ...] = ()
    clear_days: tuple[tuple[CaseId, tuple[date, ...]], ...] = ()
    notice_on: date | None = None
    urgent: frozenset[CaseId] = frozenset()
    present: tuple[events.Present, ...] = ()
    interests: tuple[tuple[CaseId, PersonId, bool], ...] = ()
    resolved: tuple[events.Resolved, ...] = ()
    proposed: events.VoteCorrectionProposed | None = None
    cancellation_noticed: bool = False

    def carries(self, case: CaseId) -> bool:
        """Whether the item may be taken: it stands on the published agenda, or the chair ruled it urgent."""
        return case in self.urgent or any(item.case == case for item in self.items)

    def item(self, case: CaseId) -> events.AgendaItem | None:
        return next((item for item in self.items if item.case == case), None)

    def clear_before(self, case: CaseId, day: date) -> int:
        """How many of the clear days that were counted for a published item lie before a day."""
        return sum(counted < day for counted in dict(self.clear_days).get(case, ()))

    def left(self, case: CaseId) -> frozenset[PersonId]:
        """Who left while the item was taken."""
        return frozenset(person for item, person, leaves in self.interests if item == case and leaves)

    def resolution(self, case: CaseId) -> events.Resolved | None:
        """The last resolution in which the case was decided."""
        return next((r for r in reversed(self.resolved) if any(i.case == case for i in r.items)), None)


def blank() -> Meeting:
    """A sitting of which nothing has been recorded."""
    return Meeting()


def evolve(meeting: Meeting, event: events.MeetingEvent) -> Meeting:
    """The sitting after one more event."""
    match event:
        case events.AgendaPublished():
            new = {item.case for item in event.items}
            kept = tuple(item for item in meeting.items if item.case not in new)
            days = {**dict(meeting.published_on), **dict.fromkeys(new, event.on)}
            counted = {**dict(meeting.clear_days), **dict.fromkeys(new, event.clear_days)}
            return replace(
                meeting,
                version=event.version,
                items=kept + event.items,
                published_on=tuple(days.items()),
                clear_days=tuple(counted.items()),
            )
        case events.PublicNoticeGiven():
            return replace(meeting, notice_on=event.on)
        case events.CancellationNoticePublished():
            return replace(meeting, cancellation_noticed=True)
        case events.RuledUrgent():
            return replace(meeting, urgent=meeting.urgent | {event.case})
        case events.AttendanceRecorded():
            return replace(meeting, present=event.present)
        case events.InterestDeclared():
            others = tuple(i for i in meeting.interests if i[:2] != (event.case, event.person))
            return replace(meeting, interests=(*others, (event.case, event.person, event.leaves)))
        case events.Resolved():
            return replace(meeting, resolved=(*meeting.resolved, event))
        case events.VoteCorrectionProposed():
            return replace(meeting, proposed=event)
        case events.VoteCorrected():
            return replace(meeting, proposed=None, resolved=tuple(_put_right(r, event) for r in meeting.resolved))


def _put_right(resolved: events.Resolved, event: events.VoteCorrected) -> Any:
    touched = any(item.case == event.case for item in resolved.items)
    return replace(resolved, ballot=event.ballot) if touched else resolved
