"""What those who judge quotations ask about the files of sources; who answers may read files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from argmap.model import Source
from argmap.quotations.decode import Unreadable
from argmap.quotations.find import Finder

Trouble = Literal["missing", "folder", "device", "outside", "large", "unreadable"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a source names.

    `trouble` says why it cannot be used: there is none, it is a folder, or a pipe or a device, it
    lies outside of the project, it is too large, or the system refuses; `reason` is the end of a
    sentence about it, `near` the path of a file of nearly this name, as it would be written in the
    map.
    """

    path: str
    trouble: Trouble | None = None
    reason: str = ""
    near: str | None = None


class Library(Protocol):
    """The files of a map's sources. Nothing is read before it is asked for."""

    def file(self, source: Source) -> SourceFile | None:
        """The file of a source; None if it names none."""

    def digest(self, source: Source) -> str | None:
        """The SHA-256 of the file's bytes, in hexadecimal; None if they cannot be had."""

    def text(self, source: Source) -> Finder | Unreadable | None:
        """The text of the file, ready to look quotations up; None where `file` tells of trouble,
        or where something has to be installed to read it."""
