"""What-if: the route of a sum, and every date on it. Neither stores anything."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, Db, Json, Token, Url

if TYPE_CHECKING:
    from domain.calendar.state import Calendar
    from domain.routing.policy import Policy

KindOption = Annotated[str, typer.Option("--kind", help="concept_paper, business_case or change_request.")]
Value = Annotated[
    str,
    typer.Option("--value", help="Pounds; of a change request, the larger of before and after."),
]
PolicyFile = Annotated[str, typer.Option("--policy", help="A policy's JSON file instead of cpca-2024.")]


def route(kind: KindOption, value: Value, policy: PolicyFile = "", json: Json = False) -> None:
    """Show who must see a case of some kind and sum, in which capacity, and who decides."""
    from adapters.cli.speech import a_kind, a_sum, as_json, table
    from domain.words import Pence, in_pounds

    adopted, sort = policy_asked(policy), a_kind(kind)
    found = _route(adopted, sort, a_sum(value, "--value") or Pence(0))
    if json:
        steps = [{"body": step.body, "capacity": step.capacity.value} for step in found.steps]
        as_json({"policy": found.policy, "value_basis": found.basis.value, "steps": steps})
        return
    basis = found.basis.value.replace("_", " ")
    table(
        f"{sort.value.replace('_', ' ').capitalize()} of {in_pounds(found.figure)} ({basis}) under {found.policy}",
        ("body", "capacity"),
        ((adopted.body(step.body).name, step.capacity.value) for step in found.steps),
        f"Source: {adopted.band(sort, found.figure).source}",
    )


def plan(
    kind: KindOption,
    value: Value,
    submit_on: Annotated[str, typer.Option("--submit-on", help="The day of submission, such as 2024-07-16.")],
    calendar: Annotated[str, typer.Option("--calendar", help="A key-date table; without it, the ledger's.")] = "",
    board: Annotated[str, typer.Option("--board", help="The Board's sittings, beside --calendar.")] = "",
    new_spend: Annotated[str, typer.Option("--new-spend", help="Pounds newly spent or saved, if not the value.")] = "",
    notice_given: Annotated[str, typer.Option("--notice-given", help="When notice was given, if it was.")] = "",
    needed_by: Annotated[str, typer.Option("--needed-by", help="A funder's deadline to be met.")] = "",
    policy: PolicyFile = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Show the route, every date on it, the lawful earliest decision, and what slips if a date is missed."""
    from adapters.cli.speech import a_day, a_kind, a_sum, as_json

    sort = a_kind(kind)
    days = {"submit_on": a_day(submit_on, "--submit-on")}
    days["notice_given"] = a_day(notice_given or None, "--notice-given")
    days["needed_by"] = a_day(needed_by or None, "--needed-by")
    sums = {"value": a_sum(value, "--value"), "new_spend": a_sum(new_spend or None, "--new-spend")}
    if calendar or board:
        answer = planned({"kind": sort, **days, **sums}, calendar_of(calendar, board), policy_asked(policy))
    else:
        from adapters.cli.reach import desk

        with desk(db, url, token) as reached:
            given = {
                name: one if isinstance(one, int) else str(one)
                for name, one in {**days, **sums}.items()
                if one is not None
            }
            answer = reached.owner("plan", {"kind": sort.value, **given})
    if json:
        as_json(answer)
    else:
        _show(answer)


def policy_asked(file: str) -> "Policy":
    """The policy of a file, or the one the product begins with. Raises NotAPolicy or OSError."""
    if file:
        from adapters.imports.policy_files import read_policy

        return read_policy(Path(file))
    from domain.routing.cpca_2024 import CPCA_2024

    return CPCA_2024


def calendar_of(cycles: str, boards: str) -> "Calendar":
    """The calendar that published files make. Raises NotACalendar or OSError."""
    from datetime import UTC, datetime

    from adapters.bank_holidays import EnglishBankHolidays
    from adapters.imports.calendar_files import read_boards, read_key_dates
    from domain.calendar.commands import ImportCalendar
    from domain.calendar.decide import import_calendar
    from domain.calendar.state import blank, evolve
    from domain.rules import Asked
    from domain.words import CLOCK

    read = ImportCalendar(read_key_dates(Path(cycles)) if cycles else (), read_boards(Path(boards)) if boards else ())
    calendar = blank(EnglishBankHolidays()())
    before_it = datetime(2000, 1, 1, tzinfo=UTC)
    for event in import_calendar(Asked(calendar, read, CLOCK, before_it, None)):
        calendar = evolve(calendar, event)
    return calendar


def planned(asked: dict[str, Any], calendar: "Calendar", policy: "Policy") -> dict[str, Any]:
    """The planner's answer in the shape programs read. Raises Sorry where the policy routes no such sum."""
    from workflows.planner import as_json
    from workflows.planner import plan as plan_it

    _route(policy, asked["kind"], asked["value"])
    return as_json(plan_it(calendar=calendar, policy=policy, **asked))


def _route(policy: "Policy", kind: Any, figure: Any) -> Any:
    from adapters.cli.speech import Sorry

    try:
        return policy.route(kind, figure)
    except LookupError as wrong:
        raise Sorry(f"{wrong.args[0]}.") from None


def _show(answer: dict[str, Any]) -> None:
    from adapters.cli.speech import day_shown, say, table

    table(
        f"Cycle {answer['cycle'] or 'not known'}",
        ("body", "capacity", "due", "working days left"),
        (
            (step["body"].replace("_", " "), step["capacity"], day_shown(step["due"]), step["working_days_left"])
            for step in answer["steps"]
        ),
    )
    binding = answer["binding"].replace("_", " ")
    say(f"Earliest decision: {day_shown(answer['earliest_decision']) or 'not known'}; what binds it: {binding}.")
    if answer["notice_by"]:
        say(f"Last lawful day for notice of the key decision: {day_shown(answer['notice_by'])}.")
    if "shortfall_days" in answer:
        short = answer["shortfall_days"]
        say(
            "The deadline is met."
            if short == 0
            else f"The deadline is missed by {short or 'an unknown number of'} days."
        )
        for way in answer["ways"]:
            say(f"  · {way['says']} Who must agree: {way['who_agrees']}.")
    table(
        "If a date is missed",
        ("key date", "cycle then", "decided then"),
        (
            (one["key_date"].replace("_", " "), one["cycle"], day_shown(one["earliest_decision"]) or "not known")
            for one in answer["if_missed"]
        ),
    )
    for warning in answer["warnings"]:
        say(f"Mind: {warning}")
