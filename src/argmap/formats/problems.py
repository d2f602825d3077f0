"""What can be wrong with a file that is read as a map: one table of codes, one way to say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Diagnostic
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
}
"""The name of each problem and its code, which is never used again for another."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A map and what is wrong with it; where there are problems, the map is an empty one."""

    map: ArgumentMap
    problems: tuple[Diagnostic, ...]


def problem(name: str, span: Span, message: str, help_: str = "") -> Diagnostic:
    """A finding about a file that cannot be read as a map."""
    return Diagnostic(PROBLEMS[name], name, "error", span, message, help_)
