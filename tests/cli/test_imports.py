"""A command loads what it needs and nothing else; that is most of how long a small run takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .helpers import GOOD, environment

NEVER = ("rich", "pydantic", "click", "unittest", "asyncio", "http", "multiprocessing", "pytest")
LANGUAGE = ("lark",)
DRAWING = ("argmap.render", "graphviz", "pygraphviz")
FORMATS = ("argmap.formats",)


def loaded(tmp_path: Path, *arguments: str) -> set[str]:
    """The modules that a run loads."""
    (tmp_path / "good.arg").write_text(GOOD)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "argmap", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment(),
        timeout=60,
        check=True,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize(
    ("arguments", "forbidden"),
    [
        (("--version",), ("typer", "json", "dataclasses", "re", *LANGUAGE, *DRAWING, *FORMATS)),
        (("--help",), (*LANGUAGE, *DRAWING, *FORMATS, "argmap.workspace", "json")),
        (
            ("check", "good.arg"),
            (*DRAWING, *FORMATS, "json", "typer", "argmap.report.full", "argmap.schemes"),
        ),
        (
            ("check", "--output-format", "json", "good.arg"),
            (*DRAWING, *FORMATS, "argmap.report.full"),
        ),
        (("fmt", "good.arg"), (*DRAWING, *FORMATS, "json", "typer")),
        (("convert", "good.arg", "good.json"), DRAWING),
        (("render", "good.arg", "-o", "good.svg"), ("typer", *FORMATS)),
        (("render", "--engine", "tree", "good.arg"), ("graphviz", "pygraphviz", *FORMATS)),
        (("new", "new.arg"), (*DRAWING, *FORMATS, "argmap.schemes")),
        (("new", "--scheme", "sign", "new.arg"), (*DRAWING, *FORMATS)),
        (("scheme",), (*DRAWING, *FORMATS)),
        (("source", "pin", "good.arg"), (*DRAWING, *FORMATS, "json", "argmap.schemes")),
        (("source", "list", "good.arg"), (*DRAWING, "argmap.schemes")),
    ],
    ids=lambda value: " ".join(value) if "good" in " ".join(value) else None,
)
def test_a_command_loads_only_what_it_needs(
    tmp_path: Path, arguments: tuple[str, ...], forbidden: tuple[str, ...]
) -> None:
    modules = loaded(tmp_path, *arguments)
    assert "argmap.cli" in modules
    unwanted = {
        module
        for module in modules
        for name in (*NEVER, *forbidden)
        if module == name or module.startswith(f"{name}.")
    }
    assert not unwanted


def test_version_loads_nothing_of_ours(tmp_path: Path) -> None:
    ours = {name for name in loaded(tmp_path, "--version") if name.startswith("argmap")}
    assert ours == {"argmap", "argmap.cli", "argmap.cli.version"}


def test_lark_is_loaded_once_and_then_no_more(tmp_path: Path) -> None:
    loaded(tmp_path, "check", "good.arg")  # keeps the parser that Lark makes
    again = loaded(tmp_path, "check", "good.arg")
    assert not {name for name in again if name.partition(".")[0] == "lark"}
