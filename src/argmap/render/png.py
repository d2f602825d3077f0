"""From an SVG picture to PNG, by resvg, with a typeface of our own.

The font (Liberation Sans 2 under another name, with the widths of Arial) comes with the package,
so a text in Latin, Greek, Cyrillic or Hebrew script gives the same bytes on every machine. For
any other script the machine's fonts help out, upright sans-serif ones before others, in an order
that depends on their names alone; where none has a character, an empty box stands for it. Pictures
(emoji) are drawn where the machine has them in colour.
"""

from __future__ import annotations

import re
import struct
import sys
from functools import cache
from pathlib import Path
from zlib import crc32

from argmap.render.scripts import has_all_of, in_pieces, samples
from argmap.render.theme import FONTS
from argmap.sentences import either

DEFAULT_ZOOM = 2.0
"""Pixels to a px of the SVG: sharp on the screens of today, and about 190 dots an inch in print."""
PAPER_ZOOM = 3.125
"""The same for a page of paper: 300 dots an inch."""
READABLE_ZOOM = 1.0
"""Where words are as large as in the SVG: a large map is drawn so, though it takes a while."""
LEAST_ZOOM = 0.25
"""What the default never goes below: at this, one sees where things stand, and reads no word."""
FAST_PIXELS = 20_000_000
"""More than this the default avoids: they take two seconds, and viewers are slow with them, too."""
LARGE_PIXELS = 64_000_000
"""More than this it does not make, whatever becomes of the words: they take half a gigabyte and
many seconds, and not every viewer opens them."""
MOST_PIXELS = 200_000_000
"""A picture of this many pixels takes 800 MB while it is drawn."""

_FAMILY = "Argmap Sans"
_FONTS = Path(__file__).parent / "fonts"
_SIZE = re.compile(r'<svg[^>]* width="([\d.]+)(mm)?" height="([\d.]+)')
_INCH = 96.0
"""Px to an inch."""
_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)
_FOLDERS = {
    "linux": (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "~/.fonts",
        "~/.local/share/fonts",
    ),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}
_SPECIAL = re.compile(
    "Bold|Black|Heavy|Medium|Light|Thin|Italic|Oblique|Condensed|Narrow|UI|Display"
)
_AFTER_HEADER = 33
"""The length of a PNG's signature and its first chunk."""
_NO_CHARACTER = "\U0010fffe"
_TRY = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">'
    f'<text x="4" y="24" font-family="{_FAMILY}" font-size="20">{{}}</text></svg>'
)


class TooManyPixels(ValueError):
    """The PNG would be too large to be drawn; says how to go on."""


class UsesVariables(ValueError):
    """A style sheet of the picture uses CSS variables, which resvg does not know."""


def default_zoom(width: float, height: float, finest: float = DEFAULT_ZOOM) -> float:
    """How much larger a PNG is than its SVG (px) if nothing is said, `finest` at most."""
    fast, large = (_zoom_of(pixels, width, height) for pixels in (FAST_PIXELS, LARGE_PIXELS))
    return max(min(max(fast, READABLE_ZOOM), large, finest), LEAST_ZOOM)


def _zoom_of(pixels: int, width: float, height: float) -> float:
    """The zoom at which a picture has no more than so many pixels, to two decimals."""
    return int((pixels / (width * height)) ** 0.5 * 100) / 100


def write_png(svg: str, zoom: float | None = None) -> bytes:
    """The PNG of a picture, `zoom` times as large; by `default_zoom` if nothing is said. That of a
    page of paper knows how large it is to be printed.

    The colours have to be written out, as they are in every theme but `auto`. Raises UsesVariables
    where they are not, and TooManyPixels where the result would have more than MOST_PIXELS.
    """
    if any("var(" in style for style in _STYLE.findall(svg)):
        raise UsesVariables("a PNG needs a picture of a fixed theme")
    width, height, paper = _size_of(svg)
    if zoom is None:
        zoom = default_zoom(width, height, PAPER_ZOOM if paper else DEFAULT_ZOOM)
    _refuse_too_large(width, height, zoom)
    data = _drawn(svg, zoom)
    return _with_dots(data, zoom * _INCH) if paper else data


