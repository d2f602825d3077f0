"""The colours: one palette a theme, the one place that knows them.

A palette names roles, not hues. In every theme each text keeps a contrast of 4.5 to 1 on what it
stands on, each line one of 3 to 1; `text_pairs` and `line_pairs` say what stands on what, and a
test computes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple

ThemeName = Literal["light", "dark", "auto", "print", "mono"]


class Palette(NamedTuple):
    """A colour for each role.

    `frame` is the ground of a section, `surface` that of a box, `amber` that of a contested claim
    and `grey` that of one that falls or has nothing to rest on; `dimmed` is the text on it. The
    pale colours are for steps that fail. `border` and `hairline` are decoration.
    """

    canvas: str
    frame: str
    surface: str
    amber: str
    grey: str
    ink: str
    muted: str
    dimmed: str
    contested: str
    border: str
    hairline: str
    neutral: str
    question: str
    question_ink: str
    question_line: str
    reason: str
    rebuttal: str
    undercut: str
    contradiction: str
    reason_pale: str
    rebuttal_pale: str
    undercut_pale: str
    track: str
    fill: str


LIGHT = Palette(
    canvas="#FBFBF9",
    frame="#F4F5F3",
    surface="#FFFFFF",
    amber="#FFF8E6",
    grey="#F1F2F2",
    ink="#16202C",
    muted="#566170",
    dimmed="#626C79",
    contested="#8A5A00",
    border="#B9C1CB",
    hairline="#D9DEE4",
    neutral="#7C8794",
    question="#16202C",
    question_ink="#FFFFFF",
    question_line="#16202C",
    reason="#0B7A6B",
    rebuttal="#C43A1D",
    undercut="#6B45BF",
    contradiction="#A8123E",
    reason_pale="#489A8E",
    rebuttal_pale="#D2725D",
    undercut_pale="#987FD0",
    track="#E1E5EA",
    fill="#5B6776",
)
DARK = Palette(
    canvas="#11161D",
    frame="#151B23",
    surface="#1B222C",
    amber="#2A2416",
    grey="#161B22",
    ink="#E9EDF2",
    muted="#A7B2C0",
    dimmed="#8C97A5",
    contested="#EDBB58",
    border="#4A5665",
    hairline="#303A47",
    neutral="#8592A2",
    question="#E9EDF2",
    question_ink="#11161D",
    question_line="#E9EDF2",
    reason="#3EC7AE",
    rebuttal="#FF8C6B",
    undercut="#B69CFF",
    contradiction="#FF7C9C",
    reason_pale="#2A736A",
    rebuttal_pale="#915749",
    undercut_pale="#6A5F98",
    track="#33404E",
    fill="#9AA7B6",
)
PRINT = LIGHT._replace(
    canvas="#FFFFFF",
    frame="#FFFFFF",
    amber="#FFFFFF",
    question="#FFFFFF",
    question_ink="#16202C",
)
"""For paper: no ground is tinted but that of claims that do not stand, nothing is filled dark."""
MONO = Palette(
    canvas="#FFFFFF",
    frame="#F7F7F7",
    surface="#FFFFFF",
    amber="#FFFFFF",
    grey="#F0F0F0",
    ink="#1A1A1A",
    muted="#555555",
    dimmed="#666666",
    contested="#1A1A1A",
    border="#B0B0B0",
    hairline="#D0D0D0",
    neutral="#808080",
    question="#1A1A1A",
    question_ink="#FFFFFF",
    question_line="#1A1A1A",
    reason="#262626",
    rebuttal="#262626",
    undercut="#262626",
    contradiction="#000000",
    reason_pale="#8A8A8A",
    rebuttal_pale="#8A8A8A",
    undercut_pale="#8A8A8A",
    track="#DADADA",
    fill="#555555",
)
"""Ink and greys: signs, ends and dashes carry every meaning."""

PALETTES: dict[str, Palette] = {"light": LIGHT, "dark": DARK, "print": PRINT, "mono": MONO}


def text_pairs(p: Palette) -> Iterator[tuple[str, str]]:
    """Each colour of a text with each ground it may stand on."""
    open_grounds = (p.canvas, p.frame, p.surface)
    yield from product((p.ink, p.muted, p.contradiction), open_grounds)
    yield from product((p.ink, p.muted, p.contested), (p.amber,))
    yield from product((p.dimmed, p.muted, p.rebuttal), (p.grey,))
    yield p.question_ink, p.question
    yield from product((p.surface,), (p.reason, p.rebuttal, p.undercut))


def line_pairs(p: Palette) -> Iterator[tuple[str, str]]:
    """Each colour of a line or mark with each ground it may stand on."""
    strong = (p.reason, p.rebuttal, p.undercut, p.contradiction, p.neutral)
    yield from product(strong, (p.canvas, p.frame, p.surface))
    yield from product((p.reason_pale, p.rebuttal_pale, p.undercut_pale), (p.canvas, p.frame))
    yield from ((p.fill, p.track), (p.reason, p.grey), (p.contested, p.amber))
    yield p.question_line, p.canvas
