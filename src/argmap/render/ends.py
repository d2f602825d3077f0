"""Where lines leave boxes at their left edge and end on them at their right edge: in the order of
where they go to or come from, a fixed distance apart, clear of the corners."""

from __future__ import annotations

from argmap.render.content import Content
from argmap.render.graph import Chain
from argmap.render.paths import spread
from argmap.render.rails import Rails
from argmap.render.ways import Ways

_TURN = 14.0

_Ends = dict[int, list[tuple[float, int]]]


class Ends:
    """The height at which each edge leaves its tail and meets its head, where these are boxes."""

    def __init__(self, ways: Ways, rails: Rails) -> None:
        self._ways = ways
        self._rails = rails
        self.leave = [0.0] * len(ways.graph.edges)
        self.arrive = [0.0] * len(ways.graph.edges)

    def last_height(self, number: int) -> float:
        """The height a line comes from when it meets its end."""
        ways, edge = self._ways.of[number], self._ways.graph.edges[number]
        if ways:
            return ways[-1]
        if edge.tail < self._ways.graph.box_count:
            return self.leave[number]
        return self._ways.y[edge.tail]

    def spread_departures(self, chains: tuple[Chain, ...]) -> None:
        """Give every line that leaves a box its place on the box's left edge."""
        graph, ways = self._ways.graph, self._ways.of
        apart = graph.density.departure
        leaving: _Ends = {}
        for chain in chains:
            for number in chain.first:
                edge = graph.edges[number]
                goal = ways[number][0] if ways[number] else self._ways.y[edge.head]
                leaving.setdefault(edge.tail, []).append((goal, number))
        self._add_rails(leaving, on_right=False)
        for box, ends in leaving.items():
            middle = self._ways.y[box]
            room = graph.heights[box] / 2 - _TURN
            reach = max(0.0, min(room, apart / 2 * (len(ends) - 1)))
            self._spread(ends, self.leave, middle - reach, middle + reach, apart)

    def spread_arrivals(self, chains: tuple[Chain, ...], content: Content) -> None:
        """Give every line that ends on a box its place on the box's right edge."""
        graph, density = self._ways.graph, self._ways.graph.density
        arriving: _Ends = {}
        for chain, link in zip(chains, content.links, strict=True):
            if link.kind != "undercut":
                for number in chain.rest[-1:] or chain.first:
                    head = graph.edges[number].head
                    arriving.setdefault(head, []).append((self.last_height(number), number))
        self._add_rails(arriving, on_right=True)
        for box, ends in arriving.items():
            middle = self._ways.y[box]
            half = max(graph.heights[box] / 2 - density.corner, 0.0)
            if box in graph.hubs:
                half = 0.0
            self._spread(ends, self.arrive, middle - half, middle + half, density.arrival)

    def _add_rails(self, ends: _Ends, *, on_right: bool) -> None:
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
