"""How closely a picture is set: every distance that the layout, the frames and the lines keep, and
how each kind of box is set. All numbers are px.

`ROOMY` is the look's specification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.render.measure import Face

if TYPE_CHECKING:
    from argmap.render.content import Kind

FOOT_SIZE = 10.5


class Style(NamedTuple):
    """How a kind of box is set: text size, leading, width, padding, height beside the lines.

    `top` is from the box's edge to the first baseline, `foot` what a foot row adds, and `drop` how
    much lower its baseline is than that of one more line would be; `bar` is the length of the bar
    for a strength of 1.
    """

    size: float
    leading: float
    face: Face
    width: float
    side: float
    top: float
    bare: float
    foot: float
    foot_size: float
    drop: float
    bar: float = 0.0


class Density(NamedTuple):
    """The distances of a picture.

    Boxes: how each kind is set; with `inline` a foot row stands at the end of the last line of the
    text where there is room; `stacked` questions stand above their answers. `arrival` and
    `departure` are between two lines that end on a box or leave one, `close_arrival` between those
    past very many, `corner` is how far a line's end keeps from a corner.

    Columns: `node_gap` is between two boxes, `answer_gap` between the subtrees of two answers,
    `root_gap` between those of two conclusions, `band` what is left of an empty band.

    Frames: `frame_side` and `frame_top` are from the boxes of a section to its frame, `frame_gap`
    is between two frames, `title_y` from a frame down to the baseline of its title, `nest` how much
    wider a frame is for a level of frames inside it; `cluster_margin` is the room for all that
    which Graphviz is asked for.

    Gaps between columns: lines bend within `fan` of the column on the left, rings stand `ring`
    right of it, joints `joint` left of the next; `narrow` is the width of a gap without such,
    `with_ring`, `with_joint` and `with_both` with them, `with_rail` with a contradiction's rail,
    `widest` the most that words make it. `rails` are places for rails, best first.
    """

    question: Style
    answer: Style
    claim: Style
    reference: Style
    inline: bool
    stacked: bool
    staggered: int
    arrival: float
    close_arrival: float
    departure: float
    corner: float
    node_gap: float
    answer_gap: float
    root_gap: float
    band: float
    frame_side: float
    frame_top: float
    frame_gap: float
    title_y: float
    nest: float
    cluster_margin: float
    fan: float
    ring: float
    joint: float
    narrow: float
    with_ring: float
    with_joint: float
    with_both: float
    with_rail: float
    widest: float
    rails: tuple[float, ...]

    def style(self, kind: Kind) -> Style:
        """How a kind of box is set."""
        if kind == "claim":
            return self.claim
        if kind == "reference":
            return self.reference
        return self.question if kind == "question" else self.answer


ROOMY = Density(
    question=Style(18, 23, Face.BOLD, 228, 20, 36, 39, 13, 12, -2),
    answer=Style(15.5, 20, Face.BOLD, 250, 16, 28, 26, 16, FOOT_SIZE, 2, 56),
    claim=Style(13, 17, Face.REGULAR, 236, 12, 21.5, 19, 15, FOOT_SIZE, 1, 40),
    reference=Style(12, 15.5, Face.REGULAR, 236, 12, 18.5, 13, 0, FOOT_SIZE, 0),
    inline=False,
    stacked=False,
    staggered=0,
    arrival=16,
    close_arrival=10,
    departure=20,
    corner=13,
    node_gap=12,
    answer_gap=76,
    root_gap=40,
    band=60,
    frame_side=16,
    frame_top=33,
    frame_gap=16,
    title_y=21,
    nest=6,
    cluster_margin=36,
    fan=52,
    ring=64,
    joint=28,
    narrow=76,
    with_ring=108,
    with_joint=92,
    with_both=128,
    with_rail=128,
    widest=184,
    rails=(82, 115, 50, 38),
)


def compact(width: float, *, stacked: bool, staggered: int = 0) -> Density:
    """The closest setting that reads well, with claims of a width; `stacked` puts questions above
    their answers."""
    wider = width + 8
    return Density(
        question=Style(18, 21.5, Face.BOLD, wider + (20 if stacked else 0), 15, 26, 23, 12, 12, -3),
        answer=Style(15.5, 18.5, Face.BOLD, wider, 13, 21, 14, 17, FOOT_SIZE, 2, 44),
        claim=Style(13, 15.5, Face.REGULAR, width, 11, 16, 8.5, 15, FOOT_SIZE, 1, 30),
        reference=Style(12, 15, Face.REGULAR, width, 11, 16, 9, 0, FOOT_SIZE, 0),
        inline=True,
        stacked=stacked,
        staggered=staggered,
        arrival=15,
        close_arrival=10,
        departure=17,
        corner=9,
        node_gap=8,
        answer_gap=24,
        root_gap=24,
        band=30,
        frame_side=9,
        frame_top=24,
        frame_gap=9,
        title_y=16,
        nest=5,
        cluster_margin=24,
        fan=38,
        ring=48,
        joint=24,
        narrow=58,
        with_ring=86,
        with_joint=74,
        with_both=100,
        with_rail=124,
        widest=170,
        rails=(62, 84, 42, 30),
    )
