"""`argmap render` to PNG."""

from __future__ import annotations

from pathlib import Path

import pytest

from .helpers import GOOD, Runner

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def test_the_suffix_says_png(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "m.arg").write_text(GOOD, encoding="utf-8")
    assert run("render", "m.arg", "-o", "m.png").code == 0
    first = (tmp_path / "m.png").read_bytes()
    assert first.startswith(_SIGNATURE)
    assert run("render", "m.arg", "--to", "png", "--theme", "dark").code == 0
    assert (tmp_path / "m.png").read_bytes() != first


def test_the_scale(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "m.arg").write_text(GOOD, encoding="utf-8")
    widths = []
    for more in ((), ("--scale", "2"), ("--scale", "0.5")):
        assert run("render", "m.arg", "-o", "m.png", *more).code == 0
        widths.append(int.from_bytes((tmp_path / "m.png").read_bytes()[16:20], "big"))
    assert widths[0] == widths[1] == 4 * widths[2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--scale", "2"), "an SVG has no pixels"),
        (("--to", "png", "--scale", "0"), "it is a number from 0.1 to 20"),
        (("--to", "png", "--scale", "nan"), "it is a number from 0.1 to 20"),
        (("--to", "png", "--scale", "x"), "--scale cannot be `x`; it is a number"),
    ],
)
def test_a_scale_that_cannot_be(
    run: Runner, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "m.arg").write_text(GOOD, encoding="utf-8")
    result = run("render", "m.arg", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["m.arg"]


def test_variables_of_css_are_words_in_a_map_and_nothing_in_a_png(
    run: Runner, tmp_path: Path
) -> None:
    (tmp_path / "m.arg").write_text("[a] The style says fill:var(--ink).\n", encoding="utf-8")
    assert run("render", "m.arg", "-o", "m.png").code == 0
    (tmp_path / "own.css").write_text(".box{fill:var(--amber)}", encoding="utf-8")
    result = run("render", "m.arg", "-o", "own.png", "--css", "own.css")
    assert (result.code, result.out) == (2, "")
    assert "--css: it uses CSS variables (`var(...)`)" in result.err
    assert not (tmp_path / "own.png").exists()
