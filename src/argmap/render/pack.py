"""Set the parts of a picture beside and below each other, so that the whole fills a page across.

In the order of writing each part goes about as high as there is room for it, and there as far to
the left. Of the widths that a few parts beside each other give, that is taken with which the
picture is largest on a page. Of many parts only a few widths are tried; thousands are set in rows.
"""

from __future__ import annotations

from itertools import accumulate
from math import inf, sqrt
from typing import NamedTuple

from argmap.render.paths import Point

_LEVEL = 60.0
"""A part is set so much lower to stand further left, or to begin as high as another one."""
_TRIED = 24
"""Parts up to which every width is tried."""
_LEVELLED = 200
"""Parts up to which those that begin almost alike are let begin alike."""
_FITTED = 2_000
"""Parts up to which each goes as high as there is room for it."""
_SHARES = (0.9, 1.0, 1.1, 1.25, 1.5)
"""The widths tried with many parts, by that of a page that they would fill without a gap."""


class Sheet(NamedTuple):
    """What parts are set on: its width by its height, what heading and legend add to the height,
    more or less, and what is between two parts (px)."""

    ratio: float = 1.45
    besides: float = 260.0
    gap: float = 44.0


SCREEN = Sheet()


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

    def moved(self, x: float, y: float) -> Extent:
        """The same elsewhere."""
        left, top, right, bottom = self
        return Extent(left + x, top + y, right + x, bottom + y)

    def is_near(self, other: Extent, gap: float) -> bool:
        """Whether another part is less than a gap away."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


class Packing(NamedTuple):
    """How far each part is moved, and the size of the whole, px."""

    offsets: tuple[Point, ...]
    width: float
    height: float


def pack(extents: list[Extent], sheet: Sheet = SCREEN) -> Packing:
    """Place rectangles without overlap, a gap apart, from (0, 0)."""
    if not extents:
        return Packing((), 0.0, 0.0)
    ratio, besides, gap = sheet
    least = max(one.width for one in extents)
    if len(extents) > _TRIED:
        full = sqrt(ratio * sum((one.width + gap) * (one.height + gap) for one in extents))
        if len(extents) > _FITTED:
            return _in_rows(extents, max(least, full), gap)
        widths = {max(least, full * share) for share in _SHARES}
    else:
        widths = _widths(extents, least, gap)
    best, size = None, inf
    for limit in sorted(widths):
        packing = _fitted(extents, limit, gap)
        needed = max(packing.width, ratio * (packing.height + besides))
        if needed < size - 1:
            best, size = packing, needed
    assert best is not None
    if len(extents) > _LEVELLED:
        return best
    return best._replace(offsets=_levelled(extents, best, gap))


def _widths(extents: list[Extent], least: float, gap: float) -> set[float]:
    """How wide runs of parts beside each other are, and what is wider than all."""
    widths = {least}
    for start in range(len(extents)):
        sums = accumulate(one.width + gap for one in extents[start:])
        widths.update(total - gap for total in sums)
    return {width for width in widths if width >= least}


class _Step(NamedTuple):
    """A level piece of the lower edge of what is placed."""

    left: float
    right: float
    y: float


def _fitted(extents: list[Extent], limit: float, gap: float) -> Packing:
    """Place each rectangle as high as it goes in a width, and there as far left."""
    edge = [_Step(0.0, limit + gap, 0.0)]
    offsets: list[Point] = []
    widest = lowest = 0.0
    for one in extents:
        width = one.width + gap
        places = [
            (_lowest(edge, at, step.left + width), step.left)
            for at, step in enumerate(edge)
            if step.left + width <= limit + gap + 0.01
        ]
        highest = min(places)[0]
        x, y = min((left, top) for top, left in places if top <= highest + _LEVEL)
        offsets.append((float(round(x - one.left)), float(round(y - one.top))))
        widest, lowest = max(widest, x + one.width), max(lowest, y + one.height)
        edge = _under(edge, _Step(x, x + width, y + one.height + gap))
    return Packing(tuple(offsets), widest, lowest)


def _lowest(edge: list[_Step], start: int, right: float) -> float:
    """How low the lower edge reaches from a step on, up to a place across."""
    found = edge[start].y
    for at in range(start + 1, len(edge)):
        if edge[at].left >= right:
            break
        found = max(found, edge[at].y)
    return found


def _levelled(extents: list[Extent], packing: Packing, gap: float) -> tuple[Point, ...]:
    """The offsets, with parts set a little lower that can begin as high as another does."""
    placed = [one.moved(*by) for one, by in zip(extents, packing.offsets, strict=True)]
    for at, one in enumerate(placed):
        tops = sorted(other.top for other in placed if one.top < other.top <= one.top + _LEVEL)
        others = [*placed[:at], *placed[at + 1 :]]
        for top in tops:
            moved = one._replace(top=top, bottom=one.bottom + top - one.top)
            fits = moved.bottom <= packing.height
            if fits and not any(moved.is_near(other, gap) for other in others):
                placed[at] = moved
                break
    return tuple(
        (x, float(round(there.top - one.top)))
        for one, there, (x, _) in zip(extents, placed, packing.offsets, strict=True)
    )


def _under(edge: list[_Step], new: _Step) -> list[_Step]:
    """The lower edge with a new piece in it."""
    before = [
        step if step.right <= new.left else _Step(step.left, new.left, step.y)
        for step in edge
        if step.left < new.left
    ]
    after = [
        step if step.left >= new.right else _Step(new.right, step.right, step.y)
        for step in edge
        if step.right > new.right
    ]
    return [*before, new, *after]


def _in_rows(extents: list[Extent], limit: float, gap: float) -> Packing:
    """Place rectangles in rows."""
    offsets: list[Point] = []
    x = y = widest = row = 0.0
    for one in extents:
        if x > 0 and x + one.width > limit:
            x, y, row = 0.0, y + row + gap, 0.0
        offsets.append((float(round(x - one.left)), float(round(y - one.top))))
        x += one.width + gap
        widest = max(widest, x - gap)
        row = max(row, one.height)
    return Packing(tuple(offsets), widest, y + row)
