"""Reads plain text: its lines, its paragraphs between blank lines, its pages between form feeds."""

from __future__ import annotations

from argmap.quotations.text import Page, SourceText


def read(text: str) -> SourceText:
    """The text of a file as it is."""
    pages: list[Page] = []
    at = 0
    for piece in text.split("\f") if "\f" in text else ():
        pages.append(Page(at, at + len(piece), (str(len(pages) + 1),)))
        at += len(piece) + 1
    if len(pages) > 1 and not text[pages[-1].start :].strip():
        pages.pop()  # the form feed that ends the last page
    return SourceText(text, pages=tuple(pages))
