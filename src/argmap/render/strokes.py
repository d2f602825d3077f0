"""The path of a line, from its heights on boxes and in lanes.

Lines run level through columns and through the right part of each gap, and bend only in the
left part, the fan zone. A line that closes a circle turns round and comes from the right.
"""

from __future__ import annotations

from bisect import bisect_right

from argmap.render.bends import Leans
from argmap.render.ends import Ends
from argmap.render.paths import LEVEL_STRIKE, STUB, Path, Pen, Point
from argmap.render.stack import TRUNK, is_stacked
from argmap.render.ways import Ways

_TURN = 14.0
_TURN_RADIUS = 12.0
_TRUNK_RADIUS = 8.0
_RETURN = 28.0
_ASIDE = 15.0
_CLOSE = 9.0
_STRIKES_APART = 7.0
_STRIKES_REACH = 16.0
"""Undercuts of one step come down so far apart, and no further beside the middle of its ring."""


class Strokes:
    """Draws the edges of links, one at a time."""

    def __init__(self, ways: Ways, ends: Ends, leans: Leans) -> None:
        self._ways = ways
        self._ends = ends
        self._leans = leans
        self._stacks = _stacks(ways)
        self._beside = _beside(ways, ends)
        self._fan = ways.graph.density.fan

    def path(self, number: int) -> Path:
        """The path of an edge."""
        ways, graph, layout = self._ways, self._ways.graph, self._ways.layout
        edge = graph.edges[number]
        pen = Pen(self._start(number))
        if edge.back:
            self._draw_back(pen, number)
            return pen.path()
        if is_stacked(graph, layout.column, edge):
            x = pen.at[0] - TRUNK
            bottom = ways.y[edge.head] + graph.heights[edge.head] / 2
            pen.around([(x, pen.at[1]), (x, bottom)], _TRUNK_RADIUS)
            return pen.path()
        for passed, y in zip(range(ways.first_gap(edge), -1, -1), ways.of[number], strict=False):
            grid = layout.columns[passed]
            pen.into(
                (grid.right, y), grid.right + self._fan, self._leans.get((number, passed), 0.0)
            )
            pen.line((grid.left, y))
        end = self._end(number)
        if edge.head < graph.box_count:
            home = layout.column[edge.head]
            lean = self._leans.get((number, home), 0.0)
            pen.into(end, layout.columns[home].right + self._fan, lean)
        elif ways.strikes(edge):
            if pen.at[0] == end[0]:
                pen.turn(end)
            else:
                aside = _ASIDE if self._is_blocked(pen.at[1], edge.head) else 0.0
                pen.strike(end, aside, self._beside.get(number, 0.0))
        else:
            pen.bend(end)
        return pen.path()

    def _start(self, number: int) -> Point:
        ways, edge = self._ways, self._ways.graph.edges[number]
        x = ways.layout.x[edge.tail]
        if edge.tail < ways.graph.box_count:
            return (x - ways.graph.widths[edge.tail] / 2, self._ends.leave[number])
        return (x, ways.y[edge.tail])

    def _end(self, number: int) -> Point:
        ways, edge = self._ways, self._ways.graph.edges[number]
        x = ways.layout.x[edge.head]
        if edge.head < ways.graph.box_count:
            return (x + ways.graph.widths[edge.head] / 2, self._ends.arrive[number])
        return (x, ways.y[edge.head])

    def _is_blocked(self, start: float, node: int) -> bool:
        """Whether another junction stands where an undercut would come down on its cut."""
        ways = self._ways
        stack = self._stacks.get((ways.layout.column[node], ways.layout.x[node]), [])
        low, high = sorted((start, ways.y[node]))
        at = bisect_right(stack, low - _CLOSE)
        inside = [y for y in stack[at : at + 3] if y < high + _CLOSE and y != ways.y[node]]
        return bool(inside)

    def _draw_back(self, pen: Pen, number: int) -> None:
        """Round the own box, right through the lanes, and back to the target from the right."""
        layout, edge = self._ways.layout, self._ways.graph.edges[number]
        ways, own = self._ways.of[number], layout.column[edge.tail]
        grid = layout.columns[own]
        turn = grid.left - _TURN
        y = ways[0]
        around = [(turn, self._ends.leave[number]), (turn, y), (grid.right, y)]
        pen.around(around, _TURN_RADIUS)
        for passed, lane in enumerate(ways[1:], own + 1):
            pen.sway(grid.right + STUB, grid.right + self._fan, lane)
            grid = layout.columns[passed]
            pen.line((grid.right, lane))
            y = lane
        end = self._end(number)
        is_box = edge.head < self._ways.graph.box_count
        x = grid.right + _RETURN if is_box else end[0] + _ASIDE
        pen.around([(x, y), (x, end[1]), end], _TURN_RADIUS)


def _beside(ways: Ways, ends: Ends) -> dict[int, float]:
    """How far beside the middle of its ring each undercut comes down, where several come from one
    side: the nearest furthest right, so that none crosses another."""
    groups: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for number, edge in enumerate(ways.graph.edges):
        if edge.link >= 0 and not edge.back and ways.strikes(edge):
            way = ends.last_height(number) - ways.y[edge.head]
            if abs(way) > LEVEL_STRIKE:
                groups.setdefault((edge.head, way > 0), []).append((abs(way), number))
    found: dict[int, float] = {}
    for group in groups.values():
        if len(group) > 1:
            group.sort()
            step = min(_STRIKES_APART, 2 * _STRIKES_REACH / (len(group) - 1))
            for at, (_, number) in enumerate(group):
                found[number] = step * ((len(group) - 1) / 2 - at)
    return found


def _stacks(ways: Ways) -> dict[tuple[int, float], list[float]]:
    """The heights of the junctions that stand above each other."""
    found: dict[tuple[int, float], list[float]] = {}
    for node in range(ways.graph.box_count, len(ways.y)):
        place = (ways.layout.column[node], ways.layout.x[node])
        found.setdefault(place, []).append(ways.y[node])
    for heights in found.values():
        heights.sort()
    return found
