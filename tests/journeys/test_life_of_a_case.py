"""The life of one case, from a draft to a baseline in the register; played here, it is also `docs/tour.md`."""

import os
from datetime import date, datetime

from domain.case.events import Answer, Outcome
from domain.meeting.commands import Attended, Cast, ItemCondition
from domain.meeting.events import Place, Verb
from domain.people.duties import Act
from domain.register.state import Live
from domain.report.events import Clearer, Part
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.kinds import Kind
from domain.words import PersonId, ProjectId, ServiceId, SittingId, Text, in_pounds, pounds
from tests.architecture.source import ROOT
from tests.dsl import CONSTITUENTS, PANELLISTS, label, moment
from tests.journeys.narrator import Narrator, when
from workflows import streams
from workflows.deadlines import BY_NAME
from workflows.planner import plan
from workflows.views.cases import route
from workflows.views.told import words

TOUR = ROOT / "docs" / "tour.md"
WRITE = "SAF_WRITE_TOUR"
CASE = "barges"
PANEL = SittingId("investment_panel/2024-12")
COMMITTEE = SittingId("investment_committee/2024-12")


def test_the_tour_is_what_is_played() -> None:
    """The tour that is committed is what the product does and says today; set SAF_WRITE_TOUR=1 to write it anew."""
    tour = Narrator("The life of a case")
    tour.tells(
        """
        This page is a test that was written down: `tests/journeys/test_life_of_a_case.py` plays it over the
        published calendar of 2024–25, and fails when the product says anything else than what stands here.
        All people in it are made up.

        A line that begins with `>` is somebody acting at a moment in London. Below it stands what was recorded,
        one fact a line, or why it was refused. A line that begins with `?` only looks. What the words mean is in
        the [glossary](glossary.md); every rule is in the [rule book](atlas/rules.md).
        """
    )
    ann_writes_a_business_case(tour)
    the_services_are_asked(tour)
    the_pmo_returns_it(tour)
    the_panel_recommends_it(tour)
    the_report_is_cleared(tour)
    the_agenda_is_published(tour)
    the_committee_decides(tour)
    the_decision_takes_effect(tour)
    the_record_remembers(tour)
    if os.environ.get(WRITE):
        TOUR.write_text(tour.markdown(), encoding="utf-8")
    assert TOUR.read_text(encoding="utf-8") == tour.markdown(), f"run the test with {WRITE}=1"


def ann_writes_a_business_case(tour: Narrator) -> None:
    tour.chapter("1. Ann writes a business case")
    tour.tells(
        """
        It is October. Ann manages a project for a partner council: a college on two barges, moored where there
        is no college. The authority is asked for £2,400,000. Sam is the senior responsible officer, and Pip of
        the PMO helps with the economics.

        Before she writes a word she asks the planner what lies ahead. It stores nothing.
        """
    )
    calendar = tour.stage.world().calendar
    value = pounds("2400000")
    ahead = plan(Kind.BUSINESS_CASE, value, date(2024, 10, 28), calendar, CPCA_2024)
    tour.shows(
        "a business case of £2,400,000, submitted on 28 October 2024",
        [
            f"cycle {ahead.cycle}, routed by {ahead.route.policy} on the {ahead.route.basis.replace('_', ' ')}",
            *(
                f"{step.body} {step.capacity.value}: {step.due}, {step.working_days_left} working days"
                for step in ahead.steps
            ),
            f"earliest decision {ahead.earliest_decision}, bound by: {ahead.binding}; notice by {ahead.notice_by}",
            *ahead.warnings,
        ],
    )
    assert str(ahead.steps[-1].due) == "2024-12-16"
    tour.tells(
        """
        Two million four hundred thousand lies between one and five million, so the Investment Committee
        decides. New spend over half a million makes it a *key decision*: the public must have 28 clear days'
        notice.

        She drafts the case. A business case needs something to rest on; hers is a line of the Corporate Plan.
        """
    )
    tour.does(
        "draft",
        "ann",
        "7 October 2024 at 09:30",
        case=CASE,
        kind=Kind.BUSINESS_CASE,
        title=Text("A college on the water"),
        value="£2,400,000",
        sponsor=PersonId("sam"),
        corporate_plan_line=Text("Corporate Plan 2024, skills, line 7"),
    )
    tour.does("add_co_writer", "ann", "7 October 2024 at 09:40", case=CASE, person=PersonId("pip"))


