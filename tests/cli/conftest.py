"""Runs argmap as people do: as a process of its own, in a folder of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from .helpers import BAD, GOOD, LOOSE, Result, Runner, environment


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """Runs `argmap ARGUMENTS` in `tmp_path`."""

    def runner(
        *arguments: str | Path,
        stdin: str | bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env=environment(env),
            timeout=60,
            check=False,
        )
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.err
        return result

    return runner


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    """A folder with a map in canonical form, one that is not, and one with an error."""
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "good.arg").write_text(GOOD)
    (folder / "loose.arg").write_text(LOOSE)
    (folder / "bad.arg").write_text(BAD)
    return folder
