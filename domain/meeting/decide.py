"""What a sitting does with a command that no rule forbids."""

from collections.abc import Callable

from domain.meeting import commands, events
from domain.meeting.events import MeetingEvent, ReportRef
from domain.meeting.rules import RULES, Ask, ballot_classes, chosen, corrected_classes, taking_part
from domain.people.offices import Membership
from domain.rules import insist
from domain.words import TextId

Events = tuple[MeetingEvent, ...]


def decide(asked: Ask) -> Events:
    """The facts a command adds to a sitting. Raises Refused with every broken rule."""
    insist(RULES.get(type(asked.command), ()), asked)
    return DECIDE[type(asked.command)](asked)


def publish_agenda(a: Ask) -> Events:
    assert a.known.sitting is not None
    items = tuple(events.AgendaItem(item.case, item.report or ReportRef("")) for item in chosen(a))
    days = a.known.days.clear_between(a.today, a.known.sitting.on)
    return (events.AgendaPublished(a.by, a.today, a.state.version + 1, items, days),)


def record_attendance(a: Ask) -> Events:
    sits_as = dict(a.known.memberships)
    present = tuple(
        events.Present(
            p.person, p.membership or sits_as.get(p.person, Membership.NON_VOTING), p.place, p.substitutes_for
        )
        for p in a.command.present
    )
    return (events.AttendanceRecorded(a.by, present, a.command.apologies),)


def _ballot(a: Ask) -> events.Ballot | None:
    votes = a.command.votes
    if votes is None:
        return None
    return events.Ballot(votes.in_favour, votes.against, votes.abstaining, ballot_classes(a))


def resolve(a: Ask) -> Events:
    assert a.known.sitting is not None
    items = tuple(events.ItemOutcome(case, outcome) for case, outcome in a.command.outcomes)
    there = tuple(p.person for p in taking_part(a))
    return (events.Resolved(a.by, a.known.sitting.on, items, _ballot(a), TextId(a.command.reason), there),)


def correct_vote(a: Ask) -> Events:
    c = a.command
    ballot = events.Ballot(c.votes.in_favour, c.votes.against, c.votes.abstaining, corrected_classes(a))
    return (events.VoteCorrectionProposed(a.by, c.case, ballot, TextId(c.reason)),)


def confirm_vote(a: Ask) -> Events:
    proposed = a.state.proposed
    assert proposed is not None
    return (events.VoteCorrected(proposed.by, a.by, proposed.case, proposed.ballot, proposed.reason),)


DECIDE: dict[type, Callable[[Ask], Events]] = {
    commands.PublishAgenda: publish_agenda,
    commands.GivePublicNotice: lambda a: (events.PublicNoticeGiven(a.by, a.today),),
    commands.PublishCancellation: lambda a: (events.CancellationNoticePublished(a.by, a.today),),
    commands.RuleUrgent: lambda a: (events.RuledUrgent(a.by, a.command.case, TextId(a.command.reason)),),
    commands.RecordAttendance: record_attendance,
    commands.DeclareInterest: lambda a: (
        events.InterestDeclared(a.by, a.command.person, a.command.case, a.command.leaves, TextId(a.command.nature)),
    ),
    commands.Resolve: resolve,
    commands.CorrectVote: correct_vote,
    commands.ConfirmVote: confirm_vote,
}
"""Which function decides which command."""
