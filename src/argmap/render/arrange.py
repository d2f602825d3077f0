"""Find places for heading and legend around a map and where it leaves room in itself.

Many are tried, and those taken with which the whole needs the least of a page. The legend is set
as one, or in narrow pieces that go to different places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from itertools import pairwise
from typing import NamedTuple

from argmap.render.block import Block, Placed
from argmap.render.compose import heading_of
from argmap.render.legend import SnugLegend
from argmap.render.pack import Extent
from argmap.render.scene import Subject

_GAP = 20.0
"""Between the map and what stands above, below or at its side, px."""
_LEFT_OF, _RIGHT_OF = 8.0, 16.0
"""What is kept free on either side of what stands within the map."""
_BETTER = 0.99
"""What is tried later is taken only if it needs so much less."""
_SCATTERED = 1.012
"""A legend in pieces that stand apart is worth it only where text is so much larger with it."""
_HEADINGS = (900.0, 640.0, 460.0, 340.0, 270.0, 220.0)
_LEGENDS = (900.0, 620.0, 440.0)
_COLUMNS = (280.0, 236.0, 210.0, 186.0)
_BESIDE = 350.0
"""What is no wider than this may stand beside the map."""
_PLACES = 8
"""So many columns of a map are tried for what stands within it."""

Cost = Callable[[Extent], float]
"""How much of a page a rectangle needs."""


class Arranged(NamedTuple):
    """Where heading and legend stand, and the rectangle around them and the map."""

    heading: Placed
    legend: tuple[Placed, ...]
    whole: Extent


def arrange(
    subject: Subject, drawn: list[Extent], whole: Extent, cost: Cost, ratio: float, scale: float
) -> Arranged:
    """Heading and legend, so many times as large as usual, for a map that is drawn within some
    rectangles and a whole around them, on a page of a ratio of width to height."""
    room = _Room(drawn, whole)
    words = _Words(subject, ratio, scale)
    best: Arranged | None = None
    least = float("inf")
    for heading in words.headings(room, whole):
        around = joined(whole, heading)
        for legend in words.legends(room.with_block(heading), around, cost):
            one = around
            for piece in legend:
                one = joined(one, piece)
            needed = cost(one) * _SCATTERED ** _breaks(legend)
            if best is None or needed < least * _BETTER:
                best, least = Arranged(heading, legend, one), needed
    assert best is not None
    if subject.backwards:
        return best
    return best._replace(heading=_outward(best, room))


def _breaks(legend: tuple[Placed, ...]) -> int:
    """How often a piece of a legend does not stand right below the one before."""
    return sum(
        one.at[0] != other.at[0] or not 0 <= other.extent.top - one.extent.bottom < 2 * _GAP
        for one, other in pairwise(legend)
    )


def _outward(arranged: Arranged, room: _Room) -> Placed:
    """The heading, in the corner of the page if nothing is in its way there."""
    heading, legend, whole = arranged
    for piece in legend:
        room = room.with_block(piece)
    block = heading.block
    taken = room.taken(whole.left, whole.left + block.width + _RIGHT_OF)
    if taken and taken[0][0] - whole.top < block.height + _GAP:
        return heading
    return Placed(block, (whole.left, whole.top))


class _Words:
    """Sets heading and legend in widths."""

    def __init__(self, subject: Subject, ratio: float, scale: float) -> None:
        self._subject = subject
        self._ratio = ratio
        self._scale = scale
        self._legend = SnugLegend(subject)
        self._legends: dict[float, Block] = {}
        self._columns: dict[float, tuple[Block, ...]] = {}

    def headings(self, room: _Room, whole: Extent) -> Iterator[Placed]:
        """Above the map or in a free corner at its top, then beside it."""
        seen: set[float] = set()
        backwards = self._subject.backwards
        for width in (self._filled(whole) / self._scale, *_HEADINGS):
            block = heading_of(self._subject, width, snug=True).enlarged(self._scale)
            if block.width in seen:
                continue
            seen.add(block.width)
            left = whole.right - block.width if backwards else whole.left
            taken = room.taken(left - _GAP, left + block.width + _GAP)
            top = taken[0][0] if taken else whole.bottom
            yield Placed(block, (left, min(whole.top, top - _GAP - block.height)))
            if 0 < block.width < _BESIDE * self._scale:
                beside = whole.right + _GAP if backwards else left - _GAP - block.width
                yield Placed(block, (beside, whole.top))

    def legends(self, room: _Room, around: Extent, cost: Cost) -> Iterator[tuple[Placed, ...]]:
        """As one, below the map or at its edges; then in columns, wherever there is room."""
        for width in (self._filled(around) / self._scale, *_LEGENDS):
            if width not in self._legends:
                self._legends[width] = self._legend.whole(width).enlarged(self._scale)
            block = self._legends[width]
            for left in (around.left, around.right - block.width):
                yield (room.placed(block, left, around),)
        for width in _COLUMNS:
            if width not in self._columns:
                blocks = self._legend.pieces(width)
                self._columns[width] = tuple([one.enlarged(self._scale) for one in blocks])
            yield self._in_columns(self._columns[width], room, around, cost)

    def _in_columns(
        self, blocks: tuple[Block, ...], room: _Room, around: Extent, cost: Cost
    ) -> tuple[Placed, ...]:
        """Pieces of the legend, each where it costs least, from the last and lowest on."""
        found: list[Placed] = []
        wide = max((block.width for block in blocks), default=0.0)
        for block in reversed(blocks):
            best, least, whole = None, float("inf"), around
            for left in room.lefts(wide, around):
                one = room.placed(block, left, around)
                joint = joined(around, one)
                needed = cost(joint)
                if needed < least * _BETTER:
                    best, least, whole = one, needed, joint
            assert best is not None
            found.append(best)
            around, room = whole, room.with_block(best)
        return tuple(reversed(found))

    def _filled(self, around: Extent) -> float:
        """How wide something may be above or below all, for the page to be filled."""
        return float(round(max(around.width, (around.height + 4 * _GAP) * self._ratio)))


class _Room:
    """Answers where a map leaves room."""

    def __init__(self, drawn: list[Extent], whole: Extent) -> None:
        self._drawn = drawn
        self._blocks: tuple[Extent, ...] = ()
        self._strips: dict[tuple[float, float], list[tuple[float, float]]] = {}
        inside = {one.left for one in drawn if one.height > _GAP and one.width > 4 * _GAP}
        self._columns = sorted(inside | {whole.left})

    def with_block(self, placed: Placed) -> _Room:
        """The same with less room."""
        if not placed.block.height:
            return self
        room = copy(self)
        room._blocks = (*self._blocks, placed.extent)
        return room

    def lefts(self, width: float, around: Extent) -> list[float]:
        """Where something of a width may begin: at the edges, in columns, beside all."""
        columns = [left for left in self._columns if left + width <= around.right][:_PLACES]
        blocks = [one.left for one in self._blocks]
        edges = [around.left, around.right - width]
        beside = [around.left - _GAP - width, around.right + _GAP]
        return [*dict.fromkeys([*reversed(blocks), *edges, *columns, *beside])]

    def taken(self, left: float, right: float) -> list[tuple[float, float]]:
        """From where to where an upright strip is taken, from top to bottom."""
        key = (left, right)
        if key not in self._strips:
            inside = [(o.top, o.bottom) for o in self._drawn if o.left < right and left < o.right]
            self._strips[key] = _merged(inside)
        blocks = [
            (one.top, one.bottom) for one in self._blocks if one.left < right and left < one.right
        ]
        return _merged([*self._strips[key], *blocks]) if blocks else self._strips[key]

    def placed(self, block: Block, left: float, around: Extent) -> Placed:
        """A block in the strip from a left edge on: at the bottom, else where it fits from the
        bottom up, else below all."""
        taken = self.taken(left - _LEFT_OF, left + block.width + _RIGHT_OF)
        return Placed(block, (left, _height_in(taken, block.height, around)))


def _height_in(taken: list[tuple[float, float]], height: float, around: Extent) -> float:
    if not taken:
        return max(around.bottom - height, around.top)
    if around.bottom - taken[-1][1] >= height + _GAP:
        return around.bottom - height
    for at in range(len(taken) - 1, 0, -1):
        if taken[at][0] - taken[at - 1][1] >= height + 2 * _GAP:
            return taken[at][0] - _GAP - height
    if taken[0][0] - around.top >= height + _GAP:
        return taken[0][0] - _GAP - height
    return taken[-1][1] + _GAP


def _merged(inside: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches without those that others hold, from top to bottom."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted(inside):
        if found and top <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found


def joined(whole: Extent, placed: Placed) -> Extent:
    """The rectangle around a rectangle and a block."""
    if not placed.block.height:
        return whole
    one = placed.extent
    return Extent(
        min(whole.left, one.left),
        min(whole.top, one.top),
        max(whole.right, one.right),
        max(whole.bottom, one.bottom),
    )
