"""Pictures in a real browser: their texts fit, and a hostile map is nothing but text.

Skipped where there is no Chromium. On Debian `apt-get install chromium fonts-liberation` brings
it; with fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji the widths of all scripts are
measured.
"""

from __future__ import annotations

import shutil
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

import argmap
from argmap.model import (
    ArgumentMap,
    Attribute,
    Citation,
    Claim,
    Contradiction,
    Note,
    Question,
    Section,
    Source,
    Step,
)
from argmap.render import RenderOptions, render_svg
from argmap.render.measure import Face, width_of
from argmap.render.scripts import has_all_of
from tests.render.samples import SAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed; it comes with `.[dev]`"
)
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on the PATH")

OWN = "Argmap Sans"
FONT_FILES = Path(argmap.__file__).parent / "render" / "fonts"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
ALLOWED = {
    "svg", "title", "desc", "metadata", "style", "g", "rect", "path", "circle", "ellipse", "line",
    "polygon", "polyline", "text", "tspan", "a",
}  # fmt: skip
RUN = "window.ran=1;alert(1)"
HOSTILE = (
    f"<script>{RUN}</script>",
    f"</title></desc></style></text></svg><script>{RUN}</script>",
    f"]]></style><script>{RUN}</script><![CDATA[",
    f"<img src=x onerror='{RUN}'>",
    f"<svg onload='{RUN}'><image href='http://evil.invalid/a.png'/></svg>",
    f'" onload="{RUN}" x="',
    f"' onmouseover='{RUN}' x='",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    "}*{background:url(http://evil.invalid/b.png)}@import 'http://evil.invalid/c.css';",
    "</style><style>@font-face{font-family:Arial;src:url(http://evil.invalid/d.ttf)}</style>",
    "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<?xml-stylesheet href='http://evil.invalid/e.css'?>",
    f"<a href='javascript:{RUN}'>x</a><set attributeName='href' to='javascript:{RUN}'/>",
    f"<foreignObject><iframe srcdoc='<script>{RUN}</script>'/></foreignObject>",
    f"<use href='data:image/svg+xml,<svg id=x onload={RUN}/>#x'/>",
    f"--><script>{RUN}</script><!--",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "\u202egnp.exe\u202c \x00\x1b[31m \ud800 \ufffe \U000e0001",
)
LINKS = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f" javascript:{RUN}",
    f"java\nscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f'https://evil.invalid/" onclick="{RUN}',
    f"https://evil.invalid/'><script>{RUN}</script>",
    "file:///etc/passwd",
    "//evil.invalid/",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


