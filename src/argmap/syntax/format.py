"""The canonical text of a Document: what `argmap fmt` writes.

Two spaces a level, one space between parts, two before the trailer; lines that continue a text
two deeper than their entry; runs of blank lines become one. Comments, order, line breaks inside
texts, line endings and meaning are kept, and nothing is added.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.syntax.document import FILE, Document, Entry, Written
from argmap.syntax.markers import FORMS, Kind
from argmap.syntax.trailer import escape, kinds_of, split, starts_plain

INDENT = "  "


def format_document(document: Document) -> str:
    """The canonical text. The document must be free of errors: what is at fault is not written."""
    source = document.source
    levels = _levels(document)
    at_line = {
        written.line: (index, line)
        for index, entry in enumerate(document.entries)
        for line, written in enumerate(entry.written)
    }
    out: list[tuple[str, int]] = []
    current = FILE
    blank = False
    for number in range(1, source.line_count + 1):
        if number in at_line:
            current, line = at_line[number]
            text = _entry_line(document.entries[current], line, levels[current])
            if text is None:
                continue
        else:
            content = source.line(number).strip()
            if not content:
                blank = True
                continue
            text = INDENT * _comment_level(document, levels, current, number) + content
        if blank and out:
            out.append(("", out[-1][1]))
        blank = False
        out.append((text, number))
    usual = source.line_break(1) or "\n"
    return "".join(text + (source.line_break(number) or usual) for text, number in out)


def _levels(document: Document) -> list[int]:
    levels: list[int] = []
    for entry in document.entries:
        levels.append(0 if entry.parent == FILE else levels[entry.parent] + 1)
    return levels


def _comment_level(document: Document, levels: list[int], current: int, number: int) -> int:
    """The level of a comment: that of the entry it is in line with, or one below the innermost
    entry that it is right of."""
    line = document.source.line(number)
    column = len(line) - len(line.lstrip())
    while current != FILE and document.entries[current].column > column:
        current = document.entries[current].parent
    if current == FILE:
        return 0
    return levels[current] + (1 if document.entries[current].column < column else 0)


class _Piece(NamedTuple):
    """A line of an entry in the making."""

    body: str
    trailer: str

    @property
    def text(self) -> str:
        return (
            f"{self.body}  {self.trailer}"
            if self.body and self.trailer
            else (self.body or self.trailer)
        )


def _entry_line(entry: Entry, line: int, level: int) -> str | None:
    """A line of an entry as it is written; None where it went up to the line before."""
    if line and _goes_up(entry.written[line]):
        return None
    piece = _Piece(entry.written[line].body, entry.written[line].trailer)
    for below in entry.written[line + 1 :]:
        if not _goes_up(below):
            break
        piece = _joined(entry.kind, piece, below)
    if line:
        return f"{INDENT * (level + 1)}{piece.text}"
    gap = "" if not piece.text or not entry.head else " " if piece.body else "  "
    return f"{INDENT * level}{entry.head}{gap}{piece.text}"


def _goes_up(written: Written) -> bool:
    """Whether a line begins with a mark that was made plain: no break falls before one."""
    return starts_plain(written.body)


def _joined(kind: Kind, above: _Piece, below: Written) -> _Piece:
    kinds = kinds_of(FORMS[kind])
    text = f"{split(above.body, kinds).text} {split(below.body, kinds).text}".strip()
    return _Piece(escape(text, kinds), below.trailer)
