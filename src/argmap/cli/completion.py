"""What a shell completes: what its set-up needs, and the values it can offer.

Of a map ids are offered, which no shell takes for anything else, and no texts beside them: zsh
evaluates what it is given, and a map may come from anyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from argmap.cli.table import PROGRAM

if TYPE_CHECKING:
    from argmap.schemes import Scheme

_OPTIONS = {"--install-completion", "--show-completion"}
_SHELLS = {"bash", "zsh", "fish", "powershell", "pwsh"}


@contextmanager
def shell_seen_to(arguments: Iterable[str]) -> Iterator[None]:
    """Around what typer does for its two options of completion.

    Raises BadParameter if they are called where they can do nothing.
    """
    asked = min(_OPTIONS.intersection(arguments), default=None)
    if asked is None:
        yield
        return
    shell = _calling(asked)
    try:
        yield
    except UnicodeDecodeError as error:
        raise typer.BadParameter(
            f"the file that {shell} reads when it starts is not UTF-8, so it was left alone; add "
            f"to it what `{PROGRAM} --show-completion` prints",
            param_hint=asked,
        ) from error


def _calling(option: str) -> str:
    """The shell that the call came from. Raises BadParameter if nothing is completed in it."""
    from shellingham import ShellDetectionFailure, detect_shell  # noqa: PLC0415 - as typer does

    try:
        shell = str(detect_shell()[0])
    except ShellDetectionFailure:
        shell = ""
    if shell in _SHELLS:
        return shell
    called = f"and this is called from {shell}" if shell else "and none can be made out here"
    raise typer.BadParameter(
        f"lines are completed in bash, zsh, fish and PowerShell, {called}; what zsh needs is "
        f"printed by `_{PROGRAM.upper()}_COMPLETE=source_zsh {PROGRAM}`, and so for the others",
        param_hint=option,
    )


def claims(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of claims in the maps that the line names before."""
    return _starting(incomplete, _ids(ctx, questions=False))


def conclusions(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of claims and questions in the maps that the line names before."""
    return _starting(incomplete, _ids(ctx, questions=True))


def rules(incomplete: str) -> list[str]:
    """Names of rules, or codes where a code has been begun; after a comma, one more."""
    from argmap.lint.registry import CODES, NAMES  # noqa: PLC0415 - only when a shell asks

    before, comma, begun = incomplete.rpartition(",")
    offered = NAMES if begun.startswith("A") else CODES
    return [f"{before}{comma}{name}" for name in _starting(begun, offered)]


def schemes(incomplete: str) -> list[str]:
    """The names of argument schemes, those of the project among them."""
    from argmap.cli.around import WrongSettings, project_schemes  # noqa: PLC0415
    from argmap.schemes import known_schemes  # noqa: PLC0415
    from argmap.workspace import CannotRead  # noqa: PLC0415

    own: tuple[Scheme, ...] = ()
    with suppress(WrongSettings, CannotRead):
        own = project_schemes()
    return _starting(incomplete, known_schemes(own))


def _ids(ctx: typer.Context, *, questions: bool) -> Iterator[str]:
    """The ids in the maps that stand before in the line; one that cannot be read has none."""
    from argmap.syntax.ids import is_reference  # noqa: PLC0415 - only when a shell asks
    from argmap.workspace import CannotRead, load  # noqa: PLC0415

    # Where the option that is asked about ends the line, typer leaves the maps unparsed.
    one = ctx.params.get("map_")
    named = ctx.params.get("maps") or ([one] if one else ctx.args)
    for path in map(Path, named):
        with suppress(CannotRead):
            if path.is_file():
                read = load(path).map
                ids = (*read.claim, *read.question) if questions else read.claim
                yield from filter(is_reference, ids)


def _starting(begun: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(begun)]
