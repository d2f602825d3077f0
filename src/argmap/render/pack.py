"""Set the parts of a picture beside and below each other, so that the whole fills a page across.

In the order of writing each part goes about as high as there is room for it, and there as far to
the left. Of the widths that a few parts beside each other give, that is taken with which the
picture is largest on a page. Very many parts are set in rows.
"""

from __future__ import annotations

from itertools import accumulate
from math import inf, sqrt
from typing import NamedTuple

from argmap.render.paths import Point

_GAP = 44.0
_LEVEL = 60.0
"""A part is set so much lower to stand further left, or to begin as high as another one."""
_PAGE = 1.45
"""Width by height of the page that is to be filled."""
_BESIDES = 260.0
"""What the heading and the legend add to the height, more or less."""
_TRIED = 24
"""Parts up to which the best width is looked for."""


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

    def is_near(self, other: Extent) -> bool:
        """Whether another part is less than a gap away."""
        return (
            self.left < other.right + _GAP
            and other.left < self.right + _GAP
            and self.top < other.bottom + _GAP
            and other.top < self.bottom + _GAP
        )


class Packing(NamedTuple):
    """How far each part is moved, and the size of the whole, px."""

    offsets: tuple[Point, ...]
    width: float
    height: float


def pack(extents: list[Extent]) -> Packing:
    """Place rectangles without overlap, a gap apart, from (0, 0)."""
    if not extents:
        return Packing((), 0.0, 0.0)
    least = max(one.width for one in extents)
    if len(extents) > _TRIED:
        area = sum((one.width + _GAP) * (one.height + _GAP) for one in extents)
        return _in_rows(extents, max(least, sqrt(area * _PAGE)))
    best, size = None, inf
    for limit in sorted(_widths(extents, least)):
        packing = _fitted(extents, limit)
        needed = max(packing.width, _PAGE * (packing.height + _BESIDES))
        if needed < size - 1:
            best, size = packing, needed
    assert best is not None
    return best


def _widths(extents: list[Extent], least: float) -> set[float]:
    """How wide runs of parts beside each other are, and what is wider than all."""
    widths = {least}
    for start in range(len(extents)):
        sums = accumulate(one.width + _GAP for one in extents[start:])
        widths.update(total - _GAP for total in sums)
    return {width for width in widths if width >= least}


class _Step(NamedTuple):
    """A level piece of the lower edge of what is placed."""

    left: float
    right: float
    y: float


def _fitted(extents: list[Extent], limit: float) -> Packing:
    """Place each rectangle as high as it goes in a width, and there as far left."""
    edge = [_Step(0.0, limit + _GAP, 0.0)]
    offsets: list[Point] = []
    widest = lowest = 0.0
    for one in extents:
        width = one.width + _GAP
        places = [
            (max(step.y for step in edge if step.right > left and step.left < left + width), left)
            for left in (step.left for step in edge)
            if left + width <= limit + _GAP + 0.01
        ]
        highest = min(places)[0]
        x, y = min((left, top) for top, left in places if top <= highest + _LEVEL)
        offsets.append((float(round(x - one.left)), float(round(y - one.top))))
        widest, lowest = max(widest, x + one.width), max(lowest, y + one.height)
        edge = _under(edge, _Step(x, x + width, y + one.height + _GAP))
    return Packing(_levelled(extents, offsets, lowest), widest, lowest)


def _levelled(extents: list[Extent], offsets: list[Point], bottom: float) -> tuple[Point, ...]:
    """The offsets, with parts set a little lower that can begin as high as another does."""
    placed = [
        Extent(one.left + x, one.top + y, one.right + x, one.bottom + y)
        for one, (x, y) in zip(extents, offsets, strict=True)
    ]
    for at, one in enumerate(placed):
        tops = sorted(other.top for other in placed if one.top < other.top <= one.top + _LEVEL)
        others = [*placed[:at], *placed[at + 1 :]]
        for top in tops:
            moved = one._replace(top=top, bottom=one.bottom + top - one.top)
            if moved.bottom <= bottom and not any(moved.is_near(other) for other in others):
                placed[at] = moved
                break
    return tuple(
        (x, float(round(there.top - one.top)))
        for one, there, (x, _) in zip(extents, placed, offsets, strict=True)
    )


def _under(edge: list[_Step], new: _Step) -> list[_Step]:
    """The lower edge with a new piece in it."""
    found = [new]
    for step in edge:
        if step.left < new.left:
            found.append(step._replace(right=min(step.right, new.left)))
        if step.right > new.right:
            found.append(step._replace(left=max(step.left, new.right)))
    return sorted(found)


def _in_rows(extents: list[Extent], limit: float) -> Packing:
    """Place rectangles in rows."""
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
