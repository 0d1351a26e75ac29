"""The import contracts hold, and each of them can be seen to fail."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGES, ROOT, imports, modules, shown

STRANGERS = ("case", "report", "meeting", "notice", "decision", "register")

BREAKS = [
    ("arrows", "domain/words.py", "import workflows.ports"),
    ("arrows", "workflows/ports.py", "import adapters.store"),
    ("inside-domain", "domain/words.py", "import domain.rules"),
    ("inside-domain", "domain/rules.py", "import domain.people"),
    ("inside-domain", "domain/people/__init__.py", "import domain.calendar"),
    ("inside-domain", "domain/calendar/__init__.py", "import domain.routing"),
    ("inside-domain", "domain/routing/__init__.py", "import domain.case"),
    *(
        ("inside-domain", f"domain/{one}/__init__.py", f"import domain.{other}")
        for one, other in zip(STRANGERS, (*STRANGERS[1:], STRANGERS[0]), strict=True)
    ),
    ("third-parties", "domain/words.py", "import pydantic"),
    ("third-parties", "workflows/ports.py", "import eventsourcing.persistence"),
    ("siblings", "adapters/http/__init__.py", "import adapters.store"),
    ("siblings", "adapters/imports/__init__.py", "import adapters.wiring"),
]

ALLOWED = [
    ("adapters/wiring.py", "import adapters.store, adapters.http"),
    ("adapters/cli.py", "import adapters.wiring, adapters.imports"),
    ("adapters/store/__init__.py", "import eventsourcing.persistence, workflows.ports, domain.words"),
    ("domain/case/__init__.py", "import domain.routing, domain.people, domain.calendar"),
]


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Check the import contracts of a folder in a process of its own."""
    program = "import sys; from importlinter.cli import lint_imports_command as lint; lint(sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--no-logo", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def write(file: Path, line: str) -> None:
    """Write a file of one line, in a folder that need not exist yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{line}\n", encoding="utf-8")


@pytest.fixture
def hollow(tmp_path: Path) -> Path:
    """The project's modules with nothing in them, under its own contracts."""
    names = [path.relative_to(ROOT) for path in modules(*PACKAGES)]
    for name in (*names, Path("adapters/wiring.py"), Path("adapters/cli.py")):
        if name.name != "__init__.py" and (ROOT / name.with_suffix("") / "__init__.py").exists():
            continue
        write(tmp_path / name, "")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_import_contracts_hold() -> None:
    """No module of the project imports against the arrows."""
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("contract", "file", "line"), BREAKS, ids=lambda part: part.replace("/__init__.py", ""))
def test_each_contract_can_be_broken(hollow: Path, contract: str, file: str, line: str) -> None:
    """One import against a contract, in a tree that has no other, makes that contract fail."""
    write(hollow / file, line)
    done = lint(hollow, "--contract", contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 broken" in done.stdout


def test_the_contracts_allow_what_the_house_does(hollow: Path) -> None:
    """Wiring and the command line know every adapter, adapters know third parties, a case knows its route."""
    for file, line in ALLOWED:
        write(hollow / file, line)
    done = lint(hollow)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_part_of_the_domain_must_be_given_a_place(hollow: Path) -> None:
    """A module of the domain that the contract does not name is refused until someone says where it stands."""
    write(hollow / "domain" / "elsewhere.py", "")
    assert lint(hollow, "--contract", "inside-domain").returncode == 1


@pytest.mark.parametrize(("package", "ours"), [("domain", {"domain"}), ("workflows", {"domain", "workflows"})])
def test_inner_rings_need_the_standard_library_only(package: str, ours: set[str]) -> None:
    """Whatever domain and workflows import, also inside a function, is the standard library or an inner ring."""
    known = sys.stdlib_module_names | ours
    strangers = [
        f"{shown(path, node)} imports {name}"
        for path in modules(package)
        for node, name in imports(path)
        if not name.startswith(".") and name.partition(".")[0] not in known
    ]
    assert not strangers
