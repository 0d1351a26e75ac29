"""Every command the product takes: its verb, its shape, what it says, who may give it, and how it is carried out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.calendar import commands as cal
from domain.case import commands as c
from domain.decision import commands as d
from domain.meeting import commands as m
from domain.notice import commands as n
from domain.people import commands as p
from domain.people.offices import (
    ADMINISTRATOR,
    CHIEF_EXECUTIVE,
    DEMOCRATIC_SERVICES,
    MONITORING_OFFICER,
    PMO,
    PROJECT_MANAGER,
    SHARED_SERVICE,
)
from domain.register import commands as reg
from domain.register.delegations import commands as dele
from domain.report import commands as r
from domain.routing.decide import AdoptPolicy, ReviewPolicy
from domain.words import Hand, OfficeId, TextId
from workflows.acts import authority, cases, items, meetings, papers
from workflows.ports import Secrecy
from workflows.world import World

AUTHOR = OfficeId("author")
"""Not an office: whoever writes the case."""

SPONSOR = OfficeId("sponsor")
"""Not an office: the senior responsible officer of the case."""

CLEARER = OfficeId("clearer")
"""Not an office: whoever was named to clear the report of this case."""

Offices = tuple[OfficeId, ...] | Callable[[World, Any], tuple[OfficeId, ...]]


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the catalogue. `about` names the field that says which case, sitting or project it is of.

    `stands` gives the texts that stand already, where an unchanged one must keep its id.
    """

    verb: str
    shape: type
    says: str
    offices: Offices
    act: Callable[[World, Any, Hand], None]
    about: str = "case"
    secrecy: Secrecy = Secrecy.INTERNAL
    replaces: bool = False
    stands: Callable[[World, Any], Mapping[str, TextId]] | None = None


WRITERS = (AUTHOR, SPONSOR)
DATES = (PMO, DEMOCRATIC_SERVICES, ADMINISTRATOR)