def hostile() -> ArgumentMap:
    """Every text, id, name and address of a map is one that would like to be more."""
    count = len(HOSTILE)
    sources = tuple(
        Source(
            f"{HOSTILE[at % count]}{at}",
            HOSTILE[at % count],
            attributes=(Attribute("url", link), Attribute("grade", HOSTILE[at % count])),
        )
        for at, link in enumerate(LINKS)
    )
    claims = tuple(
        Claim(
            text,
            text,
            tags=(text,),
            citations=(Citation(sources[at % len(sources)].id, text, text),),
            attributes=(
                Attribute("by", text),
                Attribute("likelihood", text),
                Attribute("url", LINKS[at % len(LINKS)]),
                Attribute(text, text),
            ),
            notes=(Note(text),),
            section=at % 3,
        )
        for at, text in enumerate(HOSTILE)
    )
    steps = tuple(
        Step(f"{text}→", "support", (text,), HOSTILE[at // 3], scheme=text)
        for at, text in enumerate(HOSTILE[1:], 1)
    )
    return ArgumentMap(
        title=HOSTILE[1],
        attributes=tuple(Attribute(key, HOSTILE[4]) for key in ("author", "date", "lang", "dir")),
        sections=tuple(Section(HOSTILE[at], 2) for at in range(3)),
        sources=sources,
        claims=claims,
        questions=(Question(HOSTILE[2], HOSTILE[3], (HOSTILE[0],)),),
        steps=(*steps, Step("u", "undercut", (HOSTILE[5],), steps[0].id, scheme=HOSTILE[6])),
        contradictions=(Contradiction((HOSTILE[7], HOSTILE[8])),),
    )


def in_many_scripts() -> ArgumentMap:
    """A claim of each sample, some of them answers, which are set bold."""
    claims = tuple(
        Claim(f"c{at}", sample.text, "answer" if at % 7 == 0 else "claim", section=at % 2)
        for at, sample in enumerate(SAMPLES)
    )
    return ArgumentMap(
        title=SAMPLES[0].text,
        sections=(Section(SAMPLES[5].text, 2), Section(SAMPLES[12].text, 2)),
        claims=claims,
        questions=(Question("q", SAMPLES[18].text, ("c0", "c7", "c14")),),
        steps=tuple(
            Step(f"s{at}", "support", (f"c{at}",), f"c{at // 7 * 7}")
            for at in range(len(claims))
            if at % 7
        ),
    )


@pytest.mark.parametrize("way", ["alone", "in a page", "as an image"])
def test_a_hostile_map_is_inert(page: Page, tmp_path: Path, way: str) -> None:
    svg = render_svg(hostile(), RenderOptions(engine="tree")).svg
    picture = tmp_path / "hostile.svg"
    picture.write_text(svg, encoding="utf-8")
    dialogs: list[str] = []
    requests: list[str] = []
    complaints: list[str] = []

    def dismiss(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    shown = picture
    if way == "in a page":
        shown = tmp_path / "page.html"
        shown.write_text(f"<!doctype html><meta charset=utf-8><body>{svg}", encoding="utf-8")
    elif way == "as an image":
        shown = tmp_path / "page.html"
        shown.write_text("<!doctype html><img src=hostile.svg>", encoding="utf-8")
    page.goto(shown.as_uri(), wait_until="load")
    page.mouse.move(300, 300)
    for link in page.query_selector_all("a"):
        link.dispatch_event("mouseover")
    page.wait_for_timeout(100)
    assert (dialogs, complaints) == ([], [])
    assert set(requests) <= {picture.as_uri(), shown.as_uri()}
    assert page.evaluate("window.ran") is None
    if way == "as an image":
        assert page.evaluate("document.images[0].naturalWidth") > 0
        return
    tags = page.evaluate("[...document.querySelectorAll('svg, svg *')].map(e => e.localName)")
    written = [one.tag.rpartition("}")[2] for one in ElementTree.fromstring(svg).iter()]
    assert tags == written
    assert set(tags) <= ALLOWED
    names = page.evaluate(
        "[...document.querySelectorAll('svg, svg *')].flatMap(e => e.getAttributeNames())"
    )
    assert not [name for name in names if name.startswith("on")]
    links = page.evaluate(
        "[...document.querySelectorAll('svg a')].map(e => e.getAttribute('href'))"
    )
    assert all(link.startswith(("https://", "http://", "mailto:")) for link in links)
    ids = page.evaluate("[...document.querySelectorAll('svg [id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_texts_lie_inside_their_boxes(page: Page, tmp_path: Path) -> None:
    for name, made in (("many", in_many_scripts()), ("hostile", hostile())):
        picture = render_svg(made, RenderOptions(engine="tree", theme="light"))
        path = tmp_path / f"{name}.svg"
        path.write_text(picture.svg, encoding="utf-8")
        page.goto(path.as_uri())
        found = page.evaluate(
            """[...document.querySelectorAll('[role=graphics-symbol]')].flatMap(box => {
                const frame = box.querySelector('rect, path').getBBox();
                return [...box.querySelectorAll('text')].map(text => {
                    const at = text.getBBox();
                    return [text.textContent, at.x - frame.x,
                        frame.x + frame.width - at.x - at.width];
                });
            })"""
        )
        assert len(found) >= len(made.claims)
        outside = [one for one in found if one[1] < 0 or one[2] < 0]
        assert not outside
        canvas = page.evaluate(
            """[...document.querySelectorAll('text')].map(text => {
                const at = text.getBoundingClientRect();
                return [text.textContent, at.left, at.right];
            })"""
        )
        assert not [one for one in canvas if one[1] < 0 or one[2] > picture.width]


def test_widths_are_those_of_the_table(page: Page) -> None:
    """The package's own typeface draws what it has; other samples need their own on the machine."""
    page.set_content(f"<style>{_own_typeface()}</style><svg xmlns='http://www.w3.org/2000/svg'/>")
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    checked = set()
    for sample in SAMPLES:
        for face, weight in ((Face.REGULAR, 400), (Face.BOLD, 700)):
            family = f"'{OWN}','{sample.family}','Noto Color Emoji',sans-serif"
            style = f"font-family:{family};font-size:100px;font-weight:{weight};white-space:pre"
            true = page.evaluate(
                "async ([text, style]) => {"
                "  const svg = document.querySelector('svg'); svg.replaceChildren();"
                "  const made = document.createElementNS(svg.namespaceURI, 'text');"
                "  made.setAttribute('style', style); made.textContent = text; svg.append(made);"
                "  made.getComputedTextLength(); await document.fonts.ready;"
                "  return made.getComputedTextLength(); }",
                [sample.text, style],
            )
            drawn = _drawn_by(devtools)
            has_font = (
                has_all_of(f"<text>{sample.text}</text>")
                if sample.family == "Liberation Sans"
                else sample.family in drawn
            )
            if not has_font or not drawn <= {OWN, "Noto Color Emoji", sample.family}:
                continue
            checked.add(sample.family)
            assert width_of(sample.text, 100, face) == pytest.approx(true, rel=0.1), sample.text
    assert "Liberation Sans" in checked


def _own_typeface() -> str:
    """A style sheet with the typeface that comes with the package, which is Liberation Sans 2."""
    faces = []
    for name, weight in (("Regular", 400), ("Bold", 700)):
        data = b64encode((FONT_FILES / f"ArgmapSans-{name}.ttf").read_bytes()).decode()
        faces.append(
            f"@font-face{{font-family:'{OWN}';font-weight:{weight};"
            f"src:url(data:font/ttf;base64,{data})}}"
        )
    return "".join(faces)


def _drawn_by(devtools: Any) -> set[str]:
    """The families that draw the text on the page."""
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": "text"})["nodeId"]
    fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in fonts}
