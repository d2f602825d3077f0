"""Widths of texts and their breaking into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.clusters import clusters
from argmap.render.measure import UNITS, Face, units, width_of
from argmap.render.wrap import NARROWEST, shorten, wrap
from tests.render.samples import SAMPLES, Sample

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
PROSE = st.lists(
    st.text(st.sampled_from("abcdefgh-éßж中文、「」กขאבجद\u0301\u200d👩"), min_size=1, max_size=16),
    max_size=24,
).map(" ".join)
FACES = st.sampled_from(list(Face))
FULL = 212.0
SIZE = 13.0


def texts(text: str, measure: float, size: float, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """The lines of a text without their widths."""
    return tuple(line.text for line in wrap(text, measure, size, face))


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


@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.family)
def test_every_script_is_within_a_tenth_of_the_truth(sample: Sample, face: Face) -> None:
    true = sample.width if face is Face.REGULAR else sample.bold
    assert units(sample.text, face) / UNITS == pytest.approx(true, rel=0.1)
    for text in texts(sample.text, FULL, SIZE, face):
        assert width_of(text, SIZE, face) <= FULL


def test_the_scripts_together_are_nearer_than_that() -> None:
    errors = [abs(units(sample.text) / UNITS / sample.width - 1) for sample in SAMPLES]
    assert sum(errors) / len(errors) < 0.01


@pytest.mark.parametrize(
    "picture",
    ["👩", "👩\u200d👩\u200d👧", "👍🏽", "🇩🇪", "1\ufe0f\u20e3", "❤\ufe0f\u200d🔥", "✅", "☀\ufe0f",
     "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"],
)  # fmt: skip
def test_a_picture_has_one_width_and_is_one_cluster(picture: str) -> None:
    assert units(picture) == UNITS * 5 // 4
    assert clusters(f"a{picture}b") == ["a", picture, "b"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("e\u0301a", ["e\u0301", "a"]),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", ["\u1112\u1161\u11ab", "\u1100\u116e\u11a8"]),
        ("क्षत्रिय", ["क्ष", "त्रि", "य"]),
        ("தமிழ்", ["த", "மி", "ழ்"]),
        ("เกม", ["เก", "ม"]),
        ("น้ำตา", ["น้ำ", "ตา"]),
        ("🇩🇪🇫🇷🇮", ["🇩🇪", "🇫🇷", "🇮"]),
        ("ﾊﾟﾝ", ["ﾊﾟ", "ﾝ"]),
        ("\u200d👩", ["\u200d👩"]),
    ],
)
def test_what_a_reader_takes_for_one_character(text: str, parts: list[str]) -> None:
    assert clusters(text) == parts


@given(PROSE)
def test_no_line_parts_a_cluster(text: str) -> None:
    within = {part for word in text.split() for part in clusters(word)}
    for line in texts(text, 40, SIZE):
        for word in line.split():
            assert {*clusters(word)} <= within


@given(ANY, ANY, FACES)
def test_width_adds_up_and_is_never_negative(one: str, other: str, face: Face) -> None:
    assert units(one, face) >= 0
    together = units(one + other, face)
    assert together <= sum(units(part, face) for part in clusters(one + other))
    if max(one + other, default="") < "\u0600":
        assert together == units(one, face) + units(other, face)


def test_joined_letters_are_narrower() -> None:
    assert units("بب") < 2 * units("ب")
    assert units("اب") == units("ا") + units("ب")
    assert units("त्र") < units("त") + units("र")


@given(ANY)
def test_wrapping_keeps_every_character(text: str) -> None:
    lines = texts(text, FULL, SIZE)
    assert len(lines) >= 1
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(PROSE)
def test_lines_fit_the_measure(text: str) -> None:
    for line, width in wrap(text, FULL, SIZE):
        assert width == width_of(line, SIZE)
        assert width <= FULL + 0.01


@given(PROSE)
def test_no_arrangement_of_words_needs_fewer_lines(text: str) -> None:
    lines = texts(text, FULL, SIZE)
    joined = " ".join(text.split())
    assert len(lines) <= max(2 * width_of(joined, SIZE) / FULL + 1, 1)
    if width_of(joined, SIZE) <= FULL:
        assert lines == (joined,)


def test_the_right_edge_is_calm() -> None:
    text = "Iraq’s army and the militias hold the Islamic State down by themselves alone now."
    widths = [width_of(line, SIZE) for line in texts(text, FULL, SIZE)]
    assert max(widths) >= FULL * NARROWEST * 0.8
    assert texts("Each of these is a word of some length", 120, SIZE)[-1].count(" ") >= 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Donaudampfschifffahrtsgesellschaftskapitän", 2),
        ("https://example.org/a/very/long/path/to/a/document/that/never/ends", 2),
        ("国家安全保障会議は、中東地域における米軍の駐留について検討した", 2),
    ],
)
def test_what_has_no_spaces_still_breaks(text: str, lines: int) -> None:
    assert len(texts(text, FULL, SIZE)) == lines


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("รัฐบาลควรปิดโรงไฟฟ้า", 80, ("รัฐบาลควรปิด", "โรงไฟฟ้า")),
        ("အခွင့်အရေးများဖြင့်", 80, ("အခွင့်အ", "ရေးများဖြင့်")),
        ("འགྲོ་བ་མིའི་རིགས་རྒྱུད་", 60, ("འགྲོ་བ་མིའི་", "རིགས་རྒྱུད་")),
        ("정부는 석탄 발전소를 모두", 80, ("정부는 석탄", "발전소를 모두")),
        ("one\u200btwo", 30, ("one\u200b", "two")),
        ("5\u00a0000 and 6\u202f000", 48, ("5\u00a0000", "and", "6\u202f000")),
        ("well-known", 40, ("well-", "known")),
    ],
)
def test_breaks_that_each_script_allows(text: str, measure: float, lines: tuple[str, ...]) -> None:
    assert texts(text, measure, SIZE) == lines


def test_east_asian_lines_do_not_begin_with_a_stop() -> None:
    for cut in range(1, 40):
        for line in texts("国" * cut + "、「" + "国" * 40 + "」。", FULL, SIZE):
            assert line[0] not in "、」。"
            assert line[-1] != "「"


@given(PROSE, st.floats(20, 300))
def test_shortened_text_fits(text: str, measure: float) -> None:
    short = shorten(text, measure, SIZE)
    assert width_of(short, SIZE) <= measure + 0.01
    assert short == " ".join(text.split()) or short.endswith("…")


def test_wrapping_is_about_linear() -> None:
    assert len(texts("word " * 100_000, FULL, SIZE)) > 10_000
    assert len(texts("x" * 200_000, FULL, SIZE)) > 1_000
