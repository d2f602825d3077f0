"""Reads Markdown: what a reader of the page sees, with headings, paragraphs and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from argmap.quotations.text import SourceText, with_parts

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_MARK = r"\[\^[^\]\s]{1,40}\]"
_NOTE = re.compile(rf"{_MARK}:[ \t]*")
_FOOTNOTE = re.compile(rf"\A{_NOTE.pattern}|{_MARK}")
"""The mark of a footnote, in the text or before the note itself."""


def read(text: str) -> SourceText:
    """The text of a Markdown file as it is shown."""
    front = _FRONT_MATTER.match(text)
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    pieces: list[str] = []
    numbers: list[int] = []
    paragraphs: list[tuple[int, int]] = []
    headings: list[tuple[str, int, int]] = []
    length = 0
    level = 0
    for token in _parser().parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        lines = _shown(token)
        if lines is None:
            continue
        block = "\n".join(lines)
        if level:
            headings.append((" ".join(block.split()), level, length))
            level = 0
        elif block.strip():
            paragraphs.append((length, length + len(block)))
        first = (token.map[0] if token.map else 0) + 1 + (token.type == "fence")
        numbers += range(first, first + len(lines))
        numbers.append(first + len(lines) - 1)
        pieces.append(f"{block}\n\n")
        length += len(block) + 2
    numbers.append(text.count("\n") + 1)
    return SourceText(
        "".join(pieces),
        headings=with_parts(headings, length),
        blocks=tuple(paragraphs),
        line_numbers=numbers,
    )


def _parser() -> MarkdownIt:
    """A parser to which `[^1]: words` is a footnote, and not the address of a link."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    interrupts = ["paragraph", "reference"]
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": interrupts})
    return parser


def _footnote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A paragraph that begins with the mark of a footnote, up to the next line with a `[`."""
    mark = _NOTE.match(state.src, state.bMarks[line] + state.tShift[line])
    if mark is None or state.is_code_block(line):
        return False
    if silent:
        return True
    last = line + 1
    while (
        last < end
        and not state.isEmpty(last)
        and state.src[state.bMarks[last] + state.tShift[last]] != "["
    ):
        last += 1
    state.line = last
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = state.getLines(line, last, state.blkIndent, False).strip()
    token.map, token.children = [line, last], []
    state.push("paragraph_close", "p", -1)
    return True


def _shown(token: Token) -> list[str] | None:
    """The lines of text that a block shows; None for what is no block with a text."""
    if token.type == "inline":
        return _FOOTNOTE.sub("", "".join(_inline(token.children or ()))).split("\n")
    if token.type in ("fence", "code_block"):
        return token.content.removesuffix("\n").split("\n")
    if token.type == "html_block":
        return plain(token.content).rstrip("\n").split("\n")
    return None


def _inline(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "image":
            yield from _inline(child.children or ())
        elif child.type != "html_inline":
            yield child.content
        elif child.content.lower().startswith("<br"):
            yield " "


class _Plain(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def plain(html: str) -> str:
    """The text of a piece of HTML inside of Markdown, its lines as they are."""
    reader = _Plain()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)
