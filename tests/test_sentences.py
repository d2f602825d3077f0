"""How things are listed and counted in a sentence."""

from __future__ import annotations

from argmap.sentences import clauses, counted, either, listed, number


def test_lists() -> None:
    assert [listed("abc"[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [either("abc"[:count]) for count in range(4)] == ["", "a", "a or b", "a, b or c"]
    assert clauses(["it rains", "it pours"]) == "it rains, and it pours"
    assert listed(iter(["a", "b"])) == "a and b"


def test_counts() -> None:
    assert [counted(count, "map") for count in (0, 1, 2000)] == ["0 maps", "1 map", "2,000 maps"]
    assert [number(count) for count in (0, 1, 12, 13, 1300)] == [
        "no",
        "one",
        "twelve",
        "13",
        "1,300",
    ]
