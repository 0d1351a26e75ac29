"""`saf project`: the Single Project Register, and projects approved before the framework, imported from a file."""

from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, AsOf, Db, Json, Token, Url, Yes

app = typer.Typer(help="Projects: show one, import those approved before the framework.", no_args_is_help=True)


@app.command()
def show(
    project: Annotated[str, typer.Argument(help="The project's id.")],
    as_of: AsOf = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
) -> None:
    """Show a project with its baseline, its cases and everything recorded about it, as JSON."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json

    with desk(db, url, token) as reached:
        as_json(reached.read("project", {"project": project}, as_of))


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX: project, title, baseline and what else is known.")],
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Register the projects of a file, marked imported; without --yes, only show them. One wrong cell, and none is."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, progress, say

    rows = _read(file)
    if not yes:
        as_json(rows) if json else _show(rows)
        return
    with desk(db, url, token) as reached:
        for row in rows:
            reached.preview("register_project", row)
        with progress() as bar:
            for row in bar.track(rows, description="Registering"):
                fields = {name: value for name, value in row.items() if name != "project"}
                reached.give("register_project", fields, str(row["project"]))
    as_json(rows) if json else say(f"{len(rows)} projects are registered, marked imported.")


def _read(file: Path) -> list[dict[str, Any]]:
    """The projects of a file as the API takes them. Raises NotAProjectFile naming row and column."""
    from pydantic_core import to_jsonable_python

    from adapters.imports.project_files import read_projects

    return [to_jsonable_python(row.command) for row in read_projects(file)]


def _show(rows: list[dict[str, Any]]) -> None:
    from adapters.cli.speech import say, table
    from domain.words import Pence, in_pounds

    def baseline(row: dict[str, Any]) -> str:
        figures = row["figures"]
        return in_pounds(Pence(figures["authority_contribution"])) if figures else ""

    shown = ((row["project"], row["title"], baseline(row), row["approved_by"], row["decided_on"]) for row in rows)
    table("Projects to import", ("project", "title", "baseline", "approved by", "decided on"), shown)
    say("Nothing was stored: say --yes to register them.")
