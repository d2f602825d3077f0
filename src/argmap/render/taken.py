"""What places words must keep off: lines, boxes, discs, other words. A grid of cells answers how
much of it lies in a rectangle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.render.paths import Path, Point, flattened

_CELL = 48.0
_STEPS = 8
_SOLID = 4.0
"""To lie on a box, a disc or other words is as bad as to lie on so many lines."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Taken:
    """Everything that is drawn in one part, each thing with an owner."""

    __slots__ = ("_pieces", "_solids")

    def __init__(self) -> None:
        self._pieces: dict[tuple[int, int], list[tuple[Point, Point, int]]] = {}
        self._solids: dict[tuple[int, int], list[tuple[Rectangle, int]]] = {}

    def add_line(self, path: Path, owner: int) -> None:
        """Add a line."""
        for one, other in pairwise(flattened(path, _STEPS)):
            low, high = min(one[1], other[1]), max(one[1], other[1])
            for cell in _cells((min(one[0], other[0]), low, max(one[0], other[0]), high)):
                self._pieces.setdefault(cell, []).append((one, other, owner))

    def add_solid(self, rectangle: Rectangle, owner: int) -> None:
        """Add what fills a rectangle."""
        for cell in _cells(rectangle):
            self._solids.setdefault(cell, []).append((rectangle, owner))

    def add_disc(self, at: Point, radius: float, owner: int) -> None:
        """Add a disc."""
        self.add_solid((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), owner)

    def cost(self, rectangle: Rectangle, owner: int | None = None) -> float:
        """How bad it would be to fill a rectangle; the owner's own things do not count."""
        left, top, right, bottom = rectangle
        lines: set[int] = set()
        solids: set[Rectangle] = set()
        for cell in _cells(rectangle):
            for one, other, whose in self._pieces.get(cell, ()):
                if whose != owner and whose not in lines and meets(one, other, rectangle):
                    lines.add(whose)
            for solid, whose in self._solids.get(cell, ()):
                if (
                    whose != owner
                    and solid[0] < right
                    and left < solid[2]
                    and solid[1] < bottom
                    and top < solid[3]
                ):
                    solids.add(solid)
        return len(lines) + _SOLID * len(solids)


def _cells(rectangle: Rectangle) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = rectangle
    for across in range(int(left // _CELL), int(right // _CELL) + 1):
        for down in range(int(top // _CELL), int(bottom // _CELL) + 1):
            yield across, down


def meets(one: Point, other: Point, rectangle: Rectangle) -> bool:
    """Whether a straight piece runs through a rectangle (Liang and Barsky, 1984)."""
    left, top, right, bottom = rectangle
    low, high = 0.0, 1.0
    dx, dy = other[0] - one[0], other[1] - one[1]
    for step, room in (
        (-dx, one[0] - left),
        (dx, right - one[0]),
        (-dy, one[1] - top),
        (dy, bottom - one[1]),
    ):
        if step == 0:
            if room <= 0:
                return False
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    return low < high
