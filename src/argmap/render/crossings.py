"""Where a line crosses one that is already drawn, so that it can be lifted over it."""

from __future__ import annotations

from bisect import bisect_right
from math import hypot

from argmap.render.paths import Path, Point, flattened

_CELL = 64.0
_FLAT = 0.35
"""Lines that cross at a smaller slant than about this (as a sine) get no halo."""
_AROUND = (-7.0, -3.5, 0.0, 3.5, 7.0)
_FROM_END = 12.0
_CHECKS = 200_000
_STEPS = 8


class Crossings:
    """Remembers the lines drawn so far and finds those that a new one crosses."""

    def __init__(self) -> None:
        self._left = _CHECKS
        self._cells: dict[tuple[int, int], list[tuple[float, float, float, float, int]]] = {}

    def add(self, path: Path, owner: int) -> list[list[Point]]:
        """Short stretches of a path around each crossing with a line of another owner.

        After very many comparisons it finds no more: in a picture so dense nobody would see them.
        """
        if self._left <= 0:
            return []
        points = flattened(path, _STEPS)
        lengths = [0.0]
        found: set[int] = set()
        new: list[tuple[tuple[int, int], tuple[float, float, float, float, int]]] = []
        cells = self._cells
        for at in range(len(points) - 1):
            ax, ay = points[at]
            bx, by = points[at + 1]
            rx, ry = bx - ax, by - ay
            length = hypot(rx, ry)
            segment = (ax, ay, bx, by, owner)
            for cx in range(int(min(ax, bx) // _CELL), int(max(ax, bx) // _CELL) + 1):
                for cy in range(int(min(ay, by) // _CELL), int(max(ay, by) // _CELL) + 1):
                    cell = (cx, cy)
                    there = cells.get(cell, ())
                    self._left -= len(there)
                    for px, py, qx, qy, other in there:
                        if other == owner:
                            continue
                        sx, sy = qx - px, qy - py
                        spread = rx * sy - ry * sx
                        if abs(spread) < _FLAT * length * (abs(sx) + abs(sy)):
                            continue
                        t = ((px - ax) * sy - (py - ay) * sx) / spread
                        u = ((px - ax) * ry - (py - ay) * rx) / spread
                        if 0 <= t <= 1 and 0 <= u <= 1:
                            found.add(round(lengths[-1] + t * length))
                    new.append((cell, segment))
            lengths.append(lengths[-1] + length)
        for cell, segment in new:
            cells.setdefault(cell, []).append(segment)
        return [
            [_at(points, lengths, place + by) for by in _AROUND]
            for place in sorted(found)
            if _FROM_END <= place <= lengths[-1] - _FROM_END
        ]


def _at(points: list[Point], lengths: list[float], place: float) -> Point:
    at = min(max(bisect_right(lengths, place) - 1, 0), len(points) - 2)
    t = (place - lengths[at]) / ((lengths[at + 1] - lengths[at]) or 1)
    (ax, ay), (bx, by) = points[at], points[at + 1]
    return (ax + (bx - ax) * t, ay + (by - ay) * t)
