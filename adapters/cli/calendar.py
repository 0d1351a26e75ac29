"""`saf calendar`: derive, plan and lint dates from files; import, show and change the calendar of a ledger."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, AsOf, Db, Json, Token, Url, Yes

if TYPE_CHECKING:
    from domain.calendar.working_days import WorkingDays

app = typer.Typer(help="Key dates: derive, plan, lint, import, show and change them.", no_args_is_help=True)

File = Annotated[str, typer.Argument(help="A key-date table, CSV or XLSX.")]
Board = Annotated[str, typer.Option("--board", help="The Board's sittings, CSV or XLSX.")]


@app.command()
def derive(
    committee: Annotated[str, typer.Option("--committee", help="The day of a committee, such as 2024-10-21.")],
    json: Json = False,
) -> None:
    """Show the nine key dates of a committee."""
    from adapters.cli.speech import a_day, as_json, aside, table
    from domain.calendar.key_dates import KEY_DATES
    from domain.calendar.key_dates import derive as derive_it

    on = _covered(a_day(committee, "--committee"), "--committee")
    days = _working_days()
    dates = derive_it(on, days)
    if json:
        as_json({name: day.isoformat() for name, day in dates.items()})
    else:
        rows = ((row.name, dates[row.name], row.who.replace("_", " "), row.says) for row in KEY_DATES)
        table(f"Key dates of the committee of {on:%A %d %B %Y}", ("key date", "on", "who acts", "rule"), rows)
    if not days.is_open(on):
        aside().print(f"Mind: {on:%A %d %B %Y} is no working day.", markup=False)


@app.command()
def plan(
    committee: Annotated[list[str], typer.Option("--committee", help="A committee's day; give it once for each.")],
    board: Annotated[list[str], typer.Option("--board", help="A Board's day, or several.")] = [],  # noqa: B006
    out: Annotated[str, typer.Option("--out", help="Write the table as CSV too, ready to publish or import.")] = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Plan cycles from committee and Board dates; with --yes they enter the ledger's calendar."""
    from adapters.cli.speech import a_day, as_json, say
    from domain.calendar.plan import plan as plan_it
    from domain.calendar.published import PublishedBoard

    committees = [_covered(a_day(day, "--committee"), "--committee") for day in committee]
    boards = [PublishedBoard(_covered(a_day(day, "--board"), "--board")) for day in board]
    made = plan_it(committees, boards, _working_days())
    cycles = [{"cycle": cycle.id, "dates": {name: on.isoformat() for name, on in cycle.dates}} for cycle in made.cycles]
    findings = [asdict(finding) for finding in made.findings]
    if yes:
        from adapters.cli.reach import desk

        fields = {
            "committees": [day.isoformat() for day in committees],
            "boards": [{"on": one.on.isoformat(), "kind": one.kind.value} for one in boards],
        }
        with desk(db, url, token) as reached:
            reached.give("plan_calendar", fields)
            standing = reached.read("calendar", {})
        days = {day.isoformat() for day in committees}
        cycles = [one for one in standing["cycles"] if one["dates"].get("committee") in days]
        findings = standing["findings"]
    if out:
        _write(Path(out), cycles)
    if json:
        as_json({"cycles": cycles, "boards": [one.on.isoformat() for one in made.boards], "findings": findings})
        return
    show_cycles("The calendar as planned", cycles)
    show_findings(findings)
    say("It is in the ledger's calendar." if yes else "Nothing was stored; --yes puts it into the ledger's calendar.")


@app.command()
def lint(file: File, board: Board = "", json: Json = False) -> None:
    """Show what there is to know about a published calendar. It is never refused."""
    from adapters.bank_holidays import FIRST_YEAR, LAST_YEAR
    from adapters.cli.speech import as_json, aside
    from adapters.imports.calendar_files import read_boards, read_key_dates
    from domain.calendar.lint import lint as lint_it

    cycles, boards = read_key_dates(Path(file)), read_boards(Path(board)) if board else ()
    findings = [asdict(finding) for finding in lint_it(cycles, boards, _working_days())]
    if any(not FIRST_YEAR <= on.year <= LAST_YEAR for cycle in cycles for _, on in cycle.dates):
        says = f"Mind: bank holidays are known from {FIRST_YEAR} to {LAST_YEAR}; dates of other years lack them."
        aside().print(says, markup=False)
    as_json(findings) if json else show_findings(findings)


