"""What holds for every picture, whatever the map and whichever the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.render import EngineChoice, PageSize, RenderOptions, View, render_svg
from argmap.render.density import Density, compact
from argmap.render.page import fitted
from argmap.render.paper import PAPERS
from argmap.render.picture import scene_of, subject_of
from argmap.render.select import select
from argmap.render.svg import write_svg
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import chain, debates, fan, maps, small
from tests.render.svg_reading import (
    SVG,
    Point,
    Seen,
    SeenBlock,
    SeenBox,
    SeenFrame,
    SeenLine,
    crosses,
    read,
)

ENGINES: tuple[EngineChoice, ...] = ("graphviz", "tree")
PAGES: tuple[PageSize, ...] = ("a4", "a3", "letter")
KNOWN = {
    "small": small(),
    "chain": chain(40),
    "fan": fan(30),
    "empty": ArgumentMap(title="Nothing yet"),
}
LAWS = settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def draw(argument_map: ArgumentMap, engine: EngineChoice, page: PageSize | None = None) -> Seen:
    options = RenderOptions(engine=engine, theme="light", page=page)
    return read(render_svg(argument_map, options).svg)


def draw_closely(argument_map: ArgumentMap, engine: EngineChoice, density: Density) -> Seen:
    """A map on a page, set with a density that may not be the best for it."""
    selected = select(argument_map, View())
    subject = subject_of(argument_map, selected, RenderOptions(), evaluate(argument_map))
    fit = fitted(lambda _: scene_of(subject, engine, density), subject.content, PAPERS["a0"])
    return read(b"".join(write_svg(fit.scene, fit.composition, "light")).decode())


def check_all(
    argument_map: ArgumentMap, engine: EngineChoice, page: PageSize | None = None
) -> None:
    check_seen(argument_map, draw(argument_map, engine, page))


def check_seen(argument_map: ArgumentMap, seen: Seen) -> None:
    check_blocks(seen)
    check_feet(seen)
    check_texts(argument_map, seen)
    check_boxes(seen)
    check_lines(seen)
    assert len(set(seen.ids)) == len(seen.ids)


def check_texts(argument_map: ArgumentMap, seen: Seen) -> None:
    wanted = sorted(
        [one.text for one in argument_map.claims if one.named]
        + [one.text for one in argument_map.questions]
    )
    own = [box for box in seen.boxes if box.kind != "reference"]
    assert sorted(box.title for box in own) == wanted
    for box in own:
        assert "".join(box.words.split()) == "".join(box.title.split())
    texts = {box.id: box.title for box in own}
    for link in seen.root.iter(f"{SVG}a"):
        assert (link.get("href") or "#")[1:] in texts
    for box in seen.boxes:
        if box.kind == "reference":
            text = box.title.splitlines()[0]
            assert text in texts.values()
            words = "".join(box.words.split()).removesuffix("…")
            assert "".join(text.split()).startswith(words)


def check_blocks(seen: Seen) -> None:
    """Heading and legend are inside the canvas, and on nothing that is drawn."""
    taken: list[SeenBox | SeenFrame | SeenBlock] = [*seen.boxes, *seen.frames, *seen.blocks]
    for block in seen.blocks:
        assert block.left >= 0
        assert block.top >= 0
        assert block.right <= seen.width
        assert block.bottom <= seen.height
        for other in taken:
            assert (
                other is block
                or other.left >= block.right
                or block.left >= other.right
                or other.top >= block.bottom
                or block.top >= other.bottom
            ), (block, other)
        for line in seen.lines:
            for x, y in line.points:
                assert not (block.left < x < block.right and block.top < y < block.bottom)


def check_feet(seen: Seen) -> None:
    """No word, bar or number in a box lies on another."""
    for group in seen.root.iter(f"{SVG}g"):
        if group.get("role") == "graphics-symbol":
            for one, other in combinations(things_in(group), 2):
                apart = one[2] <= other[1] or other[2] <= one[1]
                assert apart or abs(one[0] - other[0]) > 9, ElementTree.tostring(group)


def things_in(group: ElementTree.Element) -> Iterator[tuple[float, float, float]]:
    """The height, left and right ends of all texts, bars and chips in a box."""
    for one in group:
        style = one.get("class") or ""
        x, y = float(one.get("x") or 0), float(one.get("y") or 0)
        if one.tag == f"{SVG}text" and not one.get("text-anchor"):
            yield y, x, x + float(one.get("textLength") or 0)
        elif style == "chip":
            yield y + 10.2, x, x + float(one.get("width") or 0)
        elif style == "track":
            left, height, way = map(float, re.findall(r"-?[\d.]+", one.get("d") or ""))
            yield height + 3.5, min(left, left + way), max(left, left + way)


def check_boxes(seen: Seen) -> None:
    for box in seen.boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= seen.width
        assert box.bottom <= seen.height
    boxes = sorted(seen.boxes, key=lambda box: box.top)
    for at, box in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other.top >= box.bottom:
                break
            assert other.left >= box.right or other.right <= box.left


def check_lines(seen: Seen) -> None:
    for line in seen.lines:
        for x, y in line.points:
            assert 0 <= x <= seen.width
            assert 0 <= y <= seen.height
        for end in (line.points[0], line.points[-1]):
            assert is_anchored(end, seen, line), (line.kind, end)
        for one, other in pairwise(line.points):
            for box in seen.boxes:
                inside = (box.left + 1.5, box.top + 1.5, box.right - 1.5, box.bottom - 1.5)
                assert not crosses(one, other, *inside), (line.kind, one, other, box.id)


def is_anchored(end: Point, seen: Seen, line: SeenLine) -> bool:
    """Whether a line's end is at a box's edge, at most a head away, or on a junction or line."""
    if any(box.edge_distance(end) <= 10.5 for box in seen.boxes):
        return True
    if any(abs(end[0] - x) + abs(end[1] - y) < 0.5 for x, y in seen.junctions):
        return True
    if line.kind == "neutral" and any(
        box.kind == "question" and box.left < end[0] < box.right and abs(end[1] - box.bottom) < 0.6
        for box in seen.boxes
    ):
        return True  # an answer below its question
    if line.kind != "contradiction":
        return False
    if any(box.level_distance(end) <= 10.5 for box in seen.boxes):
        return True
    return any(
        min(abs(end[0] - x) for x, _ in other.points) < 0.5
        for other in seen.lines
        if other is not line and other.kind == "contradiction"
    )


@pytest.mark.parametrize("engine", ENGINES)
@LAWS
@given(argument_map=maps())
def test_any_map(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    check_all(argument_map, engine)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=8, deadline=None)
@given(argument_map=maps(most=45, sections=False))
def test_any_larger_map(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    check_all(argument_map, engine)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("argument_map", KNOWN.values(), ids=KNOWN)
def test_known_maps(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    check_all(argument_map, engine)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    argument_map=maps(),
    width=st.sampled_from([180, 208, 236]),
    stacked=st.booleans(),
    staggered=st.integers(0, 2),
)
def test_any_map_set_closely(
    engine: EngineChoice, argument_map: ArgumentMap, width: float, stacked: bool, staggered: int
) -> None:
    density = compact(width, stacked=stacked, staggered=staggered)
    seen = draw_closely(argument_map, engine, density)
    check_blocks(seen)
    check_boxes(seen)
    check_lines(seen)
    check_feet(seen)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(argument_map=debates())
def test_any_questions_above_their_answers(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    seen = draw_closely(argument_map, engine, compact(194, stacked=True))
    check_blocks(seen)
    check_boxes(seen)
    check_lines(seen)
    boxes = {box.id: box for box in seen.boxes}
    for question in argument_map.questions:
        head = boxes[f"q-{question.id}"]
        for answer in map(boxes.__getitem__, (f"c-{one}" for one in question.answers)):
            above = head.bottom < answer.top and abs(head.right - answer.right) < 0.2
            assert above or head.right < answer.left
    used = {one.section for one in argument_map.claims} - {-1}
    assert len(seen.frames) == len(used) + bool(used)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(argument_map=maps(), page=st.sampled_from(PAGES))
def test_any_map_on_a_page(engine: EngineChoice, argument_map: ArgumentMap, page: PageSize) -> None:
    check_all(argument_map, engine, page)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("argument_map", KNOWN.values(), ids=KNOWN)
def test_known_maps_on_a_page(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    check_all(argument_map, engine, "a4")


@settings(max_examples=50, deadline=None)
@given(
    argument_map=maps(),
    engine=st.sampled_from(ENGINES),
    density=st.sampled_from([None, compact(194, stacked=True, staggered=1)]),
)
def test_frames_hold_nothing_foreign(
    argument_map: ArgumentMap, engine: EngineChoice, density: Density | None
) -> None:
    if density is None:
        seen = draw(argument_map, engine)
    else:
        seen = draw_closely(argument_map, engine, density)
    section_of = {f"c-{one.id}": one.section for one in argument_map.claims}
    section_of |= {f"q-{one.id}": one.section for one in argument_map.questions}
    for frame in seen.frames:
        section = next(
            at for at, one in enumerate(argument_map.sections) if one.title == frame.title
        )
        inside = [box for box in seen.boxes if frame.meets(box)]
        assert inside
        for box in inside:
            assert frame.encloses(box)
            if box.kind != "reference":
                assert is_within(section_of[box.id], section, argument_map)


def is_within(section: int, outer: int, argument_map: ArgumentMap) -> bool:
    while section not in (-1, outer):
        section = argument_map.sections[section].parent
    return section == outer