def the_services_are_asked(tour: Narrator) -> None:
    tour.chapter("2. The services are asked")
    tour.tells(
        """
        Engagement is a question, not a tick. Ann asks two shared services, each by a date.
        """
    )
    for service, at in (("finance", "7 October 2024 at 10:00"), ("procurement", "7 October 2024 at 10:05")):
        tour.does("ask_service", "ann", at, case=CASE, service=ServiceId(service), answer_by=date(2024, 10, 25))
    tour.inbox("service:finance", "the finance service")
    tour.does(
        "answer_service",
        "flo",
        "15 October 2024 at 14:00",
        case=CASE,
        service=ServiceId("finance"),
        answer=Answer.ENGAGED,
        comment=Text("The running costs are affordable from the third year"),
    )
    tour.tells(
        """
        Ann is in a hurry and submits before procurement has answered. The rules say no, every broken one with
        where it is written; nothing is stored.
        """
    )
    refusal = tour.is_refused("submit", "ann", "16 October 2024 at 09:00", case=CASE)
    assert [rule.name for rule in refusal] == ["case.engagement"]
    tour.does(
        "answer_service",
        "prue",
        "18 October 2024 at 11:00",
        case=CASE,
        service=ServiceId("procurement"),
        answer=Answer.NOT_IMPACTED,
    )
    tour.tells(
        """
        Now she may. The route is worked out once, from the policy in force, and recorded: a later policy will
        not judge this case again. The cycle is the first whose submissions are still open.
        """
    )
    tour.does("submit", "ann", "28 October 2024 at 16:20", case=CASE)
    assert tour.stage.review(CASE).cycle == "2024-12"
    assert tour.stage.route(CASE).decider == "investment_committee"


def the_pmo_returns_it(tour: Narrator) -> None:
    tour.chapter("3. The PMO returns it")
    tour.inbox("office:pmo", "the PMO")
    tour.tells(
        """
        Ann cannot accept her own case: it is not for a project manager. Pip is in the PMO, but helped to write
        it, and nobody triages a case they wrote.
        """
    )
    tour.is_not_theirs("accept", "ann", "29 October 2024 at 09:00", case=CASE)
    refusal = tour.is_refused("accept", "pip", "29 October 2024 at 09:10", case=CASE)
    assert [rule.name for rule in refusal] == ["case.hands"]
    assert (Act.WROTE, PersonId("pip")) in tour.stage.case(CASE).file.hands
    tour.tells(
        """
        Pat's hands are free. She reads it, and something is missing. Rework is normal.
        """
    )
    tour.does(
        "return_for_rework",
        "pat",
        "30 October 2024 at 15:30",
        case=CASE,
        feedback=Text("Say how the number of qualifications gained will be measured"),
    )
    assert tour.stage.standing(CASE) == "returned"
    tour.inbox("person:ann", "Ann")
    tour.tells(
        """
        Submissions close on 4 November, and Ann resubmits on the 5th. That is not late: lateness is judged
        once, on first submission. Returned at triage, the case keeps its cycle if it is accepted before the
        panel's list closes.
        """
    )
    tour.does("resubmit", "ann", "5 November 2024 at 17:45", case=CASE)
    assert not tour.stage.review(CASE).late
    tour.tells(
        """
        Accepted, it is listed to the panel by itself.
        """
    )
    tour.does("accept", "pat", "6 November 2024 at 10:15", case=CASE)
    assert tour.stage.review(CASE).sitting == PANEL


