"""Write src/argmap/render/metrics.py from the font files of Liberation Sans 2 and Noto Sans.

Not part of the runtime and not a test: run it by hand when the set of code points changes.

    python -m tests.render.make_metrics /usr/share/fonts/truetype/liberation2 \\
        /usr/share/fonts/truetype/noto

It needs fonttools, and what fit_scripts.py needs. Liberation Sans has the advance widths of Arial.
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
FACES = (("REGULAR", "Regular"), ("BOLD", "Bold"), ("ITALIC", "Italic"))
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
COLUMNS = 84

HEAD = '''"""Advance widths, packed: of Liberation Sans, which are Arial's, and of other scripts.

Made by tests/render/make_metrics.py; do not edit. A face is a list of runs: the first code point,
then two digits of base 64 for each advance in units of 1/2048 em.

The other scripts have one width for a letter, the one that fits best wherever it stands, and how
much wider a bold letter is (per mille). JOINED are Arabic letters when joined to the next one, 0
for those that do not join. CONJUNCTS: what joins two consonants; what is then left of the first
and of the second (per cent); the letters of which less is left, and how much.
"""

DIGITS = "{digits}"

'''


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


def packed(widths: list[int]) -> str:
    """Widths as two digits each."""
    return "".join(DIGITS[width // 64] + DIGITS[width % 64] for width in widths)


def row(indent: str, before: str, text: str) -> str:
    """An entry of a table: what stands before the packed text, and the text in lines."""
    rows = [text[at : at + COLUMNS] for at in range(0, len(text), COLUMNS)]
    if len(rows) == 1:
        return f'{indent}({before}, "{rows[0]}"),\n'
    fields = "".join(f"{indent}    {field},\n" for field in before.split(", "))
    lines = "".join(f'{indent}    "{row}"\n' for row in rows)
    return f"{indent}(\n{fields}{lines[:-1]},\n{indent}),\n"


def spread(advances: dict[int, float], low: int) -> str:
    """Advances in em from a code point on, packed; 0 where there is none."""
    span = range(low, max(point for point, width in advances.items() if width) + 1)
    return packed([min(round(advances.get(point, 0.0) * UNITS), 64 * 64 - 1) for point in span])


def scripts(fitted: list[Fitted]) -> list[str]:
    """The tables of the other scripts."""
    out = ["OTHERS: tuple[tuple[int, int, str], ...] = (\n"]
    for one in fitted:
        before = f"0x{one.script.low:X}, {round(one.bold * 1000)}"
        out.append(row("    ", before, spread(one.advances, one.script.low)))
    out.append(")\n\n")
    (arabic,) = (one for one in fitted if one.joined)
    joined = spread(arabic.joined, arabic.script.low)
    out.append("JOINED: tuple[tuple[int, str], ...] = (\n")
    out.append(row("    ", f"0x{arabic.script.low:X}", joined))
    out.append(")\n\n")
    out.append("CONJUNCTS: dict[str, tuple[int, int, str, int, int]] = {\n")
    for one in fitted:
        if one.shares:
            first, second, ra_first, ra_second = (round(100 * share) for share in one.shares)
            ra = "".join(f"\\u{ord(letter):04x}" for letter in one.script.ra)
            joiner = f"\\u{ord(one.script.joiner):04x}"
            out.append(f'    "{joiner}": ({first}, {second}, "{ra}", {ra_first}, {ra_second}),\n')
    out.append("}\n")
    return out


def main(liberation: Path, noto: Path) -> None:
    """Write the module beside the renderer."""
    out = [HEAD.format(digits=DIGITS)]
    for constant, face in FACES:
        out.append(f"{constant}: tuple[tuple[int, str], ...] = (\n")
        for start, widths in runs(advances(liberation / f"LiberationSans-{face}.ttf")):
            out.append(row("    ", f"0x{start:X}", packed(widths)))
        out.append(")\n\n")
    out += scripts([fit(script, noto) for script in SCRIPTS])
    target = Path(__file__).parents[2] / "src" / "argmap" / "render" / "metrics.py"
    target.write_text("".join(out).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
