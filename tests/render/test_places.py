"""Where things are written: a picture keeps it, and depends on it no more than it must."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import argmap
from argmap.formats import json
from argmap.render import RenderOptions, render_svg
from tests.render.svg_reading import read

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))
LIBRARY = """# Library


[safe] The bridge is safe.
  + [tested] It was tested.
  + [built] It was built well.
"""
MAP = """# Map

import library.arg as lib

? [q] Open it?
  = [open] Open it.

[open]
  + [lib/safe]
  - [dear] It is dear.
    ! [lib/tested]
"""


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_map_read_back_from_json_gives_the_same_picture(path: Path) -> None:
    map_ = argmap.load(path).map
    again = json.read(json.write(map_), "elsewhere/map.json").map
    assert again == map_
    # Of linked premises JSON has but one place.
    pictures = {
        re.sub(' data-line="[0-9]+"', "", render_svg(one, RenderOptions(engine="tree")).svg)
        for one in (map_, again)
    }
    assert len(pictures) == 1


def test_lines_are_those_of_the_maps_own_file(tmp_path: Path) -> None:
    (tmp_path / "library.arg").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "map.arg").write_text(MAP, encoding="utf-8")
    map_ = argmap.load(tmp_path / "map.arg").map
    for one in (map_, json.read(json.write(map_), "map.json").map):
        boxes = read(render_svg(one, RenderOptions(engine="tree")).svg).boxes
        lines = {box.id: box.line for box in boxes}
        assert lines == {
            "q-q": "5",
            "c-open": "6",
            "c-lib·safe": "9",
            "c-dear": "10",
            "c-lib·tested": "11",
        }


def test_a_claim_that_an_import_alone_places_has_no_line(tmp_path: Path) -> None:
    (tmp_path / "library.arg").write_text(LIBRARY, encoding="utf-8")
    text = "import library.arg as lib\n\n[lib/safe]\n  - [no] It is not.\n"
    (tmp_path / "map.arg").write_text(text, encoding="utf-8")
    boxes = read(render_svg(argmap.load(tmp_path / "map.arg").map).svg).boxes
    assert {box.id: box.line for box in boxes} == {"c-lib·safe": None, "c-no": "4"}
