"""Applies the fixes of findings to the texts of maps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.cli.inputs import Input
from argmap.cli.judge import Judged
from argmap.diagnostics import Diagnostic
from argmap.extras import MissingExtra
from argmap.lint.fixes import mend, without_fixes
from argmap.lint.settings import Settings
from argmap.workspace import CannotRead, load_text
from argmap.workspace.findings import findings_of, looked_at


class Repaired(NamedTuple):
    """A map after its fixes: what is left to say about it, the text before and after."""

    judged: Judged
    before: str
    after: str
    fixed: int


def repair(one: Input, settings: Settings, *, unsafe: bool) -> Repaired:
    """Read a map and fix what can be fixed in it; nothing is written."""
    try:
        loaded = one.load()
    except (CannotRead, MissingExtra) as error:
        return Repaired(Judged(one.name, (), {}, str(error)), "", "", 0)
    source = loaded.document.source

    def find(text: str) -> tuple[Diagnostic, ...]:
        return findings_of(load_text(text, one.name, one.folder), settings)

    mended = mend(source, find, _errors, unsafe=unsafe)
    again = load_text(mended.text, one.name, one.folder) if mended.fixed else loaded
    found, lacking = looked_at(again, settings)
    if mended.settled:
        found = without_fixes(found, source.path, unsafe=unsafe)
    judged = Judged(one.name, found, again.files, lacking=lacking)
    return Repaired(judged, source.text, mended.text, mended.fixed)


def _errors(findings: Iterable[Diagnostic]) -> int:
    """How many errors of the language there are."""
    return sum(one.code.startswith("ARG0") and one.severity == "error" for one in findings)
