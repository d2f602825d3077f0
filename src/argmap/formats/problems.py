"""What can be wrong with a file of another format: one table of codes, one way to say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.model.map import ArgumentMap
from argmap.source import Span

PROBLEMS: Final[dict[str, str]] = {
    "json-syntax": "FMT001",
    "json-nesting": "FMT002",
    "json-number": "FMT003",
    "json-surrogate": "FMT004",
    "json-duplicate-key": "FMT005",
    "wrong-version": "FMT010",
    "wrong-type": "FMT011",
    "missing-key": "FMT012",
    "unknown-key": "FMT013",
    "wrong-value": "FMT014",
    "duplicate-id": "FMT020",
    "dangling-id": "FMT021",
    "wrong-section": "FMT022",
    "undercut-cycle": "FMT023",
    "bibtex-syntax": "FMT030",
    "bibtex-value": "FMT031",
    "bibliography-key": "FMT032",
    "not-a-bibliography": "FMT033",
    "repeated-field": "FMT034",
}
"""The name of each problem and its code, which is never used again for another."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A map and what is wrong with it; where there are problems, the map is an empty one."""

    map: ArgumentMap
    problems: tuple[Diagnostic, ...]


def problem(
    name: str,
    span: Span,
    message: str,
    help_: str = "",
    *,
    severity: Severity = "error",
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding about a file that cannot be read as a map, or as a bibliography."""
    return Diagnostic(
        PROBLEMS[name], name, severity, span, message, help_, hint=help_, related=related
    )
