"""What forbids at a sitting: agendas out too late or without clearances, meetings not quorate, votes not carried."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.calendar.state import Sitting
from domain.calendar.working_days import WorkingDays
from domain.meeting import commands
from domain.meeting.events import Place, Present, ReportRef
from domain.meeting.state import Meeting
from domain.people.offices import Membership
from domain.routing.bodies import Attending, Body, Sort, Votes, carried, counting, wanting
from domain.routing.settings import Settings
from domain.rules import Asked, Rule
from domain.words import CaseId, PersonId


@dataclass(frozen=True, slots=True)
class OnList:
    """A case listed to the sitting, and the report it can be published with; None until every office cleared it."""

    case: CaseId
    report: ReportRef | None


@dataclass(frozen=True, slots=True)
class Known:
    """`memberships` are the body's appointments on the day of the sitting.

    `bound` are those whose own case an item is.
    """

    sitting: Sitting | None
    body: Body | None
    days: WorkingDays
    settings: Settings
    listed: tuple[OnList, ...] = ()
    memberships: tuple[tuple[PersonId, Membership], ...] = ()
    bound: frozenset[tuple[CaseId, PersonId]] = frozenset()


Ask = Asked[Meeting, Any, Known]


def members_sit(a: Ask) -> bool:
    return a.known.body is not None and a.known.body.sort is Sort.MEMBERS


def chosen(a: Ask) -> tuple[OnList, ...]:
    """What would go on the agenda now: the cases named, or every listed one that may; a panel needs no report."""
    if a.command is not None and a.command.items:
        return tuple(item for item in a.known.listed if item.case in a.command.items)
    return tuple(item for item in _not_out(a) if item.report is not None or not members_sit(a))


def _not_out(a: Ask) -> tuple[OnList, ...]:
    return tuple(item for item in a.known.listed if a.state.item(item.case) is None)


def _cleared(a: Ask) -> bool:
    """Whether what would go out is cleared; where nothing was named, whether anything that waits to go out is."""
    if not members_sit(a):
        return True
    return all(item.report is not None for item in chosen(a)) and bool(chosen(a) or not _not_out(a))


def absent_ones(a: Ask) -> frozenset[PersonId]:
    """Everybody who left while one of the items was taken."""
    return frozenset(person for case, _ in a.command.outcomes for person in a.state.left(case))


def taking_part(a: Ask) -> tuple[Present, ...]:
    """Those who stayed for the item and are counted: with a vote, and in the room unless remote attendance counts."""
    left = absent_ones(a)
    remote = a.known.settings.remote_counts
    return tuple(
        p for p in a.state.present if p.membership.votes and p.person not in left and (remote or p.place is Place.ROOM)
    )


def _quorate(a: Ask) -> bool:
    if not a.state.present or a.known.body is None:
        return True
    present = [Attending(p.person, p.membership, p.place is Place.REMOTE) for p in a.state.present]
    classes = counting(present, absent_ones(a), a.known.settings.remote_counts)
    return not wanting(a.known.body.quorum_for(a.command.matter), classes)


def ballot_classes(a: Ask) -> tuple[Membership, ...]:
    """The classes of those in favour: as named, or all who took part where nobody was against or abstained."""
    votes = a.command.votes
    there = taking_part(a)
    if votes.voted_for:
        return tuple(p.membership for p in there if p.person in votes.voted_for)
    unanimous = votes.in_favour == len(there)
    return tuple(p.membership for p in there) if unanimous else ()


def _carried(a: Ask) -> bool:
    rule = a.known.body.vote_on(a.command.matter) if a.known.body else None
    votes = a.command.votes
    if votes is None or rule is None:
        return True
    return carried(rule, Votes(votes.in_favour, votes.against, votes.abstaining, ballot_classes(a)))


def _votes_fit(a: Ask) -> bool:
    votes = a.command.votes
    if votes is None or not a.state.present:
        return True
    return bool(votes.in_favour + votes.against + votes.abstaining <= len(taking_part(a)))


def corrected_classes(a: Ask) -> tuple[Membership, ...]:
    """The classes of those in favour after a correction: as named or, where nobody is named, as they were recorded."""
    if a.command.votes.voted_for:
        return tuple(p.membership for p in a.state.present if p.person in a.command.votes.voted_for)
    resolved = a.state.resolution(a.command.case)
    return resolved.ballot.classes_for if resolved and resolved.ballot else ()


def _corrected_vote_carries(a: Ask) -> bool:
    rule, votes = a.known.body.vote_on() if a.known.body else None, a.command.votes
    if rule is None:
        return True
    return carried(rule, Votes(votes.in_favour, votes.against, votes.abstaining, corrected_classes(a)))


def _corrected_votes_fit(a: Ask) -> bool:
    resolution, votes = a.state.resolution(a.command.case), a.command.votes
    there = len(resolution.taking_part) if resolution else 0
    return not there or bool(votes.in_favour + votes.against + votes.abstaining <= there)


def _none_bound(a: Ask) -> bool:
    there = {p.person for p in taking_part(a)}
    return not any(person in there for case, person in a.known.bound if case in dict(a.command.outcomes))


def open_long_enough(clear: int, published: date, sitting: Sitting, settings: Settings) -> bool:
    """Whether so many clear days suffice: those the policy wants or, for a meeting convened late, any from that day."""
    at_short_notice = sitting.convened is not None and published <= sitting.convened
    return clear >= settings.agenda_clear_days or at_short_notice


def _clear_days_left(a: Ask) -> bool:
    sitting = a.known.sitting
    if not members_sit(a) or sitting is None:
        return True
    clear = a.known.days.clear_between(a.today, sitting.on)
    return open_long_enough(len(clear), a.today, sitting, a.known.settings)


def _each_once(a: Ask) -> bool:
    there = [p.person for p in a.command.present]
    return len(there) == len(set(there)) and not set(there) & set(a.command.apologies)


def _for_the_absent(a: Ask) -> bool:
    there = {p.person for p in a.command.present}
    stood_in = [p.substitutes_for for p in a.command.present if p.substitutes_for]
    return len(stood_in) == len(set(stood_in)) and not there & set(stood_in)


def _members_known(a: Ask) -> bool:
    known = dict(a.known.memberships)
    return all(p.membership is not None or p.person in known for p in a.command.present)


SITS = Rule(
    "meeting.sitting",
    "The sitting exists and is not cancelled",
    "SAF 3",
    lambda a: a.known.sitting is not None and not a.known.sitting.cancelled,
)
NOT_HELD = Rule(
    "meeting.not_held",
    "The sitting has not been held yet",
    "SAF 3",
    lambda a: a.known.sitting is None or a.known.sitting.on >= a.today,
)
HELD = Rule(
    "meeting.held",
    "The sitting has begun",
    "Dates of the record [A]: never future",
    lambda a: a.known.sitting is None or a.known.sitting.on <= a.today,
)
CLEAR_DAYS = Rule(
    "meeting.clear_days",
    "Agenda and reports are open to the public five clear working days before the meeting",
    "Local Government Act 1972 s.100B(3); Elitestone, CA 1993",
    _clear_days_left,
)
LISTED = Rule(
    "meeting.listed",
    "Every item named is listed to this sitting",
    "SAF 3",
    lambda a: all(case in {i.case for i in a.known.listed} for case in a.command.items),
    of_command=True,
)
CLEARED = Rule(
    "meeting.cleared",
    "No item is published without every clearance of the version published",
    "SAF 5, a clearance is of one version",
    _cleared,
)
SOMETHING = Rule(
    "meeting.something",
    "There is an item to publish that is not out already",
    "SAF 3",
    lambda a: bool(chosen(a) or _not_out(a)),
)
WAS_PUBLISHED = Rule(
    "meeting.was_published",
    "The cancelled meeting's agenda was out, and no notice of the cancellation has been published",
    "SAF 3, meetings move",
    lambda a: (
        a.state.version > 0
        and not a.state.cancellation_noticed
        and a.known.sitting is not None
        and a.known.sitting.cancelled
    ),
)
ON_ITS_LIST = Rule(
    "meeting.on_list",
    "The case is listed to this sitting",
    "SAF 3",
    lambda a: any(i.case == a.command.case for i in a.known.listed),
    of_command=True,
)
REASONS = Rule(
    "meeting.reasons",
    "The reasons are given: they go in the minutes",
    "Local Government Act 1972 s.100B(4)(b)",
    lambda a: bool(a.command.reason),
    of_command=True,
)
OF_THE_BODY = Rule(
    "meeting.members",
    "Everybody attending sits on the body, or the class in which they sit is stated",
    "SAF 4, voting and quorum",
    _members_known,
    of_command=True,
)
EACH_ONCE = Rule(
    "meeting.each_once",
    "Everybody is recorded once, as present or with apologies",
    "SAF 4, voting and quorum",
    _each_once,
    of_command=True,
)
FOR_THE_ABSENT = Rule(
    "meeting.substitute",
    "A substitute sits for one member, and only when that member does not",
    "SAF 1: named substitutes",
    _for_the_absent,
    of_command=True,
)
ATTENDANCE = Rule(
    "meeting.attendance",
    "The attendance was recorded before the outcome",
    "SAF 4, voting and quorum [A: attendance_before_outcome]",
    lambda a: not a.known.settings.attendance_before_outcome or bool(a.state.present),
)
QUORATE = Rule(
    "meeting.quorum",
    "The meeting was quorate on the item, without those who left it",
    "SAF 4, voting and quorum",
    _quorate,
    of_command=True,
)
CARRIED = Rule(
    "meeting.carried",
    "The vote was carried under the body's voting arrangement; a tie is not carried",
    "SAF 4, voting and quorum",
    _carried,
    of_command=True,
)
VOTES_FIT = Rule(
    "meeting.votes",
    "No more votes are recorded than members took part in the item",
    "SAF 4, voting and quorum",
    _votes_fit,
    of_command=True,
)
LEAVES = Rule(
    "meeting.leaves",
    "Nobody takes part in an item on a case they wrote or sponsor: they leave it",
    "SAF 2, separation of duties [A]",
    _none_bound,
    of_command=True,
)
NOT_NOTICED = Rule(
    "meeting.not_noticed",
    "The public notice of the meeting has not been given yet",
    "Local Government Act 1972 s.100A(6)",
    lambda a: a.state.notice_on is None and a.state.version == 0,
)
CORRECTED_FIT = Rule(
    "meeting.corrected_votes",
    "No more votes are recorded than members took part in the item",
    "SAF 4, voting and quorum",
    _corrected_votes_fit,
    of_command=True,
)
CORRECTED_CARRIES = Rule(
    "meeting.corrected_carries",
    "The corrected vote was still carried; where it was not, it is the outcome that is corrected",
    "Correction of the record [A]; SAF 4, voting and quorum",
    _corrected_vote_carries,
    of_command=True,
)
HAS_VOTE = Rule(
    "meeting.has_vote",
    "A resolution on the case was recorded at this sitting",
    "Correction of the record [A]",
    lambda a: a.state.resolution(a.command.case) is not None,
    of_command=True,
)
VOTE_PROPOSED = Rule(
    "meeting.vote_proposed",
    "A correction of a vote waits for a second person",
    "Correction of the record [A]",
    lambda a: a.state.proposed is not None,
)
SECOND = Rule(
    "meeting.second",
    "The correction is confirmed by another person than the one who proposed it",
    "Correction of the record [A]",
    lambda a: a.state.proposed is None or a.state.proposed.by.person != a.by.person,
)

RULES: dict[type, tuple[Rule, ...]] = {
    commands.PublishAgenda: (SITS, NOT_HELD, CLEAR_DAYS, LISTED, CLEARED, SOMETHING),
    commands.GivePublicNotice: (SITS, NOT_HELD, NOT_NOTICED),
    commands.PublishCancellation: (WAS_PUBLISHED,),
    commands.RuleUrgent: (SITS, ON_ITS_LIST, REASONS),
    commands.RecordAttendance: (SITS, HELD, OF_THE_BODY, EACH_ONCE, FOR_THE_ABSENT),
    commands.DeclareInterest: (SITS,),
    commands.Resolve: (SITS, ATTENDANCE, QUORATE, VOTES_FIT, CARRIED, LEAVES),
    commands.CorrectVote: (HAS_VOTE, CORRECTED_FIT, CORRECTED_CARRIES, REASONS),
    commands.ConfirmVote: (VOTE_PROPOSED, SECOND),
}
