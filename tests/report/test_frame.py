"""The frame around a piece of source: its underline stands below what it means."""

from __future__ import annotations

import pytest

from argmap.diagnostics import Diagnostic, Related
from argmap.report import Findings, writer
from argmap.source import SourceFile, Span

PATH = "m.arg"


def report(text: str, *spans: tuple[int, int, int, int], label: str = "") -> list[str]:
    """The lines of the full report for a finding with these spans, the first its own."""
    first, *others = (Span(PATH, *span) for span in spans)
    related = tuple(Related(span, "here") for span in others)
    found = Diagnostic("ARG001", "name", "error", first, "wrong", label=label, related=related)
    findings = Findings((found,), {PATH: SourceFile(PATH, text)}, 1)
    return writer("full")(findings, False).splitlines()


def underlined(line: str, marks: str) -> str:
    """What stands above the carets, for text whose characters each take one column."""
    start = marks.index("^")
    return line[start : marks.rindex("^") + 1]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("  + [recieved]\n", (1, 5, 1, 15), "[recieved]"),
        ("\t+ [a]\n", (1, 4, 1, 7), "[a]"),
        ("ab\tc\n", (1, 4, 1, 5), "c"),
        ("ab\tc\n", (1, 3, 1, 4), "  "),
        ("end", (1, 4, 1, 4), ""),
        ("x" * 500 + "[here]" + "y" * 500, (1, 501, 1, 507), "[here]"),
        ("a\x1bb here\n", (1, 5, 1, 9), "here"),
        ("a\u202eb here\n", (1, 5, 1, 9), "here"),
        ("one\r\ntwo\r\n", (2, 1, 2, 4), "two"),
    ],
)
def test_underline_is_below_the_span(
    text: str, span: tuple[int, int, int, int], expected: str
) -> None:
    lines = report(text, span)
    assert underlined(lines[3], lines[4]) == expected


@pytest.mark.parametrize(
    ("text", "span", "before", "length"),
    [
        ("漢字 x", (1, 4, 1, 5), 5, 1),
        ("漢字 x", (1, 1, 1, 3), 0, 4),
        ("e\u0301 x", (1, 4, 1, 5), 2, 1),
        ("e\u0301 x", (1, 1, 1, 3), 0, 1),
        ("👍 x", (1, 3, 1, 4), 3, 1),
        ("👩\u200d👩\u200d👧 x", (1, 7, 1, 8), 3, 1),
        ("ㅤx", (1, 2, 1, 3), 2, 1),
    ],
)
def test_columns_of_wide_and_combining_characters(
    text: str, span: tuple[int, int, int, int], before: int, length: int
) -> None:
    marks = report(text, span)[4].removeprefix("  │ ")
    assert marks == " " * before + "^" * length


def test_long_line_is_cut_on_both_sides() -> None:
    lines = report("x" * 500 + "[here]" + "y" * 500, (1, 501, 1, 507))
    shown = lines[3].removeprefix("1 │ ")
    assert len(shown) == 122
    assert shown.startswith("…x")
    assert shown.endswith("y…")


def test_long_line_of_wide_characters_is_cut_by_its_columns() -> None:
    lines = report("漢" * 500, (1, 251, 1, 252))
    assert len(lines[3].removeprefix("1 │ ")) == 62
    assert lines[4].removeprefix("  │ ") == " " * 81 + "^^"


def test_span_of_some_lines_is_shown_whole() -> None:
    lines = report("[a] one\n    two\n    three\n", (1, 1, 3, 10), label="all of it")
    assert lines[3:9] == [
        "1 │ [a] one",
        "  │ ^^^^^^^",
        "2 │     two",
        "  │     ^^^",
        "3 │     three",
        "  │     ^^^^^ all of it",
    ]


def test_span_of_many_lines_leaves_out_the_middle() -> None:
    lines = report("line\n" * 50, (10, 1, 30, 1))
    assert [line for line in lines if "line" in line] == ["10│ line", "11│ line", "29│ line"]
    assert "  ┆" in lines


def test_numbers_of_all_frames_share_one_gutter() -> None:
    lines = report("line\n" * 200, (150, 1, 150, 5), (9, 1, 9, 5))
    assert lines[1:] == [
        "   ┌─ m.arg:150:1",
        "   │",
        "150│ line",
        "   │ ^^^^",
        "   ┌─ m.arg:9:1",
        "   │",
        "  9│ line",
        "   │ ---- here",
        "",
    ]


def test_place_outside_of_the_text_does_no_harm() -> None:
    assert report("short\n", (9, 4, 9, 8))[3:5] == ["9 │", "  │ ^"]


def test_a_file_that_is_not_at_hand_is_only_named() -> None:
    found = Diagnostic("ARG001", "name", "error", Span("other.arg", 2, 3, 2, 4), "wrong")
    text = writer("full")(Findings((found,), {}, 1), False)
    assert text == "error[ARG001]: wrong\n  ┌─ other.arg:2:3\n\n"
