"""Text of unknown origin, made fit for a terminal.

A map may hold anything: escape sequences, marks that turn the direction of writing, characters
of no width. What could change how the rest of a screen reads is shown as what it is.
"""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Format characters that scripts and emoji need, and that do no harm."""

TAB = 4


def visible(text: str) -> str:
    """The text with each character that acts on a terminal replaced by a picture or a name."""
    if text.isprintable():
        return text
    return "".join(_glyph(character) for character in text)


def visible_lines(written: str) -> str:
    """The same for a text of several lines, which stay."""
    return "\n".join(visible(line) for line in written.split("\n"))


def cells(text: str) -> list[tuple[str, int]]:
    """What each character of a line is shown as, and how many columns that takes.

    A tab reaches to the next multiple of four, as the language reads it.
    """
    if text.isascii() and text.isprintable():
        return [(character, 1) for character in text]
    shown: list[tuple[str, int]] = []
    column = 0
    before = ""
    for character in text:
        if character == "\t":
            glyph, width = " " * (TAB - column % TAB), TAB - column % TAB
        elif (glyph := _glyph(character)) != character:
            width = len(glyph)
        elif before == "\u200d" and east_asian_width(character) == "W":
            width = 0
        else:
            width = _width(character)
        shown.append((glyph, width))
        column += width
        before = character
    return shown


def _glyph(character: str) -> str:
    if character.isprintable() or character in _JOINERS or category(character) not in _HARMFUL:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if combining(character) or category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if "\u1160" <= character <= "\u11ff":  # the later parts of a Hangul syllable
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
