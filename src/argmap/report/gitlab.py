"""The report for GitLab's code quality: what a merge request adds and what it mends."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diagnostics import Severity
from argmap.lint.fingerprints import fingerprints
from argmap.report.findings import Findings
from argmap.report.json import Json, dumps

_SEVERITY: Mapping[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def write(findings: Findings, color: bool) -> str:
    """A list with an object for each finding."""
    keys = fingerprints(findings.diagnostics, findings.files)
    listed: list[Json] = [
        {
            "description": f"{one.message}; {one.hint}" if one.hint else one.message,
            "check_name": one.name,
            "fingerprint": key,
            "severity": _SEVERITY[one.severity],
            "location": {
                "path": one.span.path,
                "lines": {"begin": one.span.line, "end": one.span.end_line},
            },
        }
        for one, key in zip(findings.diagnostics, keys, strict=True)
    ]
    return dumps(listed, indent=2) + "\n"
