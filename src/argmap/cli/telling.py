"""Tells the findings of `argmap check`, and ends with the exit code that they call for."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.cli.console import ColorChoice, emit, takes_color, tell
from argmap.diagnostics import Diagnostic, Severity
from argmap.lint.fixes import fixable
from argmap.report import FORMATS, Findings, summary, visible, writer

_RANK: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


class Telling(NamedTuple):
    """How findings are told, and from which severity on they make the run fail."""

    format: str
    fail_on: Severity
    statistics: bool
    unsafe: bool
    quiet: bool
    color: ColorChoice
    maps: frozenset[str]

    def tell(
        self, findings: Findings, unread: Sequence[str], *, fixed: int = 0, beside: bool = False
    ) -> int:
        """Tell findings and what could not be read; the exit code.

        `fixed` counts the fixes that were made; `beside` says that standard output has
        another use, so that all is told on standard error. Only `maps` are fixed, by name, and
        not what they import.
        """
        text = "".join(self._parts(findings, unread, fixed, beside))
        if beside and text:
            tell(text.removesuffix("\n"))
        elif text:
            emit(text)
        for error in unread:
            tell(f"argmap: {visible(error)}")
        if unread:
            return 2
        limit = _RANK[self.fail_on]
        return int(any(_RANK[one.severity] >= limit for one in findings.diagnostics))

    def _parts(
        self, findings: Findings, unread: Sequence[str], fixed: int, beside: bool
    ) -> Iterator[str]:
        for_people = FORMATS[self.format].for_people
        if self.statistics and for_people:
            yield from self._statistics(findings.diagnostics)
        elif findings.diagnostics or not for_people:
            color = takes_color(self.color, sys.stderr if beside else sys.stdout)
            yield writer(self.format)(findings, color)
        if for_people and not self.quiet and (findings.maps or not unread):
            yield f"{summary(findings)}{self._fixes(findings.diagnostics, fixed)}\n"

    def _fixes(self, diagnostics: Iterable[Diagnostic], fixed: int) -> str:
        """What was fixed, and what could be."""
        told = tuple(diagnostics)
        safe = sum(self._fixable(one, unsafe=False) for one in told)
        unsafe = sum(self._fixable(one, unsafe=True) for one in told) - safe
        parts = []
        if fixed:
            parts.append(f"{fixed} fix{'' if fixed == 1 else 'es'} made")
        if safe:
            parts.append(f"{safe} can be fixed with --fix")
        if unsafe:
            also = "more " if safe else ""
            parts.append(f"{unsafe} {also}can be fixed with --fix --unsafe-fixes")
        return "".join(f"; {part}" for part in parts)

    def _fixable(self, one: Diagnostic, *, unsafe: bool) -> bool:
        return one.span.path in self.maps and fixable(one, one.span.path, unsafe=unsafe)

    def _statistics(self, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
        """A line for each rule, the most frequent first."""
        counts = Counter((one.code, one.name) for one in diagnostics)
        mendable = {one.code for one in diagnostics if self._fixable(one, unsafe=True)}
        digits = len(str(max(counts.values(), default=0)))
        for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            fix = " (some can be fixed)" if code in mendable else ""
            yield f"{count:>{digits}}  {code}  {name}{fix}\n"
