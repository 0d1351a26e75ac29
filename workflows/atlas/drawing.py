"""The few strokes a map is drawn with: text, boxes, arrows, and lines broken to a width. All lengths are in pixels."""

from collections.abc import Iterable
from html import escape
from textwrap import wrap

FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
WIDTH_OF_A_LETTER = 0.57
"""Of the font's size, for the widest of those fonts: what fits here fits in all of them."""

INK, QUIET, LINE, PAPER, WHITE = "#1b2733", "#4a5866", "#b9c3cc", "#fcfcfa", "#ffffff"


def broken(words: str, width: float, size: float) -> list[str]:
    """Words as lines no wider than `width`."""
    return wrap(words, max(8, int(width / (size * WIDTH_OF_A_LETTER))))


def text(
    x: float, y: float, words: str, size: float = 13, fill: str = INK, bold: bool = False, middle: bool = False
) -> str:
    """One line of text with its base line at `y`."""
    weight = ' font-weight="700"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"{weight}{anchor}>{escape(words)}</text>'


def lines(x: float, y: float, words: Iterable[str], size: float = 13, fill: str = INK, middle: bool = False) -> str:
    """Lines of text one below the other."""
    step = size * 1.36
    return "\n".join(text(x, y + n * step, line, size, fill, middle=middle) for n, line in enumerate(words))


def box(x: float, y: float, width: float, height: float, fill: str, stroke: str = "none", round_by: float = 8) -> str:
    """A box with rounded corners."""
    at = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{round_by:g}"'
    return f'<rect {at} fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = LINE, width: float = 1, arrow: bool = False) -> str:
    """A straight line, with an arrow head at its end if asked."""
    head = ' marker-end="url(#head)"' if arrow else ""
    at = f'x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
    return f'<line {at} stroke="{stroke}" stroke-width="{width:g}"{head}/>'


def picture(width: float, height: float, title: str, described: str, strokes: Iterable[str]) -> str:
    """A whole drawing that a screen reader can tell: its title, then what it shows in words."""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-labelledby="title described" font-family="{FONT}">'
    )
    head = (
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0 0 10 5 0 10z" fill="{QUIET}"/></marker></defs>'
    )
    told = f'<title id="title">{escape(title)}</title>\n<desc id="described">{escape(described)}</desc>'
    return "\n".join((opening, told, head, box(0, 0, width, height, PAPER, round_by=14), *strokes, "</svg>")) + "\n"
