"""Options that several commands have, spelled and explained once, beside typer's own words."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, BadParameter, Option

from argmap.cli.completion import claims, conclusions, rules, schemes
from argmap.cli.console import ColorChoice

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

Quiet = Annotated[bool, Option("--quiet", "-q", help="Say only what has to be said.")]
Color = Annotated[
    ColorChoice,
    Option(help="Color what is printed; `auto` does on a terminal, unless NO_COLOR is set."),
]
Diff = Annotated[bool, Option("--diff", help="Write nothing; show what would change.")]
Map = Annotated[
    str,
    Argument(metavar="MAP", help="The map, or `-` for standard input.", show_default=False),
]
Maps = Annotated[
    list[str],
    Argument(
        metavar="MAP...",
        help="Maps, folders with maps in them, or `-` for standard input.",
        show_default=False,
    ),
]
Paths = Annotated[
    list[str] | None,
    Argument(
        metavar="[PATH]...",
        help="Maps, folders with maps in them, or `-` for standard input; "
        "the current folder if none is given.",
        show_default=False,
    ),
]
StdinFilename = Annotated[
    str | None,
    Option(
        metavar="NAME",
        help="Where the text on standard input belongs, for messages and imports.",
    ),
]
