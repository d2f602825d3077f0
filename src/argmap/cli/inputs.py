"""The maps that the arguments of a command name, from files, folders and standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.cli import options
from argmap.cli.around import STDIN, Around
from argmap.report import visible
from argmap.sentences import either
from argmap.workspace import (
    LARGEST,
    SUFFIX,
    CannotRead,
    Loaded,
    discover,
    load,
    load_text,
    shown,
    within_limit,
)


class Input(NamedTuple):
    """A map to read. `path` is None for standard input, `name` is what people see."""

    path: Path | None
    name: str
    folder: Path

    def load(self) -> Loaded:
        """The map, with all that was found while reading it."""
        if self.path is not None:
            return load(self.path)
        return load_text(read_stdin(), self.name, self.folder)


def inputs(
    arguments: Sequence[str], stdin_filename: str | None = None, around: Around | None = None
) -> tuple[Input, ...]:
    """What the arguments name, each thing once.

    `around` says what is left out of folders; otherwise what lies around the arguments does.
    """
    if stdin_filename is not None and STDIN not in arguments:
        raise options.BadParameter(
            "it says where standard input belongs; add `-` to read that",
            param_hint="--stdin-filename",
        )
    if "" in arguments:
        raise options.BadParameter(
            "a name is empty; is a variable of the shell not set?", param_hint="PATH"
        )
    for one in arguments:
        _refuse_json(one)
    excludes = (around or Around(arguments)).excludes
    files = discover((Path(one) for one in arguments if one != STDIN), excludes)
    found = [Input(path, shown(path), path.parent) for path in files]
    if STDIN in arguments:
        found.append(_stdin(stdin_filename))
    return tuple(found)


def _refuse_json(name: str) -> None:
    """No map: what is wrong with it as one would be beside the point."""
    path = Path(name)
    if path.suffix.lower() == ".json" and path.is_file():
        map_name = shown(path.with_suffix(SUFFIX))
        raise options.BadParameter(
            f"{shown(path)} is JSON; where that of a map is in it, "
            f"`argmap convert {shown(path)} {map_name}` writes the map"
        )


def none_found(arguments: Sequence[str]) -> str:
    """What to say when the arguments name folders without maps."""
    folders = ("the current folder" if one == "." else visible(one) for one in arguments)
    left_out = ""
    if discover(map(Path, arguments), ask_git=False):
        left_out = ", apart from what git ignores or `exclude` leaves out"
    return f"There is no map (a file named *{SUFFIX}) in {either(folders)} or below{left_out}."


def read_stdin() -> bytes:
    """All that standard input holds."""
    if sys.stdin is None:
        raise CannotRead("cannot read standard input: it is closed; name a file instead of `-`")
    return within_limit(sys.stdin.buffer.read(LARGEST + 1), "standard input")


def _stdin(filename: str | None) -> Input:
    if filename is None:
        return Input(None, "<stdin>", Path())
    path = Path(filename)
    return Input(None, shown(path), path.parent)
