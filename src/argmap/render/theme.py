"""The colours, and the style sheet that applies them: the one place that knows either.

A palette names roles, not hues. Every pair of a text and what it stands on keeps a contrast of
4.5 to 1, lines keep 3 to 1; a test holds that.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

ThemeName = Literal["light", "dark", "auto"]

FONTS = "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour for each role."""

    canvas: str
    frame: str
    surface: str
    ink: str
    muted: str
    border: str
    hairline: str
    neutral: str
    question: str
    question_ink: str
    reason: str
    rebuttal: str
    undercut: str
    contradiction: str


LIGHT = Palette(
    canvas="#FBFBF9",
    frame="#F4F5F3",
    surface="#FFFFFF",
    ink="#16202C",
    muted="#566170",
    border="#B9C1CB",
    hairline="#D9DEE4",
    neutral="#7C8794",
    question="#16202C",
    question_ink="#FFFFFF",
    reason="#0B7A6B",
    rebuttal="#C43A1D",
    undercut="#6B45BF",
    contradiction="#A8123E",
)
DARK = Palette(
    canvas="#11161D",
    frame="#151B23",
    surface="#1B222C",
    ink="#E9EDF2",
    muted="#A7B2C0",
    border="#4A5665",
    hairline="#303A47",
    neutral="#8592A2",
    question="#E9EDF2",
    question_ink="#11161D",
    reason="#3EC7AE",
    rebuttal="#FF8C6B",
    undercut="#B69CFF",
    contradiction="#FF7C9C",
)

_HALO = "paint-order:stroke;stroke-linejoin:round"


def style_sheet(theme: ThemeName) -> str:
    """The style sheet of a theme; `auto` follows the reader's setting by CSS variables."""
    if theme == "light":
        return _rules(LIGHT)
    if theme == "dark":
        return _rules(DARK)
    names = [field.name for field in fields(Palette)]
    variables = Palette(*(f"var(--{_css_name(name)})" for name in names))
    return (
        f":root{{{_declared(LIGHT)}}}"
        f"@media(prefers-color-scheme:dark){{:root{{{_declared(DARK)}}}}}\n" + _rules(variables)
    )


def _css_name(name: str) -> str:
    return name.replace("_", "-")


def _declared(palette: Palette) -> str:
    return "".join(
        f"--{_css_name(field.name)}:{getattr(palette, field.name)};" for field in fields(palette)
    )


def _rules(p: Palette) -> str:
    out = [
        f"text{{font-family:{FONTS};fill:{p.ink}}}",
        f".canvas{{fill:{p.canvas}}}",
        f".frame{{fill:{p.frame};stroke:{p.hairline}}}",
        f".frame-title{{font-size:12px;font-weight:700;fill:{p.muted};{_HALO};"
        f"stroke:{p.frame};stroke-width:4px}}",
        ".text{font-size:13px}",
        ".text-answer{font-size:15.5px;font-weight:700}",
        f".text-question{{font-size:18px;font-weight:700;fill:{p.question_ink}}}",
        f".foot{{font-size:10.5px;fill:{p.muted}}}",
        f".foot-question{{font-size:12px;fill:{p.question_ink}}}",
        f".label{{font-size:10.5px;font-style:italic;fill:{p.muted};{_HALO};"
        f"stroke:{p.frame};stroke-width:3px}}",
        f".label.open{{stroke:{p.canvas}}}",
        ".title{font-size:26px;font-weight:700}",
        f".small{{font-size:11.5px;fill:{p.muted}}}",
        ".head{font-weight:700}",
        f".box{{fill:{p.surface};stroke:{p.border}}}",
        f".box.assumption{{stroke:{p.neutral};stroke-width:1.2;stroke-dasharray:5 3}}",
        f".box.fact{{stroke:{p.neutral};stroke-width:1.2}}",
        f".box.answer{{stroke:{p.ink};stroke-width:2}}",
        ".box.answer.assumption{stroke-dasharray:7 4}",
        f".box.question{{fill:{p.question};stroke:none}}",
        f".fold{{fill:{p.frame};stroke:{p.border};stroke-linejoin:round}}",
        f".fold.answer{{stroke:{p.ink};stroke-width:2}}",
        f".chip{{fill:none;stroke:{p.border}}}",
        ".line{fill:none;stroke-width:2.2}",
        f".halo{{fill:none;stroke:{p.canvas};stroke-width:6}}",
        f".halo.framed{{stroke:{p.frame}}}",
        ".halo.wide{stroke-width:10}",
        f".neutral{{stroke:{p.neutral};stroke-width:1.5}}",
        ".raised{stroke-dasharray:2 4;stroke-linecap:round}",
        f".dot{{fill:{p.neutral}}}",
    ]
    for name, colour in (
        ("support", p.reason),
        ("rebuttal", p.rebuttal),
        ("undercut", p.undercut),
    ):
        dashed = ";stroke-dasharray:6 4" if name == "undercut" else ""
        out.append(f".line.{name}{{stroke:{colour}{dashed}}}")
        out.append(f".solid.{name}{{fill:{colour}}}")
    out += [
        f".bar{{fill:none;stroke:{p.rebuttal};stroke-width:3.2}}",
        f".sign{{fill:none;stroke:{p.surface};stroke-width:1.8;stroke-linecap:round}}",
        f".ring{{fill:{p.surface};stroke:{p.undercut};stroke-width:2}}",
        f".slash{{fill:none;stroke:{p.undercut};stroke-width:2.4;stroke-linecap:round}}",
        f".and{{font-size:11.5px;font-weight:700;fill:{p.surface}}}",
        f".contradiction{{fill:none;stroke:{p.contradiction};stroke-width:4.4}}",
        f".core{{fill:none;stroke:{p.canvas};stroke-width:1.6}}",
        f".core.framed{{stroke:{p.frame}}}",
        f".tip{{fill:{p.contradiction}}}",
        f".pill{{fill:{p.surface};stroke:{p.contradiction}}}",
        f".pill-text{{font-size:10.5px;font-weight:700;fill:{p.contradiction}}}",
    ]
    return "\n".join(out)
