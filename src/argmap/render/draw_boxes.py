"""Boxes: their outline by kind and basis, their text and their foot row."""

from __future__ import annotations

from argmap.render.boxes import ARROW, Box
from argmap.render.density import FOOT_SIZE
from argmap.render.foot import (
    CHIP_GAP,
    DOT,
    FIGURE_GAP,
    GAP,
    MARK,
    ROW,
    WORD_GAP,
    FootRow,
    chip_width,
    hidden_width,
    label_width,
    row_width,
    tab_width,
)
from argmap.render.ids import Prefix, xml_id
from argmap.render.look import Fare
from argmap.render.marks import FOLD, chip, elsewhere, label_mark, strength_bar
from argmap.render.measure import width_of
from argmap.render.paths import Point
from argmap.render.xml import escape, is_right_to_left, number, text_line

_TEXT_STYLE = {
    "question": "text-question",
    "answer": "text-answer",
    "main": "text-answer",
    "claim": "text",
    "reference": "text-reference",
}
_RADIUS = {"question": 20, "answer": 8, "main": 8, "claim": 4, "reference": 12}
_MARK_UP = 3.5


def draw_box(box: Box, middle: Point, fare: Fare | None = None) -> str:
    """The group of one box, around its middle."""
    item = box.item
    left, top = middle[0] - box.width / 2, middle[1] - box.height / 2
    if item.kind == "reference":
        return _reference(box, left, top, fare)
    prefix: Prefix = "q" if item.kind == "question" else "c"
    line = f' data-line="{item.line}"' if item.line > 0 else ""
    label = "" if fare is None else f" {fare.label}"
    if item.marked:
        label += " marked"
    return (
        f'<g id="{xml_id(prefix, item.id)}" class="{item.kind} {item.basis}{label}" '
        f'role="graphics-symbol"{line}><title>{_title(box, fare)}</title>'
        f"{outline(box.item.kind, item.basis, left, top, box.width, box.height)}"
        f"{_text(box, left, top)}</g>"
    )


def _reference(box: Box, left: float, top: float, fare: Fare | None) -> str:
    """A small box with the first words of a claim, which leads to the claim's own box."""
    item, style = box.item, box.style
    line = f' data-line="{item.line}"' if item.line > 0 else ""
    label = "" if fare is None else f" {fare.label}"
    x, right = left + style.side, left + box.width - style.side
    y = top + (box.height - box.content_height) / 2 + style.top
    backwards = is_right_to_left(item.text)
    before = 0.0 if fare is None else MARK
    mark = ""
    if fare is not None:
        mark = label_mark(fare.label, (right - 5 if backwards else x + 5, y - _MARK_UP))
    arrow = x + 5 if backwards else right - 5
    out = [
        f'<a href="#{xml_id("c", item.id)}">'
        f'<g id="{xml_id("r", f"{item.use} {item.id}")}" class="reference{label}" '
        f'role="graphics-symbol"{line}><title>{_title(box, fare)}\n'
        "Its own box stands elsewhere in the picture.</title>",
        outline(item.kind, item.basis, left, top, box.width, box.height),
        mark,
        elsewhere((arrow, y - _MARK_UP - 1)),
    ]
    edges = (x + ARROW, right - before) if backwards else (x + before, right - ARROW)
    _set_lines(out, box, *edges, y, backwards=backwards)
    return "".join([*out, "</g></a>"])


def tab(right: float, baseline: float, hidden: int) -> str:
    """The number of claims left out behind a box, in a tab that ends at a place."""
    width = tab_width(hidden)
    return (
        f'<rect class="more" x="{number(right - width)}" y="{number(baseline - 11.2)}" '
        f'width="{number(width)}" height="15" rx="7.5"/>'
        + text_line(
            (right - width / 2, baseline),
            f"+{hidden:,}",
            "more-text",
            hidden_width(hidden),
            anchor="middle",
        )
    )


def _title(box: Box, fare: Fare | None) -> str:
    """What is read aloud or shown under the pointer: the text, its roles, why it fares so."""
    item = box.item
    said = [item.text, *item.roles]
    if fare is not None:
        strength = "" if fare.strength is None else f" Strength {fare.strength:.2f}."
        said.append(f"{fare.reason}{strength}")
    elif item.kind == "question" and box.foot:
        verdict = " ".join(row.words for row in box.foot)
        said.append(f"{verdict[:1].upper()}{verdict[1:]}.")
    if item.hidden:
        many = "1 claim" if item.hidden == 1 else f"{item.hidden:,} claims"
        said.append(f"Behind it {many} more, not in this picture.")
    return "\n".join([escape(line) for line in said])


