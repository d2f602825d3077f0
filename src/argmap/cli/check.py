"""`argmap check`: all that could be wrong in maps."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from argmap.cli import options
from argmap.cli.console import emit, takes_color, tell, waiting
from argmap.cli.findings import collect
from argmap.cli.inputs import Input, inputs, none_found
from argmap.diagnostics import Severity
from argmap.report import FORMATS, summary, visible, writer
from argmap.workspace import CannotRead, Loaded

EXAMPLES = (
    "argmap check                        all maps in this folder and below",
    "argmap check maps debate.arg        some of them",
    "argmap check --output-format concise --fail-on error maps",
    "cat debate.arg | argmap check -     what is on standard input",
)

OutputFormat = Literal["full", "concise", "json"]

_RANK: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def command(
    paths: options.Paths = None,
    *,
    output_format: Annotated[
        OutputFormat, options.Option(help="How to write the findings.")
    ] = "full",
    fail_on: Annotated[
        Severity, options.Option(help="Exit with 1 for findings as grave as this, or graver.")
    ] = "warning",
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Find what is wrong in maps.

    Exits with 0 if there is nothing, 1 if there are findings, 2 if a file cannot be read.
    """
    unread: list[CannotRead] = []
    arguments = paths or ["."]
    with waiting("checking", quiet):
        findings = collect(_read(inputs(arguments, stdin_filename), unread))
    for_people = FORMATS[output_format].for_people
    if findings.diagnostics or not for_people:
        emit(writer(output_format)(findings, takes_color(color, sys.stdout)))
    if for_people and not quiet and (findings.maps or not unread):
        emit(f"{summary(findings)}\n")
    for error in unread:
        tell(f"argmap: {visible(str(error))}")
    if findings.maps == 0 and not unread and not quiet:
        tell(none_found(arguments))
    if unread:
        return 2
    return int(any(_RANK[one.severity] >= _RANK[fail_on] for one in findings.diagnostics))


def _read(maps: Sequence[Input], unread: list[CannotRead]) -> Iterator[Loaded]:
    """The maps one after the other; those that cannot be read are put in `unread`."""
    for one in maps:
        try:
            yield one.load()
        except CannotRead as error:
            unread.append(error)
