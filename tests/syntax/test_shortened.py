"""How messages shorten a text."""

from __future__ import annotations

from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from argmap.syntax.document import shortened


def test_whole_words_where_there_are_spaces() -> None:
    assert shortened("Short enough.") == "Short enough."
    assert shortened("The bridge, which is old, should be closed.", 24) == "The bridge, which is…"
    assert shortened("The bridge - old as it is - goes.", 14) == "The bridge…"


def test_whole_characters_where_there_are_none() -> None:
    assert shortened("橋はそのまま残すべきだ", 6) == "橋はそのま…"
    assert shortened("A 橋はそのまま残すべきだ", 8) == "A 橋はそのま…"
    assert shortened("e\u0301" * 10, 6) == "e\u0301" * 2 + "…"
    assert shortened("👩\u200d🌾" * 4, 6) == "👩\u200d🌾…"


@given(st.text("ab é🙂水\u0301\u200d,", max_size=60), st.integers(4, 30))
def test_never_longer_and_never_within_a_character(text: str, length: int) -> None:
    short = shortened(text, length)
    assert len(short) <= length
    if short != text:
        left = short.removesuffix("…")
        assert text.startswith(left)
        assert len(left) < 2 or not category(text[len(left)]).startswith("M")
