"""A page of paper: its size, how large text is on it, what is said of text that is too small."""

from __future__ import annotations

import re
import struct
import subprocess
import sys

import pytest

import argmap
from argmap.model import ArgumentMap
from argmap.render import PageSize, RenderOptions, render_svg
from argmap.render.density import compact
from argmap.render.paper import PAPERS
from argmap.render.png import write_png
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import claim, small, step
from tests.render.processes import ROOT, written
from tests.render.svg_reading import SVG, Seen, read
from tests.render.test_picture_laws import draw_closely

_SIZE = re.compile(
    r'<svg[^>]* width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 ([\d.]+) ([\d.]+)"'
)


def on(page: PageSize, argument_map: ArgumentMap) -> tuple[Seen, float, tuple[str, ...]]:
    """The picture of a map on a page, how large the text of claims is (pt), and what is said."""
    options = RenderOptions(theme="light", page=page)
    picture = render_svg(argument_map, options, evaluate(argument_map))
    size = _SIZE.search(picture.svg)
    assert size is not None
    return read(picture.svg), 13 * float(size[1]) / 25.4 * 72 / float(size[3]), picture.notices


@pytest.mark.parametrize("page", PAPERS)
def test_a_page_has_the_size_of_its_paper(page: PageSize) -> None:
    picture = render_svg(small(), RenderOptions(page=page))
    size = _SIZE.search(picture.svg)
    assert size is not None
    width, height, across, down = map(float, size.groups())
    assert (width, height) == PAPERS[page][1:3]
    assert width > height
    assert across / down == pytest.approx(width / height, rel=1e-3)
    assert picture.width == pytest.approx(width * 96 / 25.4)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("continental-drift", "a4"),
        ("infusion-pump", "a4"),
        ("school-phones", "a4"),
        ("split-the-monolith", "a4"),
        ("stay-or-go", "a3"),
    ],
)
def test_our_own_maps_can_be_read_on_a_page(name: str, page: PageSize) -> None:
    _, text, notices = on(page, argmap.load(ROOT / "maps" / f"{name}.arg").map)
    assert round(text, 1) >= 6
    assert notices == ()


@pytest.mark.parametrize("shape", ["tree", "debate"])
def test_fifty_claims_can_almost_be_read_on_a4_whatever_their_shape(shape: str) -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "generate.py"), "50", "--shape", shape],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    _, text, notices = on("a4", argmap.parse(made, "made.arg").map)
    assert text >= 5.4
    assert len(notices) == 1


def test_text_that_is_small_is_told_of_with_what_helps() -> None:
    _, text, (notice,) = on("letter", argmap.load(ROOT / "maps" / "stay-or-go.arg").map)
    assert notice == (
        f"the text of claims is {text:.1f} pt on letter, small for print, which is read with ease "
        "from 6 pt on; --page tabloid has room for more, and --split, --section and --fold put "
        "less on a page"
    )


def test_where_no_paper_is_large_enough_none_is_named() -> None:
    names = [f"c{at}" for at in range(1_500)]
    made = ArgumentMap(
        claims=tuple(claim(name) for name in names),
        steps=tuple(step(f"s{name}", "support", name, "c0") for name in names[1:]),
    )
    _, text, notices = on("tabloid", made)
    assert text < 2
    assert "tabloid, small for print" in notices[-1]
    assert "pt on; --split" in notices[-1]


def test_few_claims_are_set_as_always_and_not_blown_up() -> None:
    one = argmap.parse("# One\n\n[a] A.\n  + [b] B.\n").map
    seen, text, notices = on("a4", one)
    assert text == pytest.approx(12, abs=0.05)
    assert notices == ()
    assert {box.right - box.left for box in seen.boxes} == {236, 250}


