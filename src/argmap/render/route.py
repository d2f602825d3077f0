"""The way of every line, in stages: lanes through columns, places on boxes, heights of junctions,
curves. All numbers are px in the coordinates of the line's part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.render.bends import Bend, leans
from argmap.render.content import Content
from argmap.render.ends import Ends
from argmap.render.frames import Frame
from argmap.render.graph import Chain, Graph
from argmap.render.junctions import Junctions
from argmap.render.layout import Layout
from argmap.render.paths import Path
from argmap.render.rails import Course, Rails
from argmap.render.strokes import Strokes
from argmap.render.ways import Ways


@dataclass(frozen=True, slots=True)
class Routes:
    """The path of every edge that belongs to a link (None for a contradiction's), the course of
    every contradiction, and where the junctions came to lie."""

    paths: tuple[Path | None, ...]
    courses: tuple[Course, ...]
    y: tuple[float, ...]


def route(
    content: Content,
    graph: Graph,
    chains: tuple[Chain, ...],
    layout: Layout,
    frames: tuple[tuple[Frame, ...], ...],
    titles: tuple[str, ...],
) -> Routes:
    """Route all lines; `frames` are those of each part, `titles` those of the sections."""
    ways = Ways(graph, layout, frames, titles, content.contradictions)
    ways.reserve_joints()
    for chain in chains:
        for edge in chain.first:
            ways.choose(edge)
    rails = Rails(layout, graph, ways.take, content.contradictions, ways.facing)
    rails.choose_lanes()
    ends = Ends(ways, rails)
    ends.spread_departures(chains)
    Junctions(ways, ends).settle(chains)
    ends.spread_arrivals(chains, content)
    strokes = Strokes(ways, ends, leans(_bends(ways, ends)))
    paths: list[Path | None] = [None] * len(graph.edges)
    for chain in chains:
        for edge in chain.edges:
            paths[edge] = strokes.path(edge)
    courses = rails.courses()
    return Routes(tuple(paths), courses, tuple(ways.y))


def _bends(ways: Ways, ends: Ends) -> Iterator[Bend]:
    """Where the lines bend, for those that go on level."""
    graph, count = ways.graph, ways.graph.box_count
    for number, edge in enumerate(graph.edges):
        if not edge.ranks:
            continue
        y = ends.leave[number] if edge.tail < count else ways.y[edge.tail]
        passed = ways.first_gap(edge)
        for lane in ways.of[number]:
            yield Bend(number, passed, y, lane)
            y = lane
            passed -= 1
        if edge.head < count and edge.head not in graph.hubs:
            yield Bend(number, passed, y, ends.arrive[number])
