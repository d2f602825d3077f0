"""The frames of sections: one around all boxes of a section where nothing else stands inside,
else one around each run of them that has no strangers.

Works on one part at a time, in its coordinates (px).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.render.density import Density
from argmap.render.graph import Graph
from argmap.render.layout import Layout, Part
from argmap.render.measure import Face, width_of
from argmap.render.paths import Point
from argmap.render.wrap import shorten

TITLE_SIZE = 12.0
TITLE_X = 18.0
_NEST_TITLE = 24.0
"""How much higher a frame is for the title of a level of frames inside it."""
_ROW = 500.0

Rectangle = tuple[float, float, float, float]
Padding = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle around boxes of one section; `depth` counts the sections around it."""

    section: int
    depth: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def title_room(self) -> float:
        """How wide its title may be."""
        return self.right - self.left - 2 * TITLE_X

    def title_at(self, width: float, density: Density, *, backwards: bool) -> Point:
        """The left end of its title on the baseline; `backwards` it stands at the right."""
        left = self.right - TITLE_X - width if backwards else self.left + TITLE_X
        return (left, self.top + density.title_y)

    def overlaps(self, other: Frame) -> bool:
        """Whether the two rectangles share a point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Grounds:
    """Answers whether a point lies on a frame or on the bare canvas."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        self._rows: dict[int, list[Frame]] = {}
        for frame in frames:
            for row in range(int(frame.top // _ROW), int(frame.bottom // _ROW) + 1):
                self._rows.setdefault(row, []).append(frame)

    def is_framed(self, at: Point) -> bool:
        """Whether a frame lies under the point."""
        return any(
            frame.left < at[0] < frame.right and frame.top < at[1] < frame.bottom
            for frame in self._rows.get(int(at[1] // _ROW), ())
        )


def frames_of(part: Part, layout: Layout, graph: Graph) -> tuple[Frame, ...]:
    """The frames of a part, outer ones before those inside them."""
    members = _members(part, graph)
    if not members:
        return ()
    places = _Places(part, layout, graph)
    heights = _heights(members, graph.parents)
    density, frames = graph.density, list[Frame]()
    for section in sorted(members, key=lambda section: (_depth(section, graph.parents), section)):
        height = heights[section]
        side = density.frame_side + density.nest * height
        padding = (side, density.frame_top + height * _NEST_TITLE, side, side)
        for run in places.runs(members[section], padding):
            depth = _depth(section, graph.parents)
            frames.append(Frame(section, depth, *places.around(run, padding)))
    return _aligned(_without_clashes(frames, graph.parents), places)


def _members(part: Part, graph: Graph) -> dict[int, list[int]]:
    """The boxes of each section, those of the sections inside it included."""
    members: dict[int, list[int]] = {}
    for node in part.nodes:
        if node >= graph.box_count:
            break
        section = graph.sections[node]
        while section >= 0:
            members.setdefault(section, []).append(node)
            section = graph.parents[section]
    return members


def _depth(section: int, parents: tuple[int, ...]) -> int:
    depth = 0
    while parents[section] >= 0:
        section = parents[section]
        depth += 1
    return depth


def _heights(members: dict[int, list[int]], parents: tuple[int, ...]) -> dict[int, int]:
    """For each section how many levels of sections with boxes stand inside it."""
    heights = dict.fromkeys(members, 0)
    for section in sorted(members, reverse=True):
        parent = parents[section]
        if parent >= 0:
            heights[parent] = max(heights[parent], heights[section] + 1)
    return heights


class _Places:
    """Answers what stands in a rectangle."""

    def __init__(self, part: Part, layout: Layout, graph: Graph) -> None:
        self._layout = layout
        self._graph = graph
        self._columns = range(part.first_column, part.last_column + 1)
        self._middles = {
            column: [layout.y[box] for box in layout.columns[column].boxes]
            for column in self._columns
        }

    def around(self, boxes: Iterable[int], padding: Padding) -> Rectangle:
        """The rectangle around boxes, as wide as their columns, and a padding."""
        left = top = float("inf")
        right = bottom = float("-inf")
        for box in boxes:
            column = self._layout.columns[self._layout.column[box]]
            half = self._graph.heights[box] / 2
            left, right = min(left, column.left), max(right, column.right)
            top = min(top, self._layout.y[box] - half)
            bottom = max(bottom, self._layout.y[box] + half)
        return left - padding[0], top - padding[1], right + padding[2], bottom + padding[3]

    def count(self, left: float, top: float, right: float, bottom: float) -> int:
        """How many boxes reach into a rectangle."""
        found = 0
        for column in self._columns:
            grid = self._layout.columns[column]
            if grid.right <= left or grid.left >= right:
                continue
            middles = self._middles[column]
            first = bisect_left(middles, top)
            last = bisect_right(middles, bottom)
            if first > 0 and self._edge(grid.boxes[first - 1], 1) > top:
                first -= 1
            if last < len(middles) and self._edge(grid.boxes[last], -1) < bottom:
                last += 1
            found += max(last - first, 0)
        return found

    def runs(self, boxes: list[int], padding: Padding) -> list[list[int]]:
        """The boxes of a section in runs whose frames hold no others."""
        if self._is_clean(boxes, padding):
            return [boxes]
        runs: list[list[int]] = []
        for box in sorted(boxes, key=lambda box: (self._layout.y[box], box)):
            if runs and self._is_clean([*runs[-1], box], padding):
                runs[-1].append(box)
            else:
                runs.append([box])
        return [run for run in runs if self._is_clean(run, padding)]

    def _is_clean(self, boxes: list[int], padding: Padding) -> bool:
        return self.count(*self.around(boxes, padding)) == len(boxes)

    def _edge(self, box: int, way: int) -> float:
        return self._layout.y[box] + way * self._graph.heights[box] / 2


def _within(section: int, outer: int, parents: tuple[int, ...]) -> bool:
    while section >= 0 and section != outer:
        section = parents[section]
    return section == outer


def _without_clashes(frames: list[Frame], parents: tuple[int, ...]) -> list[Frame]:
    """Leave out frames that would overlap one of another section that is not around them."""
    kept: list[Frame] = []
    rows: dict[int, list[Frame]] = {}
    for frame in sorted(frames, key=lambda frame: (frame.depth, frame.top, frame.left)):
        reach = range(int(frame.top // _ROW), int(frame.bottom // _ROW) + 1)
        clash = any(
            frame.overlaps(other) and not _encloses(other, frame, parents)
            for row in reach
            for other in rows.get(row, ())
        )
        if not clash:
            kept.append(frame)
            for row in reach:
                rows.setdefault(row, []).append(frame)
    return kept


def _encloses(outer: Frame, inner: Frame, parents: tuple[int, ...]) -> bool:
    return (
        outer.section != inner.section
        and _within(inner.section, outer.section, parents)
        and outer.left <= inner.left
        and outer.top <= inner.top
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


def _aligned(frames: list[Frame], places: _Places) -> tuple[Frame, ...]:
    """Let outermost frames that stand above each other share their left and right edges."""
    outer = sorted((frame for frame in frames if frame.depth == 0), key=lambda frame: frame.top)
    stacked = all(a.bottom <= b.top for a, b in pairwise(outer))
    if len(outer) > 1 and stacked:
        left = min(frame.left for frame in outer)
        right = max(frame.right for frame in outer)
        if all(
            places.count(left, frame.top, right, frame.bottom)
            == places.count(frame.left, frame.top, frame.right, frame.bottom)
            for frame in outer
        ):
            frames = [
                replace(frame, left=left, right=right) if frame.depth == 0 else frame
                for frame in frames
            ]
    return tuple(frames)


def title_width(title: str) -> float:
    """The width of a section's title, px."""
    return width_of(title, TITLE_SIZE, Face.BOLD)


def short_title(title: str, frame: Frame) -> str:
    """What of a section's title there is room for in a frame."""
    return shorten(title, frame.title_room, TITLE_SIZE, Face.BOLD)
