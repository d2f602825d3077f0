"""`argmap render`: where the picture goes, and when there is none."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

import argmap

from .helpers import BAD, GOOD, Runner


def is_picture(text: str) -> bool:
    """Whether this is SVG with the claims of the good map."""
    root = ElementTree.fromstring(text)
    words = " ".join(root.itertext())
    return root.tag.endswith("svg") and "rain" in words and "Clouds" in words


def test_beside_the_map(run: Runner, maps: Path) -> None:
    result = run("render", "maps/good.arg")
    assert (result.code, result.out) == (0, "")
    assert "Wrote maps/good.svg.\n" in result.err
    assert is_picture((maps / "good.svg").read_text())


def test_quiet(run: Runner, maps: Path) -> None:
    assert run("render", "-q", "maps/good.arg").err == ""


def test_to_a_file(run: Runner, maps: Path, tmp_path: Path) -> None:
    assert run("render", "maps/good.arg", "-o", "picture.svg").code == 0
    assert is_picture((tmp_path / "picture.svg").read_text())
    assert not (maps / "good.svg").exists()


def test_to_standard_output(run: Runner, maps: Path) -> None:
    named = run("render", "maps/good.arg", "-o", "-")
    piped = run("render", "-", stdin=GOOD)
    assert named.code == piped.code == 0
    assert is_picture(named.out)
    assert is_picture(piped.out)


def test_a_large_picture_is_the_same_everywhere(run: Runner, tmp_path: Path) -> None:
    text = "".join(f"[c{at}] Cœur {at}.\n  + [r{at}] Raison {at}.\n" for at in range(600))
    (tmp_path / "large.arg").write_text(text, encoding="utf-8")
    assert run("render", "large.arg").code == 0
    piped = run("render", "large.arg", "-o", "-")
    whole = argmap.render(argmap.load(tmp_path / "large.arg").map)
    assert whole.count("\n") > 3_000
    assert piped.out == whole
    assert (tmp_path / "large.svg").read_bytes() == whole.encode()


def test_a_png_says_what_no_font_has(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "odd.arg").write_text("[a] A \u0378 b.\n  + [b] B.\n", encoding="utf-8")
    result = run("render", "odd.arg", "-o", "odd.png")
    assert result.code == 0
    assert "note: no font of this machine has \u0378: empty boxes stand there" in result.err
    assert run("render", "odd.arg", "-o", "odd.svg").err == "Wrote odd.svg.\n"
    assert run("render", "odd.arg", "-o", "odd.png", "-q").err == ""


def test_many_maps(run: Runner, maps: Path, tmp_path: Path) -> None:
    (maps / "bad.arg").unlink()
    assert run("render", "maps").code == 0
    assert (maps / "good.svg").exists()
    assert (maps / "loose.svg").exists()
    assert run("render", "maps", "--out-dir", "deep/pictures").code == 0
    written = sorted(path.name for path in (tmp_path / "deep" / "pictures").iterdir())
    assert written == ["good.svg", "loose.svg"]


TWO_ROOTS = """# Two

? [when] When?
  = [now] Now.
    + [late] It is late.

[rich] We are rich.
  + [now]
