"""The block above the map: title, verdicts, how much there is, what is left out.

It grows with the picture, and so does the legend: shown at the width of a page, a large map must
still say in letters that can be read what it comes to and how to read it.
"""

from __future__ import annotations

from argmap.render.measure import Face, width_of
from argmap.render.wrap import shorten, wrap
from argmap.render.xml import is_right_to_left, number, text_line

_FULL_SIZE = 1_800.0
"""Up to this width (px) of a picture its heading has the sizes below."""
_LARGEST = 2.5
_TITLE, _TITLE_LEADING = 26.0, 32.0
_VERDICT, _VERDICT_LEADING = 14.0, 20.0
_SMALL, _SMALL_LEADING = 11.5, 17.0
_UNDER_TITLE = 6.0
_BELOW = 32.0


def scale_for(width: float) -> float:
    """How much larger words are that stand around a map of a width (px)."""
    return round(min(max(1.0, width / _FULL_SIZE), _LARGEST), 2)


def heading(
    title: str,
    verdicts: tuple[str, ...],
    facts: tuple[str, ...],
    left: float,
    top: float,
    width: float,
    *,
    backwards: bool,
) -> tuple[str, float]:
    """The drawing of a heading at a place, and the height it takes with the room below it.

    `backwards` sets it flush right. Nothing is drawn where there is neither title nor verdict.
    """
    scale = scale_for(width)
    measure = width / scale
    out: list[str] = []

    def line(y: float, text: str, style: str, size: float, face: Face = Face.REGULAR) -> None:
        text = shorten(text, measure, size, face)
        x = measure - width_of(text, size, face) if backwards else 0.0
        direction = style == "title" and is_right_to_left(text)
        out.append(text_line((x, y), text, style, size, face, right_to_left=direction))

    y = _TITLE
    for part in wrap(title, measure, _TITLE, Face.BOLD) if title else ():
        line(y, part, "title", _TITLE, Face.BOLD)
        y += _TITLE_LEADING
    y -= _UNDER_TITLE
    for verdict in verdicts:
        line(y, verdict, "verdict", _VERDICT)
        y += _VERDICT_LEADING
    y -= 0 if verdicts else 2
    for fact in facts:
        line(y, fact, "small", _SMALL)
        y += _SMALL_LEADING
    move = f"translate({number(left)} {number(top)})"
    if scale != 1:
        move += f" scale({scale:g})"
    height = round((y - _SMALL_LEADING) * scale + _BELOW)
    return f'<g class="heading" transform="{move}">{"".join(out)}</g>', height
