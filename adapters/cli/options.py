"""The options that many commands share."""

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Db = Annotated[
    Path,
    typer.Option("--db", envvar="SAF_DB", help="The ledger's file.", show_default=True),
]
Url = Annotated[
    str,
    typer.Option("--url", envvar="SAF_URL", help="A server to ask instead of a file, such as http://127.0.0.1:8080."),
]
Token = Annotated[
    str,
    typer.Option("--token", envvar="SAF_TOKEN", help="Who acts: a token of `saf token issue`.", show_default=False),
]
Port = Annotated[int, typer.Option("--port", help="The port to listen on; 0 picks a free one.")]
AsOf = Annotated[str, typer.Option("--as-of", help="What the ledger knew then: a date or an instant.")]
Yes = Annotated[bool, typer.Option("--yes", help="Confirm: without it the consequences are only shown.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it goes on the record.")]

DEFAULT_DB = Path("saf.sqlite")
DEFAULT_PORT = 8080
