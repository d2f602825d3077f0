"""What holds for every command: help, exit codes, streams, and how it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .helpers import BAD, GOOD, Runner, environment

COMMANDS = ("new", "check", "render", "fmt", "eval", "crux", "convert", "rule", "scheme", "source")
SOURCE = ("list", "pin")
CALLS = (*((one,) for one in COMMANDS[:-1]), *(("source", one) for one in SOURCE))
"""Every command as it is called, those of groups among them."""
FULL = Path("/dev/full")


def test_version(run: Runner) -> None:
    short, long = run("-V"), run("--version")
    assert short == long
    assert short.code == 0
    assert short.out.startswith("argmap ")
    assert short.out.count("\n") == 1


def test_no_arguments_print_the_help(run: Runner) -> None:
    bare, asked = run(), run("--help")
    assert bare == asked
    assert bare.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in bare.out


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_help_of_a_command_has_an_example(run: Runner, call: tuple[str, ...]) -> None:
    result = run(*call, "--help")
    assert result == run(*call, "-h")
    assert result.code == 0
    named = " ".join(call)
    assert f"Usage: argmap {named} " in result.out
    assert f"Examples:\n    argmap {named}" in result.out


def test_a_group_alone_lists_its_commands(run: Runner) -> None:
    result = run("source")
    assert result == run("source", "--help")
    assert result.code == 0
    for command in SOURCE:
        assert f"\n  {command} " in result.out


def test_help_of_the_commands_begins_as_the_list_says() -> None:
    from importlib import import_module

    from argmap.cli.table import COMMANDS as TABLE

    assert tuple(TABLE) == COMMANDS
    assert tuple(TABLE["source"].commands) == SOURCE
    for command in (*TABLE.values(), *TABLE["source"].commands.values()):
        if command.commands:
            continue
        docstring = import_module(command.module).command.__doc__
        assert docstring.partition("\n")[0] == command.summary


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("chekc",), "argmap: there is no command `chekc`; did you mean `check`?"),
        (("zzz",), "argmap: there is no command `zzz`"),
        (("source", "pni"), "argmap source: there is no command `pni`; did you mean `pin`?"),
        (("source", "pin"), "argmap source pin: missing argument 'MAP...'"),
        (("source", "list", "--ot", "json", "x"), "argmap source list: there is no option `--ot`"),
        (("--verison",), "argmap: there is no option `--verison`; did you mean `--version`?"),
        (("-q", "check"), "argmap: `-q` goes behind the command"),
        (
            ("check", "--fial-on", "x"),
            "argmap check: there is no option `--fial-on`; did you mean `--fail-on`?",
        ),
        (
            ("check", "--fail-on", "x"),
            "argmap check: --fail-on cannot be `x`; it is error, warning or info",
        ),
        (("check", "--fail-on"), "argmap check: option '--fail-on' requires an argument"),
        (("new",), "argmap new: missing argument 'FILE'"),
        (("new", "a.arg", "b.arg"), "argmap new: got unexpected extra argument"),
        (("check", ""), "argmap check: invalid value for PATH: a name is empty"),
        (
            ("check", "--stdin-filename", "m.arg"),
            "argmap check: invalid value for --stdin-filename",
        ),
    ],
)
def test_misuse(run: Runner, arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert result.out == ""
    said, way_on = result.err.splitlines()
    assert said.startswith(message)
    assert way_on.endswith("--help` shows how to use it.")


def broken(error: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `argmap check` in a process where reading a map raises `error`."""
    script = f"""
import sys, argmap.workspace
def load(path):
    raise {error}
argmap.workspace.load = load
sys.argv = ["argmap", "check", {__file__!r}]
from argmap.cli import main
main()
"""
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=environment(env),
        timeout=60,
        check=False,
    )


def test_a_mistake_of_ours_is_one_line() -> None:
    result = broken("KeyError('two\\nlines')")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(
        "argmap: this is a mistake in argmap, not in your map: KeyError ("
    )
    assert "Please report it" in result.stderr


def test_details_of_a_mistake_on_request() -> None:
    result = broken("KeyError('id')", {"ARGMAP_DEBUG": "1"})
    assert result.returncode == 2
    assert "Traceback" in result.stderr


def test_no_memory_is_told() -> None:
    result = broken("MemoryError")
    assert result.returncode == 2
    assert result.stderr.startswith("argmap: there is not enough memory")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_interrupt_ends_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        # What runs in the background may ignore the signal, and hands that down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "arguments",
    [("new", "-"), ("check", "--help"), ("check", "-"), ("check", "-", "--color", "never")],
)
def test_a_closed_pipe_ends_quietly(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        input=BAD.encode(),
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [("new", "-"), ("--help",), ("check", "-"), ("--version",)])
def test_a_full_disk_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", *arguments],
            input=GOOD.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[0].startswith("argmap: ")
    assert "no space left on device" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_do_no_harm(tmp_path: Path, closed: str) -> None:
    (tmp_path / "good.arg").write_text(GOOD)
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m argmap check good.arg {closed}', sys.executable],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if closed == ">&-" else 0)


def test_output_is_utf8_everywhere(run: Runner) -> None:
    env = {
        "PYTHONIOENCODING": "ascii",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    result = run("check", "-", stdin="[a] Ça va — 漢字.\n  + [ü]\n", env=env)
    assert result.code == 1
    assert "  + [ü]" in result.out


@pytest.mark.parametrize(
    ("arguments", "env", "colored"),
    [
        ((), {}, False),
        (("--color", "auto"), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {}, False),
    ],
)
def test_colour_into_a_pipe(
    run: Runner, arguments: tuple[str, ...], env: dict[str, str], colored: bool
) -> None:
    result = run("check", "-", *arguments, stdin=BAD, env=env)
    assert ("\x1b[" in result.out) is colored


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(
    ("env", "colored"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_on_a_terminal(tmp_path: Path, env: dict[str, str], colored: bool) -> None:
    (tmp_path / "bad.arg").write_text(BAD)
    code, out = on_a_terminal(tmp_path, env, "check", "bad.arg")
    assert code == 1
    assert (b"\x1b[" in out.replace(b"\x1b[K", b"")) is colored  # a slow wait clears its line


def on_a_terminal(folder: Path, env: dict[str, str], *arguments: str) -> tuple[int, bytes]:
    """How a run on a terminal ends, and all that it writes there."""
    import pty

    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", *arguments],
        stdout=terminal,
        stderr=terminal,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env=environment(env),
    )
    os.close(terminal)
    out = b""
    while True:
        try:
            piece = os.read(controller, 4096)
        except OSError:
            break
        if not piece:
            break
        out += piece
    os.close(controller)
    return process.wait(timeout=30), out


def test_a_plain_call_does_what_one_with_more_options_does(run: Runner, maps: Path) -> None:
    for arguments in (["check", "maps"], ["fmt", "maps/good.arg"], ["check", "no.arg"]):
        assert (
            run(*arguments)
            == run(*arguments, "--color", "auto")
            == run(arguments[0], "--", *arguments[1:])
        )
    for file in ("-", "a.gif"):
        assert (
            run("render", "maps/good.arg", "-o", file)
            == run("render", "-o", file, "maps/good.arg")
            == run("render", "maps/good.arg", "-o", "a.svg", f"--output={file}")
        )
    assert run("render", "maps/good.arg", "-o").code == 2
    (maps / "-.arg").write_text(GOOD)
    assert run("check", "--", "-.arg", cwd=maps).code == 0
    assert run("check", "-.arg", cwd=maps).code == 2
