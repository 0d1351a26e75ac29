"""Reading published calendars: our own files, the published table as it was typed, spreadsheets, and neither."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from adapters.bank_holidays import EnglishBankHolidays, england
from adapters.imports import calendar_files
from adapters.imports.calendar_files import NotACalendar, read_boards, read_date, read_key_dates
from domain.calendar.key_dates import BY_NAME, KEY_DATES, KeyDateName
from domain.calendar.plan import plan
from domain.calendar.published import PublishedBoard, PublishedCycle, SittingKind
from domain.calendar.working_days import WorkingDays
from domain.words import CycleId, Text

YEAR = Path(__file__).resolve().parents[2] / "docs" / "examples" / "published-year"
DAYS = WorkingDays(england())
NAMES = ["cycle", *BY_NAME]
CYCLES = read_key_dates(YEAR / "key-dates.csv")

Rows = Sequence[Sequence[Any]]


def as_csv(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Rows) -> bytes:
    """Rows as the first sheet of a workbook."""
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(out)
    return out.getvalue()


def table(shown: Any = date.isoformat, headings: Sequence[Any] = NAMES, blank: Any = "n/a") -> list[list[Any]]:
    """The published year as rows, each date shown some way."""
    rows: list[list[Any]] = [list(headings)]
    for cycle in CYCLES:
        rows.append([cycle.id, *(shown(on) if (on := cycle.date(name)) else blank for name in BY_NAME)])
    return rows


def typed(on: date) -> str:
    """A date as the published table shows it."""
    return f"{on:%a %d/%m/%y}"


def as_published() -> list[list[Any]]:
    """The published year under its published headings, months by name."""
    rows = table(typed, ["MONTH", *(row.heading for row in KEY_DATES)])
    months = ["July", "August", "September", "October", "November", "December", "January", "February", "March"]
    return [rows[0], *([month, *row[1:]] for month, row in zip(months, rows[1:], strict=True))]


def test_the_published_year_has_nine_cycles_and_eight_boards() -> None:
    """The shipped files hold what the authority published, July 2024 without a committee."""
    boards = read_boards(YEAR / "board-sittings.csv")
    assert [cycle.id for cycle in CYCLES][:2] == ["2024-07", "2024-08"]
    assert (len(CYCLES), len(boards)) == (9, 8)
    assert CYCLES[0].date("committee") is None
    assert sum(len(cycle.dates) for cycle in CYCLES) == 4 + 8 * 9
    assert [board.on for board in boards if board.kind == SittingKind.EXTRAORDINARY] == [
        date(2024, 12, 13),
        date(2025, 2, 6),
    ]


@pytest.mark.parametrize(
    "content",
    [
        as_csv(table(lambda on: f"{on:%d/%m/%y}")),
        as_csv(table(lambda on: f"{on:%d/%m/%Y}")),
        as_csv(table(typed)),
        as_csv(table(lambda on: f"{on:%A}, {on:%d/%m/%Y}")),
        as_csv(table(lambda on: f"{on:%a} {on.isoformat()}")),
        as_csv(table(blank="")),
        as_csv(table(blank="N/A")),
        as_csv(table(), delimiter=";"),
        as_csv(table(), delimiter="\t"),
        as_csv(table(), encoding="utf-8-sig"),
        as_csv(as_published()),
        as_csv(as_published(), encoding="cp1252"),
        as_csv([["SAF – Key Dates"], [], *as_published()]),
        as_csv([*table(), [""] * 10, []]),
        as_xlsx(table(lambda on: on)),
        as_xlsx(table(lambda on: datetime.combine(on, time.min))),
        as_xlsx(table(typed)),
        as_xlsx(table(lambda on: on, blank=None)),
        as_xlsx([["SAF – Key Dates"], [], *as_published()]),
        as_xlsx([[None, *row] for row in table()]),
    ],
)
def test_the_same_calendar_is_read_however_it_is_written(content: bytes) -> None:
    """ISO, English and spreadsheet dates, weekdays, separators, encodings and titles all give the same cycles."""
    assert read_key_dates(content) == CYCLES


def test_a_file_is_read_from_its_path_or_its_bytes() -> None:
    """A path as text, a path, and the bytes of an upload are the same file."""
    path = YEAR / "key-dates.csv"
    assert read_key_dates(str(path)) == read_key_dates(path.read_bytes(), "key-dates.csv") == CYCLES


def test_columns_are_found_by_name_in_any_order() -> None:
    """Turning the columns round changes nothing, and a column of remarks is passed over."""
    turned = [[*reversed(row), "seen" if n else "Notes"] for n, row in enumerate(table())]
    assert [dict(cycle.dates) for cycle in read_key_dates(as_csv(turned))] == [dict(cycle.dates) for cycle in CYCLES]


def test_a_reason_beside_a_date_is_an_exception() -> None:
    """A column named after a key date and `_reason` explains its exceptions."""
    rows = [
        [*row, "draft_report_reason" if n == 0 else "Brought before Christmas" if n == 7 else ""]
        for n, row in enumerate(table())
    ]
    read = {cycle.id: cycle.exceptions for cycle in read_key_dates(as_csv(rows)) if cycle.exceptions}
    assert read == {"2025-01": ((KeyDateName("draft_report"), Text("Brought before Christmas")),)}


def test_two_cycles_of_one_month_are_told_apart() -> None:
    """Two rows that both say May are two cycles, named in the order of the file."""
    planned = plan([date(2026, 5, 11), date(2026, 5, 28)], [], DAYS)
    rows = [["Month", *BY_NAME], *(["May", *(on for _, on in cycle.dates)] for cycle in planned.cycles)]
    assert [cycle.id for cycle in read_key_dates(as_csv(rows))] == ["2026-05", "2026-05b"]
    unnamed = [row[1:] for row in rows]
    assert [cycle.id for cycle in read_key_dates(as_csv(unnamed))] == ["2026-05", "2026-05b"]


def test_a_month_names_the_panel_where_the_committee_is_in_another() -> None:
    """A row called July whose committee is on 1 August is July's."""
    row = ["July", *["n/a"] * 2, "2024-07-09", *["n/a"] * 5, "2024-08-01"]
    assert read_key_dates(as_csv([["Month", *BY_NAME], row]))[0].id == "2024-07"


