"""Gives a command of the catalogue, and says what came of it."""

import json
from pathlib import Path
from typing import Any

from adapters.cli.fields import Field, typed
from adapters.cli.reach import desk
from adapters.cli.speech import Sorry, as_json, say


def give(verb: str, given: dict[str, Any], options: list[Field]) -> None:
    """Give a command about a case from the options typed after its verb."""
    db, url, token, as_program = given["db"], given["url"], given["token"], given["json"]
    key, if_match = given["request_id"], given.get("if_match", "*")
    with desk(db, url, token) as reached:
        fields = typed(given, options, reached.case)
        answer = reached.give(verb, fields, given.get("ref", ""), if_match, key)
    as_json(answer) if as_program else say(
        f"Done: {verb} {answer.get('reference', given.get('ref', ''))}".rstrip() + "."
    )


def do(verb: str, about: str, json_body: str, where: tuple[Path, str, str], as_program: bool) -> None:
    """Give any command of the catalogue by its fields as JSON."""
    from workflows.commands import BY_VERB

    row = BY_VERB.get(verb.replace("-", "_"))
    if row is None:
        raise Sorry(f"{verb!r} is not a command: write one of {', '.join(sorted(BY_VERB))}.")
    if bool(about) != (bool(row.about) and row.verb != "draft"):
        of = f"is about a {row.about}: name it after the verb" if row.about else "is about nothing named after the verb"
        raise Sorry(f"{row.verb} {of}.")
    with desk(*where) as reached:
        answer = reached.give(row.verb, _body(json_body), about)
    as_json(answer) if as_program else say(f"Done: {row.verb} {about}".rstrip() + ".")


def _body(given: str) -> dict[str, Any]:
    text = Path(given[1:]).read_text(encoding="utf-8") if given.startswith("@") else given
    try:
        body = json.loads(text)
    except ValueError as wrong:
        raise Sorry(f"--json-body: this is not JSON ({wrong}).") from None
    if not isinstance(body, dict):
        raise Sorry("--json-body: write an object with the command's fields.")
    return body
