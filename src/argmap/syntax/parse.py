"""From a file's text to its Document: every entry, its place, and all that is wrong with it.

Lark tells lines and levels apart; nothing that follows can fail, so there is no recovery: an
entry at fault is one entry at fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from argmap.diagnostics import Diagnostic, in_order
from argmap.source import SourceFile, Span, Undecodable, decode, place_of_byte
from argmap.syntax import messages
from argmap.syntax.document import FILE, Document, Entry
from argmap.syntax.grammar import parser
from argmap.syntax.lines import width
from argmap.syntax.markers import Kind
from argmap.syntax.placement import PLACES, judge
from argmap.syntax.plain import read_plain
from argmap.syntax.scan import Line, scan


class Parsed(NamedTuple):
    """A Document and what is wrong with it, in order of place."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


Reader = Callable[[SourceFile], Parsed]
"""Makes a Document of a text."""


def parse_bytes(path: str, data: bytes, read: Reader | None = None) -> Parsed:
    """Parse the bytes of a file; `read` is for a text in another language than ours."""
    source, undecodable = decode(path, data)
    parsed = (read or parse)(source)
    if undecodable is None:
        return parsed
    problem = _undecodable(path, data, undecodable)
    return Parsed(parsed.document, in_order((problem, *parsed.diagnostics)))


def parse(source: SourceFile) -> Parsed:
    """Parse a text."""
    problems: list[Diagnostic] = []
    # All that the next two look for is unprintable, and hardly any map has it.
    clean = source.text.replace("\n", "").isprintable()
    indents = [] if clean else _odd_indents(source)
    widths = {span.line: width(space) for span, space in indents}
    entries = _entries(source, widths, problems, plain=clean)
    astray, columns = _columns(entries, widths)
    verdict = judge(entries, astray)
    problems += columns
    problems += verdict.problems
    problems += [messages.indentation_space(span, space, width(space)) for span, space in indents]
    problems += () if clean else _control_characters(source)
    for index in verdict.misplaced:
        entries[index] = entries[index]._replace(placed=False)
    return Parsed(Document(source, tuple(entries), verdict.partner), in_order(problems))


def _undecodable(path: str, data: bytes, what: Undecodable) -> Diagnostic:
    line, column = place_of_byte(data, 0 if what.binary else what.offset)
    span = Span(path, line, column, line, column + 1)
    return messages.not_utf8(span, what.count, binary=what.binary)


# Entries --------------------------------------------------------------------------------------


def _entries(
    source: SourceFile, widths: dict[int, int], problems: list[Diagnostic], *, plain: bool
) -> list[Entry]:
    """The entries in the order of writing, each with the index of its parent."""
    text = source.text.replace("\r\n", "\n")
    if not text.strip():
        return []
    trees = parser().trees(text if text.endswith("\n") else text + "\n", plain=plain)
    entries: list[Entry] = []
    stack = [(child, FILE) for child in reversed(trees)]
    while stack:
        tree, parent = stack.pop()
        tokens, last = tree.children, tree.children[-1]
        below = () if isinstance(last, str) else last.children  # a token is a string, a block none
        tokens = tokens[:-1] if below else tokens
        first = tokens[0]
        kind = _KINDS[first.type]
        number, start = first.line, first.column - 1
        column = widths.get(number, start)
        entry = None
        if len(tokens) == 1:
            entry = read_plain(kind, source.path, number, start, first.value, parent, column)
        if entry is None:
            lines = [Line(token.line, token.column - 1, token.value) for token in tokens]
            entry, found = scan(kind, source.path, lines, parent, column)
            problems += found
        if below:
            index = len(entries)
            stack += [(child, index) for child in reversed(below)]
        entries.append(entry)
    return entries


_KINDS = {kind.value: kind for kind in Kind}


# Indentation and characters -------------------------------------------------------------------


def _columns(entries: list[Entry], odd: Container[int]) -> tuple[set[int], list[Diagnostic]]:
    """The entries that stand in a column where nothing is open, and what is to be said of them.

    `odd` has the lines whose indentation is at fault already.
    """
    expected: dict[int, int] = {FILE: 0}  # by parent: the column of its first child
    latest: dict[int, int] = {}  # by parent: the column of its last child
    astray: set[int] = set()
    problems: list[Diagnostic] = []
    for index, entry in enumerate(entries):
        parent, column = entry.parent, entry.column
        again = latest.get(parent) == column
        latest[parent] = column
        if expected.setdefault(parent, column) == column:
            continue
        astray.add(index)
        if entry.sound and not again and entry.span.line not in odd:
            columns = _open_columns(entries, index, astray) or {expected[parent]}
            problems.append(messages.no_open_column(entry.marker, column, columns))
    return astray, problems


def _open_columns(entries: list[Entry], index: int, astray: Container[int]) -> set[int]:
    """The columns in which an entry of this kind could stand after the one before it."""
    above = index - 1
    columns: set[int] = set()
    while above != FILE and len(columns) < 100:
        if above not in astray:
            columns.add(entries[above].column)
        above = entries[above].parent
    if not PLACES[entries[index].kind].margin:
        columns.discard(0)
    return columns


_ODD_SPACE = re.compile(r"^ *[^\S \r\n][^\S\r\n]*(?=\S)", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_SPACE_BEFORE = re.compile(r"[^\S\n]*")


def _odd_indents(source: SourceFile) -> list[tuple[Span, str]]:
    """The indentations that are not made of U+0020 alone."""
    return [
        (source.span(match.start(), match.end()), match[0])
        for match in _ODD_SPACE.finditer(source.text)
    ]


def _control_characters(source: SourceFile) -> Iterator[Diagnostic]:
    """Control characters other than in the indentation, a run of them at a time."""
    text = source.text
    for match in _CONTROL.finditer(text):
        line, _ = source.place(match.start())
        space = _SPACE_BEFORE.match(text, source.offset(line, 1))
        if space is None or match.start() >= space.end():
            span = source.span(match.start(), match.end())
            yield messages.control_character(span, ord(match[0][0]), len(match[0]))
