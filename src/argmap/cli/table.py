"""The table of commands: their names, where they are written, what they do in a line.

A command is a module with a function `command`, whose signature is its options and whose
docstring its help, and with `EXAMPLES` for that help. A group of commands has a table of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

PROGRAM = "argmap"


class Command(NamedTuple):
    """Where a command is written, and the first line of its help.

    `takes_paths` says that its arguments are any number of paths, and that it needs no option. A
    group has no module, and the `commands` that follow its name.
    """

    module: str
    summary: str
    takes_paths: bool = False
    commands: Mapping[str, Command] = {}


_SOURCE: Mapping[str, Command] = {
    "list": Command(
        "argmap.cli.source_list", "Show what rests on which source, and whether it is there."
    ),
    "pin": Command(
        "argmap.cli.source_pin", "Write into maps which state of each source was quoted."
    ),
}

COMMANDS: Mapping[str, Command] = {
    "new": Command("argmap.cli.new", "Write a first map, with comments that explain it."),
    "check": Command("argmap.cli.check", "Find what is wrong in maps.", takes_paths=True),
    "render": Command("argmap.cli.render", "Draw maps.", takes_paths=True),
    "fmt": Command(
        "argmap.cli.fmt", "Lay the text of maps out in the one canonical way.", takes_paths=True
    ),
    "eval": Command("argmap.cli.eval", "Say which claims of a map stand, and why."),
    "crux": Command("argmap.cli.crux", "Find the single claims that a conclusion hangs on."),
    "convert": Command(
        "argmap.cli.convert", "Turn a map into another format, or another into a map."
    ),
    "rule": Command(
        "argmap.cli.rule", "Show what a rule looks for, why that is bad, and what to write instead."
    ),
    "scheme": Command(
        "argmap.cli.scheme",
        "Show the premises of an argument scheme, and the critical questions that test it.",
    ),
    "source": Command(
        "", "Look after the sources of a map: what rests on them, and pins.", commands=_SOURCE
    ),
}


def call_without_options(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The call that the arguments stand for, if they are a command and plain paths.

    There is nothing to parse in it, so it is made without the parser, which takes longer to load
    than a map to check. None if there may be more to it.
    """
    name, *paths = arguments or ("",)
    if name not in COMMANDS or not COMMANDS[name].takes_paths or not paths:
        return None
    if any(path.startswith("-") and path != "-" for path in paths):
        return None
    command: Callable[[list[str]], int] = import_module(COMMANDS[name].module).command
    return lambda: command(paths)
