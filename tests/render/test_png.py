"""PNG: the picture that the SVG says, the same wherever it is made."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.render import RenderOptions, metrics, png, render_svg
from argmap.render.measure import Face
from argmap.render.png import MOST_PIXELS, TooManyPixels, default_zoom, remarks, undrawn, write_png
from argmap.render.scripts import has_all_of
from argmap.render.theme import FONTS
from tests.render.made_maps import small
from tests.render.processes import written
from tests.render.samples import SAMPLES

FOLDER = Path(__file__).parents[2] / "src" / "argmap" / "render" / "fonts"
LIGHT = RenderOptions(engine="tree", theme="light")


def size(data: bytes) -> tuple[int, int]:
    """The width and height that a PNG says it has."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def picture_of(text: str, style: str = "") -> str:
    """An SVG with one line of text in it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="40"><style>text{{font-family:'
        f'{FONTS};font-size:13px;{style}}}</style><text x="4" y="20" textLength="500">{text}</text>'
        "</svg>"
    )


@pytest.mark.parametrize("zoom", [1.0, 2.0, 0.5])
def test_the_size_is_that_of_the_svg(zoom: float) -> None:
    picture = render_svg(small(), LIGHT)
    width, height = size(write_png(picture.svg, zoom))
    assert abs(width - picture.width * zoom) <= 1
    assert abs(height - picture.height * zoom) <= 1


@pytest.mark.parametrize(
    ("width", "height", "zoom"),
    [(100, 100, 2.0), (2_236, 2_236, 2.0), (4_000, 2_000, 1.58), (8_000, 8_000, 1.0)],
)
def test_a_large_map_takes_fewer_pixels(width: int, height: int, zoom: float) -> None:
    assert default_zoom(width, height) == zoom
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"></svg>'
    if width < 8_000:
        assert size(write_png(svg)) == (round(width * zoom), round(height * zoom))


@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(10_000, 10_000, 0.8), (30_000, 30_000, 0.26), (1e5, 1e5, 0.25)]
)
def test_a_very_large_map_is_drawn_smaller_down_to_a_quarter(
    width: float, height: float, zoom: float
) -> None:
    assert default_zoom(width, height) == zoom
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"/>'
    (remark,) = remarks(svg, None)
    assert remark.startswith(f"the PNG has {zoom:g} pixels to a px")
    assert remarks(svg, 1) == ()


def test_every_cut_of_the_typeface_is_drawn() -> None:
    cuts = ("", "font-weight:bold", "font-style:italic")
    drawn = {write_png(picture_of("Words", style)) for style in (*cuts, "fill:none")}
    assert len(drawn) == 4


def test_the_same_bytes_without_the_fonts_of_the_machine(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.render.made_maps import small; "
        "from argmap.render import RenderOptions, render_svg; "
        "from argmap.render.png import write_png; "
        "svg = render_svg(small(), RenderOptions(engine='tree', theme='light')).svg; "
        "sys.stdout.buffer.write(write_png(svg, 1))"
    )
    drawn = written(code, "7", HOME=str(tmp_path))
    assert drawn == write_png(render_svg(small(), LIGHT).svg, 1)


def test_the_font_has_what_the_table_knows() -> None:
    assert has_all_of(picture_of("Größe, Łódź, Ελλάδα, Россия, שלום – “…” ≥ →"))
    assert has_all_of(picture_of("\u2067\u05d0\u2069 a\u200bb\u00adc"))
    for text in ("中", "ب", "क", "🏭", "ก"):
        assert not has_all_of(picture_of(text))
    known = {character for character, width in Face.REGULAR.advances.items() if width}
    for start, widths in metrics.face("regular"):
        points = [chr(point) for point in range(start, start + len(widths))]
        shown = [point for point in points if point in known and point not in "<&"]
        assert has_all_of(picture_of("".join(shown)))


def test_texts_of_every_script_are_drawn_with_what_there_is() -> None:
    for sample in SAMPLES:
        text = sample.text.replace("&", "&amp;")
        assert write_png(picture_of(text), 1) != write_png(picture_of(""), 1)


def test_a_map_of_many_scripts() -> None:
    made = small()
    claims = tuple(
        replace(claim, text=sample.text)
        for claim, sample in zip(made.claims, SAMPLES[5::5], strict=False)
    )
    picture = render_svg(replace(made, claims=claims), LIGHT)
    assert size(write_png(picture.svg, 1))[0] >= picture.width - 1


def test_a_mixture_of_fonts_that_resvg_fails_on_is_drawn_with_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[int] = []
    failure = type("PanicException", (BaseException,), {})

    def draw(svg: str, zoom: float, fonts: list[str]) -> bytes:
        given.append(len(fonts))
        if "Other.ttf" in fonts:
            raise failure
        return b"drawn"

    monkeypatch.setattr(png, "_draw", draw)
    monkeypatch.setattr(png, "_machine_fonts", lambda: ["Other.ttf"])
    assert write_png(picture_of("中")) == b"drawn"
    assert given == [4, 3]


def test_what_no_font_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert undrawn(picture_of("words, שלום")) == ()
    monkeypatch.setattr(png, "_machine_fonts", list)
    assert undrawn(picture_of("中 ab นก")) == ("ก", "น", "中")


def test_what_cannot_be_drawn_is_said() -> None:
    with pytest.raises(ValueError, match="fixed theme"):
        write_png(render_svg(small(), RenderOptions(engine="tree", theme="auto")).svg)
    huge = '<svg xmlns="http://www.w3.org/2000/svg" width="40000" height="20000"></svg>'
    with pytest.raises(TooManyPixels, match=r"80,000 × 40,000 pixels.*scale of at most 0\.5"):
        write_png(huge, 2)
    assert MOST_PIXELS == 200_000_000


def test_the_license_is_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert {path.name for path in FOLDER.iterdir()} == {
        "OFL.txt",
        *(f"ArgmapSans-{cut}.ttf" for cut in ("Regular", "Bold", "Italic")),
    }
