"""Finds the Lark grammar and makes the parser from it, once a process.

To import Lark and to make a parser's tables takes more than half of the time that a small map
takes in all. Lark can write a parser that stands alone, with its tables and without all that only
makes tables. That is kept beside Python's compiled modules and under the same conditions: in the
`__pycache__` next to this file, if there is one, unless Python was told to write none.
"""

from __future__ import annotations

import marshal
import os
import sys
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from argmap.syntax.lines import Lines

if TYPE_CHECKING:
    from lark import Lark, Token

LarkTree = Any
"""A tree of Lark's, whether of the package or of the parser that it wrote."""

_PACKAGE = Path(__file__).parents[1]
_OPTIONS: Final = {"parser": "lalr", "lexer": "basic"}


def grammar_text(name: str = "argmap.lark") -> str:
    """A file of the grammar folder: inside an installed package, else the checkout's own."""
    file = _PACKAGE / "grammar" / name
    if not file.is_file():
        file = _PACKAGE.parents[1] / "grammar" / name
    return file.read_text(encoding="utf-8")


class Parser:
    """A parser of Lark's, fed with our own lines."""

    def __init__(self, lark: Lark, token: type[Token]) -> None:
        self.lines = Lines(lark.terminals, token)
        self._lark = lark

    def trees(self, text: str, *, plain: bool = False) -> list[LarkTree]:
        """The entries at the margin of a text whose last line is ended, each with all below it:
        as `children` it has its tokens, and last a tree of the entries below it, if there are any.

        `plain` says that no space but U+0020 is in the text.
        """
        parser: Any = self._lark.parse_interactive()
        feed = parser.feed_token
        for token in self.lines.tokens(text, plain=plain):
            feed(token)
        trees: list[LarkTree] = parser.feed_eof().children
        return trees


def make_lark(*, strict: bool = False) -> Lark:
    """Lark's parser for the grammar. `strict` lets it refuse any ambiguity (needs interegular)."""
    from lark import Lark  # noqa: PLC0415 - only where no parser is kept

    return Lark(grammar_text(), strict=strict, **_OPTIONS)


def make_parser() -> Parser:
    """A new parser."""
    from lark import Token  # noqa: PLC0415 - only where no parser is kept

    return Parser(make_lark(), Token)


@cache
def parser() -> Parser:
    """The parser of this process."""
    folder = Path(__file__).with_name("__pycache__")
    if sys.dont_write_bytecode or not folder.is_dir():
        return make_parser()
    return parser_kept_in(folder / "grammar.tables")


def parser_kept_in(file: Path) -> Parser:
    """The parser that is kept in `file`; if there is none or none of use, it is made.

    It is of use if it was made from the same grammar by the same versions. The file is replaced
    as a whole, so that of two processes neither reads half of what the other writes. Where nothing
    can be written, Lark itself parses: to let it write a parser each time would take longer.
    """
    made_of = _made_of()
    code = _kept(file, made_of)
    if code is not None:
        return _run(code)
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        temporary.touch()
    except OSError:  # nothing can be written
        return make_parser()
    code = _stand_alone()
    try:
        temporary.write_bytes(made_of + _sum(code) + code)
        temporary.replace(file)
    except OSError:  # the disk is full, say: this run needs no file, the next one tries again
        temporary.unlink(missing_ok=True)
    return _run(code)


def _kept(file: Path, made_of: bytes) -> bytes | None:
    """The compiled parser in a file, if it is whole and was made of this."""
    try:
        kept = file.read_bytes()
    except OSError:  # there is none so far
        return None
    head, code = kept[: len(made_of) + _SUM], kept[len(made_of) + _SUM :]
    return code if head == made_of + _sum(code) else None


_SUM = 4


def _sum(code: bytes) -> bytes:
    return crc32(code).to_bytes(_SUM, "big")


def _made_of() -> bytes:
    """All that a kept parser depends on. Lark's version is told by the file that states it, for to
    import Lark is what shall be spared."""
    spec = find_spec("lark")
    lark = Path(spec.origin).read_bytes() if spec is not None and spec.origin else b""
    return repr((grammar_text(), _OPTIONS, lark, sys.version)).encode()


def _stand_alone() -> bytes:
    """The compiled module of a parser that needs no Lark, as Lark writes it."""
    from lark.tools import standalone  # noqa: PLC0415 - only where no parser is kept

    written = StringIO()
    write: Any = standalone.gen_standalone
    write(make_lark(), out=written)
    return marshal.dumps(compile(written.getvalue(), "<grammar>", "exec", optimize=2))


def _run(code: bytes) -> Parser:
    module = ModuleType(f"{__name__}.kept")
    sys.modules[module.__name__] = module  # where the dataclasses in it look for their names
    exec(marshal.loads(code), module.__dict__)
    return Parser(module.Lark_StandAlone(), module.Token)
