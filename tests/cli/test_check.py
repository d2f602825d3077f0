"""`argmap check`: what is found, how it is written, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .helpers import BAD, GOOD, Runner


def test_clean(run: Runner, maps: Path) -> None:
    result = run("check", "maps/good.arg", "maps/loose.arg")
    assert (result.code, result.out, result.err) == (0, "2 maps, no findings\n", "")


def test_an_error_with_its_frame(run: Runner, maps: Path) -> None:
    result = run("check", "maps")
    assert result.code == 1
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[0].startswith("error[ARG")
    assert lines[1:5] == ["  ┌─ maps/bad.arg:2:5", "  │", "2 │   + [cluods]", "  │     ^^^^^^^^"]
    assert lines[-1] == "1 finding in 1 file (1 error)"


def test_no_path_is_the_current_folder(run: Runner, maps: Path) -> None:
    assert run("check").out == run("check", ".").out == run("check", "maps").out
    assert "bad.arg:2:5" in run("check", cwd=maps).out


def test_concise(run: Runner, maps: Path) -> None:
    result = run("check", "--output-format", "concise", "maps")
    first, last = result.out.splitlines()
    assert first.startswith("maps/bad.arg:2:5: error[ARG")
    assert last == "1 finding in 1 file (1 error)"


def test_json(run: Runner, maps: Path) -> None:
    result = run("check", "--output-format", "json", "maps")
    assert result.code == 1
    (found,) = json.loads(result.out)
    assert found["path"] == "maps/bad.arg"
    assert found["start"] == {"line": 2, "column": 5}
    assert found["end"] == {"line": 2, "column": 13}
    assert set(found) == {
        "code", "name", "severity", "message", "help", "path", "start", "end", "related", "fix"
    }  # fmt: skip
    clean = run("check", "--output-format", "json", "maps/good.arg")
    assert (clean.code, clean.out) == (0, "[]\n")


def test_quiet_leaves_the_findings(run: Runner, maps: Path) -> None:
    assert run("check", "-q", "maps/good.arg").out == ""
    loud, quiet = run("check", "maps"), run("check", "-q", "maps")
    assert loud.code == quiet.code == 1
    assert loud.out == f"{quiet.out}1 finding in 1 file (1 error)\n"


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_fail_on_an_error(run: Runner, maps: Path, level: str) -> None:
    assert run("check", "--fail-on", level, "maps").code == 1


def test_standard_input(run: Runner, tmp_path: Path) -> None:
    assert run("check", "-", stdin=GOOD).out == "1 map, no findings\n"
    assert "<stdin>:2:5" in run("check", "-", stdin=BAD).out
    named = run("check", "-", "--stdin-filename", "deep/map.arg", stdin=BAD)
    assert "deep/map.arg:2:5" in named.out


def test_standard_input_imports_from_where_it_belongs(run: Runner, maps: Path) -> None:
    text = "import good.arg\n\n[a] So it is.\n  + [good/rain]\n"
    assert run("check", "-", "--stdin-filename", "maps/x.arg", stdin=text).code == 0
    assert run("check", "-", stdin=text).code == 1


def test_a_file_named_twice_is_checked_once(run: Runner, maps: Path) -> None:
    result = run("check", "maps", "maps/bad.arg", "./maps/../maps/bad.arg", "maps/good.arg")
    assert result.out.splitlines()[-1] == "1 finding in 1 file (1 error)"


def test_an_error_in_an_imported_file_is_told_once(run: Runner, maps: Path) -> None:
    (maps / "top.arg").write_text("import bad.arg\n\n[a] So it is.\n  + [bad/rain]\n")
    result = run("check", "maps")
    assert result.out.splitlines()[-1] == "1 finding in 1 file (1 error)"
    assert "maps/bad.arg:2:5" in run("check", "maps/top.arg").out


def test_hidden_folders_and_link_loops(run: Runner, maps: Path) -> None:
    (maps / ".hidden").mkdir()
    (maps / ".hidden" / "bad.arg").write_text(BAD)
    (maps / "loop").symlink_to(maps, target_is_directory=True)
    assert run("check", "maps").out.splitlines()[-1] == "1 finding in 1 file (1 error)"


@pytest.mark.parametrize("command", ["check", "fmt --check", "render --out-dir pictures"])
def test_every_command_finds_the_same_maps(run: Runner, tmp_path: Path, command: str) -> None:
    """What git ignores, or the settings exclude, is left out of folders unless it is named."""
    for name in ("good.arg", "out/bad.arg", "drafts/bad.arg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD if name == "good.arg" else BAD)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("out/\n")
    (tmp_path / "argmap.toml").write_text('exclude = ["drafts/*"]\n')
    words = command.split()
    assert run(*words, ".").code == 0
    assert run(*words, "good.arg", "out/bad.arg").code == 1
    (tmp_path / "argmap.toml").write_text("exclude = true\n")
    result = run(*words, ".")
    assert (result.code, result.out) == (2, "")
    assert (
        result.err
        == 'argmap: argmap.toml:1: `exclude` must be a list of texts, such as ["…", "…"]\n'
    )


def test_a_folder_without_maps(run: Runner, tmp_path: Path) -> None:
    result = run("check")
    assert (result.code, result.out) == (0, "0 maps, no findings\n")
    assert result.err == "There is no map (a file named *.arg) in the current folder or below.\n"
    (tmp_path / "old.arg").write_text(GOOD)
    assert run("check", "--exclude", "old.arg").err == (
        "There is no map (a file named *.arg) in the current folder or below, apart from what git "
        "ignores or `exclude` leaves out.\n"
    )


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b"// only a comment", b"\r\n"])
def test_a_map_of_nothing_is_clean(run: Runner, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.arg").write_bytes(content)
    assert run("check", "empty.arg").code == 0


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02", b"\xff\xfe[a] x", b"\x89PNG\r\n\x1a\n\x00\x00", b"a \x1b[31m b"]
)
def test_what_is_no_text_is_a_finding(run: Runner, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "binary.arg").write_bytes(content)
    result = run("check", "binary.arg")
    assert result.code == 1
    assert result.out.startswith("error[ARG")
    assert "\x1b" not in result.out


def test_what_cannot_be_read(run: Runner, maps: Path) -> None:
    missing = run("check", "maps/god.arg")
    assert missing.code == 2
    assert missing.out == ""
    assert missing.err == (
        "argmap: cannot read maps/god.arg: there is no such file; did you mean maps/good.arg?\n"
    )
    long = run("check", "x" * 300)
    assert (long.code, long.out) == (2, "")
    assert "its name is too long" in long.err
    below = run("check", "maps/good.arg/x.arg")
    assert (below.code, below.out) == (2, "")
    assert "a part of its path is a file, not a folder" in below.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(run: Runner, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.arg")
    result = run("check", "pipe.arg")
    assert (result.code, result.out.splitlines()[:1]) == (2, [])
    assert "it is a pipe, not a file" in result.err


def test_a_huge_file_is_refused(run: Runner, tmp_path: Path) -> None:
    with (tmp_path / "huge.arg").open("wb") as huge:
        huge.truncate(129 * 1024 * 1024)
    result = run("check", "huge.arg")
    assert result.code == 2
    assert "larger than 128 MB" in result.err


def test_one_file_that_cannot_be_read_does_not_hide_the_others(run: Runner, maps: Path) -> None:
    with (maps / "huge.arg").open("wb") as huge:
        huge.truncate(129 * 1024 * 1024)
    result = run("check", "maps")
    assert result.code == 2
    assert "maps/bad.arg:2:5" in result.out
    assert "maps/huge.arg" in result.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_no_permission(run: Runner, maps: Path) -> None:
    (maps / "good.arg").chmod(0)
    result = run("check", "maps/good.arg")
    assert result.code == 2
    assert "you have no permission" in result.err


def test_output_is_the_same_in_every_run(run: Runner, maps: Path) -> None:
    runs = {run("check", "maps", env={"PYTHONHASHSEED": str(seed)}).out for seed in range(3)}
    assert len(runs) == 1
