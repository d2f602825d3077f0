"""Comments that say which findings are meant to be there.

    // argmap: ignore[isolated-claim] it is answered in the second volume
    // argmap: file-ignore[ARG401] the same texts on purpose

The first is about the entry below it, the second about the file. Each names its rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.lint import registry
from argmap.source import Span
from argmap.syntax import Document

_COMMENT = re.compile(r"^[^\S\n]*(//[^\S\n]*argmap[^\S\n]*:[^\n]*?)[^\S\n]*$", re.MULTILINE)
_FORM = re.compile(
    r"//[^\S\n]*argmap[^\S\n]*:[^\S\n]*(file-)?ignore[^\S\n]*\[([^\]\n]*)\][^\S\n]*(.*)"
)
_NAME = re.compile(r"[^\s,]+")


class Named(NamedTuple):
    """A rule as a comment names it; `code` is None where no rule is called that."""

    written: str
    code: str | None
    span: Span


class Suppression(NamedTuple):
    """A comment that silences rules: from its `//` to its end.

    It is about the entry on the lines `first` to `last`. `reads` is False for one that cannot be
    understood, and then it silences nothing.
    """

    span: Span
    names: tuple[Named, ...]
    reason: str
    whole_file: bool
    first: int
    last: int
    reads: bool = True


class Unused(NamedTuple):
    """A comment with those of its names that silenced nothing."""

    suppression: Suppression
    names: tuple[Named, ...]


def read_suppressions(document: Document) -> tuple[Suppression, ...]:
    """The suppressions of a file, in the order of writing."""
    text = document.source.text
    if "argmap" not in text:
        return ()
    starts = [entry.span.line for entry in document.entries]
    return tuple(_read(document, starts, match) for match in _COMMENT.finditer(text))


def _read(document: Document, starts: list[int], comment: re.Match[str]) -> Suppression:
    source = document.source
    span = source.span(*comment.span(1))
    form = _FORM.match(comment[1])
    if form is None:
        return Suppression(span, (), "", False, 0, 0, reads=False)
    begin = comment.start(1) + form.start(2)
    names = tuple(
        Named(name[0], code_of(name[0]), source.span(begin + name.start(), begin + name.end()))
        for name in _NAME.finditer(form[2])
    )
    first, last = 1, source.line_count
    if not form[1]:
        below = bisect_right(starts, span.line)
        entry = document.entries[below].span if below < len(starts) else None
        first, last = (entry.line, entry.end_line) if entry else (0, 0)
    return Suppression(span, names, form[3].strip(), bool(form[1]), first, last, bool(names))


def code_of(name: str) -> str | None:
    """The code of a rule given by its name or code; None if there is no such rule."""
    return registry.CODES.get(name, name if name in registry.MODULES else None)


def silence(
    found: Iterable[Diagnostic], suppressions: Iterable[Suppression], ran: Iterable[str]
) -> tuple[list[Diagnostic], tuple[Unused, ...]]:
    """The findings that are left, and the suppressions of rules that ran and found nothing."""
    said = tuple(suppressions)
    everywhere: set[str] = set()
    below: set[tuple[str, int]] = set()  # by code and first line of the entry
    lasts: dict[int, int] = {}
    for one in said:
        codes = {name.code for name in one.names if one.reads and name.code is not None}
        if one.whole_file:
            everywhere |= codes
        else:
            lasts[one.first] = one.last
            below |= {(code, one.first) for code in codes}
    firsts = sorted(lasts)
    kept: list[Diagnostic] = []
    used: set[tuple[str, int]] = set()
    for finding in found:
        code, line = finding.code, finding.span.line
        at = bisect_right(firsts, line) - 1
        first = firsts[at] if at >= 0 and line <= lasts[firsts[at]] else _FILE
        if (code, first) in below:
            used.add((code, first))
        elif code in everywhere:
            used.add((code, _FILE))
        else:
            kept.append(finding)
    judged = frozenset(ran)
    unused = (Unused(one, tuple(_idle(one, judged, used))) for one in said if one.reads)
    return kept, tuple(one for one in unused if one.names)


_FILE = -1
"""What a suppression for the whole file is about, in the place of a line."""


def _idle(
    one: Suppression, judged: Collection[str], used: Collection[tuple[str, int]]
) -> Iterator[Named]:
    for name in one.names:
        about = _FILE if one.whole_file else one.first
        if name.code is not None and name.code in judged and (name.code, about) not in used:
            yield name
