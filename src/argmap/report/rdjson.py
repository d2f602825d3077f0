"""The report for reviewdog: its Diagnostic Format. Columns count bytes of UTF-8, as it asks."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diagnostics import Diagnostic, Severity
from argmap.report.findings import Findings
from argmap.report.json import Json, dumps
from argmap.source import SourceFile, Span

_SEVERITY: Mapping[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(findings: Findings, color: bool) -> str:
    """An object with a list of findings."""
    data: Json = {
        "source": {"name": "argmap"},
        "diagnostics": [_finding(one, findings.files) for one in findings.diagnostics],
    }
    return dumps(data, indent=2) + "\n"


def _finding(one: Diagnostic, files: Mapping[str, SourceFile]) -> Json:
    """A finding; a fix of one edit is a suggestion, since several would be offered one by one."""
    edits = one.fix.edits if one.fix else ()
    suggestions: list[Json] = [
        {"range": _range(edit.span, files), "text": edit.text}
        for edit in edits
        if len(edits) == 1 and edit.span.path == one.span.path
    ]
    related: list[Json] = [
        {"message": other.message, "location": _location(other.span, files)}
        for other in one.related
    ]
    return {
        "message": f"{one.message}\n{one.help}" if one.help else one.message,
        "location": _location(one.span, files),
        "severity": _SEVERITY[one.severity],
        "code": {"value": f"{one.code} {one.name}"},
        "suggestions": suggestions,
        "relatedLocations": related,
    }


def _location(span: Span, files: Mapping[str, SourceFile]) -> Json:
    return {"path": span.path, "range": _range(span, files)}


def _range(span: Span, files: Mapping[str, SourceFile]) -> Json:
    source = files.get(span.path)
    return {
        "start": {"line": span.line, "column": _bytes(source, span.line, span.column)},
        "end": {"line": span.end_line, "column": _bytes(source, span.end_line, span.end_column)},
    }


def _bytes(source: SourceFile | None, line: int, column: int) -> int:
    before = source.line(line)[: column - 1] if source is not None else ""
    return len(before.encode("utf-8", "surrogatepass")) + 1 if before else column
