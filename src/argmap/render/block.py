"""What stands beside a map, its heading and its legend: a drawing, and the room it takes."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.pack import Extent
from argmap.render.paths import Point
from argmap.render.xml import number


class Block(NamedTuple):
    """A drawing from (0, 0) and its size in px; without a height there is nothing to draw."""

    drawing: str
    width: float
    height: float


NOTHING = Block("", 0.0, 0.0)


class Placed(NamedTuple):
    """A block at a place, so many times as large as it was drawn."""

    block: Block
    at: Point
    scale: float = 1.0

    @property
    def extent(self) -> Extent:
        """The rectangle that it takes."""
        (left, top), scale = self.at, self.scale
        return Extent(left, top, left + self.block.width * scale, top + self.block.height * scale)

    def moved(self, x: float, y: float) -> Placed:
        """The same elsewhere."""
        return self._replace(at=(self.at[0] + x, self.at[1] + y))

    def written(self, style: str) -> list[str]:
        """The group of a class that draws it; none if there is nothing to draw."""
        if not self.block.height:
            return []
        move = f"translate({number(self.at[0])} {number(self.at[1])})"
        if self.scale != 1:
            move += f" scale({self.scale:g})"
        return [f'<g class="{style}" transform="{move}">{self.block.drawing}</g>']
