"""Attachments: what a file is, by its content and never by its name alone, and which files a case holds."""

import hashlib
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import quote

from adapters.http.problems import INVALID, NOT_THIS_TYPE, Problem, Wrong, invalid
from domain.case.events import Attached, Detached
from domain.words import AttachmentId, CaseId
from workflows import streams
from workflows.ports import Ledger, NotFound
from workflows.views.plain import text
from workflows.world import World

MOST_BYTES = 20_000_000
MOST_PARTS = 10_000
A_NAME = re.compile(r"[^/\\\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,150}")
OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file that is taken, by the ending of its name."""

    ending: str
    media_type: str


SORTS: Mapping[str, Sort] = {
    sort.ending: sort
    for sort in (
        Sort("pdf", "application/pdf"),
        Sort("docx", OFFICE + "wordprocessingml.document"),
        Sort("xlsx", OFFICE + "spreadsheetml.sheet"),
        Sort("png", "image/png"),
        Sort("jpg", "image/jpeg"),
        Sort("txt", "text/plain; charset=utf-8"),
        Sort("csv", "text/csv; charset=utf-8"),
    )
}
UNKNOWN = Sort("", "application/octet-stream")
ALIKE = {"jpeg": "jpg", "csv": "txt"}
"""Endings whose content looks the same as another's."""


@dataclass(frozen=True, slots=True)
class Held:
    """A file that a case holds."""

    id: AttachmentId
    name: str
    size: int

    @property
    def sort(self) -> Sort:
        """What it was found to be when it was taken, which its name agrees with."""
        ending = ending_of(self.name)
        return SORTS.get(ending) or SORTS.get(ALIKE.get(ending, ""), UNKNOWN)


def digest(content: bytes) -> AttachmentId:
    """The id of a file: its SHA-256, so that the same file is kept once."""
    return AttachmentId(hashlib.sha256(content).hexdigest())


def ending_of(name: str) -> str:
    """The ending of a file's name, in small letters without the dot."""
    return PurePosixPath(name).suffix[1:].lower()


def file_name(name: str | None) -> str:
    """A name a file may be kept under. Raises Problem."""
    if not name or not A_NAME.fullmatch(name) or name.strip(" .") != name:
        raise invalid("name", "write the file's name, such as costs.xlsx: at most 150 characters, no folder")
    return name


def insist_taken(name: str, content: bytes) -> None:
    """Raise Problem unless the content is of a sort that is taken, and the name's ending says so too."""
    wanted = ALIKE.get(ending_of(name), ending_of(name))
    found = sniffed(content)
    if found is None or found != wanted:
        says = f"the content is {found}" if found else "the content is none of them"
        raise Problem(NOT_THIS_TYPE, f"a file is a {', '.join(SORTS)} and its name ends so; of {name!r} {says}")


def sniffed(content: bytes) -> str | None:
    """Which sort of file the content is, by its first bytes and its parts; None for one that is not taken."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    return "txt" if content and _is_text(content) else None


def _office(content: bytes) -> str | None:
    if content.count(b"PK\x01\x02") > MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return None
    macros = any(part.lower().endswith(("vbaproject.bin", ".exe", ".dll", ".js")) for part in parts)
    if macros or "[Content_Types].xml" not in parts:
        return None
    return "docx" if "word/document.xml" in parts else "xlsx" if "xl/workbook.xml" in parts else None


def _is_text(content: bytes) -> bool:
    try:
        letters = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", letters)


def held_by(ledger: Ledger, case: CaseId) -> dict[AttachmentId, Held]:
    """The files a case holds, by their id, in the order in which they were attached."""
    found: dict[AttachmentId, Held] = {}
    for recorded in ledger.stream(streams.case_stream(case)):
        match recorded.fact:
            case Attached(attachment=id, name=name, size=size):
                found[id] = Held(id, text(name, ledger) or "erased", size)
            case Detached(attachment=id):
                found.pop(id, None)
    return found


def held(ledger: Ledger, case: CaseId, id: str) -> tuple[Held, bytes]:
    """A file of a case, and its content. Raises NotFound unless this very case holds it."""
    file = held_by(ledger, case).get(AttachmentId(id))
    content = ledger.file(id) if file else None
    if file is None or content is None:
        raise NotFound("there is no such file on this case")
    return file, content


def insist_attached(world: World, case: CaseId, file: AttachmentId) -> None:
    """Raise Problem unless the case holds the file that a command names."""
    if file not in held_by(world.ledger, case):
        says = "attach the file to the case first, and name it by the id that was answered"
        raise Problem(INVALID, says, (Wrong("#/file", says),))


def disposition(name: str) -> str:
    """A file is always offered to be saved, never shown within our own address."""
    plain = re.sub(r"[^A-Za-z0-9 ._-]", "_", name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
