"""Texts of a picture in pieces that one font can draw, each at its place.

resvg mixes fonts within a piece only glyph by glyph, which loses whatever has not as many glyphs in
both; and `textLength` makes it part what belongs together. So a text with characters that the font
of the package has not is cut where its direction or its script changes. The pieces keep their own
width, which is near the measured one, but for those from right to left, whose ends would run into
what stands beside them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Literal
from xml.sax.saxutils import unescape

from argmap.render import metrics
from argmap.render.clusters import clusters
from argmap.render.measure import units
from argmap.render.xml import escape, number

Way = Literal["L", "R"]

_PLACE = re.compile(r'^<text[^>]* x="([-\d.]+)"(?![^>]*text-anchor)[^>]* textLength="([\d.]+)"')
_X = re.compile(r' x="[-\d.]+"')
_HELD = re.compile(r' (?:textLength|lengthAdjust)="[^"]*"')
_TEXT = re.compile(r"(<text[^>]*>)([^<]*)")
# Not shown, or a space; the font has a glyph without an outline for each.
_UNSEEN = "\t\n\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ISOLATE, _FIRST_STRONG, _END = "\u2067", "\u2068", "\u2069"
_MOST_SCRIPTS = 12


def has_all_of(svg: str) -> bool:
    """Whether the font that comes with the package has every character of a picture's texts."""
    if svg.isascii():
        return True
    return all(text.isascii() or not _others().search(text) for _, text in _TEXT.findall(svg))


def in_pieces(svg: str) -> str:
    """The picture, its texts in pieces where that is needed."""
    return _TEXT.sub(lambda found: _parted(found[1], found[2]), svg)


def samples(svg: str) -> tuple[str, ...]:
    """Of each script that the font of the package has not, the first and the last character in the
    order of Unicode: of a script the last ones are mostly those that fonts leave out."""
    characters = {one for _, text in _TEXT.findall(svg) for one in _others().findall(text)}
    found: dict[str, list[str]] = {}
    for character in sorted(characters):
        if unicodedata.category(character)[0] != "M" and character != "\ufe0f":
            found.setdefault(_script(character), []).append(character)
    ends = [(of[0], of[-1]) for of in list(found.values())[:_MOST_SCRIPTS]]
    return tuple(dict.fromkeys(character for pair in ends for character in pair))


def _parted(tag: str, text: str) -> str:
    """A text element for each piece of a text, but for the end of the last; or as it was."""
    if text.isascii() or not _others().search(text):
        return tag + text
    place = _PLACE.search(tag)
    plain = unescape(text, {"&quot;": '"'})
    pieces = _pieces(plain)
    whole = sum(units(piece) for piece, _ in pieces)
    if place is None or not whole or (len(pieces) == 1 and pieces[0][1] == "R"):
        return tag + text
    x, scale = float(place[1]), float(place[2]) / whole
    free = _HELD.sub("", tag)
    out = []
    for piece, way in pieces:
        shown, opening = piece.strip(), free
        at_left = piece[len(piece.rstrip()) :] if way == "R" else piece[: -len(piece.lstrip())]
        at = x + scale * units(at_left)
        if way == "R":
            held = f' textLength="{number(units(shown) * scale)}" lengthAdjust="spacingAndGlyphs">'
            opening, shown = free[:-1] + held, f"{_ISOLATE}{shown}{_END}"
        out.append(_X.sub(f' x="{number(at)}"', opening, count=1) + escape(shown))
        x += units(piece) * scale
    return "</text>".join(out)


def _pieces(text: str) -> list[tuple[str, Way]]:
    """The pieces from left to right, each with the way that it is read."""
    base: Way = "R" if text.startswith(_ISOLATE) else "L"
    for control in (_ISOLATE, _FIRST_STRONG, _END):
        text = text.replace(control, "")
    found: list[tuple[str, Way]] = []
    for way, run in _runs(text, base):
        pieces: list[tuple[str, Way]] = [(run, "R")]
        if way == "L":
            pieces = [(piece, "L") for piece in _by_script(run)]
        found = [*pieces, *found] if base == "R" else [*found, *pieces]
    return found


def _runs(text: str, base: Way) -> Iterator[tuple[Way, str]]:
    """The text in runs of one direction, in the order of reading.

    It is what Unicode Standard Annex 9 says of a line without embeddings: numbers go with the
    letters before them, and what has no direction goes with the letters on both sides if these
    agree, else with the line.
    """
    parts = clusters(text)
    strong = [_way(part) for part in parts]
    before = base
    for at, part in enumerate(parts):
        if strong[at] is None and unicodedata.bidirectional(part[0]) in ("EN", "AN"):
            strong[at] = before
        before = strong[at] or before
    ways: list[Way] = []
    after: list[Way] = [base] * (len(parts) + 1)
    for at in reversed(range(len(parts))):
        after[at] = strong[at] or after[at + 1]
    before = base
    for at, own in enumerate(strong):
        ways.append(own or (before if before == after[at] else base))
        before = own or before
    places = groupby(range(len(parts)), key=ways.__getitem__)
    return ((way, "".join(parts[at] for at in group)) for way, group in places)


def _way(cluster: str) -> Way | None:
    """The direction of a cluster that has one of its own."""
    direction = unicodedata.bidirectional(cluster[0])
    if direction in ("R", "AL"):
        return "R"
    return "L" if direction == "L" else None


def _by_script(text: str) -> list[str]:
    """The text in pieces of one script; stops stay with what is before them, and spaces do but
    after a picture, since spaces in a font of pictures are as wide as these."""
    parts: list[str] = []
    before = ""
    for cluster in clusters(text):
        is_stop = unicodedata.category(cluster[0])[0] == "P" and "\ufe0f" not in cluster
        stays = (is_stop or cluster == " ") and before != "PICTURE"
        script = before if stays else _script(cluster)
        if parts and script == before:
            parts[-1] += cluster
        else:
            parts.append(cluster)
        before = script
    return parts


def _script(cluster: str) -> str:
    """A word for the script of a cluster; one for all that the font of the package has."""
    if not _others().search(cluster):
        return ""
    if "\ufe0f" in cluster or "\U0001f000" <= cluster[0] <= "\U0001faff":
        return "PICTURE"
    word = unicodedata.name(cluster[0], "").partition(" ")[0]
    return "CJK" if word in ("HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "FULLWIDTH") else word


@cache
def _others() -> re.Pattern[str]:
    """What the font has not: all but the characters that the table of widths knows."""
    known = "".join(
        f"{re.escape(chr(start))}-{re.escape(chr(start + len(widths) - 1))}"
        for start, widths in metrics.face("regular")
    )
    return re.compile(f"[^{known}{_UNSEEN}]")
