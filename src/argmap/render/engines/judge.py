"""How good a layout is, before any line is drawn: crossings, the way that lines go up and down,
how far apart contradictions stand, and how high it all is."""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import groupby
from typing import NamedTuple

from argmap.render.engines.base import Geometry
from argmap.render.graph import Graph

_CROSSING = 250.0
"""As bad as so many px of line."""
_COLUMN = 364.0
_ASUNDER = 1.5
_HEIGHT = 2.0


class Verdict(NamedTuple):
    """The lower the cost the better; `crossings` are those of steps with each other."""

    cost: float
    crossings: int
    asunder: float


def judge(graph: Graph, geometry: Geometry) -> Verdict:
    """The cost of a layout in px, more or less."""
    columns, heights = geometry.columns, geometry.heights
    pieces: list[tuple[int, float, float]] = []
    asunder = travel = 0.0
    for edge, lanes in zip(graph.edges, geometry.lanes, strict=True):
        start, end = heights[edge.tail], heights[edge.head]
        if edge.link < 0:
            apart = abs(columns[edge.tail] - columns[edge.head])
            asunder += abs(start - end) + _COLUMN * apart
            continue
        gap = columns[edge.tail] - (1 if edge.tail < graph.box_count else 0)
        for y in (*lanes, end):
            pieces.append((gap, start, y))
            travel += abs(start - y)
            start, gap = y, gap - 1
    pieces.sort()
    crossings = 0
    for _, group in groupby(pieces, key=lambda piece: piece[0]):
        crossings += _crossings([(right, left) for _, right, left in group])
    high = max(heights, default=0.0) - min(heights, default=0.0)
    cost = _CROSSING * crossings + travel + _ASUNDER * asunder + _HEIGHT * high
    return Verdict(cost, crossings, asunder)


def _crossings(pieces: list[tuple[float, float]]) -> int:
    """How often pieces of lines from right to left change places; sorted by their right ends."""
    seen: list[float] = []
    found = 0
    for _, group in groupby(pieces, key=lambda piece: piece[0]):
        ends = [left for _, left in group]
        for left in ends:
            found += len(seen) - bisect_right(seen, left)
        for left in ends:
            insort(seen, left)
    return found
