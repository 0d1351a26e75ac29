"""The command line `saf`: groups of verbs, each in a file of its own, whose imports wait until a verb is used."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from adapters.cli import calendar, cases, changes, demo, people, planning, policy, projects, running, simulating
from adapters.cli.options import DEFAULT_DB, Db, Json, Token, Url

__all__ = ["app", "changes", "main"]


class Plain(TyperGroup):
    """Says in one sentence on stderr why something could not be done, and ends with 1, instead of with a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as wrong:
            from adapters.cli.trouble import sentences

            if not (said := sentences(wrong)):
                raise
            for sentence in said:
                typer.echo(sentence, err=True)
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Plain,
    name="saf",
    help="Carries investment proposals through the Single Assurance Framework, over the real calendar.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)
app.command()(demo.demo)
app.command()(running.serve)
app.command()(running.worker)
app.command()(running.tick)
app.command()(people.setup)
app.add_typer(people.token_app, name="token")
app.add_typer(calendar.app, name="calendar")
app.add_typer(policy.app, name="policy")
app.add_typer(projects.app, name="project")
app.command()(planning.route)
app.command()(planning.plan)
app.add_typer(cases.app, name="case")
app.command()(cases.inbox)
app.command()(simulating.simulate)
app.command()(running.rebuild)
app.command()(running.atlas)


@app.command()
def do(
    verb: Annotated[str, typer.Argument(help="A command of the catalogue, such as appoint.")],
    about: Annotated[str, typer.Argument(help="The case, sitting or project it is about, if it is.")] = "",
    json_body: Annotated[str, typer.Option("--json-body", help="Its fields as JSON, or @FILE; sums in pence.")] = "{}",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Give any command of the catalogue by its fields."""
    from adapters.cli.giving import do as do_it

    do_it(verb, about, json_body, (db, url, token), json)


def main() -> None:
    """The console script."""
    app()
