"""The map of a policy: who acts on which case, in which capacity, who decides, and who watches over it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.decision.state import is_callable
from domain.routing.bodies import Body, Quorum, Sort
from domain.routing.kinds import Capacity, Kind
from domain.routing.policy import Band, Policy, Step
from domain.words import Pence, in_pounds
from workflows.atlas.drawing import INK, LINE, QUIET, WHITE, box, broken, line, lines, picture, text
from workflows.atlas.markdown import office, spaced
from workflows.atlas.oversight import Watch, watches

EDGE, LABEL, COLUMN, CHIP = 36, 214, 204, 168
TOP, BODIES, HEAD, ROW, BELOW = 112, 30, 192, 112, 46
BOX_LINES = 15.0

OFFICERS, MEMBERS = ("#eaf1f6", "#1f4e6b"), ("#f5eef6", "#67306f")
"""For officers and for members: the ground a column stands on, and the colour of who decides."""

SORTS = {Sort.OFFICE: "one office", Sort.OFFICERS_JOINTLY: "officers jointly", Sort.MEMBERS: "members"}
ACTS = {
    Capacity.TRIAGE: "triages",
    Capacity.RECOMMEND: "recommends",
    Capacity.COMMENT: "comments",
    Capacity.NOTE: "notes",
    Capacity.DECIDE: "DECIDES",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the map: the kinds of case that go one way, between which sums, and the way."""

    kinds: tuple[Kind, ...]
    sums: str
    steps: tuple[Step, ...]


def rows(policy: Policy) -> tuple[Row, ...]:
    """The bands of a policy; kinds whose bands are alike share their rows."""
    ways = {kind: tuple((band.up_to, band.steps) for band in policy.rows(kind)) for kind in Kind}
    found = []
    for way in dict.fromkeys(way for way in ways.values() if way):
        kinds = tuple(kind for kind in Kind if ways[kind] == way)
        below: Pence | None = None
        for up_to, steps in way:
            found.append(Row(kinds, sums(below, up_to), steps))
            below = up_to
    return tuple(found)


def sums(below: Pence | None, up_to: Pence | None) -> str:
    """The sums of a band in words: it begins a penny above the band below it, and holds its own limit."""
    start = None if below is None else Pence(below + 1)
    from_whole = start is not None and start % 100 == 0
    if up_to is None:
        return "any sum" if below is None else f"from {in_pounds(start)}" if from_whole and start else _over(below)
    to = in_pounds(up_to)
    if start is None:
        return f"under {in_pounds(Pence(up_to + 1))}" if (up_to + 1) % 100 == 0 else f"up to {to}"
    return f"{in_pounds(start)} to {to}" if from_whole else f"{_over(below)} to {to}"


def _over(below: Pence | None) -> str:
    return f"over {in_pounds(below)}" if below is not None else ""


def band_sums(policy: Policy, band: Band) -> str:
    """The sums of one band of a policy, in words."""
    bands = tuple(policy.rows(band.kind))
    at = bands.index(band)
    return sums(bands[at - 1].up_to if at else None, band.up_to)


def route_map(policy: Policy) -> str:
    """The map as SVG."""
    width = 2 * EDGE + LABEL + COLUMN * len(policy.bodies)
    grid = rows(policy)
    below = TOP + BODIES + HEAD + ROW * len(grid)
    boxes, height = _boxes(watches(policy), below + BELOW, width)
    strokes = (*_title(policy), *_columns(policy, below), *_rows(policy, grid, width), *boxes)
    return picture(width, height + EDGE, f"Who decides what: {policy.name}", described(policy), strokes)


def described(policy: Policy) -> str:
    """The map in words, for whoever cannot see it."""
    told = [
        f"{_kinds(row)}, {row.sums}: "
        + "; ".join(f"{policy.body(step.body).name} {ACTS[step.capacity].lower()}" for step in row.steps)
        for row in rows(policy)
    ]
    seen = [f"{watch.headline}: {' '.join(watch.says)}" for watch in watches(policy)]
    return ". ".join((*told, *seen))


def _title(policy: Policy) -> Iterator[str]:
    yield text(EDGE, 52, "Who decides what, and who sees that it is done properly", 25, bold=True)
    adopted = f"adopted by the {policy.adopted_by} on {_day(policy.adopted_on)}"
    runs = f"in force from {_day(policy.effective_from)}, next review due {_day(policy.review_due)}"
    yield text(EDGE, 78, f"{policy.name} · {adopted} · {runs}", 13.5, QUIET)
    yield text(EDGE, 98, f"Routed on the {spaced(policy.basis)} · read each row from left to right", 13.5, QUIET)


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _colours(body: Body) -> tuple[str, str]:
    return MEMBERS if body.sort is Sort.MEMBERS else OFFICERS


def _left(column: int) -> float:
    return EDGE + LABEL + COLUMN * column


