"""The public library."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import argmap

MAP = "# T\n[a] A.\n  + [b] B.  {likely}\n"


def test_every_public_name_is_there() -> None:
    for name in argmap.__all__:
        assert getattr(argmap, name) is not None


def test_the_example_in_the_docstring() -> None:
    assert doctest.testmod(argmap).failed == 0


def test_importing_argmap_loads_nothing_of_it() -> None:
    code = "import argmap, sys; print([m for m in sys.modules if m.startswith('argmap.')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "m.arg"
    file.write_text(MAP, encoding="utf-8")
    result = argmap.load(file)
    assert result.ok
    assert result.map == argmap.parse(MAP).map
    with pytest.raises(argmap.CannotRead, match="there is no such file"):
        argmap.load(tmp_path / "none.arg")


def test_what_is_wrong_is_in_the_result() -> None:
    result = argmap.parse("+B\n", "x.arg")
    assert not result.ok
    assert [str(found.span) for found in result.diagnostics] == ["x.arg:1:1"]


def test_json_goes_out_and_comes_back() -> None:
    made = argmap.parse(MAP).map
    assert argmap.read(argmap.write(made, "json"), "json").map == made
    assert argmap.read(argmap.write(made, "arg"), "arg").map == made
    with pytest.raises(LookupError, match="did you mean `json`"):
        argmap.write(made, "jsn")


def test_a_map_is_drawn_and_shows_itself() -> None:
    made = argmap.parse(MAP).map
    assert argmap.render(made).startswith("<svg")
    assert made._repr_svg_() == argmap.render(made)  # type: ignore[attr-defined]
