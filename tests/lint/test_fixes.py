"""Fixes: atomic, apart, to a fixed point; a safe one leaves the map as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Edit, Fix, has_errors
from argmap.lint.fixes import apply, choose, mend
from argmap.source import SourceFile, Span
from argmap.workspace import load_text
from argmap.workspace.findings import findings_of
from tests.lint.run import settings

ALL = settings(select=("ARG",))


def mended(text: str, *, unsafe: bool = False) -> str:
    def find(now: str) -> tuple[Diagnostic, ...]:
        return findings_of(load_text(now, "map.arg"), ALL)

    def errors(found: object) -> int:
        assert isinstance(found, tuple)
        return sum(one.code.startswith("ARG0") for one in found if one.severity == "error")

    return mend(SourceFile("map.arg", text), find, errors, unsafe=unsafe).text


def edit(start: int, end: int, text: str = "") -> Edit:
    return Edit(Span("map.arg", 1, start, 1, end), text)


def finding(*edits: Edit) -> Diagnostic:
    span = edits[0].span
    return Diagnostic("ARG105", "x", "info", span, "m", fix=Fix("safe", "t", edits))


def test_of_two_that_touch_the_first_is_taken() -> None:
    one, two, three = finding(edit(1, 3)), finding(edit(3, 5), edit(9, 9)), finding(edit(6, 7))
    assert choose([one, two, three], "map.arg", unsafe=False) == (one.fix, three.fix)


def test_a_fix_is_applied_whole() -> None:
    fix = Fix("safe", "t", (edit(5, 6, "X"), edit(1, 2, "YY"), edit(7, 7, "!")))
    assert apply(SourceFile("map.arg", "abcdef"), [fix]) == "YYbcdXf!"


def test_other_files_and_unsafe_fixes_are_left_alone() -> None:
    away = Diagnostic(
        "ARG105", "x", "info", Span("o.arg", 1, 1, 1, 2), "m",
        fix=Fix("safe", "t", (Edit(Span("o.arg", 1, 1, 1, 2), ""),)),
    )  # fmt: skip
    assert choose([away], "map.arg", unsafe=True) == ()
    unsafe = Diagnostic("A", "x", "info", away.span, "m", fix=Fix("unsafe", "t", (edit(1, 2),)))
    assert choose([unsafe], "map.arg", unsafe=False) == ()


def test_repetitions_go() -> None:
    text = "[a] A.\n  + [b] B.\n  & [b]\n\n[a]\n  + [b]\n  + [b]\n  + [b]\n"
    assert mended(text) == "[a] A.\n  + [b] B.\n\n[a]\n"


def test_line_breaks_stay() -> None:
    text = "[a] A.\r\n  + [b] B.\r\n\r\n[a]\r\n  + [b]"
    assert mended(text) == "[a] A.\r\n  + [b] B.\r\n\r\n[a]\r\n"


def test_one_claim_for_two() -> None:
    text = "[a] A.\n  + [b] Same.\n\n[c] C.\n  - [d] Same.\n\n[e] E.\n  + [d]\n"
    assert mended(text, unsafe=True) == (
        "[a] A.\n  + [b] Same.\n\n[c] C.\n  - [b]\n\n[e] E.\n  + [b]\n"
    )


_line = st.sampled_from(
    [
        "[a] It is so.", "[b] It is not so.", "[c] It is so", "[d] Otherwise.", "[a]", "[b]", "",
        "  + [a]", "  + [b]", "  - [b]", "  & [a]", "  & [c]", "    ! [d]", "    + [a]", "  >< [c]",
        "  + It is so.", "  + [x] Extra.", "    - [d]", "@s Source", "@t Source", "  > “x”  @s",
        "// argmap: ignore[isolated-claim] x", "// argmap: ignore[self-support, no-main-claim] x",
        "// argmap: file-ignore[duplicate-text]", "? [q] Why?", "  = [a]", "  = [e] E.",
        "import y.arg",
    ]
)  # fmt: skip
_maps = st.lists(_line, max_size=14).map("\n".join)


@given(_maps)
def test_safe_fixes_keep_the_map(text: str) -> None:
    before = load_text(text, "map.arg")
    after = load_text(mended(text), "map.arg")
    if not has_errors(before.diagnostics):
        assert after.map == before.map
        left = findings_of(after, ALL)
        assert not any(one.fix and one.fix.safety == "safe" for one in left)


@given(_maps)
def test_no_fix_breaks_a_map(text: str) -> None:
    before = load_text(text, "map.arg")
    once = mended(text, unsafe=True)
    assert len(load_text(once, "map.arg").diagnostics) <= len(before.diagnostics)
    assert mended(once, unsafe=True) == once


@given(st.lists(st.booleans(), max_size=24))
def test_a_fix_that_makes_a_mistake_keeps_no_other_one_back(bad: list[bool]) -> None:
    """Of a row of marks `?`, each with a fix, those become `!` that are not bad."""

    def find(now: str) -> list[Diagnostic]:
        marks = [
            finding(edit(at + 1, at + 2, "x" if bad[at // 2] else "!"))
            for at, character in enumerate(now)
            if character == "?"
        ]
        return marks + [replace(finding(edit(1, 1)), fix=None)] * now.count("x")

    def wrong(found: Iterable[Diagnostic]) -> int:
        return sum(one.fix is None for one in found)

    made = mend(SourceFile("map.arg", "? " * len(bad)), find, wrong, unsafe=False)
    if sum(bad) <= 4:
        assert made.text == "".join("? " if one else "! " for one in bad)
        assert made.fixed == len(bad) - sum(bad)
    assert "x" not in made.text
