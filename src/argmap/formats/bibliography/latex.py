"""What LaTeX would print, as plain text.

The library `pylatexenc` knows LaTeX, and takes a fifth of a millisecond for a title. In a large
bibliography that would be most of the time, so it is asked word by word, about words that have
LaTeX in them, and about each of these once.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pylatexenc import latex2text, latexwalker, macrospec

# It says what it cannot read; the nearest text is what a reader wants, and no more.
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())

_MARKUP = re.compile(r"[\\$~]|--|``|''")
_BRACES = re.compile(r"[{}]")
_SPACE = re.compile(r"\s+")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_GOES_ON = re.compile(r"\\(?:[A-Za-z]+|[^A-Za-z])$")
"""A word that ends so takes the next one for what its macro works on."""
_DEEPEST = 50
_CUT_SHORT = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the library may raise on macros that lack what they work on."""
_MACROS = (
    ("url", "%s"),
    ("href", "%(2)s"),
    ("TeX", "TeX"),
    ("LaTeX", "LaTeX"),
    ("BibTeX", "BibTeX"),
    ("input", ""),  # a title reads no files
    ("include", ""),
    ("maketitle", ""),  # nor does it print what others said
)
"""Macros that the library knows nothing of, or prints otherwise."""


def plain(text: str) -> str | None:
    """The text that LaTeX would print; None for one that cannot be made out."""
    if not _MARKUP.search(text):
        return _BRACES.sub("", text)
    if _deepest(text) > _DEEPEST:
        return None
    parts = (text,) if "$" in text else _parts(text)
    try:
        return " ".join(
            _printed(part) if _MARKUP.search(part) else _BRACES.sub("", part) for part in parts
        )
    except _CUT_SHORT:
        return None


def _deepest(text: str) -> int:
    depth = deepest = 0
    for brace in _BRACES.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        deepest = max(depth, deepest)
    return deepest


def _parts(text: str) -> Iterator[str]:
    """The words of a text, of which those in braces or after a macro stay together."""
    held: list[str] = []
    depth = 0
    for word in _SPACE.split(text):
        held.append(word)
        depth += word.count("{") - word.count("}")
        if depth <= 0 and not _GOES_ON.search(word):
            yield " ".join(held)
            held, depth = [], 0
    if held:
        yield " ".join(held)


@lru_cache(maxsize=20_000)
def _printed(latex: str) -> str:
    decoder, context = _decoder()
    text: str = decoder.latex_to_text(_BARE_PERCENT.sub(r"\\%", latex), latex_context=context)
    return text


@cache
def _decoder() -> tuple[latex2text.LatexNodes2Text, latexwalker.LatexContextDb]:
    """What knows the macros of LaTeX, made once."""
    context = latex2text.get_default_latex_context_db()
    macros = [latex2text.MacroTextSpec(name, text) for name, text in _MACROS]
    context.add_context_category("argmap", macros=macros, prepend=True)
    decoder = latex2text.LatexNodes2Text(latex_context=context, math_mode="text")
    walker = latexwalker.get_default_latex_context_db()
    walker.add_context_category("argmap", macros=[macrospec.MacroSpec("href", "{{")], prepend=True)
    return decoder, walker
