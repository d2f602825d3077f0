"""Colour, for those who asked for it. Without it the text is the same, character by character."""

from __future__ import annotations

from typing import NamedTuple

from argmap.diagnostics import Severity

_SEVERITY: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}


class Paint(NamedTuple):
    """Puts colour on text, or leaves it alone where `on` is false."""

    on: bool

    def severity(self, severity: Severity, text: str) -> str:
        """The colour of an error, a warning, an info."""
        return self._with(_SEVERITY[severity], text)

    def strong(self, text: str) -> str:
        """What is read first."""
        return self._with("1", text)

    def frame(self, text: str) -> str:
        """The lines around a source text, and second places in it."""
        return self._with("34", text)

    def help(self, text: str) -> str:
        """The mend."""
        return self._with("32", text)

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
