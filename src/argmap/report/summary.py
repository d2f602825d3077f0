"""The last line of a run: how much was found, or that nothing was."""

from __future__ import annotations

from collections import Counter

from argmap.report.findings import Findings
from argmap.sentences import counted


def summary(findings: Findings) -> str:
    """Such as `3 findings in 2 files (1 error, 2 warnings)` or `5 maps, no findings`."""
    if not findings.diagnostics:
        return f"{counted(findings.maps, 'map')}, no findings"
    by_severity = Counter(one.severity for one in findings.diagnostics)
    files = len({one.span.path for one in findings.diagnostics})
    parts = [
        counted(by_severity["error"], "error"),
        counted(by_severity["warning"], "warning"),
        f"{by_severity['info']:,} info",
    ]
    told = ", ".join(part for part in parts if not part.startswith("0 "))
    total = counted(len(findings.diagnostics), "finding")
    return f"{total} in {counted(files, 'file')} ({told})"
