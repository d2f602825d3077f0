"""Level ways through the columns: where a line may pass between boxes without touching one.

A column is a stack of gaps between obstacles (boxes with their clearance, section titles). A lane
is a height in a gap, some px from every other lane there. Gaps that are full are skipped by
chains of pointers, so that finding a lane stays near constant however many there are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from math import inf

CLEARANCE = 9.0
"""Between a lane and a box."""
LANE_GAP = 7.0
"""Between two lanes."""
_FAR = 240.0
"""Further off than this a crowded gap is better than an empty one."""
_CROWDED = 3.0
_MANY = 48

Interval = tuple[float, float]


class Lanes:
    """The gaps of one column and the lanes taken in them."""

    __slots__ = ("_above", "_below", "_bottoms", "_taken", "_tops")

    def __init__(self, obstacles: list[Interval]) -> None:
        self._tops: list[float] = [-inf]
        self._bottoms: list[float] = []
        for top, bottom in sorted(obstacles):
            if self._bottoms and top <= self._tops[-1]:
                self._tops[-1] = max(self._tops[-1], bottom)
            else:
                self._bottoms.append(top)
                self._tops.append(bottom)
        self._bottoms.append(inf)
        count = len(self._tops)
        self._taken: list[list[float]] = [[] for _ in range(count)]
        self._above = list(range(count))
        self._below = list(range(count))

    def is_clear(self, y: float, slack: float = 0.0) -> bool:
        """Whether a height meets no obstacle by more than a slack; lanes do not count."""
        gap = self._gap_at(y + slack)
        return self._tops[gap] - slack <= y <= self._bottoms[gap] + slack

    def reserve(self, y: float) -> None:
        """Keep other lanes off a height that is clear."""
        insort(self._taken[self._gap_at(y + CLEARANCE)], y)

    def take(self, want: float, way: int = 0) -> float:
        """The free height nearest to the one wanted, which is then taken.

        With a way, only heights above (-1) or below (1) the one wanted are looked at.
        """
        best = inf
        gap = self._gap_at(want)
        chosen = gap
        for side in (-1, 1):
            if way and side != way:
                continue
            at = self._up(gap) if side < 0 else self._down(gap + 1)
            if way > 0 and self._tops[gap] <= want <= self._bottoms[gap]:
                at = self._down(gap)
            while 0 <= at < len(self._tops):
                y = self._free_in(at, want)
                if y is None:
                    self._fill(at)
                    at = self._up(at) if side < 0 else self._down(at)
                    continue
                if abs(y - want) < abs(best - want):
                    best, chosen = y, at
                break
        if abs(best - want) > _FAR and not way:
            crowded = self._crowded(gap, want)
            if crowded is not None:
                return crowded
        insort(self._taken[chosen], best)
        return best

    def _gap_at(self, y: float) -> int:
        """The gap a height lies in, or the one above the obstacle it lies in."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def _crowded(self, gap: int, want: float) -> float | None:
        """A height between the lanes of the nearest gap that has any room at all."""
        found = None
        for near in (gap, gap + 1):
            if near < len(self._tops) and self._bottoms[near] - self._tops[near] >= 0:
                y = min(max(want, self._tops[near]), self._bottoms[near])
                shift = _CROWDED * (len(self._taken[near]) % 3 - 1)
                y = min(max(y + shift, self._tops[near]), self._bottoms[near])
                if found is None or abs(y - want) < abs(found - want):
                    found = y
        return found

    def _free_in(self, gap: int, want: float) -> float | None:
        """The free height of a gap nearest to the one wanted, or None if it is full."""
        top, bottom = self._tops[gap], self._bottoms[gap]
        if bottom < top:
            return None
        want = min(max(want, top), bottom)
        taken = self._taken[gap]
        if not taken:
            return want
        up = self._free_from(taken, want, top, -1)
        down = self._free_from(taken, want, bottom, 1)
        if up is None or (down is not None and down - want <= want - up):
            return down
        return up

    def _free_from(self, taken: list[float], want: float, end: float, way: int) -> float | None:
        """Walk from lane to lane until there is room for one more; long walks go to the end."""
        y = want
        at = bisect_left(taken, want + LANE_GAP) - 1 if way < 0 else bisect_right(
            taken, want - LANE_GAP
        )  # fmt: skip
        for _ in range(_MANY):
            if not 0 <= at < len(taken) or abs(taken[at] - y) >= LANE_GAP:
                break
            y = taken[at] + way * LANE_GAP
            at += way
        else:
            y = (taken[-1] if way > 0 else taken[0]) + way * LANE_GAP
        return y if (end - y) * way >= 0 else None

    def _fill(self, gap: int) -> None:
        self._above[gap] = gap - 1
        self._below[gap] = gap + 1

    def _up(self, gap: int) -> int:
        return _follow(self._above, gap)

    def _down(self, gap: int) -> int:
        return _follow(self._below, gap)


def _follow(chain: list[int], at: int) -> int:
    """The end of a chain of pointers, which is shortened on the way."""
    way = []
    while 0 <= at < len(chain) and chain[at] != at:
        way.append(at)
        at = chain[at]
    for passed in way:
        chain[passed] = at
    return at
