"""Every example in the docs is real: maps parse, commands give the output that is shown."""

from __future__ import annotations

import doctest
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import argmap
from argmap.cli.table import COMMANDS
from argmap.diagnostics import has_errors
from argmap.report import Findings, writer
from argmap.syntax import format_document
from argmap.workspace import load
from tests.docs.examples import DOCS, ROOT, Command, Example, agrees, commands, examples

LANGUAGES = {"", "arg", "console", "json", "lark", "python", "text", "toml", "yaml"}
HUSHED = {
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "ARGMAP_DEBUG",
    "COLUMNS",
    "PYTHONDONTWRITEBYTECODE",
}
"""The variables that change what argmap prints, or how soon it starts."""
RUN = {"argmap", "cat", "echo", "ls"}
"""The programs that are run; all else (git, pip) is for the reader's machine alone."""


@pytest.fixture(params=DOCS, ids=lambda doc: str(doc.relative_to(ROOT)))
def doc(request: pytest.FixtureRequest) -> Path:
    """A document with its examples."""
    path: Path = request.param
    return path


@dataclass(slots=True)
class Desk:
    """A reader's folder while they follow a document from its first line to its last."""

    folder: Path
    bytecode: Path
    written: int = 0
    code: int = 0
    wrong: list[str] = field(default_factory=list)

    def take(self, example: Example) -> Path:
        """The file that an example is, or adds to; one of its own if it has no name."""
        self.written += 1
        path = self.folder / (example.file or f"unnamed-{self.written}.arg")
        before = f"{path.read_text(encoding='utf-8')}\n" if example.appends else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(before + example.text, encoding="utf-8")
        return path

    def judge(self, example: Example, path: Path) -> None:
        """Note what an example of a map promises and does not keep."""
        found = load(path)
        errors = has_errors(found.diagnostics)
        if example.broken:
            if not errors:
                self.wrong.append(f"{example.name}: called broken, but has no error")
            return
        if errors:
            report = writer("concise")(Findings(found.diagnostics, found.files, 1), False)
            self.wrong.append(f"{example.name}: has errors\n{report}")
            return
        canonical = format_document(found.document)
        if example.loose == (canonical == path.read_text(encoding="utf-8")):
            what = "is canonical, but called loose" if example.loose else "is not canonical"
            self.wrong.append(f"{example.name}: {what}\n{canonical}")

    def run(self, command: Command) -> str:
        """What a command says, on both streams together."""
        shell = (
            f'argmap() {{ {shlex.quote(sys.executable)} -m argmap "$@"; }}\n'
            f"(exit {self.code})\n{command.line}"
        )
        kept = {name: value for name, value in os.environ.items() if name not in HUSHED}
        done = subprocess.run(
            ["/bin/sh", "-c", shell],
            cwd=self.folder,
            env={
                **kept,
                "PYTHONPATH": str(Path(argmap.__file__).parents[1]),
                "PYTHONPYCACHEPREFIX": str(self.bytecode),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        self.code = done.returncode
        return done.stdout.decode()


def _console(desk: Desk, example: Example) -> Iterator[tuple[Command, str]]:
    """The commands of an example that are run, each with what it says now."""
    for command in commands(example):
        if command.line.split()[0] in RUN:
            yield command, desk.run(command)


def _with(text: str, said: Mapping[Example, str]) -> str:
    """A document with other texts for some of its examples."""
    lines = text.splitlines(keepends=True)
    for example, block in reversed(list(said.items())):
        start = example.line - 1
        lines[start : start + example.text.count("\n")] = [block]
    return "".join(lines)


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all runs keep what they compiled, so that only the first one is slow."""
    return tmp_path_factory.mktemp("bytecode")


@pytest.mark.skipif(os.name == "nt", reason="the docs show a POSIX shell")
def test_examples_are_real(
    doc: Path, tmp_path: Path, bytecode: Path, request: pytest.FixtureRequest
) -> None:
    """Follow a document with one folder, as a reader does. `--accept` takes the new outputs."""
    desk = Desk(tmp_path, bytecode)
    said: dict[Example, str] = {}
    text = doc.read_text(encoding="utf-8")
    if "maps/" in text:
        shutil.copytree(ROOT / "maps", tmp_path / "maps")
    for example in examples(doc):
        if example.part:
            continue
        if example.language == "arg":
            desk.judge(example, desk.take(example))
        elif example.file is not None:
            desk.take(example)
        elif example.language == "console":
            block = example.text
            for command, output in _console(desk, example):
                if agrees(command.output, output):
                    continue
                desk.wrong.append(f"{example.name}: $ {command.line}\n{output}")
                shown = f"$ {command.line}\n" + (command.output and f"{command.output}\n")
                block = block.replace(shown, f"$ {command.line}\n{output}", 1)
            said[example] = block
    if request.config.getoption("--accept"):
        doc.write_text(_with(text, said), encoding="utf-8")
    else:
        assert not desk.wrong, "\n".join(desk.wrong)


def test_fences_are_known(doc: Path) -> None:
    """No example escapes by the name of its language; commands exist; JSON reads."""
    for example in examples(doc):
        assert example.language in LANGUAGES, example.name
        if example.language == "json" and not example.part:
            json.loads(example.text)
        if example.language == "console":
            typed = [command.line for command in commands(example)]
            for line in typed or example.text.splitlines():
                words = line.split()
                if words[:1] == ["argmap"] and len(words) > 1 and words[1][0] != "-":
                    assert words[1] in COMMANDS, f"{example.name}: {line}"
                    group = COMMANDS[words[1]].commands
                    assert not group or words[2] in group, f"{example.name}: {line}"


def test_python_is_real(
    doc: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is typed at a Python prompt gives what is shown; an example knows earlier ones."""
    monkeypatch.chdir(tmp_path)
    runner, known = doctest.DocTestRunner(verbose=False), dict[str, object]()
    for example in examples(doc):
        if example.language == "python" and not example.part:
            assert ">>> " in example.text, example.name
            parsed = doctest.DocTestParser().get_doctest(
                example.text, {}, example.name, str(doc), example.line - 1
            )
            parsed.globs = known
            runner.run(parsed, clear_globs=False)
    assert runner.summarize(verbose=False).failed == 0, capsys.readouterr().out


def test_any_lines() -> None:
    """`…` on a line of its own stands for any lines, and for none; everything else for itself."""
    assert agrees("", "")
    assert agrees("a\nb", "a\nb\n")
    assert agrees("a\n…\nd", "a\nb\nc\nd\n")
    assert agrees("a\n…", "a\n")
    assert not agrees("a\n…\nd", "a\nb\n")
    assert not agrees("", "a\n")
    assert not agrees("a", "b\n")


DOUBTFUL = """\
```arg
  lost
```

<!-- broken -->
```arg
[a] A.
```

```arg
[a]  A.
```

<!-- loose -->
```arg
[a] A.
```

<!-- file: b.arg, broken -->
```arg
[a] A.
```

<!-- append: b.arg -->
```arg
- B.
```

<!-- part: no map -->
```arg
[...
```
"""


def test_broken_promises_are_noticed(tmp_path: Path) -> None:
    """Every example here but the last is not what it is said to be."""
    doc = tmp_path / "doc.md"
    doc.write_text(DOUBTFUL, encoding="utf-8")
    found = list(examples(doc))
    desk = Desk(tmp_path, tmp_path)
    for example in found[:-1]:
        desk.judge(example, desk.take(example))
    assert [one.partition(": ")[0] for one in desk.wrong] == [one.name for one in found[:-1]]
    assert found[-1].part
    assert (tmp_path / "b.arg").read_text(encoding="utf-8") == "[a] A.\n\n- B.\n"
