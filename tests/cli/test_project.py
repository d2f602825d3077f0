"""What is written in more than one place of the project, held together."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import pytest

from argmap.cli.check import OutputFormat
from argmap.cli.version import VERSION
from argmap.report import FORMATS

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not (ROOT / "pyproject.toml").exists(), reason="the tests are not run from a checkout"
)


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["dynamic"] == ["version"]
    assert version("argmap") == VERSION
    assert f"## [{VERSION}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_ci_finds_the_two_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    (pattern,) = re.findall(r"grep -E '([^']+)' README\.md", script)
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = [line for line in readme.splitlines() if re.search(pattern, line)]
    assert len(commands) == 2
    draw, test = commands
    assert "argmap render maps/stay-or-go.arg -o stay-or-go.svg" in draw
    assert test.endswith("/pytest")


def test_ci_runs_every_check() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    for check in (
        '"$bin/ruff" check',
        '"$bin/ruff" format --check',
        '"$bin/mypy" --strict',
        '"$bin/lint-imports"',
        '"$bin/argmap" check maps',
        '"$bin/argmap" fmt --check maps',
    ):
        assert f"\n{check}\n" in script


def test_check_offers_every_report() -> None:
    assert get_args(OutputFormat) == tuple(FORMATS)
