"""Fit an advance to every letter of the scripts that Liberation Sans has not.

A part of make_metrics.py, not of the runtime and not a test. In these scripts how wide a letter
is depends on its neighbours. HarfBuzz shapes some thousand words of each script (the names of
languages, countries and currencies in CLDR) with the Noto fonts; the advances are those that
come closest for all the words together, and keep near the font's own where the words say little.

It needs fonttools, uharfbuzz, babel and scipy, and Debian's fonts-noto-core.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import product
from pathlib import Path

NEAR_THE_FONT = 0.15
CONJUNCT = frozenset((0.0, 0.3, 0.5, 0.7, 1.0))


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its block, the languages whose words it is fitted to, what joins consonants.

    `ra` are the letters that change most beside the joiner.
    """

    name: str
    low: int
    high: int
    languages: tuple[str, ...]
    joiner: str = ""
    ra: str = ""
    family: str = "NotoSans"


SCRIPTS = (
    Script("Armenian", 0x531, 0x58A, ("hy",)),
    Script("Arabic", 0x600, 0x6FF, ("ar", "fa", "ur", "ps")),
    Script("Devanagari", 0x900, 0x97F, ("hi", "mr", "ne"), "\u094d", "\u0930"),
    Script("Bengali", 0x980, 0x9FE, ("bn", "as"), "\u09cd", "\u09b0\u09f0"),
    Script("Gurmukhi", 0xA01, 0xA76, ("pa",), "\u0a4d", "\u0a30"),
    Script("Gujarati", 0xA81, 0xAF1, ("gu",), "\u0acd", "\u0ab0"),
    Script("Oriya", 0xB01, 0xB77, ("or",), "\u0b4d", "\u0b30"),
    Script("Tamil", 0xB82, 0xBFA, ("ta",)),
    Script("Telugu", 0xC00, 0xC7F, ("te",), "\u0c4d", "\u0c30"),
    Script("Kannada", 0xC80, 0xCF2, ("kn",), "\u0ccd", "\u0cb0"),
    Script("Malayalam", 0xD00, 0xD7F, ("ml",), "\u0d4d", "\u0d30"),
    Script("Sinhala", 0xD81, 0xDF4, ("si",), "\u0dca", "\u0dbb"),
    Script("Thai", 0xE01, 0xE5B, ("th",)),
    Script("Lao", 0xE81, 0xEDF, ("lo",)),
    Script("Tibetan", 0xF00, 0xFBC, ("bo", "dz"), family="NotoSerif"),
    Script("Myanmar", 0x1000, 0x109F, ("my",), "\u1039", "\u101b"),
    Script("Georgian", 0x10D0, 0x10FF, ("ka",)),
    Script("Ethiopic", 0x1200, 0x137C, ("am", "ti")),
    Script("Khmer", 0x1780, 0x17F9, ("km",), "\u17d2", "\u179a"),
)

