"""Keep the steep parts of lines that bend in one gap from lying on each other.

Each line leans its curve a little to one side. Of lines that go down side by side, the one that
starts higher stands further left, so that it need not cross the other; of lines that go up, the one
that starts lower. Where some go up and some down, these stand further left than those, and cross
them on the level.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import NamedTuple

_STEP = 0.14
"""Between the leans of two lines, where there is room."""
_REACH = 0.3
"""No line leans further to one side."""
_APART = 0.1
"""How much lines that go the other way move aside."""
_SHORT = 12.0
_CROWDED = 400
_PATTERN = (0.0, 0.1, 0.2, 0.3, -0.1, -0.2)

Leans = dict[tuple[int, int], float]


class Bend(NamedTuple):
    """That an edge goes from one height to another in the gap right of a column."""

    edge: int
    column: int
    start: float
    end: float


class _Steep(NamedTuple):
    """A bend as a stretch from where it starts; heights are turned over for lines that go up."""

    start: float
    end: float
    edge: int


def leans(bends: Iterable[Bend]) -> Leans:
    """The lean of each bend that needs one, by its edge and column; positive is to the left."""
    gaps: dict[int, list[Bend]] = {}
    for bend in bends:
        if abs(bend.end - bend.start) > _SHORT:
            gaps.setdefault(bend.column, []).append(bend)
    found: Leans = {}
    for column, inside in gaps.items():
        if len(inside) > _CROWDED:
            for at, bend in enumerate(inside):
                found[bend.edge, column] = _PATTERN[at % len(_PATTERN)]
            continue
        down = sorted(_Steep(b.start, b.end, b.edge) for b in inside if b.end > b.start)
        up = sorted(_Steep(-b.start, -b.end, b.edge) for b in inside if b.end < b.start)
        for steeps, others, aside in ((down, up, _APART), (up, down, -_APART)):
            crossed = _Spans(others)
            for steep, nested in zip(steeps, _side_by_side(steeps), strict=True):
                lean = nested + (aside if crossed.meet(-steep.end, -steep.start) else 0.0)
                found[steep.edge, column] = max(-_REACH, min(lean, _REACH))
    return found


def _side_by_side(steeps: list[_Steep]) -> list[float]:
    """Leans for stretches in the order of their starts, each further right than those it meets
    that start before it."""
    starts = [one.start for one in steeps]
    after = [0] * len(steeps)
    for at in range(len(steeps) - 1, -1, -1):
        met = after[at + 1 : bisect_left(starts, steeps[at].end)]
        after[at] = 1 + max(met, default=-1)
    found = []
    active: list[tuple[float, int]] = []
    for one, more in zip(steeps, after, strict=True):
        while active and active[0][0] <= one.start:
            heappop(active)
        place = 1 + max((place for _, place in active), default=-1)
        heappush(active, (one.end, place))
        many = place + more
        step = min(_STEP, 2 * _REACH / many) if many else 0.0
        found.append(step * (many / 2 - place))
    return found


class _Spans:
    """Answers whether any of some stretches meets another one, in turned heights."""

    def __init__(self, steeps: list[_Steep]) -> None:
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        for one in steeps:
            if self._bottoms and one.start <= self._bottoms[-1]:
                self._bottoms[-1] = max(self._bottoms[-1], one.end)
            else:
                self._tops.append(one.start)
                self._bottoms.append(one.end)

    def meet(self, top: float, bottom: float) -> bool:
        """Whether one of them reaches between two heights."""
        at = bisect_left(self._bottoms, top)
        return at < len(self._tops) and self._tops[at] < bottom
