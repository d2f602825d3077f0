"""All that is wrong in a map that was read: what its language says, then what the rules say."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic, has_errors, in_order
from argmap.lint.engine import lint
from argmap.lint.settings import Settings
from argmap.workspace.load import Loaded


def findings_of(loaded: Loaded, settings: Settings) -> tuple[Diagnostic, ...]:
    """All that is wrong in a map. Rules are not applied to one with errors of the language."""
    if has_errors(loaded.diagnostics):
        return loaded.diagnostics
    found = lint(loaded.map, settings, loaded.document)
    return in_order((*loaded.diagnostics, *found))
