"""What a shell is told when it asks how a line could go on, and how it is set up to ask."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .helpers import Runner, environment

MAP = """\
? [when] When is it?
  = [soon] It is soon.

[soon]
  + [sun] The sun is up.
  + A reason without a name.
  + [σύννεφα] There are clouds.
"""
PROJECT = """\
[schemes.weather-lore]
about = "What the old say of the weather."
conclusion = "{claim}."

[schemes.weather-lore.premises]
lore = "They say {claim}."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.arg").write_text(MAP)
    (tmp_path / "n.arg").write_text("[stars] The stars are out.\n")
    (tmp_path / "broken.arg").write_text("[sad] A.\n  + [happy]\n")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("argmap ch", ["check"]),
        ("argmap source p", ["pin"]),
        ("argmap eval m.arg --explain ", ["soon", "sun", "σύννεφα"]),
        ("argmap eval m.arg --explain sun --without so", ["soon"]),
        ("argmap eval --assume soon m.arg --without su", ["sun"]),
        ("argmap eval broken.arg --explain ", ["sad"]),
        ("argmap eval no.arg --explain ", []),
        ("argmap eval . --explain ", []),
        ("argmap crux m.arg w", ["when"]),
        ("argmap render m.arg n.arg --focus s", ["soon", "sun", "stars"]),
        ("argmap rule ARG304", ["ARG304"]),
        ("argmap check --ignore stale,support-", ["stale,support-cycle"]),
    ],
)
def test_what_is_offered(run: Runner, folder: Path, line: str, offered: list[str]) -> None:
    assert asked(run, line) == offered


def test_schemes_of_the_project_are_offered(run: Runner, folder: Path) -> None:
    settings = folder / "argmap.toml"
    settings.write_text(PROJECT)
    assert run("scheme", "weather-lore").code == 0
    assert asked(run, "argmap new --scheme weather") == ["weather-lore"]
    settings.write_text("nonsense = 1")
    assert asked(run, "argmap new --scheme expert") == ["expert-opinion"]


def asked(run: Runner, line: str) -> list[str]:
    """What is offered to fish, which takes one thing a line."""
    result = run(
        env={
            "_ARGMAP_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            "_TYPER_COMPLETE_ARGS": line,
        }
    )
    assert (result.code, result.err) == (0, "")
    return [one.partition("\t")[0] for one in result.out.split("\n") if one]


def test_the_shell_that_calls_is_made_out(tmp_path: Path) -> None:
    for shell, mark in (
        ("bash", "complete -o default -F"),
        ("zsh", "#compdef argmap"),
        ("fish", "complete --command argmap"),
    ):
        if shutil.which(shell):
            done = called_from(shell, "--show-completion", tmp_path)
            assert (done.returncode, done.stderr) == (0, "")
            assert mark in done.stdout


@pytest.mark.skipif(not shutil.which("dash"), reason="there is no dash")
@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_in_which_nothing_is_completed(tmp_path: Path, option: str) -> None:
    done = called_from("dash", option, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bash, zsh, fish and PowerShell, and this is called from dash" in done.stderr
    assert "`_ARGMAP_COMPLETE=source_zsh argmap`" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_setting_a_shell_up(tmp_path: Path) -> None:
    start = tmp_path / ".bashrc"
    start.write_bytes(b"# caf\xe9\n")
    done = called_from("bash", "--install-completion", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "not UTF-8, so it was left alone" in done.stderr
    assert start.read_bytes() == b"# caf\xe9\n"

    start.write_text("# mine\n")
    done = called_from("bash", "--install-completion", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert start.read_text().startswith("# mine\n")
    assert str(tmp_path / ".bash_completions" / "argmap.sh") in start.read_text()


def called_from(shell: str, option: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A call from a shell that stays until it ends, with a home of its own."""
    code = "$status" if shell == "fish" else "$?"
    return subprocess.run(
        [shell, "-c", f'"$PYTHON" -m argmap {option}; exit {code}'],
        capture_output=True,
        text=True,
        cwd=home,
        env=environment({"HOME": str(home), "PYTHON": sys.executable}),
        timeout=60,
        check=False,
    )
