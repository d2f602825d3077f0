"""How good a layout is, before any line is drawn: crossings, the way that lines go up and down,
how far apart contradictions stand, how high it all is, and whether it keeps the order of writing.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import groupby, pairwise
from typing import NamedTuple

from argmap.render.engines.base import Geometry
from argmap.render.graph import Graph

_CROSSING = 250.0
"""As bad as so many px of line."""
_COLUMN = 364.0
_ASUNDER = 2.5
_HEIGHT = 2.0
_DISORDER = 1_300.0
_STRANGER = 400.0


class Verdict(NamedTuple):
    """The lower the cost the better.

    `crossings` are those of steps with each other, `asunder` is how far apart contradictions stand
    (px), `strangers` how many boxes stand between the answers of a question and are none.
    """

    cost: float
    crossings: int
    asunder: float
    strangers: int


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
    answers: dict[int, list[int]] = {}
    for edge in graph.edges:
        if edge.head in graph.hubs and edge.ranks:
            answers.setdefault(edge.head, []).append(edge.tail)
    strangers = sum(_strangers(graph, geometry, nodes) for nodes in answers.values())
    cost = _CROSSING * crossings + travel + _ASUNDER * asunder + _HEIGHT * high
    cost += _DISORDER * _disorder(graph, heights, answers) + _STRANGER * strangers
    return Verdict(cost, crossings, asunder, strangers)


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


def _disorder(graph: Graph, heights: tuple[float, ...], answers: dict[int, list[int]]) -> int:
    """How often a section, a question or an answer stands above the one written before it."""
    sections: dict[int, list[float]] = {}
    for box in range(graph.box_count):
        if graph.sections[box] >= 0:
            sections.setdefault(graph.sections[box], []).append(heights[box])
    rows = [[heights[node] for node in nodes] for nodes in answers.values()]
    rows.append([heights[hub] for hub in sorted(answers)])
    rows.append([sum(sections[at]) / len(sections[at]) for at in sorted(sections)])
    return sum(one > other for row in rows for one, other in pairwise(row))


def _strangers(graph: Graph, geometry: Geometry, answers: list[int]) -> int:
    """How many boxes stand between the answers of one question and are none."""
    heights = [geometry.heights[node] for node in answers]
    columns = {geometry.columns[node] for node in answers}
    return sum(
        min(heights) < geometry.heights[box] < max(heights) and geometry.columns[box] in columns
        for box in range(graph.box_count)
        if box not in answers
    )
