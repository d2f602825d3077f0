"""Set the parts of a picture beside and below each other.

In rows, in the order of writing; a row is as wide as the widest part, or as wide as makes the
whole about as wide as high.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from argmap.render.paths import Point

_GAP = 44.0
_ASPECT = 1.5


class Extent(NamedTuple):
    """The rectangle that a part takes in its own coordinates, px."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Packing(NamedTuple):
    """How far each part is moved, and the size of the whole, px."""

    offsets: tuple[Point, ...]
    width: float
    height: float


def pack(extents: list[Extent]) -> Packing:
    """Place rectangles in rows from (0, 0)."""
    if not extents:
        return Packing((), 0.0, 0.0)
    area = sum((one.width + _GAP) * (one.height + _GAP) for one in extents)
    limit = max(*(one.width for one in extents), sqrt(area * _ASPECT))
    offsets: list[Point] = []
    x = y = widest = row = 0.0
    for one in extents:
        if x > 0 and x + one.width > limit:
            x, y, row = 0.0, y + row + _GAP, 0.0
        offsets.append((float(round(x - one.left)), float(round(y - one.top))))
        x += one.width + _GAP
        widest = max(widest, x - _GAP)
        row = max(row, one.height)
    return Packing(tuple(offsets), widest, y + row)
