"""Break a text into lines.

The rule: as few lines as the full measure allows, then the narrowest measure that keeps that
count, but never under 82 % of the full one. That gives a calm right edge and no last line of one
word. Words longer than the measure break between characters, never before a mark that sits on
the one before; East Asian text breaks between any two characters that the line rules let part.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from argmap.render.measure import UNITS, Face, units

NARROWEST = 0.82
"""The share of the measure under which a text is not narrowed."""

_JOINER = "\u200d"
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【")
_FIRST_WIDE = "\u1100"
_WIDE = (
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_AFTER_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2012-\u2015/])(?=\w)")


@cache
def _wide() -> re.Pattern[str]:
    """Compiled when first needed: the class takes some milliseconds."""
    return re.compile(_WIDE)


class _Pieces:
    """What stays together on a line, one after the other.

    `lefts` and `rights` are the edges of the pieces if all stood on one line, so that what a
    line can take is found by bisection. `spaced` says whether a space parts a piece from the one
    before.
    """

    __slots__ = ("lefts", "rights", "spaced", "texts")

    def __init__(self) -> None:
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

    def broken(self, full: int) -> list[int]:
        """Where each line starts when every line takes as many pieces as it can."""
        starts, at, count = [], 0, len(self.texts)
        while at < count:
            starts.append(at)
            at = max(bisect_right(self.rights, self.lefts[at] + full, at), at + 1)
        return starts

    def line(self, start: int, end: int) -> str:
        """The pieces from start to end as one text."""
        out = self.texts[start]
        for at in range(start + 1, end):
            out += " " + self.texts[at] if self.spaced[at] else self.texts[at]
        return out


def wrap(text: str, measure: float, size: float, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """The lines of a text set in a measure (px) at a font size (px); at least one line.

    Runs of white space count as one space. No line is wider than the measure, unless a single
    character is.
    """
    full = int(measure * UNITS / size)
    pieces = _pieces(text, full, face)
    if not pieces.texts:
        return ("",)
    starts = pieces.broken(full)
    if len(starts) > 1:
        starts = _narrowed(pieces, full, starts)
    ends = (*starts[1:], len(pieces.texts))
    return tuple(pieces.line(start, end) for start, end in zip(starts, ends, strict=True))


def shorten(text: str, measure: float, size: float, face: Face = Face.REGULAR) -> str:
    """The text on one line of a measure (px), its end replaced by `…` where it is too long."""
    text = " ".join(text.split())
    full = int(measure * UNITS / size)
    if units(text, face) <= full:
        return text
    room, kept = full - units("…", face), 0
    clusters = _clusters(text)
    for cluster in clusters:
        room -= units(cluster, face)
        if room < 0:
            break
        kept += 1
    return "".join(clusters[:kept]).rstrip() + "…"


def _narrowed(pieces: _Pieces, full: int, starts: list[int]) -> list[int]:
    """The same number of lines at the narrowest measure allowed, to an eighth of an em."""
    low, high = int(full * NARROWEST), full
    tried = pieces.broken(low)
    if len(tried) == len(starts):
        return tried
    while high - low > UNITS // 8:
        middle = (low + high) // 2
        tried = pieces.broken(middle)
        if len(tried) == len(starts):
            starts, high = tried, middle
        else:
            low = middle
    return starts


def _pieces(text: str, full: int, face: Face) -> _Pieces:
    pieces = _Pieces()
    advance = face.advances.__getitem__
    space = advance(" ")
    if text.isascii() and "-" not in text and "/" not in text:
        for word in text.split():
            width = sum(map(advance, word))
            if width <= full:
                pieces.add(word, width, space)
            else:
                _add_chopped(pieces, word, full, face, space)
        return pieces
    for word in text.split():
        parts = _AFTER_HYPHEN.split(word)
        if not word.isascii() and max(word) >= _FIRST_WIDE and _wide().search(word):
            parts = [run for part in parts for run in _wide_runs(part)]
        before = space
        for part in parts:
            width = units(part, face)
            if width <= full:
                pieces.add(part, width, before)
            else:
                _add_chopped(pieces, part, full, face, before)
            before = 0
    return pieces


def _add_chopped(pieces: _Pieces, word: str, full: int, face: Face, space: int) -> None:
    """Add a word that is too long for a line, in the longest runs that fit."""
    for run in _chop(word, full, face):
        pieces.add(run, units(run, face), space)
        space = 0


def _clusters(text: str) -> list[str]:
    """The text in characters with the marks and joined pictures that belong to them."""
    clusters: list[str] = []
    for character in text:
        if clusters and (
            character == _JOINER
            or clusters[-1][-1] == _JOINER
            or 0x1F3FB <= ord(character) <= 0x1F3FF
            or unicodedata.category(character) in ("Mn", "Me", "Mc")
        ):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _chop(word: str, full: int, face: Face) -> list[str]:
    """A word in the longest runs of characters that fit the measure."""
    runs: list[str] = []
    run, used = "", 0
    for cluster in _clusters(word):
        width = units(cluster, face)
        if run and used + width > full:
            runs.append(run)
            run, used = "", 0
        run += cluster
        used += width
    return [*runs, run]


def _wide_runs(word: str) -> list[str]:
    """A word parted wherever East Asian text may break."""
    runs: list[str] = []
    wide = _wide()
    for cluster in _clusters(word):
        if runs and (
            not (wide.match(cluster) or wide.match(runs[-1][-1]))
            or cluster[0] in _NOT_FIRST
            or runs[-1][-1] in _NOT_LAST
        ):
            runs[-1] += cluster
        else:
            runs.append(cluster)
    return runs
