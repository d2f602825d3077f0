"""Showing what was found in maps, the same way in every command."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from argmap.cli.console import ColorChoice, takes_color, tell
from argmap.diagnostics import Diagnostic, has_errors, in_order
from argmap.report import Findings, summary, writer
from argmap.source import SourceFile
from argmap.workspace import Loaded


def collect(results: Iterable[Loaded]) -> Findings:
    """All that was found in the maps, each thing once even if two maps import the same file."""
    found: list[Diagnostic] = []
    files: dict[str, SourceFile] = {}
    maps = 0
    for loaded in results:
        maps += 1
        if loaded.diagnostics:
            found += loaded.diagnostics
            files.update(loaded.files)
    return Findings(in_order(found), files, maps)


def refused(findings: Findings, color: ColorChoice) -> bool:
    """Whether there are errors of the language; if so, says all that `check` would say.

    It says so on standard error: the results of the commands that ask are not findings.
    """
    if not has_errors(findings.diagnostics):
        return False
    report = writer("full")(findings, takes_color(color, sys.stderr))
    tell(report + summary(findings))
    return True
