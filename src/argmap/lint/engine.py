"""Runs the rules over a map and takes out what the map's own comments silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, in_order
from argmap.lint import registry
from argmap.lint.context import Context
from argmap.lint.settings import Settings
from argmap.lint.suppressions import silence
from argmap.model import ArgumentMap
from argmap.source import SourceFile
from argmap.syntax import Document

if TYPE_CHECKING:
    from argmap.quotations.library import Library


def lint(
    map_: ArgumentMap,
    settings: Settings,
    document: Document | None = None,
    library: Library | None = None,
) -> tuple[Diagnostic, ...]:
    """What the rules find in a map, in order of place.

    The map must be free of language errors: a map that is half understood says things that its
    writer did not. `document` is the map's own file. Without one, comments silence nothing, what
    shows in the text alone is not found, and no fix is offered. `library` has the files of the
    map's sources; without it, nothing is looked up in them.
    """
    if document is None:
        bare = lint(map_, settings, Document(SourceFile(_own_path(map_), ""), (), ()))
        return tuple(replace(one, fix=None) for one in bare)
    context = Context(map_, document, settings.options, library=library)
    about_maps = [code for code in settings.enabled if not registry.rule(code).rule.of_comments]
    found = [one for code in about_maps for one in _run(code, context)]
    kept, unused = silence(found, context.suppressions, about_maps)
    with_unused = Context(map_, document, settings.options, unused)
    for code in settings.enabled:
        if registry.rule(code).rule.of_comments:
            kept += _run(code, with_unused)
    return in_order(_with_severity(one, settings) for one in kept)


def _own_path(map_: ArgumentMap) -> str:
    """The file that the map's first claim stands in, which is the map's own."""
    return next((claim.at.path for claim in map_.claims), map_.path)


def _run(code: str, context: Context) -> Iterator[Diagnostic]:
    """What a rule finds in the map's own file."""
    path = context.document.path
    return (one for one in registry.rule(code).check(context) if one.span.path == path)


def _with_severity(one: Diagnostic, settings: Settings) -> Diagnostic:
    wanted = settings.severity.get(one.code, one.severity)
    return one if wanted == one.severity else replace(one, severity=wanted)
