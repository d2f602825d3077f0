"""The style sheet of a picture: which role's colour goes where, and how wide every line is.

Docs/picture.md lists the classes that a reader's own style sheet may count on.
"""

from __future__ import annotations

from argmap.render.palette import DARK, LIGHT, PALETTES, Palette, ThemeName

FONTS = "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"
_HALO = "paint-order:stroke;stroke-linejoin:round"
_ROUND = "stroke-linecap:round;stroke-linejoin:round"


def style_sheet(theme: ThemeName) -> str:
    """The style sheet of a theme; `auto` follows the reader's setting by CSS variables."""
    if theme != "auto":
        return _rules(PALETTES[theme])
    variables = Palette(*(f"var(--{_css_name(name)})" for name in Palette._fields))
    return (
        f":root{{{_declared(LIGHT)}}}\n"
        f"@media(prefers-color-scheme:dark){{:root{{{_declared(DARK)}}}}}\n" + _rules(variables)
    )


def _css_name(name: str) -> str:
    return name.replace("_", "-")


def _declared(palette: Palette) -> str:
    return "".join(f"--{_css_name(name)}:{colour};" for name, colour in palette._asdict().items())


def _rules(p: Palette) -> str:
    return "\n".join([*_texts(p), *_boxes(p), *_lines(p), *_marks(p)])


def _texts(p: Palette) -> list[str]:
    return [
        f"text{{font-family:{FONTS};fill:{p.ink}}}",
        ".title{font-size:26px;font-weight:700}",
        f".verdict{{font-size:14px;fill:{p.muted}}}",
        f".small{{font-size:11.5px;fill:{p.muted}}}",
        ".head{font-weight:700}",
        ".text{font-size:13px}",
        ".text-answer{font-size:15.5px;font-weight:700}",
        f".text-question{{font-size:18px;font-weight:700;fill:{p.question_ink}}}",
        f".out .text,.unsupported .text,.out .text-answer,.unsupported .text-answer"
        f"{{fill:{p.dimmed}}}",
        f".text-reference{{font-size:12px;fill:{p.muted}}}",
        f".foot{{font-size:10.5px;fill:{p.muted}}}",
        f".foot-question{{font-size:12px;fill:{p.question_ink}}}",
        ".foot.undecided,.foot.out,.foot.unsupported{font-weight:700}",
        f".foot.undecided{{fill:{p.contested}}}",
        f".foot.out{{fill:{p.rebuttal}}}",
        f".frame-title{{font-size:12px;font-weight:700;fill:{p.muted};{_HALO};"
        f"stroke:{p.frame};stroke-width:4px}}",
        f".label{{font-size:10.5px;font-style:italic;fill:{p.muted};{_HALO};"
        f"stroke:{p.frame};stroke-width:3px}}",
        f".label.open{{stroke:{p.canvas}}}",
        f".more-text{{font-size:10.5px;font-weight:700;fill:{p.muted}}}",
        f".pill-text{{font-size:10.5px;font-weight:700;fill:{p.contradiction}}}",
        f".and{{font-size:11.5px;font-weight:700;fill:{p.surface}}}",
        f".and.out{{fill:{p.muted}}}",
    ]


def _boxes(p: Palette) -> list[str]:
    return [
        f".canvas{{fill:{p.canvas}}}",
        f".frame{{fill:{p.frame};stroke:{p.hairline}}}",
        f".box{{fill:{p.surface};stroke:{p.border}}}",
        f".box.assumption{{stroke:{p.neutral};stroke-width:1.2;stroke-dasharray:5 3}}",
        f".box.fact{{stroke:{p.neutral};stroke-width:1.2}}",
        f".box.answer{{stroke:{p.ink};stroke-width:2}}",
        ".box.answer.assumption{stroke-dasharray:7 4}",
        f".box.question{{fill:{p.question};stroke:{p.question_line};stroke-width:2}}",
        f".box.reference{{fill:{p.frame};stroke:{p.border}}}",
        f".undecided .box{{fill:{p.amber}}}",
        f".out .box,.unsupported .box{{fill:{p.grey}}}",
        f".fold{{fill:{p.frame};stroke:{p.border};stroke-linejoin:round}}",
        f".fold.answer{{stroke:{p.ink};stroke-width:2}}",
        f".marked .box{{stroke:{p.ink};stroke-width:3}}",
        f".more{{fill:{p.surface};stroke:{p.neutral}}}",
        f".chip{{fill:none;stroke:{p.border}}}",
        f".track,.fill{{fill:none;stroke:{p.track};stroke-width:4;stroke-linecap:round}}",
        f".fill{{stroke:{p.fill}}}",
    ]


def _lines(p: Palette) -> list[str]:
    out = [
        ".line{fill:none;stroke-width:2.2}",
        ".line.undecided{stroke-width:1.7}",
        ".line.out{stroke-width:1.3}",
        f".halo{{fill:none;stroke:{p.canvas};stroke-width:6}}",
        f".halo.framed{{stroke:{p.frame}}}",
        ".halo.wide{stroke-width:10}",
        f".neutral{{stroke:{p.neutral};stroke-width:1.5}}",
        ".raised{stroke-dasharray:2 4;stroke-linecap:round}",
        f".dot{{fill:{p.neutral}}}",
        f".hollow{{fill:{p.surface};stroke-width:1.3}}",
        f".hollow.head{{fill:{p.frame};stroke-width:1.2;stroke-linejoin:round}}",
        f".sign{{fill:none;stroke:{p.surface};stroke-width:1.8;stroke-linecap:round}}",
    ]
    for name, colour, pale in (
        ("support", p.reason, p.reason_pale),
        ("rebuttal", p.rebuttal, p.rebuttal_pale),
        ("undercut", p.undercut, p.undercut_pale),
    ):
        dashed = ";stroke-dasharray:6 4" if name == "undercut" else ""
        out += [
            f".line.{name}{{stroke:{colour}{dashed}}}",
            f".line.out.{name},.hollow.{name},.sign.{name}{{stroke:{pale}}}",
            f".sign.{name}{{stroke-width:1.4}}",
            f".solid.{name}{{fill:{colour}}}",
            f".solid.out.{name}{{fill:{pale}}}",
        ]
    return out


def _marks(p: Palette) -> list[str]:
    return [
        f".bar{{fill:none;stroke:{p.rebuttal};stroke-width:3.2}}",
        f".bar.out{{stroke:{p.rebuttal_pale};stroke-width:2}}",
        f".ring{{fill:{p.surface};stroke:{p.undercut};stroke-width:2}}",
        f".slash{{fill:none;stroke:{p.undercut};stroke-width:2.4;stroke-linecap:round}}",
        ".contested .ring{stroke-width:1.7;stroke-dasharray:3.4 2.5}",
        ".contested .slash{stroke-width:1.6}",
        f".failed .ring{{stroke:{p.undercut_pale};stroke-width:1.6}}",
        f".contradiction{{fill:none;stroke:{p.contradiction};stroke-width:4.4}}",
        f".core{{fill:none;stroke:{p.canvas};stroke-width:1.6}}",
        f".core.framed{{stroke:{p.frame}}}",
        f".tip{{fill:{p.contradiction}}}",
        f".pill{{fill:{p.surface};stroke:{p.contradiction}}}",
        f".mark{{fill:none;stroke:{p.muted};stroke-width:1.9;{_ROUND}}}",
        f".mark.in{{stroke:{p.reason}}}",
        f".mark.undecided{{stroke:{p.contested}}}",
        f".mark.out{{stroke:{p.rebuttal}}}",
        ".mark.unsupported{stroke-width:1.6}",
    ]
