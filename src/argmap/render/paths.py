"""The shape of a line: where it starts, and the straight and curved pieces that follow.

Only geometry; what the line means and how it looks is decided elsewhere. Units are px.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import NamedTuple

Point = tuple[float, float]
Piece = tuple[float, float] | tuple[float, float, float, float, float, float]
"""A straight piece to a point, or a cubic: two handles and the end."""

STUB = 11.0
"""How far a line runs level before it meets its box."""
LEVEL_STRIKE = 26.0
"""An undercut that comes from no further above or below its cut meets it level."""
_TURN = 24.0
_RIM = 4.0
"""How far beside its middle a ring is met at most, and how far before it that is."""


class Path(NamedTuple):
    """A start and the pieces from there on."""

    start: Point
    pieces: tuple[Piece, ...]

    @property
    def end(self) -> Point:
        """Where it ends."""
        if not self.pieces:
            return self.start
        return (self.pieces[-1][-2], self.pieces[-1][-1])


class Pen:
    """Draws a path piece by piece; pieces of no length are left out."""

    __slots__ = ("_pieces", "_start", "at")

    def __init__(self, start: Point) -> None:
        self._start = start
        self.at = start
        self._pieces: list[Piece] = []

    def line(self, to: Point) -> None:
        """A straight piece."""
        if abs(to[0] - self.at[0]) + abs(to[1] - self.at[1]) > 0.01:
            self._pieces.append(to)
            self.at = to

    def curve(self, one: Point, two: Point, to: Point) -> None:
        """A cubic."""
        self._pieces.append((*one, *two, *to))
        self.at = to

    def bend(self, to: Point, lean: float = 0.0) -> None:
        """To a point further left by a curve that leaves and arrives level.

        A positive lean moves the steep part of the curve to the left.
        """
        x, y = self.at
        if abs(y - to[1]) < 0.01:
            self.line(to)
            return
        handle = min(0.82, 0.5 + abs(y - to[1]) / 700)
        before = (x - to[0]) * min(handle + lean, 1)
        after = (x - to[0]) * min(handle - lean, 1)
        self.curve((x - before, y), (to[0] + after, to[1]), to)

    def into(self, to: Point, bends_from: float, lean: float = 0.0) -> None:
        """Level to where lines bend, a bend there, and level to a point at the edge of a column."""
        if self.at[0] > bends_from:
            self.line((bends_from, self.at[1]))
        self.bend((to[0] + STUB, to[1]), lean)
        self.line(to)

    def sway(self, start: float, end: float, y: float) -> None:
        """Rightwards to where lines bend, and through there to another height."""
        self.line((start, self.at[1]))
        if abs(y - self.at[1]) > 0.01:
            half = (start + end) / 2
            self.curve((half, self.at[1]), (half, y), (end, y))

    def strike(self, to: Point, aside: float = 0.0, beside: float = 0.0) -> None:
        """To the middle of a ring that is to be met from straight above or below.

        Where something stands there, it comes down so far right of it, and turns in at the end.
        Of several that come from one side, each keeps so far beside the middle.
        """
        across, down = self.at[0] - to[0], to[1] - self.at[1]
        if abs(down) <= LEVEL_STRIKE or across <= 4:
            self.bend(to)
            return
        sign = 1 if down < 0 else -1
        if aside:
            aside = min(aside, across - 4)
            x, off = to[0] + aside, to[1] + sign * 22
            self.curve((x + (self.at[0] - x) * 0.4, self.at[1]), (x, self.at[1]), (x, off))
            self.curve((x, off - sign * 10), (to[0] + aside * 0.7, to[1] + sign * 8), to)
            return
        rim = to
        if beside:
            rim = (to[0] + max(-_RIM, min(beside, _RIM)), to[1] + sign * _RIM)
        knee = rim
        if abs(beside) > _RIM:
            knee = (to[0] + beside, to[1] + sign * LEVEL_STRIKE)
        across, down = self.at[0] - knee[0], abs(knee[1] - self.at[1])
        upright = max(22.0, min(down * 0.62, 90.0)) if down > LEVEL_STRIKE else down * 0.5
        self.curve(
            (self.at[0] - across * 0.62, self.at[1]), (knee[0], knee[1] + sign * upright), knee
        )
        if knee != rim:
            half = (knee[1] - rim[1]) / 2
            self.curve((knee[0], knee[1] - half), (rim[0], rim[1] + half), rim)
        self.line(to)

    def turn(self, to: Point) -> None:
        """From a ring that stands straight above or below another one to that, round its left."""
        down = to[1] - self.at[1]
        x = to[0] - min(_TURN, abs(down) / 2)
        self.curve((x, self.at[1]), (x, to[1] - down * 0.55), to)

    def around(self, corners: list[Point], radius: float) -> None:
        """Through corners that are rounded, to the last point."""
        for corner, after in pairwise(corners):
            before = self.at
            come, go = _distance(before, corner), _distance(corner, after)
            cut = min(radius, come / 2 if before != self._start else come, go / 2)
            if cut < 0.5:
                self.line(corner)
                continue
            one = _toward(corner, before, cut)
            two = _toward(corner, after, cut)
            self.line(one)
            self.curve(_toward(one, corner, cut * 0.6), _toward(two, corner, cut * 0.6), two)
        self.line(corners[-1])

    def path(self) -> Path:
        """What was drawn."""
        return Path(self._start, tuple(self._pieces))


def _distance(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _toward(start: Point, goal: Point, by: float) -> Point:
    """The point so many px from a start toward a goal, and no further."""
    whole = _distance(start, goal) or 1.0
    by = min(by, whole)
    return (
        start[0] + (goal[0] - start[0]) * by / whole,
        start[1] + (goal[1] - start[1]) * by / whole,
    )


def shortened(path: Path, by: float) -> Path:
    """The path without its last px, which must lie on a straight last piece."""
    last = path.pieces[-1]
    if len(last) != 2:
        return path
    before = (path.pieces[-2][-2], path.pieces[-2][-1]) if len(path.pieces) > 1 else path.start
    return Path(path.start, (*path.pieces[:-1], _toward(last, before, by)))


def flattened(path: Path, steps: int = 12) -> list[Point]:
    """The path as a chain of points; each curve becomes so many straight steps."""
    points = [path.start]
    for piece in path.pieces:
        if len(piece) == 2:
            points.append(piece)
            continue
        x0, y0 = points[-1]
        x1, y1, x2, y2, x3, y3 = piece
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def spread(wants: list[float], top: float, bottom: float, gap: float) -> list[float]:
    """Heights near those wanted, in the same order, a gap apart where there is room."""
    count = len(wants)
    if count > 1:
        gap = min(gap, (bottom - top) / (count - 1))
    found = [min(max(want, top), bottom) for want in wants]
    for at in range(1, count):
        found[at] = max(found[at], found[at - 1] + gap)
    if found and found[-1] > bottom:
        found[-1] = bottom
        for at in range(count - 2, -1, -1):
            found[at] = min(found[at], found[at + 1] - gap)
    return found
