"""Finds the Lark grammar and makes the parser from it, once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from lark import Lark

from argmap.syntax.indent import Indenter


def grammar_text(name: str = "argmap.lark") -> str:
    """A file of the grammar folder: inside an installed package, else the checkout's own."""
    packaged = files("argmap") / "grammar" / name
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (Path(__file__).parents[3] / "grammar" / name).read_text(encoding="utf-8")


def make_parser(*, strict: bool = False) -> Lark:
    """A new parser. `strict` lets Lark refuse any ambiguity (it needs interegular)."""
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer="basic",
        postlex=Indenter(),
        strict=strict,
    )


@cache
def parser() -> Lark:
    """The parser of this process."""
    return make_parser()
