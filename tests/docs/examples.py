"""Reads the fenced examples out of the docs, with what the comment before each says of it.

A comment such as `<!-- file: fees.arg, loose -->` right before a fence says:

- `file: NAME`: the example is a file of that name, for the commands after it;
- `append: NAME`: the example goes on with that file, after a blank line;
- `broken`: the example has at least one error; `loose`: it has none, but is not canonical;
- `part: REASON`: the example is not whole, so nothing is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))

_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>[\w-]*)$")
_COMMENT = re.compile(r"^ *<!-- (?P<said>.*) -->$")


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: where its first line stands, in what language, and what is said of it."""

    doc: Path
    line: int
    language: str
    text: str
    file: str | None = None
    appends: bool = False
    broken: bool = False
    loose: bool = False
    part: bool = False

    @property
    def name(self) -> str:
        """Where it is, for people."""
        return f"{self.doc.name}:{self.line}"


def examples(doc: Path) -> Iterator[Example]:
    """The fenced blocks of a document, in order."""
    lines = doc.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        at += 1
        if opening is None:
            continue
        indent, fence, start = opening["indent"], opening["fence"], at
        while lines[at].strip() != fence:
            at += 1
        text = "".join(f"{line.removeprefix(indent)}\n" for line in lines[start:at])
        comment = _COMMENT.match(lines[start - 2]) if start >= 2 else None
        said = comment["said"].split(", ") if comment else []
        yield _example(doc, start + 1, opening["language"], text, said)
        at += 1


def _example(doc: Path, line: int, language: str, text: str, said: list[str]) -> Example:
    file: str | None = None
    words: set[str] = set()
    for one in said:
        word, _, value = one.partition(": ")
        assert word in {"file", "append", "broken", "loose", "part"}, f"{doc.name}:{line}: {one}"
        assert bool(value) == (word in {"file", "append", "part"}), f"{doc.name}:{line}: {one}"
        words.add(word)
        if word in {"file", "append"}:
            file = value
    return Example(
        doc,
        line,
        language,
        text,
        file,
        "append" in words,
        "broken" in words,
        "loose" in words,
        "part" in words,
    )


@dataclass(frozen=True, slots=True)
class Command:
    """A line that a reader types, and the lines that come back."""

    line: str
    output: str


def commands(example: Example) -> Iterator[Command]:
    """The commands of a console block; empty for one that shows no prompt."""
    typed: str | None = None
    output: list[str] = []
    for line in example.text.splitlines():
        if not line.startswith("$ "):
            output.append(line)
            continue
        if typed is not None:
            yield Command(typed, "\n".join(output))
        typed, output = line.removeprefix("$ "), []
    if typed is not None:
        yield Command(typed, "\n".join(output))


def agrees(expected: str, actual: str) -> bool:
    """Whether an output is the one that a document shows; a line `…` stands for any lines."""
    pieces = re.split(r"^…$\n?", f"{expected}\n" if expected else "", flags=re.MULTILINE)
    pattern = r"(?:.*\n)*".join(map(re.escape, pieces))
    return re.fullmatch(pattern, actual) is not None
