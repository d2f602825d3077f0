"""What the tests of the command line share: maps, and how a run is started."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import argmap

PACKAGE = Path(argmap.__file__).parent.parent
GOOD = "[rain] It will rain.\n  + [clouds] Clouds gather in the west.\n"
LOOSE = "[rain]   It will rain.\n    +   [clouds] Clouds gather in the west.\n"
BAD = "[rain] It will rain.\n  + [cluods]\n\n[clouds] Clouds gather in the west.\n"


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


Runner = Callable[..., Result]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The variables a run sees: ours, without those that change what argmap prints, or that make
    every run compile its modules and the grammar anew."""
    hushed = {"NO_COLOR", "FORCE_COLOR", "TERM", "ARGMAP_DEBUG", "COLUMNS"}
    hushed |= {"PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in hushed}
    return {**kept, "PYTHONPATH": str(PACKAGE), **(extra or {})}