def outline(kind: str, basis: str, left: float, top: float, width: float, height: float) -> str:
    """The outline of a box: folded where it rests on a source, ruled twice for a fact."""
    shape = "answer" if kind == "main" else kind
    style = f"box {shape}" if basis in ("plain", "evidence") else f"box {shape} {basis}"
    radius = _RADIUS[kind]
    x, y, right, bottom = number(left), number(top), left + width, top + height
    if basis == "evidence":
        fold = min(FOLD, height / 2)
        x1, x2, x3 = number(left + radius), number(right - fold), number(right)
        y1, y2, y3 = number(top + fold), number(bottom - radius), number(bottom)
        return (
            f'<path class="{style}" d="M{x1} {y}H{x2}L{x3} {y1}V{y2}'
            f"Q{x3} {y3} {number(right - radius)} {y3}H{x1}Q{x} {y3} {x} {y2}"
            f'V{number(top + radius)}Q{x} {y} {x1} {y}Z"/>'
            f'<path class="fold {shape}" d="M{x2} {y}V{y1}H{x3}Z"/>'
        )
    drawn = (
        f'<rect class="{style}" x="{x}" y="{y}" width="{number(width)}" '
        f'height="{number(height)}" rx="{radius}"/>'
    )
    if basis == "fact":
        drawn += (
            f'<path class="{style}" d="M{number(left + radius)} {number(bottom - 3.5)}'
            f'H{number(right - radius)}"/>'
        )
    return drawn


def _text(box: Box, left: float, top: float) -> str:
    style = box.style
    x, right = left + style.side, left + box.width - style.side
    block = top + (box.height - box.content_height) / 2
    y = block + style.top
    out: list[str] = []
    backwards = is_right_to_left(box.item.text)
    y = _set_lines(out, box, x, right, y, backwards=backwards)
    if box.inline:
        width = row_width(box.foot[0], style)
        edges = (x, x + width) if backwards else (right - width, right)
        _foot(out, box, box.foot[0], *edges, y - style.leading, backwards=backwards)
        return "".join(out)
    y += style.drop
    for row in box.foot:
        _foot(out, box, row, x, right, y, backwards=backwards)
        y += ROW
    return "".join(out)


def _set_lines(
    out: list[str], box: Box, x: float, right: float, y: float, *, backwards: bool
) -> float:
    """Set the lines of a box between two edges, the first on a baseline; gives the next one."""
    style, leading = _TEXT_STYLE[box.item.kind], box.style.leading
    for text, width in box.lines:
        start = right - width if backwards else x
        out.append(text_line((start, y), text, style, width, right_to_left=backwards))
        y += leading
    return y


def _foot(
    out: list[str], box: Box, row: FootRow, left: float, right: float, y: float, *, backwards: bool
) -> None:
    """Draw one row of the foot on a baseline between two edges; `backwards` from the right."""
    x, end = left, right

    def place(at: float, width: float) -> float:
        """The left end of what begins at a place, seen from where the row begins."""
        return left + right - at - width if backwards else at

    label = row.label
    if label is not None:
        out.append(label_mark(label, (place(x, 10) + 5, y - _MARK_UP)))
        x += MARK
        if row.word:
            width = label_width(label)
            out.append(text_line((place(x, width), y), row.word, f"foot {label}", width))
            x += width + (WORD_GAP if row.words else GAP)
    if row.words:
        size = box.style.foot_size
        style = "foot-question" if box.item.kind == "question" else "foot"
        words = f"{DOT}{row.words}" if row.word else row.words
        if backwards and row.word:
            words = f"{row.words}{DOT[::-1]}"
        width = width_of(words, size)
        out.append(text_line((place(x, width), y), words, style, width))
        x += width + GAP
    if row.strength is not None:
        bar = box.style.bar
        at = place(x, bar)
        out.append(strength_bar(at, y - _MARK_UP, bar, row.strength, backwards=backwards))
        if row.wide:
            figure = f"{row.strength:.2f}"
            width = width_of(figure, FOOT_SIZE)
            at = place(x + bar + FIGURE_GAP, width)
            out.append(text_line((at, y), figure, "foot", width))
    if row.hidden:
        width = tab_width(row.hidden)
        out.append(tab(place(end - width, width) + width, y, row.hidden))
        end -= width + CHIP_GAP
    start = end + CHIP_GAP
    for note in row.chips:
        start -= chip_width(note) + CHIP_GAP
    for note in row.chips:
        width = chip_width(note)
        out.append(chip(place(start, width), y, width, str(note + 1)))
        start += width + CHIP_GAP
