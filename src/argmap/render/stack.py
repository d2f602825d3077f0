"""Set questions above their answers instead of in a column of their own left of them.

That is done where the first column holds nothing but questions whose answers all stand in the
next; then a picture is a column narrower. A line runs down from the question, left of the answers.
"""

from __future__ import annotations

from argmap.render.drops import Drops
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
    above = _Above(graph, geometry)
    drops, middles = Drops(), dict[int, float]()
    for hub, below in answers.items():
        first = min(below, key=geometry.heights.__getitem__)
        place = drops.moved(above.tops[first]) - graph.density.node_gap - graph.heights[hub]
        lack = max(above.lowest(hub, first, drops) - place, 0.0)
        if lack:
            drops.add(above.tops[first], lack)
        middles[hub] = place + lack + graph.heights[hub] / 2
    columns = tuple(max(column - 1, 0) for column in geometry.columns)
    heights = tuple(
        middles[node] if node in middles else height + drops.at(above.tops[node])
        for node, height in enumerate(geometry.heights)
    )
    return geometry.moved(drops.moved)._replace(columns=columns, heights=heights)


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


class _Above:
    """Answers how high questions may begin, asked from the highest to the lowest; `tops` are the
    upper edges of all nodes before any is moved."""

    def __init__(self, graph: Graph, geometry: Geometry) -> None:
        self._graph = graph
        self._heights = geometry.heights
        self.tops = [
            height - graph.heights[node] / 2 for node, height in enumerate(geometry.heights)
        ]
        boxes = [box for box in range(graph.box_count) if geometry.columns[box] > 0]
        self._column = [box for box in boxes if geometry.columns[box] == 1]
        self._column.sort(key=geometry.heights.__getitem__)
        self._passed = 0
        self._lowest = float("-inf")
        self._section: dict[int, float] = {}
        for box in boxes:
            section = graph.sections[box]
            if section >= 0:
                highest = self._section.get(section, self.tops[box])
                self._section[section] = min(highest, self.tops[box])

    def lowest(self, hub: int, first: int, drops: Drops) -> float:
        """How high a question may begin above its first answer: below what stands above that, and
        within its section."""
        graph, heights = self._graph, self._heights
        while heights[self._column[self._passed]] < heights[first]:
            box = self._column[self._passed]
            bottom = heights[box] + drops.at(self.tops[box]) + graph.heights[box] / 2
            self._lowest = max(self._lowest, bottom + 2 * graph.density.node_gap)
            self._passed += 1
        section = graph.sections[hub]
        if section < 0:
            return self._lowest
        return max(self._lowest, drops.moved(self._section[section]))
