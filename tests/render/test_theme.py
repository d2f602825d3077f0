"""Themes: every text and line can be read, and a reader's own style sheet is text and no more."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from argmap.render import RenderOptions, ThemeName, render_svg
from argmap.render.palette import PALETTES, Palette, line_pairs, text_pairs
from argmap.render.theme import style_sheet
from tests.render.made_maps import small
from tests.render.svg_reading import SVG, read


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=PALETTES)
def palette(request: pytest.FixtureRequest) -> Palette:
    return PALETTES[request.param]


def test_every_text_can_be_read(palette: Palette) -> None:
    low = {pair: contrast(*pair) for pair in text_pairs(palette)}
    assert {pair: found for pair, found in low.items() if found < 4.5} == {}


def test_every_line_can_be_seen(palette: Palette) -> None:
    low = {pair: contrast(*pair) for pair in line_pairs(palette)}
    assert {pair: found for pair, found in low.items() if found < 2.95} == {}


def test_mono_has_no_hue() -> None:
    for name, colour in PALETTES["mono"]._asdict().items():
        assert colour[1:3] == colour[3:5] == colour[5:7], name


@pytest.mark.parametrize("theme", ["light", "dark", "print", "mono"])
def test_fixed_themes_have_no_variables(theme: ThemeName) -> None:
    assert "var(" not in render_svg(small(), RenderOptions(engine="tree", theme=theme)).svg


def test_auto_declares_every_variable_it_uses_for_light_and_dark() -> None:
    sheet = style_sheet("auto")
    used = set(re.findall(r"var\((--[\w-]+)\)", sheet))
    light, dark = re.findall(r":root\{([^}]*)\}", sheet)
    assert used <= set(re.findall(r"(--[\w-]+):", light)) == set(re.findall(r"(--[\w-]+):", dark))
    assert "@media(prefers-color-scheme:dark)" in sheet


def test_every_class_that_is_drawn_and_needs_a_style_has_one() -> None:
    sheet = style_sheet("light")
    seen = read(render_svg(small(), RenderOptions(engine="tree", theme="light")).svg)
    shapes = {f"{SVG}{name}" for name in ("path", "rect", "circle", "polygon", "text")}
    for one in seen.root.iter():
        if one.tag in shapes:
            style = (one.get("class") or "").split()[0]
            assert re.search(rf"\.{style}[ .,{{]", sheet), style


@pytest.mark.parametrize(
    "css",
    [
        ".box{fill:red}",
        "g > .box::after{content:'<b>'}",
        "</style><script>alert(1)</script>",
        "]]> & &amp; \x00 \ud800",
    ],
)
def test_a_style_sheet_of_ones_own_is_text(css: str) -> None:
    svg = render_svg(small(), RenderOptions(engine="tree", css=css)).svg
    assert svg.count("</style>") == 2
    assert "<script" not in svg
    root = ElementTree.fromstring(svg)
    styles = root.findall(f"{SVG}style")
    kept = css.replace("\x00", "").replace("\ud800", "")
    assert (styles[-1].text or "").strip() == kept.strip()
    svg.encode("utf-8")
