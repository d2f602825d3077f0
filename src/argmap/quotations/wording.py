"""A source's own words, as they are written on one line: for messages, and to mend a quotation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from argmap.quotations.emphasis import kept
from argmap.quotations.nearest import Change, Comparison
from argmap.quotations.tokens import Token
from argmap.sentences import listed

_DIVIDED = re.compile(r"(?<=[^\W\d_])[-‐‑\xad][ \t]*[\n\f]\s*(?=[^\W\d_])")
_UNSEEN = re.compile("[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""What is left out of a source's words: what says nothing where they are put, or could turn the
rest of the line around. What joins letters, or keeps them apart, stays."""
_LONGEST = 240
_AROUND = 60


class Replacement(NamedTuple):
    """A piece of a quotation, and what to put in its place."""

    start: int
    end: int
    text: str


def words(text: str, start: int, end: int) -> str:
    """What stands in a source from one offset to another."""
    whole = _DIVIDED.sub("", text[start:end])
    return " ".join(_UNSEEN.sub("", whole).split())


_KINDS = ("capitals", "accents", "marks", "spaces")


def named(kinds: Collection[str]) -> str:
    """The kinds of small differences, as they are listed in a sentence."""
    return listed(kind for kind in _KINDS if kind in kinds)


def replacements(found: Comparison, quotation: str, source: str) -> Iterator[Replacement]:
    """What to write so that the quotation has the source's words.

    Each takes neighbours along that are the same on both sides, so that the spaces are right.
    """
    wide: list[Change] = []
    for change in found.changes:
        one = _widened(change, found)
        if wide and one.first <= wide[-1].last:
            last = wide.pop()
            one = Change(last.first, one.last, last.other_first, one.other_last)
        wide.append(one)
    for one in wide:
        quoted = found.quoted[one.first : one.last]
        theirs = found.source[one.other_first : one.other_last]
        if not quoted or not theirs:
            return
        pieces: list[str] = []
        at = theirs[0].start
        for mark in kept(found, one, quotation, source):
            pieces += (source[at : mark.start], mark.text)
            at = mark.end
        whole = "".join((*pieces, source[at : theirs[-1].end]))
        new = words(whole, 0, len(whole))
        if one.first == 0:
            new = _cased(new, quoted[0].text)
        yield Replacement(quoted[0].start, quoted[-1].end, new)


def _widened(change: Change, found: Comparison) -> Change:
    a, b, c, d = change
    if a > 0 and c > 0:
        a, c = a - 1, c - 1
    if b < len(found.quoted) and d < len(found.source):
        whole = a < b and c < d
        if not whole or _gap_before(found.quoted, b) != _gap_before(found.source, d):
            b, d = b + 1, d + 1
    return Change(a, b, c, d)


def _gap_before(row: Sequence[Token], at: int) -> bool:
    """Whether there is anything between a token and the one before it."""
    return row[at - 1].end < row[at].start


def _cased(new: str, like: str) -> str:
    """A text whose first letter is a capital if that of another is; a quotation may begin so."""
    if new[:1].casefold() != like[:1].casefold():
        return new
    return like[:1] + new[1:]


def marked(found: Comparison, text: str) -> str:
    """The source's words, with `‹ ›` around what is not as the quotation has it; cut around the
    first of them if there are many."""
    pieces: list[str] = []
    at = found.source[0].start
    for change in found.changes:
        source = found.source[change.other_first : change.other_last]
        if source:
            start, end = source[0].start, source[-1].end
        else:
            start = end = (
                found.source[change.other_first].start
                if change.other_first < len(found.source)
                else found.source[-1].end
            )
        pieces += (text[at:start], "‹", text[start:end], "›")
        at = end
        if not source:
            pieces.append(" ")
    pieces.append(text[at : found.source[-1].end])
    whole = "".join(pieces)
    whole = words(whole, 0, len(whole))
    if len(whole) <= _LONGEST:
        return whole
    start = max(whole.find("‹") - _AROUND, 0)
    cut = whole[start : start + _LONGEST]
    return f"{'…' if start else ''}{cut}{'…' if start + _LONGEST < len(whole) else ''}"
