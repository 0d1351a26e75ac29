"""Draws the verbs of the command line from the catalogue of commands, each when it is asked for."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from adapters.cli.options import DEFAULT_DB, Db, Json, Token, Url

KeyOption = Annotated[str, typer.Option("--request-id", help="The same id asks for the same thing only once.")]
IfMatch = Annotated[str, typer.Option("--if-match", help="The ETag of what is replaced; * replaces whatever stands.")]


class OfCases(TyperGroup):
    """The verbs written by hand, and after them every command of the catalogue that is about a case."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the verbs."""
        from workflows.commands import COMMANDS

        by_hand = super().list_commands(ctx)
        return [*by_hand, *(row.verb for row in COMMANDS if row.about == "case" and row.verb not in by_hand)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A verb, with hyphens or underscores."""
        from workflows.commands import BY_VERB

        name = cmd_name.replace("-", "_")
        by_hand = super().get_command(ctx, name)
        row = BY_VERB.get(name)
        if by_hand is not None or row is None or row.about != "case":
            return by_hand
        return command_of(name)


def command_of(verb: str) -> Any:
    """The verb of a command, with an option for each of its fields."""
    from workflows.commands import BY_VERB

    drawn = typer.Typer(add_completion=False)
    drawn.command(verb, help=f"{BY_VERB[verb].says}.")(_function(verb))
    return typer.main.get_command(drawn)


def _function(verb: str) -> Callable[..., None]:
    from adapters.cli.fields import fields
    from workflows.commands import BY_VERB

    row = BY_VERB[verb]
    options = fields(row.shape, "case")

    def give(**given: Any) -> None:
        from adapters.cli.giving import give as give_it

        give_it(verb, given, options)

    parameters = [_option(field.name, field.hint, field.needed, field.several, field.says) for field in options]
    beside: list[tuple[str, Any, Any]] = [
        ("db", Db, DEFAULT_DB),
        ("url", Url, ""),
        ("token", Token, ""),
        ("json", Json, False),
        ("request_id", KeyOption, ""),
    ]
    if row.replaces:
        beside.append(("if_match", IfMatch, "*"))
    parameters += [_keyword(*one) for one in beside]
    if verb != "draft":
        reference = Annotated[str, typer.Argument(metavar="REF", help="The case: its reference or its id.")]
        parameters.insert(0, _keyword("ref", reference, inspect.Parameter.empty))
    give.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    give.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return give


def _option(name: str, hint: Any, needed: bool, several: bool, says: str) -> inspect.Parameter:
    flag = f"--{name.replace('_', '-')}"
    if hint is bool:
        return _keyword(name, Annotated[bool | None, typer.Option(f"{flag}/--no-{flag[2:]}", help=says)], None)
    held: Any = int if hint is int else str
    held = list[held] if several else held
    if needed:
        return _keyword(name, Annotated[held, typer.Option(flag, help=says)], inspect.Parameter.empty)
    return _keyword(name, Annotated[held | None, typer.Option(flag, help=says)], None)


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
