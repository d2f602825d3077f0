"""Laws of the lines' ways, looked at before they are drawn: what the picture's reader cannot tell
apart, such as whose junction a line runs through."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import HealthCheck, given, seed, settings

import argmap
from argmap.model import ArgumentMap
from argmap.render import EngineChoice, RenderOptions, render_svg
from argmap.render.boxes import boxes_of
from argmap.render.content import Content, content_of
from argmap.render.engines.base import Engine
from argmap.render.engines.graphviz import GraphvizEngine
from argmap.render.engines.tree import TreeEngine
from argmap.render.frames import Frame, frames_of
from argmap.render.graph import Chain, Graph, graph_of
from argmap.render.layout import Layout, lay_out
from argmap.render.mirror import Direction
from argmap.render.paths import Path, Point, flattened
from argmap.render.references import with_references
from argmap.render.route import Routes, route
from argmap.render.squeeze import squeezed
from tests.render.made_maps import claim, maps, step
from tests.render.svg_reading import read
from tests.render.test_words import made, parted

ENGINES: tuple[EngineChoice, ...] = ("graphviz", "tree")
TOUCH = 7.0
"""A line this near a junction's middle seems to run through it."""


@dataclass(frozen=True, slots=True)
class Routed:
    """A map up to its routes."""

    content: Content
    graph: Graph
    chains: tuple[Chain, ...]
    layout: Layout
    routes: Routes

    def junction(self, node: int) -> Point:
        return (self.layout.x[node], self.routes.y[node])


def routed(argument_map: ArgumentMap, engine: EngineChoice, *, references: bool = False) -> Routed:
    content = content_of(argument_map)
    if references:
        content = with_references(content, argument_map)
    parents = tuple(section.parent for section in argument_map.sections)
    graph, chains = graph_of(content, boxes_of(content), parents)
    layout = lay_out(graph, engine)
    frames = tuple(frames_of(part, layout, graph) for part in layout.parts)
    titles = tuple(section.title for section in argument_map.sections)
    routes = route(content, graph, chains, layout, frames, titles)
    return Routed(content, graph, chains, layout, routes)


def passes(path: Path, at: Point) -> bool:
    return any(distance(at, one, other) < TOUCH for one, other in pairwise(flattened(path)))


