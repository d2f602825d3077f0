"""Which heights every line passes columns at, from its tail to its head.

A line keeps its height where that is free, or takes the one its engine wished for, or the nearest
free one. All numbers are px in the coordinates of the line's part.
"""

from __future__ import annotations

from argmap.render.facing import Facing, facing
from argmap.render.frames import TITLE_X, Frame, title_width
from argmap.render.graph import Edge, Graph
from argmap.render.lanes import CLEARANCE, Lanes
from argmap.render.layout import Layout

_NEAR = 40.0
_STRIKE = 32.0
_SLACK = 3.0


class Ways:
    """Chooses and keeps the lanes of all edges; `y` has the heights of the nodes, of which the
    junctions' may still change. `facing` are the contradictions that run straight through a
    column, by their numbers."""

    def __init__(
        self,
        graph: Graph,
        layout: Layout,
        frames: tuple[tuple[Frame, ...], ...],
        titles: tuple[str, ...],
        contradictions: tuple[tuple[int, ...], ...],
    ) -> None:
        self.graph = graph
        self.layout = layout
        self.y = list(layout.y)
        self.of: list[tuple[float, ...]] = [()] * len(graph.edges)
        self._titles = _titles(graph, layout, frames, titles)
        self.facing = facing(graph, layout, contradictions, self._titles)
        self._between: dict[int, list[Facing]] = {}
        for one in self.facing.values():
            self._between.setdefault(layout.column[one.upper], []).append(one)
        self._lanes: list[Lanes | None] = [None] * len(layout.columns)
        self._reserved: set[int] = set()

    def reserve_joints(self) -> None:
        """Keep lanes off the heights of joints that stand beside a gap between boxes."""
        count = self.graph.box_count
        for at, junction in enumerate(self.graph.junctions):
            node = count + at
            column = self.layout.column[node] + 1
            last = self.layout.parts[self.layout.part[node]].last_column
            if (
                junction.kind == "joint"
                and column <= last
                and self._in(column).is_clear(self.y[node], _SLACK)
            ):
                self._reserved.add(node)
                self._in(column).reserve(self.y[node])

    def take(self, column: int, want: float) -> float:
        """Take a lane through a column near a height."""
        return self._in(column).take(want)

    def is_beside_gap(self, node: int) -> bool:
        """Whether no box of the next column stands at a junction's height."""
        column = self.layout.column[node] + 1
        last = self.layout.parts[self.layout.part[node]].last_column
        return column > last or self._in(column).is_clear(self.y[node], _SLACK)

    def strikes(self, edge: Edge) -> bool:
        """Whether an edge is an undercut's that ends on the step it cuts."""
        at = edge.head - self.graph.box_count
        return at >= 0 and self.graph.junctions[at].link != edge.link

    def first_gap(self, edge: Edge) -> int:
        """The column right of which an edge starts."""
        return self.layout.column[edge.tail] - (1 if edge.tail < self.graph.box_count else 0)

    def choose(self, number: int) -> None:
        """Choose where an edge passes the columns between its ends, from its tail on."""
        edge = self.graph.edges[number]
        column = self.layout.column
        if edge.back:
            self.of[number] = self._back(edge.tail, edge.head)
            return
        first = self.first_gap(edge)
        if first == column[edge.head]:
            return
        wishes = self.layout.lanes[number]
        at, found = self.y[edge.tail], []
        goal = self.y[edge.head]
        strikes = self.strikes(edge)
        for step, passed in enumerate(range(first, column[edge.head], -1)):
            lanes = self._in(passed)
            last = passed == column[edge.head] + 1
            if last and edge.head in self._reserved and not strikes:
                at = goal
                found.append(at)
                continue
            wish = wishes[step] if step < len(wishes) else at
            if abs(wish - at) <= _NEAR and lanes.is_clear(at):
                wish = at
            if last and strikes and abs(wish - goal) < _STRIKE:
                way = 1 if at >= goal else -1
                at = lanes.take(goal + way * _STRIKE, way)
            else:
                at = lanes.take(wish)
            found.append(at)
        self.of[number] = tuple(found)

    def _back(self, tail: int, head: int) -> tuple[float, ...]:
        """Lanes for a line that turns round: under its own box, then on to the right."""
        column = self.layout.column
        at = self.y[tail] + self.graph.heights[tail] / 2 + CLEARANCE + 1
        found = []
        for passed in range(column[tail], max(column[head], column[tail]) + 1):
            at = self.take(passed, at)
            found.append(at)
        return tuple(found)

    def _in(self, column: int) -> Lanes:
        lanes = self._lanes[column]
        if lanes is None:
            lanes = self._lanes[column] = Lanes(self._obstacles(column))
        return lanes

    def _obstacles(self, column: int) -> list[tuple[float, float]]:
        grid = self.layout.columns[column]
        found = list(self._titles.get(column, ()))
        for one in self._between.get(column, ()):
            found += one.obstacles
        for box in grid.boxes:
            half = self.graph.heights[box] / 2 + CLEARANCE
            found.append((self.layout.y[box] - half, self.layout.y[box] + half))
        return found


def _titles(
    graph: Graph,
    layout: Layout,
    frames: tuple[tuple[Frame, ...], ...],
    titles: tuple[str, ...],
) -> dict[int, list[tuple[float, float]]]:
    """For each column the heights where the title of a section stands in it."""
    found: dict[int, list[tuple[float, float]]] = {}
    for part, inside in zip(layout.parts, frames, strict=True):
        for frame in inside:
            left = frame.left + TITLE_X
            right = left + title_width(titles[frame.section])
            for column in range(part.first_column, part.last_column + 1):
                grid = layout.columns[column]
                if grid.left >= right + 10:
                    break
                if left - 10 < grid.right:
                    found.setdefault(column, []).append(
                        (frame.top + 2, frame.top + graph.density.frame_top - 4)
                    )
    return found
