"""Items with their text broken into lines and the size of the box these need.

All numbers are px. Knows nothing of places.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.content import Content, Item
from argmap.render.density import ROOMY, Density, Style
from argmap.render.foot import INLINE_GAP, MARK, ROW, FootRow, foot_rows, row_width
from argmap.render.look import Fare, Look
from argmap.render.wrap import Line, wrap

_MANY = 8
"""Past so many, a line that ends on a box makes it less high than the others do."""
REFERENCE_LINES = 2
ARROW = 16.0
"""What the arrow of a reference takes of its first line."""


class Box(NamedTuple):
    """A measured item, its text in lines and its foot in rows; `inline` if the one row of the foot
    stands at the end of the last line."""

    item: Item
    style: Style
    lines: tuple[Line, ...]
    foot: tuple[FootRow, ...]
    width: float
    height: float
    content_height: float
    inline: bool = False


def boxes_of(
    content: Content, look: Look | None = None, density: Density = ROOMY
) -> tuple[Box, ...]:
    """A box for every item, high enough for the lines that arrive at it and leave it."""
    arriving = [0] * len(content.items)
    leaving = [0] * len(content.items)
    for link in content.links:
        if link.kind != "undercut":
            arriving[link.target] += 1
        for premise in link.premises:
            leaving[premise] += 1
    for claims in content.contradictions:
        for claim in claims:
            arriving[claim] += 1
    return tuple(
        _box(
            item,
            None if look is None else look.fares[at],
            "" if look is None else look.verdicts[at],
            arriving[at] if item.kind != "question" else 0,
            leaving[at],
            density,
        )
        for at, item in enumerate(content.items)
    )


def _box(
    item: Item, fare: Fare | None, verdict: str, arriving: int, leaving: int, density: Density
) -> Box:
    style = density.style(item.kind)
    measure = style.width - 2 * style.side
    ends = density.arrival * min(arriving, _MANY) + density.close_arrival * max(arriving - _MANY, 0)
    needed = max(2 * density.corner - 4 + ends, 8 + density.departure * leaving)
    if item.kind == "reference":
        measure -= ARROW + (0 if fare is None else MARK)
        lines = wrap(item.text, measure, style.size, style.face, REFERENCE_LINES)
        height = style.bare + style.leading * len(lines)
        return Box(item, style, lines, (), style.width, max(height, needed), height)
    words = verdict or " · ".join(item.words)
    foot = foot_rows(
        words,
        item.notes,
        fare,
        measure,
        style,
        wide=item.kind in ("answer", "main"),
        hidden=item.hidden,
    )
    taken = 0.0
    if density.inline and len(foot) == 1 and item.kind != "question":
        taken = INLINE_GAP + row_width(foot[0], style)
    lines = wrap(item.text, measure, style.size, style.face, tail=taken)
    height = style.bare + style.leading * len(lines)
    inline = taken > 0 and lines[-1].width + taken <= measure
    if foot and not inline:
        height += style.foot + ROW * (len(foot) - 1)
    return Box(item, style, lines, foot, style.width, max(height, needed), height, inline)
