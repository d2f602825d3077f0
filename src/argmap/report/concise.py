"""The report of one line a finding, as compilers print it and editors read it."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic
from argmap.report.findings import Findings
from argmap.report.paint import Paint
from argmap.report.visible import visible


def write(findings: Findings, color: bool) -> str:
    """`path:line:column: severity[code] message; hint`, a line for each finding."""
    paint = Paint(color)
    return "".join(f"{_line(one, paint)}\n" for one in findings.diagnostics)


def _line(one: Diagnostic, paint: Paint) -> str:
    kind = paint.severity(one.severity, f"{one.severity}[{one.code}]")
    hint = f"; {visible(one.hint)}" if one.hint else ""
    return f"{paint.strong(f'{visible(str(one.span))}:')} {kind} {visible(one.message)}{hint}"
