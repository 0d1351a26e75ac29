"""Reads a published calendar from CSV or XLSX: the key-date table and the Board's sittings."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.imports.tables import NotATable, empty, filled_rows
from domain.calendar.key_dates import BY_NAME, KEY_DATES, KeyDateName, rank
from domain.calendar.plan import free_id
from domain.calendar.predicates import CYCLE_ID
from domain.calendar.published import PublishedBoard, PublishedCycle, SittingKind
from domain.calendar.working_days import written
from domain.words import CycleId, Text

LARGEST_FILE = 2_000_000
MOST_ROWS = 500
HEADING_WITHIN = 20
"""Rows in which the headings must be found; a title may stand above them."""

NUMERIC = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{2}|\d{4})")
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ]00:00(?::00)?)?")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
NOT_APPLICABLE = ("", "n/a")
REASON = "_reason"
BOARD_COLUMNS: Mapping[str, str] = {
    **dict.fromkeys(("board", "date", "on", "sitting", "board date", "board meeting", "meeting date"), "board"),
    **dict.fromkeys(("kind", "type"), "kind"),
}
REMARKS = ("note", "notes", "comment", "comments", "remarks")


class NotACalendar(ValueError):
    """A file that cannot be read as a calendar; says where, by row and column, and what was expected."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file as a spreadsheet shows it: its number, counted from 1, and its cells."""

    number: int
    cells: Sequence[Any]

    def at(self, column: int) -> Any:
        """A cell, None beyond the end of the row."""
        return self.cells[column] if column < len(self.cells) else None


def read_key_dates(file: Path | str | bytes, filename: str = "") -> tuple[PublishedCycle, ...]:
    """The cycles of a key-date table, in the file's order. Raises NotACalendar."""
    headings, lines = _table(file, filename, _key_date_column, {str(row.name) for row in KEY_DATES}, "key dates")
    cycles: list[PublishedCycle] = []
    for line in lines:
        cycles.append(_cycle(line, headings, {cycle.id for cycle in cycles}))
    return tuple(cycles)


def read_boards(file: Path | str | bytes, filename: str = "") -> tuple[PublishedBoard, ...]:
    """The Board's sittings of a file, in its order; one without a kind is ordinary. Raises NotACalendar."""
    headings, lines = _table(file, filename, lambda text: BOARD_COLUMNS.get(_plain(text), ""), {"board"}, "the Board")
    boards: list[PublishedBoard] = []
    for line in lines:
        on = read_date(line.at(headings["board"]), _place(line, "board", headings))
        if on is None:
            raise NotACalendar(f"{_place(line, 'board', headings)}: there is no date")
        if on in (board.on for board in boards):
            raise NotACalendar(f"{_place(line, 'board', headings)}: {written(on)} stands twice")
        boards.append(PublishedBoard(on, _kind(line, headings)))
    return tuple(boards)


def read_date(cell: Any, place: str) -> datetime.date | None:
    """The date in a cell, None for n/a: ISO, dd/mm/yy, dd/mm/yyyy, any of them after a weekday, or a spreadsheet's own.

    Raises NotACalendar, opening with `place`, for anything else and for a weekday that contradicts the date.
    """
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    if isinstance(cell, datetime.date):
        return _in_range(cell, place)
    text = "" if cell is None else str(cell).strip()
    if text.casefold() in NOT_APPLICABLE:
        return None
    word, _, rest = text.replace(",", " ").partition(" ")
    weekday = _weekday(word)
    shown = rest.strip() if weekday is not None else text
    match = ISO.fullmatch(shown) or NUMERIC.fullmatch(shown)
    if match is None:
        raise NotACalendar(f"{place}: {text[:40]!r} is not a date; write 2024-07-05, 05/07/24, Fri 05/07/24 or n/a")
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    try:
        on = datetime.date(year + 2000 if len(match["year"]) == 2 else year, month, day)
    except ValueError:
        raise NotACalendar(f"{place}: there is no such day as {text[:40]!r}") from None
    if weekday is not None and on.weekday() != weekday:
        says = f"{on.day} {on:%B %Y} is a {on:%A}, not a {WEEKDAYS[weekday].capitalize()}"
        raise NotACalendar(f"{place}: {says}")
    return _in_range(on, place)