def test_a_question_can_stand_above_its_answers() -> None:
    made = argmap.parse(
        "? [q] Which?\n  = [a] A.\n    + [a1] For A.\n  = [b] B.\n    + [b1] For B.\n"
    ).map
    boxes = {box.id: box for box in draw_closely(made, "tree", compact(208, stacked=True)).boxes}
    question, first, second = boxes["q-q"], boxes["c-a"], boxes["c-b"]
    assert question.bottom < first.top < first.bottom < second.top
    assert question.left < first.left == second.left
    assert question.right == first.right


def test_many_questions_stand_above_their_answers_in_turn() -> None:
    asked = "".join(
        f"? [q{at}] Which?\n  = [a{at}] A of {at}.\n    + [c{at}] C.\n  = [b{at}] B of {at}.\n"
        for at in range(100)
    )
    made = argmap.parse(f"## All\n\n{asked}").map
    boxes = {box.id: box for box in draw_closely(made, "tree", compact(208, stacked=True)).boxes}
    turns = [boxes[f"{kind}{at}"] for at in range(100) for kind in ("q-q", "c-a", "c-b")]
    edges = [edge for box in turns for edge in (box.top, box.bottom)]
    assert edges == sorted(edges)
    assert len({box.right for box in turns}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "? [q] Q?\n  = [a] A.\n? [r] R?\n  = [a]\n  = [b] B.\n",  # an answer of two questions
        "[m] M.\n  + [a] A.\n? [q] Q?\n  = [a]\n  = [b] B.\n",  # a premise elsewhere
        "[m] M.\n  + [n] N.\n  ? [q] Q?\n    = [a] A.\n",  # raised about a claim
    ],
)
def test_other_questions_keep_their_column(text: str) -> None:
    seen = draw_closely(argmap.parse(text).map, "tree", compact(208, stacked=True))
    lefts = {box.id: box.left for box in seen.boxes}
    assert lefts["q-q"] + 208 < lefts["c-a"]


def test_a_foot_stands_beside_the_last_line_where_there_is_room() -> None:
    made = argmap.parse(
        "[a] A.\n  + [b] B.\n  + [c] A claim of two lines, and little on the second.\n"
    ).map
    seen = draw_closely(made, "tree", compact(208, stacked=True))
    heights = {box.id: box.bottom - box.top for box in seen.boxes}
    assert heights["c-b"] == 25
    assert heights["c-c"] == 39.5


def test_a_png_of_a_page_knows_its_size() -> None:
    data = write_png(render_svg(small(), RenderOptions(theme="light", page="a4")).svg)
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (pytest.approx(3_508, abs=1), pytest.approx(2_480, abs=1))
    at = data.index(b"pHYs")
    assert struct.unpack(">IIB", data[at + 4 : at + 13]) == (11_811, 11_811, 1)


def test_the_words_of_a_page_fit_its_style_sheet() -> None:
    made = argmap.load(ROOT / "maps" / "school-phones.arg").map
    svg = render_svg(made, RenderOptions(theme="light", page="a4", css=".box{rx:9}")).svg
    styles = re.findall(r"<style>(.*?)</style>", svg, re.DOTALL)
    assert ".title{font-size:21px}" in styles[1]
    assert "rx:9" in styles[2]
    title = next(text for text in read(svg).root.iter(f"{SVG}text") if text.get("class") == "title")
    assert title.text is not None


def test_heading_and_legend_of_a_large_map_are_read_from_as_far_as_its_page() -> None:
    seen, _, _ = on("a4", argmap.load(ROOT / "maps" / "stay-or-go.arg").map)
    groups = {one.get("class"): one.get("transform") or "" for one in seen.root}
    scales = {name: re.findall(r"scale\((.*)\)", groups[name]) for name in ("heading", "legend")}
    assert scales["heading"] == scales["legend"]
    assert float(*scales["heading"]) > 1.2


def test_the_same_page_in_every_process() -> None:
    code = (
        "import sys, argmap; m = argmap.load('maps/school-phones.arg').map; "
        "sys.stdout.buffer.write(argmap.render(m, page='a4').encode())"
    )
    pages = {written(code, seed) for seed in ("0", "42")}
    assert len(pages) == 1
    assert len(pages.pop()) > 10_000
