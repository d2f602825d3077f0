"""How wide a text is, from our own table of advances and never from the machine's fonts.

Two runs on two machines must break the same text at the same words. Widths are those of Arial
and Liberation Sans for the scripts these have; other scripts follow rules: East Asian wide
characters are one em, marks that sit on others are nothing, and for the rest a typical width of
the script stands in. `textLength` in the picture holds a text to what was measured here.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import Enum
from functools import cached_property

from argmap.render import metrics

UNITS = 2048
_JOINER = "\u200d"


class Face(Enum):
    """The three cuts of the typeface that the picture uses."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"

    @cached_property
    def advances(self) -> dict[str, int]:
        """The advance of every character in units of 1/2048 em; total over all of Unicode."""
        return _Advances(self)


# First code point of a block, and the usual advance of its letters in thousandths of an em,
# taken from the Noto Sans fonts. It holds up to the next entry.
_BLOCKS: tuple[tuple[int, int], ...] = (
    (0x0000, 600),
    (0x0530, 620),  # Armenian
    (0x0590, 560),  # Hebrew
    (0x0600, 510),  # Arabic, joined letters
    (0x0700, 600),
    (0x0900, 630),  # Devanagari
    (0x0980, 680),  # Bengali
    (0x0A00, 640),  # Gurmukhi
    (0x0A80, 670),  # Gujarati
    (0x0B00, 650),  # Oriya
    (0x0B80, 950),  # Tamil
    (0x0C00, 770),  # Telugu
    (0x0C80, 810),  # Kannada
    (0x0D00, 1000),  # Malayalam
    (0x0D80, 880),  # Sinhala
    (0x0E00, 610),  # Thai
    (0x0E80, 600),  # Lao
    (0x0F00, 600),  # Tibetan
    (0x1000, 850),  # Burmese
    (0x10A0, 600),  # Georgian
    (0x1100, 1000),
    (0x1200, 700),  # Ethiopic
    (0x1380, 600),
    (0x1780, 700),  # Khmer
    (0x1800, 600),
    (0x2190, 1000),  # arrows and signs
    (0x2C00, 620),
    (0xFB50, 560),  # Arabic, presentation forms
    (0xFE00, 600),
    (0x1F000, 1250),  # pictures
    (0x20000, 1000),
)
_STARTS = tuple(start for start, _ in _BLOCKS)
_BOLDER = 1.06
_WIDE = UNITS
_WIDE_PICTURE = UNITS * 5 // 4
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_NO_ADVANCE = frozenset(("Mn", "Me", "Cf", "Cc"))


class _Advances(dict[str, int]):
    """Advances by character; one that the font has not is worked out when first asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.bold = face is Face.BOLD
        runs = {
            Face.REGULAR: metrics.REGULAR,
            Face.BOLD: metrics.BOLD,
            Face.ITALIC: metrics.ITALIC,
        }[face]
        value = {digit: at for at, digit in enumerate(metrics.DIGITS)}
        for start, text in runs:
            for at in range(0, len(text), 2):
                point = start + at // 2
                self[chr(point)] = 64 * value[text[at]] + value[text[at + 1]]

    def __missing__(self, character: str) -> int:
        self[character] = width = _by_rule(character, bold=self.bold)
        return width


def _by_rule(character: str, *, bold: bool) -> int:
    point = ord(character)
    category = unicodedata.category(character)
    if category in _NO_ADVANCE or point in _SKIN_TONES:
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE_PICTURE if 0x1F000 <= point < 0x20000 else _WIDE
    width = _BLOCKS[bisect_right(_STARTS, point) - 1][1] * UNITS / 1000
    if category == "Mc":
        width *= 0.5
    return round(width * (_BOLDER if bold else 1))


def units(text: str, face: Face = Face.REGULAR) -> int:
    """The advance of a text in units of 1/2048 em; pictures joined into one count once."""
    table = face.advances
    width = sum(map(table.__getitem__, text))
    if _JOINER in text:
        for joined in text.split(_JOINER)[1:]:
            if joined and ord(joined[0]) >= 0x1F000:
                width -= table[joined[0]]
    return width


def width_of(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """The advance of a text in px at a font size in px."""
    return units(text, face) * size / UNITS
