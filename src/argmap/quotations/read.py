"""From the bytes of a source to its text, by the kind of file it is: one line a kind.

A reader is a module that is loaded when there is a file for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from argmap.quotations.decode import Unreadable, decode
from argmap.quotations.text import SourceText

LARGEST = 64 * 1024 * 1024
"""How many bytes a source may have that quotations are looked up in."""
EXTRA = "sources"
"""What has to be installed besides for some kinds of files."""


class Kind(NamedTuple):
    """A kind of file: its name for people, the module that reads its text."""

    name: str
    module: str


class Lacking(NamedTuple):
    """That a kind of file cannot be read with what is installed."""

    kind: str


TEXT = Kind("text", "argmap.quotations.plain")
MARKDOWN = Kind("Markdown", "argmap.quotations.markdown")

_KINDS: Mapping[str, Kind] = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
}


def kind_of(name: str) -> Kind:
    """What kind of file has such a name; text, if nothing else is known."""
    dot = name.rfind(".")
    return _KINDS.get(name[dot:].lower(), TEXT) if dot >= 0 else TEXT


def read_text(kind: Kind, data: bytes) -> SourceText | Unreadable | Lacking:
    """The text of a source."""
    text = decode(data)
    if isinstance(text, Unreadable):
        return text
    try:
        module = import_module(kind.module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("argmap"):
            raise
        return Lacking(kind.name)
    read: Callable[[str], SourceText] = module.read
    found = read(text)
    if text.strip() and not found.text.strip():
        return Unreadable("there is no text in it", "name a file that has the words")
    return found