def changed(row: int, column: str, cell: Any) -> list[list[Any]]:
    """The published year with one cell, counted as a spreadsheet does, put otherwise."""
    rows = table()
    rows[row - 1][NAMES.index(column)] = cell
    return rows


@pytest.mark.parametrize(
    ("rows", "where", "why"),
    [
        (changed(3, "panel", "2024-13-45"), "row 3, column D (panel)", "no such day"),
        (changed(3, "panel", "29/02/25"), "row 3, column D (panel)", "no such day"),
        (
            changed(2, "pmo_submission", "Thu 05/07/24"),
            "row 2, column B (pmo_submission)",
            "is a Friday, not a Thursday",
        ),
        (changed(10, "committee", "TBC"), "row 10, column J (committee)", "'TBC' is not a date"),
        (changed(10, "committee", "=A1+3"), "row 10, column J (committee)", "is not a date"),
        (changed(4, "draft_report", 45478), "row 4, column F (draft_report)", "'45478' is not a date"),
        (changed(4, "draft_report", "10/09/1924"), "row 4, column F (draft_report)", "not in this century"),
        (changed(5, "cycle", "Brumaire"), "row 5, column A (cycle)", "'Brumaire' is not a cycle"),
        (changed(5, "cycle", "2024-13"), "row 5, column A (cycle)", "is not a cycle"),
        (changed(5, "cycle", "2024-07"), "row 5, column A (cycle)", "stands twice"),
        (changed(2, "panel", "n/a"), "row 2, column J (committee)", "its panel or its committee"),
        (changed(1, "panel", "pannel"), "row 1, column D", "'pannel' is not a heading"),
        (changed(1, "panel", ""), "row 1, column K", "no column panel"),
        (changed(1, "panel", "committee"), "row 1, column J", "stands twice"),
        ([["once", "upon"], ["a", "time"]], "row 1, column A", "no headings of key dates"),
        ([NAMES], "row 2, column A", "nothing below"),
        ([], "row 1, column A", "no headings"),
        ([NAMES, *([f"{year}-01", *["2024-01-09"] * 9] for year in range(2000, 2501))], "row 501", "more than 500"),
    ],
)
def test_a_file_that_is_not_a_calendar_gets_one_error_with_its_place(rows: Rows, where: str, why: str) -> None:
    """The error names the row and the column as a spreadsheet does, and what is wrong there, in CSV and XLSX alike."""
    for content in (as_csv(rows), as_xlsx([[Text(cell) if cell else cell for cell in row] for row in rows])):
        if content.startswith(b"PK") and any(str(cell).startswith("=") for row in rows for cell in row):
            continue
        with pytest.raises(NotACalendar) as no:
            read_key_dates(content)
        assert str(no.value).startswith(where), str(no.value)
        assert why in str(no.value)


def test_a_formula_that_was_never_calculated_is_not_an_empty_cell() -> None:
    """A workbook written by a program holds formulas without values: saying n/a would be wrong."""
    with pytest.raises(NotACalendar, match="row 10, column J: a formula without a value"):
        read_key_dates(as_xlsx(changed(10, "committee", "=A1+3")))


