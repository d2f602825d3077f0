"""Writing XML: numbers, escaped text, lines of text held to their width.

All text of the map that reaches a picture passes through `escape`. It knows nothing of maps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

from argmap.render.paths import Path, Point

# What is not a Char of XML 1.0, section 2.2.
_NOT_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_SAFE_LINK = r"(?i:https?://|mailto:)[^\s\x00-\x20\"'<>\\^`{|}]+"
_BATCH = 1_000
"""Lines in a piece of what is written."""
_FIRST_SHAPED = "\u0590"
_SHAPED = "[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]"


@lru_cache(maxsize=65_536)
def number(value: float) -> str:
    """A number with at most one decimal and no more characters than it needs."""
    value = round(value, 1)
    whole = int(value)
    return str(whole) if whole == value else repr(value)


def escape(text: str) -> str:
    """Text for an XML element or a double-quoted attribute; what XML cannot hold is dropped."""
    if not text.isprintable():
        text = _pattern(_NOT_XML).sub("", text)
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;")
        text = text.replace(">", "&gt;").replace('"', "&quot;")
    return text


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Large classes of characters take a millisecond to compile; most maps need none of them."""
    return re.compile(source)


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines as UTF-8, many to a piece; the whole text of a large picture would fill the memory."""
    # Line by line: of text that is joined first, one dash or quotation mark makes all of it wide.
    rest = (line.encode() for line in lines)
    while batch := list(islice(rest, _BATCH)):
        batch.append(b"")
        yield b"\n".join(batch)


def safe_link(target: str) -> str | None:
    """The target if a picture may link to it: http, https and mailto only."""
    return target if _pattern(_SAFE_LINK).fullmatch(target) else None


def is_right_to_left(text: str) -> bool:
    """Whether the first character with a direction runs from right to left."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def text_line(
    at: Point,
    text: str,
    style: str,
    width: float,
    *,
    anchor: str = "",
    right_to_left: bool = False,
) -> str:
    """A line of text at its baseline, held to its measured width (px).

    The point is the line's left end whatever its direction, unless an anchor says otherwise.
    Joined scripts are fitted by scaling, since spacing would part their letters. A line that
    runs from right to left is put between U+2067 and U+2069 (Unicode Standard Annex 9), which
    every renderer understands; with `direction` the meaning of the anchor would turn round too.
    """
    if not text:
        return ""
    if not anchor and text.isascii():  # as nearly all are
        return (
            f'<text class="{style}" x="{number(at[0])}" y="{number(at[1])}" '
            f'textLength="{number(width)}">{escape(text)}</text>'
        )
    out = f'<text class="{style}" x="{number(at[0])}" y="{number(at[1])}"'
    if anchor:
        out += f' text-anchor="{anchor}"'
    out += f' textLength="{number(width)}"'
    if not text.isascii() and max(text) >= _FIRST_SHAPED and _pattern(_SHAPED).search(text):
        out += ' lengthAdjust="spacingAndGlyphs"'
    inner = escape(text)
    if right_to_left:
        inner = f"\u2067{inner}\u2069"
    return f"{out}>{inner}</text>"


def path_data(path: Path) -> str:
    """The `d` of an SVG path."""
    x, y = path.start
    out = [f"M{number(x)} {number(y)}"]
    for piece in path.pieces:
        if len(piece) == 6:
            a, b, c, d, e, f = piece
            out.append(f"C{number(a)} {number(b)} {number(c)} {number(d)} {number(e)} {number(f)}")
        elif abs(piece[1] - y) < 0.005:
            out.append(f"H{number(piece[0])}")
        elif abs(piece[0] - x) < 0.005:
            out.append(f"V{number(piece[1])}")
        else:
            out.append(f"L{number(piece[0])} {number(piece[1])}")
        x, y = piece[-2], piece[-1]
    return "".join(out)
