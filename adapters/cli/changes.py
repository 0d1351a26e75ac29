"""Changes to the calendar: each is shown with all it leads to, and carried out once a person confirms it with --yes."""

from typing import Annotated, Any

import typer

from adapters.cli.calendar import app
from adapters.cli.options import DEFAULT_DB, Db, Json, Reason, Token, Url, Yes

Sitting = Annotated[str, typer.Argument(help="A sitting, such as investment_committee/2024-11 or board/2024-11-13.")]
Day = Annotated[str, typer.Argument(help="A day, such as 2022-09-19.")]
Body = Annotated[str, typer.Option("--body", help="A body; without it, every body.")]
First = Annotated[str, typer.Option("--first", help="The first day.")]
Last = Annotated[str, typer.Option("--last", help="The last day.")]
Why = Annotated[str, typer.Option("--kind", help="pre_election, recess or closure.")]


@app.command("add-sitting")
def add_sitting(
    body: Annotated[str, typer.Argument(help="A body: investment_panel, investment_committee or board.")],
    on: Annotated[str, typer.Argument(help="The day on which it sits.")],
    kind: Annotated[str, typer.Option("--kind", help="ordinary or extraordinary.")] = "ordinary",
    cycle: Annotated[str, typer.Option("--cycle", help="The cycle that lacks it, such as 2024-07.")] = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Add a sitting of a body."""
    fields = {"body": body, "on": on, "kind": kind} | ({"cycle": cycle} if cycle else {})
    _change("add_sitting", fields, (db, url, token), yes, json)


@app.command()
def move(
    sitting: Sitting,
    to: Annotated[str, typer.Argument(help="The day on which it is held instead.")],
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Hold a sitting on another day. It keeps its id."""
    _change("move_sitting", {"sitting": sitting, "to": to, "reason": reason}, (db, url, token), yes, json)


@app.command()
def cancel(
    sitting: Sitting,
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Do not hold a sitting; its cases go to the first that can still lawfully carry them."""
    _change("cancel_sitting", {"sitting": sitting, "reason": reason}, (db, url, token), yes, json)


@app.command("close-day")
def close_day(
    day: Day,
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Make a working day no working day, and see which dates should move."""
    _change("close_day", {"day": day, "reason": reason}, (db, url, token), yes, json)


@app.command("reopen-day")
def reopen_day(
    day: Day,
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Make a day a working day after all."""
    _change("reopen_day", {"day": day, "reason": reason}, (db, url, token), yes, json)


@app.command()
def restrict(
    first: First,
    last: Last,
    kind: Why,
    body: Body = "",
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Keep a body clear of a period: the lint warns, clear days are not changed."""
    fields = {"body": body or None, "first": first, "last": last, "kind": kind, "reason": reason}
    _change("restrict_period", fields, (db, url, token), yes, json)


@app.command()
def release(
    first: First,
    last: Last,
    kind: Why,
    body: Body = "",
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Take a restricted period back."""
    fields = {"body": body or None, "first": first, "last": last, "kind": kind, "reason": reason}
    _change("release_period", fields, (db, url, token), yes, json)


@app.command()
def accept(
    cycle: Annotated[str, typer.Argument(help="A cycle, such as 2024-11.")],
    dates: Annotated[list[str], typer.Argument(help="Dates to confirm, each as panel=2024-10-24.")],
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Confirm dates of a cycle: as proposed, as they stand, or others with the reason of the exception."""
    from adapters.cli.speech import Sorry

    if wrong := [date for date in dates if date.count("=") != 1]:
        raise Sorry(f"{wrong[0]!r} is not a date to confirm: write it as panel=2024-10-24.")
    pairs = [date.split("=") for date in dates]
    _change("accept_dates", {"cycle": cycle, "dates": pairs, "reason": reason}, (db, url, token), yes, json)


@app.command("accept-agenda")
def accept_agenda(
    sitting: Sitting,
    due: Annotated[str, typer.Argument(help="The day on which its agenda is due.")],
    reason: Reason = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Confirm when the agenda of a sitting outside the cycles, such as a Board's, is due."""
    fields = {"sitting": sitting, "agenda_due": due, "reason": reason}
    _change("accept_agenda_due", fields, (db, url, token), yes, json)


def _change(verb: str, fields: dict[str, Any], where: tuple[Any, str, str], yes: bool, json: bool) -> None:
    """Show what a change leads to and, once confirmed, make it."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, say

    with desk(*where) as reached:
        shown = reached.preview(verb, fields)
        if yes:
            reached.give(verb, fields)
    if json:
        as_json({"done": yes, **shown})
        return
    _show(shown)
    say("It is done." if yes else "Nothing was changed: confirm it with --yes.")


def _show(shown: dict[str, Any]) -> None:
    from adapters.cli.calendar import show_findings
    from adapters.cli.speech import day_shown, say, table

    say("What it does: " + ", ".join(dict.fromkeys(fact["says"].lower() for fact in shown["facts"])) + ".")
    if moved := shown["cases"]:
        table("Cases it moves", ("case", "what happens"), ((one["reference"], one["says"]) for one in moved))
    if proposed := shown["proposals"]:
        table(
            "Dates that should move, to confirm with `saf calendar accept`",
            ("of", "date", "stands", "proposed", "why"),
            (
                (
                    one["cycle"] or one["sitting"],
                    one["key_date"],
                    day_shown(one["stands"]),
                    day_shown(one["proposed"]),
                    one["why"],
                )
                for one in proposed
            ),
        )
    if unlawful := shown["unlawful"]:
        table(
            "No longer lawful",
            ("sitting", "agenda", "last lawful day", "says"),
            ((one["sitting"], day_shown(one["stands"]), day_shown(one["lawful"]), one["says"]) for one in unlawful),
        )
    if shown["findings"]:
        show_findings(shown["findings"])