def distance(at: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    t = ((at[0] - one[0]) * dx + (at[1] - one[1]) * dy) / length if length else 0.0
    t = min(max(t, 0.0), 1.0)
    return hypot(one[0] + t * dx - at[0], one[1] + t * dy - at[1])


def foreign_touches(made: Routed) -> int:
    """How often a line runs through a junction that it does not end on."""
    graph, found = made.graph, 0
    for edge, path in zip(graph.edges, made.routes.paths, strict=True):
        if path is None:
            continue
        for node in range(graph.box_count, len(graph.widths)):
            if node in (edge.tail, edge.head):
                continue
            if made.layout.part[node] == made.layout.part[edge.tail]:
                found += passes(path, made.junction(node))
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_run_through_no_junction_of_another_step(engine: EngineChoice) -> None:
    """Measured on random maps with many circles; about one junction in a hundred is touched."""
    touches, junctions = [], []

    @seed(1)
    @settings(max_examples=60, database=None, suppress_health_check=list(HealthCheck))
    @given(argument_map=maps(most=18))
    def measure(argument_map: ArgumentMap) -> None:
        made = routed(argument_map, engine)
        touches.append(foreign_touches(made))
        junctions.append(len(made.graph.junctions))

    measure()
    assert sum(junctions) > 100
    assert sum(touches) <= 0.03 * sum(junctions)


@pytest.mark.parametrize("engine", ENGINES)
def test_undercuts_of_neighbouring_steps_pass_each_other_by(engine: EngineChoice) -> None:
    names = "abcdefgh"
    cut = ArgumentMap(
        claims=tuple(claim(name) for name in ("goal", *names)),
        steps=(
            *(step(f"s{name}", "support", name, "goal") for name in names[:4]),
            *(
                step(f"u{name}", "undercut", name, f"s{target}")
                for name, target in zip(names[4:], names[:4], strict=True)
            ),
        ),
    )
    assert foreign_touches(routed(cut, engine)) == 0


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=40, deadline=None)
@given(argument_map=maps(most=18))
def test_junctions_keep_apart(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    made = routed(argument_map, engine)
    places = sorted(
        (made.layout.column[node], *made.junction(node))
        for node in range(made.graph.box_count, len(made.graph.widths))
    )
    for one, other in pairwise(places):
        if one[:2] == other[:2]:
            assert other[2] - one[2] >= 17


@pytest.mark.parametrize("engine", [TreeEngine(), GraphvizEngine()], ids=lambda one: one.name)
@settings(max_examples=40, deadline=None)
@given(argument_map=maps(most=25))
def test_squeezing_moves_nothing_past_anything(engine: Engine, argument_map: ArgumentMap) -> None:
    content = content_of(argument_map)
    parents = tuple(section.parent for section in argument_map.sections)
    graph, _ = graph_of(content, boxes_of(content), parents)
    before = engine.layout(graph, 20)
    after = squeezed(graph, before)
    order = sorted(range(len(before.heights)), key=before.heights.__getitem__)
    for one, other in pairwise(order):
        apart = before.heights[other] - before.heights[one]
        assert -0.001 <= after.heights[other] - after.heights[one] <= apart + 0.001
    edges = sorted(
        (after.heights[box] - graph.heights[box] / 2, after.heights[box] + graph.heights[box] / 2)
        for box in range(graph.box_count)
    )
    lowest = edges[0][1]
    lines = sum(map(len, before.lanes))
    for top, bottom in edges:
        assert top - lowest <= 200 + 7 * lines
        lowest = max(lowest, bottom)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_step_within_a_section_stays_in_its_frame(engine: EngineChoice) -> None:
    steps = 0
    for number in range(25):
        seen = routed(parted(made(number)), engine, references=True)
        frames = [
            frame
            for part in seen.layout.parts
            for frame in frames_of(part, seen.layout, seen.graph)
        ]
        for chain, link in zip(seen.chains, seen.content.links, strict=True):
            if link.kind == "undercut":
                continue
            middles = [
                (seen.layout.x[at], seen.layout.y[at]) for at in (*link.premises, link.target)
            ]
            paths = [seen.routes.paths[edge] for edge in chain.edges]
            heights = [y for path in paths if path is not None for _, y in flattened(path)]
            for frame in frames:
                if all(encloses(frame, middle) for middle in middles):
                    steps += 1
                    assert frame.top <= min(heights)
                    assert max(heights) <= frame.bottom
    assert steps > 100


def encloses(frame: Frame, at: Point) -> bool:
    return frame.left < at[0] < frame.right and frame.top < at[1] < frame.bottom


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("count", [2, 3, 5])
def test_undercuts_of_one_step_can_be_told_apart(engine: EngineChoice, count: int) -> None:
    cut = ArgumentMap(
        claims=tuple(claim(f"c{at}") for at in range(count + 2)),
        steps=(
            step("s", "support", "c1", "c0"),
            *(step(f"u{at}", "undercut", f"c{at}", "s") for at in range(2, count + 2)),
        ),
    )
    seen = routed(cut, engine)
    ring = seen.junction(len(seen.graph.widths) - 1)
    lines = [
        [at for at in flattened(path, 40) if hypot(at[0] - ring[0], at[1] - ring[1]) > 26]
        for chain, link in zip(seen.chains, seen.content.links, strict=True)
        if link.kind == "undercut" and (path := seen.routes.paths[chain.first[0]]) is not None
    ]
    assert len(lines) == count
    for one, other in combinations(lines, 2):
        assert min(hypot(a[0] - b[0], a[1] - b[1]) for a in one for b in other) >= 3


@pytest.mark.parametrize("engine", ENGINES)
def test_undercuts_of_undercuts_stand_below_each_other(engine: EngineChoice) -> None:
    deep = ArgumentMap(
        claims=tuple(claim(f"c{at}") for at in range(9)),
        steps=(
            step("s1", "support", "c1", "c0"),
            *(step(f"s{at}", "undercut", f"c{at}", f"s{at - 1}") for at in range(2, 9)),
        ),
    )
    seen = routed(deep, engine)
    assert {seen.layout.column[box] for box in range(1, 9)} == {1}
    heights = [seen.layout.y[box] for box in range(1, 9)]
    assert heights == sorted(heights)
    assert foreign_touches(seen) == 0


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("way", ["left", "right"])
def test_claims_that_exclude_each_other_face_each_other(
    engine: EngineChoice, way: Direction
) -> None:
    answers = "? [q] Which?\n  = [a] One.\n  = [b] Other.\n"
    text = f"{answers}[a]\n  >< [b]\n  + [c] Why.\n[b]\n  + [d] Why not.\n"
    options = RenderOptions(engine=engine, direction=way, theme="light")
    seen = read(render_svg(argmap.parse(text).map, options).svg)
    boxes = {box.id: box for box in seen.boxes}
    (line,) = (line for line in seen.lines if line.kind == "contradiction")
    assert {x for x, _ in line.points} == {(boxes["c-a"].left + boxes["c-a"].right) / 2}
    assert boxes["c-a"].bottom < line.points[0][1] < line.points[-1][1] < boxes["c-b"].top
    assert boxes["c-b"].top - boxes["c-a"].bottom >= 60
    assert line.points[-1][1] - line.points[0][1] >= 40
