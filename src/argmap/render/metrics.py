"""How wide characters are, in units of 1/2048 em: those of Liberation Sans, which has the widths of
Arial, and those of other scripts.

The widths stand in advances.txt, which tests/render/make_metrics.py writes: part by part a head,
then lines of numbers, each in four digits of base 16. A line begins with a code point, and the
widths from there on follow. The other scripts have one width for a letter, the one that fits best
wherever it stands (0 where there is none).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from struct import unpack
from typing import TypeAlias

Widths: TypeAlias = tuple[int, ...]


@cache
def face(name: str) -> tuple[tuple[int, Widths], ...]:
    """The runs of a face of Liberation Sans (`regular`, `bold` or `italic`): the first code point
    of each, and the widths from there on."""
    return tuple((line[0], line[1:]) for line in _lines(name))


@cache
def scripts() -> tuple[tuple[int, int, Widths], ...]:
    """The other scripts in the order of code points: the first one, how much wider a bold letter is
    (per mille), and the widths."""
    return tuple((line[0], line[1], line[2:]) for line in _lines("others"))


@cache
def joined() -> tuple[int, Widths]:
    """The first letter of Arabic, and the widths of letters that are joined to the next one, 0 for
    those that do not join."""
    (line,) = _lines("joined")
    return line[0], line[1:]


@cache
def conjuncts() -> dict[str, tuple[int, int, str, int, int]]:
    """By what joins two consonants: what is then left of the first and of the second (per cent);
    the letters of which another share is left, and these shares."""
    return {
        chr(joiner): (first, second, "".join(map(chr, letters)), of_first, of_second)
        for joiner, first, second, of_first, of_second, *letters in _lines("conjuncts")
    }


def _lines(part: str) -> list[Widths]:
    """The numbers of each line of a part."""
    lines = map(bytes.fromhex, _parts()[part])
    return [unpack(f">{len(line) // 2}H", line) for line in lines]


@cache
def _parts() -> dict[str, list[str]]:
    """The lines of each part by its head."""
    text = Path(__file__).with_name("advances.txt").read_text(encoding="ascii")
    parts = (part.splitlines() for part in text.split("\n\n")[1:])
    return {lines[0]: lines[1:] for lines in parts}
