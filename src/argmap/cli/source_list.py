"""`argmap source list`: what rests on which source, and whether it is there."""

from __future__ import annotations

from typing import Annotated, Literal

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.one_map import read_one
from argmap.formats.foundations import json, text
from argmap.lint.context import Context
from argmap.lint.resting import foundations
from argmap.report import visible, visible_lines

EXAMPLES = (
    "argmap source list debate.arg              each source, and each quotation from it",
    "argmap source list debate.arg --to json    the same for other programs",
)

Form = Literal["text", "json"]


def command(
    map_: options.Map,
    *,
    to: Annotated[Form, options.Option(help="How to write what was found.")] = "text",
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Show what rests on which source, and whether it is there.

    Each quotation is looked up in the file of its source. If the map has errors, they are shown,
    nothing is listed, and the exit code is 1.
    """
    with waiting("looking up what is quoted", quiet):
        loaded = read_one(map_, stdin_filename, color)
        if loaded is None:
            return 1
        library = loaded.library()
        found = foundations(Context(loaded.map, loaded.document, library=library))
    emit(json.write(found) if to == "json" else visible_lines(text.write(found)))
    lacking = library.lacking if library is not None else ()
    for missing in lacking:
        tell(f"argmap: {visible(missing)}")
    return 2 if lacking else 0
