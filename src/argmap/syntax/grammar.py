"""Finds the Lark grammar and makes the parser from it, once a process.

To make a parser's tables takes Lark a quarter of the time that a small map takes in all. They are
therefore kept beside Python's compiled modules and under the same conditions: in the
`__pycache__` next to this file, if there is one, unless Python was told to write none.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from typing import Final

import lark
from lark import Lark

from argmap.syntax.indent import Indenter

_PACKAGE = Path(__file__).parents[1]
_OPTIONS: Final = {"parser": "lalr", "lexer": "basic"}


def grammar_text(name: str = "argmap.lark") -> str:
    """A file of the grammar folder: inside an installed package, else the checkout's own."""
    file = _PACKAGE / "grammar" / name
    if not file.is_file():
        file = _PACKAGE.parents[1] / "grammar" / name
    return file.read_text(encoding="utf-8")


def make_parser(*, strict: bool = False) -> Lark:
    """A new parser. `strict` lets Lark refuse any ambiguity (it needs interegular)."""
    return Lark(grammar_text(), postlex=Indenter(), strict=strict, **_OPTIONS)


_OF_NO_USE: Final = (
    OSError,
    EOFError,
    UnpicklingError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reading tables that were cut short or made by something else can raise."""


@cache
def parser() -> Lark:
    """The parser of this process."""
    folder = Path(__file__).with_name("__pycache__")
    if sys.dont_write_bytecode or not folder.is_dir():
        return make_parser()
    return parser_kept_in(folder / "grammar.tables")


def parser_kept_in(file: Path) -> Lark:
    """A parser from the tables in `file`; if they are not there or not of use, they are made.

    Tables are of use if they were made from the same grammar by the same versions. The file is
    replaced as a whole, so that of two processes neither reads half of what the other writes.
    """
    made_of = (grammar_text(), _OPTIONS, lark.__version__, sys.version)
    key = sha256(repr(made_of).encode()).digest()
    with suppress(*_OF_NO_USE), file.open("rb") as kept:
        if kept.read(len(key)) == key:
            return Lark.load(kept)
    made = make_parser()
    with suppress(OSError):
        temporary = file.with_name(f"{file.name}.{os.getpid()}")
        with temporary.open("wb") as kept:
            kept.write(key)
            made.save(kept)
        temporary.replace(file)
    return made
