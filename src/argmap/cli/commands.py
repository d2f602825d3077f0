"""The command line as typer sees it: a group that loads a command only when it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Annotated, Protocol

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from argmap.cli.completion import shell_seen_to
from argmap.cli.table import COMMANDS, PROGRAM, Command
from argmap.cli.version import VERSION
from argmap.diagnostics import did_you_mean

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Formatter(Protocol):
    def section(self, name: str) -> AbstractContextManager[None]: ...
    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None: ...


class _Commands(TyperGroup):
    """A group that knows its commands by name and makes one when it is asked for."""

    table: Mapping[str, Command] = COMMANDS

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        with shell_seen_to(args):
            return super().parse_args(ctx, args)

    def list_commands(self, _ctx: object) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | TyperGroup | None:  # type: ignore[override]
        if cmd_name in self.table:
            return _make(cmd_name, self.table[cmd_name])
        if not ctx.resilient_parsing and not cmd_name.startswith("-"):
            near = did_you_mean(cmd_name, self.table)
            hint = f"; did you mean `{near}`?" if near else ""
            ctx.fail(f"there is no command `{cmd_name}`{hint}")
        return None

    def format_commands(self, _ctx: object, formatter: _Formatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.summary) for name, one in self.table.items()])


class _Command(TyperCommand):
    """A command whose usage shows an argument that must be there without braces."""

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def run() -> int:
    """Run the command that the arguments of the process name, and give its exit code."""
    epilog = "`argmap COMMAND --help` shows the options of a command and examples."
    group = _group(_top, epilog, top=True)
    # Windows leaves patterns such as *.arg to the program; typer opens them if not given a list.
    try:
        code: int | None = group.main(prog_name=PROGRAM, standalone_mode=False)
    except SystemExit as leaving:
        # What typer makes of output that nobody reads would say that there are findings.
        if isinstance(leaving.__context__, BrokenPipeError):
            raise leaving.__context__ from None
        raise
    return code or 0


def _group(callback: Callable[..., None], epilog: str, *, top: bool = False) -> _Commands:
    app = typer.Typer(
        add_completion=top,
        cls=_Commands,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        context_settings=_SETTINGS,
        subcommand_metavar="COMMAND",
    )
    app.callback(epilog=epilog)(callback)
    made = get_command(app)
    assert isinstance(made, _Commands)
    return made


def _top(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False,
) -> None:
    """Arguments as code: write an argument as plain text, have it checked and drawn."""
    if version:
        typer.echo(f"{PROGRAM} {VERSION}")
        raise typer.Exit
    _help_if_alone(ctx)


def _help_if_alone(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def _make(name: str, command: Command) -> TyperCommand | TyperGroup:
    if command.commands:
        epilog = f"`argmap {name} COMMAND --help` shows the options of a command and examples."
        group = _group(_help_if_alone, epilog)
        group.name, group.help, group.table = name, command.summary, command.commands
        return group
    module = import_module(command.module)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    examples = "\n".join(f"  {example}" for example in module.EXAMPLES)
    app.command(
        name, cls=_Command, context_settings=_SETTINGS, epilog=f"\b\nExamples:\n{examples}"
    )(module.command)
    made = get_command(app)
    assert isinstance(made, TyperCommand)
    return made
