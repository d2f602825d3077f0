"""Tells the lines of a text apart and turns the space before them into levels: the lexer.

It makes the tokens that Lark's parser is fed with, from the terminals of the grammar. It holds no
state between files and knows nothing of what an entry means. Comments and blank lines end here:
they mean nothing anywhere, and the formatter finds them in the source again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Token
    from lark.lexer import TerminalDef

TAB = 4


def width(space: str) -> int:
    """How many columns a run of leading space is wide: a tab reads to the next multiple of 4."""
    if space.count(" ") == len(space):
        return len(space)
    columns = 0
    for character in space:
        if character == "\t":
            columns += TAB - columns % TAB
        elif character not in "\r\n":
            columns += 1
    return columns


class Lines:
    """Gives the tokens of a text: one for each line that says something, with _INDENT and _DEDENT
    around nested entries.

    A line of plain text that is indented deeper than the entry above goes on with that entry
    (TEXT); at the left margin it is a claim (STATEMENT), as is any line that begins with `[`;
    anywhere else it belongs to nothing (STRAY).
    """

    def __init__(self, terminals: Iterable[TerminalDef], token: type[Token]) -> None:
        """`terminals` are those of the grammar; `token` is what Lark's parser takes."""
        ways = {t.name: t.pattern.to_regexp() for t in sorted(terminals, key=lambda t: -t.priority)}
        space = ways.pop("SPACE")
        kinds = "|".join(f"(?P<{name}>{way})" for name, way in ways.items())
        self._line = re.compile(f"(?:{space})?(?:{kinds})")
        self._token = token

    def tokens(self, text: str, *, plain: bool) -> Iterator[Token]:
        """The tokens of a text whose last line is ended.

        Each has its line (from 1), its column (from 1, in characters) and what stands from there,
        without the space at its end. `plain` says that no space but U+0020 is in the text.
        """
        token, match, end = self._token, self._line.match, len(text)
        indent, dedent = token("_INDENT", ""), token("_DEDENT", "")
        opened = [0]  # the column of each open level
        above = -1  # where the entry above stands, in the innermost level
        above_is_stray = False
        at = number = 0
        while at < end:
            found = match(text, at)
            assert found is not None, "every line is of some kind"
            number += 1
            begun, kind = at, str(found.lastgroup)
            at = found.end()
            if kind in {"BLANK", "COMMENT"}:
                continue
            start = found.start(kind)
            column = start - begun if plain else width(text[begun:start])
            goes_on = False
            if kind == "TEXT":
                if column == 0 or text[start] == "[":
                    kind = "STATEMENT"
                elif (column > above >= 0) or (above_is_stray and column >= above):
                    goes_on = True
                else:
                    kind = "STRAY"
            if not goes_on:
                if above < 0:  # the first entry of the file, wherever it stands
                    pass
                elif column > above:
                    opened.append(column)
                    yield indent
                else:
                    while column < opened[-1]:
                        opened.pop()
                        yield dedent
                above, above_is_stray = column, kind == "STRAY"
            yield token(kind, text[start:at].rstrip(), None, number, start - begun + 1)
        for _ in opened[1:]:
            yield dedent
