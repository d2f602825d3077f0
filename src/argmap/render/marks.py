"""The small drawings of the notation: plugs, heads, joints, rings, folds.

The legend uses the same ones as the map. Sizes are px and come from the look's specification.
"""

from __future__ import annotations

from argmap.render.content import LinkKind
from argmap.render.paths import Point
from argmap.render.xml import number, polygon, text_line

PLUG = 7.0
JOINT = 8.5
RING = 7.5
ARROW = 10.0
BAR_OFF = 5.0
FOLD = 11.0
CHIP_HEIGHT = 13.0

_SIGNS: dict[LinkKind, str] = {
    "support": "M-3.2 0H3.2M0-3.2V3.2",
    "rebuttal": "M-3.2 0H3.2",
    "undercut": "M-2.5-2.5L2.5 2.5M-2.5 2.5L2.5-2.5",
}
AND_SIZE = 11.5


def plug(kind: LinkKind, at: Point) -> str:
    """The disc with the sign of a step, where it leaves its premise."""
    x, y = number(at[0]), number(at[1])
    return (
        f'<circle class="solid {kind}" cx="{x}" cy="{y}" r="{number(PLUG)}"/>'
        f'<path class="sign" transform="translate({x} {y})" d="{_SIGNS[kind]}"/>'
    )


def dot(style: str, at: Point, radius: float = 3.4) -> str:
    """The plain end of a line at a premise among several, or at a question."""
    return f'<circle class="{style}" cx="{number(at[0])}" cy="{number(at[1])}" r="{radius}"/>'


def arrow(tip: Point, way: int, length: float, half: float, notch: float) -> list[Point]:
    """The outline of an arrowhead that points left (way -1) or right (way 1)."""
    x, y = tip
    back = x - way * length
    return [(x, y), (back, y + half), (back + way * notch, y), (back, y - half)]


def support_head(tip: Point) -> str:
    """The arrowhead of a reason at a box's right edge."""
    return polygon(arrow(tip, -1, ARROW, 4.6, 2.2), "solid support")


def rebuttal_head(edge: Point) -> str:
    """The bar of a rebuttal, a little off the edge."""
    x, y = edge[0] + BAR_OFF, edge[1]
    return f'<path class="bar" d="M{number(x)} {number(y - 7)}V{number(y + 7)}"/>'


def contradiction_head(tip: Point, way: int) -> str:
    """One of the heads of a contradiction."""
    return polygon(arrow(tip, way, 12, 6.5, 0), "tip")


def joint(kind: LinkKind, at: Point) -> str:
    """The disc in which linked premises meet."""
    x, y = number(at[0]), number(at[1])
    return (
        f'<circle class="solid {kind}" cx="{x}" cy="{y}" r="{number(JOINT)}"/>'
        f'<text class="and" x="{x}" y="{number(at[1] + 4.1)}" text-anchor="middle">&amp;</text>'
    )


def ring(at: Point) -> str:
    """The ring with its slash where an undercut strikes a step."""
    x, y = at
    return (
        f'<circle class="ring" cx="{number(x)}" cy="{number(y)}" r="{number(RING)}"/>'
        f'<path class="slash" d="M{number(x - 5.2)} {number(y + 5.2)}'
        f'L{number(x + 5.2)} {number(y - 5.2)}"/>'
    )


def chip(left: float, baseline: float, width: float, text: str) -> str:
    """The outlined number of a source note."""
    return (
        f'<rect class="chip" x="{number(left)}" y="{number(baseline - 10.2)}" '
        f'width="{number(width)}" height="{number(CHIP_HEIGHT)}" rx="3"/>'
        + text_line((left + width / 2, baseline), text, "foot", 10.5, anchor="middle")
    )
