"""What the tests of rules share: a text, checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from argmap.config import Config
from argmap.diagnostics import Diagnostic, has_errors
from argmap.lint.settings import Settings, settle
from argmap.workspace import load_text
from argmap.workspace.findings import findings_of


def settings(**given: object) -> Settings:
    """Settings as a project would give them."""
    found = settle(Config(**given))  # type: ignore[arg-type]
    assert isinstance(found, Settings), found
    return replace(found, options=found.options._replace(today="2026-01-31"))


def check(text: str, folder: Path | None = None, **given: object) -> tuple[Diagnostic, ...]:
    """All that is found in a text, which must be free of errors of the language."""
    loaded = load_text(text, "map.arg", folder)
    assert not has_errors(loaded.diagnostics), loaded.diagnostics
    return findings_of(loaded, settings(**given))


def names(found: tuple[Diagnostic, ...]) -> list[str]:
    """The rules that found something."""
    return [one.name for one in found]
