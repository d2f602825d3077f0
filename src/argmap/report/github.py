"""The report for GitHub Actions: workflow commands that become notes on the lines of a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.diagnostics import Diagnostic, Severity
from argmap.report.findings import Findings
from argmap.report.visible import visible

_COMMAND: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def write(findings: Findings, color: bool) -> str:
    """A command for each finding."""
    return "".join(f"{_command(one)}\n" for one in findings.diagnostics)


def _command(one: Diagnostic) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _properties(one))
    text = "\n".join(visible(part) for part in (one.message, one.help) if part)
    return f"::{_COMMAND[one.severity]} {properties}::{_data(text)}"


def _properties(one: Diagnostic) -> Iterator[tuple[str, str]]:
    """Where it is and what it is; GitHub takes columns only within one line."""
    yield "file", visible(one.span.path)
    yield "line", str(one.span.line)
    yield "endLine", str(one.span.end_line)
    if one.span.line == one.span.end_line:
        yield "col", str(one.span.column)
        yield "endColumn", str(one.span.end_column)
    yield "title", f"{one.name} ({one.code})"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
