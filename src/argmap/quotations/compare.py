"""Two passages with the same letters, compared in all else.

A passage says the same as another if they have the same letters, digits and symbols in the same
order. What may then still differ is told here: capitals, accents, marks, the spaces between words.
Marks at digits are never small differences: 1.5 is not 15, and -5 is not 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.quotations.tokens import (
    JOINED,
    Token,
    divided,
    is_divided,
    is_word,
    letters,
    normal_word,
)

SOFT = ("\xad",)
"""The gap inside a word that is divided at the end of a line: nothing, or a hyphen."""

Gap = tuple[str, ...] | None
"""The marks between two letters; None inside a word."""


class Letter(NamedTuple):
    """A letter as it stands, with what stands before it."""

    text: str
    gap: Gap


def spelled(tokens: Sequence[Token]) -> list[Letter]:
    """The letters of some tokens, each with the gap before it; what follows the last is left out.

    A letter is the shortest piece of a word that is a letter whatever its case and accents.
    """
    found: list[Letter] = []
    gap: list[str] = []
    for token in tokens:
        if not is_word(token.text):
            gap.append(token.text)
            continue
        parts = divided(token.raw) if is_divided(token.raw) else [normal_word(token.raw)]
        first: Gap = tuple(gap)
        gap = []
        for number, part in enumerate(parts):
            for piece in _pieces(part):
                found.append(Letter(piece, first))
                first = None
            if number + 1 < len(parts):
                first = SOFT
    return found


_SHARP_S = ("ſ", "s")
"""Two letters that are not those of `ss`, while they fold to the same."""


def _pieces(word: str) -> list[str]:
    """A word in pieces: each character with the accents that follow it; a sharp s as the two
    letters that it is in capitals, and two that are joined as the two that they are."""
    if word.isascii():
        return list(word)
    found: list[str] = []
    for character in word:
        if character in "ßẞ":
            found += _SHARP_S
        elif character in JOINED:
            found += JOINED[character]
        elif letters(character) or not found:
            found.append(character)
        else:
            found[-1] += character
    return found


def difference(
    quoted: Sequence[Token], source: Sequence[Token], loose_spaces: bool
) -> frozenset[str] | None:
    """What is different between passages with the same letters; None if it is more than that."""
    kinds: set[str] = set()
    ours, theirs = spelled(quoted), spelled(source)
    if len(ours) != len(theirs):
        return None
    before = ""
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        if one.text != other.text:
            if letters(one.text) != letters(other.text):
                return None
            if not (number == 0 and _same_but_case(one.text, other.text)):
                same = _same_but_case(one.text, other.text)
                kinds.add("capitals" if same else "accents")
        if number and one.gap != other.gap:
            kind = _between(one.gap, other.gap, before, one.text, loose_spaces)
            if kind is None:
                return None
            kinds.add(kind)
        before = one.text
    kinds.discard("")
    return frozenset(kinds)


def _same_but_case(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() and _SHARP_S[0] not in one + other


def _between(ours: Gap, theirs: Gap, before: str, after: str, loose: bool) -> str | None:
    """What kind of difference there is between two gaps; empty for none, None for a large one."""
    if SOFT in (ours, theirs) and {ours, theirs} <= {SOFT, None, ("-",)}:
        return ""
    if loose and not ours and not theirs:
        return ""
    ends_digit, starts_digit = before[-1:].isdigit(), after[:1].isdigit()
    if ends_digit and starts_digit:
        return None
    if starts_digit and _sign(ours) != _sign(theirs):
        return None
    return "marks" if (ours or theirs) else "spaces"


def _sign(gap: Gap) -> str:
    """A mark that changes the number it stands before."""
    return gap[-1] if gap and gap[-1] in "-." else ""
