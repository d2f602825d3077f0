"""The table of commands: their names, where they are written, what they do in a line.

A command is a module with a function `command`, whose signature is its options and whose
docstring its help, and with `EXAMPLES` for that help. A group of commands has a table of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import NamedTuple

PROGRAM = "argmap"


class Command(NamedTuple):
    """Where a command is written, and the first line of its help.

    `takes_paths` says that its arguments are any number of paths, and that it needs no option;
    `plain` has options that many calls have, each with the parameter that the word after it is
    for. A group has no module, and the `commands` that follow its name.
    """

    module: str
    summary: str
    takes_paths: bool = False
    plain: Mapping[str, str] = {}
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
    "render": Command(
        "argmap.cli.render",
        "Draw maps.",
        takes_paths=True,
        plain={"-o": "output", "--output": "output"},
    ),
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


def plain_call(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The call that the arguments stand for, if they are a command, paths and plain options.

    There is little to parse in it, so it is made without the parser, which takes longer to load
    than a map to check. None if there may be more to it.
    """
    name, *rest = arguments or ("",)
    if name not in COMMANDS or not COMMANDS[name].takes_paths:
        return None
    paths: list[str] = []
    given: dict[str, str] = {}
    words = iter(rest)
    for word in words:
        parameter = COMMANDS[name].plain.get(word)
        value = word if parameter is None else next(words, "")
        if not value or parameter in given or (value.startswith("-") and value != "-"):
            return None
        if parameter is None:
            paths.append(value)
        else:
            given[parameter] = value
    command: Callable[..., int] = import_module(COMMANDS[name].module).command
    return partial(command, paths, **given) if paths else None
