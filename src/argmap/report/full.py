"""The report for people: each finding with the text it is about, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argmap.diagnostics import Diagnostic
from argmap.report.findings import Findings
from argmap.report.frame import Gutter, Underlined, frame
from argmap.report.paint import Paint
from argmap.report.visible import visible


def write(findings: Findings, color: bool) -> str:
    """The findings one below the other, a blank line after each."""
    paint = Paint(color)
    blocks = ("\n".join(_block(one, findings, paint)) for one in findings.diagnostics)
    return "".join(f"{block}\n\n" for block in blocks)


def _block(one: Diagnostic, findings: Findings, paint: Paint) -> Iterator[str]:
    head = paint.severity(one.severity, f"{one.severity}[{one.code}]")
    yield f"{head}{paint.strong(f': {visible(one.message)}')}"
    own = Underlined(one.span, one.label, "^", partial(paint.severity, one.severity))
    others = (Underlined(other.span, other.message, "-", paint.frame) for other in one.related)
    places = (own, *others)
    gutter = Gutter.around((place.span for place in places), paint.frame)
    for place in places:
        yield from frame(findings.files.get(place.span.path), place, gutter)
    if one.help:
        yield f"{' ' * gutter.room}{paint.help('= help:')} {visible(one.help)}"
