"""A picture the other way round: conclusions at the right, for readers of scripts that run from
right to left.

Everything is laid out and routed as always; then what has a place is mirrored, and what is drawn
there is drawn anew, so that no text is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from argmap.model import ArgumentMap
from argmap.render.frames import Frame
from argmap.render.layout import Layout
from argmap.render.paths import Path, Piece, Point
from argmap.render.rails import Course, End
from argmap.render.route import Routes
from argmap.render.xml import is_right_to_left

Direction = Literal["auto", "left", "right"]
Frames = tuple[tuple[Frame, ...], ...]


def is_mirrored(direction: Direction, argument_map: ArgumentMap) -> bool:
    """Whether conclusions stand at the right: as asked for, else where the title, or most claims
    of a map without one, are written from right to left."""
    if direction != "auto":
        return direction == "right"
    if argument_map.title:
        return is_right_to_left(argument_map.title)
    backwards = sum(1 for claim in argument_map.claims if is_right_to_left(claim.text))
    return 2 * backwards > len(argument_map.claims)


def mirrored(layout: Layout, frames: Frames, routes: Routes) -> tuple[Layout, Frames, Routes]:
    """Places mirrored at x = 0."""
    return (
        replace(layout, x=tuple([-x for x in layout.x])),
        tuple([tuple([_frame(frame) for frame in part]) for part in frames]),
        replace(
            routes,
            paths=tuple([None if path is None else _path(path) for path in routes.paths]),
            courses=tuple([_course(course) for course in routes.courses]),
        ),
    )


def _frame(frame: Frame) -> Frame:
    return replace(frame, left=-frame.right, right=-frame.left)


def _path(path: Path) -> Path:
    return Path(_point(path.start), tuple([_piece(piece) for piece in path.pieces]))


def _point(point: Point) -> Point:
    return (-point[0], point[1])


def _piece(piece: Piece) -> Piece:
    if len(piece) == 2:
        return (-piece[0], piece[1])
    x1, y1, x2, y2, x3, y3 = piece
    return (-x1, y1, -x2, y2, -x3, y3)


def _course(course: Course) -> Course:
    return Course(
        tuple([_path(path) for path in course.paths]),
        tuple([_end(end) for end in course.ends]),
        tuple([rail._replace(x=-rail.x) for rail in course.rails]),
    )


def _end(end: End) -> End:
    side = end.side if end.upright else -end.side
    return end._replace(at=_point(end.at), side=side)
