"""Formats are found by name and suffix, and loaded when they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePath

import pytest

from argmap.formats.registry import FORMATS, UnknownFormat, by_path, find
from argmap.model.map import ArgumentMap


def test_each_format_is_found_by_its_name_and_suffixes() -> None:
    for format_ in FORMATS:
        assert find(format_.name) is find(format_.name.upper()) is format_
        for suffix in format_.suffixes:
            assert by_path(f"dir.json/m.x{suffix.upper()}") is by_path(PurePath(f"m{suffix}"))
            assert by_path(f"m{suffix}") is format_
    assert len({f.name for f in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("jsno", "did you mean `json`?"), ("xyz", "there are arg, json, dot, mermaid")],
)
def test_an_unknown_name(name: str, hint: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        find(name)
    assert str(caught.value) == f"no format is called `{name}`; {hint}"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("a/m.jsn", "did you mean `.json`?"),
        ("m", "names end in .arg, .json, .dot, .gv, .mmd or .mermaid"),
        (".json", "names end in .arg, .json, .dot, .gv, .mmd or .mermaid"),
        ("", "names end in .arg, .json, .dot, .gv, .mmd or .mermaid"),
    ],
)
def test_an_unknown_suffix(path: str, hint: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        by_path(path)
    assert str(caught.value) == f"cannot tell the format of `{path}` by its name; {hint}"


def test_readers_and_writers_do_their_work() -> None:
    map_ = ArgumentMap(title="T")
    json, arg = find("json"), find("arg")
    assert json.writer is not None
    assert json.reader is not None
    assert arg.writer is not None
    assert arg.reader is None
    assert json.reader()(json.writer()(map_).text, "m.json").map == map_
    assert arg.writer()(map_).text == "# T\n"


def test_the_registry_loads_no_format() -> None:
    code = "import argmap.formats.registry, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    modules = loaded.stdout.split()
    assert "argmap.formats.registry" in modules
    assert not {"argmap.formats.json", "argmap.formats.arg", "argmap.syntax", "lark"} & {*modules}
