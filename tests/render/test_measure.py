"""Widths of texts and their breaking into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.measure import UNITS, Face, units, width_of
from argmap.render.wrap import NARROWEST, shorten, wrap

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
PROSE = st.lists(
    st.text(st.sampled_from("abcdefgh-éßж中文、「」กขאבجद\u0301\u200d👩"), min_size=1, max_size=16),
    max_size=24,
).map(" ".join)
FACES = st.sampled_from(list(Face))
FULL = 212.0
SIZE = 13.0


@pytest.mark.parametrize(
    ("text", "face", "expected"),
    [
        ("", Face.REGULAR, 0),
        ("A", Face.REGULAR, 1366),
        ("i", Face.REGULAR, 455),
        ("i", Face.BOLD, 569),
        ("Hello", Face.REGULAR, 1479 + 1139 + 455 + 455 + 1139),
        ("中文", Face.REGULAR, 2 * UNITS),
        ("e\u0301", Face.REGULAR, 1139),
        ("\u200b\u202e", Face.REGULAR, 0),
    ],
)
def test_advances_of_arial(text: str, face: Face, expected: int) -> None:
    assert units(text, face) == expected


def test_joined_pictures_count_once() -> None:
    assert units("👩\u200d👩\u200d👧") == units("👩")
    assert units("👍🏽") == units("👍")


@given(ANY, ANY, FACES)
def test_width_adds_up_and_is_never_negative(one: str, other: str, face: Face) -> None:
    assert units(one, face) >= 0
    if "\u200d" not in one + other:
        assert units(one + other, face) == units(one, face) + units(other, face)


@given(ANY)
def test_wrapping_keeps_every_character(text: str) -> None:
    lines = wrap(text, FULL, SIZE)
    assert len(lines) >= 1
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(PROSE)
def test_lines_fit_the_measure(text: str) -> None:
    for line in wrap(text, FULL, SIZE):
        assert width_of(line, SIZE) <= FULL + 0.01


@given(PROSE)
def test_no_arrangement_of_words_needs_fewer_lines(text: str) -> None:
    lines = wrap(text, FULL, SIZE)
    joined = " ".join(text.split())
    assert len(lines) <= max(2 * width_of(joined, SIZE) / FULL + 1, 1)
    if width_of(joined, SIZE) <= FULL:
        assert lines == (joined,)


def test_the_right_edge_is_calm() -> None:
    text = "Iraq’s army and the militias hold the Islamic State down by themselves alone now."
    widths = [width_of(line, SIZE) for line in wrap(text, FULL, SIZE)]
    assert max(widths) >= FULL * NARROWEST * 0.8
    assert wrap("Each of these is a word of some length", 120, SIZE)[-1].count(" ") >= 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Donaudampfschifffahrtsgesellschaftskapitän", 2),
        ("https://example.org/a/very/long/path/to/a/document/that/never/ends", 2),
        ("国家安全保障会議は、中東地域における米軍の駐留について検討した", 2),
    ],
)
def test_what_has_no_spaces_still_breaks(text: str, lines: int) -> None:
    assert len(wrap(text, FULL, SIZE)) == lines


def test_east_asian_lines_do_not_begin_with_a_stop() -> None:
    for cut in range(1, 40):
        for line in wrap("国" * cut + "、「" + "国" * 40 + "」。", FULL, SIZE):
            assert line[0] not in "、」。"
            assert line[-1] != "「"


@given(PROSE, st.floats(20, 300))
def test_shortened_text_fits(text: str, measure: float) -> None:
    short = shorten(text, measure, SIZE)
    assert width_of(short, SIZE) <= measure + 0.01
    assert short == " ".join(text.split()) or short.endswith("…")


def test_wrapping_is_about_linear() -> None:
    assert len(wrap("word " * 100_000, FULL, SIZE)) > 10_000
    assert len(wrap("x" * 200_000, FULL, SIZE)) > 1_000
