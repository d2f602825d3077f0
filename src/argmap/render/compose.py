"""Where everything goes in a picture: the parts of the map, its heading, its legend."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.block import NOTHING, Block, Placed
from argmap.render.describe import facts
from argmap.render.extents import extents
from argmap.render.heading import heading, scale_for
from argmap.render.legend import legend_of
from argmap.render.pack import pack
from argmap.render.paper import Paper
from argmap.render.paths import Point
from argmap.render.scene import Scene, Subject

_MARGIN = 40.0
_LEAST_WIDTH = 560.0
_HEADING_GAP = 32.0
_LEGEND_GAP = 34.0


class Composition(NamedTuple):
    """A picture's size and the places in it, px: of each part, of heading and legend, which may be
    in pieces. On a `paper` all is as large as fills it."""

    width: float
    height: float
    parts: tuple[Point, ...]
    heading: Placed
    legend: tuple[Placed, ...]
    paper: Paper | None = None

    @property
    def pixels(self) -> tuple[float, float]:
        """How large the picture is shown, px."""
        return (self.width, self.height) if self.paper is None else self.paper.pixels


def on_screen(scene: Scene) -> Composition:
    """The heading above the map, the legend below it, as large as they come out."""
    packing = pack(extents(scene))
    inner = float(round(max(packing.width, _LEAST_WIDTH)))
    scale = scale_for(inner)
    block = heading_of(scene.subject, inner / scale).enlarged(scale)
    map_top = _MARGIN
    if block.height:
        map_top += round(block.height + _HEADING_GAP)
    legend = legend_of(scene.subject, inner / scale).enlarged(scale)
    bottom = map_top + packing.height
    height = bottom + _MARGIN
    if legend.height:
        height += _LEGEND_GAP + legend.height - _MARGIN / 2
    return Composition(
        inner + 2 * _MARGIN,
        float(round(height)),
        tuple([(_MARGIN + x, map_top + y) for x, y in packing.offsets]),
        Placed(block, (_MARGIN, _MARGIN)),
        (Placed(legend, (_MARGIN, bottom + _LEGEND_GAP)),),
    )


def heading_of(subject: Subject, width: float, *, snug: bool = False) -> Block:
    """The title block of what is drawn, in a width; see `heading` for `snug`."""
    words = subject.words
    title, note = subject.argument_map.title, words.note
    if not title and not words.verdicts and not note:
        return NOTHING
    told = (facts(subject.argument_map, words.size), *([note] if note else []))
    return heading(title, words.verdicts, told, width, backwards=subject.backwards, snug=snug)
