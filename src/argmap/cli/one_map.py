"""Reading the one map that a command is about."""

from __future__ import annotations

from argmap.cli import options
from argmap.cli.console import ColorChoice
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import inputs, none_found
from argmap.diagnostics import did_you_mean
from argmap.model import ArgumentMap
from argmap.sentences import either
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


def without_such_a_claim(map_: ArgumentMap, id_: str, *, or_question: bool) -> str:
    """What to say of an id that no claim has, nor question if that would do."""
    question = map_.question.get(id_)
    if question is not None:
        answers = either([f"[{answer}]" for answer in question.answers])
        hint = f"; name one of its answers, {answers}" if len(question.answers) > 1 else ""
        return f"argmap: `{id_}` is a question, not a claim{hint}"
    near = did_you_mean(id_, [*map_.claim, *(map_.question if or_question else ())])
    hint = f"; did you mean `{near}`?" if near else ""
    return f"argmap: no claim has the id `{id_}`{hint}"
