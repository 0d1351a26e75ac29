"""What is committed: files that read in one sitting, plain names, sourced rules, and nothing of anybody's machine."""

import ast
import importlib
import inspect
import re

import pytest

from domain.rules import Rule
from tests.architecture.source import PACKAGES, ROOT, committed, dotted, modules, shown, tree

LONGEST = 400
LONGEST_LIST_OF_FACTS = 600
EMPTY_WORDS = ("Manager", "Base", "Impl", "Util", "Utils", "Helper")
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com")
DEBIAN = ("deb" + ".debian.org", "security" + ".debian.org", "crates" + ".io", "proxy" + ".golang.org")
REGISTRY = re.compile("|".join(re.escape(host) for host in HOSTS + DEBIAN).encode(), re.IGNORECASE)
MACHINE = re.compile(rb"(?<![\w.*/-])/(?:root|work|Users/\w+|home/\w+)/[\w.]")


@pytest.mark.parametrize(
    "text", [b"see " + b"/ro" + b"ot/.cache", b"'/ho" + b"me/ann/saf'", b"/wo" + b"rk/saf"], ids=[1, 2, 3]
)
def test_a_path_of_a_machine_is_seen(text: bytes) -> None:
    """A path that exists on one person's machine only is caught."""
    assert MACHINE.search(text)


@pytest.mark.parametrize("text", [b"the home/work balance", b"https://example.org/work/plan", b"workflows/ports.py"])
def test_a_path_of_the_project_is_let_through(text: bytes) -> None:
    """Relative paths and public addresses are let through."""
    assert not MACHINE.search(text)


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE], ids=["registry", "machine"])
def test_nothing_committed_names_a_registry_or_a_machine(pattern: re.Pattern[bytes]) -> None:
    """No committed file names the host of a package registry or a path of one machine."""
    found = [f"{path.relative_to(ROOT)}: {hit[0]!r}" for path in committed() if (hit := pattern.search(read(path)))]
    assert not found


def read(path) -> bytes:
    """The bytes of a file; none if it went away meanwhile."""
    return path.read_bytes() if path.exists() else b""


def test_every_pin_has_a_hash() -> None:
    """Every requirement that is installed is pinned to one version and to the hashes of its files."""
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        pins = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^ *#.*\n?", "", path.read_text(encoding="utf-8")).strip())
        assert pins
        assert not [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin], path.name


def test_files_of_the_domain_read_in_one_sitting() -> None:
    """No file of the domain is longer than 400 lines; a list of facts, which is only names, not longer than 600."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules("domain")}
    limits = {"events.py": LONGEST_LIST_OF_FACTS}
    assert not {shown(path): n for path, n in lengths.items() if n > limits.get(path.name, LONGEST)}


def test_no_name_is_empty_of_meaning() -> None:
    """No class is a Service, a Manager or a Base of something, and no module is a drawer of helpers."""
    domain = set(modules("domain"))  # where a service is a shared service of the authority
    in_domain, outside = EMPTY_WORDS, (*EMPTY_WORDS, "Service")
    classes = [
        f"{shown(path, node)} {node.name}"
        for path in modules(*PACKAGES)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith(in_domain if path in domain else outside)
    ]
    drawers = [
        shown(path) for path in modules(*PACKAGES) if path.stem in {"utils", "util", "helpers", "common", "misc"}
    ]
    assert not classes + drawers


def test_every_module_says_what_it_is_for() -> None:
    """Every module that holds code opens with a sentence."""
    assert not [shown(path) for path in modules(*PACKAGES) if tree(path).body and not ast.get_docstring(tree(path))]


def rules_of(module: object) -> list[Rule]:
    """Every rule a module holds, by itself or in a table."""
    found: list[Rule] = []
    for _, value in inspect.getmembers(module):
        held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for one in held:
            found += [rule for rule in (one if isinstance(one, tuple) else (one,)) if isinstance(rule, Rule)]
    return found


def test_every_rule_has_a_sentence_and_a_source() -> None:
    """Every rule of the domain says what must hold and where that is written."""
    found = [
        f"{dotted(path)}: {rule.name}"
        for path in modules("domain")
        for rule in rules_of(importlib.import_module(dotted(path)))
        if not (rule.name.strip() and rule.says.strip() and rule.source.strip())
    ]
    assert not found