# Arabic letters that join to the one before them only.
_RIGHT_JOINING = "اآأإٱدذرزوةؤڈڑژڕۆۇۈۋۀےۓەڌڎړ"
_ARABIC_LETTER = "[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06fc]"
JOINING = re.compile(
    f"(?![{_RIGHT_JOINING}ء]){_ARABIC_LETTER}(?=[\u064b-\u065f\u0670\u200d]*(?!ء){_ARABIC_LETTER})"
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Advances in em by code point; of Arabic letters also when joined to the next one.

    `shares` are what is left of the consonant before a joiner and of the one after it, then the
    same for `ra`. `bold` is how much wider the bold face is.
    """

    script: Script
    bold: float
    advances: dict[int, float]
    joined: dict[int, float]
    shares: tuple[float, ...]


def fit(script: Script, folder: Path) -> Fitted:
    """The advances of a script."""
    numpy = import_module("numpy")
    words = _words(script)
    regular, bold = (_shaper(folder, script, cut) for cut in ("Regular", "Bold"))
    widths = numpy.array([regular(word) for word in words])
    bolder = sum(map(bold, words)) / sum(widths)
    own = _own_advances(folder, script)
    letters = sorted({letter for word in words for letter, _ in _parts(script, word, ())})
    prior = numpy.array([own.get(ord(letter[0]), 0.0) for letter in letters])
    best: tuple[float, tuple[float, ...], object] | None = None
    for shares in _tried(script):
        used = _usage(script, words, letters, shares)
        weight = 1 / numpy.sqrt(widths)
        system = numpy.vstack([used * weight[:, None], numpy.eye(len(letters)) * NEAR_THE_FONT])
        wanted = numpy.concatenate([widths * weight, prior * NEAR_THE_FONT])
        found, _ = import_module("scipy.optimize").nnls(system, wanted)
        error = float(numpy.mean(((used @ found) / widths - 1) ** 2))
        if best is None or error < best[0]:
            best = (error, shares, found)
    assert best is not None
    fitted = dict(zip(letters, map(float, best[2]), strict=True))  # type: ignore[call-overload]
    advances = dict(own)
    for letter, width in fitted.items():
        if len(letter) == 1 and script.low <= ord(letter) <= script.high:
            advances[ord(letter)] = width
    joined = {
        ord(letter[0]): min(width, advances[ord(letter[0])])
        for letter, width in fitted.items()
        if len(letter) == 2 and ord(letter[0]) in advances
    }
    return Fitted(script, bolder, advances, joined, best[1])


def _tried(script: Script) -> Iterator[tuple[float, ...]]:
    if not script.joiner:
        return iter(((),))
    return (
        shares
        for shares in product(CONJUNCT, CONJUNCT, (0.0, 0.5, 1.0), (0.0, 0.5, 1.0))
        if shares[0] + shares[1] >= 1
    )


def _parts(script: Script, word: str, shares: tuple[float, ...]) -> Iterator[tuple[str, float]]:
    """The letters of a word with the share of their advance that is left of them there.

    A joined Arabic letter is followed by a plus sign.
    """
    joined = {found.start() for found in JOINING.finditer(word)}
    for at, letter in enumerate(word):
        left = 1.0
        if shares and script.joiner:
            ra = 2 if letter in script.ra else 0
            if _is_letter(letter) and re.match(f"{script.joiner}\u200d?\\w", word[at + 1 :]):
                left -= 1 - shares[ra]
            if _is_letter(letter) and re.search(f"{script.joiner}\u200d?$", word[:at]):
                left -= 1 - shares[ra + 1]
        yield letter + "+" if at in joined else letter, max(left, 0.0)


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter) == "Lo"


def _usage(
    script: Script, words: list[str], letters: list[str], shares: tuple[float, ...]
) -> object:
    numpy = import_module("numpy")
    column = {letter: at for at, letter in enumerate(letters)}
    used = numpy.zeros((len(words), len(letters)))
    for row, word in enumerate(words):
        for letter, share in _parts(script, word, shares):
            used[row, column[letter]] += share
    return used


def _words(script: Script) -> list[str]:
    """Every word of the script in CLDR's names of things, in order."""
    pattern = re.compile(f"[{chr(script.low)}-{chr(script.high)}\u200c\u200d]+")
    found: set[str] = set()
    for language in script.languages:
        locale = import_module("babel").Locale(language)
        for names in (locale.languages, locale.territories, locale.scripts, locale.currencies):
            for name in names.values():
                found.update(word for word in pattern.findall(name) if len(word) > 1)
    return sorted(found)


def _path(folder: Path, script: Script, cut: str) -> Path:
    return folder / f"{script.family}{script.name}-{cut}.ttf"


def _shaper(folder: Path, script: Script, cut: str) -> Callable[[str], float]:
    """What gives the advance of a shaped text in em."""
    harfbuzz = import_module("uharfbuzz")
    face = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(_path(folder, script, cut))))
    font = harfbuzz.Font(face)

    def advance(text: str) -> float:
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        harfbuzz.shape(font, buffer)
        return float(sum(one.x_advance for one in buffer.glyph_positions)) / float(face.upem)

    return advance


def _own_advances(folder: Path, script: Script) -> dict[int, float]:
    """The advances that the font itself gives the characters of the block; marks get none."""
    font = import_module("fontTools.ttLib").TTFont(_path(folder, script, "Regular"))
    table, size = font["hmtx"], font["head"].unitsPerEm
    return {
        point: 0.0 if unicodedata.category(chr(point)) == "Mn" else table[glyph][0] / size
        for point, glyph in font.getBestCmap().items()
        if script.low <= point <= script.high
    }