COMMANDS: tuple[Command, ...] = (
    Command("draft", c.Draft, "Begin a case", (PROJECT_MANAGER, PMO), cases.draft),
    Command("save", c.Save, "Save a draft's words", (AUTHOR,), cases.of_case, replaces=True),
    Command("value", c.Value, "Set or change the sums; under review this re-routes", (AUTHOR, PMO), cases.of_case),
    Command("state_effect", c.StateEffect, "Say what a change does to its project", (AUTHOR,), cases.of_case),
    Command("name_sponsor", c.NameSponsor, "Name the senior responsible officer", (AUTHOR,), cases.of_case),
    Command("give_entry", c.GiveEntry, "Say what a business case rests on", (AUTHOR,), cases.of_case),
    Command("exempt_entry", c.ExemptEntry, "Exempt a business case from an entry line", (PMO,), cases.of_case),
    Command("add_co_writer", c.AddCoWriter, "Add a co-writer", (AUTHOR,), cases.of_case),
    Command("remove_co_writer", c.RemoveCoWriter, "Remove a co-writer", (AUTHOR,), cases.of_case),
    Command("share", c.Share, "Share a draft with the PMO for comment", (AUTHOR,), cases.of_case),
    Command("remark", c.Remark, "Remark on a case", (AUTHOR, PMO), cases.of_case),
    Command("attach", c.Attach, "Attach a file", (AUTHOR, PMO), cases.of_case),
    Command("detach", c.Detach, "Take an attachment off", (AUTHOR,), cases.of_case),
    Command("ask_service", c.AskService, "Ask a shared service whether it is impacted", (AUTHOR, PMO), cases.of_case),
    Command("answer_service", c.AnswerService, "Answer an engagement question", (SHARED_SERVICE,), cases.of_case),
    Command("submit", c.Submit, "Submit to the PMO", (AUTHOR,), cases.of_case),
    Command("accept_late", c.AcceptLate, "Accept a late submission into the earlier cycle", (PMO,), cases.of_case),
    Command("keep_in", c.KeepIn, "Keep in a cycle a case that waited for the PMO", (PMO,), cases.of_case),
    Command("accept", c.Accept, "Accept at triage", cases.offices_for, items.outcome),
    Command("return_for_rework", c.ReturnForRework, "Return with feedback", cases.offices_for, items.outcome),
    Command("resubmit", c.Resubmit, "Resubmit a returned case", (AUTHOR,), cases.of_case),
    Command("recommend", c.Recommend, "Recommend, with or without conditions", cases.offices_for, items.outcome),
    Command("decline", c.Decline, "Not recommend", cases.offices_for, items.outcome),
    Command("comment", c.Comment, "Comment", cases.offices_for, items.outcome),
    Command("note", c.Note, "Note", cases.offices_for, items.outcome),
    Command("approve", c.Approve, "Approve, with or without conditions", cases.offices_for, items.outcome),
    Command("refuse", c.Refuse, "Refuse with reasons", cases.offices_for, items.outcome),
    Command("defer", c.Defer, "Defer to a later cycle or sitting", cases.offices_for, items.outcome),
    Command("refer_up", c.ReferUp, "Refer up to the next decider", cases.offices_for, items.outcome),
    Command("resolve", m.Resolve, "Decide several cases in one item", items.resolving_offices, items.resolve, about=""),
    Command(
        "escalate",
        c.Escalate,
        "Raise a case to a higher decider",
        cases.escalating_offices,
        cases.of_case,
    ),
    Command("list_to", c.ListTo, "Move a case to another sitting", cases.listing_offices, cases.of_case),
    Command(
        "await_urgency",
        c.AwaitUrgency,
        "Record that an item waits for the chair's urgency ruling",
        (DEMOCRATIC_SERVICES,),
        cases.of_case,
    ),
    Command("withdraw", c.Withdraw, "Withdraw an undecided case", WRITERS, cases.of_case),
    Command("lapse", c.Lapse, "Close a returned case as lapsed", (PMO,), cases.of_case),
    Command(
        "discharge", c.Discharge, "Discharge a condition", (PMO, CHIEF_EXECUTIVE, DEMOCRATIC_SERVICES), cases.of_case
    ),
    Command("hand_over", c.HandOver, "Hand over one case", (AUTHOR, SPONSOR, PMO, ADMINISTRATOR), cases.of_case),
    Command(
        "hand_over_all",
        c.HandOverAll,
        "Hand over all of a person's work",
        (PMO, ADMINISTRATOR),
        cases.hand_over_all,
        about="",
    ),
    Command(
        "name_another",
        c.NameAnother,
        "Name another person for a triage",
        (MONITORING_OFFICER, CHIEF_EXECUTIVE),
        cases.of_case,
    ),
    Command(
        "correct_record",
        c.CorrectRecord,
        "Propose that an outcome was recorded wrongly",
        cases.recorders,
        cases.of_case,
    ),
    Command(
        "confirm_correction",
        c.ConfirmCorrection,
        "Confirm a correction as the second person",
        cases.recorders,
        cases.of_case,
    ),
    Command(
        "upload_report",
        r.UploadReport,
        "Upload the committee report",
        (AUTHOR, PMO),
        papers.of_report,
        stands=papers.standing_texts,
    ),
    Command(
        "edit_report",
        r.EditReport,
        "Edit parts of the report",
        (AUTHOR, PMO),
        papers.of_report,
        replaces=True,
        stands=papers.standing_texts,
    ),
    Command("clear_report", r.ClearReport, "Clear the report", papers.clearing_offices, papers.of_report),
    Command(
        "refuse_clearance",
        r.RefuseClearance,
        "Refuse to clear, with comments",
        papers.clearing_offices,
        papers.of_report,
    ),
    Command(
        "name_clearer",
        r.NameClearer,
        "Name another person for a clearance",
        (MONITORING_OFFICER, CHIEF_EXECUTIVE),
        papers.of_report,
    ),
    Command(
        "give_notice",
        n.GiveNotice,
        "Give notice of a key decision",
        (DEMOCRATIC_SERVICES, MONITORING_OFFICER),
        papers.give_notice,
    ),
    Command(
        "withdraw_notice",
        n.WithdrawNotice,
        "Withdraw a notice",
        (DEMOCRATIC_SERVICES, MONITORING_OFFICER),
        papers.give_notice,
    ),
    Command(
        "publish_decision", d.PublishDecision, "Publish a decision", (DEMOCRATIC_SERVICES,), papers.publish_decision
    ),
    Command(
        "publish_agenda",
        m.PublishAgenda,
        "Publish an agenda or a supplement",
        meetings.agenda_offices,
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "give_public_notice",
        m.GivePublicNotice,
        "Give public notice of a meeting",
        (DEMOCRATIC_SERVICES,),
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "publish_cancellation",
        m.PublishCancellation,
        "Publish the notice of a cancelled meeting",
        (DEMOCRATIC_SERVICES,),
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "rule_urgent",
        m.RuleUrgent,
        "Record the chair's ruling that an item is urgent",
        (DEMOCRATIC_SERVICES,),
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "record_attendance",
        m.RecordAttendance,
        "Record who attended",
        meetings.agenda_offices,
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "declare_interest",
        m.DeclareInterest,
        "Record an interest in an item",
        meetings.agenda_offices,
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "correct_vote",
        m.CorrectVote,
        "Propose that votes were recorded wrongly",
        meetings.agenda_offices,
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "confirm_vote",
        m.ConfirmVote,
        "Confirm a correction of votes",
        meetings.agenda_offices,
        meetings.of_meeting,
        "sitting",
    ),
    Command(
        "import_calendar", cal.ImportCalendar, "Take over a published table of dates", DATES, authority.of_calendar, ""
    ),
    Command("plan_calendar", cal.PlanCalendar, "Plan a year from committee dates", DATES, authority.of_calendar, ""),
    Command("add_sitting", cal.AddSitting, "Add a sitting", DATES, authority.of_calendar, ""),
    Command("move_sitting", cal.MoveSitting, "Move a sitting", DATES, authority.of_calendar, ""),
    Command("cancel_sitting", cal.CancelSitting, "Cancel a sitting", DATES, authority.of_calendar, ""),
    Command("close_day", cal.CloseDay, "Make a day no working day", DATES, authority.of_calendar, ""),
    Command("reopen_day", cal.ReopenDay, "Make a day a working day after all", DATES, authority.of_calendar, ""),
    Command("restrict_period", cal.RestrictPeriod, "Keep a body clear of a period", DATES, authority.of_calendar, ""),
    Command("release_period", cal.ReleasePeriod, "Take a restricted period back", DATES, authority.of_calendar, ""),
    Command("accept_dates", cal.AcceptDates, "Confirm dates of a cycle", DATES, authority.of_calendar, ""),
    Command(
        "accept_agenda_due", cal.AcceptAgendaDue, "Confirm when an agenda is due", DATES, authority.of_calendar, ""
    ),
    Command(
        "adopt_scheme",
        cal.AdoptScheme,
        "Derive dates by other offsets",
        (PMO, ADMINISTRATOR),
        authority.of_calendar,
        "",
    ),
    Command(
        "adopt_policy",
        AdoptPolicy,
        "Adopt a policy",
        (PMO, MONITORING_OFFICER, ADMINISTRATOR),
        authority.of_policies,
        "",
    ),
    Command(
        "review_policy", ReviewPolicy, "Record a policy's review", (PMO, MONITORING_OFFICER), authority.of_policies, ""
    ),
    Command(
        "add_person", p.AddPerson, "Make a person known", (ADMINISTRATOR,), authority.of_people, "", Secrecy.PERSONAL
    ),
    Command(
        "replace_card",
        p.ReplaceCard,
        "Put a person's details right",
        (ADMINISTRATOR,),
        authority.of_people,
        "",
        Secrecy.PERSONAL,
    ),
    Command("appoint", p.Appoint, "Appoint to an office", (ADMINISTRATOR,), authority.of_people, ""),
    Command("end_appointment", p.EndAppointment, "End an appointment", (ADMINISTRATOR,), authority.of_people, ""),
    Command(
        "deputise", p.Deputise, "Let a deputy stand in", (ADMINISTRATOR, MONITORING_OFFICER), authority.of_people, ""
    ),
    Command(
        "end_deputising",
        p.EndDeputising,
        "End a deputising",
        (ADMINISTRATOR, MONITORING_OFFICER),
        authority.of_people,
        "",
    ),
    Command(
        "confer",
        dele.Confer,
        "Enter a conferred power",
        (DEMOCRATIC_SERVICES, MONITORING_OFFICER),
        authority.of_delegations,
        "",
    ),
    Command(
        "revoke_power",
        dele.Revoke,
        "Take a power back",
        (DEMOCRATIC_SERVICES, MONITORING_OFFICER),
        authority.of_delegations,
        "",
    ),
    Command(
        "register_project",
        reg.RegisterProject,
        "Enter a project in the register",
        (PMO,),
        authority.of_project,
        "project",
    ),
    Command(
        "amend_project",
        reg.AmendProject,
        "Put a project's description right",
        (PMO,),
        authority.of_project,
        "project",
        replaces=True,
    ),
    Command(
        "correct_imported_baseline",
        reg.CorrectImportedBaseline,
        "Put an imported baseline right",
        (PMO,),
        authority.of_project,
        "project",
    ),
    Command("reach_stage", reg.ReachStage, "Record a project's stage", (PMO,), authority.of_project, "project"),
    Command("record_review", reg.RecordReview, "Record a review of a project", (PMO,), authority.of_project, "project"),
)

BY_VERB: dict[str, Command] = {command.verb: command for command in COMMANDS}

FIRST_ADMINISTRATOR = Command(
    "set_up_administrator",
    p.SetUpAdministrator,
    "Make the first administrator",
    (),
    authority.of_people,
    "",
    Secrecy.PERSONAL,
)
"""Not in the catalogue: nobody's office gives it. The set-up hand does, once, on an empty ledger."""
