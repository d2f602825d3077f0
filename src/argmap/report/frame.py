"""A piece of source text with a span of it underlined.

The underline stands exactly below what it means, whatever the text is made of: tabs, wide or
combining characters, characters that must not reach a terminal, lines of any length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from argmap.report.visible import cells, visible
from argmap.source import SourceFile, Span

_COLUMNS = 120
"""How many columns of a line are shown at most."""
_BEFORE = 40
"""How many characters of a long line are kept before the span."""
_ROWS = 4
"""How many lines a span may have to be shown whole."""

Ink = Callable[[str], str]


class Underlined(NamedTuple):
    """A span to show: the character it is underlined with, what is said beside, the colour."""

    span: Span
    label: str
    mark: str
    ink: Ink


class Gutter(NamedTuple):
    """The column of line numbers: how wide the numbers are, and the room before the bar."""

    digits: int
    room: int
    ink: Ink

    @classmethod
    def around(cls, spans: Iterable[Span], ink: Ink) -> Gutter:
        """One that has room for the lines of all these spans."""
        digits = len(str(max(max(_rows(span)) for span in spans)))
        return cls(digits, max(digits, 2), ink)

    def before(self, number: int) -> str:
        """What stands to the left of a line of the source."""
        return self.ink(f"{number:>{self.digits}}".ljust(self.room) + "│")

    def blank(self, sign: str) -> str:
        """What stands to the left of any other line."""
        return self.ink(" " * self.room + sign)


def frame(source: SourceFile | None, shown: Underlined, gutter: Gutter) -> Iterator[str]:
    """The lines of a frame: where it is, then each line of the span with its underline."""
    span = shown.span
    yield f"{gutter.blank('┌─')} {visible(str(span))}"
    if source is None:
        return
    yield gutter.blank("│")
    numbers = _rows(span)
    for number in numbers:
        if number == 0:
            yield gutter.blank("┆")
            continue
        text = source.line(number)
        start = span.column - 1 if number == span.line else len(text) - len(text.lstrip())
        end = span.end_column - 1 if number == span.end_line else len(text)
        line, before, length = _underlined(text, start, end)
        said = f" {visible(shown.label)}" if shown.label and number == numbers[-1] else ""
        yield f"{gutter.before(number)} {line}".rstrip()
        yield f"{gutter.blank('│')} {' ' * before}{shown.ink(shown.mark * length + said)}"


def _rows(span: Span) -> tuple[int, ...]:
    """The numbers of the lines to show for a span; 0 stands for those that are left out."""
    last = span.end_line - 1 if span.end_column == 1 else span.end_line
    numbers = range(span.line, max(last, span.line) + 1)
    return tuple(numbers) if len(numbers) <= _ROWS else (*numbers[:2], 0, numbers[-1])


def _underlined(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A line as it is shown, the columns before its underline, and the columns of that.

    `start` and `end` are indices into the text. A long line is cut on both sides of them.
    """
    first = max(start - _BEFORE, 0) if len(text) > _COLUMNS else 0
    pieces = cells(text[first : first + _COLUMNS])
    while first and len(pieces) > 1 and pieces[0][1] == 0:
        pieces.pop(0)
        first += 1
    kept, total = 0, 0
    while kept < len(pieces) and total + pieces[kept][1] <= _COLUMNS:
        total += pieces[kept][1]
        kept += 1
    lead = "…" if first else ""
    tail = "…" if first + kept < len(text) else ""
    shown = lead + "".join(glyph for glyph, _ in pieces[:kept]) + tail
    widths = [width for _, width in pieces[:kept]]
    before = len(lead) + sum(widths[: start - first])
    return shown, before, max(sum(widths[start - first : end - first]), 1)
