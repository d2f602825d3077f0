"""Set questions above their answers instead of in a column of their own left of them.

That is done where the first column holds nothing but questions whose answers all stand in the
next; then a picture is a column narrower. A line runs down from the question, left of the answers.
"""

from __future__ import annotations

from argmap.render.engines.base import Geometry
from argmap.render.graph import Edge, Graph

INDENT = 20.0
"""How much further right answers begin than their question, px."""
TRUNK = 12.0
"""How far left of answers their line runs, px."""


def stacked(graph: Graph, geometry: Geometry) -> Geometry:
    """The layout with its questions above their answers, or as it was if that cannot be or the
    density wants them beside each other."""
    answers = _stackable(graph, geometry) if graph.density.stacked else {}
    if not answers:
        return geometry
    heights = list(geometry.heights)
    lanes = geometry.lanes
    for hub, below in answers.items():
        first = min(below, key=heights.__getitem__)
        top = heights[first] - graph.heights[first] / 2
        place = top - graph.density.node_gap - graph.heights[hub]
        lack = max(_lowest_above(graph, geometry, heights, hub, first) - place, 0.0)
        if lack:
            for node in range(len(heights)):
                if heights[node] - graph.heights[node] / 2 >= top and node not in answers:
                    heights[node] += lack
            lanes = tuple(tuple(y + lack if y >= top else y for y in ways) for ways in lanes)
        heights[hub] = place + lack + graph.heights[hub] / 2
    columns = tuple(max(column - 1, 0) for column in geometry.columns)
    return Geometry(columns, tuple(heights), lanes)


def is_stacked(graph: Graph, columns: tuple[int, ...], edge: Edge) -> bool:
    """Whether an edge leads from an answer to a question above it."""
    return (
        graph.density.stacked
        and edge.head in graph.hubs
        and columns[edge.tail] == columns[edge.head]
    )


def _stackable(graph: Graph, geometry: Geometry) -> dict[int, list[int]]:
    """The questions of the first column with their answers, from top to bottom; none if any of
    them cannot stand above its answers, or if something else is there."""
    columns, heights = geometry.columns, geometry.heights
    answers: dict[int, list[int]] = {node: [] for node, column in enumerate(columns) if column == 0}
    if not answers or not graph.hubs.issuperset(answers):
        return {}
    held: set[int] = set()
    for edge in graph.edges:
        if edge.tail in answers:
            return {}
        if edge.head in answers:
            if columns[edge.tail] != 1 or edge.tail in held:
                return {}
            if graph.sections[edge.tail] != graph.sections[edge.head]:
                return {}
            held.add(edge.tail)
            answers[edge.head].append(edge.tail)
    found: dict[int, list[int]] = {}
    lowest = float("-inf")
    for hub in sorted(
        answers, key=lambda hub: min(map(heights.__getitem__, answers[hub]), default=0)
    ):
        if not answers[hub] or min(map(heights.__getitem__, answers[hub])) < lowest:
            return {}
        lowest = max(map(heights.__getitem__, answers[hub]))
        found[hub] = answers[hub]
    return found


def _lowest_above(
    graph: Graph, geometry: Geometry, heights: list[float], hub: int, first: int
) -> float:
    """How high a question may begin above its first answer: below what stands above that, and
    within its section."""
    found = float("-inf")
    top = heights[first]
    for box in range(graph.box_count):
        if geometry.columns[box] == 1 and heights[box] < top:
            bottom = heights[box] + graph.heights[box] / 2
            found = max(found, bottom + 2 * graph.density.node_gap)
    section = graph.sections[hub]
    if section >= 0:
        tops = [
            heights[box] - graph.heights[box] / 2
            for box in range(graph.box_count)
            if graph.sections[box] == section and geometry.columns[box] > 0
        ]
        found = max(found, min(tops))
    return found
