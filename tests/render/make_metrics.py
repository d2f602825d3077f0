"""Write src/argmap/render/metrics.py from the Liberation Sans 2 font files.

Not part of the runtime and not a test: run it by hand when the set of code points changes.

    python tests/render/make_metrics.py /usr/share/fonts/truetype/liberation2

It needs fonttools. Liberation Sans has the advance widths of Arial.
"""

from __future__ import annotations

import sys
from pathlib import Path

RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x370, 0x513),
    (0x5D0, 0x5EA),
    (0x1E00, 0x1EF9),
    (0x1F00, 0x1FFE),
    (0x2000, 0x22FF),
)
FACES = (("REGULAR", "Regular"), ("BOLD", "Bold"), ("ITALIC", "Italic"))
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
COLUMNS = 84

HEAD = '''"""Advance widths of Liberation Sans, which are those of Arial, packed.

Made by tests/render/make_metrics.py; do not edit. A face is a list of runs: the first code point,
then two digits of base 64 for each advance in units of 1/2048 em.
"""

DIGITS = "{digits}"

'''


def advances(path: Path) -> dict[int, int]:
    """The advance of each code point of a font, in font units."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(path)
    table = font["hmtx"]
    return {point: table[glyph][0] for point, glyph in font.getBestCmap().items()}


def runs(widths: dict[int, int]) -> list[tuple[int, list[int]]]:
    """The wanted code points that the font has, as unbroken runs."""
    found: list[tuple[int, list[int]]] = []
    for low, high in RANGES:
        for point in range(low, high + 1):
            if point not in widths:
                continue
            if not found or found[-1][0] + len(found[-1][1]) != point:
                found.append((point, []))
            found[-1][1].append(widths[point])
    return found


def packed(widths: list[int]) -> str:
    """Widths as two digits each."""
    return "".join(DIGITS[width // 64] + DIGITS[width % 64] for width in widths)


def main(folder: Path) -> None:
    """Write the module beside the renderer."""
    out = [HEAD.format(digits=DIGITS)]
    for constant, face in FACES:
        out.append(f"{constant}: tuple[tuple[int, str], ...] = (\n")
        for start, widths in runs(advances(folder / f"LiberationSans-{face}.ttf")):
            text = packed(widths)
            rows = [text[at : at + COLUMNS] for at in range(0, len(text), COLUMNS)]
            if len(rows) == 1:
                out.append(f'    (0x{start:X}, "{rows[0]}"),\n')
            else:
                lines = "".join(f'        "{row}"\n' for row in rows)
                out.append(f"    (\n        0x{start:X},\n{lines}    ),\n")
        out.append(")\n\n")
    target = Path(__file__).parents[2] / "src" / "argmap" / "render" / "metrics.py"
    target.write_text("".join(out).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
