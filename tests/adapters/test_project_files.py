"""Lists of projects approved before the framework, from CSV and XLSX."""

import io
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from adapters.imports import tables
from adapters.imports.project_files import COLUMNS, NotAProjectFile, read_projects
from domain.register.decide import register_project
from domain.register.events import ProjectRegistered
from domain.register.rules import RegisterKnown
from domain.register.state import unregistered
from domain.routing.kinds import Figures
from domain.rules import Asked
from domain.words import Hand, OfficeId, PersonId, pounds

HEADINGS = ["Project", "Title", "Programme", "Directorate", "Sponsor", "Delivery body", "Baseline", "Approved by"]
CHALK = ["chalk", "Chalk streams", "rivers", "Place", "ann", "Water, Ltd", "£420,000", "Chief Executive"]
SMALL = "project,title,baseline\n"


def as_csv(*rows: list[Any], mark: str = ",") -> bytes:
    """Rows as CSV, with quotes around every cell."""
    return "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows).encode()


def as_xlsx(*rows: list[Any]) -> bytes:
    """Rows as the first sheet of a workbook."""
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file.getvalue()


def refused(content: bytes) -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(NotAProjectFile) as wrong:
        read_projects(content)
    return str(wrong.value)


@pytest.mark.parametrize("content", [as_csv(HEADINGS, CHALK), as_xlsx(HEADINGS, CHALK)], ids=["csv", "xlsx"])
def test_a_project_is_read_alike_from_csv_and_xlsx(content: bytes) -> None:
    """Every column lands where it belongs, money in pence, and the project is marked imported."""
    (row,) = read_projects(content)
    project = row.command
    assert (row.row, project.project, project.title, project.programme) == (2, "chalk", "Chalk streams", "rivers")
    assert (project.directorate, project.sponsor, project.delivery_body) == ("Place", "ann", "Water, Ltd")
    assert (project.figures, project.approved_by) == (Figures.of(pounds(420_000)), "chief_executive")
    assert project.imported
    assert (project.manager, project.decided_on) == (None, None)


def test_what_is_read_can_be_registered() -> None:
    """A row that was read satisfies the register's own rules."""
    (row,) = read_projects(as_csv(HEADINGS, CHALK))
    by, at = Hand(PersonId("pam"), OfficeId("pmo")), datetime(2024, 10, 1, tzinfo=UTC)
    (fact,) = register_project(Asked(unregistered(), row.command, by, at, RegisterKnown()))
    assert isinstance(fact, ProjectRegistered)
    assert fact.imported


def test_the_three_sums_may_differ() -> None:
    """An empty sum is taken to be the authority's contribution, a filled one is kept."""
    content = b"project,title,baseline,total_project_cost,accumulated_commitment\na,A,100.50,200,\n"
    (row,) = read_projects(content)
    assert row.command.figures == Figures(pounds("100.50"), pounds(200), pounds("100.50"))


@pytest.mark.parametrize(
    "written",
    ["2024-10-31", "31/10/2024", "31/10/24", "Thu 31/10/24", date(2024, 10, 31), datetime.fromisoformat("2024-10-31")],
)
def test_dates_are_read_as_they_are_written(written: Any) -> None:
    """ISO, British short and long, with a day's name, and a spreadsheet's own dates."""
    content = as_xlsx(["project", "title", "baseline", "decided_on"], ["a", "A", 5, written])
    (row,) = read_projects(content)
    assert row.command.decided_on == date(2024, 10, 31)


def test_a_spreadsheets_numbers_are_sums_and_ids() -> None:
    """A whole number is an id without a point, and a fraction is pounds and pence."""
    content = as_xlsx(["project", "title", "baseline"], [42.0, 2024, 1234567.89])
    (row,) = read_projects(content)
    assert (row.command.project, row.command.title) == ("42", "2024")
    assert row.command.figures == Figures.of(pounds("1234567.89"))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_as_different_offices_write_it(mark: str) -> None:
    """Commas, semicolons and tabs; with or without a byte order mark; blank rows are passed over."""
    content = as_csv(HEADINGS, CHALK, mark=mark)
    assert read_projects(b"\xef\xbb\xbf" + content + b"\r\n\r\n") == read_projects(content)
    spaced = as_csv(HEADINGS, [""] * len(HEADINGS), CHALK, mark=mark)
    assert [row.row for row in read_projects(spaced)] == [3]


def test_an_old_code_page_is_read() -> None:
    """A pound sign saved by an old spreadsheet is still a pound sign."""
    assert read_projects((SMALL + "a,A,£5\n").encode("cp1252"))[0].command.figures == Figures.of(pounds(5))


