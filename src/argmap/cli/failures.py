"""What to say, and how to exit, when a command could not do its work."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import typer

from argmap.cli.around import WrongSettings
from argmap.cli.console import tell
from argmap.cli.table import COMMANDS, PROGRAM
from argmap.cli.values import wrong_value
from argmap.extras import MissingExtra
from argmap.report.visible import visible
from argmap.workspace import CannotRead, CannotWrite

_COULD_NOT = 2
_NOBODY_READS = 141


@runtime_checkable
class _Context(Protocol):
    @property
    def command_path(self) -> str: ...


@runtime_checkable
class _Usage(Protocol):
    """The errors of typer that are about how the command was called."""

    ctx: _Context | None

    def format_message(self) -> str: ...


@runtime_checkable
class _UnknownOption(Protocol):
    option_name: str
    possibilities: Sequence[str] | None


def explain(error: Exception) -> int:
    """Say in a line or two what went wrong and how to go on; the exit code that belongs to it."""
    if isinstance(error, BrokenPipeError):
        return _NOBODY_READS
    if os.environ.get("ARGMAP_DEBUG"):
        tell("".join(traceback.format_exception(error)).rstrip())
    if isinstance(error, _Usage):
        _explain_usage(error)
    else:
        for sentence in _sentences(error):
            tell(f"{PROGRAM}: {visible(sentence)}")
    return _COULD_NOT


def _explain_usage(error: _Usage) -> None:
    path = error.ctx.command_path if error.ctx else _called()
    message = error.format_message().rstrip(".")
    if isinstance(error, _UnknownOption) and error.option_name:
        message = _unknown_option(error, before_command=path == PROGRAM)
    elif isinstance(error, typer.BadParameter):
        told = error.param or error.param_hint
        message = wrong_value(error) or (message if told else error.message)
    tell(f"{path}: {visible(message[:1].lower() + message[1:])}")
    tell(f"`{path} --help` shows how to use it.")


def _called() -> str:
    """The program with the command that was called, as far as can be seen from outside."""
    called, table = [PROGRAM], COMMANDS
    for word in sys.argv[1:]:
        if word not in table:
            break
        called.append(word)
        table = table[word].commands
    return " ".join(called)


def _unknown_option(error: _UnknownOption, before_command: bool) -> str:
    if before_command and error.option_name in {"-q", "--quiet", "--color"}:
        option = error.option_name
        return f"`{option}` goes behind the command, as in `{PROGRAM} check {option}`"
    near = sorted(error.possibilities or ())
    hint = f"; did you mean `{near[0]}`?" if near else ""
    return f"there is no option `{error.option_name}`{hint}"


def _sentences(error: Exception) -> tuple[str, ...]:
    return error.sentences if isinstance(error, WrongSettings) else (_sentence(error),)


def _sentence(error: Exception) -> str:
    match error:
        case CannotRead() | CannotWrite() | MissingExtra():
            return str(error)
        case MemoryError():
            return "there is not enough memory for this; close other programs, or split the map"
        case OSError() if error.filename:
            reason = (error.strerror or "the system refused").lower()
            return f"cannot use {error.filename}: {reason}"
        case OSError() if error.strerror:
            return f"the system refused: {error.strerror.lower()}"
        case _:
            return (
                f"this is a mistake in {PROGRAM}, not in your map: {_what(error)}. "
                "Please report it, with the map and the command; "
                "ARGMAP_DEBUG=1 shows the details"
            )


def _what(error: Exception) -> str:
    said = " ".join(str(error).split())
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{f' ({said})' if said else ''}{at}"
