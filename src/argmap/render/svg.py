"""Writes a picture: its parts, heading and legend, and what a reader without eyes is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from argmap.render.compose import Composition
from argmap.render.describe import description
from argmap.render.draw_boxes import draw_box
from argmap.render.draw_lines import LineWriter
from argmap.render.frames import short_title, title_width
from argmap.render.heading import SNUG_STYLE
from argmap.render.layout import Layout
from argmap.render.palette import ThemeName
from argmap.render.paths import Point
from argmap.render.scene import Scene
from argmap.render.theme import style_sheet
from argmap.render.xml import encoded, escape, is_right_to_left, number, text_line


def write_svg(
    scene: Scene, composition: Composition, theme: ThemeName, css: str = ""
) -> tuple[bytes, ...]:
    """The SVG of a scene in pieces of UTF-8; `css` is a style sheet of the reader's own, which has
    the last word."""
    width, height = number(composition.width), number(composition.height)
    paper = composition.paper
    size = (width, height) if paper is None else (f"{paper.width:g}mm", f"{paper.height:g}mm")
    title = scene.subject.argument_map.title or "Argument map"
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" '
        f'height="{size[1]}" viewBox="0 0 {width} {height}" '
        'role="graphics-document">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(_described(scene))}</desc>",
        f"<metadata>{escape(_made_by(scene.layout))}</metadata>",
        f"<style>\n{style_sheet(theme)}\n</style>",
        *([f"<style>\n{SNUG_STYLE}\n</style>"] if paper else []),
        *([f"<style>\n{escape(css)}\n</style>"] if css else []),
        f'<rect class="canvas" width="{width}" height="{height}"/>',
        *composition.heading.written("heading"),
    ]
    links, contradictions = scene.by_part()
    parts = (
        _part(scene, part, at, links[part], contradictions[part])
        for part, at in enumerate(composition.parts)
    )
    foot = [line for piece in composition.legend for line in piece.written("legend")]
    lines = chain(head, chain.from_iterable(parts), foot, ["</svg>"])
    return tuple(encoded(lines))


def _described(scene: Scene) -> str:
    _, content, look, words, _ = scene.subject
    return description(content, look, words.size, words.verdicts)


def _made_by(layout: Layout) -> str:
    """Which engines placed the boxes."""
    used = [
        f"{use.engine} ({use.boxes:,} boxes{': ' + use.reason if use.reason else ''})"
        for use in layout.uses
    ]
    return "Layout: " + (", ".join(used) or "nothing to lay out")


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
        title = short_title(scene.subject.argument_map.sections[frame.section].title, frame)
        width = title_width(title)
        place = frame.title_at(width, scene.graph.density, backwards=scene.subject.backwards)
        right_to_left = is_right_to_left(title)
        titles.append(text_line(place, title, "frame-title", width, right_to_left=right_to_left))
    writer = LineWriter(
        scene.subject.content,
        scene.boxes,
        scene.graph,
        scene.chains,
        layout,
        scene.routes,
        scene.spots,
        scene.frames[part],
        scene.subject.look,
        1 if scene.subject.backwards else -1,
    )
    drawn = writer.draw(links, contradictions)
    yield from drawn.below
    for node in layout.parts[part].nodes:
        if node < len(scene.boxes):
            middle = (layout.x[node], layout.y[node])
            yield draw_box(scene.boxes[node], middle, scene.subject.look.fares[node])
    yield from chain(drawn.above, titles, drawn.words, ["</g>"])