def the_panel_recommends_it(tour: Narrator) -> None:
    tour.chapter("4. The panel recommends it")
    tour.does("publish_agenda", "pat", "7 November 2024 at 12:00", sitting=PANEL)
    tour.tells(
        """
        The decision is key, so Democratic Services give notice. Counting 28 clear days from the 13th, the first
        lawful day is 12 December; the committee sits on the 16th. The last day would have been a Sunday.
        """
    )
    tour.does("give_notice", "dee", "13 November 2024 at 11:00", case=CASE)
    tour.does(
        "record_attendance",
        "pat",
        "14 November 2024 at 14:00",
        sitting=PANEL,
        present=tuple(Attended(PersonId(person)) for person in PANELLISTS),
    )
    tour.tells(
        """
        The panel are officers; they recommend and do not decide. What they say goes on with the case, which is
        listed to the committee of its own cycle.
        """
    )
    tour.does(
        "recommend",
        "pat",
        "14 November 2024 at 16:00",
        case=CASE,
        words=Text("Good value, if the moorings are agreed"),
    )
    assert tour.stage.review(CASE).sitting == COMMITTEE
    tour.inbox("person:ann", "Ann")


def the_report_is_cleared(tour: Narrator) -> None:
    tour.chapter("5. The report is cleared")
    tour.tells(
        """
        Members read a report, not the case. It has eleven parts, and every implication must be answered: "None"
        is an answer, nothing is not. The director clears it first, then legal and finance side by side, the
        executive director last, each by the date in the calendar.
        """
    )
    parts = tuple((part, Text(f"{part.value.replace('_', ' ').capitalize()} of the college")) for part in Part)
    tour.does("upload_report", "ann", "20 November 2024 at 09:00", case=CASE, parts=parts)
    tour.does("clear_report", "dora", "21 November 2024 at 10:00", case=CASE, part=Clearer.DIRECTOR)
    tour.does("clear_report", "lex", "21 November 2024 at 16:00", case=CASE, part=Clearer.LEGAL)
    tour.does(
        "refuse_clearance",
        "fin",
        "22 November 2024 at 12:00",
        case=CASE,
        part=Clearer.FINANCE,
        comments=Text("The fuel is missing"),
    )
    tour.tells(
        """
        A clearance is of one version. Ann puts the fuel in; the director, who answers for every part, must read
        it again. Legal need not: their part did not change.
        """
    )
    edit = ((Part.FINANCIAL, Text("£2,400,000 of capital, and £40,000 a year for fuel")),)
    tour.does("edit_report", "ann", "25 November 2024 at 09:30", case=CASE, changes=edit)
    tour.does("clear_report", "dora", "26 November 2024 at 11:00", case=CASE, part=Clearer.DIRECTOR)
    tour.does("clear_report", "fin", "28 November 2024 at 15:00", case=CASE, part=Clearer.FINANCE)
    tour.tells(
        """
        Silence is never clearance. Democratic Services would like the agenda out of the way:
        """
    )
    refusal = tour.is_refused(
        "publish_agenda", "dee", "2 December 2024 at 09:00", sitting=COMMITTEE, items=(label(CASE),)
    )
    assert [rule.name for rule in refusal] == ["meeting.cleared"]
    tour.does("clear_report", "eddie", "3 December 2024 at 17:30", case=CASE, part=Clearer.EXECUTIVE_DIRECTOR)


def the_agenda_is_published(tour: Narrator) -> None:
    tour.chapter("6. The agenda is published")
    tour.tells(
        """
        The law wants agenda and reports open to the public for five clear working days. Published on Friday the
        6th for Monday the 16th leaves exactly five, Monday to Friday. On the 9th it would have been refused;
        and at midnight on the 6th the case would have gone to the next committee by itself.
        """
    )
    if_nobody_does_anything(tour)
    tour.does("publish_agenda", "dee", "6 December 2024 at 15:00", sitting=COMMITTEE)
    tour.inbox("office:democratic_services", "Democratic Services")


def if_nobody_does_anything(tour: Narrator) -> None:
    due = [row.body for row in tour.stage.ledger.rows("due", "")]
    lines = [f"{when(datetime.fromisoformat(body['at']))}: {BY_NAME[body['deadline']].says}" for body in due]
    tour.shows("what follows if nobody does anything", lines)


