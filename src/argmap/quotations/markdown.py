"""Reads Markdown: what a reader of the page sees, with headings, paragraphs and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from argmap.quotations.text import SourceText, with_parts

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")


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
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
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
