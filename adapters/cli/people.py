"""`saf setup` and `saf token`: who may act at all; done on the ledger's machine by whoever may open its file."""

from typing import Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, Db, Json

token_app = typer.Typer(help="Bearer tokens: they say who acts, and are kept only as hashes.", no_args_is_help=True)

Person = Annotated[str, typer.Argument(help="The person's id.")]


def setup(
    person: Annotated[str, typer.Option("--person", help="An id for the first administrator.")] = "administrator",
    name: Annotated[str, typer.Option("--name", help="Their name.")] = "Administrator",
    email: Annotated[str, typer.Option("--email", help="Their e-mail address.")] = "",
    db: Db = DEFAULT_DB,
    json: Json = False,
) -> None:
    """Make the first administrator, once, on an empty ledger, and show a token for them."""
    from adapters.cli.reach import desk

    with desk(db, begins=True) as reached:
        _show(reached.owner("set_up", {"person": person, "name": name, "email": email}), json)


@token_app.command()
def issue(person: Person, db: Db = DEFAULT_DB, json: Json = False) -> None:
    """Issue a token to a person. It is shown this once."""
    from adapters.cli.reach import desk

    with desk(db) as reached:
        _show(reached.owner("issue", {"person": person}), json)


@token_app.command()
def revoke(person: Person, db: Db = DEFAULT_DB, json: Json = False) -> None:
    """Revoke every token of a person."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, say

    with desk(db) as reached:
        done = reached.owner("revoke", {"person": person})
    if json:
        as_json(done)
    else:
        say(f"Tokens of {person} revoked: {done['revoked']}.")


def _show(issued: dict[str, Any], json: bool) -> None:
    """The token goes to stdout by itself, so that `SAF_TOKEN=$(saf setup)` works; what there is to say goes beside."""
    from adapters.cli.speech import as_json, aside

    if json:
        as_json(issued)
        return
    aside().print(f"A token for {issued['person']}, shown this once; set SAF_TOKEN to it:", markup=False)
    typer.echo(issued["token"])