def _columns(policy: Policy, below: float) -> Iterator[str]:
    for start, end in _runs(policy):
        ground, deep = _colours(policy.bodies[start])
        members = policy.bodies[start].sort is Sort.MEMBERS
        wide = COLUMN * (end - start) - 8
        yield box(_left(start) + 4, TOP, wide, below - TOP, ground, round_by=10)
        words = "MEMBERS: POLITICAL OVERSIGHT" if members else "OFFICERS"
        yield text(_left(start) + 4 + wide / 2, TOP + 22, words, 12.5, deep, bold=True, middle=True)
    for column, body in enumerate(policy.bodies):
        yield from _head(body, _left(column))


def _runs(policy: Policy) -> Iterator[tuple[int, int]]:
    """Neighbouring columns that are all officers, or all members."""
    grounds = [_colours(body) for body in policy.bodies]
    starts = [n for n, ground in enumerate(grounds) if n == 0 or ground != grounds[n - 1]]
    yield from zip(starts, (*starts[1:], len(grounds)), strict=True)


def _head(body: Body, x: float) -> Iterator[str]:
    middle, y = x + COLUMN / 2, TOP + BODIES + 24
    for name in broken(body.name, CHIP, 16):
        yield text(middle, y, name, 16, bold=True, middle=True)
        y += 20
    yield lines(middle, max(y, TOP + BODIES + 64) + 4, _about(body), 11.5, QUIET, middle=True)


def _about(body: Body) -> list[str]:
    said = [SORTS[body.sort], f"key date: {spaced(body.acts_by)}"]
    if str(body.id) != body.recorded_by:
        said.append(f"recorded by {office(body.recorded_by)}")
    if body.quorum:
        said.append(quorum(body.quorum))
    if body.vote:
        said.append(f"vote: {spaced(body.vote.name)}")
    return [piece for words in said for piece in broken(words, COLUMN - 20, 11.5)]


def quorum(needed: Quorum) -> str:
    """A quorum in words: how many, of whom, and who must be there."""
    classes = ", ".join(f"{number} {spaced(membership)}" for membership, number in needed.of_whom)
    must = " or ".join(spaced(one) for one in needed.must_include)
    of_whom = f", {classes} among them" if classes else ""
    return f"quorum {needed.at_least}{of_whom}{f', with the {must}' if must else ''}"


def _kinds(row: Row) -> str:
    names = [spaced(kind) for kind in row.kinds]
    return " or ".join(names).capitalize()


def _rows(policy: Policy, grid: tuple[Row, ...], width: float) -> Iterator[str]:
    columns = {body.id: n for n, body in enumerate(policy.bodies)}
    for n, row in enumerate(grid):
        y = TOP + BODIES + HEAD + ROW * n
        yield line(EDGE, y, width - EDGE - 4, y)
        kinds = broken(_kinds(row), LABEL - 24, 15)
        yield from (text(EDGE, y + 40 + 20 * k, words, 15, bold=True) for k, words in enumerate(kinds))
        yield lines(EDGE, y + 40 + 20 * len(kinds), broken(row.sums, LABEL - 24, 13.5), 13.5, QUIET)
        places = [_left(columns[step.body]) + (COLUMN - CHIP) / 2 for step in row.steps]
        for here, there in pairwise(places):
            yield line(here + CHIP, y + 44, there - 3, y + 44, QUIET, 2, arrow=True)
        for step, x in zip(row.steps, places, strict=True):
            yield from _chip(policy, step, x, y + 22)


def _chip(policy: Policy, step: Step, x: float, y: float) -> Iterator[str]:
    body = policy.body(step.body)
    decides = step.capacity is Capacity.DECIDE
    deep = _colours(body)[1]
    yield box(x, y, CHIP, 44, deep if decides else WHITE, deep, round_by=22)
    yield text(x + CHIP / 2, y + 28, ACTS[step.capacity], 15, WHITE if decides else INK, decides, middle=True)
    if decides:
        yield text(x + CHIP / 2, y + 64, callable_when(body, policy), 11.5, deep, middle=True)


def callable_when(body: Body, policy: Policy) -> str:
    """Whether scrutiny may call in what this body decides."""
    if is_callable(body.sort, False, policy.settings):
        return "may be called in"
    return "may be called in when key" if is_callable(body.sort, True, policy.settings) else "not called in"


def _boxes(seen: tuple[Watch, ...], y: float, width: float) -> tuple[list[str], float]:
    """Who watches over the routes, three boxes abreast; and where the last row of them ends."""
    across, gap = 3, 14
    wide = (width - 2 * EDGE - gap * (across - 1)) / across
    strokes = [text(EDGE, y - 16, "On every route", 16, bold=True)]
    for first in range(0, len(seen), across):
        abreast = [(watch, _said(watch, wide)) for watch in seen[first : first + across]]
        tall = 48 + max(len(said) for _, said in abreast) * BOX_LINES * 1.2
        for n, (watch, said) in enumerate(abreast):
            x = EDGE + n * (wide + gap)
            strokes.append(box(x, y, wide, tall, WHITE, LINE))
            strokes.append(text(x + 16, y + 27, watch.headline, 14, bold=True))
            strokes.append(lines(x + 16, y + 49, said, 12.5, INK))
        y += tall + gap
    return strokes, y - gap


def _said(watch: Watch, wide: float) -> list[str]:
    return [piece for words in watch.says for piece in broken(words, wide - 30, 12.5)]
