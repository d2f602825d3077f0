"""The report for programs that read line by line: the objects of the JSON report, one a line."""

from __future__ import annotations

from argmap.report.findings import Findings
from argmap.report.json import dumps, finding


def write(findings: Findings, color: bool) -> str:
    """A line with an object for each finding."""
    return "".join(f"{dumps(finding(one))}\n" for one in findings.diagnostics)
