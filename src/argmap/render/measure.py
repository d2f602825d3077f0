"""How wide a text is, from our own tables of advances and never from the machine's fonts.

Two runs on two machines must break the same text at the same words. Widths are those of Arial
and Liberation Sans for the scripts these have (Latin, Greek, Cyrillic, Hebrew and many signs).
Other scripts have Noto's: East Asian wide characters are one em, a syllable of Hangul 0.92, a
picture 1.25; a letter of Arabic, of an Indic script and of those of South East Asia has the width
that fits best wherever it stands, with rules for letters that join. A line of text measured so
lies within 10 % of what a browser with the Noto fonts draws, most lines within 4 %.

Not so exact are: single short words of Arabic and of the Indic scripts (up to 25 %), and with no
table of their own the signs beyond those of Arial (arrows, ticks, mathematics: which font has
them differs from machine to machine) and scripts that are rare today, which are taken as 0.6 em
a letter. Where a reader's fonts are others than Noto they may differ by more, East Asian ones
hardly. `textLength` in the picture holds a text to what was measured here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from enum import Enum
from functools import cache, cached_property

from argmap.render import metrics

UNITS = 2048
JOINER = "\u200d"

_WIDE = UNITS
_HANGUL = round(0.92 * UNITS)
_HANGUL_BLOCKS = (range(0x1100, 0x1160), range(0xA960, 0xA97D), range(0xAC00, 0xD7A4))
_PICTURE = UNITS * 5 // 4
_FIRST_PICTURE = 0x1F000
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SIGNS = range(0x2190, 0x2E80)
_ELSEWHERE = 0.6
_SIGN = 1.0
_BOLDER = 1.06
_NO_ADVANCE = frozenset(("Mn", "Me", "Cf", "Cc"))
# Vowels and finals of Hangul, which join the consonant before them, and skin tones.
_JOINED_ON = (range(0x1160, 0x1200), range(0xD7B0, 0xD7FC), range(0x1F3FB, 0x1F400))
_HALF_WIDTH = range(0xFF61, 0xFFDD)

_MOST_WORDS = 20_000

_FIRST_CHANGED = "\u0600"
"""No character before this one changes its width for its neighbours."""


class Face(Enum):
    """The three cuts of the typeface that the picture uses."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"

    @cached_property
    def advances(self) -> dict[str, int]:
        """The advance of every character in units of 1/2048 em; total over all of Unicode."""
        return _Advances(self)

    @cached_property
    def words(self) -> dict[str, int]:
        """The advance of words of characters that change no neighbour; each is added up once."""
        return _Words(self.advances)


class _Advances(dict[str, int]):
    """Advances by character; one that Arial has not is worked out when first asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.bold = face is Face.BOLD
        for start, widths in metrics.face(face.value):
            self.update(zip(map(chr, range(start, start + len(widths))), widths, strict=True))

    def __missing__(self, character: str) -> int:
        self[character] = width = _by_rule(character, bold=self.bold)
        return width


class _Words(dict[str, int]):
    """Advances by word; so many words as a map may hold cost little, more are not kept."""

    def __init__(self, advances: dict[str, int]) -> None:
        super().__init__()
        self._advance = advances.__getitem__

    def __missing__(self, word: str) -> int:
        width = sum(map(self._advance, word))
        if len(self) < _MOST_WORDS:
            self[word] = width
        return width


@cache
def _starts() -> tuple[int, ...]:
    return tuple(start for start, _, _ in metrics.scripts())


def _at(widths: tuple[int, ...], place: int) -> int:
    """The width at a place, 0 beyond the end."""
    return widths[place] if place < len(widths) else 0


def _by_rule(character: str, *, bold: bool) -> int:
    point = ord(character)
    category = unicodedata.category(character)
    if category in ("Cf", "Cc") or any(point in joined_on for joined_on in _JOINED_ON):
        return 0
    place = bisect_right(_starts(), point) - 1
    if place >= 0:
        start, bolder, widths = metrics.scripts()[place]
        width = _at(widths, point - start)
        if width:
            return width * bolder // 1000 if bold else width
    if category in _NO_ADVANCE:
        return 0
    if point in _FLAG_LETTERS:
        return _PICTURE // 2
    if any(point in block for block in _HANGUL_BLOCKS):
        return _HANGUL
    if point in _HALF_WIDTH:
        return _WIDE // 2
    if unicodedata.east_asian_width(character) in "WF":
        is_picture = _FIRST_PICTURE <= point < 0x20000 or point in _SIGNS
        return _PICTURE if is_picture else _WIDE
    em = _SIGN if point in _SIGNS or 0x1F000 <= point < 0x20000 else _ELSEWHERE
    if category == "Mc":
        em /= 2
    return round(em * UNITS * (_BOLDER if bold else 1))


def units(text: str, face: Face = Face.REGULAR) -> int:
    """The advance of a text in units of 1/2048 em.

    Pictures joined into one count once, and letters count as they join their neighbours. No
    text is wider than its clusters together.
    """
    table = face.advances
    width = sum(map(table.__getitem__, text))
    if not text.isascii() and max(text) >= _FIRST_CHANGED:
        width += _by_neighbours(text, table, bold=face is Face.BOLD)
    return width


def width_of(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """The advance of a text in px at a font size in px."""
    return units(text, face) * size / UNITS


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compiled when first needed; most texts need none."""
    return re.compile(source)


_JOINERS = "".join(metrics.conjuncts())
_CONJUNCT = rf"(\w)([{_JOINERS}])\u200d?(?=(\w))"
_ARABIC = "[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06fc]"
_ALONE = "(?!\u0621)"
_JOINING = f"{_ARABIC}(?=[\u064b-\u065f\u0670\u200d]*{_ALONE}{_ARABIC})"
_AS_PICTURE = "(.)\ufe0f"
_JOINED_PICTURE = "\u200d([\u2190-\u2bff\U0001f000-\U0001faff])(\ufe0f)?"


def _by_neighbours(text: str, table: dict[str, int], *, bold: bool) -> int:
    """By how much the neighbours of letters and pictures change the width of a text."""
    change = 0
    if "\ufe0f" in text:
        for found in _pattern(_AS_PICTURE).finditer(text):
            change += _PICTURE - table[found[1]]
    if JOINER in text:
        for found in _pattern(_JOINED_PICTURE).finditer(text):
            change -= _PICTURE if found[2] else table[found[1]]
    if _pattern(_ARABIC).search(text):
        start, joined = metrics.joined()
        bolder = metrics.scripts()[bisect_right(_starts(), start) - 1][1] if bold else 1000
        for found in _pattern(_JOINING).finditer(text):
            width = _at(joined, ord(found[0]) - start)
            if width:
                change += width * bolder // 1000 - table[found[0]]
    if _pattern(f"[{_JOINERS}]").search(text):
        change -= _saved_by_conjuncts(text, table)
    return change


def _saved_by_conjuncts(text: str, table: dict[str, int]) -> int:
    """What consonants lose that stand joined before or after another."""
    saved, conjuncts = 0.0, metrics.conjuncts()
    for found in _pattern(_CONJUNCT).finditer(text):
        first, second, ra, ra_first, ra_second = conjuncts[found[2]]
        before, after = found[1], found[3]
        saved += table[before] * (100 - (ra_first if before in ra else first))
        saved += table[after] * (100 - (ra_second if after in ra else second))
    return int(saved / 100)
