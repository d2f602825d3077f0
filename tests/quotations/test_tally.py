"""Votes are counted as one would count them one by one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from argmap.quotations.tally import Tally, bits

votes = st.lists(st.tuples(st.sets(st.integers(0, 40)), st.integers(0, 9)), max_size=12)


@given(votes, st.integers(1, 8))
def test_the_highest_are_chosen(cast: list[tuple[set[int], int]], count: int) -> None:
    tally, counted = Tally(), Counter[int]()
    for candidates, number in cast:
        tally.add(sum(1 << one for one in candidates), number)
        counted.update(dict.fromkeys(candidates, number))
    ranked = sorted(+counted, key=lambda one: (-counted[one], one))
    assert tally.highest(count) == sorted(ranked[:count])


@given(st.sets(st.integers(0, 200)))
def test_bits_are_told_in_order(numbers: set[int]) -> None:
    assert list(bits(sum(1 << one for one in numbers))) == sorted(numbers)
