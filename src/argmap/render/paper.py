"""Sizes of paper, turned across."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

PageSize = Literal["a4", "a3", "a2", "a1", "a0", "letter", "legal", "tabloid"]

POINTS = 72 / 25.4
"""Points to a mm."""


class Paper(NamedTuple):
    """A sheet in mm, with the margin on all its sides that printers need; `label` is how it is
    written, `series` what larger sheets it has."""

    label: str
    width: float
    height: float
    series: Literal["ISO", "US"]
    margin: float = 8.0

    @property
    def inner(self) -> tuple[float, float]:
        """What is within the margins, in points."""
        across, down = self.width - 2 * self.margin, self.height - 2 * self.margin
        return across * POINTS, down * POINTS

    @property
    def pixels(self) -> tuple[float, float]:
        """Its size in px, of which an inch has 96."""
        return self.width * 96 / 25.4, self.height * 96 / 25.4


PAPERS: Mapping[PageSize, Paper] = {
    "a4": Paper("A4", 297, 210, "ISO"),
    "a3": Paper("A3", 420, 297, "ISO"),
    "a2": Paper("A2", 594, 420, "ISO"),
    "a1": Paper("A1", 841, 594, "ISO"),
    "a0": Paper("A0", 1189, 841, "ISO"),
    "letter": Paper("letter", 279.4, 215.9, "US"),
    "legal": Paper("legal", 355.6, 215.9, "US"),
    "tabloid": Paper("tabloid", 431.8, 279.4, "US"),
}
