"""Attachments over HTTP: judged by their content, kept once, given back only by the case that holds them."""

import hashlib
import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from adapters.http.files import disposition, sniffed
from tests.adapters.http_door import Door

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF"


def packed(*parts: str) -> bytes:
    """A zip archive of some parts."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return held.getvalue()


def sheet() -> bytes:
    """A real workbook."""
    held = BytesIO()
    Workbook().save(held)
    return held.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")
TAKEN: list[tuple[str, bytes]] = [
    ("paper.pdf", PDF),
    ("PAPER.PDF", PDF),
    ("paper.docx", DOCX),
    ("costs.xlsx", sheet()),
    ("map.png", PNG),
    ("photo.jpg", JPG),
    ("photo.jpeg", JPG),
    ("notes.txt", "£5,000\r\nand more".encode()),
    ("costs.csv", b"year,cost\n2024,5\n"),
]
NOT_TAKEN: list[tuple[str, bytes]] = [
    ("paper.pdf", PNG),
    ("paper.pdf", b""),
    ("paper", PDF),
    ("paper.exe", b"MZ\x90\x00"),
    ("notes.txt", b"a\x00b"),
    ("notes.txt", b"\xff\xfe"),
    ("page.html", b"<script>alert(1)</script>"),
    ("map.svg", b"<svg/>"),
    ("paper.docx", packed("word/document.xml")),
    ("paper.docx", sheet()),
    ("paper.docx", packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
    ("paper.docx", DOCX[:-30]),
    ("paper.docx", b"PK\x03\x04" + b"PK\x01\x02" * 20_000),
    ("paper.zip", packed("a.txt")),
]


@pytest.fixture
def door() -> Door:
    """A small authority behind the API."""
    return Door()


def send(door: Door, case: str, name: str, content: bytes, by: str = "ann", **headers: str) -> Any:
    """Attach a file to a case."""
    path = f"/api/v1/cases/{case}/attachments"
    return door.client.post(
        path, params={"name": name}, content=content, headers={"Authorization": f"Bearer token-of-{by}"} | headers
    )


@pytest.mark.parametrize(("name", "content"), TAKEN, ids=lambda value: value if isinstance(value, str) else "")
def test_a_file_comes_back_as_it_was_sent(door: Door, name: str, content: bytes) -> None:
    """A file is found under its SHA-256, with its name and type, to be saved and never shown."""
    case = door.drafted()
    response = send(door, case, name, content)
    assert response.status_code == 201, response.text
    assert response.json()["attachment"] == hashlib.sha256(content).hexdigest()
    fetched = door.client.get(response.headers["Location"], headers={"Authorization": "Bearer token-of-ann"})
    assert fetched.content == content
    assert fetched.headers["content-type"].startswith(response.json()["media_type"])
    assert fetched.headers["content-disposition"].startswith("attachment;")
    listed = door.done(door.get(f"/cases/{case}/attachments"))["items"]
    assert [(one["name"], one["size"]) for one in listed] == [(name, len(content))]


@pytest.mark.parametrize(("name", "content"), NOT_TAKEN, ids=range(len(NOT_TAKEN)))
def test_a_file_is_judged_by_its_content_and_its_name(door: Door, name: str, content: bytes) -> None:
    """Other types, disguised ones, macros and broken archives are a 415, and nothing is kept."""
    case = door.drafted()
    assert send(door, case, name, content).status_code == 415
    assert door.house.ledger.file(hashlib.sha256(content).hexdigest()) is None


@pytest.mark.parametrize(
    "name", ["", "../x.pdf", "a\\b.pdf", "x" * 200 + ".pdf", "a\nb.pdf", ".", "a\u202efdp.exe.pdf"]
)
def test_a_name_is_the_name_of_a_file(door: Door, name: str) -> None:
    """A folder, a control character and a name that reads backwards are refused."""
    assert send(door, door.drafted(), name, PDF).status_code == 422


def test_a_file_that_is_too_large_is_a_413(door: Door) -> None:
    """Twenty million bytes are the most, said before they are read."""
    response = send(door, door.drafted(), "paper.pdf", b"x", **{"Content-Length": "20000001"})
    assert response.status_code == 413


def test_nothing_is_kept_of_a_file_that_may_not_be_attached(door: Door) -> None:
    """Somebody who does not write the case keeps no bytes in the house by trying."""
    case = door.submitted(value=40_000_000)
    assert send(door, case, "paper.pdf", PDF, by="bob").status_code == 403
    assert door.house.ledger.file(hashlib.sha256(PDF).hexdigest()) is None


def test_knowing_a_digest_opens_no_file(door: Door) -> None:
    """A file is given back only on a case that holds it, and cannot be put on another by its digest."""
    case, other = door.drafted(), door.drafted()
    digest = send(door, case, "paper.pdf", PDF).json()["attachment"]
    assert door.get(f"/cases/{other}/attachments/{digest}").status_code == 404
    assert door.get(f"/cases/{case}/attachments/{digest}", by="bob").status_code == 404
    assert door.post(f"/cases/{other}/attach", {"attachment": digest, "name": "x.pdf", "size": 1}).status_code == 404
    named = door.post(f"/cases/{other}/upload_report", {"file": digest})
    assert named.status_code == 422
    assert named.json()["errors"][0]["at"] == "#/file"


def test_what_was_taken_off_is_no_longer_given_out(door: Door) -> None:
    """A detached file is not found on the case any more."""
    case = door.drafted()
    digest = send(door, case, "paper.pdf", PDF).json()["attachment"]
    door.done(door.post(f"/cases/{case}/detach", {"attachment": digest}))
    assert door.get(f"/cases/{case}/attachments/{digest}").status_code == 404
    assert door.done(door.get(f"/cases/{case}/attachments"))["items"] == []


def test_the_same_file_twice_under_one_key_is_attached_once(door: Door) -> None:
    """A retry of an upload adds nothing; another file under the same key is a 409."""
    case, keyed = door.drafted(), {"Idempotency-Key": "k1"}
    first = send(door, case, "paper.pdf", PDF, **keyed)
    head = door.house.ledger.head()
    again = send(door, case, "paper.pdf", PDF, **keyed)
    assert (again.status_code, again.json()) == (201, first.json())
    assert door.house.ledger.head() == head
    assert send(door, case, "map.png", PNG, **keyed).status_code == 409


def test_an_upload_heeds_the_version(door: Door) -> None:
    """If-Match is heeded, and the answer carries the new version."""
    case = door.drafted()
    assert send(door, case, "paper.pdf", PDF, **{"If-Match": '"case9.report0.notice0.decision0"'}).status_code == 412
    seen = door.get(f"/cases/{case}").headers["ETag"]
    assert send(door, case, "paper.pdf", PDF, **{"If-Match": seen}).headers["ETag"] != seen


def test_a_name_in_any_script_is_offered_back() -> None:
    """The header holds a plain name for old clients and the real one for others."""
    header = disposition('Größe "neu".pdf')
    assert header.isascii()
    assert "filename*=UTF-8''Gr%C3%B6%C3%9Fe" in header


def test_text_is_told_from_what_merely_looks_like_it() -> None:
    """A byte that no text holds makes it no text, an empty file is nothing at all."""
    assert sniffed("naïve\n".encode("utf-8-sig")) == "txt"
    assert sniffed(b"") is None
    assert sniffed(b"\x1b[2J") is None