"""


def test_a_page_for_each_root(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "two.arg").write_text(TWO_ROOTS, encoding="utf-8")
    result = run("render", "two.arg", "--split")
    assert result.code == 0
    assert result.err == "Wrote two-when.svg.\nWrote two-rich.svg.\n"
    rich = (tmp_path / "two-rich.svg").read_text(encoding="utf-8")
    assert "Page 2 of 2. 1 of 3 claims are on other pages." in rich
    assert "It is late." not in rich
    assert run("render", "two.arg", "--split", "-q", "-o", "pages.svg").code == 0
    assert run("render", "-", "--split", "--out-dir", "d", stdin=TWO_ROOTS).code == 0
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.svg"))
    assert written == [
        *("d/stdin-rich.svg", "d/stdin-when.svg", "pages-rich.svg", "pages-when.svg"),
        *("two-rich.svg", "two-when.svg"),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "-"), "--split draws several pictures, and standard output takes one"),
        (("--focus", "now"), "--focus draws one picture, --split several; use one of them"),
        (("--section", "none"), "two.arg: the map has no sections"),
        (("two-when.arg", "-o", "a.svg"), "-o names one file for 2 maps"),
        (("copy/two.arg", "--out-dir", "d"), "would both be d/two.svg"),
        (("two-when.arg",), "the pictures of two.arg and two-when.arg would both be two-when-"),
    ],
)
def test_pages_that_cannot_be_drawn(
    run: Runner, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "copy").mkdir()
    for name in ("two.arg", "copy/two.arg", "two-when.arg"):
        text = TWO_ROOTS.replace("[rich]", "[when-when]") if name == "two.arg" else TWO_ROOTS
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("render", "two.arg", "--split", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert not [*tmp_path.rglob("*.svg")]


@pytest.mark.parametrize("view", [("--focus", "now"), ("--section", "Money")])
def test_of_several_maps_none_is_drawn_if_one_lacks_what_is_asked_for(
    run: Runner, tmp_path: Path, view: tuple[str, str]
) -> None:
    whole = TWO_ROOTS.replace("# Two\n", "# Two\n\n## Money\n")
    (tmp_path / "a.arg").write_text(whole, encoding="utf-8")
    (tmp_path / "b.arg").write_text("A claim.\n", encoding="utf-8")
    assert run("render", "a.arg", *view, "-o", "-").code == 0
    result = run("render", "a.arg", "b.arg", *view)
    assert (result.code, result.out) == (2, "")
    assert "argmap render: b.arg: " in result.err
    assert not [*tmp_path.rglob("*.svg")]


def test_a_map_without_pages_says_so(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "none.arg").write_text("# A title\n", encoding="utf-8")
    result = run("render", "none.arg", "--split")
    said = "note: none.arg asks and claims nothing, so it has no pages\n"
    assert (result.code, result.out, result.err) == (0, "", said)


def test_errors_are_shown_and_nothing_is_written(run: Runner, maps: Path) -> None:
    result = run("render", "maps")
    assert (result.code, result.out) == (1, "")
    assert result.err == run("check", "maps").out
    assert sorted(path.name for path in maps.iterdir()) == ["bad.arg", "good.arg", "loose.arg"]
    piped = run("render", "-", stdin=BAD)
    assert (piped.code, piped.out) == (1, "")


@pytest.mark.parametrize("engine", ["auto", "graphviz", "tree"])
@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_engines_and_themes(run: Runner, engine: str, theme: str) -> None:
    result = run("render", "-", "--engine", engine, "--theme", theme, stdin=GOOD)
    assert result.code == 0
    assert is_picture(result.out)


def test_an_empty_map_is_an_empty_picture(run: Runner) -> None:
    result = run("render", "-", stdin="")
    assert result.code == 0
    assert ElementTree.fromstring(result.out).tag.endswith("svg")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("maps", "-o", "x.svg"), "-o names one file for 3 maps; use --out-dir"),
        (("maps/good.arg", "-o", "x.svg", "--out-dir", "d"), "use one of them"),
        (
            ("maps/good.arg", "-o", "x.gif"),
            "`.gif` is no format of a picture; end the name in .svg",
        ),
        (
            ("maps/good.arg", "-o", "x.arg"),
            "`.arg` is no format of a picture; end the name",
        ),
        (
            ("maps/good.arg", "-o", "x.dot"),
            "`argmap convert MAP x.dot` writes a graph",
        ),
        (
            ("m.json",),
            "m.json is JSON; where that of a map is in it, `argmap convert m.json m.arg`",
        ),
        (("maps/good.arg", "-o", ""), "-o: it is empty; is a variable of the shell not set?"),
        (("maps/good.arg", "--out-dir", "maps/bad.arg"), "a part of its path is a file"),
        (("maps/good.arg", "-o", "maps/good.arg", "--to", "svg"), "maps/good.arg is a map"),
        (("maps/good.arg", "-o", "no/such/x.svg"), "there is no folder no/such; make it first"),
        (("maps/good.arg", "-o", "maps"), "it is a folder; name a file in it"),
        (("maps/none.arg",), "there is no such file"),
        (("empty",), "There is no map (a file named *.arg) in empty or below."),
        (("maps/good.arg", "copy/good.arg", "--out-dir", "d"), "would both be d/good.svg"),
    ],
)
def test_what_cannot_be_done(
    run: Runner, maps: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "good.arg").write_text(GOOD)
    (tmp_path / "m.json").write_text("{}")
    result = run("render", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk(run: Runner, maps: Path) -> None:
    result = run("render", "maps/good.arg", "-o", "/dev/full")
    assert result.code == 2
    assert result.err.endswith("argmap: cannot write /dev/full: the disk is full\n")
    assert run("render", "maps/good.arg", "-o", "/dev/null").code == 0


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout here")
def test_a_pipe_with_a_name(run: Runner, maps: Path) -> None:
    assert is_picture(run("render", "maps/good.arg", "-o", "/dev/stdout").out)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_no_permission(run: Runner, maps: Path) -> None:
    maps.chmod(0o555)
    try:
        result = run("render", "maps/good.arg")
    finally:
        maps.chmod(0o755)
    assert result.code == 2
    assert "you have no permission" in result.err
