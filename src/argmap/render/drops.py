"""Move what is laid out down to make room: by all the drops that are at its height or above it."""

from __future__ import annotations

from bisect import bisect_right


class Drops:
    """The heights (px) from which on all moves down, and by how much."""

    def __init__(self) -> None:
        self._places: list[float] = []
        self._sums = [0.0]

    def add(self, place: float, by: float) -> None:
        """Move all down that is at a height or below it; no earlier drop may be further down."""
        self._places.append(place)
        self._sums.append(self._sums[-1] + by)

    def at(self, y: float) -> float:
        """How far down a height moves."""
        return self._sums[bisect_right(self._places, y)]

    def moved(self, y: float) -> float:
        """Where a height comes to lie."""
        return y + self.at(y)
