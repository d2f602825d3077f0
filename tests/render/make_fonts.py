"""Write the fonts of src/argmap/render/fonts/ from the font files of Liberation Sans 2.

Not part of the runtime and not a test: run it by hand when the set of code points changes.

    python -m tests.render.make_fonts /usr/share/fonts/truetype/liberation2

It needs fonttools. What is kept are the characters that advances.txt has the widths of, without
the hints, which a picture does not use. The license (OFL 1.1) asks for another name for a changed
font, and the other name is welcome: no font of the machine can be taken for ours.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from tests.render.make_metrics import RANGES

NAME = "Argmap Sans"
FACES = ("Regular", "Bold", "Italic")
# Characters that are not shown; where a font has none of them some renderers draw an empty box.
UNSEEN = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
_FAMILY, _CUT, _UNIQUE, _FULL, _POSTSCRIPT, _TRADEMARK, _WIDE_FAMILY, _WIDE_CUT = (
    1, 2, 3, 4, 6, 7, 16, 17,
)  # fmt: skip


def write(source: Path, target: Path, cut: str) -> None:
    """Cut a font down and name it anew."""
    subset = import_module("fontTools.subset")
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    font = subset.load_font(str(source), options)
    wanted = {point for low, high in RANGES for point in range(low, high + 1)}
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(UNSEEN, _unseen(font)))
    names = {
        _FAMILY: NAME,
        _CUT: cut,
        _UNIQUE: f"{NAME} {cut}, after Liberation Sans 2",
        _FULL: f"{NAME} {cut}",
        _POSTSCRIPT: f"{NAME.replace(' ', '')}-{cut}",
    }
    for record in list(font["name"].names):
        if record.nameID in (_TRADEMARK, _WIDE_FAMILY, _WIDE_CUT):
            font["name"].names.remove(record)
        elif record.nameID in names:
            record.string = names[record.nameID]
    font.save(target)


def _unseen(font: object) -> str:
    """The glyph for what is not shown: it has no width and no outline."""
    cmap = font.getBestCmap()  # type: ignore[attr-defined]
    return str(cmap[0x200B])


def main(folder: Path) -> None:
    """Write all faces into the package."""
    target = Path(__file__).parents[2] / "src" / "argmap" / "render" / "fonts"
    target.mkdir(exist_ok=True)
    for cut in FACES:
        name = f"{NAME.replace(' ', '')}-{cut}.ttf"
        write(folder / f"LiberationSans-{cut}.ttf", target / name, cut)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
