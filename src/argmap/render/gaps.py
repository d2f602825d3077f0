"""How wide the gap right of each column is, and where junctions stand in it.

Lines bend next to the column on the left and then run level to the next. A gap where nothing
stands on them is narrow; rings, joints, words and the rails of contradictions each need room.
"""

from __future__ import annotations

from math import ceil

from argmap.render.density import Density
from argmap.render.engines.base import Geometry
from argmap.render.facing import facing_edges
from argmap.render.graph import Edge, Graph

_AFTER_FAN = 4.0 + 12.0
_AFTER_MARK = 8.0 + 12.0
"""What words leave free right of a ring or a rail, and left of their box."""
_TO_JOINT = -4.0
"""From where lines bend to a joint whose words end a little right of it, but for these."""
_HAIRLINE = 12.0
"""What words move aside that would else lie on the frame of the section that their step leaves."""
_ABOUT = 40.0
_CUT = 1


def junction_x(offset: int, gap: float, density: Density) -> float:
    """How far right of its column a junction stands, by its rank in the column."""
    return density.ring if offset == _CUT else gap - density.joint


def gaps_of(graph: Graph, geometry: Geometry) -> list[float]:
    """The width of the gap right of each column, px; nothing bounds that of the last."""
    columns, count, density = geometry.columns, graph.box_count, graph.density
    gaps = [density.narrow] * (max(columns, default=0) + 1)
    ringed, joined = bytearray(len(gaps)), bytearray(len(gaps))
    for junction, column in zip(graph.junctions, columns[count:], strict=True):
        if junction.offset == _CUT:
            ringed[column] = 1
        else:
            joined[column] = 1
            if junction.kind == "cut":
                ringed[column] = 1
    for column in range(len(gaps)):
        if ringed[column]:
            gaps[column] = density.with_both if joined[column] else density.with_ring
        elif joined[column]:
            gaps[column] = density.with_joint
    rails: dict[int, tuple[float, float]] = {}
    facing = facing_edges(graph, geometry)
    for at, edge in enumerate(graph.edges):
        if edge.link < 0 and at not in facing:
            first, last = sorted((columns[edge.tail], columns[edge.head]))
            top, bottom = sorted((geometry.heights[edge.tail], geometry.heights[edge.head]))
            for column in range(first, max(last, first + 1)):
                gaps[column] = max(gaps[column], density.with_rail)
                high, low = rails.get(column, (top, bottom))
                rails[column] = (min(high, top), max(low, bottom))
    onward = {edge.tail: edge.head for edge in graph.edges if edge.tail >= count}
    for edge in graph.edges:
        if not edge.words:
            continue
        column = columns[edge.tail] - (edge.tail < count)
        if edge.tail >= count:
            needed = density.fan + _TO_JOINT + edge.words + density.joint
        elif _reaches(rails.get(column), geometry.heights[edge.tail]):
            needed = density.rails[0] + _AFTER_MARK + edge.words
        else:
            after = density.ring + _AFTER_MARK if edge.head >= count else density.fan + _AFTER_FAN
            needed = after + edge.words
        if edge.tail < count and graph.sections[edge.tail] != graph.sections[_target(edge, onward)]:
            needed += _HAIRLINE
        if column >= 0:
            gaps[column] = max(gaps[column], min(needed, density.widest))
    return [float(ceil(gap)) for gap in gaps]


def _target(edge: Edge, onward: dict[int, int]) -> int:
    """What a line leads to beyond a ring or a joint."""
    return onward.get(edge.head, edge.head)


def _reaches(rail: tuple[float, float] | None, height: float) -> bool:
    """Whether rails between two heights pass about another one."""
    return rail is not None and rail[0] - _ABOUT < height < rail[1] + _ABOUT
