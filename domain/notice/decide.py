"""What follows from giving or withdrawing the notice of a key decision."""

from domain.notice.commands import GiveNotice, WithdrawNotice
from domain.notice.events import NoticeEvent, NoticeGiven, NoticeWithdrawn, Period
from domain.notice.rules import OF_GIVE_NOTICE, OF_WITHDRAW_NOTICE, AskedNotice
from domain.rules import insist
from domain.words import TextId

Facts = tuple[NoticeEvent, ...]


def give_notice(asked: AskedNotice) -> Facts:
    """Notice given on the London day it was received; no other date can be claimed for it."""
    insist(OF_GIVE_NOTICE, asked)
    command: GiveNotice = asked.command
    return (
        NoticeGiven(
            asked.by,
            asked.today,
            TextId(command.matter),
            command.decision_maker,
            Period(*command.date_or_period) if command.date_or_period else None,
            TextId(command.documents),
            TextId(command.copies_from),
            TextId(command.other_documents),
            TextId(command.how_to_ask),
        ),
    )


def withdraw_notice(asked: AskedNotice) -> Facts:
    """The notice no longer stands."""
    insist(OF_WITHDRAW_NOTICE, asked)
    command: WithdrawNotice = asked.command
    return (NoticeWithdrawn(asked.by, asked.today, TextId(command.reason)),)
