"""How the command line speaks: answers on stdout, and on stderr, in a sentence, why there is none."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from domain.routing.kinds import Kind
    from domain.words import Pence


WIDTH_OF_A_FILE = 140
"""How wide a table is drawn where there is no terminal to fit it to."""


class Sorry(Exception):
    """The command could not do what was asked. Its message is one sentence that says what to do instead."""


def out() -> "Console":
    """Where tables go."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)


def aside() -> "Console":
    """Where progress and remarks go, so that stdout holds nothing but the answer."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def as_json(answer: Any) -> None:
    """Print an answer as JSON."""
    sys.stdout.write(json.dumps(answer, indent=2, ensure_ascii=False, default=str) + "\n")


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], caption: str = "") -> None:
    """Print a table; nothing in a cell is taken for markup, and None is shown as nothing."""
    from rich.markup import escape
    from rich.table import Table

    drawn = Table()
    for heading in headings:
        drawn.add_column(escape(heading), overflow="fold")
    for row in rows:
        drawn.add_row(*(escape(shown(cell)) for cell in row))
    console = out()
    console.print(f"[bold]{escape(title)}[/bold]")
    console.print(drawn)
    if caption:
        console.print(caption, markup=False)


def shown(cell: Any) -> str:
    """A value as a person reads it in a table."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return f"{cell:%a %d/%m/%y}"
    if isinstance(cell, list | tuple):
        return ", ".join(shown(one) for one in cell)
    if isinstance(cell, dict):
        return "; ".join(f"{key}: {shown(value)}" for key, value in cell.items())
    return str(cell)


def day_shown(iso: str | None) -> str:
    """An ISO date as officials write it, such as Mon 21/10/24; nothing for none."""
    return shown(date.fromisoformat(iso[:10])) if iso else ""


def say(sentence: str) -> None:
    """Print a sentence for people."""
    out().print(sentence, markup=False)


def progress() -> "Progress":
    """A progress bar on stderr, where that is a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=aside(), transient=True, disable=not sys.stderr.isatty())


def a_day(given: str | None, option: str) -> date | None:
    """The day an option names. Raises Sorry for what is no ISO date."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise Sorry(f"{option}: {given!r} is not a date: write it as 2024-10-21.") from None


def an_instant(given: str | None, option: str) -> datetime | None:
    """The instant an option names, in UTC: a date is the end of that day in London. Raises Sorry for anything else."""
    from domain.words import LONDON, end_of

    if given is None:
        return None
    try:
        if len(given.strip()) == 10:
            return end_of(date.fromisoformat(given.strip())) - timedelta(microseconds=1)
        at = datetime.fromisoformat(given.strip())
    except (ValueError, OverflowError):
        raise Sorry(f"{option}: {given!r} is no instant: write 2024-10-21 or 2024-10-21T10:00:00.") from None
    return (at if at.tzinfo else at.replace(tzinfo=LONDON)).astimezone(UTC)


def a_sum(given: str | None, option: str) -> "Pence | None":
    """The pence of a sum in pounds. Raises Sorry for what is no sum, or has more than two decimals."""
    from domain.words import pounds

    if given is None:
        return None
    try:
        return pounds(given)
    except ValueError as wrong:
        raise Sorry(f"{option}: {wrong}.") from None


def a_kind(given: str, option: str = "--kind") -> "Kind":
    """The kind of case an option names. Raises Sorry for any other word."""
    from domain.routing.kinds import Kind

    try:
        return Kind(given.strip().lower().replace("-", "_"))
    except ValueError:
        words = ", ".join(kind.value for kind in Kind)
        raise Sorry(f"{option}: {given!r} is not a kind of case: write one of {words}.") from None
