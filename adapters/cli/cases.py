"""`saf case` and `saf inbox`: where is my case, what may I do, and everything that can be done with it."""

from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, AsOf, Db, Json, Token, Url
from adapters.cli.verbs import OfCases

app = typer.Typer(
    cls=OfCases,
    help="Show cases and act on them: `saf case VERB REF`, with an option for each field of the command.",
    no_args_is_help=True,
)

Ref = Annotated[str, typer.Argument(metavar="REF", help="The case: its reference, such as SAF-2024-0012, or its id.")]


@app.command("list")
def list_(
    kind: Annotated[str, typer.Option("--kind", help="Only this kind.")] = "",
    standing: Annotated[str, typer.Option("--standing", help="Only this standing, such as under_review.")] = "",
    cycle: Annotated[str, typer.Option("--cycle", help="Only this cycle, such as 2024-11.")] = "",
    before: Annotated[str, typer.Option("--before", help="Only those before this body.")] = "",
    project: Annotated[str, typer.Option("--project", help="Only those of this project.")] = "",
    as_of: AsOf = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """List cases and where they stand."""
    from adapters.cli.speech import as_json

    only = {"kind": kind, "standing": standing, "cycle": cycle, "before": before, "project": project}
    found = replayed("cases", {name: value for name, value in only.items() if value}, as_of, db, url, token)
    as_json(found) if json else show_list(found)


@app.command()
def show(ref: Ref, as_of: AsOf = "", db: Db = DEFAULT_DB, url: Url = "", token: Token = "", json: Json = False) -> None:
    """Show one case as it stands, or as the ledger knew it at an instant."""
    from adapters.cli.speech import as_json

    found = replayed("case", {"case": ref}, as_of, db, url, token)
    as_json(found) if json else _show(found)


@app.command()
def history(
    ref: Ref, as_of: AsOf = "", db: Db = DEFAULT_DB, url: Url = "", token: Token = "", json: Json = False
) -> None:
    """Show every fact about a case: who, for whom, when."""
    from adapters.cli.speech import as_json, table

    found = replayed("case_history", {"case": ref}, as_of, db, url, token)
    if json:
        as_json(found)
        return
    rows = ((_local(one["at"]), one["on"], one["says"], one["who"], _local(one["due"])) for one in found)
    table(f"The history of {ref}", ("recorded", "on", "what", "who", "was due"), rows)


@app.command("next")
def next_(ref: Ref, db: Db = DEFAULT_DB, url: Url = "", token: Token = "", json: Json = False) -> None:
    """Show what you may do with a case and, of what you may not, every rule that forbids it."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, table

    with desk(db, url, token) as reached:
        steps = reached.next_steps(ref)
    if json:
        as_json(steps)
        return
    opened = [(one["verb"], one["says"]) for one in steps if one["open"]]
    closed = [
        (one["verb"], "\n".join(f"{rule['says'].rstrip('.')} ({rule['source']})." for rule in one["rules"]))
        for one in steps
        if not one["open"]
    ]
    table(f"What you may do with {ref}", ("verb", "what it does"), opened)
    table("What you may not, and why", ("verb", "forbidden by"), closed)


@app.command()
def attach(
    ref: Ref,
    file: Annotated[str, typer.Argument(help="The file: it is kept once, under its content's hash.")],
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Attach a file to a case."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, say

    with desk(db, url, token) as reached:
        answer = reached.attach(ref, Path(file))
    as_json(answer) if json else say(f"{answer['name']} is attached: {answer['size']:,} bytes, {answer['attachment']}.")


def inbox(
    office: Annotated[str, typer.Option("--office", help="What waits for an office, such as pmo.")] = "",
    person: Annotated[str, typer.Option("--person", help="What waits for a person.")] = "",
    as_of: AsOf = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Show what waits for you, for an office or for a person, and by when; on the ledger's machine, who owes what."""
    from adapters.cli.speech import as_json, day_shown, table

    args = {"office": office} if office else {"person": person} if person else {}
    found = replayed("inbox", args, as_of, db, url, token)
    if json:
        as_json(found)
        return
    rows = (
        (day_shown(one["by"]), one["reference"], one["title"], one["what"], one.get("as") or one.get("who"))
        for one in found
    )
    table("What waits, soonest first", ("by", "case", "title", "what", "for"), rows)


def replayed(view: str, args: dict[str, str], as_of: str, db: Path, url: str, token: str) -> Any:
    """A view; as of a past instant the ledger is replayed, with progress on stderr."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import progress

    with desk(db, url, token) as reached:
        if not as_of:
            return reached.read(view, args)
        with progress() as bar:
            task = bar.add_task("Replaying", total=None)
            return reached.read(view, args, as_of, lambda done, of: bar.update(task, completed=done, total=of))


def show_list(found: list[dict[str, Any]]) -> None:
    """Draw a list of cases."""
    from adapters.cli.speech import day_shown, table

    rows = (
        (
            one["reference"],
            one["title"],
            one["kind"],
            one["standing"],
            one["cycle"],
            one["before"],
            day_shown(one["due"]),
        )
        for one in found
    )
    table("Cases", ("case", "title", "kind", "standing", "cycle", "before", "due"), rows)


def _show(found: dict[str, Any]) -> None:
    from adapters.cli.speech import day_shown, say, table

    say(f"{found['reference']}  {found['title']}")
    words = {name: found[name] for name in ("kind", "standing", "cycle", "figure", "policy", "listed", "sponsor")}
    say("; ".join(f"{name}: {value}" for name, value in words.items() if value).replace("_", " ") + ".")
    say("Written by " + ", ".join(one["name"] for one in found["authors"]) + ".")
    rows = (
        (
            "→" if one["present"] else "",
            one["body"].replace("_", " "),
            one["capacity"],
            one["outcome"],
            day_shown(one["on"]),
            day_shown(one["due"]),
        )
        for one in found["route"]
    )
    table("Its route", ("", "body", "capacity", "outcome", "on", "due"), rows)


def _local(instant: str | None) -> str:
    from datetime import datetime

    from domain.words import LONDON

    return f"{datetime.fromisoformat(instant).astimezone(LONDON):%a %d/%m/%y %H:%M}" if instant else ""
