"""Files that are large, deep or full of faults."""

from __future__ import annotations

import pytest

from argmap.syntax import format_document
from argmap.workspace import MOST_LINES, CannotRead, load_text


def test_one_hundred_thousand_claims() -> None:
    text = "[a] A.\n" + "".join(f"  + [c{n}] Claim number {n}.\n" for n in range(100_000))
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    assert len(loaded.map.claims) == 100_001
    assert len(loaded.map.steps) == 100_000
    assert format_document(loaded.document) == text


def test_ten_thousand_levels() -> None:
    text = "a\n" + "".join(f"{' ' * n}+ level {n}\n" for n in range(1, 10_000))
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    assert len(loaded.map.steps) == 9_999
    assert loaded.map.claims[-1].text == "level 9999"


def test_ten_thousand_undercuts_of_undercuts() -> None:
    text = "a\n + b\n" + "".join(f"{' ' * n}! cut {n}\n" for n in range(2, 10_000))
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    assert max(len(step.id) for step in loaded.map.steps) < 400


def test_five_hundred_faults_are_five_hundred_errors() -> None:
    faults = ["  +glued", "  + [undefinde]", "  + [open", "  + x {a b}", "  +(7) x {likely}"]
    lines = ["[undefined] A claim."]
    for number in range(5_000):
        lines.append(faults[number // 10 % 5] if number % 10 == 3 else f"  + [c{number}] Reason.")
    found = load_text("\n".join(lines), "x.arg").diagnostics
    assert len(found) == 500
    assert [d.span.line for d in found] == [2 + n for n in range(5_000) if n % 10 == 3]


def test_many_slips_among_many_ids() -> None:
    lines = [f"[claim-{number}] Text." for number in range(5_000)]
    lines += [f"  + [clam-{number}]" for number in range(5_000)]
    found = load_text("\n".join(lines), "x.arg").diagnostics
    assert len(found) == 5_000
    assert all(d.hint == f"did you mean [claim-{n}]?" for n, d in enumerate(found))


@pytest.mark.parametrize(
    "line",
    [
        "{a " * 100000,
        '{a: "' * 100000,
        "@s(" * 100000,
        ")" * 300000,
        "} " * 100000,
        "\\" * 300000,
        "#a " * 100000,
        "\\{a} " * 60000,
        "[" * 300000,
        " " * 300000 + "x",
    ],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    for marker in ("", "+ ", "+(", "> ", "@s ", "["):
        load_text(f"[a] A.\n  {marker}{line}\n    more\n", "x.arg")


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(CannotRead, match="more than 1,000,000 lines"):
        load_text("\n" * (MOST_LINES + 1), "x.arg")
