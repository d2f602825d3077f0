"""How much room the parts of a map take: the rectangle around each, and all that is in it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render import marks
from argmap.render.graph import LABEL_SIZE
from argmap.render.measure import Face, width_of
from argmap.render.pack import Extent
from argmap.render.paths import Path, Point
from argmap.render.pills import PILL_HALF, pill_half, pill_words
from argmap.render.scene import Scene

_LINE = 3.0
_ASCENT, _DESCENT = 9.0, 3.0


def extents(scene: Scene) -> list[Extent]:
    """The rectangle around each part."""
    links, contradictions = scene.by_part()
    return [
        _extent(scene, part, links[part], contradictions[part])
        for part in range(len(scene.layout.parts))
    ]


def _extent(scene: Scene, part: int, links: list[int], contradictions: list[int]) -> Extent:
    """The rectangle around all that is drawn of a part."""
    layout, graph = scene.layout, scene.graph
    lefts, tops, rights, bottoms = [], [], [], []
    for node in layout.parts[part].nodes:
        across, down = graph.widths[node] / 2, graph.heights[node] / 2
        lefts.append(layout.x[node] - across)
        rights.append(layout.x[node] + across)
        tops.append(scene.routes.y[node] - down)
        bottoms.append(scene.routes.y[node] + down)
    for frame in scene.frames[part]:
        lefts.append(frame.left)
        rights.append(frame.right)
        tops.append(frame.top)
        bottoms.append(frame.bottom)
    edges = [edge for at in links for edge in (*scene.chains[at].first, *scene.chains[at].rest)]
    paths = [scene.routes.paths[edge] for edge in edges]
    paths += [path for at in contradictions for path in scene.routes.courses[at].paths]
    for path in paths:
        if path is None:
            continue
        lefts.append(path.start[0] - marks.PLUG)
        rights.append(path.start[0] + marks.PLUG)
        xs = [piece[-2] for piece in path.pieces]
        ys = [piece[-1] for piece in path.pieces]
        lefts.append(min(xs) - _LINE)
        rights.append(max(xs) + _LINE)
        tops.append(min(ys) - _LINE)
        bottoms.append(max(ys) + _LINE)
    for at in contradictions:
        x, y = scene.spots.pills[at]
        half = pill_half(pill_words(len(scene.routes.courses[at].ends)))
        lefts.append(x - half)
        rights.append(x + half)
        tops.append(y - PILL_HALF)
        bottoms.append(y + PILL_HALF)
    return Extent(min(lefts), min(tops), max(rights), max(bottoms))


def solids(scene: Scene, offsets: tuple[Point, ...]) -> Iterator[Extent]:
    """Rectangles that hold all that is drawn of a map whose parts are moved so far: boxes, frames,
    every piece of a line, words."""
    layout, graph, routes = scene.layout, scene.graph, scene.routes
    for part, (dx, dy) in enumerate(offsets):
        for frame in scene.frames[part]:
            yield Extent(frame.left + dx, frame.top + dy, frame.right + dx, frame.bottom + dy)
        for node in layout.parts[part].nodes:
            across, down = graph.widths[node] / 2, graph.heights[node] / 2
            x, y = layout.x[node] + dx, routes.y[node] + dy
            yield Extent(x - across, y - down, x + across, y + down)
    content = scene.subject.content
    for at, link in enumerate(content.links):
        dx, dy = offsets[layout.part[link.premises[0]]]
        for edge in (*scene.chains[at].first, *scene.chains[at].rest):
            path = routes.paths[edge]
            if path is not None:
                yield from _pieces(path, dx, dy)
        for edge in scene.chains[at].first if link.kind != "answer" else ():
            path = routes.paths[edge]
            if path is not None:
                x, y = path.start[0] + dx, path.start[1] + dy
                yield Extent(x - marks.PLUG, y - marks.PLUG, x + marks.PLUG, y + marks.PLUG)
        for line in scene.spots.labels[at]:
            right = line.left + width_of(line.text, LABEL_SIZE, Face.ITALIC)
            yield Extent(line.left + dx, line.y - _ASCENT + dy, right + dx, line.y + _DESCENT + dy)
    for at, claims in enumerate(content.contradictions):
        dx, dy = offsets[layout.part[claims[0]]]
        for path in routes.courses[at].paths:
            yield from _pieces(path, dx, dy)
        x, y = scene.spots.pills[at]
        half = pill_half(pill_words(len(routes.courses[at].ends)))
        yield Extent(x - half + dx, y - PILL_HALF + dy, x + half + dx, y + PILL_HALF + dy)


def _pieces(path: Path, dx: float, dy: float) -> Iterator[Extent]:
    """The rectangles around the pieces of a line; a curve lies within its control points."""
    x, y = path.start
    for piece in path.pieces:
        xs, ys = (x, *piece[::2]), (y, *piece[1::2])
        yield Extent(
            min(xs) - _LINE + dx,
            min(ys) - _LINE + dy,
            max(xs) + _LINE + dx,
            max(ys) + _LINE + dy,
        )
        x, y = piece[-2], piece[-1]
