"""The course of contradictions: square lines on vertical rails in the gaps.

All claims of a contradiction are led to one rail, the hub, in the gap where their ways together
are shortest: from their right edge if the hub is to the right, else from their left one, passing
columns between in lanes. Two claims give one line with two bends; more give a comb. The line of two
that face each other in a column runs straight between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from argmap.render.facing import Facing
from argmap.render.graph import Graph
from argmap.render.layout import Layout
from argmap.render.paths import Path, Pen, Point

_CORNER = 22.0
_ROOM = 14.0
_HEAD = 9.0
_MANY = 200


class End(NamedTuple):
    """Where a contradiction meets a claim; `side` is 1 on the claim's right edge, -1 on its left
    one, and the same on its lower and its upper edge if the line is `upright`."""

    box: int
    at: Point
    side: int
    upright: bool = False


class Rail(NamedTuple):
    """An upright stretch of a contradiction's line."""

    x: float
    top: float
    bottom: float


class Course(NamedTuple):
    """A contradiction's lines, drawn from head to head, its ends, and its upright stretches, those
    that its words should stand on first."""

    paths: tuple[Path, ...]
    ends: tuple[End, ...]
    rails: tuple[Rail, ...]


class _Member:
    """One claim of a contradiction on its way to the hub."""

    __slots__ = ("box", "gaps", "lanes", "side", "y")

    def __init__(self, box: int, side: int, gaps: list[int], y: float) -> None:
        self.box = box
        self.side = side
        self.gaps = gaps
        self.lanes: list[float] = []
        self.y = y

    @property
    def last(self) -> float:
        """The height at which it meets the hub."""
        return self.lanes[-1] if self.lanes else self.y


class Rails:
    """Routes the contradictions of a map, in the same stages as the other lines."""

    def __init__(
        self,
        layout: Layout,
        graph: Graph,
        lane: Callable[[int, float], float],
        contradictions: tuple[tuple[int, ...], ...],
        facing: Mapping[int, Facing],
    ) -> None:
        self._layout = layout
        self._graph = graph
        self._lane = lane
        self._facing = facing
        self._hubs: list[int] = []
        self._members: list[list[_Member]] = []
        for at, claims in enumerate(contradictions):
            columns = sorted(layout.column[claim] for claim in claims)
            hub = columns[(len(columns) - 1) // 2]
            self._hubs.append(hub)
            led = () if at in facing else claims
            self._members.append([self._member(claim, hub) for claim in led])
        self._all = [member for members in self._members for member in members]
        self._taken: dict[tuple[int, float], list[tuple[float, float]]] = {}

    def _member(self, claim: int, hub: int) -> _Member:
        column = self._layout.column[claim]
        y = self._layout.y[claim]
        if column <= hub:
            return _Member(claim, 1, list(range(column, hub)), y)
        return _Member(claim, -1, list(range(column - 1, hub, -1)), y)

    def choose_lanes(self) -> None:
        """Take the lanes in which claims pass columns on their way."""
        for members in self._members:
            for member in members:
                at = member.y
                for gap in member.gaps:
                    at = self._lane(gap + 1 if member.side > 0 else gap, at)
                    member.lanes.append(at)

    def ends(self, *, on_right: bool) -> Iterator[tuple[int, float, int]]:
        """For each end on one side of a box: the box, where the line goes, the end's number."""
        number = -1
        for members in self._members:
            for member in members:
                number += 1
                if (member.side > 0) == on_right:
                    others = [one.last for one in members if one is not member]
                    goal = max(others, key=lambda y: abs(y - member.y))
                    want = member.lanes[0] if member.lanes else goal
                    yield member.box, want, number

    def set_port(self, number: int, y: float) -> None:
        """Note the height of an end on its box."""
        self._all[number].y = y

    def courses(self) -> tuple[Course, ...]:
        """The finished lines."""
        return tuple(
            self._straight(self._facing[at]) if at in self._facing else self._course(hub, members)
            for at, (hub, members) in enumerate(zip(self._hubs, self._members, strict=True))
        )

    def _straight(self, facing: Facing) -> Course:
        """The line between two claims of which one stands above the other."""
        x = self._layout.x[facing.upper]
        top, bottom = facing.top + _HEAD, facing.bottom - _HEAD
        ends = (
            End(facing.upper, (x, facing.top), 1, upright=True),
            End(facing.lower, (x, facing.bottom), -1, upright=True),
        )
        return Course((Path((x, top), ((x, bottom),)),), ends, (Rail(x, top, bottom),))

    def _course(self, hub: int, members: list[_Member]) -> Course:
        order = sorted(members, key=lambda member: (member.last, member.box))
        hub_x = self._rail(hub, order[0].last, order[-1].last)
        ways = [self._way(member, hub_x) for member in order]
        first, last = ways[0], ways[-1]
        paths = [self._drawn(order[0], [*first, *reversed(last)], self._start(order[-1]))]
        paths += [
            self._drawn(member, way[:-1], way[-1])
            for member, way in zip(order[1:-1], ways[1:-1], strict=True)
        ]
        ends = tuple(End(member.box, self._edge(member), member.side) for member in order)
        return Course(tuple(paths), ends, _rails(hub_x, order, ways))

    def _way(self, member: _Member, hub_x: float) -> list[Point]:
        """The corners from a claim to the point where it meets the hub."""
        corners: list[Point] = []
        y = member.y
        for gap, lane in zip(member.gaps, member.lanes, strict=True):
            x = self._rail(gap, y, lane)
            corners += [(x, y), (x, lane)]
            y = lane
        return [*corners, (hub_x, y)]

    def _drawn(self, member: _Member, corners: list[Point], end: Point) -> Path:
        pen = Pen(self._start(member))
        pen.around([*corners, end], _CORNER)
        return pen.path()

    def _edge(self, member: _Member) -> Point:
        half = self._graph.widths[member.box] / 2
        return (self._layout.x[member.box] + member.side * half, member.y)

    def _start(self, member: _Member) -> Point:
        """Where the line begins, inside the head that covers its end."""
        x, y = self._edge(member)
        return (x + member.side * _HEAD, y)

    def _rail(self, gap: int, one: float, other: float) -> float:
        """A place across for a vertical line, free of other rails where there is one."""
        top, bottom = min(one, other) - _ROOM, max(one, other) + _ROOM
        right = self._layout.columns[gap].right
        slots = self._graph.density.rails
        for slot in slots:
            taken = self._taken.setdefault((gap, slot), [])
            if len(taken) < _MANY and all(b < top or a > bottom for a, b in taken):
                taken.append((top, bottom))
                return right + slot
        return right + slots[0]


def _rails(hub_x: float, order: list[_Member], ways: list[list[Point]]) -> tuple[Rail, ...]:
    """The stretches of the hub, the longest first, then those on the ways to it."""
    heights = [member.last for member in order]
    hub = [Rail(hub_x, top, bottom) for top, bottom in pairwise(heights)]
    hub.sort(key=lambda rail: rail.top - rail.bottom)
    others = [
        Rail(one[0], min(one[1], other[1]), max(one[1], other[1]))
        for way in ways
        for one, other in pairwise(way)
        if one[0] == other[0]
    ]
    return (*hub, *others)
