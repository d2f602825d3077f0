"""The files of sources: found from the map that names them, read when a rule asks, once.

Nothing outside of the project is read, wherever links lead.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from argmap.apart import BeyondLimits, Limit, Limits, Stopped, call_apart
from argmap.diagnostics import did_you_mean
from argmap.extras import MissingExtra
from argmap.model import Source
from argmap.model.map import value_of
from argmap.quotations.decode import Unreadable
from argmap.quotations.find import Finder
from argmap.quotations.index import Index
from argmap.quotations.library import SourceFile
from argmap.quotations.read import LARGEST, Kind, kind_of, read_text
from argmap.quotations.text import SourceText
from argmap.sentences import counted
from argmap.workspace.files import CannotRead, read_bytes, shown, why_unread

LIMITS = Limits(processor=60, clock=240, memory=2 * 1024**3, answer=256 * 1024**2)
"""What reading one source may take that is read in a process of its own."""


class _Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    path: str
    changed: int
    size: int


class SourceFiles:
    """The files that the sources of one map name.

    `folders` are those of the map's own file and of its imports, by shown path; `lacking`
    says, a sentence each, what has to be installed to read some that were asked for.
    """

    def __init__(self, root: str, folders: Mapping[str, Path]) -> None:
        self._root = root
        self._folders = folders
        self._files: dict[str, tuple[SourceFile, Path] | None] = {}
        self._texts: dict[str, Finder | Unreadable | None] = {}
        self.lacking: list[str] = []

    def file(self, source: Source) -> SourceFile | None:
        """The file that a source names; None if it names none."""
        found = self._found(source)
        return found[0] if found else None

    def digest(self, source: Source) -> str | None:
        """The SHA-256 of the file's bytes."""
        path = self._usable(source)
        if path is None:
            return None
        try:
            return _digest(_stamp(path))
        except (OSError, CannotRead):
            return None

    def text(self, source: Source) -> Finder | Unreadable | None:
        """The text of the file, ready to look quotations up."""
        if source.id not in self._texts:
            self._texts[source.id] = self._text(source)
        return self._texts[source.id]

    def _text(self, source: Source) -> Finder | Unreadable | None:
        path = self._usable(source)
        if path is None:
            return None
        try:
            found = _read(_stamp(path))
        except CannotRead as error:
            return Unreadable(str(error), "")
        except OSError as error:
            return Unreadable(why_unread(path, error), "")
        if not isinstance(found, MissingExtra):
            return found
        if str(found) not in self.lacking:
            self.lacking.append(str(found))
        return None

    def _usable(self, source: Source) -> Path | None:
        found = self._found(source)
        return found[1] if found and found[0].trouble is None else None

    def _found(self, source: Source) -> tuple[SourceFile, Path] | None:
        if source.id not in self._files:
            self._files[source.id] = self._look(source)
        return self._files[source.id]

    def _look(self, source: Source) -> tuple[SourceFile, Path] | None:
        written, folder = value_of(source.attributes, "file"), self._folders.get(source.at.path)
        if not isinstance(written, str) or folder is None:
            return None
        path = folder / written
        try:
            real = Path(os.path.realpath(path))
            if not real.is_relative_to(self._root):
                root = Path(os.path.relpath(self._root)).as_posix()
                return SourceFile(written, "outside", f"the project, `{root}`"), path
            size = real.stat().st_size
            if real.is_dir():
                return SourceFile(written, "folder", "it is a folder"), path
            if not real.is_file():
                return SourceFile(written, "device", "it is a pipe or a device"), path
            if real == Path(os.path.realpath(folder / Path(source.at.path).name)):
                reason = "it is the very file that cites it, which has whatever it quotes"
                return SourceFile(written, "unreadable", reason), path
            if size > LARGEST:
                reason = f"it is larger than {_size(LARGEST)}"
                return SourceFile(shown(path), "large", reason), path
        except (FileNotFoundError, NotADirectoryError):
            reason = "there is no such file"
            return SourceFile(written, "missing", reason, _near(path, written)), path
        except (OSError, ValueError) as error:
            return SourceFile(written, "unreadable", why_unread(path, error)), path
        return SourceFile(shown(path)), path


def _near(path: Path, written: str) -> str | None:
    """The path, as it would be written, of a file in the same folder with nearly this name."""
    try:
        names = sorted(one.name for one in os.scandir(path.parent) if one.is_file())
    except OSError:
        return None
    near = did_you_mean(path.name, names)
    return None if near is None else written[: len(written) - len(path.name)] + near


def _stamp(path: Path) -> _Stamp:
    status = path.stat()
    return _Stamp(os.path.realpath(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _digest(stamp: _Stamp) -> str:
    from hashlib import sha256  # noqa: PLC0415 - only where a source is pinned

    return sha256(read_bytes(Path(stamp.path))).hexdigest()


@lru_cache(maxsize=32)
def _read(stamp: _Stamp) -> Finder | Unreadable | MissingExtra:
    """A source made ready; kept, since several maps may quote it, and fixes look again."""
    path = Path(stamp.path)
    found = read_source(kind_of(path.name), read_bytes(path), LIMITS)
    return Finder(Index(found)) if isinstance(found, SourceText) else found


def read_source(kind: Kind, data: bytes, limits: Limits) -> SourceText | Unreadable | MissingExtra:
    """The text of a source, read in a process of its own if reading it may take any time."""
    if len(data) < kind.apart:
        return read_text(kind, data)
    try:
        return call_apart(limits, read_text, kind, data)
    except BeyondLimits as beyond:
        return Unreadable(_beyond(beyond.limit, limits), "name a part of it, or its text as .txt")
    except Stopped as error:
        return Unreadable(
            f"it is damaged, or its reader has a fault ({error})",
            f"save it anew from a program that shows {kind.name}, or name its text as .txt",
        )


def _beyond(limit: Limit, limits: Limits) -> str:
    match limit:
        case "processor":
            return f"reading it takes more than {_seconds(limits.processor)} of the processor"
        case "clock":
            return f"reading it takes more than {_seconds(limits.clock)}"
        case "memory":
            return f"reading it takes more than {_size(limits.memory)} of memory"
        case "answer":
            return f"its text is longer than {_size(limits.answer)}"


def _seconds(count: int) -> str:
    return counted(count, "second")


def _size(count: int) -> str:
    return f"{count // 1024**2:,} MB" if count >= 1024**2 else f"{count:,} bytes"
