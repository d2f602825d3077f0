"""Texts in pieces that one font can draw: where they are cut, and in which order they stand."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from argmap.render.measure import units
from argmap.render.scripts import in_pieces, samples


def line(text: str) -> str:
    """A text element as wide as it was measured to be at the size of 2048."""
    return f'<text class="a" x="10" y="20" textLength="{units(text)}">{text}</text>'


def seen(text: str) -> list[tuple[str, float]]:
    """The pieces of a text with the places where they begin, isolates left out."""
    found = re.findall(r'<text[^>]* x="([-\d.]+)"[^>]*>([^<]*)</text>', in_pieces(line(text)))
    return [(re.sub("[\u2066-\u2069]", "", piece), float(x)) for x, piece in found]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("said “نعم” in 2019", ["said “", "نعم", "” in 2019"]),
        ("\u2068نعم هنا 2019\u2069 is", ["نعم هنا 2019", "is"]),
        ("in 空気, too", ["in", "空気,", "too"]),
        ("🚲🚲 Cycling 🇫🇮 🇳🇱 it", ["🚲🚲", "Cycling", "🇫🇮", "", "🇳🇱", "it"]),
        ("\u2067نعم GPS هنا\u2069", ["هنا", "GPS", "نعم"]),
        ("\u2067قال (ABC) و 空気.\u2069", [".", "空気", ") و", "ABC", "قال ("]),
    ],
)
def test_pieces_stand_from_left_to_right(text: str, pieces: list[str]) -> None:
    found = seen(text)
    assert [piece for piece, _ in found] == pieces
    places = [x for _, x in found]
    assert places == sorted(places)
    assert places[0] >= 10
    assert places[-1] + units(found[-1][0]) <= 10 + units(text) + 2 * units(" ")


def test_pieces_keep_clear_of_each_other() -> None:
    for text in ("a نعم b نعم c", "a 空気 b 🚲 c", "\u2067نعم ab هنا\u2069"):
        found = seen(text)
        for (piece, x), (_, following) in pairwise(found):
            assert x + units(piece) <= following + 0.5


def test_what_one_font_can_draw_is_left_as_it_was() -> None:
    for text in ("plain", "“Größe” – שלום", "\u2067نعم هنا، 12%.\u2069"):
        assert in_pieces(line(text)) == line(text)


def test_what_runs_from_right_to_left_is_held_to_its_width_and_the_rest_is_not() -> None:
    latin, arabic, rest = re.findall(r"<text[^>]*>", in_pieces(line("a نعم b")))
    assert "textLength" not in latin + rest
    assert f'textLength="{units("نعم")}" lengthAdjust="spacingAndGlyphs"' in arabic


def test_entities_stay_entities() -> None:
    given = line("空 & x").replace("&", "&amp;")
    assert ">空 &amp;</text>" in in_pieces(given)


def test_a_script_is_tried_by_its_first_and_its_last_character() -> None:
    assert samples(line("一 二 三 ب 🚲")) == ("ب", "一", "二", "🚲")
    assert samples(line("plain")) == ()
