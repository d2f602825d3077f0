"""The small drawings of the notation: plugs, heads, joints, rings, folds.

The legend uses the same ones as the map. Sizes are px and come from the look's specification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.content import LinkKind
from argmap.render.density import FOOT_SIZE
from argmap.render.measure import width_of
from argmap.render.paths import Point
from argmap.render.xml import number, text_line

if TYPE_CHECKING:
    from argmap.render.look import CutState
    from argmap.semantics.evaluation import Label, StepLabel

PLUG = 7.0
JOINT = 8.5
RING = 7.5
ARROW = 10.0
HOLLOW_ARROW = 9.5
BAR_OFF = 5.0
FOLD = 11.0
CHIP_HEIGHT = 13.0

_SIGNS: dict[LinkKind, str] = {
    "support": "m-3.2 0h6.4m-3.2-3.2v6.4",
    "rebuttal": "m-3.2 0h6.4",
    "undercut": "m-2.5-2.5 5 5m0-5-5 5",
}
_MARKS: dict[Label, str] = {
    "in": "m-3.6.2 2.5 2.6 4.9-5.6",
    "undecided": "m-4.2.9c1.4-2.6 2.8-2.6 4.2-.9s2.8 1.7 4.2-.9",
    "out": "m-2.9-2.9 5.8 5.8m0-5.8-5.8 5.8",
    "unsupported": "m-2.9 0a2.9 2.9 0 1 0 5.8 0 2.9 2.9 0 1 0-5.8 0m-1 3.9 7.8-7.8",
}


def style_of(kind: LinkKind, label: StepLabel = "in") -> str:
    """The class of a step's line or mark: its label where it does not apply, then its kind."""
    return kind if label == "in" else f"{label} {kind}"


def label_mark(label: Label, at: Point) -> str:
    """The small sign of how a claim fares, about a point."""
    return f'<path class="mark {label}" d="M{number(at[0])} {number(at[1])}{_MARKS[label]}"/>'


def elsewhere(at: Point) -> str:
    """The small arrow, about a point, of what points to another place."""
    return (
        f'<path class="mark" d="M{number(at[0])} {number(at[1])}m-3.4 3.4 6.8-6.8h-5.4m5.4 0v5.4"/>'
    )


def strength_bar(
    left: float, y: float, width: float, strength: float, *, backwards: bool = False
) -> str:
    """A bar about a height, filled in proportion, from the right if `backwards`; never so little
    that it is not seen."""
    x, height = number(left + (width - 2 if backwards else 2)), number(y)
    filled = max(0.1, round(width * min(strength, 1.0) - 4, 1))
    way = "h-" if backwards else "h"
    return (
        f'<path class="track" d="M{x} {height}{way}{number(width - 4)}"/>'
        f'<path class="fill" d="M{x} {height}{way}{number(filled)}"/>'
    )


def plug(kind: LinkKind, at: Point, label: StepLabel = "in") -> str:
    """The disc with the sign of a step, where it leaves its premise; hollow where it fails."""
    x, y = number(at[0]), number(at[1])
    sign = f'd="M{x} {y}{_SIGNS[kind]}"/>'
    if label == "out":
        return (
            f'<circle class="hollow {kind}" cx="{x}" cy="{y}" r="{PLUG - 0.6}"/>'
            f'<path class="sign {kind}" {sign}'
        )
    return (
        f'<circle class="solid {kind}" cx="{x}" cy="{y}" r="{number(PLUG)}"/>'
        f'<path class="sign" {sign}'
    )


def dot(style: str, at: Point, radius: float = 3.4) -> str:
    """The plain end of a line at a premise among several, or at a question."""
    return f'<circle class="{style}" cx="{number(at[0])}" cy="{number(at[1])}" r="{radius}"/>'


def _arrow(style: str, tip: Point, way: int, length: float, half: float, notch: float = 0.0) -> str:
    """An arrowhead that points left (way -1) or right (way 1)."""
    x, y = tip
    end = x - way * length
    back, level = number(end), number(y)
    inner = f" {number(end + way * notch)},{level}" if notch else ""
    return (
        f'<polygon class="{style}" points="{number(x)},{level} {back},{number(y + half)}{inner} '
        f'{back},{number(y - half)}"/>'
    )


def support_head(tip: Point, label: StepLabel = "in", way: int = -1) -> str:
    """The arrowhead of a reason at the edge of a box; hollow where it fails."""
    if label == "out":
        return _arrow("hollow head support", tip, way, HOLLOW_ARROW, 4.2)
    return _arrow("solid support", tip, way, ARROW, 4.6, 2.2)


def rebuttal_head(edge: Point, label: StepLabel = "in", way: int = -1) -> str:
    """The bar of a rebuttal, a little off the edge; thin where it fails."""
    x, y = edge[0] - way * BAR_OFF, edge[1]
    style = "bar" if label != "out" else "bar out"
    return f'<path class="{style}" d="M{number(x)} {number(y - 7)}v14"/>'


def contradiction_head(edge: Point, way: int, *, upright: bool = False) -> str:
    """One of the heads of a contradiction, a px off the edge of a box; an upright one points up
    (way -1) or down (1)."""
    x, y = edge
    if not upright:
        return _arrow("tip", (x - way, y), way, 12, 6.5)
    end = number(y - way * 13)
    return (
        f'<polygon class="tip" points="{number(x)},{number(y - way)} {number(x + 6.5)},{end} '
        f'{number(x - 6.5)},{end}"/>'
    )


def joint(kind: LinkKind, at: Point, label: StepLabel = "in") -> str:
    """The disc in which linked premises meet; hollow where the step fails."""
    x, y = number(at[0]), number(at[1])
    fill, words = ("hollow", "and out") if label == "out" else ("solid", "and")
    return (
        f'<circle class="{fill} {kind}" cx="{x}" cy="{y}" r="{number(JOINT)}"/>'
        f'<text class="{words}" x="{x}" y="{number(at[1] + 4.1)}" text-anchor="middle">&amp;</text>'
    )


def ring(at: Point, state: CutState = "made") -> str:
    """The ring where an undercut strikes a step: with a slash where it breaks it, dashed where
    that is contested, small and empty where the step runs through."""
    x, y = number(at[0]), number(at[1])
    if state == "failed":
        return f'<g class="failed"><circle class="ring" cx="{x}" cy="{y}" r="5.5"/></g>'
    drawn = f'<circle class="ring" cx="{x}" cy="{y}" r="{RING}"/>'
    if state == "contested":
        slash = f'<path class="slash" d="M{x} {y}m-3.2 3.2 6.4-6.4"/>'
        return f'<g class="contested">{drawn}{slash}</g>'
    return f'{drawn}<path class="slash" d="M{x} {y}m-5.2 5.2 10.4-10.4"/>'


def chip(left: float, baseline: float, width: float, text: str) -> str:
    """The outlined number of a source note."""
    middle, words = left + width / 2, width_of(text, FOOT_SIZE)
    return (
        f'<rect class="chip" x="{number(left)}" y="{number(baseline - 10.2)}" '
        f'width="{number(width)}" height="{number(CHIP_HEIGHT)}" rx="3"/>'
        + text_line((middle, baseline), text, "foot", words, anchor="middle")
    )
