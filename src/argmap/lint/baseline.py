"""Findings that were there before: a file that lists them, so that only new ones are told.

Errors of the language are never in it. A finding is known by its fingerprint.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from argmap.diagnostics import Diagnostic
from argmap.lint.fingerprints import fingerprints
from argmap.lint.registry import MODULES
from argmap.source import SourceFile

VERSION = 1


def read_baseline(text: str) -> frozenset[str] | str:
    """The fingerprints in a baseline, or what is wrong with it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return "it is not JSON"
    if not isinstance(data, dict) or data.get("argmap-baseline") != VERSION:
        return f'it is no baseline: there is no `"argmap-baseline": {VERSION}` in it'
    findings = data.get("findings")
    if not isinstance(findings, list):
        return "it has no list of findings"
    return frozenset(
        one["fingerprint"]
        for one in findings
        if isinstance(one, dict) and isinstance(one.get("fingerprint"), str)
    )


def in_baseline(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that may be listed: those of rules."""
    return tuple(one for one in diagnostics if one.code in MODULES)


def write_baseline(
    diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile], names: Mapping[str, str]
) -> str:
    """A baseline of some findings, one a line, so that a change of it can be read."""
    told = in_baseline(diagnostics)
    rows = [
        {
            "path": names.get(one.span.path, one.span.path),
            "rule": one.name,
            "message": one.message,
            "fingerprint": fingerprint,
        }
        for one, fingerprint in zip(told, fingerprints(told, files, names), strict=True)
    ]
    lines = ",\n".join(f"    {json.dumps(row, ensure_ascii=True)}" for row in rows)
    listed = f"[\n{lines}\n  ]" if rows else "[]"
    return f'{{\n  "argmap-baseline": {VERSION},\n  "findings": {listed}\n}}\n'


def new_findings(
    diagnostics: Iterable[Diagnostic],
    files: Mapping[str, SourceFile],
    names: Mapping[str, str],
    known: frozenset[str],
) -> tuple[Diagnostic, ...]:
    """The findings that a baseline does not have."""
    told = tuple(diagnostics)
    judged = in_baseline(told)
    old = {
        index
        for index, fingerprint in enumerate(fingerprints(judged, files, names))
        if fingerprint in known
    }
    left = {id(one) for index, one in enumerate(judged) if index not in old}
    return tuple(one for one in told if one.code not in MODULES or id(one) in left)
