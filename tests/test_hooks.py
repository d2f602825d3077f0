"""The hooks for pre-commit: what they run does what a hook has to do."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.helpers import BAD, GOOD, LOOSE, environment

HOOKS = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"

pytestmark = pytest.mark.skipif(not HOOKS.exists(), reason="the tests are not run from a checkout")


def run(hook: str, folder: Path, *names: str) -> int:
    """The exit code of a hook for some files, which are named to it as pre-commit does."""
    (entry,) = (one["entry"] for one in yaml.safe_load(HOOKS.read_text()) if one["id"] == hook)
    program, *words = shlex.split(entry)
    assert program == "argmap"
    return subprocess.run(
        [sys.executable, "-m", "argmap", *words, *names],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=60,
        check=False,
    ).returncode


def test_their_shape() -> None:
    for hook in yaml.safe_load(HOOKS.read_text()):
        assert hook["language"] == "python"
        assert re.search(hook["files"], "maps/one.arg")
        assert not re.search(hook["files"], "maps/one.args")


def test_check_fails_for_an_error_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.arg").write_text(GOOD)
    (tmp_path / "bad.arg").write_text(BAD)
    assert run("argmap-check", tmp_path, "good.arg") == 0
    assert run("argmap-check", tmp_path, "good.arg", "bad.arg") == 1
    assert (tmp_path / "bad.arg").read_text() == BAD


def test_fmt_changes_the_file_by_which_the_hook_fails(tmp_path: Path) -> None:
    (tmp_path / "loose.arg").write_text(LOOSE)
    assert run("argmap-fmt", tmp_path, "loose.arg") == 0
    assert (tmp_path / "loose.arg").read_text() == GOOD
