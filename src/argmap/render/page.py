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
from argmap.render.heading import scale_for
from argmap.render.pack import Extent, Packing, Sheet, pack
from argmap.render.paper import PAPERS, POINTS, Paper
from argmap.render.scene import Scene

READABLE = 6.0
"""The least size of text (pt) that is read without effort in print."""
_AT_EASE = 8.0
"""With text of this size (pt) a map need not be set closely."""
_LARGEST = 12.0
"""Text is made no larger than this (pt), however few claims there are."""


class _Effort(NamedTuple):
    """What is tried: the look for the screen, widths of boxes, in how many columns these are
    staggered."""

    roomy: bool

    widths: tuple[float, ...]
    staggered: tuple[int, ...]


_EFFORTS = {
    400: _Effort(True, (236, 222, 208, 194, 180, 260, 284), (1, 2)),
    2_500: _Effort(False, (222, 194, 284), (2,)),
    8_000: _Effort(False, (222, 284), ()),
}
"""What is tried for maps of at most so many boxes and lines."""
_LEAST_EFFORT = _Effort(False, (236,), ())
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
    effort = next((one for most, one in _EFFORTS.items() if size <= most), _LEAST_EFFORT)
    best: Fitted | None = None
    if effort.roomy:
        best = _on(_tried(draw, paper, ROOMY), paper)
        if best.text >= _AT_EASE:
            return best
    plain = [compact(width, stacked=way) for way in stacking for width in effort.widths]
    best = _better(best, plain, draw, paper, _BETTER)
    for many in () if _is_readable(best.text) else effort.staggered:
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
        scale_for(across * _scale(paper, packing.width, packing.height)),
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
