"""Write src/argmap/render/advances.txt from the font files of Liberation Sans 2 and Noto Sans.

Not part of the runtime and not a test: run it by hand when the set of code points changes.

    python -m tests.render.make_metrics /usr/share/fonts/truetype/liberation2 \\
        /usr/share/fonts/truetype/noto

The first folder is that of Debian's fonts-liberation2: an older Liberation Sans has fewer letters.
It needs fonttools, and what fit_scripts.py needs. Liberation Sans has the advance widths of Arial.
With Debian 12's fonts, numpy 2.4, scipy 1.17, uharfbuzz 0.57 and babel 2.18 the file comes out the
same to the byte; test_metrics.py reads the widths of Liberation Sans from the package's fonts.
"""

from __future__ import annotations

import sys
import unicodedata
from importlib import import_module
from pathlib import Path

from tests.render.fit_scripts import SCRIPTS, Fitted, fit

UNITS = 2048
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x2FF),
    (0x300, 0x36F),
    (0x370, 0x513),
    (0x5D0, 0x5EA),
    (0x1E00, 0x1EF9),
    (0x1F00, 0x1FFE),
    (0x2000, 0x266F),
    (0xFB00, 0xFB4F),
)
FACES = ("Regular", "Bold", "Italic")

HEAD = "# Advance widths in 1/2048 em. Made by tests/render/make_metrics.py; do not edit.\n"


def advances(path: Path) -> dict[int, int]:
    """The advance of each code point of a font, in font units."""
    font = import_module("fontTools.ttLib").TTFont(path)
    table = font["hmtx"]
    return {point: table[glyph][0] for point, glyph in font.getBestCmap().items()}


def runs(widths: dict[int, int]) -> list[tuple[int, list[int]]]:
    """The wanted code points that the font has, as unbroken runs; what is not shown gets 0."""
    found: list[tuple[int, list[int]]] = []
    for low, high in RANGES:
        for point in range(low, high + 1):
            if point not in widths:
                continue
            if not found or found[-1][0] + len(found[-1][1]) != point:
                found.append((point, []))
            shown = unicodedata.category(chr(point)) not in ("Cf", "Mn")
            found[-1][1].append(widths[point] if shown else 0)
    return found


def row(start: int, *numbers: int) -> str:
    """A line of the file: a code point, then other numbers."""
    return " ".join(f"{number:04x}" for number in (start, *numbers)) + "\n"


def spread(advances: dict[int, float], low: int) -> list[int]:
    """Advances in em from a code point on, in units; 0 where there is none."""
    span = range(low, max(point for point, width in advances.items() if width) + 1)
    return [round(advances.get(point, 0.0) * UNITS) for point in span]


def scripts(fitted: list[Fitted]) -> list[str]:
    """The parts of the other scripts."""
    out = ["\nothers\n"]
    for one in fitted:
        low = one.script.low
        out.append(row(low, round(one.bold * 1000), *spread(one.advances, low)))
    (arabic,) = (one for one in fitted if one.joined)
    low = arabic.script.low
    out += ["\njoined\n", row(low, *spread(arabic.joined, low)), "\nconjuncts\n"]
    for one in fitted:
        if one.shares:
            first, second, ra_first, ra_second = (round(100 * share) for share in one.shares)
            shares = (first, second, ra_first, ra_second)
            out.append(row(ord(one.script.joiner), *shares, *map(ord, one.script.ra)))
    return out


def main(liberation: Path, noto: Path) -> None:
    """Write the file beside the renderer."""
    out = [HEAD]
    for face in FACES:
        out.append(f"\n{face.lower()}\n")
        for start, widths in runs(advances(liberation / f"LiberationSans-{face}.ttf")):
            out.append(row(start, *widths))
    out += scripts([fit(script, noto) for script in SCRIPTS])
    target = Path(__file__).parents[2] / "src" / "argmap" / "render" / "advances.txt"
    target.write_text("".join(out), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
