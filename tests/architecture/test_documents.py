"""The documents lead where they say: every link, every file they name, and every decision in its list."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

DOCUMENTS = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")))
DECISIONS = ROOT / "docs" / "decisions"
NAMED = re.compile(r"`((?:domain|workflows|adapters|tests|features|docs|requirements)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#[\w-]*)?\)")


def shown(path: Path) -> str:
    """A document as the project names it."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_every_link_leads_to_a_file(document: Path) -> None:
    """A link of a document leads to a file or folder of the project."""
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert not [link for link in links if link and not (document.parent / link).exists()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_every_file_that_is_named_exists(document: Path) -> None:
    """A file or folder that a document names in code letters is there."""
    named = NAMED.findall(document.read_text(encoding="utf-8"))
    assert not [name for name in named if not (ROOT / name).exists()]


def test_every_decision_is_listed() -> None:
    """The list of decisions names every record once, in order."""
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in DECISIONS.glob("0*.md"))


@pytest.mark.parametrize("record", sorted(DECISIONS.glob("0*.md")), ids=lambda path: path.stem)
def test_every_decision_keeps_what_was_not_chosen(record: Path) -> None:
    """A record says what was decided, why, what was not chosen and what it costs."""
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {record.name[:4]} · ")
    assert not [part for part in ("**Decided.**", "**Why.**", "**Not chosen", "**Price.**") if part not in text]
