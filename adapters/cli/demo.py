"""`saf demo`: play the published year, show where each case stands, and serve it on this machine."""

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.options import DEFAULT_PORT, Json, Port

THE_YEAR = Path(__file__).resolve().parents[2] / "docs" / "examples" / "published-year" / "simulation.jsonl"


def demo(
    once: Annotated[bool, typer.Option("--once", help="End after printing, without serving.")] = False,
    port: Port = DEFAULT_PORT,
    json: Json = False,
) -> None:
    """Play the published year in memory, show where each case stands, and serve it for a look around."""
    from adapters import wiring
    from adapters.cli.simulating import played, show
    from adapters.cli.speech import as_json, say
    from adapters.imports.simulation_files import read_simulation

    house, year = wiring.house_in_memory(), read_simulation(THE_YEAR)
    answer = played(house, year)
    if json:
        as_json(answer)
    else:
        say("The key dates of 2024-25 as they were published, and cases on their way through them.")
        show(answer)
    if not once:
        begun, ended = wiring.now(), year.orders[-1].at
        _look_around(house, port, lambda: ended + (wiring.now() - begun))


def _look_around(house: Any, port: int, clock: Callable[[], datetime]) -> None:
    """Serve the house from where its year ended: its clock goes on from there."""
    from adapters import wiring
    from adapters.cli.serving import address_of, listening, serve
    from adapters.cli.speech import Sorry, aside
    from domain.people.offices import PMO

    try:
        listener = listening("127.0.0.1", port)
    except Sorry:
        listener = listening("127.0.0.1", 0)
    at = clock()
    who = house.world(at).offices.holders(PMO, at.date())[0]
    token = wiring.tokens_of(house).issue(who, at)
    url = address_of(listener)

    def ready() -> None:
        header = f'-H "Authorization: Bearer {token}"'
        lines = (
            "",
            f"The year is served at {url} for as long as this runs; Ctrl-C ends it. Look around as {who}, of the PMO:",
            f"  curl -s {header} {url}/api/v1/cases",
            f"  curl -s {header} {url}/api/v1/owed",
            f"  SAF_URL={url} SAF_TOKEN={token} saf case list",
            f"Every endpoint: {url}/docs",
        )
        for line in lines:
            aside().print(line, markup=False)

    serve(house, listener, secrets.token_urlsafe(32), ready, clock)
