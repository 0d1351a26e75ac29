"""Reads projects approved before the framework from CSV or XLSX: all of them, or one error with row and column."""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from adapters.imports.tables import NotATable, Row, empty, filled_rows
from domain.register.commands import RegisterProject
from domain.register.events import ProgrammeId
from domain.routing.kinds import Figures
from domain.words import BodyId, Pence, PersonId, ProjectId, Text, pounds

MOST_CHARACTERS = 10_000
DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%a %d/%m/%y", "%a %d/%m/%Y")
FAULTS = {"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class NotAProjectFile(ValueError):
    """The file does not list projects: one sentence that names the row and the column and says what to write."""


class _Wrong(ValueError):
    """One cell does not hold what its column holds."""


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project as a file lists it: its row, counted from 1 with the headings, and what is asked of the register."""

    row: int
    command: RegisterProject


def _text(cell: Any) -> Text:
    if isinstance(cell, datetime | date):
        return Text(cell.isoformat()[:10])
    if isinstance(cell, float) and cell.is_integer():
        return Text(str(int(cell)))
    text = str(cell).strip()
    if text.startswith("=") or not isinstance(cell, str | int | float | clock):
        raise _Wrong("this is a formula, which is never worked out: write its value")
    if text in FAULTS:
        raise _Wrong(f"the spreadsheet shows {text} here: write a value")
    if len(text) > MOST_CHARACTERS:
        raise _Wrong(f"this is longer than {MOST_CHARACTERS:,} characters")
    if "\0" in text:
        raise _Wrong("this is not text")
    return Text(text)


def _id(cell: Any) -> str:
    text = _text(cell)
    if not ID.fullmatch(text):
        raise _Wrong(f"{text[:40]!r} is not an id: write letters, digits, hyphens and dots without spaces")
    return text


def _body(cell: Any) -> BodyId:
    return BodyId(_id(_heading(_text(cell))))


def _sum(cell: Any) -> Pence:
    if isinstance(cell, bool | datetime | date):
        raise _Wrong(f"{cell} is not a sum of money: write pounds, such as 999999.99")
    try:
        return pounds(_text(cell) if isinstance(cell, str) else cell)
    except _Wrong:
        raise
    except ValueError as error:
        raise _Wrong(str(error)) from None


def _date(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    text = _text(cell)
    for form in DATE_FORMS:
        try:
            return date(*time.strptime(text, form)[:3])
        except ValueError:
            continue
    raise _Wrong(f"{text[:40]!r} is not a date: write 2024-10-31 or 31/10/2024")


@dataclass(frozen=True, slots=True)
class Column:
    """A column a file may have, what its cells are read as, and whether every row must fill it."""

    name: str
    read: Callable[[Any], Any]
    needed: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("project", _id, needed=True),
    Column("title", _text, needed=True),
    Column("programme", _id),
    Column("directorate", _text),
    Column("sponsor", _id),
    Column("manager", _id),
    Column("delivery_body", _text),
    Column("funding", _text),
    Column("entry_line", _text),
    Column("baseline", _sum, needed=True),
    Column("total_project_cost", _sum),
    Column("accumulated_commitment", _sum),
    Column("starts", _date),
    Column("ends", _date),
    Column("benefits", _text),
    Column("tolerances", _text),
    Column("approved_by", _body),
    Column("decided_on", _date),
)
"""`baseline` is the authority's contribution in pounds, and the other two sums are taken to be the same when empty."""


def read_projects(source: bytes | str | Path) -> tuple[ProjectRow, ...]:
    """Every project a CSV or XLSX file lists, each to be registered as imported.

    Raises NotAProjectFile for the first thing that is wrong, or OSError for a file that cannot be opened.
    """
    try:
        return _projects(filled_rows(source))
    except NotATable as wrong:
        raise NotAProjectFile(str(wrong)) from None


def _projects(rows: Iterator[tuple[int, Row]]) -> tuple[ProjectRow, ...]:
    number, headings = next(rows, (1, ()))
    columns = _columns(number, headings)
    found: dict[str, ProjectRow] = {}
    for number, row in rows:
        project = _project(number, columns, row)
        if earlier := found.get(project.command.project):
            raise _error(number, "project", f"{project.command.project!r} is in row {earlier.row} already")
        found[project.command.project] = project
    if not found:
        raise NotAProjectFile("this file lists no projects: there is no row below its headings")
    return tuple(found.values())


def _project(number: int, columns: tuple[Column | None, ...], row: Row) -> ProjectRow:
    cells = _cells(number, columns, row)
    contribution: Pence = cells["baseline"]
    figures = Figures(
        contribution,
        cells.get("total_project_cost", contribution),
        cells.get("accumulated_commitment", contribution),
    )
    return ProjectRow(
        number,
        RegisterProject(
            ProjectId(cells["project"]),
            cells["title"],
            programme=_optional(ProgrammeId, cells, "programme"),
            directorate=cells.get("directorate", Text("")),
            sponsor=_optional(PersonId, cells, "sponsor"),
            manager=_optional(PersonId, cells, "manager"),
            delivery_body=cells.get("delivery_body", Text("")),
            funding=cells.get("funding", Text("")),
            entry_line=cells.get("entry_line", Text("")),
            figures=figures,
            starts=cells.get("starts"),
            ends=cells.get("ends"),
            benefits=cells.get("benefits", Text("")),
            tolerances=cells.get("tolerances", Text("")),
            approved_by=cells.get("approved_by"),
            decided_on=cells.get("decided_on"),
            imported=True,
        ),
    )


def _optional(kind: Callable[[str], Any], cells: Mapping[str, Any], name: str) -> Any:
    return kind(cells[name]) if name in cells else None


def _cells(number: int, columns: tuple[Column | None, ...], row: Row) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for place, cell in enumerate(row):
        if empty(cell):
            continue
        column = columns[place] if place < len(columns) else None
        if column is None:
            raise _error(number, f"{place + 1}", "this cell stands under no heading")
        try:
            cells[column.name] = column.read(cell)
        except _Wrong as wrong:
            raise _error(number, column.name, str(wrong)) from None
    for column in COLUMNS:
        if column.needed and column.name not in cells:
            raise _error(number, column.name, "this is empty, and every project has one")
    return cells


def _columns(number: int, headings: Row) -> tuple[Column | None, ...]:
    by_name = {column.name: column for column in COLUMNS}
    columns: list[Column | None] = []
    for heading in headings:
        name = "" if empty(heading) else _heading(str(heading))
        if name and name not in by_name:
            may_be = ", ".join(by_name)
            raise _error(number, _shown(heading), f"this is no column of a list of projects: write {may_be}")
        if name and by_name[name] in columns:
            raise _error(number, name, "this heading stands twice")
        columns.append(by_name.get(name))
    for column in COLUMNS:
        if column.needed and column not in columns:
            raise _error(number, column.name, "this column is missing, so the file does not list projects")
    return tuple(columns)


def _heading(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")


def _shown(heading: Any) -> str:
    return "".join(letter for letter in str(heading).strip()[:40] if letter.isprintable())


def _error(row: int, column: str, says: str) -> NotAProjectFile:
    return NotAProjectFile(f"row {row}, column {column}: {says}")
