"""Items with their text broken into lines and the size of the box these need.

All numbers are px; the tables are those of the look's specification. Knows nothing of places.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.render.content import Content, Item, Kind
from argmap.render.measure import Face, width_of
from argmap.render.wrap import shorten, wrap

FOOT_SIZE = 10.5
CHIP_GAP = 5.0
CHIP_PADDING = 9.0
WORD_GAP = 8.0
ARRIVAL = 16.0
"""Between two lines that end on one box."""
DEPARTURE = 20.0
"""Between two lines that leave one box."""
CORNER = 13.0
"""How far a line's end keeps from a corner."""
_FOOT_ROW = 17.0


@dataclass(frozen=True, slots=True)
class Style:
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
ANSWER = Style(15.5, 20, Face.BOLD, 250, 16, 28, 26, 12, FOOT_SIZE)
CLAIM = Style(13, 17, Face.REGULAR, 236, 12, 21.5, 19, 15, FOOT_SIZE)
STYLES: dict[Kind, Style] = {
    "question": QUESTION,
    "answer": ANSWER,
    "main": ANSWER,
    "claim": CLAIM,
}


@dataclass(frozen=True, slots=True)
class Box:
    """A measured item.

    `lines` are the lines of its text, `words` the one line of words in the foot, `chips` the
    rows of note indices, the first of which shares its row with the words.
    """

    item: Item
    style: Style
    lines: tuple[str, ...]
    words: str
    chips: tuple[tuple[int, ...], ...]
    width: float
    height: float
    content_height: float


def boxes_of(content: Content) -> tuple[Box, ...]:
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
        _box(item, arriving[at] if item.kind != "question" else 0, leaving[at])
        for at, item in enumerate(content.items)
    )


def chip_width(note: int) -> float:
    """The width of the chip with a note's number."""
    return width_of(str(note + 1), FOOT_SIZE) + CHIP_PADDING


def _box(item: Item, arriving: int, leaving: int) -> Box:
    style = STYLES[item.kind]
    measure = style.width - 2 * style.side
    lines = wrap(item.text, measure, style.size, style.face)
    words = " · ".join(item.words)
    chips: tuple[tuple[int, ...], ...] = ()
    height = style.bare + style.leading * len(lines)
    if words or item.notes:
        words = shorten(words, measure, style.foot_size)
        used = width_of(words, style.foot_size) + WORD_GAP if words else 0.0
        chips = _chip_rows(item.notes, measure, used)
        height += style.foot + _FOOT_ROW * (len(chips) - 1)
    needed = max(2 * CORNER - 4 + ARRIVAL * arriving, 8 + DEPARTURE * leaving)
    return Box(item, style, lines, words, chips, style.width, max(height, needed), height)


def _chip_rows(notes: tuple[int, ...], measure: float, used: float) -> tuple[tuple[int, ...], ...]:
    """Notes in rows that fit the measure; the first row has to spare what the words use.

    Where the words leave no room at all the first row is empty.
    """
    rows: list[list[int]] = [[]]
    room = measure - used
    for note in notes:
        width = chip_width(note) + CHIP_GAP
        if width - CHIP_GAP > room:
            room = measure
            rows.append([])
        rows[-1].append(note)
        room -= width
    return tuple(map(tuple, rows))
