"""Domain and workflows take who and when as arguments: no clock, no store, no setting, no chance."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import imports, last_name, modules, shown, tree

CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}
WORLD = {
    *("http", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "signal", "socket"),
    *("sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib"),
}
CHANCE = {"uuid1", "uuid4", "uuid6", "uuid7", "uuid8"}
OUTSIDE = {"open", "print", "input", "eval", "exec", "compile", "__import__"}


def clocks_read(parsed: ast.AST) -> list[ast.AST]:
    """Every place that asks the machine what time it is."""
    return [
        node
        for node in ast.walk(parsed)
        if isinstance(node, ast.Attribute) and (last_name(node.value), node.attr) in CLOCKS
    ]


@pytest.mark.parametrize("line", ["datetime.now(UTC)", "dt.datetime.utcnow()", "date.today()", "now = datetime.now"])
def test_a_clock_is_seen(line: str) -> None:
    """Each way of asking the machine for the time is caught."""
    assert clocks_read(ast.parse(line))


def test_a_day_that_was_handed_in_is_no_clock() -> None:
    """`asked.today` is a fact about the question, and allowed."""
    assert not clocks_read(ast.parse("asked.today"))


def test_no_clock_is_read() -> None:
    """Nothing in domain or workflows asks the machine what time it is."""
    found = [shown(path, node) for path in modules("domain", "workflows") for node in clocks_read(tree(path))]
    assert not found


def reached(path: Path, forbidden: set[str]) -> list[str]:
    """Every import of a forbidden module."""
    return [f"{shown(path, node)} imports {name}" for node, name in imports(path) if name.split(".")[0] in forbidden]


def test_the_domain_does_not_reach_outside() -> None:
    """The domain imports nothing that reads a clock, a file, a network, a setting or chance."""
    assert not [line for path in modules("domain") for line in reached(path, WORLD)]


def test_workflows_do_not_reach_outside() -> None:
    """Workflows reach the world through ports: no files, databases, sockets, chance or waiting of their own."""
    assert not [line for path in modules("workflows") for line in reached(path, WORLD - {"logging", "threading"})]


def test_nothing_inside_is_made_up() -> None:
    """Domain and workflows mint no random id, open no file, print nothing, and evaluate no text as code."""
    found = [
        f"{shown(path, node)} calls {last_name(node.func)}"
        for path in modules("domain", "workflows")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (last_name(node.func) in CHANCE or (isinstance(node.func, ast.Name) and node.func.id in OUTSIDE))
    ]
    assert not found
