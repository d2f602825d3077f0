"""All that is wrong in a map that was read: what its language says, then what the rules say."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic, has_errors, in_order
from argmap.lint.engine import lint
from argmap.lint.settings import Settings
from argmap.workspace.load import Loaded


def findings_of(loaded: Loaded, settings: Settings) -> tuple[Diagnostic, ...]:
    """All that is wrong in a map."""
    return looked_at(loaded, settings)[0]


def looked_at(loaded: Loaded, settings: Settings) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
    """All that is wrong in a map, and what has to be installed for its sources, a sentence each.

    Rules are not applied to a map with errors of the language.
    """
    if has_errors(loaded.diagnostics):
        return loaded.diagnostics, ()
    library = loaded.library()
    found = lint(loaded.map, settings, loaded.document, library)
    lacking = () if library is None else tuple(library.lacking)
    return in_order((*loaded.diagnostics, *found)), lacking
