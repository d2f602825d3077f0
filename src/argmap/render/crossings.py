"""Where a line crosses one that is already drawn, so that it can be lifted over it.

Pieces of lines are compared by the rectangles around them first, since most do not meet; only where
two do are the lines taken apart into short straight stretches.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from math import floor, hypot

from argmap.render.paths import Path, Point, flattened

_CELL = 128
_FLAT = 0.35
"""Lines that cross at a smaller slant than about this (as a sine) get no halo."""
_AROUND = (-7.0, -3.5, 0.0, 3.5, 7.0)
_FROM_END = 12.0
_CHECKS = 200_000
_STEPS = 8


class _Line:
    """A line and whose it is; taken apart when it is first needed."""

    __slots__ = ("_lengths", "_path", "_points", "owner")

    def __init__(self, path: Path, owner: int) -> None:
        self.owner = owner
        self._path = path
        self._points: list[Point] = []
        self._lengths: list[float] = []

    @property
    def points(self) -> list[Point]:
        """The line as a chain of points."""
        if not self._points:
            self._points = flattened(self._path, _STEPS)
        return self._points

    @property
    def lengths(self) -> list[float]:
        """How far it is to each of the points."""
        if not self._lengths:
            length = 0.0
            self._lengths.append(length)
            for (ax, ay), (bx, by) in pairwise(self.points):
                length += hypot(bx - ax, by - ay)
                self._lengths.append(length)
        return self._lengths


# The rectangle around a piece, its line, the first of its points and the one after its last.
_Piece = tuple[float, float, float, float, _Line, int, int]


class Crossings:
    """Remembers the lines drawn so far and finds those that a new one crosses."""

    def __init__(self) -> None:
        self._left = _CHECKS
        self._cells: dict[tuple[int, int], list[_Piece]] = defaultdict(list)

    def add(self, path: Path, owner: int) -> list[list[Point]]:
        """Short stretches of a path around each crossing with a line of another owner.

        After very many comparisons it finds no more: in a picture so dense nobody would see them.
        """
        if self._left <= 0:
            return []
        line = _Line(path, owner)
        cells, checks = self._cells, 0
        places: set[int] = set()
        new = []
        for piece in _pieces(path, line):
            left, top, right, bottom, _, _, _ = piece
            first, last = floor(top / _CELL), floor(bottom / _CELL)
            for across in range(floor(left / _CELL), floor(right / _CELL) + 1):
                for down in range(first, last + 1):
                    there = cells[across, down]
                    checks += len(there)
                    for other in there:
                        # Where two only touch, a curve runs level or a line goes on: no crossing.
                        if (
                            other[0] < right
                            and other[2] > left
                            and other[1] < bottom
                            and other[3] > top
                            and other[4].owner != owner
                        ):
                            checks += _STEPS
                            places.update(_meetings(piece, other))
                    new.append((there, piece))
        for there, piece in new:
            there.append(piece)
        self._left -= checks
        return _stretches(line, places) if places else []


def _pieces(path: Path, line: _Line) -> list[_Piece]:
    """The pieces of a path, each with its rectangle; a curve lies within its control points."""
    x, y = path.start
    first, found = 0, []
    for piece in path.pieces:
        if len(piece) == 2:
            u, v = piece
            last = first + 1
            if x < u:
                left, right = x, u
            else:
                left, right = u, x
            if y < v:
                top, bottom = y, v
            else:
                top, bottom = v, y
        else:
            a, b, c, d, u, v = piece
            last = first + _STEPS
            left, right = min(x, a, c, u), max(x, a, c, u)
            top, bottom = min(y, b, d, v), max(y, b, d, v)
        found.append((left, top, right, bottom, line, first, last))
        x, y, first = u, v, last
    return found


def _meetings(piece: _Piece, other: _Piece) -> list[int]:
    """How far along its line a piece crosses another."""
    line, there = piece[4], other[4].points
    points, lengths = line.points, line.lengths
    _, top, _, bottom, _, _, _ = other
    found = []
    for at in range(piece[5], piece[6]):
        (ax, ay), (bx, by) = points[at], points[at + 1]
        if (ay < top and by < top) or (ay > bottom and by > bottom):
            continue
        rx, ry = bx - ax, by - ay
        length = hypot(rx, ry)
        for place in range(other[5], other[6]):
            (px, py), (qx, qy) = there[place], there[place + 1]
            sx, sy = qx - px, qy - py
            spread = rx * sy - ry * sx
            if abs(spread) <= _FLAT * length * (abs(sx) + abs(sy)):
                continue
            t = ((px - ax) * sy - (py - ay) * sx) / spread
            u = ((px - ax) * ry - (py - ay) * rx) / spread
            if 0 <= t <= 1 and 0 <= u <= 1:
                found.append(round(lengths[at] + t * length))
    return found


def _stretches(line: _Line, places: set[int]) -> list[list[Point]]:
    """The stretches around places on a line, but for those near its ends."""
    points, lengths = line.points, line.lengths
    return [
        [_at(points, lengths, place + by) for by in _AROUND]
        for place in sorted(places)
        if _FROM_END <= place <= lengths[-1] - _FROM_END
    ]


def _at(points: list[Point], lengths: list[float], place: float) -> Point:
    at = min(max(bisect_right(lengths, place) - 1, 0), len(points) - 2)
    t = (place - lengths[at]) / ((lengths[at + 1] - lengths[at]) or 1)
    (ax, ay), (bx, by) = points[at], points[at + 1]
    return (ax + (bx - ax) * t, ay + (by - ay) * t)
