"""What-if over HTTP: the route of a sum, and every date on it. Neither stores anything."""

from datetime import date, datetime
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.http.bodies import A_DAY, query
from adapters.http.desk import Desk
from adapters.http.documents import Parameter, read
from adapters.http.problems import ROOT, invalid
from adapters.http.shapes import FIRST_DAY, LAST_DAY, MOST_PENCE
from domain.routing.kinds import Kind
from domain.routing.policy import Policy
from domain.words import Pence, london_day
from workflows.handle import House
from workflows.planner import as_json, plan

KINDS = tuple(kind.value for kind in Kind)
SUMS = ("value_pence", "new_spend_pence")
DAYS = ("submit_on", "notice_given", "needed_by")
SAYS = {
    "value_pence": "The policy's figure in whole pence; of a change request the larger of before and after.",
    "new_spend_pence": "What is newly spent or saved, in whole pence, if not the value.",
    "submit_on": "The day of submission.",
    "notice_given": "When notice of the key decision was given; without it, on the day of submission.",
    "needed_by": "A funder's deadline to be met.",
}
ROUTE = {
    "policy": "cpca-2024",
    "value_basis": "authority_contribution",
    "steps": [
        {"body": "pmo", "capacity": "triage"},
        {"body": "investment_panel", "capacity": "recommend"},
        {"body": "chief_executive", "capacity": "decide"},
    ],
}
PLAN = {
    "cycle": "2024-08",
    "steps": [{"body": "pmo", "capacity": "triage", "due": "2024-08-02", "working_days_left": 13}],
    "earliest_decision": "2024-09-04",
    "notice_by": "2024-08-06",
    "binding": "committee",
    "if_missed": [{"key_date": "panel", "cycle": "2024-09", "earliest_decision": "2024-10-09"}],
    "warnings": [],
}


def add_planning(app: FastAPI, desk: Desk) -> None:
    """The route of a sum, and the plan of a submission."""
    for path, asked_of, look in (
        ("route", ("kind", "value_pence"), _route),
        ("plan", ("kind", *SUMS, *DAYS), _plan),
    ):
        _add(app, desk, path, asked_of, look)


def _add(app: FastAPI, desk: Desk, path: str, names: tuple[str, ...], look: Any) -> None:
    async def endpoint(request: Request) -> Response:
        desk.person(request)
        asked = query(request, names)
        values = {name: _read(asked, name) for name in names if name in asked or name in NEEDED}
        return JSONResponse(await desk.now(lambda house, at: look(house, at, values)))

    says = {"route": "Who must see a case of some kind and sum", "plan": "The route and every date on it"}[path]
    example = ROUTE if path == "route" else PLAN
    said = read(path, says, "planner", [_parameter(name) for name in names], {"type": "object"}, example)
    app.add_api_route(f"{ROOT}/{path}", endpoint, methods=["GET"], **said)


NEEDED = ("kind", "value_pence", "submit_on")


def _read(asked: dict[str, str], name: str) -> Any:
    if name not in asked:
        raise invalid(name, "it is needed")
    value = asked[name]
    if name == "kind":
        if value not in KINDS:
            raise invalid(name, f"write one of {', '.join(KINDS)}")
        return Kind(value)
    if name in SUMS:
        if not (value.isascii() and value.isdecimal() and len(value) <= 15):
            raise invalid(name, f"write whole pence, at most {MOST_PENCE}")
        return Pence(int(value))
    return _day(name, value)


def _day(name: str, value: str) -> date:
    try:
        day = date.fromisoformat(value) if A_DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise invalid(name, f"write a day such as 2024-10-14, from {FIRST_DAY} to {LAST_DAY}")
    return day


def _route(house: House, at: datetime, asked: dict[str, Any]) -> dict[str, Any]:
    policy = house.world(at).policies.in_force(london_day(at))
    _insist_routed(policy, asked)
    route = policy.route(asked["kind"], asked["value_pence"])
    steps = [{"body": step.body, "capacity": step.capacity.value} for step in route.steps]
    return {"policy": route.policy, "value_basis": route.basis.value, "steps": steps}


def _plan(house: House, at: datetime, asked: dict[str, Any]) -> dict[str, Any]:
    world = house.world(at)
    policy = world.policies.in_force(asked["submit_on"])
    _insist_routed(policy, asked)
    days = {name: asked.get(name) for name in ("notice_given", "needed_by")}
    spend = asked.get("new_spend_pence")
    return as_json(plan(asked["kind"], asked["value_pence"], asked["submit_on"], world.calendar, policy, spend, **days))


def _insist_routed(policy: Policy, asked: dict[str, Any]) -> None:
    """Raise Problem where the policy's table stops short of the figure."""
    try:
        policy.band(asked["kind"], asked["value_pence"])
    except LookupError as short:
        raise invalid("value_pence", str(short.args[0])) from None


def _parameter(name: str) -> Parameter:
    if name == "kind":
        return {"name": name, "in": "query", "required": True, "schema": {"type": "string", "enum": list(KINDS)}}
    number = {"type": "integer", "minimum": 0, "maximum": MOST_PENCE}
    schema = number if name in SUMS else {"type": "string", "format": "date"}
    return {"name": name, "in": "query", "required": name in NEEDED, "description": SAYS[name], "schema": schema}
