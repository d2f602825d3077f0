"""`argmap fmt`: what it writes, what it only says, and what it leaves alone."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from .helpers import BAD, GOOD, LOOSE, Runner


def test_in_place(run: Runner, maps: Path) -> None:
    result = run("fmt", "maps/good.arg", "maps/loose.arg")
    assert (result.code, result.out) == (0, "")
    assert result.err == "1 map formatted, 1 map already in form\n"
    assert (maps / "loose.arg").read_text() == GOOD
    again = run("fmt", "maps/good.arg", "maps/loose.arg", "-q")
    assert (again.code, again.out, again.err) == (0, "", "")


def test_a_file_with_errors_is_left_and_reported(run: Runner, maps: Path) -> None:
    result = run("fmt", "maps")
    assert result.code == 1
    assert "maps/bad.arg:2:5" in result.err
    assert "1 map formatted, 1 map already in form, 1 map with errors left untouched" in result.err
    assert (maps / "bad.arg").read_text() == BAD
    assert (maps / "loose.arg").read_text() == GOOD


def test_an_error_in_another_file_is_not_in_the_way(run: Runner, maps: Path) -> None:
    (maps / "top.arg").write_text("import   bad.arg\n\n[a] So it is.\n    + [bad/rain]\n")
    result = run("fmt", "maps/top.arg")
    assert result.code == 0
    assert (maps / "top.arg").read_text().endswith("\n  + [bad/rain]\n")


def test_check_writes_nothing(run: Runner, maps: Path) -> None:
    result = run("fmt", "--check", "maps/good.arg", "maps/loose.arg")
    assert (result.code, result.out) == (1, "maps/loose.arg is not formatted\n")
    assert (maps / "loose.arg").read_text() == LOOSE
    assert run("fmt", "--check", "maps/good.arg").code == 0


def test_diff_writes_nothing_and_can_be_applied(run: Runner, maps: Path) -> None:
    result = run("fmt", "--diff", "maps/good.arg", "maps/loose.arg")
    assert result.code == 1
    assert result.out.startswith("--- maps/loose.arg\n+++ maps/loose.arg\n@@ ")
    assert (maps / "loose.arg").read_text() == LOOSE
    subprocess.run(
        ["git", "apply", "-p0"], input=result.out, text=True, cwd=maps.parent, check=True
    )
    assert (maps / "loose.arg").read_text() == GOOD
    assert run("fmt", "--diff", "maps/good.arg").out == ""


def test_standard_input(run: Runner) -> None:
    result = run("fmt", "-", stdin=LOOSE)
    assert (result.code, result.out, result.err) == (0, GOOD, "")
    bad = run("fmt", "-", "--stdin-filename", "m.arg", stdin=BAD)
    assert (bad.code, bad.out) == (1, "")
    assert "m.arg:2:5" in bad.err


def test_line_endings_and_byte_order_mark_stay(run: Runner, maps: Path) -> None:
    loose = b"\xef\xbb\xbf" + LOOSE.replace("\n", "\r\n").encode()
    (maps / "dos.arg").write_bytes(loose)
    assert run("fmt", "maps/dos.arg").code == 0
    assert (maps / "dos.arg").read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()


def test_mode_and_link_of_a_file_stay(run: Runner, maps: Path) -> None:
    (maps / "loose.arg").chmod(0o640)
    (maps / "link.arg").symlink_to("loose.arg")
    assert run("fmt", "maps/link.arg").code == 0
    assert (maps / "link.arg").is_symlink()
    assert (maps / "loose.arg").read_text() == GOOD
    assert stat.S_IMODE((maps / "loose.arg").stat().st_mode) == 0o640


def test_a_file_named_twice_is_formatted_once(run: Runner, maps: Path) -> None:
    result = run("fmt", "maps/loose.arg", "maps/loose.arg", "./maps/loose.arg")
    assert result.err == "1 map formatted\n"


def test_nothing_is_left_behind(run: Runner, maps: Path) -> None:
    before = sorted(path.name for path in maps.iterdir())
    run("fmt", "maps")
    assert sorted(path.name for path in maps.iterdir()) == before


@pytest.mark.parametrize("text", ["", "\n", "// a comment", "[a] No line break at the end."])
def test_small_files(run: Runner, tmp_path: Path, text: str) -> None:
    (tmp_path / "m.arg").write_text(text)
    assert run("fmt", "m.arg").code == 0
    assert run("fmt", "--check", "m.arg").code == 0
