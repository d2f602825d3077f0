"""The heights of joints and cuts: on the line they belong to, clear of each other and of the
lines of other steps that pass their gap level."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from argmap.render.ends import Ends
from argmap.render.graph import Chain
from argmap.render.ways import Ways

_PULL = 16.0
_APART = 19.0
_OFF_LINES = 13.0
_REACH = 120.0


class Junctions:
    """Settles the junctions of all chains, one after the other."""

    def __init__(self, ways: Ways, ends: Ends) -> None:
        self._ways = ways
        self._ends = ends
        self._taken: dict[tuple[int, int], list[float]] = {}
        self._passing: dict[int, list[float]] = {}

    def settle(self, chains: tuple[Chain, ...]) -> None:
        """Put joints on a premise's line where one is near, cuts on the line they are on."""
        for chain in chains:
            for edge in chain.first:
                self._note(edge)
        for heights in self._passing.values():
            heights.sort()
        for chain in chains:
            for at, node in enumerate(chain.nodes):
                if at > 0:
                    edges: tuple[int, ...] = chain.rest[at - 1 : at]
                    self._ways.choose(edges[0])
                    want = self._ends.last_height(edges[0])
                else:
                    edges = chain.first
                    want = self._joined(chain, node)
                self._place(node, want, edges)
            if chain.nodes:
                self._ways.choose(chain.rest[-1])

    def _joined(self, chain: Chain, node: int) -> float:
        """The height at which a chain's first junction takes up its premises."""
        graph = self._ways.graph
        heights = [
            self._ends.last_height(edge) for edge in chain.first if not graph.edges[edge].back
        ]
        want = self._ways.y[node]
        near = min(heights, key=lambda y: abs(y - want), default=want)
        if len(heights) == 1 or abs(near - want) < _PULL or not self._ways.is_beside_gap(node):
            return near
        return want

    def _note(self, number: int) -> None:
        """Note in which gaps a line passes level through where junctions stand."""
        edge, ways = self._ways.graph.edges[number], self._ways.of[number]
        if not ways:
            return
        column = self._ways.layout.column
        if edge.back:
            for passed, y in enumerate(ways[1:], column[edge.tail]):
                self._passing.setdefault(passed, []).append(y)
            last = max(column[edge.tail], column[edge.head])
            self._passing.setdefault(last, []).append(ways[-1])
        else:
            for passed, y in enumerate(ways, 1 - self._ways.first_gap(edge)):
                self._passing.setdefault(-passed, []).append(y)

    def _place(self, node: int, want: float, edges: Iterable[int]) -> None:
        """Set a junction near a height, clear of what is not its own."""
        graph, layout = self._ways.graph, self._ways.layout
        offset = graph.junctions[node - graph.box_count].offset
        column = layout.column[node]
        taken = self._taken.setdefault((column, offset), [])
        passing = self._passing.get(column, [])
        own = {self._ways.of[edge][-1] for edge in edges if self._ways.of[edge]}
        self._ways.y[node] = _free(taken, passing, own, want)
        insort(taken, self._ways.y[node])


def _free(taken: list[float], passing: list[float], own: set[float], want: float) -> float:
    """The height nearest to the one wanted that is clear of junctions, and near it of lines."""
    if _clear(taken, want, _APART) and _clear(passing, want, _OFF_LINES, own):
        return want
    tries = [y + way * _APART for y in _near(taken, want) for way in (-1, 1)]
    tries += [y + way * _OFF_LINES for y in _near(passing, want) for way in (-1, 1)]
    tries.sort(key=lambda y: abs(y - want))
    for y in tries:
        if _clear(taken, y, _APART) and _clear(passing, y, _OFF_LINES, own):
            return y
    return _apart(taken, want)


def _near(heights: list[float], want: float) -> list[float]:
    return heights[bisect_left(heights, want - _REACH) : bisect_right(heights, want + _REACH)]


def _clear(
    heights: list[float], y: float, by: float, own: set[float] | frozenset[float] = frozenset()
) -> bool:
    """Whether none of some heights is nearer than so much, one's own aside."""
    at = bisect_right(heights, y - by)
    while at < len(heights) and heights[at] < y + by:
        if heights[at] not in own:
            return False
        at += 1
    return True


def _apart(taken: list[float], want: float) -> float:
    """The height nearest to the one wanted that is clear of those taken."""
    down, at = want, bisect_right(taken, want - _APART)
    while at < len(taken) and taken[at] < down + _APART:
        down = taken[at] + _APART
        at += 1
    up, at = want, bisect_left(taken, want + _APART) - 1
    while at >= 0 and taken[at] > up - _APART:
        up = taken[at] - _APART
        at -= 1
    return up if want - up < down - want else down
