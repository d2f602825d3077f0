"""How lines that bend side by side lean apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.bends import Bend, leans


def leaned(*heights: tuple[float, float]) -> list[float]:
    """The leans of lines that go from one height to another in one gap."""
    found = leans(Bend(at, 0, *pair) for at, pair in enumerate(heights))
    return [found[at, 0] for at in range(len(heights))]


def test_a_line_alone_leans_to_neither_side() -> None:
    assert leaned((0, 100)) == [0]
    assert leaned((100, 0)) == [0]
    assert leaned((0, 100), (100, 200), (300, 250)) == [0, 0, 0]


def test_of_lines_that_go_down_the_one_that_starts_higher_stands_further_left() -> None:
    first, second, third = leaned((0, 300), (100, 400), (200, 500))
    assert first > second > third
    assert first == -third


def test_of_lines_that_go_up_the_one_that_starts_lower_stands_further_left() -> None:
    first, second = leaned((300, 0), (400, 100))
    assert first < second


def test_lines_that_go_down_cross_those_that_go_up_left_of_them() -> None:
    down, up = leaned((0, 300), (400, 100))
    assert down > up


def test_what_is_almost_level_does_not_lean() -> None:
    assert leans([Bend(0, 0, 0, 10)]) == {}


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(20, 400)).map(lambda it: (it[0], it[0] + it[1])),
        min_size=1,
        max_size=40,
    )
)
def test_lines_side_by_side_keep_their_order(spans: list[tuple[int, int]]) -> None:
    spans.sort()
    for turn in (1, -1):
        found = leaned(*[(turn * top, turn * bottom) for top, bottom in spans])
        assert all(-0.3 <= lean <= 0.3 for lean in found)
        for (one, lean), (other, after) in pairwise(zip(spans, found, strict=True)):
            if other[0] < one[1]:
                assert lean > after


def test_a_very_crowded_gap_takes_no_time() -> None:
    found = leans(Bend(at, 0, at, 10_000) for at in range(9_000))
    assert len(found) == 9_000
