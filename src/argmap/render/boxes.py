"""Items with their text broken into lines and the size of the box these need.

All numbers are px; the tables are those of the look's specification. Knows nothing of places.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.content import Content, Item, Kind
from argmap.render.foot import FOOT_SIZE, MARK, ROW, FootRow, foot_rows
from argmap.render.look import Fare, Look
from argmap.render.measure import Face
from argmap.render.wrap import wrap

ARRIVAL = 16.0
"""Between two lines that end on one box."""
_MANY, _CLOSE_ARRIVAL = 8, 10.0
"""Past so many, a line that ends on a box makes it only so much higher."""
DEPARTURE = 20.0
"""Between two lines that leave one box."""
CORNER = 13.0
"""How far a line's end keeps from a corner."""


class Style(NamedTuple):
    """How a kind of box is set: text size, leading, width, padding, height beside the lines.

    `top` is from the box's edge to the first baseline, `foot` what a foot row adds.
    """

    size: float
    leading: float
    face: Face
    width: float
    side: float
    top: float
    bare: float
    foot: float
    foot_size: float


QUESTION = Style(18, 23, Face.BOLD, 228, 20, 36, 39, 13, 12)
ANSWER = Style(15.5, 20, Face.BOLD, 250, 16, 28, 26, 16, FOOT_SIZE)
CLAIM = Style(13, 17, Face.REGULAR, 236, 12, 21.5, 19, 15, FOOT_SIZE)
REFERENCE = Style(12, 15.5, Face.REGULAR, 236, 12, 18.5, 13, 0, FOOT_SIZE)
REFERENCE_LINES = 2
ARROW = 16.0
"""What the arrow of a reference takes of its first line."""
STYLES: dict[Kind, Style] = {
    "question": QUESTION,
    "answer": ANSWER,
    "main": ANSWER,
    "claim": CLAIM,
    "reference": REFERENCE,
}


class Box(NamedTuple):
    """A measured item, its text in lines and its foot in rows."""

    item: Item
    style: Style
    lines: tuple[str, ...]
    foot: tuple[FootRow, ...]
    width: float
    height: float
    content_height: float


def boxes_of(content: Content, look: Look | None = None) -> tuple[Box, ...]:
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
        )
        for at, item in enumerate(content.items)
    )


def _box(item: Item, fare: Fare | None, verdict: str, arriving: int, leaving: int) -> Box:
    style = STYLES[item.kind]
    measure = style.width - 2 * style.side
    ends = ARRIVAL * min(arriving, _MANY) + _CLOSE_ARRIVAL * max(arriving - _MANY, 0)
    needed = max(2 * CORNER - 4 + ends, 8 + DEPARTURE * leaving)
    if item.kind == "reference":
        measure -= ARROW + (0 if fare is None else MARK)
        lines = wrap(item.text, measure, style.size, style.face, REFERENCE_LINES)
        height = style.bare + style.leading * len(lines)
        return Box(item, style, lines, (), style.width, max(height, needed), height)
    lines = wrap(item.text, measure, style.size, style.face)
    words = verdict or " · ".join(item.words)
    foot = foot_rows(
        words,
        item.notes,
        fare,
        measure,
        size=style.foot_size,
        wide=style is ANSWER,
        hidden=item.hidden,
    )
    height = style.bare + style.leading * len(lines)
    if foot:
        height += style.foot + ROW * (len(foot) - 1)
    return Box(item, style, lines, foot, style.width, max(height, needed), height)
