"""Puts the picture together: title, parts, legend, and what a reader without eyes is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.render import marks
from argmap.render.boxes import Box
from argmap.render.content import Content
from argmap.render.describe import description, facts
from argmap.render.draw_boxes import draw_box
from argmap.render.draw_lines import LineWriter
from argmap.render.frames import TITLE_SIZE, TITLE_X, Frame
from argmap.render.graph import Chain, Graph
from argmap.render.heading import heading, scale_for
from argmap.render.labels import Spots
from argmap.render.layout import Layout
from argmap.render.legend import legend_of
from argmap.render.look import Look
from argmap.render.measure import Face, width_of
from argmap.render.pack import Extent, pack
from argmap.render.palette import ThemeName
from argmap.render.paths import Point
from argmap.render.pills import PILL_HALF, pill_half, pill_words
from argmap.render.route import Routes
from argmap.render.theme import style_sheet
from argmap.render.wrap import shorten
from argmap.render.xml import encoded, escape, is_right_to_left, number, text_line

MARGIN = 40.0
_LEAST_WIDTH = 560.0
_LEGEND_GAP = 34.0
_LINE = 3.0


class Words(NamedTuple):
    """What stands under the title: the verdicts, and what is left out; and where that is."""

    verdicts: tuple[str, ...]
    note: str
    gone: str


class Scene(NamedTuple):
    """Everything that is known about a picture before it is written."""

    argument_map: ArgumentMap
    content: Content
    boxes: tuple[Box, ...]
    graph: Graph
    chains: tuple[Chain, ...]
    layout: Layout
    frames: tuple[tuple[Frame, ...], ...]
    routes: Routes
    spots: Spots
    look: Look
    words: Words
    backwards: bool


def write_svg(
    scene: Scene, theme: ThemeName, css: str = ""
) -> tuple[tuple[bytes, ...], float, float]:
    """The SVG of a scene in pieces of UTF-8, its width and its height (px); `css` is a style sheet
    of the reader's own, which has the last word."""
    links, contradictions = _by_part(scene)
    extents = [
        _extent(scene, part, links[part], contradictions[part])
        for part in range(len(scene.layout.parts))
    ]
    packing = pack(extents)
    inner = float(round(max(packing.width, _LEAST_WIDTH)))
    block, map_top = _heading(scene, inner)
    scale = scale_for(inner)
    legend = legend_of(
        scene.argument_map, scene.content, scene.look, inner / scale, scene.words.gone
    )
    width = inner + 2 * MARGIN
    map_bottom = map_top + packing.height
    height = map_bottom + MARGIN
    if legend.height:
        height += _LEGEND_GAP + legend.height * scale - MARGIN / 2
    height = float(round(height))
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" '
        f'height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}" '
        'role="graphics-document">',
        f"<title>{escape(scene.argument_map.title or 'Argument map')}</title>",
        f"<desc>{escape(_described(scene))}</desc>",
        f"<metadata>{escape(_made_by(scene.layout))}</metadata>",
        f"<style>\n{style_sheet(theme)}\n</style>",
        *([f"<style>\n{escape(css)}\n</style>"] if css else []),
        f'<rect class="canvas" width="{number(width)}" height="{number(height)}"/>',
        *block,
    ]
    parts = (
        _part(scene, part, (MARGIN + x, map_top + y), links[part], contradictions[part])
        for part, (x, y) in enumerate(packing.offsets)
    )
    foot = ["</svg>"]
    if legend.height:
        move = f"translate({number(MARGIN)} {number(map_bottom + _LEGEND_GAP)})"
        if scale != 1:
            move += f" scale({scale:g})"
        foot.insert(0, f'<g class="legend" transform="{move}">{legend.drawing}</g>')
    return tuple(encoded(chain(head, chain.from_iterable(parts), foot))), width, height


def _described(scene: Scene) -> str:
    return description(scene.argument_map, scene.content, scene.look, scene.words.verdicts)


def _made_by(layout: Layout) -> str:
    """Which engines placed the boxes."""
    used = [
        f"{use.engine} ({use.boxes:,} boxes{': ' + use.reason if use.reason else ''})"
        for use in layout.uses
    ]
    return "Layout: " + (", ".join(used) or "nothing to lay out")


def _heading(scene: Scene, width: float) -> tuple[list[str], float]:
    """The title block, and where the map starts below it."""
    words = scene.words
    title, note = scene.argument_map.title, words.note
    if not title and not words.verdicts and not note:
        return [], MARGIN
    told = (facts(scene.argument_map, scene.content), *([note] if note else []))
    block, height = heading(
        title, words.verdicts, told, MARGIN, MARGIN, width, backwards=scene.backwards
    )
    return [block], MARGIN + height


def _by_part(scene: Scene) -> tuple[list[list[int]], list[list[int]]]:
    """The links and the contradictions of each part."""
    part = scene.layout.part
    links: list[list[int]] = [[] for _ in scene.layout.parts]
    contradictions: list[list[int]] = [[] for _ in scene.layout.parts]
    for at, link in enumerate(scene.content.links):
        links[part[link.premises[0]]].append(at)
    for at, claims in enumerate(scene.content.contradictions):
        contradictions[part[claims[0]]].append(at)
    return links, contradictions


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


def _part(
    scene: Scene, part: int, at: Point, links: list[int], contradictions: list[int]
) -> Iterator[str]:
    """One part, line by line: frames, lines, boxes, marks, titles, words, each over what came
    before."""
    yield f'<g class="part" transform="translate({number(at[0])} {number(at[1])})">'
    layout, titles = scene.layout, []
    for frame in scene.frames[part]:
        yield (
            f'<rect class="frame" x="{number(frame.left)}" y="{number(frame.top)}" '
            f'width="{number(frame.right - frame.left)}" '
            f'height="{number(frame.bottom - frame.top)}" rx="12"/>'
        )
        title = shorten(
            scene.argument_map.sections[frame.section].title,
            frame.right - frame.left - 2 * TITLE_X,
            TITLE_SIZE,
            Face.BOLD,
        )
        left = frame.left + TITLE_X
        if scene.backwards:
            left = frame.right - TITLE_X - width_of(title, TITLE_SIZE, Face.BOLD)
        place = (left, frame.top + scene.graph.density.title_y)
        titles.append(
            text_line(
                place,
                title,
                "frame-title",
                TITLE_SIZE,
                Face.BOLD,
                right_to_left=is_right_to_left(title),
            )
        )
    writer = LineWriter(
        scene.content,
        scene.boxes,
        scene.graph,
        scene.chains,
        layout,
        scene.routes,
        scene.spots,
        scene.frames[part],
        scene.look,
        1 if scene.backwards else -1,
    )
    drawn = writer.draw(links, contradictions)
    yield from drawn.below
    for node in layout.parts[part].nodes:
        if node < len(scene.boxes):
            middle = (layout.x[node], layout.y[node])
            yield draw_box(scene.boxes[node], middle, scene.look.fares[node])
    yield from chain(drawn.above, titles, drawn.words, ["</g>"])
