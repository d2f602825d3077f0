"""A picture that fills a page of paper: the map set as closely as it must be and no closer, with
heading and legend where it leaves room.

Which width of boxes, which place of questions, heading and legend is best differs from map to map.
So a few of each are tried, and those are taken with which the text comes out largest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from argmap.render.arrange import arrange
from argmap.render.compose import Composition
from argmap.render.content import Content
from argmap.render.density import ROOMY, Density, compact
from argmap.render.extents import extents, solids
from argmap.render.pack import Extent, Packing, Sheet, pack
from argmap.render.paper import PAPERS, POINTS, Paper
from argmap.render.scene import Scene

READABLE = 6.0
"""The least size of text (pt) that is read without effort in print."""
_AT_EASE = 8.0
"""With text of this size (pt) a map need not be set closely."""
_LARGEST = 12.0
"""Text is made no larger than this (pt), however few claims there are."""
_WIDTHS = (236.0, 222.0, 208.0, 194.0, 180.0, 260.0, 284.0)
_FEWER_WIDTHS = (222.0, 194.0)
_STAGGERED = (1, 2)
_MANY, _VERY_MANY = 400, 6_000
"""From so many boxes and lines on fewer widths are tried, and only one."""
_BETTER, _STAGGERED_BETTER = 1.005, 1.02
"""What is tried later is taken only if text is so much larger with it."""
_GAP = 22.0
"""Between parts, px."""
_BESIDES = 90.0
"""What heading and legend add to the height, more or less, px."""

Draw = Callable[[Density], Scene]


class Fitted(NamedTuple):
    """A scene, where everything goes on the page, and how large the text of claims is, pt."""

    scene: Scene
    composition: Composition
    text: float


class _Try(NamedTuple):
    """A scene with its parts beside each other, and how large its text could be, pt, if neither
    heading nor legend took any room."""

    scene: Scene
    packing: Packing
    most: float


def fitted(draw: Draw, content: Content, paper: Paper) -> Fitted:
    """The best way to draw a map on a page; `draw` sets it with a density.

    A map that has room enough is set as always. Only where text would be less than readable do
    boxes leave their columns.
    """
    size = len(content.items) + sum(len(link.premises) for link in content.links)
    stacking = (False, True) if any(one.kind == "question" for one in content.items) else (False,)
    best: Fitted | None = None
    if size <= _MANY:
        best = _on(_tried(draw, paper, ROOMY), paper)
        if best.text >= _AT_EASE:
            return best
    plain = [compact(width, stacked=way) for way in stacking for width in _widths(size)]
    best = _better(best, plain, draw, paper, _BETTER)
    if not _is_readable(best.text) and size <= _MANY:
        for many in _STAGGERED:
            staggered = [one._replace(staggered=many) for one in plain]
            best = _better(best, staggered, draw, paper, _STAGGERED_BETTER)
    return best


def too_small(text: float, page: Paper) -> Iterator[str]:
    """What the user should know of text of a size (pt) on a page, if it is hard to read."""
    if _is_readable(text):
        return
    larger = {
        name: text * min(paper.width / page.width, paper.height / page.height)
        for name, paper in PAPERS.items()
        if paper.series == page.series and paper.width > page.width
    }
    helps = "--split, --section and --fold put less on a page"
    if larger:
        enough = (name for name, most in larger.items() if _is_readable(most))
        helps = f"--page {next(enough, [*larger][-1])} has room for more, and {helps}"
    yield (
        f"the text of claims is {text:.1f} pt on {page.label}, small for print, which is read "
        f"with ease from {READABLE:g} pt on; {helps}"
    )


def _is_readable(text: float) -> bool:
    return round(text, 1) >= READABLE


def _widths(size: int) -> tuple[float, ...]:
    """The widths of boxes that are tried for a map of so many boxes and lines."""
    if size <= _MANY:
        return _WIDTHS
    return _FEWER_WIDTHS if size <= _VERY_MANY else _FEWER_WIDTHS[:1]


def _better(
    best: Fitted | None, densities: Iterable[Density], draw: Draw, paper: Paper, by: float
) -> Fitted:
    """The best of some densities, if text is so much larger with it than with what there was."""
    tries = [_tried(draw, paper, density) for density in densities]
    found: Fitted | None = None
    for one in sorted(tries, key=lambda one: -one.most):
        least = max(0 if best is None else best.text * by, 0 if found is None else found.text)
        if one.most <= least:
            break
        fit = _on(one, paper)
        if fit.text > least * (1 if found is None else _BETTER):
            found = fit
    if found is None:
        assert best is not None
        return best
    return found


def _tried(draw: Draw, paper: Paper, density: Density) -> _Try:
    across, down = paper.inner
    scene = draw(density)
    packing = pack(extents(scene), Sheet(across / down, _BESIDES, _GAP))
    most = density.claim.size / _scale(paper, packing.width, packing.height)
    return _Try(scene, packing, most)


def _on(one: _Try, paper: Paper) -> Fitted:
    """A scene on a page, with heading and legend."""
    across, down = paper.inner
    scene, packing, _ = one
    claim = scene.graph.density.claim.size
    arranged = arrange(
        scene.subject,
        [*solids(scene, packing.offsets)],
        Extent(0.0, 0.0, packing.width, packing.height),
        lambda whole: _scale(paper, whole.width, whole.height),
        across / down,
    )
    whole = arranged.whole
    scale = max(_scale(paper, whole.width, whole.height), claim / _LARGEST)
    width, height = paper.width * POINTS * scale, paper.height * POINTS * scale
    x = (width - whole.width) / 2 - whole.left
    y = (height - whole.height) / 2 - whole.top
    composition = Composition(
        width,
        height,
        tuple([(left + x, top + y) for left, top in packing.offsets]),
        arranged.heading.moved(x, y),
        tuple([piece.moved(x, y) for piece in arranged.legend]),
        paper,
    )
    return Fitted(scene, composition, claim / scale)


def _scale(paper: Paper, width: float, height: float) -> float:
    """How many px have to go into a point; little for what has no size."""
    across, down = paper.inner
    return max(width / across, height / down, 0.1)
