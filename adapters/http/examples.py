"""An example of every command and view, for the OpenAPI description: the sums are pence, the people are made up."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from pydantic_core import to_jsonable_python

from domain.calendar.key_dates import CPCA_SCHEME, KeyDateName
from domain.report.events import ReportHash
from domain.routing.cpca_2024 import CPCA_2024
from domain.words import AttachmentId, Pence, SittingId, Text
from workflows.commands import Command

CASE = "0192b0a4-6f6c-7c31-9d52-2f7f4e1c8a10"
COMMITTEE = "investment_committee/2024-11"
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

NAMED: Mapping[str, Any] = {
    "body": "investment_committee",
    "case": CASE,
    "concept": CASE,
    "cycle": "2024-11",
    "deputy": "dev",
    "entry": "mayor-2024-06",
    "giver": "ann",
    "number": 1,
    "office": "pmo",
    "person": "ann",
    "absent": "pat",
    "policy": "cpca-2024",
    "project": "chalk-streams",
    "service": "finance",
    "sponsor": "sol",
    "step": 2,
    "taker": "bob",
    "title": "Chalk stream restoration",
    "to": "board",
}
"""What a field of that name holds in an example, whatever command it belongs to."""

BODIES: Mapping[str, Mapping[str, Any]] = {
    "draft": {
        "kind": "business_case",
        "title": "Chalk stream restoration",
        "value": 99_600_000,
        "project": "chalk-streams",
        "sponsor": "sol",
        "corporate_plan_line": "Nature recovery 2024-25, line 4",
        "contents": {
            "directorate": "Place",
            "problem": "Two of three chalk streams fail the ecological standard.",
            "proposal": "Restore eleven kilometres of channel.",
            "costs": [{"year": "2024-25", "capital": 60_000_000, "revenue": 39_600_000}],
            "funding_sources": ["Single Investment Fund"],
        },
    },
    "save": {
        "title": "Chalk stream restoration, two rivers",
        "contents": {"problem": "Two of three chalk streams fail the ecological standard.", "risks": ["Low flow"]},
    },
    "value": {
        "figures": {
            "authority_contribution": 100_000_000,
            "total_project_cost": 250_000_000,
            "accumulated_commitment": 100_000_000,
        },
        "new_spend": 100_000_000,
    },
    "recommend": {"conditions": [{"says": "Agree the access licences", "owner": "ann", "due": "2025-01-31"}]},
    "approve": {
        "reason": "It meets the strategic case at the least cost.",
        "alternatives": "A smaller scheme was considered.",
        "conditions": [{"says": "Agree the access licences", "owner": "ann", "due": "2025-01-31"}],
    },
    "defer": {"reason": "The costs are not settled", "cycle": "2024-12"},
    "resolve": {
        "outcomes": [[CASE, "approve"], ["0192b0a4-7d10-7a55-8c0e-91f2b66d4e02", "defer"]],
        "votes": {"in_favour": 6, "against": 1},
        "reason": "Taken together as one programme.",
    },
    "withdraw": {"reason": "The funder closed the scheme"},
    "upload_report": {"parts": [["purpose", "To seek approval of the business case."]]},
    "edit_report": {"changes": [["financial", "The cost is met from the Single Investment Fund."]]},
    "give_notice": {"matter": "Chalk stream restoration", "date_or_period": ["2024-11-20", "2024-11-20"]},
    "publish_agenda": {"items": [CASE]},
    "record_attendance": {"present": [{"person": "mia", "membership": "constituent"}], "apologies": ["max"]},
    "correct_vote": {"case": CASE, "votes": {"in_favour": 5, "against": 2}, "reason": "Miscounted"},
    "import_calendar": {
        "cycles": [{"id": "2024-11", "dates": [["panel", "2024-10-24"], ["committee", "2024-11-20"]]}],
        "boards": [{"on": "2024-11-13"}],
    },
    "plan_calendar": {"committees": ["2025-06-18", "2025-09-17"], "boards": [{"on": "2025-09-24"}]},
    "add_sitting": {"body": "board", "on": "2024-12-11", "kind": "extraordinary"},
    "accept_dates": {"cycle": "2024-11", "dates": [["agenda_publication", "2024-11-12"]], "reason": "As proposed"},
    "adopt_scheme": {"scheme": to_jsonable_python(CPCA_SCHEME), "reason": "As adopted with the framework"},
    "adopt_policy": {"policy": to_jsonable_python(CPCA_2024)},
    "add_person": {"person": "ann", "name": "Ann Archer", "email": "ann@example.org"},
    "replace_card": {"person": "ann", "name": "Ann Archer", "email": "ann.archer@example.org"},
    "appoint": {
        "person": "mia",
        "office": "member",
        "starts": "2024-05-20",
        "body": "board",
        "membership": "constituent",
    },
    "confer": {
        "entry": "mayor-2024-06",
        "kinds": ["change_request"],
        "limit": 25_000_000,
        "resolution": "Board, 5 June 2024, item 7",
        "starts": "2024-06-05",
        "office": "chief_executive",
    },
    "register_project": {
        "title": "Chalk stream restoration",
        "figures": {
            "authority_contribution": 42_000_000,
            "total_project_cost": 42_000_000,
            "accumulated_commitment": 42_000_000,
        },
        "approved_by": "board",
        "decided_on": "2023-11-29",
        "imported": True,
    },
}
"""The examples that say more than the fields a command cannot do without."""


def of_body(row: Command, without: tuple[str, ...]) -> dict[str, Any]:
    """An example of a command's body: the one written here, or its required fields."""
    if row.verb in BODIES:
        return dict(BODIES[row.verb])
    hints = get_type_hints(row.shape)
    return {each.name: _value(each.name, hints[each.name]) for each in fields(row.shape) if _needed(each, without)}


def _needed(each: Any, without: tuple[str, ...]) -> bool:
    return each.name not in without and repr(each.default).startswith("<dataclasses")


def _value(name: str, hint: Any) -> Any:
    if name in NAMED and hint is not date:
        return NAMED[name]
    known = {Text: f"The {name.replace('_', ' ')}, in a sentence", Pence: 100_000_000, SittingId: COMMITTEE}
    known |= {AttachmentId: DIGEST, ReportHash: DIGEST, KeyDateName: "panel", date: "2024-10-24", int: 1, bool: True}
    if hint in known:
        return known[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return {each.name: _value(each.name, hints[each.name]) for each in fields(hint) if _needed(each, ())}
    if get_origin(hint) in (Union, UnionType):
        return _value(name, get_args(hint)[0])
    if get_origin(hint) is tuple:
        return [_value(name, arg) for arg in get_args(hint) if arg is not Ellipsis]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint)).value
    return f"some-{hint.__name__.removesuffix('Id').lower()}" if isinstance(hint, NewType) else "as it is called"


@cache
def of_views() -> Mapping[str, Any]:
    """What each view showed when the examples were last drawn, cut short: see the test that draws them."""
    found: Mapping[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
    return found
