"""From a file's text to its Document: every entry, its place, and all that is wrong with it.

Lark tells lines and levels apart; nothing that follows can fail, so there is no recovery: an
entry at fault is one entry at fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lark import Token, Tree

from argmap.diagnostics import Diagnostic, in_order
from argmap.source import SourceFile, Span, Undecodable, decode, place_of_byte
from argmap.syntax import messages
from argmap.syntax.document import FILE, Document, Entry
from argmap.syntax.grammar import parser
from argmap.syntax.indent import width
from argmap.syntax.markers import Kind
from argmap.syntax.placement import judge
from argmap.syntax.scan import Line, Scan, scan


@dataclass(frozen=True, slots=True)
class Parsed:
    """A Document and what is wrong with it, in order of place."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def parse_bytes(path: str, data: bytes) -> Parsed:
    """Parse the bytes of a file."""
    source, undecodable = decode(path, data)
    parsed = parse(source)
    if undecodable is None:
        return parsed
    problem = _undecodable(path, data, undecodable)
    return Parsed(parsed.document, in_order((problem, *parsed.diagnostics)))


def parse(source: SourceFile) -> Parsed:
    """Parse a text."""
    found = list(_entries(source))
    problems = [problem for entry in found for problem in entry.scan.problems]
    problems += _columns(found)
    verdict = judge(found)
    problems += verdict.problems
    problems += _characters(source)
    entries = tuple(
        _finish(entry, placed=index not in verdict.misplaced) for index, entry in enumerate(found)
    )
    return Parsed(Document(source, entries, verdict.partner), in_order(problems))


def _undecodable(path: str, data: bytes, what: Undecodable) -> Diagnostic:
    line, column = place_of_byte(data, 0 if what.binary else what.offset)
    span = Span(path, line, column, line, column + 1)
    return messages.not_utf8(span, what.count, binary=what.binary)


# Entries --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Found:
    """An entry on its way to the Document."""

    scan: Scan
    parent: int
    column: int
    astray: bool = False

    @property
    def kind(self) -> Kind:
        return self.scan.kind

    @property
    def sound(self) -> bool:
        return self.scan.sound

    @property
    def judged(self) -> bool:
        """Whether its form and its column are right, so that its place can be judged."""
        return self.scan.sound and not self.astray

    @property
    def marker_span(self) -> Span:
        """The marker, or for an entry without one what names it."""
        scan = self.scan
        marker = scan.form.marker
        if marker and scan.kind not in (Kind.IMPORT, Kind.SOURCE):
            content = scan.lines[0].content
            hashes = len(content) - len(content.lstrip("#"))
            return scan.place(0, hashes if scan.kind is Kind.SECTION else len(marker))
        return self.focus

    @property
    def focus(self) -> Span:
        """What names the entry: its id, else the first line of its text, else all of it."""
        scan = self.scan
        return scan.place(*(scan.focus or (0, max(len(scan.lines[0].content), 1))))

    @property
    def display(self) -> str:
        """The entry as it is quoted in a message: `+ [id]`, or its marker and its first words."""
        content = self.scan.lines[0].content
        if self.scan.name and self.scan.focus:
            return content[: self.scan.focus[1]]
        return content if len(content) <= 40 else content[:39].rstrip() + "…"

    @property
    def label(self) -> str:
        """The claim as it is named in a message: `[id]`, or its first words in quotes."""
        if self.scan.name:
            return f"[{self.scan.name.id}]"
        text = self.scan.text
        return f"“{text if len(text) <= 40 else text[:39].rstrip() + '…'}”"


def _entries(source: SourceFile) -> Iterator[_Found]:
    """The entries in the order of writing, each with the index of its parent."""
    lines = source.text.replace("\r\n", "\n")
    stack: list[tuple[Tree[Token], int]] = [
        (child, FILE)
        for child in reversed(_tree(lines if lines.endswith("\n") else lines + "\n").children)
        if isinstance(child, Tree)
    ]
    index = 0
    while stack:
        entry, parent = stack.pop()
        head = entry.children[0]
        if not isinstance(head, Tree):  # the grammar gives every entry a head
            raise TypeError(head)
        tokens = [token for token in head.children if isinstance(token, Token)]
        yield _found(source, tokens, parent)
        if len(entry.children) > 1:
            block = entry.children[1]
            if isinstance(block, Tree):
                below = [c for c in reversed(block.children) if isinstance(c, Tree)]
                stack.extend((child, index) for child in below)
        index += 1


def _tree(text: str) -> Tree[Token]:
    if not text.strip():
        return Tree("start", [])
    return parser().parse(text)


def _found(source: SourceFile, tokens: list[Token], parent: int) -> _Found:
    lines = [
        Line(token.line or 1, (token.column or 1) - 1, token.value.rstrip()) for token in tokens
    ]
    first = lines[0]
    column = first.column
    if column:
        space = source.line(first.number)[:column]
        column = width(space)
    return _Found(scan(Kind(tokens[0].type), source.path, lines), parent, column)


def _finish(found: _Found, *, placed: bool) -> Entry:
    scan = found.scan
    return Entry(
        kind=scan.kind,
        parent=found.parent,
        column=found.column,
        span=_whole(scan),
        focus=found.focus,
        marker=found.marker_span,
        sound=scan.sound,
        placed=placed,
        name=scan.name,
        text=scan.text,
        qualifier=scan.qualifier,
        tags=scan.tags,
        cites=scan.cites,
        pairs=scan.pairs,
        written=scan.written,
        head=scan.head,
    )


def _whole(scan: Scan) -> Span:
    first, last = scan.lines[0], scan.lines[-1]
    end = last.column + max(len(last.content), 1) + 1
    return Span(scan.path, first.number, first.column + 1, last.number, end)


# Indentation and characters -------------------------------------------------------------------


def _columns(found: list[_Found]) -> Iterator[Diagnostic]:
    """Entries that stand in a column where nothing is open; they are marked as astray."""
    expected: dict[int, int] = {}  # by parent: the column of its first child
    latest: dict[int, int] = {}  # by parent: the column of its last child
    for index, entry in enumerate(found):
        parent = entry.parent
        first = expected.setdefault(parent, 0 if parent == FILE else entry.column)
        entry.astray = entry.column != first
        again = latest.get(parent) == entry.column
        latest[parent] = entry.column
        if entry.astray and not again and entry.sound:
            columns, above = {first}, index - 1
            while above != FILE and above >= 0 and len(columns) < 100:
                columns.add(found[above].column)
                above = found[above].parent
            columns.discard(entry.column)
            yield messages.no_open_column(entry.marker_span, entry.column, columns)


_ODD_SPACE = re.compile(r"^ *[^\S \r\n][^\S\r\n]*(?=\S)", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_SPACE_BEFORE = re.compile(r"[^\S\n]*")


def _characters(source: SourceFile) -> Iterator[Diagnostic]:
    """White space other than U+0020 in the indentation; control characters elsewhere."""
    text = source.text
    for match in _ODD_SPACE.finditer(text):
        span = source.span(match.start(), match.end())
        yield messages.indentation_space(span, match[0], width(match[0]))
    for match in _CONTROL.finditer(text):
        line, _ = source.place(match.start())
        start = source.offset(line, 1)
        space = _SPACE_BEFORE.match(text, start)
        end = space.end() if space else start
        if match.start() >= end and match.end() > match.start():
            span = source.span(match.start(), match.end())
            yield messages.control_character(span, ord(match[0][0]), len(match[0]))
