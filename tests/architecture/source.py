"""The source tree as the architecture tests read it: whatever modules exist today, and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("domain", "workflows", "adapters")
MADE = {"build", "dist", "__pycache__"}


def modules(*packages: str, named: str = "*.py") -> list[Path]:
    """Every Python file of the packages, in a fixed order."""
    return sorted(path for package in packages for path in (ROOT / package).rglob(named))


def dotted(path: Path) -> str:
    """The import name of a file: domain/case/events.py is domain.case.events."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def shown(path: Path, node: ast.AST | None = None) -> str:
    """A place to click on: the file relative to the project, and the line."""
    line = f":{getattr(node, 'lineno', 1)}" if node else ""
    return f"{path.relative_to(ROOT)}{line}"


def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def last_name(node: ast.expr) -> str:
    """The last word of a dotted name: `dt.datetime` is datetime."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every module a file imports, at the top or inside a function, each with the statement that does it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, "." * node.level + (node.module or "")


def made(folder: str) -> bool:
    """Whether a folder is filled by tools: caches, environments and the like."""
    return folder in MADE or (folder.startswith(".") and folder != ".ci") or folder.endswith(".egg-info")


def committed() -> list[Path]:
    """Every file that is, or would be, committed; without git, every file that nobody's tools made."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
    )
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not any(map(made, path.relative_to(ROOT).parts[:-1]))]
    return sorted(path for path in set(paths) if path.is_file())
