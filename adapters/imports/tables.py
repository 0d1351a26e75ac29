"""Reads the rows of a table from CSV or the first sheet of a workbook, within limits and working nothing out."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

ZIP = b"PK\x03\x04"
MOST_BYTES = 5_000_000
MOST_BYTES_UNPACKED = 50_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 60

Row = tuple[Any, ...]


class NotATable(ValueError):
    """The file holds no table that can be read, or too large a one: one sentence that says why."""


def filled_rows(source: bytes | str | Path, calculated: bool = False) -> Iterator[tuple[int, Row]]:
    """Every row that holds something, with its number counted from 1; a formula comes as its text, never as its value.

    With `calculated` it comes as the value a spreadsheet program last saved with it, None if there is none.
    Raises NotATable while it is read, or OSError for a file that cannot be opened.
    """
    content = _content(source)
    for number, row in enumerate(_sheet(content, calculated) if content.startswith(ZIP) else _csv(content), 1):
        if number > MOST_ROWS + 1:
            raise NotATable(f"row {number}: this file has more than {MOST_ROWS:,} rows")
        if len(row) > MOST_COLUMNS and not all(map(empty, row[MOST_COLUMNS:])):
            raise NotATable(f"row {number}: this row has more than {MOST_COLUMNS} columns")
        if not all(map(empty, row)):
            yield number, row


def empty(cell: Any) -> bool:
    """Whether a cell holds nothing but blanks."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _content(source: bytes | str | Path) -> bytes:
    if isinstance(source, bytes):
        content = source
    else:
        with Path(source).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NotATable(f"this file is larger than {MOST_BYTES:,} bytes")
    return content


def _csv(content: bytes) -> Iterator[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        for row in reader:
            yield tuple(row)
    except csv.Error as error:
        raise NotATable(f"line {reader.line_num}: this is not CSV ({error})") from None


def _sheet(content: bytes, calculated: bool) -> Iterator[Row]:
    number = 0
    try:
        for row in _rows_of_first_sheet(content, calculated):
            number += 1
            yield row
    except NotATable:
        raise
    except Exception as error:  # whatever a damaged workbook makes its reader raise
        where = f"row {number + 1}: " if number else ""
        raise NotATable(
            f"{where}this is neither CSV nor a workbook that can be read ({type(error).__name__})"
        ) from None


def _rows_of_first_sheet(content: bytes, calculated: bool) -> Iterable[Row]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > MOST_BYTES_UNPACKED:
        raise NotATable(f"this workbook unpacks to more than {MOST_BYTES_UNPACKED:,} bytes")
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=calculated, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    return sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1, max_row=MOST_ROWS + 2)
