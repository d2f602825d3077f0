"""The engines, the choice between them, and the limits."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings

from argmap.model import ArgumentMap
from argmap.render import RenderOptions, render_svg
from argmap.render.boxes import boxes_of
from argmap.render.content import content_of
from argmap.render.engines import graphviz as layered
from argmap.render.engines.base import Engine, LayoutFailedError
from argmap.render.engines.dot import dot_source
from argmap.render.engines.graphviz import GraphvizEngine
from argmap.render.engines.tree import TreeEngine
from argmap.render.graph import Graph, graph_of
from argmap.render.lanes import CLEARANCE, LANE_GAP, Lanes
from argmap.render.pack import Extent, pack
from tests.render.made_maps import chain, claim, fan, maps, small, step


def graph(argument_map: ArgumentMap) -> Graph:
    content = content_of(argument_map)
    parents = tuple(section.parent for section in argument_map.sections)
    return graph_of(content, boxes_of(content), parents)[0]


@pytest.mark.parametrize("engine", [TreeEngine(), GraphvizEngine()], ids=lambda one: one.name)
@settings(max_examples=40)
@given(argument_map=maps())
def test_reasons_stand_right_of_what_they_are_for(
    engine: Engine, argument_map: ArgumentMap
) -> None:
    made = graph(argument_map)
    geometry = engine.layout(made, 20)
    assert len(geometry.columns) == len(geometry.heights) == len(made.widths)
    for edge in made.edges:
        if edge.ranks:
            tail, head = geometry.columns[edge.tail], geometry.columns[edge.head]
            assert tail > head or (tail == head and edge.tail >= made.box_count)


def test_only_what_closes_a_circle_runs_back() -> None:
    assert not any(edge.back for edge in graph(small()).edges)
    circle = ArgumentMap(
        claims=tuple(claim(name) for name in "abc"),
        steps=(
            step("s1", "support", "a", "b"),
            step("s2", "support", "b", "c"),
            step("s3", "support", "c", "a"),
        ),
    )
    assert sum(edge.back for edge in graph(circle).edges) == 1


def test_a_very_long_chain_needs_no_recursion() -> None:
    picture = render_svg(chain(10_000), RenderOptions(engine="tree"))
    assert picture.svg.count(' id="c-c') == 10_000


def test_the_tree_keeps_the_order_of_writing() -> None:
    made = graph(fan(20))
    heights = TreeEngine().layout(made, 1).heights[1:]
    assert list(heights) == sorted(heights)


def test_auto_prefers_graphviz_and_says_nothing() -> None:
    picture = render_svg(small())
    assert [use.engine for use in picture.layouts] == ["graphviz"]
    assert picture.notices == ()


def test_a_part_that_is_too_large_goes_to_the_tree() -> None:
    picture = render_svg(fan(2_100))
    assert [use.engine for use in picture.layouts] == ["tree"]
    assert "more than 2,000 boxes" in picture.notices[0]


def test_a_dense_part_goes_to_the_tree() -> None:
    names = [f"c{at}" for at in range(60)]
    dense = ArgumentMap(
        claims=tuple(claim(name) for name in names),
        steps=tuple(
            step(f"{one}-{other}", "support", other, one)
            for at, one in enumerate(names)
            for other in names[at + 1 :]
        ),
    )
    picture = render_svg(dense, RenderOptions(engine="graphviz"))
    assert "too dense" in picture.notices[0]


def test_without_graphviz_there_is_still_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GraphvizEngine, "available", lambda _: False)
    picture = render_svg(small())
    assert picture.notices == (
        "9 boxes were laid out by the tree engine: Graphviz is not installed",
    )


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layered, "_IN_PROCESS", 0)
    monkeypatch.setattr(layered, "_CHILD", "import time; time.sleep(60)")
    with pytest.raises(LayoutFailedError, match=r"longer than 0\.2 s"):
        GraphvizEngine().layout(graph(small()), 0.2)


def test_a_child_that_dies_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layered, "_IN_PROCESS", 0)
    monkeypatch.setattr(layered, "_CHILD", "import os; os.abort()")
    assert render_svg(small()).layouts[0].engine == "tree"


def test_child_and_process_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    here = GraphvizEngine().layout(graph(small()), 20)
    monkeypatch.setattr(layered, "_IN_PROCESS", 0)
    assert GraphvizEngine().layout(graph(small()), 20) == here


def test_graphviz_gets_no_word_of_the_map() -> None:
    source = dot_source(graph(small()))
    assert "claim" not in source
    assert set(source) <= set('digraph{}[]=,;.-> "\n0123456789abcdefghijklmnopqrstuvwxyzRL_')


def test_drawing_loads_no_engine_before_it_is_needed() -> None:
    code = "import sys, argmap.render; print(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert not loaded & {"pygraphviz", "graphviz", "multiprocessing", "lark", "typer"}


def test_lanes_keep_off_boxes_and_each_other() -> None:
    boxes = [(at * 60.0 + CLEARANCE, at * 60.0 + 60 - CLEARANCE) for at in range(8)]
    lanes = Lanes([(top - CLEARANCE, bottom + CLEARANCE) for top, bottom in boxes])
    found = sorted(lanes.take(200.0) for _ in range(12))
    for y in found:
        assert all(y <= top or y >= bottom for top, bottom in boxes)


def test_lanes_in_the_open_stand_apart() -> None:
    lanes = Lanes([])
    found = sorted(lanes.take(0.0) for _ in range(30))
    assert all(b - a >= LANE_GAP - 0.01 for a, b in pairwise(found))


def test_parts_that_begin_almost_alike_begin_alike() -> None:
    extents = [Extent(0, 0, 900, height) for height in (640, 600, 320, 300)]
    packing = pack(extents)
    assert [y for _, y in packing.offsets] == [0, 0, 684, 684]
    assert packing.height == 684 + 320
    assert [x for x, _ in packing.offsets] == [0, 944, 0, 944]


def many(count: int) -> list[Extent]:
    """Parts of all sizes, one of them as high as twenty others."""
    random = Random(count)
    sizes = [(random.randint(236, 1800), random.randint(50, 900)) for _ in range(count)]
    sizes[count // 4] = (1500, 10_000)
    return [Extent(-5, -7, width - 5, height - 7) for width, height in sizes]


@pytest.mark.parametrize("count", [6, 30, 300, 2_200])
def test_packed_parts_do_not_overlap(count: int) -> None:
    extents = many(count)
    packing = pack(extents)
    placed = sorted(
        (one.top + y, one.left + x, one.bottom + y, one.right + x)
        for one, (x, y) in zip(extents, packing.offsets, strict=True)
    )
    for at, (top, left, bottom, right) in enumerate(placed):
        assert left >= 0
        assert top >= 0
        assert right <= packing.width
        assert bottom <= packing.height
        for other in placed[at + 1 :]:
            if other[0] >= bottom:
                break
            assert left >= other[3] or other[1] >= right


@pytest.mark.parametrize("count", [300, 1_000])
def test_a_high_part_leaves_no_band_empty(count: int) -> None:
    extents = many(count)
    packing = pack(extents)
    filled = sum(one.width * one.height for one in extents)
    assert packing.width * packing.height <= 1.6 * filled
