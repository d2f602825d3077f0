"""All that is wrong in a map that was read: what its language says, then what the rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, has_errors, in_order
from argmap.lint.engine import lint
from argmap.lint.settings import Settings
from argmap.workspace.load import Loaded

if TYPE_CHECKING:
    from argmap.workspace.sources import SourceFiles


def findings_of(loaded: Loaded, settings: Settings) -> tuple[Diagnostic, ...]:
    """All that is wrong in a map."""
    return looked_at(loaded, settings)[0]


def looked_at(loaded: Loaded, settings: Settings) -> tuple[tuple[Diagnostic, ...], str]:
    """All that is wrong in a map, and what kept its sources from being read, if anything did.

    Rules are not applied to a map with errors of the language.
    """
    if has_errors(loaded.diagnostics):
        return loaded.diagnostics, ""
    library = loaded.library()
    found = lint(loaded.map, settings, loaded.document, library)
    return in_order((*loaded.diagnostics, *found)), lacking(loaded, library)


def lacking(loaded: Loaded, library: SourceFiles | None) -> str:
    """What has to be installed to read the sources that were asked for, in a sentence; may be
    empty."""
    if library is None or not library.lacking:
        return ""
    kinds = " and ".join(library.lacking)
    return (
        f"cannot look up what {loaded.document.path} quotes from {kinds}: "
        "install argmap with its extra `sources`, as in `pip install 'argmap[sources]'`"
    )
