"""From an argument map to a finished SVG: the stages of the renderer, one after the other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from argmap.model import ArgumentMap
from argmap.render.boxes import boxes_of
from argmap.render.content import content_of
from argmap.render.frames import frames_of
from argmap.render.graph import graph_of
from argmap.render.layout import EngineChoice, LayoutUse, lay_out
from argmap.render.route import route
from argmap.render.svg import Scene, write_svg
from argmap.render.theme import ThemeName


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a map is to be drawn.

    `engine` is `graphviz` (layered), `tree` (built in, any size) or `auto`: Graphviz for each
    part of the map that it can lay out in reasonable time. `theme` is `light`, `dark` or `auto`,
    which follows the reader's setting and needs a viewer that knows CSS variables.
    """

    engine: EngineChoice = "auto"
    theme: ThemeName = "auto"


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture: the SVG text, its size in px, and how it was laid out.

    `notices` are lines for the user about what was done differently than asked for.
    """

    svg: str
    width: float
    height: float
    layouts: tuple[LayoutUse, ...]
    notices: tuple[str, ...]


DEFAULT_OPTIONS = RenderOptions()


def render_svg(argument_map: ArgumentMap, options: RenderOptions = DEFAULT_OPTIONS) -> Picture:
    """Draw a map as SVG.

    The same map, options and version of Graphviz give the same text. It raises nothing: a map
    that Graphviz cannot lay out is laid out by the built-in engine, with a notice.
    """
    with _collector_held():
        return _render(argument_map, options)


def render(
    argument_map: ArgumentMap, *, engine: EngineChoice = "auto", theme: ThemeName = "auto"
) -> str:
    """The picture of a map, as the text of an SVG file."""
    return render_svg(argument_map, RenderOptions(engine=engine, theme=theme)).svg


def _render(argument_map: ArgumentMap, options: RenderOptions) -> Picture:
    content = content_of(argument_map)
    boxes = boxes_of(content)
    parents = tuple(section.parent for section in argument_map.sections)
    graph, chains = graph_of(content, boxes, parents)
    layout = lay_out(graph, options.engine)
    frames = tuple(frames_of(part, layout, graph) for part in layout.parts)
    titles = tuple(section.title for section in argument_map.sections)
    routes = route(content, graph, chains, layout, frames, titles)
    scene = Scene(argument_map, content, boxes, graph, chains, layout, frames, routes)
    svg, width, height = write_svg(scene, options.theme)
    notices = tuple(
        f"{use.boxes:,} boxes were laid out by the {use.engine} engine: {use.reason}"
        for use in layout.uses
        if use.reason
    )
    return Picture(svg, width, height, layout.uses, notices)


@contextmanager
def _collector_held() -> Iterator[None]:
    """Keep the garbage collector from looking through a million live values again and again.

    A rendering makes no cycles, so nothing is lost by it.
    """
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()
