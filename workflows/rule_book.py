"""The rule book: for every verb, what it is asked of and every rule by which it can be refused."""

from collections.abc import Mapping
from dataclasses import dataclass

import domain.calendar.rules as calendar
import domain.case.rules as case
import domain.decision.rules as decision
import domain.meeting.rules as meeting
import domain.notice.rules as notice
import domain.people.rules as people
import domain.register.delegations.rules as delegations
import domain.register.rules as register
import domain.report.rules as report
import domain.routing.rules as routing
from domain.rules import Rule
from workflows.acts import items
from workflows.acts.cases import ALREADY
from workflows.acts.items import OF_RESOLVE
from workflows.commands import BY_VERB, COMMANDS, Command

Rules = tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What commands are asked of, and the rules of each verb in the order in which they are judged."""

    of: str
    verbs: Mapping[str, Rules]


def _by_verb(table: Mapping[type, Rules]) -> dict[str, Rules]:
    return {row.verb: table[row.shape] for row in COMMANDS if row.shape in table}


RULE_BOOK: tuple[Chapter, ...] = (
    Chapter("case", {"draft": (ALREADY,), **_by_verb(case.RULES)}),
    Chapter("committee report", report.RULES),
    Chapter("notice of a key decision", notice.RULES),
    Chapter("decision", decision.RULES),
    Chapter(
        "meeting",
        {"resolve": (*OF_RESOLVE, *meeting.RULES[BY_VERB["resolve"].shape])}
        | {verb: rules for verb, rules in _by_verb(meeting.RULES).items() if verb != "resolve"},
    ),
    Chapter(
        "calendar",
        {
            "import_calendar": calendar.OF_IMPORT,
            "plan_calendar": calendar.OF_PLAN,
            "add_sitting": calendar.OF_ADD,
            "move_sitting": calendar.OF_MOVE,
            "cancel_sitting": calendar.OF_CANCEL,
            "close_day": calendar.OF_CLOSE,
            "reopen_day": calendar.OF_REOPEN,
            "restrict_period": calendar.OF_RESTRICT,
            "release_period": calendar.OF_RELEASE,
            "accept_dates": calendar.OF_ACCEPT_DATES,
            "accept_agenda_due": calendar.OF_ACCEPT_AGENDA_DUE,
            "adopt_scheme": calendar.OF_ADOPT_SCHEME,
        },
    ),
    Chapter("policy", {"adopt_policy": routing.OF_ADOPT, "review_policy": routing.OF_REVIEW}),
    Chapter(
        "people and offices",
        {
            "set_up_administrator": people.OF_SET_UP,
            "add_person": people.OF_ADD_PERSON,
            "replace_card": people.OF_REPLACE_CARD,
            "appoint": people.OF_APPOINT,
            "end_appointment": people.OF_END_APPOINTMENT,
            "deputise": people.OF_DEPUTISE,
            "end_deputising": people.OF_END_DEPUTISING,
        },
    ),
    Chapter(
        "delegations register",
        {
            "confer": delegations.OF_CONFER,
            "revoke_power": delegations.OF_REVOKE,
            "draw_down": delegations.OF_DRAW_DOWN,
            "give_back": delegations.OF_GIVE_BACK,
        },
    ),
    Chapter(
        "project register",
        {
            "register_project": register.OF_REGISTER,
            "amend_project": register.OF_AMEND,
            "correct_imported_baseline": register.OF_CORRECT_IMPORTED,
            "reach_stage": register.OF_REACH_STAGE,
            "record_review": register.OF_REVIEW,
        },
    ),
)
"""One chapter for each thing that is decided on, in the order a case meets them."""

RULES_OF: Mapping[str, Rules] = {verb: rules for chapter in RULE_BOOK for verb, rules in chapter.verbs.items()}
"""The rules of a verb by its name."""


def taken_at_a_meeting(row: Command) -> bool:
    """Whether a verb, for a body that sits, is a resolution as well and must keep that one's rules too."""
    return row.act is items.outcome
