"""Contradictions of two claims that face each other: one stands above the other in a column, and
nothing between them. Their line runs straight from one to the other, off all that happens in the
gaps between columns, with its words in the middle.

Where two such claims stand too close for that, all that is below is moved down.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.drops import Drops
from argmap.render.engines.base import Geometry
from argmap.render.graph import Graph

if TYPE_CHECKING:
    from argmap.render.layout import Layout

ROOM = 64.0
"""Between two boxes for the heads, the words and a little line to see."""
_HEAD = 20.0
_WORDS = 17.0
"""What lanes keep off: from a box on, and on either side of the middle."""


class Facing(NamedTuple):
    """Two boxes of which one stands above the other, and what lies between them."""

    upper: int
    lower: int
    top: float
    bottom: float

    @property
    def obstacles(self) -> tuple[tuple[float, float], ...]:
        """The heights between them at which no line may pass."""
        middle = (self.top + self.bottom) / 2
        return (
            (self.top, self.top + _HEAD),
            (middle - _WORDS, middle + _WORDS),
            (self.bottom - _HEAD, self.bottom),
        )


def with_room(graph: Graph, geometry: Geometry) -> Geometry:
    """The same layout with room between claims that contradict each other one above the other."""
    wanted = [graph.edges[at] for at in facing_edges(graph, geometry)]
    if not wanted:
        return geometry
    heights = geometry.heights
    cuts: list[tuple[float, float]] = []
    for edge in wanted:
        upper, lower = sorted((edge.tail, edge.head), key=lambda box: heights[box])
        top = heights[upper] + graph.heights[upper] / 2
        bottom = heights[lower] - graph.heights[lower] / 2
        if bottom - top < ROOM:
            cuts.append(((top + bottom) / 2, ROOM - (bottom - top)))
    drops = Drops()
    for place, by in sorted(cuts):
        drops.add(place, by)
    return geometry.moved(drops.moved)


def facing_edges(graph: Graph, geometry: Geometry) -> frozenset[int]:
    """The edges of contradictions whose two claims face each other."""
    pairs = {
        (min(edge.tail, edge.head), max(edge.tail, edge.head)): at
        for at, edge in enumerate(graph.edges)
        if edge.pair
    }
    if not pairs:
        return frozenset()
    order = sorted(
        range(graph.box_count), key=lambda box: (geometry.columns[box], geometry.heights[box], box)
    )
    return frozenset(
        pairs[min(one, other), max(one, other)]
        for one, other in pairwise(order)
        if (min(one, other), max(one, other)) in pairs
        and geometry.columns[one] == geometry.columns[other]
        and graph.sections[one] == graph.sections[other]
    )


def facing(
    graph: Graph,
    layout: Layout,
    contradictions: tuple[tuple[int, ...], ...],
    titles: Mapping[int, list[tuple[float, float]]],
) -> dict[int, Facing]:
    """Those of the contradictions whose two claims face each other; `titles` are the heights of
    sections' titles in each column."""
    found: dict[int, Facing] = {}
    below: dict[int, int] = {}
    for column in layout.columns if contradictions else ():
        below.update(pairwise(column.boxes))
    seen: set[int] = set()
    for at, claims in enumerate(contradictions):
        upper, lower = sorted(claims[:2], key=lambda box: layout.y[box])
        if len(claims) != 2 or below.get(upper) != lower or upper in seen:
            continue
        top = layout.y[upper] + graph.heights[upper] / 2
        bottom = layout.y[lower] - graph.heights[lower] / 2
        titled = any(
            start < bottom and top < end for start, end in titles.get(layout.column[upper], ())
        )
        if bottom - top >= ROOM - 2 and not titled:
            seen.add(upper)
            found[at] = Facing(upper, lower, top, bottom)
    return found
