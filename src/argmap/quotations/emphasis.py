"""Emphasis as plain text shows it, `*so*` or `_so_`: no words, but not to be torn apart.

Where a source's words are put into a quotation, the source's own emphasis stays away, and that of
the quotation stays at the words it was at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.quotations.nearest import Change, Comparison
from argmap.quotations.tokens import is_word

_RUN = re.compile(r"[*_]+")


class Mark(NamedTuple):
    """A piece of a text, and what is put in its place."""

    start: int
    end: int
    text: str


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Where emphasis begins or ends: asterisks and underlines that touch something, but are not
    between letters or digits. What is put in their place is nothing."""
    for run in _RUN.finditer(text, start, end):
        before, after = _around(text, *run.span())
        if (before.strip() or after.strip()) and not (before.isalnum() and after.isalnum()):
            yield Mark(*run.span(), "")


def kept(found: Comparison, piece: Change, quotation: str, source: str) -> list[Mark]:
    """What to change in a piece of the source, in order, for its emphasis to be the quotation's."""
    ours = found.quoted[piece.first : piece.last]
    theirs = found.source[piece.other_first : piece.other_last]
    changed = [*marks(source, theirs[0].start, theirs[-1].end)]
    firsts = [change.first for change in found.changes]
    for start, end, _ in marks(quotation, ours[0].start, ours[-1].end):
        at = piece.first + bisect_right(ours, start, key=lambda token: token.end)
        before, after = _around(quotation, start, end)
        if after.isalnum() or not before.strip():  # it begins
            other = _counterpart(found, bisect_right(firsts, at) - 1, at)
            other = min(other, piece.other_last - 1)
            while after.isalnum() and other < piece.other_last - 1 and not _says(found, other):
                other += 1
            place = found.source[other].start
        else:
            other = _counterpart(found, bisect_left(firsts, at) - 1, at)
            place = found.source[max(other - 1, piece.other_first)].end
        changed.append(Mark(place, place, quotation[start:end]))
    return sorted(changed)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a piece; empty at the edges of the text."""
    return text[max(start - 1, 0) : start], text[end : end + 1]


def _says(found: Comparison, number: int) -> bool:
    """Whether a token of the source is no mark."""
    return is_word(found.source[number].text)


def _counterpart(found: Comparison, number: int, at: int) -> int:
    """The token of the source that stands for one of the quotation's, of which the last change
    before it is given."""
    if number < 0:
        return at
    first, last, other_first, other_last = found.changes[number]
    if at < last:
        return min(other_first + at - first, other_last)
    return other_last + at - last