def _drawn(svg: str, zoom: float) -> bytes:
    svg = svg.replace(FONTS, f"'{_FAMILY}'")
    own = _own_fonts()
    if has_all_of(svg):
        return _draw(svg, zoom, own)
    try:
        return _draw(in_pieces(svg), zoom, [*own, *_machine_fonts()])
    except BaseException as error:
        # A failed assertion of Rust is no Exception. One is known: some mixtures of fonts.
        if type(error).__name__ != "PanicException":
            raise
        return _draw(svg, zoom, own)


def _size_of(svg: str) -> tuple[float, float, bool]:
    """The width and height of a picture in px, and whether it is a page of paper."""
    size = _SIZE.search(svg)
    if size is None:
        return 1.0, 1.0, False
    px = _INCH / 25.4 if size[2] else 1.0
    return float(size[1]) * px, float(size[3]) * px, bool(size[2])


def _with_dots(data: bytes, dots: float) -> bytes:
    """A PNG that says how many dots it has to an inch (its chunk pHYs)."""
    metre = round(dots / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", crc32(chunk))
    return data[:_AFTER_HEADER] + whole + data[_AFTER_HEADER:]


def _draw(svg: str, zoom: float, fonts: list[str]) -> bytes:
    import resvg_py  # noqa: PLC0415

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            dpi=_INCH,
            skip_system_fonts=True,
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
            font_files=fonts,
        )
    )


def remarks(svg: str, zoom: float | None) -> tuple[str, ...]:
    """What its user should know of a PNG with this zoom: that it is smaller than the picture, what
    no font has."""
    found: tuple[str, ...] = ()
    width, height, _ = _size_of(svg)
    default = default_zoom(width, height)
    if zoom is None and default < READABLE_ZOOM:
        found += (
            f"the PNG has {default:g} pixels to a px, for with one it would be very large; "
            "--scale 1 draws it so, an SVG is sharp at any size, and --split, --section and "
            "--focus draw parts",
        )
    missing = undrawn(svg)
    if missing:
        found += (
            f"no font of this machine has {either(missing)}: empty boxes stand there for "
            "such characters; install a font that has them, such as one of the Noto fonts, or "
            "write an SVG",
        )
    return found


def undrawn(svg: str) -> tuple[str, ...]:
    """Characters in the PNG of a picture that stand there as empty boxes, since no font has them.

    The first and the last of every script are looked for, and not all, which would take long.
    """
    if has_all_of(svg):
        return ()
    fonts = [*_own_fonts(), *_machine_fonts()]
    nothing = _draw(_TRY.format(_NO_CHARACTER), 1, fonts)
    return tuple(
        character
        for character in samples(svg)
        if _draw(_TRY.format(character), 1, fonts) == nothing
    )


def _own_fonts() -> list[str]:
    return [str(path) for path in sorted(_FONTS.glob("*.ttf"))]


@cache
def _machine_fonts() -> list[str]:
    """The font files of this machine, best first.

    resvg takes the first font that has a character. Left to find them by itself it takes them in
    the order of the disk, and a light, bold or slanted one as readily as another.
    """
    found = [
        path
        for folder in _FOLDERS.get(sys.platform, _FOLDERS["linux"])
        for path in Path(folder).expanduser().rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc", ".otc")
    ]
    return [str(path) for path in sorted(found, key=lambda path: (_rank(path.stem), str(path)))]


def _rank(name: str) -> int:
    """How late a font is to be tried, by the name of its file."""
    if "Emoji" in name or name == "seguiemj":
        return 0
    if _SPECIAL.search(name):
        return 4
    if "Serif" in name or "Mono" in name:
        return 3
    return 1 if name.startswith("NotoSans") else 2


def _refuse_too_large(width: float, height: float, zoom: float) -> None:
    if width * height * zoom * zoom <= MOST_PIXELS:
        return
    largest = _zoom_of(MOST_PIXELS, width, height)
    raise TooManyPixels(
        f"a PNG of {width * zoom:,.0f} × {height * zoom:,.0f} pixels is too large to be drawn; "
        f"write an SVG, or use a scale of at most {largest:g}"
    )
