"""Draws every picture in this folder: one for each map in maps/, one of them on a page as
well, one for each example in docs/picture.md.

    python docs/pictures/make.py

A test draws them too and compares what they show; run this when it fails, and look at the result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import argmap

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

_EXAMPLE = re.compile(
    r"^<!-- file: ([\w-]+)\.arg -->\n```arg\n(.*?)^```$", re.DOTALL | re.MULTILINE
)


def pictures() -> Iterator[tuple[Path, str]]:
    """Each picture: its file and what it should hold."""
    for path in sorted((ROOT / "maps").glob("*.arg")):
        yield HERE / f"{path.stem}.svg", argmap.render(argmap.load(path).map)
    on_paper = argmap.load(ROOT / "maps" / "split-the-monolith.arg").map
    yield HERE / "split-the-monolith-a4.svg", argmap.render(on_paper, page="a4")
    text = (ROOT / "docs" / "picture.md").read_text(encoding="utf-8")
    for name, example in _EXAMPLE.findall(text):
        yield HERE / f"{name}.svg", argmap.render(argmap.parse(example, f"{name}.arg").map)


if __name__ == "__main__":
    for file, svg in pictures():
        file.write_text(svg, encoding="utf-8", newline="\n")
