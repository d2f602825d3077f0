"""Take out of a layout the bands that stand empty from its left to its right edge, but for the room
that frames and passing lines need."""

from __future__ import annotations

from bisect import bisect_right

from argmap.render.engines.base import Geometry
from argmap.render.graph import NO_NODE, Graph
from argmap.render.lanes import LANE_GAP

_NESTED = 30.0


def squeezed(graph: Graph, geometry: Geometry) -> Geometry:
    """The same layout, no higher than it needs to be."""
    spans = sorted(
        (
            geometry.heights[box] - graph.heights[box] / 2,
            geometry.heights[box] + graph.heights[box] / 2,
        )
        for box in range(graph.box_count)
    )
    bands: list[tuple[float, float]] = []
    lowest = spans[0][1]
    least = _room(graph)
    for top, bottom in spans:
        if top - lowest > least:
            bands.append((lowest, top))
        lowest = max(lowest, bottom)
    if not bands:
        return geometry
    passing = sorted(y for lanes in geometry.lanes for y in lanes)
    starts: list[float] = []
    changes: list[tuple[float, float, float]] = []
    gone = 0.0
    for top, bottom in bands:
        lines = bisect_right(passing, bottom) - bisect_right(passing, top)
        kept = min(least + LANE_GAP * lines, bottom - top)
        starts.append(top)
        changes.append((bottom, gone, kept / (bottom - top)))
        gone += bottom - top - kept

    def moved(y: float) -> float:
        at = bisect_right(starts, y) - 1
        if at < 0:
            return y
        bottom, before, share = changes[at]
        return y - before - (min(y, bottom) - starts[at]) * (1 - share)

    return geometry.moved(moved)


def _room(graph: Graph) -> float:
    """What two boxes may need between them for the frames around them."""
    density = graph.density
    depths = [0] * len(graph.parents)
    for section, parent in enumerate(graph.parents):
        depths[section] = depths[parent] + 1 if parent != NO_NODE else 0
    if not depths:
        return density.band
    return density.frame_top + density.frame_side + density.frame_gap + _NESTED * max(depths)
