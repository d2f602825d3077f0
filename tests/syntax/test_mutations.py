"""One slip in one line of a real map: the line is reported, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.workspace import load_text

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))

SLIPS: dict[str, Callable[[str], str]] = {
    "no space after the marker": lambda line: re.sub(r"^( *[-+&!=?:>]) (?=\w|\[)", r"\1", line),
    "the id is not closed": lambda line: re.sub(r"\]", "", line, count=1) if "[" in line else line,
    "a space in the id": lambda line: re.sub(r"\[(\w)", r"[\1 ", line, count=1),
    "a tab indents": lambda line: re.sub(r"^  ", "\t", line),
    "the attributes are not closed": lambda line: re.sub(r"\}$", "", line),
    "a control character": lambda line: line[:-1] + "\x07" + line[-1:],
    "no text after the marker": lambda line: re.sub(r"^( *[-+&!=?:]) .*", r"\1", line),
    "the id has a slip": lambda line: re.sub(r"\[(\w+)\]$", r"[\1x]", line),
    "the source has a slip": lambda line: re.sub(r" @(\w+)", r" @\1x", line, count=1),
    "the value is none": lambda line: re.sub(r"\b(very-)?likely\b(?=[,}])", "likelihood: 7", line),
    "the qualifier is not closed": lambda line: re.sub(r"^( *[-+!]\([^)]*)\)", r"\1", line),
    "the strength is out of range": lambda line: re.sub(r"\(strong\)", "(1.2)", line),
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_each_slip_is_reported_where_it_is(path: Path, slip: str) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        changed = SLIPS[slip](line)
        goes_on = re.match(r" *[^-+&!><=?:@#\[/ ]", (*lines, "")[number]) is not None
        if changed == line or line.startswith("//") or goes_on:
            continue
        mutated = "\n".join([*lines[: number - 1], changed, *lines[number:]])
        found = load_text(mutated, path.name, path.parent).diagnostics
        places = {d.span.line for d in found} | {r.span.line for d in found for r in d.related}
        assert found, f"{number}: {changed}"
        assert number in places or max(places) > number, (changed, found)


MOVES: dict[str, Callable[[str], list[str]]] = {
    "goes": lambda line: [],
    "comes twice": lambda line: [line, line],
    "is indented deeper": lambda line: [f"  {line}"],
    "is a column off": lambda line: [f" {line}"],
    "is dedented": lambda line: [line.removeprefix("  ")],
    "is at the margin": lambda line: [line.strip()],
}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_any_line_may_move(path: Path, move: str) -> None:
    """Whatever line goes or moves, there is a clean map or an honest error, never a crash."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        text = "\n".join(lines[:number] + MOVES[move](line) + lines[number + 1 :])
        for found in load_text(text, path.name, path.parent).diagnostics:
            assert found.message
            assert found.help
