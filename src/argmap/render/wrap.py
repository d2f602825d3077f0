"""Break a text into lines.

The rule: as few lines as the full measure allows, then the narrowest measure that keeps that
count, but never under 82 % of the full one. That gives a calm right edge and no last line of one
word. Words longer than the measure break between clusters, never within one. Where a script has
no spaces its lines break where `clusters` lets them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import NamedTuple

from argmap.render.clusters import clusters, runs
from argmap.render.measure import UNITS, Face, units, width_of

NARROWEST = 0.82
"""The share of the measure under which a text is not narrowed."""

_AFTER_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2012-\u2015/])(?=\w)")
_BREAKING_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"


class Line(NamedTuple):
    """A line of text and its width in px."""

    text: str
    width: float


class _Pieces:
    """What stays together on a line, one after the other.

    `lefts` and `rights` are the edges of the pieces if all stood on one line, so that what a
    line can take is found by bisection. `spaced` says whether a space parts a piece from the one
    before.
    """

    __slots__ = ("all_spaced", "lefts", "rights", "spaced", "texts")

    def __init__(self) -> None:
        self.all_spaced = False
        self.texts: list[str] = []
        self.lefts: list[int] = []
        self.rights: list[int] = []
        self.spaced: list[bool] = []

    def add(self, text: str, width: int, space: int) -> None:
        """Add a piece after a space of a width, 0 for none."""
        left = self.rights[-1] + space if self.rights else 0
        self.texts.append(text)
        self.lefts.append(left)
        self.rights.append(left + width)
        self.spaced.append(space > 0)

    def add_words(self, words: list[str], widths: list[int], space: int) -> None:
        """Put in words that stand between spaces of a width, the first pieces of all."""
        self.all_spaced = True
        self.texts = words
        ends = [*accumulate(map(space.__add__, widths))]
        self.lefts = [0, *ends]
        self.rights = [end - space for end in ends]

    def broken(self, full: int) -> list[int]:
        """Where each line starts when every line takes as many pieces as it can."""
        lefts, rights = self.lefts, self.rights
        starts, at, count = [], 0, len(rights)
        while at < count:
            starts.append(at)
            following = bisect_right(rights, lefts[at] + full, at)
            at = following if following > at else at + 1
        return starts

    def width_from(self, start: int) -> int:
        """The width of all pieces from one on, on one line."""
        return self.rights[-1] - self.lefts[start]

    def text(self, start: int, end: int) -> str:
        """The pieces from start to end as one text."""
        if self.all_spaced:
            return " ".join(self.texts[start:end])
        out = self.texts[start]
        for at in range(start + 1, end):
            out += " " + self.texts[at] if self.spaced[at] else self.texts[at]
        return out

    def line(self, start: int, end: int, size: float, face: Face) -> Line:
        """The pieces from start to end as a line; parts of words may change their neighbours."""
        text = self.text(start, end)
        if self.all_spaced:
            return Line(text, (self.rights[end - 1] - self.lefts[start]) * size / UNITS)
        return Line(text, width_of(text, size, face))


def wrap(
    text: str,
    measure: float,
    size: float,
    face: Face = Face.REGULAR,
    most: int | None = None,
    tail: float = 0.0,
) -> tuple[Line, ...]:
    """The lines of a text set in a measure (px) at a font size (px); at least one line.

    Runs of white space count as one space. No line is wider than the measure, unless a single
    character is. Where there are more lines than `most`, the last of these is shortened. A `tail`
    (px) is kept free at the end of the last line where that makes no line more.
    """
    full = int(measure * UNITS / size)
    pieces = _pieces(text, full, face)
    if not pieces.texts:
        return (Line("", 0.0),)
    starts = pieces.broken(full)
    if most is not None and len(starts) > most:
        kept = [pieces.line(*ends, size, face) for ends in pairwise(starts[:most])]
        rest = pieces.text(starts[most - 1], len(pieces.texts))
        short = shorten(rest, measure, size, face)
        return (*kept, Line(short, width_of(short, size, face)))
    if len(starts) > 1:
        last = full - int(tail * UNITS / size)
        if not tail or pieces.width_from(starts[-1]) > last:
            last = full
        starts = _narrowed(pieces, full, starts, last)
    ends = (*starts[1:], len(pieces.texts))
    return tuple(
        [pieces.line(start, end, size, face) for start, end in zip(starts, ends, strict=True)]
    )


def shorten(text: str, measure: float, size: float, face: Face = Face.REGULAR) -> str:
    """The text on one line of a measure (px), its end replaced by `…` where it is too long."""
    text = " ".join(text.split())
    full = int(measure * UNITS / size)
    if units(text, face) <= full:
        return text
    parts = clusters(text)
    fits, too_many = 0, len(parts) + 1
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if units("".join(parts[:middle]).rstrip() + "…", face) <= full:
            fits = middle
        else:
            too_many = middle
    return "".join(parts[:fits]).rstrip() + "…"


def _narrowed(pieces: _Pieces, full: int, starts: list[int], last: int) -> list[int]:
    """The same number of lines at the narrowest measure allowed, to an eighth of an em; the last of
    them is no wider than `last`."""
    low, high = int(full * NARROWEST), full
    tried = pieces.broken(low)
    if len(tried) == len(starts) and pieces.width_from(tried[-1]) <= last:
        return tried
    while high - low > UNITS // 8:
        middle = (low + high) // 2
        tried = pieces.broken(middle)
        if len(tried) == len(starts) and pieces.width_from(tried[-1]) <= last:
            starts, high = tried, middle
        else:
            low = middle
    return starts


def _pieces(text: str, full: int, face: Face) -> _Pieces:
    pieces = _Pieces()
    advance = face.advances.__getitem__
    space = advance(" ")
    if text.isascii() and "-" not in text and "/" not in text:
        words = text.split()
        widths = [*map(face.words.__getitem__, words)]
        if not words or max(widths) <= full:
            pieces.add_words(words, widths, space)
            return pieces
        for word, width in zip(words, widths, strict=True):
            if width <= full:
                pieces.add(word, width, space)
            else:
                _add_chopped(pieces, word, full, face, space)
        return pieces
    for word in _words(text):
        parts = _AFTER_HYPHEN.split(word)
        if not word.isascii():
            parts = [run for part in parts for run in runs(part)]
        before = space
        for part in parts:
            width = units(part, face)
            if width <= full:
                pieces.add(part, width, before)
            else:
                _add_chopped(pieces, part, full, face, before)
            before = 0
    return pieces


def _words(text: str) -> list[str]:
    """What stands between spaces at which a line may break."""
    if text.isascii() or not any(space in text for space in _NO_BREAK_SPACES):
        return text.split()
    return [word for word in _BREAKING_SPACE.split(text) if word.strip()]


def _add_chopped(pieces: _Pieces, word: str, full: int, face: Face, space: int) -> None:
    """Add a word that is too long for a line, in the longest runs that fit."""
    for run in _chop(word, full, face):
        pieces.add(run, units(run, face), space)
        space = 0


def _chop(word: str, full: int, face: Face) -> list[str]:
    """A word in the longest runs of clusters that fit the measure."""
    found: list[str] = []
    run, used = "", 0
    for cluster in clusters(word):
        width = units(cluster, face)
        if run and used + width > full:
            found.append(run)
            run, used = "", 0
        run += cluster
        used += width
    return [*found, run]
