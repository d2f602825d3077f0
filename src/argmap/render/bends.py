"""Keep the steep parts of lines that bend in one gap from lying on each other.

Each line leans its curve a little to one side. Of the lines that come to a box from one side, the
longer one leans further left, so that they nest and do not cross; the others take whatever lean
is free at their heights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

_LEANS = (0.0, 0.1, 0.2, 0.3, -0.1, -0.2)
_MOST = 0.3
_LEAST = -0.1
_SHORT = 12.0
_BUCKET = 16.0
_CROWDED = 400

Leans = dict[tuple[int, int], float]


class Bend(NamedTuple):
    """That an edge goes from one height to another in the gap right of a column.

    `box` is the box it ends on there, or -1 if it goes on.
    """

    edge: int
    column: int
    start: float
    end: float
    box: int

    @property
    def rise(self) -> float:
        """The difference in height."""
        return abs(self.end - self.start)


def leans(bends: Iterable[Bend]) -> Leans:
    """The lean of each bend that needs one, by its edge and column."""
    gaps: dict[int, list[Bend]] = {}
    for bend in bends:
        if bend.rise > _SHORT:
            gaps.setdefault(bend.column, []).append(bend)
    found: Leans = {}
    for inside in gaps.values():
        inside.sort(key=lambda bend: (bend.rise, bend.edge))
        _nest([bend for bend in inside if bend.box >= 0], found)
        _part(inside, found)
    return found


def _nest(bends: list[Bend], found: Leans) -> None:
    """Lean the lines that come to one box from one side, given from short to long."""
    bundles: dict[tuple[int, bool], list[Bend]] = {}
    for bend in bends:
        bundles.setdefault((bend.box, bend.start < bend.end), []).append(bend)
    for bundle in bundles.values():
        for at, bend in enumerate(bundle[1:], 1):
            share = at / (len(bundle) - 1)
            low = _LEAST if len(bundle) > 3 else 0.0
            found[bend.edge, bend.column] = low + (_MOST - low) * share


def _distance_to(lean: float) -> Callable[[int], float]:
    return lambda slot: abs(_LEANS[slot] - lean)


def _part(bends: list[Bend], found: Leans) -> None:
    """Lean the lines that go on, away from those that have a lean at their heights."""
    crowded = len(bends) > _CROWDED
    taken: list[set[int]] = [set() for _ in _LEANS]
    for at, bend in enumerate(bends):
        if crowded:
            if bend.box < 0:
                found[bend.edge, bend.column] = _LEANS[at % len(_LEANS)]
            continue
        low, high = sorted((bend.start, bend.end))
        reach = range(int(low // _BUCKET), int(high // _BUCKET) + 1)
        if bend.box >= 0:
            held = found.get((bend.edge, bend.column), 0.0)
            near = min(range(len(_LEANS)), key=_distance_to(held))
            taken[near].update(reach)
            continue
        for lean, rows in zip(_LEANS, taken, strict=True):
            if rows.isdisjoint(reach):
                rows.update(reach)
                found[bend.edge, bend.column] = lean
                break
