"""Every feature an official could sign is run, and every step of it can fail."""

import ast
import asyncio
from pathlib import Path

import pytest
from gherkin.parser import Parser

from tests.architecture.source import ROOT, last_name, modules, shown, tree
from tests.conftest import is_async

FEATURES = ROOT / "features"
BINDERS = {"scenarios", "scenario"}


def features() -> list[Path]:
    """Every feature file of the project."""
    return sorted(FEATURES.rglob("*.feature"))


def bound(path: Path) -> set[Path]:
    """The feature files that one test module binds with `scenarios(...)`."""
    found: set[Path] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BINDERS:
            names = node.args if node.func.id == "scenarios" else node.args[:1]
            for name in names:
                assert isinstance(name, ast.Constant), f"{shown(path, name)}: name the feature file in plain words"
                place = (FEATURES / str(name.value)).resolve()
                assert place.exists(), f"{shown(path, name)}: there is no {name.value}"
                found |= set(place.rglob("*.feature")) if place.is_dir() else {place}
    return found


def test_every_feature_is_bound() -> None:
    """A feature file that no `scenarios()` names would be silent: there is none, and none is bound in two places."""
    bindings = [place for path in modules("tests") for place in bound(path)]
    assert sorted(bindings) == features()


def test_every_scenario_has_steps_and_every_outline_examples() -> None:
    """A scenario without steps, or an outline without examples, would pass by doing nothing: there is none."""
    empty = [
        f"{path.relative_to(ROOT)}: {scenario['name']}"
        for path in features()
        for scenario in scenarios_of(Parser().parse(path.read_text(encoding="utf-8"))["feature"]["children"])
        if not scenario["steps"] or not all(table["tableBody"] for table in scenario["examples"])
    ]
    assert not empty


def scenarios_of(children: list[dict]) -> list[dict]:
    """The scenarios of a feature, those under its rules included."""
    inner = [scenarios_of(child["rule"]["children"]) for child in children if "rule" in child]
    return [child["scenario"] for child in children if "scenario" in child] + [s for some in inner for s in some]


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    """What is not true is not written down, and what is written down is run."""
    words = {"skip", "skipif", "xfail", "importorskip"}
    found = [
        shown(path, node)
        for path in modules("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in words and last_name(node.value) in {"pytest", "mark"}
    ]
    assert not found


def test_every_test_says_what_is_true() -> None:
    """Every test opens with one sentence that says what is true."""
    mute = [
        shown(path, node)
        for path in modules("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert not mute


FEATURE = """
Feature: a step
  Scenario: it fails
    Given something untrue
"""
STEPS = """
from pytest_bdd import given, scenarios
scenarios("it.feature")
@given("something untrue")
{how} untrue():
    assert False
"""


@pytest.mark.parametrize(("how", "says"), [("def", "*assert False*"), ("async def", "*is `async def`*")])
def test_a_step_that_is_untrue_fails_however_it_is_written(pytester: pytest.Pytester, how: str, says: str) -> None:
    """A step that raises fails its scenario, also when it was written as `async def` and never awaited."""
    pytester.makefile(".feature", it=FEATURE)
    pytester.makepyfile(test_it=STEPS.format(how=how))
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    done = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines([says])


def test_an_async_step_is_recognised_in_disguise() -> None:
    """A coroutine function is seen through a wrapper, and a plain function that runs one is let through."""

    async def step() -> None:
        """Wait for nothing."""

    class Callable:
        async def __call__(self) -> None:
            """Wait for nothing."""

    assert is_async(step)
    assert is_async(Callable())
    assert not is_async(lambda: asyncio.run(step()))
