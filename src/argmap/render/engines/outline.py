"""The outline of things set in columns: how close another may come from below.

After Reingold and Tilford, 1981; joining two outlines costs no more than the shorter is long.
"""

from __future__ import annotations

from math import inf

_LANE = 1.0


class Outline:
    """The upper and lower edge of what stands in each column of a range.

    The lists run from the deepest column to the first, so that adding a column at the left is
    adding to their end. Everything in them is to be read with `_by` added.
    """

    __slots__ = ("_bottoms", "_by", "_deep", "_tops", "bottom", "top")

    def __init__(self, column: int, top: float, bottom: float) -> None:
        self._deep = column
        self._tops = [top]
        self._bottoms = [bottom]
        self._by = 0.0
        self.top = top
        self.bottom = bottom

    @property
    def first(self) -> int:
        """The leftmost column."""
        return self._deep - len(self._tops) + 1

    def add(self, column: int, top: float, bottom: float) -> None:
        """Add something in one column, at or left of the first."""
        self._widen(column)
        at = self._deep - column
        self._tops[at] = min(self._tops[at], top - self._by)
        self._bottoms[at] = max(self._bottoms[at], bottom - self._by)
        self.top = min(self.top, top)
        self.bottom = max(self.bottom, bottom)

    def reach(self, column: int) -> None:
        """Keep a lane free from the leftmost thing to a column further left."""
        middle = (self._tops[-1] + self._bottoms[-1]) / 2
        while self.first > column:
            self._tops.append(middle - _LANE)
            self._bottoms.append(middle + _LANE)

    def flatten(self, top: float, bottom: float) -> None:
        """Fill the whole range of columns from one height to another."""
        count = len(self._tops)
        self._tops = [top - self._by] * count
        self._bottoms = [bottom - self._by] * count
        self.top, self.bottom = top, bottom

    def clearance(self, lower: Outline, gap: float) -> float:
        """How far down another outline has to go to stand below this one with a gap."""
        last, first = min(self._deep, lower._deep), max(self.first, lower.first)
        if last < first:
            return self.bottom + gap - lower.top
        mine = self._bottoms[self._deep - last : self._deep - first + 1]
        its = lower._tops[lower._deep - last : lower._deep - first + 1]
        most = max(a - b for a, b in zip(mine, its, strict=True))
        if most == -inf:
            return self.bottom + gap - lower.top
        return most + self._by - lower._by + gap

    def with_below(self, lower: Outline, by: float) -> Outline:
        """This outline and another moved down below it, as one; both are used up.

        The shorter one is worked into the longer, which keeps the whole placement linear.
        """
        lower._by += by
        lower.top += by
        lower.bottom += by
        keep, drop = (self, lower) if self._deep >= lower._deep else (lower, self)
        keep._widen(drop.first)
        change = drop._by - keep._by
        start = keep._deep - drop._deep
        for at, (top, bottom) in enumerate(zip(drop._tops, drop._bottoms, strict=True), start):
            keep._tops[at] = min(keep._tops[at], top + change)
            keep._bottoms[at] = max(keep._bottoms[at], bottom + change)
        keep.top = min(self.top, lower.top)
        keep.bottom = max(self.bottom, lower.bottom)
        return keep

    def _widen(self, column: int) -> None:
        missing = self.first - column
        if missing > 0:
            self._tops += [inf] * missing
            self._bottoms += [-inf] * missing
