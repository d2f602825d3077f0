"""What a report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.source import SourceFile


class Findings(NamedTuple):
    """The findings of one run in their order, and the files they point into by shown path.

    `maps` is how many maps were looked at.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    maps: int