def _in_range(on: datetime.date, place: str) -> datetime.date:
    if not 2000 <= on.year <= 2099:
        raise NotACalendar(f"{place}: {on.isoformat()} is not in this century")
    return on


def _weekday(word: str) -> int | None:
    """Which weekday a word of three letters or more stands for: Fri, Thurs, Wednesday."""
    plain = word.casefold().rstrip(".")
    return next((n for n, name in enumerate(WEEKDAYS) if len(plain) >= 3 and name.startswith(plain)), None)


def _cycle(line: Line, headings: Mapping[str, int], taken: set[CycleId]) -> PublishedCycle:
    """One row of the table as a cycle."""
    dates = {name: read_date(line.at(headings[name]), _place(line, name, headings)) for name in BY_NAME}
    held = tuple((KeyDateName(name), on) for name, on in dates.items() if on)
    if dates["committee"] is None and dates["panel"] is None:
        raise NotACalendar(
            f"{_place(line, 'committee', headings)}: a cycle needs a date for its panel or its committee"
        )
    reasons = ((name, str(line.at(column) or "").strip()) for name, column in headings.items() if name.endswith(REASON))
    exceptions = tuple((KeyDateName(name.removesuffix(REASON)), Text(reason)) for name, reason in reasons if reason)
    return PublishedCycle(_cycle_id(line, headings, dates, taken), held, exceptions)


def _cycle_id(
    line: Line, headings: Mapping[str, int], dates: Mapping[str, datetime.date | None], taken: set[CycleId]
) -> CycleId:
    """The id a row names, or the one its month, committee and panel give."""
    cell = line.at(headings["cycle"]) if "cycle" in headings else None
    text = f"{cell:%Y-%m}" if isinstance(cell, datetime.date) else str(cell or "").strip()
    if CYCLE_ID.fullmatch(text):
        if text in taken:
            raise NotACalendar(f"{_place(line, 'cycle', headings)}: cycle {text} stands twice")
        return CycleId(text)
    month = _month(text)
    if text and month is None:
        raise NotACalendar(f"{_place(line, 'cycle', headings)}: {text[:40]!r} is not a cycle; write 2024-07 or July")
    sits = [on for on in (dates["committee"], dates["panel"]) if on]
    return free_id(next((on for on in sits if on.month == month), sits[0]), taken)


def _month(text: str) -> int | None:
    """Which month a name of three letters or more, with or without a year after it, stands for."""
    word = text.casefold().split(" ")[0]
    return next((n for n, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)), None)


def _kind(line: Line, headings: Mapping[str, int]) -> SittingKind:
    """Whether a row's sitting is ordinary or extraordinary."""
    text = str(line.at(headings["kind"]) or "").strip().casefold() if "kind" in headings else ""
    try:
        return SittingKind(text or "ordinary")
    except ValueError:
        place = _place(line, "kind", headings)
        raise NotACalendar(
            f"{place}: {text[:40]!r} is not a kind of sitting; write ordinary or extraordinary"
        ) from None


def _plain(text: Any) -> str:
    """A heading as it is compared: small letters, single spaces, no marks."""
    return " ".join(re.sub(r"[^a-z0-9_&]+", " ", str(text or "").casefold().replace("'", "").replace("’", "")).split())


def _key_date_column(text: Any) -> str:
    """What a heading of the key-date table stands for, by our name for it or the published one, whole or shortened."""
    plain = _plain(text)
    if plain in ("cycle", "month"):
        return "cycle"
    for row in KEY_DATES:
        short = re.split(r" \(| - ", row.heading)[0]
        if plain in (row.name, row.name.replace("_", " "), _plain(row.heading), _plain(short)):
            return row.name
        if plain == row.name + REASON:
            return plain
    return ""


