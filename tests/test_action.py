"""The GitHub Action: its scripts are run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import yaml

ACTION = Path(__file__).parents[1] / ".github" / "actions" / "check" / "action.yml"
GOOD = "[rain] It will rain.\n  + [clouds] Clouds gather.\n"
BAD = "[rain] It will rain.\n  + [cluods]\n\n[clouds] Clouds gather.\n"
Action = dict[str, dict[str, dict[str, str]]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs bash")


def steps() -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load(ACTION.read_text())["runs"]["steps"]
    return found


def check(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The check step, run with the inputs that are given and the defaults of the others."""
    inputs = {
        name: str(one["default"])
        for name, one in yaml.safe_load(ACTION.read_text())["inputs"].items()
    }
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    (step,) = (one for one in steps() if one.get("name") == "Check maps")
    env = step["env"]
    assert isinstance(env, dict)
    values = {
        name: inputs[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", str(value))[1]]  # type: ignore[index]
        for name, value in env.items()
    }
    with tempfile.TemporaryDirectory() as temp:
        bin_ = Path(temp) / "argmap" / "bin"
        bin_.mkdir(parents=True)
        program = bin_ / "argmap"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
        program.chmod(0o755)
        script = Path(temp) / "script.sh"
        script.write_text(str(step["run"]))
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=folder,
            env={**os.environ, **values, "RUNNER_TEMP": temp},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


def test_its_shape() -> None:
    action = yaml.safe_load(ACTION.read_text())
    assert action["runs"]["using"] == "composite"
    assert all(one["description"] and "default" in one for one in action["inputs"].values())
    for step in action["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        if "run" in step:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"]


def test_a_good_map_passes_and_a_bad_one_is_annotated(tmp_path: Path) -> None:
    (tmp_path / "good.arg").write_text(GOOD)
    assert check(tmp_path).returncode == 0
    (tmp_path / "bad.arg").write_text(BAD)
    done = check(tmp_path)
    assert done.returncode == 1
    assert "::error file=bad.arg,line=2" in done.stdout
    assert check(tmp_path, paths="good.arg\n").returncode == 0


def test_arguments_and_sarif(tmp_path: Path) -> None:
    (tmp_path / "a map.arg").write_text(BAD)
    done = check(tmp_path, args="--quiet\n--select=ARG1", sarif_file="out.sarif", paths="a map.arg")
    assert done.returncode == 1
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"


def test_what_cannot_be_done_fails_with_2(tmp_path: Path) -> None:
    assert check(tmp_path, paths="none.arg").returncode == 2
    assert check(tmp_path, paths="none.arg", sarif_file="out.sarif").returncode == 2


def test_nothing_in_an_input_is_run(tmp_path: Path) -> None:
    (tmp_path / "good.arg").write_text(GOOD)
    for hostile in ("$(touch owned)", "`touch owned`", "; touch owned", '"; touch owned; "'):
        for name in ("paths", "args", "output_format", "sarif_file"):
            check(tmp_path, **{name: hostile})
    assert not (tmp_path / "owned").exists()


def test_the_install_step_makes_a_place_of_its_own(tmp_path: Path) -> None:
    """What it is told to install is there already, so that no network is needed."""
    (step,) = (one for one in steps() if one.get("name") == "Install argmap")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", str(step["run"])],
        env={**os.environ, "PATH": path, "RUNNER_TEMP": str(tmp_path), "REQUIREMENT": "pip"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "argmap" / "bin" / "python").exists()
