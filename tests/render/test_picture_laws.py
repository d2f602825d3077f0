"""What holds for every picture, whatever the map and whichever the engine."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.render import EngineChoice, RenderOptions, render_svg
from tests.render.made_maps import chain, fan, maps, small
from tests.render.svg_reading import SVG, Point, Seen, SeenLine, read

ENGINES: tuple[EngineChoice, ...] = ("graphviz", "tree")
LAWS = settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def draw(argument_map: ArgumentMap, engine: EngineChoice) -> Seen:
    return read(render_svg(argument_map, RenderOptions(engine=engine, theme="light")).svg)


def check_all(argument_map: ArgumentMap, engine: EngineChoice) -> None:
    seen = draw(argument_map, engine)
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
        for at in line.points:
            for box in seen.boxes:
                assert not box.holds(at, 1.5), (line.kind, at, box.id)


def is_anchored(end: Point, seen: Seen, line: SeenLine) -> bool:
    """Whether a line's end is at a box's edge, at most a head away, or on a junction or line."""
    if any(box.edge_distance(end) <= 10.5 for box in seen.boxes):
        return True
    if any(abs(end[0] - x) + abs(end[1] - y) < 0.5 for x, y in seen.junctions):
        return True
    if line.kind != "contradiction":
        return False
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
@pytest.mark.parametrize(
    "argument_map",
    [small(), chain(40), fan(30), ArgumentMap(title="Nothing yet")],
    ids=["small", "chain", "fan", "empty"],
)
def test_known_maps(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    check_all(argument_map, engine)


@settings(max_examples=40, deadline=None)
@given(argument_map=maps(), engine=st.sampled_from(ENGINES))
def test_frames_hold_nothing_foreign(argument_map: ArgumentMap, engine: EngineChoice) -> None:
    seen = draw(argument_map, engine)
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
