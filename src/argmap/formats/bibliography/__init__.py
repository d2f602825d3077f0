"""Bibliographies: sources that are kept in a file of their own, as BibTeX or CSL JSON.

Read, one is a Document whose entries are sources, so that whatever follows need not know where a
source was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, Protocol

from argmap.extras import extra
from argmap.formats.bibliography.text import Locate
from argmap.source import SourceFile
from argmap.syntax import Parsed, parse_bytes

SUFFIXES: Final[Mapping[str, str]] = {".bib": "bibtex", ".json": "csl"}
"""By how a file's name ends: the module here that reads such a file."""


class Reader(Protocol):
    """Reads a text, with the paths in it made out by `locate`."""

    def __call__(self, source: SourceFile, locate: Locate) -> Parsed: ...


def read_bibliography(name: str, data: bytes, suffix: str, locate: Locate) -> Parsed:
    """The sources in the bytes of a file, and all that is wrong with them.

    `suffix` is one of SUFFIXES. Raises MissingExtra if the library for it is not installed.
    """
    with extra("sources", f"reading {name}"):
        read: Reader = import_module(f"{__name__}.{SUFFIXES[suffix]}").read
    return parse_bytes(name, data, lambda source: read(source, locate))
