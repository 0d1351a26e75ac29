"""What a simulation's line may leave out, verb by verb, and the other names its fields go by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from domain.report.events import Clearer
from domain.routing.kinds import Kind
from domain.words import PersonId, london_day

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read: its number, instant and person, its verb, and the fields that are the verb's own.

    `folder` is what file paths are relative to; `kinds` are the kinds of the cases drafted so far, by label.
    """

    number: int
    at: datetime
    by: PersonId | None
    verb: str
    given: Mapping[str, Any]
    folder: Path
    kinds: dict[str, Kind] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The London day of the line, in ISO."""
        return self.after(0)

    def after(self, days: int) -> str:
        """A day some days after the line's, in ISO."""
        return (london_day(self.at) + timedelta(days=days)).isoformat()


@dataclass(frozen=True, slots=True)
class Default:
    """What stands for a field that a line leaves out, and how that is said."""

    says: str
    value: Callable[[Line], Any]


def digest(text: str) -> str:
    """A content hash that stands for a file nobody has: the same text gives the same one."""
    return sha256(text.encode()).hexdigest()


def _whole_report(line: Line) -> str | None:
    told = f"{line.number}|{line.at.isoformat()}|{line.given.get('case')}"
    return None if line.given.get("parts") else digest(told)


LABEL = Default("the case's label", lambda line: line.given.get("case", ""))
PROJECT = Default("the project's label", lambda line: line.given.get("project", ""))
THE_DAY = Default("the day of the line", lambda line: line.day)
WHO_GIVES_IT = Default("whoever gives the line", lambda line: line.by or "")
A_BASELINE = {"baseline", "value", "figures"}
UNSTATED = Default(f'"{NOT_STATED}"', lambda line: NOT_STATED)
EVERY_BODY = Default("every body", lambda line: None)
OWN_CLEARANCE = Default("the clearance that is the person's to give", lambda line: Clearer.DIRECTOR.value)

REASON_NOT_ASKED_FOR = (
    *("cancel_sitting", "move_sitting", "accept_dates", "accept_agenda_due", "adopt_scheme"),
    *("decline", "refer_up", "keep_in", "lapse", "await_urgency"),
)
"""Acts for which the framework does not itself ask a reason, so that a line need not make one up."""

FILLED_IN_LATER: Mapping[str, frozenset[str]] = {
    "clear_report": frozenset({"part"}),
    "refuse_clearance": frozenset({"part"}),
    "answer_service": frozenset({"service"}),
}
"""Fields whose default only shows when the line is played."""

DEFAULTS: Mapping[str, Mapping[str, Default]] = {
    "draft": {"title": LABEL},
    "save": {"title": LABEL, "contents": Default("nothing but the title", lambda line: {})},
    "give_entry": {
        "line": Default(
            "concept_paper where a concept is named, otherwise corporate_plan",
            lambda line: "concept_paper" if line.given.get("concept") else "corporate_plan",
        )
    },
    "attach": {
        "attachment": Default("made up from its name", lambda line: digest(str(line.given.get("name", "")))),
        "size": Default("1", lambda line: 1),
    },
    "ask_service": {"answer_by": Default("a week after the line", lambda line: line.after(7))},
    "answer_service": {
        "service": Default("the service the person answers for", lambda line: ""),
        "answer": Default("engaged", lambda line: "engaged"),
    },
    "upload_report": {"file": Default("where there are no parts, a complete document made up", _whole_report)},
    "clear_report": {"part": OWN_CLEARANCE},
    "refuse_clearance": {"part": OWN_CLEARANCE},
    "discharge": {"number": Default("1", lambda line: 1)},
    "hand_over": {"giver": WHO_GIVES_IT, "reason": UNSTATED},
    "hand_over_all": {"giver": WHO_GIVES_IT, "reason": UNSTATED},
    "name_another": {"act": Default("triaged", lambda line: "triaged")},
    "add_person": {"name": Default("the person's id", lambda line: str(line.given.get("person", "")).title())},
    "appoint": {"starts": THE_DAY},
    "end_appointment": {"ends": THE_DAY},
    "deputise": {"starts": THE_DAY},
    "end_deputising": {"ends": THE_DAY},
    "confer": {"starts": THE_DAY},
    "revoke_power": {"on": THE_DAY, "reason": UNSTATED},
    "reach_stage": {"on": THE_DAY},
    "record_review": {"on": THE_DAY},
    "restrict_period": {"body": EVERY_BODY, "reason": UNSTATED},
    "release_period": {"body": EVERY_BODY, "reason": UNSTATED},
    "review_policy": {"next_due": Default("a year after the line", lambda line: line.after(365))},
    "register_project": {
        "title": PROJECT,
        "imported": Default("true where a baseline is given", lambda line: bool(line.given.keys() & A_BASELINE)),
    },
    "amend_project": {"title": PROJECT},
    **{verb: {"reason": UNSTATED} for verb in REASON_NOT_ASKED_FOR},
}
"""Any other text that is left out is empty: where a reason is required, the rule that requires it speaks."""

ALSO_CALLED: Mapping[str, Mapping[str, str]] = {
    "add_sitting": {"date": "on"},
    "draft": {"corporate_plan": "corporate_plan_line"},
    "defer": {"to_cycle": "cycle", "to_sitting": "sitting"},
    "clear_report": {"clearer": "part", "as": "part"},
    "refuse_clearance": {"clearer": "part", "as": "part"},
    "import_calendar": {"boards": "board", "board_file": "board"},
    "publish_agenda": {"cases": "items"},
    "register_project": {"baseline": "figures", "value": "figures"},
    "correct_imported_baseline": {"baseline": "figures", "value": "figures"},
}
"""Other names a verb's fields go by."""

MAIN_TEXTS = ("reason", "feedback", "comment", "comments", "words", "remark", "evidence", "nature", "findings")
"""What people call the words that go with an act: where a verb has one such field, any of these stands for it."""
