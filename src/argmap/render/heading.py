"""The block above the map: title, verdicts, how much there is, what is left out.

It grows with the picture, and so does the legend: shown at the width of a page, a large map must
still say in letters that can be read what it comes to and how to read it.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.block import Block
from argmap.render.measure import Face
from argmap.render.wrap import wrap
from argmap.render.xml import is_right_to_left, text_line

_FULL_SIZE = 1_800.0
"""Up to this width (px) of a picture its heading has the sizes below."""
_LARGEST = 2.5
_SMALL = 11.5


class _Setting(NamedTuple):
    """Sizes and leadings of title, verdicts and facts, and what is taken off below the title."""

    title: float
    title_leading: float
    verdict: float
    verdict_leading: float
    small_leading: float
    under_title: float


_ROOMY = _Setting(26.0, 32.0, 14.0, 20.0, 17.0, 6.0)
_SNUG = _Setting(21.0, 25.0, 13.0, 17.0, 15.0, 4.0)
SNUG_STYLE = f".title{{font-size:{_SNUG.title:g}px}}\n.verdict{{font-size:{_SNUG.verdict:g}px}}"
"""What a style sheet says of a snug heading."""


def scale_for(width: float) -> float:
    """How much larger words are that stand around a map of a width (px)."""
    return round(min(max(1.0, width / _FULL_SIZE), _LARGEST), 2)


class _Line(NamedTuple):
    y: float
    text: str
    style: str
    width: float


def heading(
    title: str,
    verdicts: tuple[str, ...],
    facts: tuple[str, ...],
    measure: float,
    *,
    backwards: bool,
    snug: bool = False,
) -> Block:
    """The drawing of a heading in a measure.

    `backwards` sets it flush right. A `snug` one is smaller, and no wider than its lines. Nothing
    is drawn where there is neither title nor verdict.
    """
    lines: list[_Line] = []
    setting = _SNUG if snug else _ROOMY

    def put(y: float, text: str, style: str, size: float, leading: float) -> float:
        face = Face.BOLD if style == "title" else Face.REGULAR
        for part in wrap(text, measure, size, face):
            lines.append(_Line(y, part.text, style, part.width))
            y += leading
        return y

    y = setting.title
    if title:
        y = put(y, title, "title", setting.title, setting.title_leading)
    y -= setting.under_title
    for verdict in verdicts:
        y = put(y, verdict, "verdict", setting.verdict, setting.verdict_leading)
    y -= 0 if verdicts else 2
    for fact in facts:
        y = put(y, fact, "small", _SMALL, setting.small_leading)
    width = max((line.width for line in lines), default=0.0) if snug else measure
    out = [
        text_line(
            (width - line.width if backwards else 0.0, line.y),
            line.text,
            line.style,
            line.width,
            right_to_left=line.style == "title" and is_right_to_left(line.text),
        )
        for line in lines
    ]
    return Block("".join(out), width, y - setting.small_leading)
