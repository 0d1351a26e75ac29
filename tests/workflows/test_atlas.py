"""The atlas says what the tables say, all of it, and what is committed is what is drawn."""

import re
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest

from adapters.imports.policy_files import read_policy
from adapters.store.codec import ALL
from domain.calendar.checks import CHECKS
from domain.calendar.key_dates import KEY_DATES
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.policy import Policy
from domain.routing.settings import SETTINGS
from domain.rules import Rule
from tests.architecture.source import ROOT, dotted, modules
from tests.architecture.test_tree import rules_of
from workflows.atlas import PAGES, pages
from workflows.atlas.assumptions import IN_FORMULAS
from workflows.atlas.drawing import WIDTH_OF_A_LETTER
from workflows.atlas.route_map import route_map, rows, sums
from workflows.commands import COMMANDS
from workflows.deadlines import DEADLINES
from workflows.rule_book import RULE_BOOK, RULES_OF

ATLAS = ROOT / "docs" / "atlas"
WEST_MIDLANDS = ROOT / "docs" / "examples" / "west-midlands" / "policy.json"
SVG = "{http://www.w3.org/2000/svg}"

DRAWN = pages()


def test_what_is_committed_is_what_is_drawn() -> None:
    """Every page of `docs/atlas` is what the tables say today, and there is no other: `make atlas` draws them again."""
    committed = {path.relative_to(ATLAS).as_posix() for path in ATLAS.rglob("*") if path.is_file()}
    assert committed == DRAWN.keys()
    differs = [name for name, text in DRAWN.items() if (ATLAS / name).read_text(encoding="utf-8") != text]
    assert not differs, "run `make atlas`"


def test_the_atlas_is_the_same_however_often_it_is_drawn() -> None:
    """Drawn twice, every page is the same."""
    assert pages() == DRAWN


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("key-dates.md", [row.name for row in KEY_DATES]),
        ("settings.md", [row.name for row in SETTINGS]),
        ("deadlines.md", [row.name for row in DEADLINES]),
        ("lint.md", [row.code for row in CHECKS]),
        ("commands.md", [row.verb for row in COMMANDS]),
        ("rules.md", [rule.name for rules in RULES_OF.values() for rule in rules]),
        ("events.md", [name for name in ALL.facts if name.partition(".")[2][0].isupper()]),
    ],
)
def test_every_row_stands_on_its_page(file: str, names: list[str]) -> None:
    """No row of a table is left out of its page."""
    missing = [
        name for name in names if f"`{name}`" not in DRAWN[file] and f"| {name.partition('.')[2]} |" not in DRAWN[file]
    ]
    assert names
    assert not missing


def test_every_rule_of_the_domain_is_in_the_rule_book() -> None:
    """A rule that a module of the domain holds stands in the rule book under some verb."""
    booked = {id(rule) for chapter in RULE_BOOK for rules in chapter.verbs.values() for rule in rules}
    says = {rule.says for chapter in RULE_BOOK for rules in chapter.verbs.values() for rule in rules}
    held: list[Rule] = [rule for path in modules("domain") for rule in rules_of(import_module(dotted(path)))]
    assert held
    assert not [rule.name for rule in held if id(rule) not in booked and rule.says not in says]


def test_every_verb_has_its_rules() -> None:
    """Every command of the catalogue can be refused by some rule; handing over everything goes case by case."""
    assert [row.verb for row in COMMANDS if not RULES_OF.get(row.verb)] == ["hand_over_all"]


def test_every_link_leads_somewhere() -> None:
    """A link of the atlas names a page of it and, after the hash, a heading of that page."""
    for file, text in DRAWN.items():
        for target, heading in re.findall(r"\]\(([\w./-]*)#?([\w-]*)\)", text):
            page = DRAWN[target or file]
            headings = [
                line.lstrip("#").strip().lower().replace(" ", "-") for line in page.splitlines() if line.startswith("#")
            ]
            assert not heading or heading in headings, f"{file}: {target}#{heading}"


def test_every_formula_that_assumes_something_exists() -> None:
    """What an assumption is held by is in the code under that name."""
    for row in IN_FORMULAS:
        module, names = row.held_by, []
        while module not in {dotted(path) for path in modules("domain", "workflows")}:
            module, _, name = module.rpartition(".")
            names.insert(0, name)
        held = import_module(module)
        for name in names:
            held = getattr(held, name)
        assert held is not None


def policies() -> list[Policy]:
    """The first policy, and another authority's."""
    return [CPCA_2024, read_policy(WEST_MIDLANDS)]


@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.id)
def test_the_map_can_be_told(policy: Policy) -> None:
    """The map has a title and says in words, for whoever cannot see it, every route and who decides it."""
    drawn = ElementTree.fromstring(route_map(policy))
    assert drawn.attrib["role"] == "img"
    assert drawn.findtext(f"{SVG}title")
    told = drawn.findtext(f"{SVG}desc") or ""
    for row in rows(policy):
        assert row.sums in told
        assert f"{policy.body(row.steps[-1].body).name} decides" in told


@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.id)
def test_the_map_stays_on_its_paper(policy: Policy) -> None:
    """No text of the map runs over its edge, in the widest of its fonts."""
    drawn = ElementTree.fromstring(route_map(policy))
    width = float(drawn.attrib["width"])
    for text in drawn.iter(f"{SVG}text"):
        wide = len(text.text or "") * float(text.attrib["font-size"]) * WIDTH_OF_A_LETTER
        left = float(text.attrib["x"]) - (wide / 2 if text.attrib.get("text-anchor") else 0)
        assert left >= 0, text.text
        assert left + wide <= width, text.text


@pytest.mark.parametrize(
    ("below", "up_to", "says"),
    [
        (None, None, "any sum"),
        (None, 999_999_99, "under £1,000,000"),
        (None, 1_000_000_00, "up to £1,000,000"),
        (999_999_99, 5_000_000_00, "£1,000,000 to £5,000,000"),
        (1_000_000_00, 5_000_000_00, "over £1,000,000 to £5,000,000"),
        (999_999_99, None, "from £1,000,000"),
        (5_000_000_00, None, "over £5,000,000"),
    ],
)
def test_a_band_says_which_sums_it_holds(below: int | None, up_to: int | None, says: str) -> None:
    """A band begins a penny above the one below it and holds its own limit, said in round sums where they are round."""
    assert sums(below, up_to) == says  # type: ignore[arg-type]


def test_every_page_says_what_it_shows() -> None:
    """The contents name every page with a sentence."""
    assert all(f"[{page.file}]({page.file}) | {page.says}" in DRAWN["README.md"] for page in PAGES)
    assert Path(ATLAS / "README.md").exists()
