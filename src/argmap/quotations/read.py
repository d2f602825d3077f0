"""From the bytes of a source to its text, by the kind of file it is: one line a kind.

A reader is a module that is loaded when there is a file for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final, NamedTuple

from argmap.extras import MissingExtra, extra
from argmap.quotations.decode import Unreadable, decode, decode_html
from argmap.quotations.text import SourceText

LARGEST: Final = 64 * 1024 * 1024
"""How many bytes a source may have that quotations are looked up in."""
EXTRA: Final = "sources"
"""What has to be installed besides for some kinds of files."""


class Kind(NamedTuple):
    """A kind of file: its name for people, and the module that reads it.

    `decode` gives the module the characters of the file; without it the module is given the bytes.
    A file of `apart` bytes or more may take its reader any time and memory, as one that is made to
    do so does; it is read in a process of its own.
    """

    name: str
    module: str
    decode: Callable[[bytes], str | Unreadable] | None = decode
    apart: int = LARGEST + 1


TEXT: Final = Kind("text", "argmap.quotations.plain")
MARKDOWN: Final = Kind("Markdown", "argmap.quotations.markdown", decode, 64 * 1024)
HTML: Final = Kind("HTML", "argmap.quotations.html", decode_html, 64 * 1024)
PDF: Final = Kind("PDF", "argmap.quotations.pdf", None, 0)

_KINDS: Final[Mapping[str, Kind]] = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
}


def kind_of(name: str) -> Kind:
    """What kind of file has such a name; text, if nothing else is known."""
    dot = name.rfind(".")
    return _KINDS.get(name[dot:].lower(), TEXT) if dot >= 0 else TEXT


def read_text(kind: Kind, data: bytes) -> SourceText | Unreadable | MissingExtra:
    """The text of a source, or what has to be installed to read it."""
    given = data if kind.decode is None else kind.decode(data)
    if isinstance(given, Unreadable):
        return given
    try:
        with extra(EXTRA, f"looking up what is quoted from {kind.name}"):
            read: _Read = import_module(kind.module).read
            found = read(given)
    except MissingExtra as lacking:
        return lacking
    if isinstance(found, SourceText) and given.strip() and not found.text.strip():
        return Unreadable("there is no text in it", "name a file that has the words")
    return found


_Read = Callable[[str | bytes], SourceText | Unreadable]
