"""`saf serve`, `worker`, `tick` and `rebuild`: the processes that keep a ledger going."""

from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, DEFAULT_PORT, Db, Json, Port

Host = Annotated[str, typer.Option("--host", help="The address to listen on; any but this machine's is at your risk.")]


def serve(db: Db = DEFAULT_DB, port: Port = DEFAULT_PORT, host: Host = "127.0.0.1") -> None:
    """Own the ledger's file, act on what falls due, and serve the API, on this machine's own address by default."""
    from adapters.cli.serving import own_and_listen

    own_and_listen(db, host, port)


def worker(db: Db = DEFAULT_DB) -> None:
    """Own the ledger's file and act on what falls due; other verbs on this machine reach the ledger through it."""
    from adapters.cli.serving import own_and_listen

    own_and_listen(db, "127.0.0.1", 0)


def tick(db: Db = DEFAULT_DB, json: Json = False) -> None:
    """Act now on everything that has fallen due. Twice does no more than once."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, say, table

    with desk(db) as reached:
        acted: list[dict[str, Any]] = reached.owner("tick", {})
    if json:
        as_json(acted)
    elif acted:
        rows = ((one["due"], fact["of"], fact["event"]) for one in acted for fact in one["facts"])
        table("Acted on", ("due", "of", "what followed"), rows)
    else:
        say("Nothing had fallen due.")


def rebuild(db: Db = DEFAULT_DB, json: Json = False) -> None:
    """Work out every list and inbox again from the facts, and put the new ones in place of the old at once."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, progress, say

    with desk(db) as reached, progress() as bar:
        task = bar.add_task("Rebuilding", total=None)
        done = reached.owner("rebuild", {}, lambda so_far, of: bar.update(task, completed=so_far, total=of or None))
    if json:
        as_json(done)
    else:
        say(f"The rows of {done['cases']} cases were worked out again.")


def atlas(
    out: Annotated[str, typer.Option("--out", help="The folder to draw into.")] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether the pages are as the tables have them.")
    ] = False,
) -> None:
    """Draw docs/atlas from the tables: routes, key dates, rules, commands, events, settings."""
    from adapters.cli.speech import Sorry, say
    from workflows.atlas import pages

    folder = Path(out) if out else Path(__file__).resolve().parents[2] / "docs" / "atlas"
    drawn = {folder / name: text for name, text in pages().items()}
    stale = [page for page, text in drawn.items() if _held(page) != text]
    strays = [page for page in sorted(folder.rglob("*")) if page.is_file() and page not in drawn]
    if check:
        if stale or strays:
            names = ", ".join(str(page.relative_to(folder)) for page in (*stale, *strays))
            raise Sorry(f"These pages of the atlas are not as the tables have them; run `saf atlas`: {names}.")
        say(f"The {len(drawn)} pages of the atlas are as the tables have them.")
        return
    for page in stale:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(drawn[page], encoding="utf-8")
    for page in strays:
        page.unlink()
    say(f"{len(drawn)} pages are in {folder}; {len(stale)} were drawn anew, {len(strays)} taken away.")


def _held(page: Path) -> str | None:
    return page.read_text(encoding="utf-8") if page.is_file() else None