def zipped(**parts: bytes) -> bytes:
    """A zip file that is no workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04 and then nothing of a workbook",
        zipped(hello=b"world"),
        zipped(bomb=b"0" * 60_000_000),
        b"cycle,panel\n" + b"x" * calendar_files.LARGEST_FILE,
        b'cycle,"panel\n',
        as_xlsx(table())[:-200],
    ],
    ids=["empty", "picture", "pdf", "broken zip", "another zip", "bomb", "huge", "open quote", "cut short"],
)
def test_files_of_other_kinds_are_refused_with_a_place(content: bytes) -> None:
    """Pictures, bombs, half files and huge ones are refused like any other file that is not a calendar."""
    for read in (read_key_dates, read_boards):
        with pytest.raises(NotACalendar, match=r"(row|line) \d+"):
            read(content, "upload")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["board"], ["2026-06-03"]], [PublishedBoard(date(2026, 6, 3))]),
        (
            [["Date", "Kind"], ["Wed 03/06/26", "Extraordinary"]],
            [PublishedBoard(date(2026, 6, 3), SittingKind.EXTRAORDINARY)],
        ),
        ([["Board Meeting", "Type"], ["03/06/2026", ""]], [PublishedBoard(date(2026, 6, 3))]),
    ],
)
def test_boards_are_read_with_or_without_their_kind(rows: Rows, expected: list[PublishedBoard]) -> None:
    """A Board without a kind is ordinary."""
    assert list(read_boards(as_csv(rows))) == list(read_boards(as_xlsx(rows))) == expected


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([["board", "kind"], ["2026-06-03", "merry"]], "row 2, column B (kind): 'merry' is not a kind of sitting"),
        ([["board"], ["2026-06-03"], ["03/06/26"]], "row 3, column A (board): Wednesday 3 June 2026 stands twice"),
        ([["board", "kind"], ["n/a", "ordinary"]], "row 2, column A (board): there is no date"),
        ([["kind"], ["ordinary"]], "row 1, column A: there are no headings of the Board"),
        ([["board", "chair"], ["2026-06-03", "Ann"]], "row 1, column B: 'chair' is not a heading"),
    ],
)
def test_a_file_that_is_not_a_list_of_boards_gets_one_error(rows: Rows, where: str) -> None:
    """The same for the Board's sittings."""
    with pytest.raises(NotACalendar) as no:
        read_boards(as_csv(rows))
    assert str(no.value).startswith(where)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d/%m/%y", "%d/%m/%Y", "%a %d/%m/%y", "%A %d/%m/%Y", "%a, %d/%m/%y"]),
)
def test_every_date_comes_back_from_every_way_of_writing_it(on: date, form: str) -> None:
    """Any day of the century, written any of the ways, is read as that day."""
    assert read_date(on.strftime(form), "here") == on


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 6))
def test_a_weekday_that_contradicts_its_date_is_never_read(on: date, n: int) -> None:
    """A wrong weekday is an error whatever the day."""
    with pytest.raises(NotACalendar, match=r"^here: .* is a "):
        read_date(f"{on + timedelta(days=n):%a} {on:%d/%m/%y}", "here")


@given(st.lists(st.dates(date(2019, 3, 1), date(2032, 12, 1)), min_size=1, max_size=5, unique=True), st.booleans())
def test_a_planned_calendar_comes_back_from_its_file(committees: list[date], workbook: bool) -> None:
    """Planned, written out as a file and read again, a calendar is the same."""
    planned = plan(committees, [], DAYS)
    rows = [NAMES, *([cycle.id, *(on for _, on in cycle.dates)] for cycle in planned.cycles)]
    assert read_key_dates(as_xlsx(rows) if workbook else as_csv(rows)) == planned.cycles


@given(st.binary(max_size=400))
def test_no_bytes_do_anything_but_fail_clearly(content: bytes) -> None:
    """Whatever is uploaded, the only error is the one that is meant."""
    for read in (read_key_dates, read_boards):
        with pytest.raises(NotACalendar):
            read(content)


def test_the_port_gives_the_bank_holidays_of_england() -> None:
    """England's holidays, not Scotland's, over all the years the product covers."""
    known = EnglishBankHolidays()()
    assert {day.year for day in known} == set(range(2018, 2033))
    assert date(2024, 8, 26) in known
    assert date(2024, 8, 5) not in known
    assert date(2024, 1, 2) not in known


def test_a_cycle_is_what_the_domain_says_it_is() -> None:
    """What is read is the domain's own type, dates in the order of the table."""
    assert CYCLES[3] == PublishedCycle(
        CycleId("2024-10"),
        (
            (KeyDateName("pmo_submission"), date(2024, 9, 9)),
            (KeyDateName("panel_agenda"), date(2024, 9, 12)),
            (KeyDateName("panel"), date(2024, 9, 19)),
            (KeyDateName("ceo_submission"), date(2024, 9, 26)),
            (KeyDateName("draft_report"), date(2024, 10, 1)),
            (KeyDateName("legal_finance_review"), date(2024, 10, 7)),
            (KeyDateName("executive_director_review"), date(2024, 10, 9)),
            (KeyDateName("agenda_publication"), date(2024, 10, 11)),
            (KeyDateName("committee"), date(2024, 10, 21)),
        ),
    )
