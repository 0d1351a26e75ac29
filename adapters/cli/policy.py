"""`saf policy`: which is in force, and what adopting another would have done to every case under way."""

from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.options import DEFAULT_DB, AsOf, Db, Json, Token, Url, Yes

app = typer.Typer(help="Policies: show them, preview one, adopt one.", no_args_is_help=True)

File = Annotated[str, typer.Argument(help="A policy's JSON file.")]


@app.command()
def show(
    policy: Annotated[str, typer.Argument(help="One policy; without it, all.")] = "",
    as_of: AsOf = "",
    db: Db = DEFAULT_DB,
    url: Url = "",
    token: Token = "",
    json: Json = False,
) -> None:
    """Show every policy and which is in force, or one of them whole."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, table

    with desk(db, url, token) as reached:
        found = reached.read("policy" if policy else "policies", {"policy": policy} if policy else {}, as_of)
    if json or policy:
        as_json(found)
        return
    names = ("policy", "name", "effective_from", "review_due", "in_force")
    table("Policies", [name.replace("_", " ") for name in names], ([one[name] for name in names] for one in found))


@app.command()
def preview(file: File, db: Db = DEFAULT_DB, json: Json = False) -> None:
    """Show what adopting a policy would have done to every case under way. It changes none."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json

    policy = _read(file)
    with desk(db) as reached:
        found = reached.owner("preview_policy", {"policy": policy})
    as_json(found) if json else _show(found, policy["id"])


@app.command()
def adopt(
    file: File, db: Db = DEFAULT_DB, url: Url = "", token: Token = "", yes: Yes = False, json: Json = False
) -> None:
    """Adopt a policy from its effective date on; without --yes, only show what it would have done."""
    from adapters.cli.reach import desk
    from adapters.cli.speech import as_json, say

    policy = _read(file)
    with desk(db, url, token) as reached:
        if not yes:
            found = reached.owner("preview_policy", {"policy": policy})
            as_json(found) if json else _show(found, policy["id"])
            return
        answer = reached.give("adopt_policy", {"policy": policy})
    as_json(answer) if json else say(f"{policy['id']} is adopted, in force from {policy['effective_from']}.")


def _read(file: str) -> dict[str, Any]:
    """The policy of a file, checked, in the full form the API takes."""
    from pydantic_core import to_jsonable_python

    from adapters.imports.policy_files import read_policy

    policy: dict[str, Any] = to_jsonable_python(read_policy(Path(file)))
    return policy


def _show(found: list[dict[str, Any]], policy: str) -> None:
    from adapters.cli.speech import say, table

    rows = (
        (
            one["reference"],
            one["standing"],
            one["now_decided_by"],
            one["instead_decided_by"],
            "another decider" if one["decider_differs"] else "another way" if one["differs"] else "the same",
        )
        for one in found
    )
    table(
        f"What {policy} would have done to the cases under way",
        ("case", "standing", "decided by", "would be decided by", "route"),
        rows,
    )
    say("Nothing was changed: each case keeps the policy it was submitted under.")