def _table(
    file: Path | str | bytes, filename: str, column_of: Any, wanted: set[str], what: str
) -> tuple[dict[str, int], Iterator[Line]]:
    """Where each column stands, and the rows below the headings that are not empty."""
    lines = _lines(file, filename)
    found = ((n, line, [column_of(cell) for cell in line.cells]) for n, line in enumerate(lines[:HEADING_WITHIN]))
    best = max(found, key=lambda one: len(wanted & set(one[2])), default=None)
    if best is None or not wanted & set(best[2]):
        number = lines[0].number if lines else 1
        raise NotACalendar(
            f"row {number}, column A: there are no headings of {what}; write {', '.join(sorted(wanted, key=rank))}"
        )
    n, line, names = best
    for column, name in enumerate(names):
        _check_heading(line, column, name, names)
    for name in (row for row in (*BY_NAME, "board") if row in wanted and row not in names):
        free = max(column for column, cell in enumerate(line.cells) if not empty(cell)) + 1
        raise NotACalendar(f"row {line.number}, column {_letter(free)}: there is no column {name}")
    if not lines[n + 1 :]:
        raise NotACalendar(f"row {line.number + 1}, column A: there are headings and nothing below them")
    return {name: column for column, name in enumerate(names) if name}, iter(lines[n + 1 :])


def _check_heading(line: Line, column: int, name: str, names: Sequence[str]) -> None:
    """Refuse a heading that is not known, or stands twice."""
    text = _plain(line.at(column))
    where = f"row {line.number}, column {_letter(column)}"
    if text and not name and text not in REMARKS:
        raise NotACalendar(f"{where}: {str(line.at(column))[:40]!r} is not a heading of this table")
    if name and names.index(name) != column:
        raise NotACalendar(f"{where}: the heading {name} stands twice")


def _letter(column: int) -> str:
    """A column as a spreadsheet names it: A for 0, AA for 26."""
    return (_letter(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _place(line: Line, name: str, headings: Mapping[str, int]) -> str:
    """Where a cell stands, as a person would look for it."""
    return f"row {line.number}, column {_letter(headings[name])} ({name})"


def _lines(file: Path | str | bytes, filename: str) -> list[Line]:
    """The rows of a CSV or XLSX file that hold something, formulas as last calculated. Raises NotACalendar."""
    shown = filename or (Path(file).name if not isinstance(file, bytes) else "this file")
    content = file if isinstance(file, bytes) else _bytes_of(Path(file))
    if len(content) > LARGEST_FILE:
        raise NotACalendar(f"row 1, column A: {shown} is larger than {LARGEST_FILE:,} bytes")
    try:
        lines = [Line(number, cells) for number, cells in filled_rows(content, calculated=True)]
        _check_calculated(lines, [Line(number, cells) for number, cells in filled_rows(content)])
    except NotATable as wrong:
        place = "" if str(wrong).startswith("row ") else "row 1, column A: "
        raise NotACalendar(f"{place}{wrong}") from None
    if len(lines) > MOST_ROWS:
        raise NotACalendar(f"row {lines[MOST_ROWS].number}, column A: a calendar has no more than {MOST_ROWS} rows")
    return lines


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, one more than is allowed at the most."""
    with path.open("rb") as opened:
        return opened.read(LARGEST_FILE + 1)


def _check_calculated(lines: Sequence[Line], typed: Sequence[Line]) -> None:
    """Refuse a formula that was saved without its value: it would read as an empty cell."""
    values = {line.number: line for line in lines}
    for line in typed:
        for column, cell in enumerate(line.cells):
            held = values.get(line.number)
            if not empty(cell) and (held is None or held.at(column) is None):
                where = f"row {line.number}, column {_letter(column)}"
                raise NotACalendar(f"{where}: a formula without a value; save the workbook in a spreadsheet program")
