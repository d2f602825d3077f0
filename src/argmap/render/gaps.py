"""How wide the gap right of each column is, and where junctions stand in it.

Lines bend next to the column on the left and then run level to the next. A gap where nothing
stands on them is narrow; rings, joints, words and the rails of contradictions each need room.
"""

from __future__ import annotations

from math import ceil

from argmap.render.engines.base import Geometry
from argmap.render.graph import Graph
from argmap.render.paths import FAN

WIDE = 128.0
"""A gap with room for a ring and a joint, px."""
_NARROW = 76.0
_WIDEST = 184.0
_RING = 64.0
"""From a column to the rings right of it."""
_JOINT = 28.0
"""From joints to the column right of them, and from the rings of undercuts of undercuts."""
_WITH_RING = _RING + 44.0
_WITH_JOINT = _RING + _JOINT
_AFTER_FAN = FAN + 4.0 + 12.0
_AFTER_RING = _RING + 8.0 + 12.0
_AFTER_RAIL = 82.0 + 8.0 + 12.0
_TO_JOINT = FAN - 4.0
"""The least from a column to a joint whose words end a little right of it, but for these."""
_ABOUT = 40.0
_CUT = 1


def junction_x(offset: int, gap: float) -> float:
    """How far right of its column a junction stands, by its rank in the column."""
    return _RING if offset == _CUT else gap - _JOINT


def gaps_of(graph: Graph, geometry: Geometry) -> list[float]:
    """The width of the gap right of each column, px; nothing bounds that of the last."""
    columns, count = geometry.columns, graph.box_count
    gaps = [_NARROW] * (max(columns, default=0) + 1)
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
            gaps[column] = WIDE if joined[column] else _WITH_RING
        elif joined[column]:
            gaps[column] = _WITH_JOINT
    rails: dict[int, tuple[float, float]] = {}
    for edge in graph.edges:
        if edge.link < 0:
            first, last = sorted((columns[edge.tail], columns[edge.head]))
            top, bottom = sorted((geometry.heights[edge.tail], geometry.heights[edge.head]))
            for column in range(first, max(last, first + 1)):
                gaps[column] = max(gaps[column], WIDE)
                high, low = rails.get(column, (top, bottom))
                rails[column] = (min(high, top), max(low, bottom))
    for edge in graph.edges:
        if not edge.words:
            continue
        column = columns[edge.tail] - (edge.tail < count)
        if edge.tail >= count:
            needed = _TO_JOINT + edge.words + _JOINT
        elif _reaches(rails.get(column), geometry.heights[edge.tail]):
            needed = _AFTER_RAIL + edge.words
        else:
            needed = (_AFTER_RING if edge.head >= count else _AFTER_FAN) + edge.words
        if column >= 0:
            gaps[column] = max(gaps[column], min(needed, _WIDEST))
    return [float(ceil(gap)) for gap in gaps]


def _reaches(rail: tuple[float, float] | None, height: float) -> bool:
    """Whether rails between two heights pass about another one."""
    return rail is not None and rail[0] - _ABOUT < height < rail[1] + _ABOUT
