"""Commands of the committee report, the key-decision notice and the published decision of one case."""

from typing import Any

import domain.decision.decide
import domain.notice.decide
import domain.report.decide
from domain.case.state import Draft, Undecided, review_of
from domain.decision import commands as d
from domain.decision.rules import Known as DecisionKnown
from domain.notice import commands as n
from domain.notice.rules import Known as NoticeKnown
from domain.people.duties import Act, clashes
from domain.people.offices import PMO, PROJECT_MANAGER
from domain.report import commands as r
from domain.report.clearings import BY_CLEARER
from domain.report.events import Clearer
from domain.report.rules import Known as ReportKnown
from domain.rules import Asked
from domain.words import CaseId, Hand, OfficeId, TextId
from workflows import streams
from workflows.acts.cases import officer_concerned
from workflows.world import World

REPORT = {
    r.UploadReport: domain.report.decide.upload_report,
    r.EditReport: domain.report.decide.edit_report,
    r.ClearReport: domain.report.decide.clear_report,
    r.RefuseClearance: domain.report.decide.refuse_clearance,
    r.NameClearer: domain.report.decide.name_clearer,
}


def of_report(world: World, command: Any, by: Hand) -> None:
    """Any command of a case's committee report."""
    facts = REPORT[type(command)](
        Asked(
            world.report(command.case),
            command,
            by,
            world.at,
            report_known(world, command.case, by, type(command), command),
        )
    )
    world.add(streams.report_stream(command.case), facts, by)


def standing_texts(world: World, command: r.UploadReport | r.EditReport) -> dict[str, TextId]:
    """The texts of the version that stands, so that a part given again in the same words is no change to it."""
    version = world.report(command.case).version
    kept = {text: world.ledger.paper(text) for _, text in version.parts} if version else {}
    return {paper.text: id for id, paper in kept.items() if paper}


def report_known(world: World, case: CaseId, by: Hand, shape: type, command: Any = None) -> ReportKnown:
    """Whose hands are on the case, and whether it is still open; `command` is None while nothing is filled in."""
    dossier = world.dossier(case)
    file = dossier.case.file
    hands = file.hands | dossier.report.beside.hands
    act = Act.WROTE if shape in (r.UploadReport, r.EditReport) else Act.CLEARED
    if act is Act.WROTE:
        hands = frozenset(hand for hand in hands if hand[0] in (Act.CLEARED, Act.DECIDED))
    hand = Hand(command.person, by.office) if isinstance(command, r.NameClearer) else by
    bound = () if shape is r.NameClearer and command is None else clashes(dossier.policy.duties, hands, hand, act)
    return ReportKnown(
        bound,
        under_way=isinstance(dossier.case, Undecided) and not isinstance(dossier.case, Draft),
        writes=by.person in file.authors or by.office in (PMO, PROJECT_MANAGER),
        officer_concerned=officer_concerned(world, dossier.case),
    )


def clearing_offices(world: World, command: Any) -> tuple[OfficeId, ...]:
    """The office a clearance belongs to; somebody named for it on this case acts in that office too."""
    return (BY_CLEARER[Clearer(command.part)].office,)


def give_notice(world: World, command: n.GiveNotice | n.WithdrawNotice, by: Hand) -> None:
    """Give or withdraw the notice of a key decision, also of a case that is still a draft."""
    asked: Asked[Any, Any, NoticeKnown] = Asked(
        world.notice(command.case), command, by, world.at, notice_known(world, command.case)
    )
    withdraws = isinstance(command, n.WithdrawNotice)
    decide = domain.notice.decide.withdraw_notice if withdraws else domain.notice.decide.give_notice
    world.add(streams.notice_stream(command.case), decide(asked), by)


def notice_known(world: World, case: CaseId) -> NoticeKnown:
    """Whether the case may still be decided, as a draft may."""
    stands = world.case(case)
    review = review_of(stands)
    return NoticeKnown(isinstance(stands, Undecided), bool(review and review.decided))


def publish_decision(world: World, command: d.PublishDecision, by: Hand) -> None:
    """Publish the decision on a case; its call-in window is counted from today."""
    world.case(command.case)
    asked = Asked(world.decision(command.case), command, by, world.at, decision_known(world, command.case))
    world.add(streams.decision_stream(command.case), domain.decision.decide.publish_decision(asked), by)


def decision_known(world: World, case: CaseId) -> DecisionKnown:
    """The settings the case goes by and the working days its window is counted in."""
    return DecisionKnown(world.policy_of(world.case(case)).settings, world.calendar.days, rested_on=False)
