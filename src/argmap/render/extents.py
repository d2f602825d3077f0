"""How much room the parts of a map take: the rectangle around each, and all that is in it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render import marks
from argmap.render.pack import Extent
from argmap.render.paths import Path, Point
from argmap.render.pills import pill_around, pill_half, pill_words
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
    found = [*_still(scene, part), *(_pill(scene, at) for at in contradictions)]
    paths = [path for at in links for path in _paths(scene, scene.chains[at].edges)]
    paths += [path for at in contradictions for path in scene.routes.courses[at].paths]
    if paths:
        found.append(_ends(paths))
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return Extent(min(lefts), min(tops), max(rights), max(bottoms))


def _ends(paths: list[Path]) -> Extent:
    """The rectangle around the ends of all pieces of lines, and around their plugs from the left to
    the right."""
    starts = [path.start[0] for path in paths]
    ends = [piece[-2:] for path in paths for piece in path.pieces]
    xs, ys = zip(*ends, strict=True)
    return Extent(
        min(min(starts) - marks.PLUG, min(xs) - _LINE),
        min(ys) - _LINE,
        max(max(starts) + marks.PLUG, max(xs) + _LINE),
        max(ys) + _LINE,
    )


def solids(scene: Scene, offsets: tuple[Point, ...]) -> Iterator[Extent]:
    """Rectangles that hold all that is drawn of a map whose parts are moved so far: boxes, frames,
    every piece of a line, words."""
    for part, offset in enumerate(offsets):
        for one in _still(scene, part):
            yield one.moved(*offset)
    content, home = scene.subject.content, scene.layout.part
    for at, link in enumerate(content.links):
        offset = offsets[home[link.premises[0]]]
        for one in _of_link(scene, at):
            yield one.moved(*offset)
    for at, claims in enumerate(content.contradictions):
        offset = offsets[home[claims[0]]]
        for path in scene.routes.courses[at].paths:
            for one in _pieces(path):
                yield one.moved(*offset)
        yield _pill(scene, at).moved(*offset)


def _still(scene: Scene, part: int) -> Iterator[Extent]:
    """The rectangles of the boxes, junctions and frames of a part."""
    for frame in scene.frames[part]:
        yield Extent(frame.left, frame.top, frame.right, frame.bottom)
    widths, heights = scene.graph.widths, scene.graph.heights
    for node in scene.layout.parts[part].nodes:
        across, down = widths[node] / 2, heights[node] / 2
        x, y = scene.layout.x[node], scene.routes.y[node]
        yield Extent(x - across, y - down, x + across, y + down)


def _of_link(scene: Scene, at: int) -> Iterator[Extent]:
    """The rectangles of a link's lines, plugs and words."""
    chain = scene.chains[at]
    for path in _paths(scene, chain.edges):
        yield from _pieces(path)
    if scene.subject.content.links[at].kind != "answer":
        for path in _paths(scene, chain.first):
            x, y = path.start
            yield Extent(x - marks.PLUG, y - marks.PLUG, x + marks.PLUG, y + marks.PLUG)
    for line in scene.spots.labels[at]:
        yield Extent(line.left, line.y - _ASCENT, line.left + line.width, line.y + _DESCENT)


def _paths(scene: Scene, edges: tuple[int, ...]) -> Iterator[Path]:
    """The paths of a link's edges."""
    for edge in edges:
        path = scene.routes.paths[edge]
        if path is not None:
            yield path


def _pill(scene: Scene, at: int) -> Extent:
    """The rectangle of what a contradiction says."""
    half = pill_half(pill_words(len(scene.routes.courses[at].ends)))
    return Extent(*pill_around(*scene.spots.pills[at], half))


def _pieces(path: Path) -> Iterator[Extent]:
    """The rectangles around the pieces of a line; a curve lies within its control points."""
    x, y = path.start
    for piece in path.pieces:
        xs, ys = (x, *piece[::2]), (y, *piece[1::2])
        yield Extent(min(xs) - _LINE, min(ys) - _LINE, max(xs) + _LINE, max(ys) + _LINE)
        x, y = piece[-2], piece[-1]
