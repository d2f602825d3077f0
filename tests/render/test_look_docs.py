"""The pictures in docs/pictures show what the maps say now; bytes may differ between versions of
Graphviz, what is shown may not."""

from __future__ import annotations

import re
import sys
from collections import Counter
from importlib import util
from pathlib import Path

import pytest

from tests.render.svg_reading import SVG, read

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"


def made() -> dict[str, str]:
    """Each picture as it would be drawn now, by the name of its file."""
    spec = util.spec_from_file_location("make_pictures", PICTURES / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules["make_pictures"] = module
    spec.loader.exec_module(module)
    return {file.name: svg for file, svg in module.pictures()}


def shown(svg: str) -> tuple[object, ...]:
    """What a picture shows, wherever it stands: boxes with their labels, texts, kinds of line.

    Words on lines and titles of frames are cut to the room that the layout leaves them, and on a
    page texts are broken where it is best for the whole.
    """
    seen = read(svg)
    boxes = {
        one.get("id"): (one.get("class"), one.get("data-line"), one.findtext(f"{SVG}title"))
        for one in seen.root.iter(f"{SVG}g")
        if one.get("role") == "graphics-symbol"
    }
    lines = Counter(
        one.get("class") for one in seen.root.iter() if "line" in (one.get("class") or "").split()
    )
    steps = {one.get("id") for one in seen.root.iter(f"{SVG}g") if one.get("class") == "step"}
    styles = "".join(one.text or "" for one in seen.root.iter(f"{SVG}style"))
    texts = Counter(
        word
        for one in seen.root.iter(f"{SVG}text")
        if (one.get("class") or "").split()[0] not in ("label", "frame-title")
        for word in (one.text or "").split()
    )
    return boxes, texts, lines, steps, styles, seen.root.findtext(f"{SVG}desc")


@pytest.fixture(scope="module")
def fresh() -> dict[str, str]:
    return made()


def test_every_picture_is_there_and_no_other(fresh: dict[str, str]) -> None:
    assert set(fresh) == {path.name for path in PICTURES.glob("*.svg")}
    assert {f"{path.stem}.svg" for path in (ROOT / "maps").glob("*.arg")} <= set(fresh)


def test_every_picture_is_fresh(fresh: dict[str, str]) -> None:
    stale = [
        name
        for name, svg in fresh.items()
        if shown(svg) != shown((PICTURES / name).read_text(encoding="utf-8"))
    ]
    assert stale == [], "run: python docs/pictures/make.py"


def test_pictures_in_the_docs_follow_the_readers_screen(fresh: dict[str, str]) -> None:
    assert all("prefers-color-scheme" in svg for svg in fresh.values())


def test_the_page_on_the_picture_shows_each_of_its_examples() -> None:
    text = (ROOT / "docs" / "picture.md").read_text(encoding="utf-8")
    examples = set(re.findall(r"<!-- file: ([\w-]+)\.arg -->", text))
    images = set(re.findall(r"!\[[^\]]+\]\(pictures/([\w-]+)\.svg\)", text))
    assert examples
    assert examples <= images
