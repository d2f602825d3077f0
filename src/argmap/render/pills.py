"""What a contradiction says, in a box of its own, and where that may stand: on its rail wherever
that is free, else beside it, else on a level stretch of its line."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.graph import LABEL_SIZE
from argmap.render.measure import Face, width_of
from argmap.render.paths import Point
from argmap.render.rails import Course
from argmap.render.taken import Rectangle

PILL_HALF = 10.0
"""Half the height of a contradiction's words with what is around them."""
_PILL_SIDE = 8.0
_RAIL_STEP = 3.0
_LEVEL_STEP = 8.0
_LEVEL_END = 14.0
"""What of a level stretch is left to see at least on either side of the words on it."""
_ASIDE = (0.0, -18.0, 18.0, -34.0, 34.0, -46.0, 46.0)
_BEYOND = 17.0


def pill_words(claims: int) -> str:
    """What a contradiction between so many claims says."""
    return "cannot both hold" if claims == 2 else "cannot all hold"


def pill_width(words: str) -> float:
    """The width of a contradiction's words alone."""
    return width_of(words, LABEL_SIZE, Face.BOLD)


def pill_half(words: str) -> float:
    """Half the width of a contradiction's words with what is around them."""
    return pill_width(words) / 2 + _PILL_SIDE


def pill_around(x: float, y: float, half: float) -> Rectangle:
    """What the words about a place take."""
    return (x - half, y - PILL_HALF, x + half, y + PILL_HALF)


def places(course: Course, half: float) -> Iterator[Point]:
    """Where words so wide (px, half of it) may stand, best first."""
    yield from _on_rails(course)
    yield from _on_levels(course, half)


def _on_rails(course: Course) -> Iterator[Point]:
    """Places on the rails of a contradiction, from the middles on, then beside and beyond."""
    for aside in _ASIDE:
        for x, top, bottom in course.rails:
            middle, reach = (top + bottom) / 2, (bottom - top) / 2
            yield x + aside, middle
            for step in range(1, int(reach / _RAIL_STEP) + 1):
                yield x + aside, middle - step * _RAIL_STEP
                yield x + aside, middle + step * _RAIL_STEP
    for x, top, bottom in course.rails:
        yield x, top - _BEYOND
        yield x, bottom + _BEYOND


def _on_levels(course: Course, half: float) -> Iterator[Point]:
    """Places on the level stretches of a contradiction, the longest first, from the middles on."""
    levels: list[tuple[float, float, float]] = []
    for path in course.paths:
        before = path.start
        for piece in path.pieces:
            end = (piece[-2], piece[-1])
            reach = abs(end[0] - before[0]) / 2 - half - _LEVEL_END
            if len(piece) == 2 and end[1] == before[1] and reach >= 0:
                levels.append((-reach, (before[0] + end[0]) / 2, end[1]))
            before = end
    for reach, x, y in sorted(levels):
        yield x, y
        for step in range(1, int(-reach / _LEVEL_STEP) + 1):
            yield x - step * _LEVEL_STEP, y
            yield x + step * _LEVEL_STEP, y
