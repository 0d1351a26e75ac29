"""`saf simulate`: play a file of timed commands against an empty ledger in memory."""

from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.options import Json


def simulate(
    file: Annotated[str, typer.Argument(help="Timed commands, one JSON object a line.")] = "",
    fields: Annotated[str, typer.Option("--fields", help="Only print the fields a verb takes.")] = "",
    json: Json = False,
) -> None:
    """Play a year, a training case or a what-if, and show where every case then stands. Nothing is stored."""
    from adapters import wiring
    from adapters.cli.speech import Sorry, as_json

    if fields:
        _fields(fields, json)
        return
    if not file:
        raise Sorry("Name a file to play, or a verb with --fields VERB.")
    from adapters.imports.simulation_files import read_simulation

    answer = played(wiring.house_in_memory(), read_simulation(Path(file)))
    as_json(answer) if json else show(answer)


def played(house: Any, simulation: Any) -> dict[str, Any]:
    """What came of a simulation played against a house, with a progress bar on stderr."""
    from adapters.cli.speech import progress
    from workflows.simulation import play

    with progress() as bar:
        task = bar.add_task("Playing", total=len(simulation.orders))
        return play(house, simulation, lambda done, of: bar.update(task, completed=done, total=of))


def show(answer: dict[str, Any]) -> None:
    """Draw where the cases stand, what was refused, and what was raised."""
    from adapters.cli.speech import day_shown, say, table

    rows = (
        (
            label,
            case["kind"].replace("_", " "),
            case["standing"].replace("_", " "),
            case["cycle"],
            _steps(case["route"]),
            (case["decided_by"] or "").replace("_", " "),
            day_shown(case["decided_on"]),
            day_shown(case["took_effect_on"]),
        )
        for label, case in answer["cases"].items()
    )
    headings = ("case", "kind", "standing", "cycle", "route", "decided by", "decided", "took effect")
    table("Where each case stands", headings, rows)
    if answer["refusals"]:
        refusals = (
            (one["line"], "\n".join(f"{rule['says'].rstrip('.')} ({rule['source']})." for rule in one["rules"]))
            for one in answer["refusals"]
        )
        table("Refused, each by the rules that forbid it", ("line", "rules"), refusals)
    if answer["raised"]:
        raised = ((day_shown(one["due"]), one["to"].replace("_", " "), one["says"]) for one in answer["raised"])
        table("Raised, because a date passed", ("on", "to", "says"), raised)
    if not (answer["refusals"] or answer["raised"]):
        say("Nothing was refused, and no date passed without what was due.")


def _steps(route: list[dict[str, Any]]) -> str:
    from adapters.cli.speech import day_shown

    return "\n".join(
        f"{step['body'].replace('_', ' ')}: {(step['outcome'] or step['capacity'] + '?').replace('_', ' ')}"
        + (f", {day_shown(step['on'])}" if step["on"] else "")
        for step in route
    )


def _fields(verb: str, json: bool) -> None:
    from adapters.cli.speech import Sorry, as_json, table
    from adapters.imports.simulation_fields import fields

    try:
        found = fields(verb)
    except LookupError as wrong:
        raise Sorry(f"--fields: {wrong.args[0]}.") from None
    if json:
        as_json(found)
        return
    rows = ((one["name"], one["type"], "must" if one["required"] else "may", one["says"]) for one in found)
    table(f"What a line that does {verb} holds", ("field", "holds", "", "what it is"), rows)
