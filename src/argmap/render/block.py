"""What stands beside a map, its heading and its legend: a drawing, and the room it takes."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.pack import Extent
from argmap.render.paths import Point
from argmap.render.xml import number


class Block(NamedTuple):
    """A drawing from (0, 0) and the size in px that it has where it is shown `scale` times as large
    as it was drawn; without a height there is nothing to draw."""

    drawing: str
    width: float
    height: float
    scale: float = 1.0

    def enlarged(self, scale: float) -> Block:
        """The same so many times as large."""
        return self._replace(
            width=self.width * scale, height=self.height * scale, scale=self.scale * scale
        )


NOTHING = Block("", 0.0, 0.0)


class Placed(NamedTuple):
    """A block at a place."""

    block: Block
    at: Point

    @property
    def extent(self) -> Extent:
        """The rectangle that it takes."""
        (left, top), block = self.at, self.block
        return Extent(left, top, left + block.width, top + block.height)

    def moved(self, x: float, y: float) -> Placed:
        """The same elsewhere."""
        return self._replace(at=(self.at[0] + x, self.at[1] + y))

    def written(self, style: str) -> list[str]:
        """The group of a class that draws it; none if there is nothing to draw."""
        if not self.block.height:
            return []
        move = f"translate({number(self.at[0])} {number(self.at[1])})"
        if self.block.scale != 1:
            move += f" scale({self.block.scale:g})"
        return [f'<g class="{style}" transform="{move}">{self.block.drawing}</g>']
