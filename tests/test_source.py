"""Spans: lines, columns, UTF-16."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.source import SourceFile, decode, place_of_byte

texts = st.text("ab é🙂水\u0301\n\r", max_size=30)


@given(texts, st.data())
def test_a_place_and_its_offset_are_one(text: str, data: st.DataObject) -> None:
    source = SourceFile("x", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.place(offset)
    assert source.offset(line, column) == offset
    assert line == text.count("\n", 0, offset) + 1


@given(texts)
def test_lines_and_breaks_make_the_text(text: str) -> None:
    source = SourceFile("x", text)
    numbers = range(1, text.count("\n") + 2)
    assert "".join(source.line(n) + source.line_break(n) for n in numbers) == text


@given(texts, st.data())
def test_utf16_columns_go_there_and_back(text: str, data: st.DataObject) -> None:
    source = SourceFile("x", text)
    line = data.draw(st.integers(1, source.line_count + 1))
    column = data.draw(st.integers(1, len(source.line(line)) + 1))
    units = source.utf16_column(line, column)
    assert units == len(source.line(line)[: column - 1].encode("utf-16-le")) // 2
    assert source.from_utf16(line, units) == column


@given(st.binary(max_size=40))
def test_any_bytes_decode(data: bytes) -> None:
    source, trouble = decode("x", data)
    if trouble is None:
        assert source.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
    elif not trouble.binary:
        assert "\ufffd" in source.text
        line, column = place_of_byte(data, trouble.offset)
        assert source.text[source.offset(line, column)] == "\ufffd"