def test_a_path_is_read(tmp_path: Path) -> None:
    """A file is read by its path as by its bytes."""
    file = tmp_path / "projects.csv"
    file.write_bytes(as_csv(HEADINGS, CHALK))
    assert read_projects(file) == read_projects(str(file)) == read_projects(file.read_bytes())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (SMALL + "a,A,lots", "row 2, column baseline: 'lots' is not a sum of money"),
        (SMALL + "a,A,1.005", "row 2, column baseline: '1.005' has more than two decimals"),
        (SMALL + "a,A,-5", "row 2, column baseline: '-5' is not a sum of money"),
        (SMALL + "a,A,NaN", "row 2, column baseline: 'NaN' is not a sum of money"),
        (SMALL + "a,A,5\nb,B,", "row 3, column baseline: this is empty"),
        (SMALL + "a,,5", "row 2, column title: this is empty"),
        (SMALL + "two words,A,5", "row 2, column project: 'two words' is not an id"),
        (SMALL + "a,A,5\n\na,B,6", "row 4, column project: 'a' is in row 2 already"),
        (SMALL + "a,A,5,6", "row 2, column 4: this cell stands under no heading"),
        (SMALL + "a,=1+1,5", "row 2, column title: this is a formula"),
        (SMALL + "a,A,=1+1", "row 2, column baseline: this is a formula"),
        (SMALL + "a,#REF!,5", "row 2, column title: the spreadsheet shows #REF! here"),
        (SMALL + f"a,{'A' * 10_001},5", "row 2, column title: this is longer than 10,000 characters"),
        ("project,title,baseline,decided_on\na,A,5,31/31/24", "row 2, column decided_on: '31/31/24' is not a date"),
        ("project,title,baseline,colour\na,A,5,red", "row 1, column colour: this is no column"),
        ("project,title,baseline,Title\na,A,5,B", "row 1, column title: this heading stands twice"),
        ("project,title\na,A", "row 1, column baseline: this column is missing"),
        (SMALL, "this file lists no projects"),
        ("", "row 1, column project: this column is missing"),
        (SMALL + 'a,"A,5', "line 2: this is not CSV"),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(content: str, says: str) -> None:
    """One clear sentence says where a file is wrong and what to write instead."""
    assert refused(content.encode()).startswith(says)


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0"])
def test_a_formula_is_never_worked_out(formula: str) -> None:
    """A cell with a formula is refused wherever it stands, and not read as its value."""
    headings = ["project", "title", "baseline"]
    assert "row 2, column title: this is a formula" in refused(as_xlsx(headings, ["a", formula, 5]))
    assert "row 2, column baseline: this is a formula" in refused(as_xlsx(headings, ["a", "A", formula]))


@pytest.mark.parametrize("value", [True, date(2024, 1, 1), 1e20, 0.001])
def test_what_is_no_sum_in_a_spreadsheet(value: Any) -> None:
    """Yes, a date, more than the world holds and a tenth of a penny are no sums of money."""
    assert "row 2, column baseline" in refused(as_xlsx(["project", "title", "baseline"], ["a", "A", value]))


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Too many bytes, rows or columns, or a workbook that unpacks to too much, are refused before they are read."""
    assert "larger than 5,000,000 bytes" in refused(b"x" * 5_000_001)
    (tmp_path / "large.csv").write_bytes(b"x" * 5_000_001)
    with pytest.raises(NotAProjectFile, match="larger than"):
        read_projects(tmp_path / "large.csv")
    rows = "".join(f"p{n},A,5\n" for n in range(5_001))
    assert "more than 5,000 rows" in refused((SMALL + rows).encode())
    assert "more than 60 columns" in refused(("x," * 61 + "x").encode())
    monkeypatch.setattr(tables, "MOST_BYTES_UNPACKED", 1_000)
    assert "unpacks to more than" in refused(as_xlsx(HEADINGS, CHALK))


def test_what_is_no_workbook_is_refused() -> None:
    """An archive that is no workbook, half a workbook and a picture each get one sentence."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.txt", "a")
    workbook = as_xlsx(HEADINGS, CHALK)
    assert "neither CSV nor a workbook" in refused(file.getvalue())
    assert "neither CSV nor a workbook" in refused(workbook[: len(workbook) // 2])
    assert refused(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: (SMALL + text).encode()))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Whatever is sent, the answer is projects or one sentence."""
    with suppress(NotAProjectFile):
        assert read_projects(content)


@given(st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_damaged_workbook_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    """Whichever bytes of a workbook are spoilt, the answer is projects or one sentence."""
    workbook = bytearray(as_xlsx(HEADINGS, CHALK))
    for place, byte in damage:
        workbook[place % len(workbook)] = byte
    with suppress(NotAProjectFile):
        assert read_projects(bytes(workbook))


def test_every_column_is_read() -> None:
    """A file that fills every column fills every part of what is asked of the register."""
    filled = {"project": "a", "programme": "p", "sponsor": "s", "manager": "m", "approved_by": "Board"}
    sums = dict.fromkeys(("baseline", "total_project_cost", "accumulated_commitment"), "5")
    dates = dict.fromkeys(("starts", "ends", "decided_on"), "2024-04-01")
    cells = [{**filled, **sums, **dates}.get(column.name, "words") for column in COLUMNS]
    (row,) = read_projects(as_csv([column.name for column in COLUMNS], cells))
    left_out = {name for name in row.command.__slots__ if not getattr(row.command, name)}
    assert left_out == {"delegated"}
