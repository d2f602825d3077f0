"""Turns the space before lines into levels: the post-lexer between Lark's lexer and parser.

It holds no state between files and knows nothing of what an entry means. Comments and blank
lines end here: they mean nothing anywhere, and the formatter finds them in the source again.
"""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token
from lark.lark import PostLex

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


class Indenter(PostLex):
    """Puts _INDENT and _DEDENT around nested entries and tells the kinds of plain lines apart.

    A line of plain text that is indented deeper than the entry above goes on with that entry
    (TEXT); at the left margin it is a claim (STATEMENT), as is any line that begins with `[`;
    anywhere else it belongs to nothing (STRAY).
    """

    always_accept = ("SPACE", "BLANK", "COMMENT", "TEXT")

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens the parser is to see."""
        opened = [0]  # the column of each open level
        above = -1  # where the entry above stands, in the innermost level
        above_is_stray = False
        column = 0
        for token in stream:
            kind = token.type
            if kind == "SPACE":
                column = width(token.value)
                continue
            if kind in {"BLANK", "COMMENT"}:
                column = 0
                continue
            if kind == "TEXT":
                if token.value[0] == "[" or column == 0:
                    token.type = "STATEMENT"
                elif (column > above >= 0) or (above_is_stray and column >= above):
                    yield token
                    column = 0
                    continue
                else:
                    token.type = "STRAY"
            if above < 0:  # the first entry of the file, wherever it stands
                pass
            elif column > above:
                opened.append(column)
                yield Token("_INDENT", "")
            else:
                while column < opened[-1]:
                    opened.pop()
                    yield Token("_DEDENT", "")
            above, above_is_stray = column, token.type == "STRAY"
            column = 0
            yield token
        for _ in opened[1:]:
            yield Token("_DEDENT", "")