def the_committee_decides(tour: Narrator) -> None:
    tour.chapter("7. The committee decides")
    tour.tells(
        """
        All nine members come. Rowan listens in from home, which by default neither counts nor votes.
        """
    )
    there = [Attended(PersonId(person)) for person in ("may", *CONSTITUENTS[:-1], "wren")]
    remote = Attended(PersonId(CONSTITUENTS[-1]), place=Place.REMOTE)
    tour.does("record_attendance", "dee", "16 December 2024 at 10:00", sitting=COMMITTEE, present=(*there, remote))
    tour.does(
        "declare_interest",
        "dee",
        "16 December 2024 at 10:20",
        sitting=COMMITTEE,
        case=CASE,
        person=PersonId("elm"),
        nature=Text("A cousin sells barges"),
    )
    tour.tells(
        """
        Elm leaves for the item, and quorum is counted without them. One resolution holds the votes and the
        outcome of the case, in one transaction. From it follow two more facts, the decision and whether it may
        be called in.
        """
    )
    tour.does(
        "resolve",
        "dee",
        "16 December 2024 at 11:00",
        outcomes=((label(CASE), Verb("approve")),),
        votes=Cast(in_favour=6, against=1),
        conditions=(ItemCondition(label(CASE), Text("Agree the moorings"), PersonId("sam"), date(2025, 3, 31)),),
    )
    assert tour.stage.standing(CASE) == "approved"


def the_decision_takes_effect(tour: Narrator) -> None:
    tour.chapter("8. The decision takes effect")
    tour.tells(
        """
        Decided is not in effect. What members decide may be called in for six clear working days after it is
        published. Published on the 18th, with Christmas in between, the window closes at the end of 30
        December.
        """
    )
    tour.does("publish_decision", "dee", "18 December 2024 at 09:00", case=CASE)
    if_nobody_does_anything(tour)
    tour.tells(
        """
        The machine is switched off over the holidays and wakes on 6 January. What was due is done now and
        carries the moment it was due; had a command come first, it would still have been decided after this.
        """
    )
    acted = tour.wakes("6 January 2025 at 08:00")
    assert [f"{one.due:%Y-%m-%d}" for one in acted] == ["2024-12-31"]
    assert tour.stage.standing(CASE) == "in_effect"
    tour.inbox("person:sam", "Sam")
    project = tour.stage.world().project(ProjectId("SAF-2024-0001"))
    assert isinstance(project, Live)
    assert project.baseline is not None
    tour.shows(
        "project SAF-2024-0001 in the Single Project Register",
        [
            f"baseline {in_pounds(project.baseline.figures.authority_contribution)}, "
            f"approved by the {project.baseline.approved_by.replace('_', ' ')}",
        ],
    )
    tour.tells(
        """
        It is too late to say that it was recorded wrongly: what has taken effect is changed by a new decision,
        and for a project that is a change request.
        """
    )
    refusal = tour.is_refused(
        "correct_record",
        "dee",
        "7 January 2025 at 10:00",
        case=CASE,
        step=3,
        outcome=Outcome.REFUSE,
        reason=Text("I have misread my notes"),
    )
    assert [rule.name for rule in refusal] == ["case.correctable"]


def the_record_remembers(tour: Narrator) -> None:
    tour.chapter("9. The record remembers")
    world = tour.stage.world()
    steps = route(world, label(CASE))
    tour.shows(
        "the route as it was taken", [f"{s['body']} {s['capacity']}: {s['outcome']} on {s['on']}" for s in steps]
    )
    tour.tells(
        """
        And as it was known at any moment before: the same facts, folded up to then.
        """
    )
    for at in ("31 October 2024 at 12:00", "15 November 2024 at 12:00", "17 December 2024 at 12:00"):
        then = tour.stage.house.world(moment(at), moment(at)).case(label(CASE))
        tour.shows(f"where it stood on {at}", [type(then).__name__])
    recorded = tour.stage.ledger.stream(streams.case_stream(label(CASE)))
    tour.shows(
        "every fact about the case, and when it was recorded",
        [f"{one.version:>2}. {when(one.at)}: {words(type(one.fact).__name__)}" for one in recorded],
    )
    tour.tells(
        """
        Where to look next: [who decides what](atlas/routes.md), [what follows when a date
        passes](atlas/deadlines.md), [every command](atlas/commands.md), and [why it is built this
        way](decisions/).
        """
    )
