"""The report as the result of tests, for systems that show those: a suite for each file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from argmap.diagnostics import Diagnostic
from argmap.report.findings import Findings
from argmap.report.visible import visible

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;"}


def write(findings: Findings, color: bool) -> str:
    """A suite for each file with findings, or one with a test that passed."""
    return "\n".join(_lines(findings)) + "\n"


def _lines(findings: Findings) -> Iterator[str]:
    count = len(findings.diagnostics)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="argmap check" tests="{max(count, 1)}" failures="{count}" errors="0">'
    if not count:
        yield '  <testsuite name="argmap check" tests="1" failures="0" errors="0">'
        yield '    <testcase classname="argmap check" name="no findings"/>'
        yield "  </testsuite>"
    for path, group in groupby(findings.diagnostics, key=lambda one: one.span.path):
        told = list(group)
        numbers = f'tests="{len(told)}" failures="{len(told)}" errors="0"'
        yield f'  <testsuite name="{_text(path)}" {numbers}>'
        for one in told:
            yield from _case(one)
        yield "  </testsuite>"
    yield "</testsuites>"


def _case(one: Diagnostic) -> Iterator[str]:
    place, rule = f"{one.span.line}:{one.span.column}", f"{one.name} ({one.code})"
    yield f'    <testcase classname="{_text(one.span.path)}" name="{_text(f"{place} {rule}")}">'
    yield f'      <failure type="{one.severity}" message="{_text(one.message)}">'
    yield f"{_text(str(one.span))}{f': {_text(one.help)}' if one.help else ''}</failure>"
    yield "    </testcase>"


def _text(text: str) -> str:
    shown = _NO_XML.sub("\ufffd", visible(text))
    return "".join(_MARKS.get(character, character) for character in shown)
