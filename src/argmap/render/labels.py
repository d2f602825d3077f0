"""The words on lines: a step's scheme and strength, and what a contradiction says.

A step's words stand above its line beside the box, or beside the joint, or below where something
is in the way above; on two lines, further along, or shortened where there is still no room: the
whole is in the step's title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.render import marks
from argmap.render.content import Content, Link
from argmap.render.frames import TITLE_SIZE, Frame, title_width
from argmap.render.graph import LABEL_SIZE, Chain, Graph
from argmap.render.layout import Layout
from argmap.render.measure import Face, width_of
from argmap.render.paths import Path, Point
from argmap.render.pills import pill_around, pill_half, pill_words, places
from argmap.render.route import Routes
from argmap.render.taken import Rectangle, Taken
from argmap.render.wrap import shorten, wrap

_LEADING = 11.0
_ASCENT, _DESCENT = 8.0, 2.5
_APART = 3.0
"""Kept free at both ends of words, if that can be."""
_TOUCHED = 10.0
"""So much worse than to come close to something is to lie on it."""
_OFF_BOX = 12.0
_TO_RING, _TO_FAN, _TO_BOX = 20.0, 4.0, 16.0
"""What a label leaves free of the gap between two columns: beyond where rings stand, beyond where
lines bend, and in any case."""
_JOINT_TO_RING, _JOINT_TO_FAN, _JOINT_TO_BOX = 6.0, -4.0, 20.0
"""The same between the column on the left and a joint, which a label may reach past."""
_FURTHER = (0.0, 12.0, 24.0, 36.0, 48.0)
_SHORT = (72.0, 56.0, 42.0)
"""Where there is room for nothing else words are cut to these widths."""
_MANY_LINES = 4_000
_FRAMES = -1_000_000_000
"""Who owns the frames: no contradiction, which have the negative numbers from -1 down."""


class Line(NamedTuple):
    """A line of words: how wide it is, its left end and its baseline, px."""

    text: str
    width: float
    left: float
    y: float


Label = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Spots:
    """Where words stand: those of each link, if it has any, and the middle of what each
    contradiction says; in the coordinates of their parts."""

    labels: tuple[Label, ...]
    pills: tuple[Point, ...]


class _Room(NamedTuple):
    """How wide words may be that end right of a ring, right of where lines bend, and at all."""

    to_ring: float
    to_fan: float
    whole: float


def place_words(
    content: Content,
    graph: Graph,
    chains: tuple[Chain, ...],
    layout: Layout,
    routes: Routes,
    frames: tuple[tuple[Frame, ...], ...],
    titles: tuple[str, ...],
    way: int,
) -> Spots:
    """Find a place for all words on lines; steps lead to the left (way -1) or to the right (1)."""
    placing = _Placing(content, graph, chains, layout, routes, way)
    placing.fill(frames, titles)
    pills = [placing.pill(at) for at in range(len(content.contradictions))]
    labels = [placing.label(at) if link.label else () for at, link in enumerate(content.links)]
    return Spots(tuple(labels), tuple(pills))


class _Placing:
    """Places words one after the other, off all that is there and off those before."""

    def __init__(
        self,
        content: Content,
        graph: Graph,
        chains: tuple[Chain, ...],
        layout: Layout,
        routes: Routes,
        way: int,
    ) -> None:
        self._content = content
        self._graph = graph
        self._chains = chains
        self._layout = layout
        self._routes = routes
        self._way = way
        self._taken = [Taken() for _ in layout.parts]

    def fill(self, frames: tuple[tuple[Frame, ...], ...], titles: tuple[str, ...]) -> None:
        """Note everything that parts hold which have words and are not huge."""
        busy = [0] * len(self._taken)
        worded = bytearray(len(self._taken))
        for link in self._content.links:
            part = self._part(link.premises[0])
            busy[part] += 1
            if link.label:
                worded[part] = 1
        for claims in self._content.contradictions:
            worded[self._part(claims[0])] = 1
        noted = [has and many <= _MANY_LINES for has, many in zip(worded, busy, strict=True)]
        for at, chain in enumerate(self._chains):
            part = self._part(self._content.links[at].premises[0])
            if noted[part]:
                self._note(self._taken[part], at, chain)
        for at, course in enumerate(self._routes.courses):
            part = self._part(self._content.contradictions[at][0])
            for path in course.paths if noted[part] else ():
                self._taken[part].add_line(path, -1 - at)
        for box in range(self._graph.box_count):
            if noted[self._part(box)]:
                half = self._graph.widths[box] / 2
                x, y, down = self._layout.x[box], self._layout.y[box], self._graph.heights[box] / 2
                self._taken[self._part(box)].add_solid((x - half, y - down, x + half, y + down), 0)

        for part, inside in enumerate(frames):
            for frame in inside if noted[part] else ():
                self._note_frame(self._taken[part], frame, titles[frame.section])

    def _note_frame(self, taken: Taken, frame: Frame, title: str) -> None:
        """Note a section's edges and its title."""
        left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
        for start, end in (
            ((left, top), (right, top)),
            ((left, bottom), (right, bottom)),
            ((left, top), (left, bottom)),
            ((right, top), (right, bottom)),
        ):
            taken.add_line(Path(start, (end,)), _FRAMES)
        width = min(title_width(title), frame.title_room)
        at, baseline = frame.title_at(width, self._graph.density, backwards=self._way > 0)
        taken.add_solid((at, baseline - TITLE_SIZE, at + width, baseline + 3), _FRAMES)

    def _note(self, taken: Taken, at: int, chain: Chain) -> None:
        """Note a link's lines, plugs and junctions."""
        for edge in chain.edges:
            taken.add_line(self._path(edge), at)
        for edge in chain.first:
            taken.add_disc(self._path(edge).start, marks.PLUG, at)
        for node in chain.nodes:
            taken.add_disc((self._layout.x[node], self._routes.y[node]), marks.RING, at)

    def label(self, at: int) -> Label:
        """The place of a link's words."""
        link, chain = self._content.links[at], self._chains[at]
        taken = self._taken[self._part(link.premises[0])]
        tries = (
            self._beside_joint(link, chain)
            if chain.nodes and len(link.premises) > 1
            else self._beside_box(link, chain)
        )
        best: Label = ()
        least = float("inf")
        for label in tries:
            cost = sum(taken.cost(_around(line, _APART)) for line in label)
            if cost:
                cost += _TOUCHED * sum(taken.cost(_around(line)) for line in label)
            if cost < least:
                best, least = label, cost
            if not cost:
                break
        for line in best:
            taken.add_solid(_around(line), at)
        return best

    def _beside_box(self, link: Link, chain: Chain) -> Iterator[Label]:
        """Places for the words of a step from one premise, best first."""
        x, y = self._path(chain.first[0]).start
        column = self._layout.column[link.premises[0]] - 1
        gap = self._layout.columns[max(column, 0)].gap
        density = self._graph.density
        room = _Room(gap - density.ring - _TO_RING, gap - density.fan - _TO_FAN, gap - _TO_BOX)
        x += _OFF_BOX * self._way
        for lines in _broken(link.label, room):
            for further in _FURTHER:
                at = x + further * self._way
                yield self._above(lines, at, y - 6, room.whole)
                yield self._below(lines, at, y + 14, room.whole)
                yield self._above(lines, at, y - 11, room.whole)
                yield self._below(lines, at, y + 19, room.whole)
                yield self._above(lines, at, y - 17, room.whole)
                yield self._below(lines, at, y + 25, room.whole)
        yield self._above([link.label], x, y - 6, room.to_ring)
        yield self._below([link.label], x, y + 14, room.to_ring)
        for width in _SHORT:
            for further in _FURTHER:
                at = x + further * self._way
                yield self._above([link.label], at, y - 6, width)
                yield self._below([link.label], at, y + 14, width)

    def _beside_joint(self, link: Link, chain: Chain) -> Iterator[Label]:
        """Places for the words of linked premises, best first."""
        joint = chain.nodes[0]
        x, y = self._layout.x[joint], self._routes.y[joint]
        left = abs(x) - abs(self._layout.columns[self._layout.column[joint]].right)
        density = self._graph.density
        room = _Room(
            left - density.ring - _JOINT_TO_RING,
            left - density.fan - _JOINT_TO_FAN,
            left - _JOINT_TO_BOX,
        )
        for lines in _broken(link.label, room):
            for past in (8.0, -10.0, -22.0):
                at = x - past * self._way
                yield self._above(lines, at, y - 13, room.whole)
                yield self._below(lines, at, y + 21, room.whole)
                yield self._above(lines, at, y - 6, room.whole)
                yield self._below(lines, at, y + 14, room.whole)
        for width in _SHORT:
            for past in (8.0, -10.0, -22.0):
                at = x - past * self._way
                yield self._above([link.label], at, y - 13, width)
                yield self._below([link.label], at, y + 21, width)

    def _above(self, lines: list[str], x: float, y: float, room: float) -> Label:
        return self._set(lines, x, y - _LEADING * (len(lines) - 1), room)

    def _below(self, lines: list[str], x: float, y: float, room: float) -> Label:
        return self._set(lines, x, y, room)

    def _set(self, lines: list[str], x: float, y: float, room: float) -> Label:
        """Lines that end (or, where steps lead to the right, begin) at a place."""
        found = []
        for line in lines:
            words = shorten(line, room, LABEL_SIZE, Face.ITALIC)
            width = width_of(words, LABEL_SIZE, Face.ITALIC)
            found.append(Line(words, width, x - width if self._way < 0 else x, y))
            y += _LEADING
        return tuple(found)

    def pill(self, at: int) -> Point:
        """The place of a contradiction's words: on its rail, off all else if that can be."""
        course = self._routes.courses[at]
        taken = self._taken[self._part(self._content.contradictions[at][0])]
        half = pill_half(pill_words(len(course.ends)))
        best = (course.rails[0].x, (course.rails[0].top + course.rails[0].bottom) / 2)
        least = float("inf")
        for x, y in places(course, half):
            cost = taken.cost(pill_around(x, y, half), -1 - at)
            if cost < least:
                best, least = (x, y), cost
            if not cost:
                break
        taken.add_solid(pill_around(*best, half), -1 - at)
        return best

    def _part(self, node: int) -> int:
        return self._layout.part[node]

    def _path(self, edge: int) -> Path:
        path = self._routes.paths[edge]
        assert path is not None
        return path


def _broken(label: str, room: _Room) -> Iterator[list[str]]:
    """A label on one line, and the scheme and the strength on lines of their own."""
    if width_of(label, LABEL_SIZE, Face.ITALIC) <= room.whole:
        yield [label]
    *before, last = label.split(", ")
    parts = [*(f"{part}," for part in before), last]
    for width in (room.whole, room.to_fan):
        if width > 0:
            lines = [
                line.text for part in parts for line in wrap(part, width, LABEL_SIZE, Face.ITALIC)
            ]
            if len(lines) > 1:
                yield lines
    yield [label]


def _around(line: Line, apart: float = 0.0) -> Rectangle:
    right = line.left + line.width
    return (line.left - apart, line.y - _ASCENT, right + apart, line.y + _DESCENT)
