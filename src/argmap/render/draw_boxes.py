"""Boxes: their outline by kind and basis, their text and their foot row."""

from __future__ import annotations

from argmap.render.boxes import CHIP_GAP, QUESTION, Box, chip_width
from argmap.render.ids import Prefix, xml_id
from argmap.render.marks import FOLD, chip
from argmap.render.measure import width_of
from argmap.render.paths import Point
from argmap.render.xml import escape, is_right_to_left, number, text_line

_TEXT_STYLE = {
    "question": "text-question",
    "answer": "text-answer",
    "main": "text-answer",
    "claim": "text",
}
_RADIUS = {"question": 20, "answer": 8, "main": 8, "claim": 4}
_FOOT_ROW = 17.0


def draw_box(box: Box, middle: Point) -> str:
    """The group of one box, around its middle."""
    item = box.item
    left, top = middle[0] - box.width / 2, middle[1] - box.height / 2
    prefix: Prefix = "q" if item.kind == "question" else "c"
    line = f' data-line="{item.line}"' if item.line > 0 else ""
    return (
        f'<g id="{xml_id(prefix, item.id)}" class="{item.kind} {item.basis}" '
        f'role="graphics-symbol"{line}><title>{escape(item.text)}</title>'
        f"{outline(box.item.kind, item.basis, left, top, box.width, box.height)}"
        f"{_text(box, left, top)}</g>"
    )


def outline(kind: str, basis: str, left: float, top: float, width: float, height: float) -> str:
    """The outline of a box: folded where it rests on a source, ruled twice for a fact."""
    shape = "answer" if kind == "main" else kind
    style = f"box {shape}" if basis in ("plain", "evidence") else f"box {shape} {basis}"
    radius = _RADIUS[kind]
    x, y, right, bottom = left, top, left + width, top + height
    if basis == "evidence":
        fold = min(FOLD, height / 2)
        return (
            f'<path class="{style}" d="M{number(x + radius)} {number(y)}H{number(right - fold)}'
            f"L{number(right)} {number(y + fold)}V{number(bottom - radius)}"
            f"Q{number(right)} {number(bottom)} {number(right - radius)} {number(bottom)}"
            f"H{number(x + radius)}Q{number(x)} {number(bottom)} {number(x)} "
            f"{number(bottom - radius)}V{number(y + radius)}"
            f'Q{number(x)} {number(y)} {number(x + radius)} {number(y)}Z"/>'
            f'<path class="fold {shape}" d="M{number(right - fold)} {number(y)}'
            f'V{number(y + fold)}H{number(right)}Z"/>'
        )
    drawn = (
        f'<rect class="{style}" x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" rx="{radius}"/>'
    )
    if basis == "fact":
        drawn += (
            f'<path class="{style}" d="M{number(x + radius)} {number(bottom - 3.5)}'
            f'H{number(right - radius)}"/>'
        )
    return drawn


def _text(box: Box, left: float, top: float) -> str:
    style = box.style
    x, right = left + style.side, left + box.width - style.side
    block = top + (box.height - box.content_height) / 2
    y = block + style.top
    out = []
    backwards = is_right_to_left(box.item.text)
    for line in box.lines:
        start = right - width_of(line, style.size, style.face) if backwards else x
        out.append(
            text_line(
                (start, y),
                line,
                _TEXT_STYLE[box.item.kind],
                style.size,
                style.face,
                right_to_left=backwards,
            )
        )
        y += style.leading
    if box.item.kind == "question":
        y = block + box.content_height - 18
    else:
        y += 1 if style.size < 14 else 2
    if box.words:
        foot = "foot-question" if style is QUESTION else "foot"
        out.append(text_line((x, y), box.words, foot, style.foot_size))
    for row in box.chips:
        start = right - sum(chip_width(note) + CHIP_GAP for note in row) + CHIP_GAP
        for note in row:
            width = chip_width(note)
            out.append(chip(start, y, width, str(note + 1)))
            start += width + CHIP_GAP
        y += _FOOT_ROW
    return "".join(out)
