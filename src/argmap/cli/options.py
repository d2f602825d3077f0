"""What the signatures of commands are made of, loaded when it is looked at.

Signatures are looked at by typer alone. A call that needs no typer must not load it for the
sake of its annotations, so the names here are fetched from `argmap.cli.declare` on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.cli.declare import (
        Argument,
        BadParameter,
        Color,
        Diff,
        Map,
        Maps,
        Option,
        Paths,
        Quiet,
        StdinFilename,
        claims,
        conclusions,
        rules,
        schemes,
    )

    __all__ = [
        "Argument",
        "BadParameter",
        "Color",
        "Diff",
        "Map",
        "Maps",
        "Option",
        "Paths",
        "Quiet",
        "StdinFilename",
        "claims",
        "conclusions",
        "rules",
        "schemes",
    ]
else:

    def __getattr__(name: str) -> object:
        return getattr(import_module("argmap.cli.declare"), name)