@app.command("import")
def import_(
    file: File,
    board: Board = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Take a published calendar over into the ledger as it stands, and show what the lint finds."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, say
    from adapters.imports.calendar_files import read_boards, read_key_dates
    from domain.calendar.lint import lint as lint_it

    cycles, boards = read_key_dates(Path(file)), read_boards(Path(board)) if board else ()
    fields = {
        "cycles": [
            {
                "id": cycle.id,
                "dates": [[name, on.isoformat()] for name, on in cycle.dates],
                "exceptions": [list(one) for one in cycle.exceptions],
            }
            for cycle in cycles
        ],
        "boards": [{"on": one.on.isoformat(), "kind": one.kind.value} for one in boards],
    }
    with desk(db, url, token) as reached:
        reached.give("import_calendar", fields)
    findings = [asdict(finding) for finding in lint_it(cycles, boards, _working_days())]
    if json:
        as_json({"cycles": len(cycles), "boards": len(boards), "findings": findings})
        return
    say(f"{len(cycles)} cycles and {len(boards)} Board sittings are in the calendar.")
    show_findings(findings)


@app.command()
def show(
    cycle: Annotated[str, typer.Argument(help="One cycle, such as 2024-11; without it, all.")] = "",
    as_of: AsOf = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Show the ledger's calendar, or one of its cycles."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, day_shown, table

    with desk(db, url, token) as reached:
        found = reached.read("cycle" if cycle else "calendar", {"cycle": cycle} if cycle else {}, as_of)
    if json:
        as_json(found)
        return
    show_cycles("The calendar", [found] if cycle else found["cycles"])
    if cycle:
        return
    sittings = (
        (one["id"], day_shown(one["on"]), day_shown(one["agenda_due"]), _state(one)) for one in found["sittings"]
    )
    table("Sittings", ("sitting", "on", "agenda due", ""), sittings)
    show_findings(found["findings"])


def show_cycles(title: str, cycles: list[dict[str, Any]]) -> None:
    """Draw cycles as the published table is drawn."""
    from adapters.cli.speech import day_shown, table
    from domain.calendar.key_dates import BY_NAME

    rows = ((one["cycle"], *(day_shown(one["dates"].get(name)) or "n/a" for name in BY_NAME)) for one in cycles)
    table(title, ("cycle", *(name.replace("_", " ") for name in BY_NAME)), rows)


def show_findings(findings: list[dict[str, Any]]) -> None:
    """Draw what the lint finds."""
    from adapters.cli.speech import say, table

    if not findings:
        say("There is nothing to know about it.")
        return
    rows = ((one["level"], one["code"], one["cycle"], one["key_date"], one["says"]) for one in findings)
    table("What there is to know", ("level", "code", "cycle", "key date", "says"), rows)


def _state(sitting: dict[str, Any]) -> str:
    return "cancelled" if sitting["cancelled"] else sitting["kind"] if sitting["kind"] != "ordinary" else ""


def _write(path: Path, cycles: list[dict[str, Any]]) -> None:
    import csv

    from domain.calendar.key_dates import BY_NAME

    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("cycle", *BY_NAME))
        rows.writerows((one["cycle"], *(one["dates"].get(name, "n/a") for name in BY_NAME)) for one in cycles)


def _working_days() -> "WorkingDays":
    from adapters.bank_holidays import EnglishBankHolidays
    from domain.calendar.working_days import WorkingDays

    return WorkingDays(EnglishBankHolidays()())


def _covered(day: date | None, option: str) -> date:
    """A day whose year's bank holidays are known. Raises Sorry for any other."""
    from adapters.bank_holidays import FIRST_YEAR, LAST_YEAR
    from adapters.cli.speech import Sorry

    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Sorry(
            f"{option}: {day} is not within {FIRST_YEAR} to {LAST_YEAR}, the years whose bank holidays are known."
        )
    return day
