"""What a layout engine is asked and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from argmap.render.graph import Graph


class Geometry(NamedTuple):
    """Where the nodes of a graph stand.

    `columns` counts columns of boxes from the left; a junction has the column whose right-hand
    gap it lies in. `heights` are the middles of the nodes in px, growing downward. `lanes` has
    for each edge the heights at which it would pass the columns between its ends, from the tail
    on; it may be empty where the engine has no opinion.
    """

    columns: tuple[int, ...]
    heights: tuple[float, ...]
    lanes: tuple[tuple[float, ...], ...]

    def moved(self, move: Callable[[float], float]) -> Geometry:
        """The same columns, with every height where `move` puts it."""
        return Geometry(
            self.columns,
            tuple(map(move, self.heights)),
            tuple(tuple(map(move, lanes)) for lanes in self.lanes),
        )


class LayoutFailedError(Exception):
    """The engine could not lay out the graph; the message says why, in a few words."""


class Engine(Protocol):
    """A way of laying out a graph."""

    @property
    def name(self) -> str:
        """The name it is chosen by."""

    def available(self) -> bool:
        """Whether what it needs is installed."""

    def layout(self, graph: Graph, timeout: float) -> Geometry:
        """Place all nodes within `timeout` seconds, or raise LayoutFailedError."""
