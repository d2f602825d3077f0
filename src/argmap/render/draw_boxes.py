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
    label_face,
    row_width,
    tab_width,
)
from argmap.render.ids import Prefix, xml_id
from argmap.render.look import Fare
from argmap.render.marks import FOLD, chip, elsewhere, label_mark, strength_bar
from argmap.render.measure import Face, width_of
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
        f'role="graphics-symbol"{line}><title>{escape(_title(box, fare))}</title>'
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
        f'role="graphics-symbol"{line}><title>{escape(_title(box, fare))}\n'
        "Its own box stands elsewhere in the picture.</title>",
        outline(item.kind, item.basis, left, top, box.width, box.height),
        mark,
        elsewhere((arrow, y - _MARK_UP - 1)),
    ]
    edges = (x + ARROW, right - before) if backwards else (x + before, right - ARROW)
    _set_lines(out, box, *edges, y)
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
            FOOT_SIZE,
            Face.BOLD,
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
    return "\n".join(said)


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
    out: list[str] = []
    backwards = is_right_to_left(box.item.text)
    y = _set_lines(out, box, x, right, y)
    if box.inline:
        width = row_width(box.foot[0], style.foot_size)
        edges = (x, x + width) if backwards else (right - width, right)
        _foot(out, box, box.foot[0], *edges, y - style.leading, backwards=backwards)
        return "".join(out)
    y += style.drop
    for row in box.foot:
        _foot(out, box, row, x, right, y, backwards=backwards)
        y += ROW
    return "".join(out)


def _set_lines(out: list[str], box: Box, x: float, right: float, y: float) -> float:
    """Set the lines of a box between two edges, the first on a baseline; gives the next one."""
    style = box.style
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
            face = label_face(label)
            width = width_of(row.word, FOOT_SIZE, face)
            out.append(text_line((place(x, width), y), row.word, f"foot {label}", FOOT_SIZE, face))
            x += width + (WORD_GAP if row.words else GAP)
    if row.words:
        size = box.style.foot_size
        style = "foot-question" if box.item.kind == "question" else "foot"
        words = f"{DOT}{row.words}" if row.word else row.words
        if backwards and row.word:
            words = f"{row.words}{DOT[::-1]}"
        width = width_of(words, size)
        out.append(text_line((place(x, width), y), words, style, size))
        x += width + GAP
    if row.strength is not None:
        at = place(x, row.bar)
        out.append(strength_bar(at, y - _MARK_UP, row.bar, row.strength, backwards=backwards))
        if row.wide:
            figure = f"{row.strength:.2f}"
            at = place(x + row.bar + FIGURE_GAP, width_of(figure, FOOT_SIZE))
            out.append(text_line((at, y), figure, "foot", FOOT_SIZE))
    if row.hidden:
        width = tab_width(row.hidden)
        out.append(tab(place(end - width, width) + width, y, row.hidden))
        end -= width + CHIP_GAP
    start = end - sum(chip_width(note) + CHIP_GAP for note in row.chips) + CHIP_GAP
    for note in row.chips:
        width = chip_width(note)
        out.append(chip(place(start, width), y, width, str(note + 1)))
        start += width + CHIP_GAP
