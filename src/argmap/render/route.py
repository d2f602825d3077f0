"""The way of every line: lanes through columns, ports on boxes, heights of junctions, curves.

Lines run level through columns and through the right part of each gap, and bend only in the
left part, the fan zone. So no line runs under a box, and joints and cuts sit on level lines. All
numbers are px in the coordinates of the line's part.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.render.bends import Bend, leans
from argmap.render.boxes import ARRIVAL, CORNER, DEPARTURE
from argmap.render.content import Content
from argmap.render.frames import TITLE_X, Frame, title_width
from argmap.render.graph import Chain, Edge, Graph
from argmap.render.lanes import CLEARANCE, Lanes
from argmap.render.layout import Layout
from argmap.render.paths import Path, Pen, Point, spread
from argmap.render.rails import Course, Rails

_NEAR = 40.0
_JOINT_PULL = 16.0
_JUNCTION_GAP = 19.0
_TURN = 14.0
_TURN_RADIUS = 12.0
_RETURN = 28.0
_STRIKE = 32.0
_SLACK = 3.0


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
    return _Router(content, graph, chains, layout, frames, titles).run()


class _Router:
    def __init__(
        self,
        content: Content,
        graph: Graph,
        chains: tuple[Chain, ...],
        layout: Layout,
        frames: tuple[tuple[Frame, ...], ...],
        titles: tuple[str, ...],
    ) -> None:
        self._content = content
        self._graph = graph
        self._chains = chains
        self._layout = layout
        self._frames = frames
        self._titles = titles
        self._y = list(layout.y)
        self._lanes: list[Lanes | None] = [None] * len(layout.columns)
        self._ways: list[tuple[float, ...]] = [()] * len(graph.edges)
        self._leave = [0.0] * len(graph.edges)
        self._arrive = [0.0] * len(graph.edges)
        self._reserved: set[int] = set()
        self._gaps: list[list[float]] = []
        self._leans: dict[tuple[int, int], float] = {}
        self._rails = Rails(layout, graph, self.lane, content.contradictions, self._occupied)

    def run(self) -> Routes:
        """The stages in the order in which they depend on each other."""
        self._reserve_joints()
        for chain in self._chains:
            for edge in chain.first:
                self._choose_lanes(edge)
        self._rails.choose_lanes()
        self._spread_departures()
        self._settle_junctions()
        self._spread_arrivals()
        self._leans = leans(self._bends())
        paths: list[Path | None] = [None] * len(self._graph.edges)
        for chain in self._chains:
            for edge in (*chain.first, *chain.rest):
                paths[edge] = self._path(edge)
        return Routes(tuple(paths), self._rails.courses(), tuple(self._y))

    def _reserve_joints(self) -> None:
        """Keep lanes off the heights of joints that stand beside a gap between boxes."""
        count = self._graph.box_count
        for at, junction in enumerate(self._graph.junctions):
            node = count + at
            column = self._layout.column[node] + 1
            last = self._layout.parts[self._layout.part[node]].last_column
            if (
                junction.kind == "joint"
                and column <= last
                and self._of(column).is_clear(self._y[node], _SLACK)
            ):
                self._reserved.add(node)
                self._of(column).reserve(self._y[node])

    def lane(self, column: int, want: float) -> float:
        """Take a lane through a column near a height."""
        lanes = self._of(column)
        return lanes.take(want)

    def _of(self, column: int) -> Lanes:
        lanes = self._lanes[column]
        if lanes is None:
            lanes = self._lanes[column] = Lanes(self._obstacles(column))
        return lanes

    def _obstacles(self, column: int) -> list[tuple[float, float]]:
        grid = self._layout.columns[column]
        found = []
        for box in grid.boxes:
            half = self._graph.heights[box] / 2 + CLEARANCE
            found.append((self._layout.y[box] - half, self._layout.y[box] + half))
        if grid.boxes:
            for frame in self._frames[self._layout.part[grid.boxes[0]]]:
                left = frame.left + TITLE_X
                right = left + title_width(self._titles[frame.section])
                if left - 10 < grid.right and right + 10 > grid.left:
                    found.append((frame.top + 2, frame.top + 34))
        return found

    def _choose_lanes(self, number: int) -> None:
        """Choose where an edge passes the columns between its ends, from its tail on."""
        edge = self._graph.edges[number]
        column = self._layout.column
        if edge.back:
            self._ways[number] = self._ways_back(edge.tail, edge.head)
            return
        first = column[edge.tail] - (1 if edge.tail < self._graph.box_count else 0)
        wishes = self._layout.lanes[number]
        at, found = self._y[edge.tail], []
        goal = self._y[edge.head]
        strikes = self._strikes(edge)
        for step, passed in enumerate(range(first, column[edge.head], -1)):
            lanes = self._of(passed)
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
        self._ways[number] = tuple(found)

    def _strikes(self, edge: Edge) -> bool:
        """Whether an edge is an undercut's that ends on the step it cuts."""
        at = edge.head - self._graph.box_count
        return at >= 0 and self._graph.junctions[at].link != edge.link

    def _ways_back(self, tail: int, head: int) -> tuple[float, ...]:
        """Lanes for a line that turns round: under its own box, then on to the right."""
        column = self._layout.column
        at = self._y[tail] + self._graph.heights[tail] / 2 + CLEARANCE + 1
        found = []
        for passed in range(column[tail], max(column[head], column[tail]) + 1):
            at = self.lane(passed, at)
            found.append(at)
        return tuple(found)

    def _next_height(self, number: int) -> float:
        """The height a line makes for when it leaves its box."""
        ways, edge = self._ways[number], self._graph.edges[number]
        return ways[0] if ways else self._y[edge.head]

    def _last_height(self, number: int) -> float:
        """The height a line comes from when it meets its end."""
        ways, edge = self._ways[number], self._graph.edges[number]
        if ways:
            return ways[-1]
        return self._leave[number] if edge.tail < self._graph.box_count else self._y[edge.tail]

    def _spread_departures(self) -> None:
        """Give every line that leaves a box its place on the box's left edge."""
        leaving: dict[int, list[tuple[float, int]]] = {}
        for chain in self._chains:
            for number in chain.first:
                tail = self._graph.edges[number].tail
                leaving.setdefault(tail, []).append((self._next_height(number), number))
        self._add_rails(leaving, on_right=False)
        for box, ends in leaving.items():
            middle = self._y[box]
            room = self._graph.heights[box] / 2 - _TURN
            reach = max(0.0, min(room, DEPARTURE / 2 * (len(ends) - 1)))
            self._spread(ends, self._leave, middle - reach, middle + reach, DEPARTURE)

    def _spread_arrivals(self) -> None:
        """Give every line that ends on a box its place on the box's right edge."""
        arriving: dict[int, list[tuple[float, int]]] = {}
        for chain, link in zip(self._chains, self._content.links, strict=True):
            if link.kind != "undercut":
                for number in chain.rest[-1:] or chain.first:
                    head = self._graph.edges[number].head
                    arriving.setdefault(head, []).append((self._last_height(number), number))
        self._add_rails(arriving, on_right=True)
        for box, ends in arriving.items():
            middle = self._y[box]
            half = max(self._graph.heights[box] / 2 - CORNER, 0.0)
            if box in self._graph.hubs:
                half = 0.0
            self._spread(ends, self._arrive, middle - half, middle + half, ARRIVAL)

    def _add_rails(self, ends: dict[int, list[tuple[float, int]]], *, on_right: bool) -> None:
        """Add the ends of contradictions, numbered from -1 down."""
        for box, want, number in self._rails.ends(on_right=on_right):
            ends.setdefault(box, []).append((want, -1 - number))

    def _spread(
        self,
        ends: list[tuple[float, int]],
        ports: list[float],
        top: float,
        bottom: float,
        gap: float,
    ) -> None:
        """Place ends in the order of where they go, and note their heights."""
        ends.sort()
        heights = spread([want for want, _ in ends], top, bottom, gap)
        for (_, number), height in zip(ends, heights, strict=True):
            if number >= 0:
                ports[number] = height
            else:
                self._rails.set_port(-1 - number, height)

    def _settle_junctions(self) -> None:
        """Put joints on a premise's line where one is near, cuts on the line they are on."""
        taken: dict[tuple[int, int], list[float]] = {}
        for chain in self._chains:
            for at, node in enumerate(chain.nodes):
                junction = self._graph.junctions[node - self._graph.box_count]
                if at > 0:
                    edge = chain.rest[at - 1]
                    self._choose_lanes(edge)
                    want = self._last_height(edge)
                else:
                    heights = [
                        self._last_height(edge)
                        for edge in chain.first
                        if not self._graph.edges[edge].back
                    ]
                    want = self._y[node]
                    near = min(heights, key=lambda y: abs(y - want), default=want)
                    if (
                        len(heights) == 1
                        or abs(near - want) < _JOINT_PULL
                        or not self._is_beside_gap(node)
                    ):
                        want = near
                place = (self._layout.column[node], junction.offset)
                self._y[node] = _free(taken.setdefault(place, []), want)
            if chain.nodes:
                self._choose_lanes(chain.rest[-1])

    def _is_beside_gap(self, node: int) -> bool:
        """Whether no box of the next column stands at a junction's height."""
        column = self._layout.column[node] + 1
        last = self._layout.parts[self._layout.part[node]].last_column
        return column > last or self._of(column).is_clear(self._y[node], _SLACK)

    def _occupied(self, column: int) -> list[float]:
        """The heights of the plugs and junctions in the gap right of a column."""
        count = self._graph.box_count
        if not self._gaps:
            self._gaps = [[] for _ in self._layout.columns]
            for edge, height in zip(self._graph.edges, self._leave, strict=True):
                home = self._layout.column[edge.tail]
                if edge.tail < count and edge.link >= 0 and home > 0:
                    self._gaps[home - 1].append(height - 4)
            for node in range(count, len(self._y)):
                self._gaps[self._layout.column[node]].append(self._y[node])
        return self._gaps[column]

    def _bends(self) -> Iterator[Bend]:
        """Where the lines bend, for those that go on level."""
        count = self._graph.box_count
        for number, edge in enumerate(self._graph.edges):
            if not edge.ranks:
                continue
            is_box = edge.tail < count
            y = self._leave[number] if is_box else self._y[edge.tail]
            passed = self._layout.column[edge.tail] - (1 if is_box else 0)
            for lane in self._ways[number]:
                yield Bend(number, passed, y, lane, -1)
                y = lane
                passed -= 1
            if edge.head < count and edge.head not in self._graph.hubs:
                yield Bend(number, passed, y, self._arrive[number], edge.head)

    def _path(self, number: int) -> Path:
        edge, layout = self._graph.edges[number], self._layout
        count = self._graph.box_count
        if edge.tail < count:
            start = (layout.x[edge.tail] - self._graph.widths[edge.tail] / 2, self._leave[number])
        else:
            start = (layout.x[edge.tail], self._y[edge.tail])
        pen = Pen(start)
        if edge.back:
            self._draw_back(pen, number)
            return pen.path()
        first = layout.column[edge.tail] - (1 if edge.tail < count else 0)
        for passed, y in zip(range(first, -1, -1), self._ways[number], strict=False):
            grid = layout.columns[passed]
            pen.into((grid.right, y), grid.right, self._leans.get((number, passed), 0.0))
            pen.line((grid.left, y))
        if edge.head < count:
            right = layout.x[edge.head] + self._graph.widths[edge.head] / 2
            home = layout.column[edge.head]
            lean = self._leans.get((number, home), 0.0)
            pen.into((right, self._arrive[number]), layout.columns[home].right, lean)
        else:
            end = (layout.x[edge.head], self._y[edge.head])
            if self._strikes(edge):
                pen.strike(end)
            else:
                pen.bend(end)
        return pen.path()

    def _draw_back(self, pen: Pen, number: int) -> None:
        """Round the own box, right through the lanes, and back to the target from the right."""
        edge, layout = self._graph.edges[number], self._layout
        ways, own = self._ways[number], layout.column[edge.tail]
        grid = layout.columns[own]
        turn = grid.left - _TURN
        y = ways[0]
        pen.around([(turn, self._leave[number]), (turn, y), (grid.right, y)], _TURN_RADIUS)
        for passed, lane in enumerate(ways[1:], own + 1):
            pen.sway(grid.right, lane)
            grid = layout.columns[passed]
            pen.line((grid.right, lane))
            y = lane
        corners: list[Point] = []
        if edge.head < self._graph.box_count:
            end = (
                layout.x[edge.head] + self._graph.widths[edge.head] / 2,
                self._arrive[number],
            )
            x = grid.right + _RETURN
            corners += [(x, y), (x, end[1]), end]
        else:
            end = (layout.x[edge.head], self._y[edge.head])
            corners += [(end[0], y), end]
        pen.around(corners, _TURN_RADIUS)


def _free(taken: list[float], want: float) -> float:
    """The height nearest to the one wanted that is clear of those taken, which it joins."""
    down, at = want, bisect_right(taken, want - _JUNCTION_GAP)
    while at < len(taken) and taken[at] < down + _JUNCTION_GAP:
        down = taken[at] + _JUNCTION_GAP
        at += 1
    up, at = want, bisect_left(taken, want + _JUNCTION_GAP) - 1
    while at >= 0 and taken[at] > up - _JUNCTION_GAP:
        up = taken[at] - _JUNCTION_GAP
        at -= 1
    best = up if want - up < down - want else down
    insort(taken, best)
    return best
