"""The foot of a box: what it says below its text, in rows.

A mark and a word for how the claim fares, words of the writer (who says it, how likely it is), a
bar for its strength; the numbers of its sources stand at the other end. What does not fit beside
the rest gets rows of its own.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.density import FOOT_SIZE, Style
from argmap.render.look import WORDS, Fare
from argmap.render.measure import Face, width_of
from argmap.render.wrap import wrap

if TYPE_CHECKING:
    from argmap.semantics.evaluation import Label

ROW = 17.0
MARK = 15.0
"""What a mark takes of a row."""
GAP = 8.0
"""After words, before the bar."""
DOT, WORD_GAP = "· ", 3.5
"""Between the word of a label and the words of the writer."""
FIGURE_GAP = 7.0
CHIP_GAP = 5.0
INLINE_GAP = 9.0
"""Between the last line of a text and a row that stands beside it, at least."""
MOST_ROWS = 4
"""More rows than this the writer's words do not take."""
_CHIP_PADDING = 9.0
_TAB_PADDING = 12.0
_FIGURE = 21.0


class FootRow(NamedTuple):
    """One row: the mark of a label and its word, other words, a bar, and note indices.

    `wide` is the form that answers have, with a figure after the bar. `hidden` counts claims left
    out behind the box.
    """

    label: Label | None
    word: str
    words: str
    strength: float | None
    wide: bool
    chips: tuple[int, ...]
    hidden: int = 0


@lru_cache(maxsize=1_000)
def chip_width(note: int) -> float:
    """The width of the chip with a note's number."""
    return width_of(str(note + 1), FOOT_SIZE) + _CHIP_PADDING


def tab_width(hidden: int) -> float:
    """The width of the tab with the number of claims left out, 0 for none."""
    return hidden_width(hidden) + _TAB_PADDING if hidden else 0.0


def hidden_width(hidden: int) -> float:
    """The width of that number alone."""
    return width_of(f"+{hidden:,}", FOOT_SIZE, Face.BOLD)


@cache
def label_width(label: Label) -> float:
    """The width of the word of a label; every one but "stands" is bold."""
    return width_of(WORDS[label], FOOT_SIZE, Face.REGULAR if label == "in" else Face.BOLD)


def row_width(row: FootRow, style: Style) -> float:
    """The width of a row from its first thing to its last, in a box of a style."""
    width = 0.0
    if row.label is not None:
        width += MARK
        if row.word:
            width += label_width(row.label)
            width += WORD_GAP if row.words else GAP
    if row.words:
        width += width_of(f"{DOT}{row.words}" if row.word else row.words, style.foot_size) + GAP
    if row.strength is not None:
        width += style.bar + (FIGURE_GAP + _FIGURE if row.wide else 0.0) + GAP
    if row.hidden:
        width += tab_width(row.hidden) + CHIP_GAP
    width += sum(chip_width(note) + CHIP_GAP for note in row.chips)
    return width - (CHIP_GAP if row.chips or row.hidden else GAP)


def foot_rows(
    words: str,
    notes: tuple[int, ...],
    fare: Fare | None,
    measure: float,
    style: Style,
    *,
    wide: bool = False,
    hidden: int = 0,
) -> tuple[FootRow, ...]:
    """The rows of a foot in a measure, in a box of a style; none where there is nothing to say."""
    if fare is None and not words and not notes and not hidden:
        return ()
    word = "" if fare is None or (fare.label == "in" and not wide) else WORDS[fare.label]
    if fare is not None and not words and not notes and not hidden:
        return (FootRow(fare.label, word, "", fare.strength, wide, ()),)
    used = 0.0
    if fare is not None:
        used = MARK
        if word:
            used += label_width(fare.label) + GAP
        if fare.strength is not None:
            used += style.bar + (FIGURE_GAP + _FIGURE if wide else 0.0)
    tab = tab_width(hidden) + CHIP_GAP if hidden else 0.0
    chips = tab + sum(chip_width(note) + CHIP_GAP for note in notes)
    label = None if fare is None else fare.label
    strength = None if fare is None else fare.strength
    size = style.foot_size
    dot = width_of(DOT, size) + WORD_GAP - GAP if word and words else 0.0
    said = width_of(words, size) + GAP + dot if words else 0.0
    apart: tuple[FootRow, ...] = ()
    if words and used + said + min(chips, measure / 2) > measure:
        lines = wrap(words, measure, size, most=MOST_ROWS)
        said_apart = [line.text.removesuffix(" ·") for line in lines]
        apart = tuple([FootRow(None, "", line, None, wide, ()) for line in said_apart])
        if fare is None and not notes and not hidden:
            return apart
        words = ""
    else:
        used += said
    rows = _chip_rows(notes, measure, used + tab)
    first = FootRow(label, word, words, strength, wide, rows[0], hidden)
    more = tuple([FootRow(None, "", "", None, wide, row) for row in rows[1:]])
    return (*apart, first, *more)


def _chip_rows(notes: tuple[int, ...], measure: float, used: float) -> list[tuple[int, ...]]:
    """Notes in rows that fit the measure; the first row has to spare what else stands in it.

    Where that leaves no room at all the first row is empty.
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
    return [tuple(row) for row in rows]
