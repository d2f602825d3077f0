"""`argmap fmt`: the text of maps in the one canonical layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from argmap.cli import options
from argmap.cli.console import emit, tell, watched
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import Input, inputs, none_found
from argmap.cli.rewriting import put_back, show_difference
from argmap.diagnostics import has_errors
from argmap.report import visible
from argmap.sentences import counted
from argmap.syntax import format_document
from argmap.workspace import CannotRead, Loaded

EXAMPLES = (
    "argmap fmt                   all maps in this folder and below, in place",
    "argmap fmt --check maps      only say which would change",
    "argmap fmt --diff maps       only say what would change",
    "argmap fmt - < debate.arg    from standard input to standard output",
)


@dataclass(slots=True)
class _Tally:
    """How many maps there were of each kind."""

    changed: int = 0
    unchanged: int = 0
    faulty: int = 0
    unread: int = 0


def command(
    paths: options.Paths = None,
    *,
    check: Annotated[
        bool, options.Option("--check", help="Write nothing; exit with 1 if a map would change.")
    ] = False,
    diff: options.Diff = False,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Lay the text of maps out in the one canonical way.

    Comments, order, line endings and meaning stay as they are. A map with errors is left
    untouched and its errors are shown; the exit code is then 1.
    """
    tally = _Tally()
    arguments = paths or ["."]
    maps = inputs(arguments, stdin_filename)
    results = watched(map(_formatted, maps), "formatting", len(maps), quiet)
    for one, result in zip(maps, results, strict=True):
        if isinstance(result, CannotRead):
            tally.unread += 1
            tell(f"argmap: {visible(str(result))}")
        elif isinstance(result, Loaded):
            tally.faulty += 1
            refused(collect([result]), color)
        else:
            old, new = result
            tally.changed += old != new
            tally.unchanged += old == new
            if diff:
                show_difference(one.name, old, new)
            elif check and old != new:
                emit(f"{visible(one.name)} is not formatted\n")
            elif not check:
                put_back(one, old, new)
    if not quiet and not maps:
        tell(none_found(arguments))
    elif not quiet and all(one.path for one in maps):
        tell(_told(tally, "would be formatted" if check or diff else "formatted"))
    if tally.unread:
        return 2
    return int(tally.faulty > 0 or (tally.changed > 0 and (check or diff)))


def _formatted(one: Input) -> tuple[str, str] | Loaded | CannotRead:
    """The text as it is and as it should be, or what stands in the way."""
    try:
        loaded = one.load()
    except CannotRead as error:
        return error
    if has_errors(found for found in loaded.diagnostics if found.span.path == one.name):
        return loaded
    return loaded.files[one.name].text, format_document(loaded.document)


def _told(tally: _Tally, deed: str) -> str:
    parts = []
    if tally.changed:
        parts.append(f"{counted(tally.changed, 'map')} {deed}")
    if tally.unchanged:
        parts.append(f"{counted(tally.unchanged, 'map')} already in form")
    if tally.faulty:
        parts.append(f"{counted(tally.faulty, 'map')} with errors left untouched")
    return ", ".join(parts)
