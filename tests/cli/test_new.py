"""`argmap new`: the first map is one that everything else accepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from .helpers import Runner


def test_the_first_map_is_clean(run: Runner, tmp_path: Path) -> None:
    made = run("new", "debate.arg")
    assert (made.code, made.out) == (0, "")
    assert made.err == "Wrote debate.arg. Draw it with `argmap render debate.arg`.\n"
    assert run("check", "--fail-on", "info", "debate.arg").out == "1 map, no findings\n"
    assert run("fmt", "--check", "debate.arg").code == 0
    assert run("render", "debate.arg").code == 0
    assert (tmp_path / "debate.svg").exists()


def test_the_first_map_uses_each_kind_of_entry_it_explains(run: Runner) -> None:
    lines = run("new", "-").out.splitlines()
    first_words = {line.split()[0] for line in lines if line}
    assert first_words >= {"#", "?", "=", "+", "-", "&", "!", ">", "//", "@calendar"}


@pytest.mark.parametrize("content", ["", "mine"])
def test_nothing_is_written_over(run: Runner, tmp_path: Path, content: str) -> None:
    (tmp_path / "debate.arg").write_text(content)
    result = run("new", "debate.arg")
    assert result.code == 2
    assert result.err == (
        "argmap: cannot write debate.arg: it exists already; "
        "choose another name, or remove it first\n"
    )
    assert (tmp_path / "debate.arg").read_text() == content


def test_a_dangling_link_is_not_written_through(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "debate.arg").symlink_to("elsewhere.arg")
    assert run("new", "debate.arg").code == 2
    assert not (tmp_path / "elsewhere.arg").exists()


def test_the_name_of_a_map_ends_in_arg(run: Runner, tmp_path: Path) -> None:
    result = run("new", "debate")
    assert result.code == 2
    assert result.err.startswith("argmap new: the name of a map ends in .arg; try debate.arg\n")
    assert run("new", "no/such/debate.arg").err.startswith(
        "argmap: cannot write no/such/debate.arg: there is no folder no/such; make it first"
    )
    assert list(tmp_path.iterdir()) == []
