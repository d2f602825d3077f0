"""Reading the one map that a command is about."""

from __future__ import annotations

from argmap.cli import options
from argmap.cli.console import ColorChoice
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import inputs, none_found
from argmap.diagnostics import did_you_mean
from argmap.model import ArgumentMap
from argmap.workspace import Loaded


def read_one(argument: str, stdin_filename: str | None, color: ColorChoice) -> Loaded | None:
    """The map that an argument names; None if it has errors, which are then told."""
    found = inputs([argument], stdin_filename)
    if not found:
        raise options.BadParameter(none_found([argument]))
    if len(found) > 1:
        raise options.BadParameter(f"{argument} holds {len(found)} maps; name one of them")
    loaded = found[0].load()
    return None if refused(collect([loaded]), color) else loaded


def without_such_a_claim(map_: ArgumentMap, id_: str) -> str:
    """What to say of an id that nothing has."""
    near = did_you_mean(id_, [*map_.claim, *map_.question])
    hint = f"; did you mean `{near}`?" if near else ""
    return f"argmap: no claim has the id `{id_}`{hint}"
