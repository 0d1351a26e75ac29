"""The atlas: what the tables say, as pages. They are drawn from the tables alone, and committed under `docs/atlas`."""

from collections.abc import Callable
from dataclasses import dataclass

from workflows.atlas import of_the_authority, of_the_house
from workflows.atlas.markdown import page, table


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file in `docs/atlas`, what it shows, and how it is drawn."""

    file: str
    says: str
    draw: Callable[[], str]


PAGES: tuple[Page, ...] = (
    Page(
        "routes.svg", "The map: who decides what, and who sees that it is done properly", of_the_authority.map_of_routes
    ),
    Page("routes.md", "The same as tables: bands, bodies, capacities, clearances, offices", of_the_authority.routes),
    Page("key-dates.md", "The nine key dates, who must act, and the rule that gives each", of_the_authority.key_dates),
    Page("deadlines.md", "What follows when a date has passed and nothing was done", of_the_house.deadlines),
    Page("lint.md", "What a calendar is told about itself", of_the_authority.lint),
    Page("settings.md", "Every setting and every assumption, with its source", of_the_authority.settings),
    Page("commands.md", "Every command: who gives it, and its fields", of_the_house.commands),
    Page("rules.md", "Every rule a command can be refused by, with its source", of_the_house.rules),
    Page("events.md", "Everything that can have happened, as it is stored", of_the_house.events),
)


def pages() -> dict[str, str]:
    """Every page by its path in `docs/atlas`; the same tables always give the same text."""
    return {"README.md": _contents(), **{one.file: one.draw() for one in PAGES}}


def _contents() -> str:
    return page(
        "Atlas",
        "Drawn from the product's own tables by `make atlas`, and never edited: the tests fail when a page differs "
        "from what the tables say.",
        table(("page", "what it shows"), ((f"[{one.file}]({one.file})", one.says) for one in PAGES)),
    )
