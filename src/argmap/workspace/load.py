"""Reading a map with all that it imports, and nothing from outside its project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.collector import collector_held
from argmap.diagnostics import Diagnostic, has_errors, in_order
from argmap.model.build import compile_map
from argmap.model.map import ArgumentMap, value_of
from argmap.source import SourceFile
from argmap.syntax import Document, Entry, Kind, Parsed, messages, parse_bytes
from argmap.workspace.files import (
    SUFFIX,
    CannotRead,
    project_root,
    read_bytes,
    shown,
    within_limit,
)

if TYPE_CHECKING:
    from argmap.workspace.sources import SourceFiles


@dataclass(frozen=True, slots=True)
class Loaded:
    """A map as it was read, with all that is wrong in it and in what it imports.

    `document` is the map's own file; `files` has every file that was read, by its shown path, and
    `folders` the folder that paths in it count from. Nothing outside of `root` is read.
    """

    map: ArgumentMap
    document: Document
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    root: str
    folders: Mapping[str, Path]

    def library(self) -> SourceFiles | None:
        """The files that the map's sources name; None if they name none."""
        if not any(value_of(source.attributes, "file") for source in self.map.sources):
            return None
        from argmap.workspace.sources import SourceFiles  # noqa: PLC0415 - few maps have some

        return SourceFiles(self.root, self.folders)


def load(path: Path) -> Loaded:
    """Read the map at `path` with its imports. Raises CannotRead if the file cannot be read."""
    return _load(read_bytes(path), shown(path), path)


def load_text(text: bytes | str, name: str, folder: Path | None = None) -> Loaded:
    """Read a map that is no file (or not yet saved) and that shall be called `name`.

    Its imports are looked for from `folder`, by default the current one.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return _load(within_limit(data, name), name, (folder or Path.cwd()) / Path(name).name)


MOST_LINES = 1_000_000
"""How many lines a file may have; a map of this size would take minutes and gigabytes."""


def _load(data: bytes, name: str, path: Path) -> Loaded:
    if data.count(b"\n") > MOST_LINES:
        raise CannotRead(
            f"cannot read {name}: it has more than {MOST_LINES:,} lines; "
            "split the map and join its parts with `import`"
        )
    with collector_held():
        library = _Library(path, parse_bytes(name, data))
        compiled = compile_map(library.main.document, library.documents, library.links)
        return Loaded(
            compiled.map,
            library.main.document,
            in_order((*library.problems, *compiled.diagnostics)),
            {name: document.source for name, document in library.documents.items()},
            str(library.root),
            library.folders,
        )


class _Library:
    """The documents that a map reaches by its imports, each read once, by its shown path."""

    def __init__(self, path: Path, main: Parsed) -> None:
        self.main = main
        self.documents: dict[str, Document] = {}
        self.links: dict[tuple[str, int], str] = {}
        self.problems: list[Diagnostic] = []
        self.root = project_root(path)
        self.folders: dict[str, Path] = {}
        self._names: dict[str, str] = {}  # by real path: the name it was read under
        self._unreadable: set[str] = set()  # the names of files that nothing can be known of
        trail: list[str] = []  # the files between the map and the one at hand
        work = [self._enter(path, main, trail)]
        while work:
            following = next(work[-1], None)
            if following is None:
                work.pop()
                trail.pop()
            else:
                work.append(self._enter(*following, trail))

    def _enter(self, path: Path, parsed: Parsed, trail: list[str]) -> Iterator[tuple[Path, Parsed]]:
        """Take a file in; gives the files that it imports and that are not yet read."""
        document = parsed.document
        self.documents[document.path] = document
        self.folders[document.path] = path.parent
        self._names[os.path.realpath(path)] = document.path
        self.problems += parsed.diagnostics
        trail.append(document.path)
        return self._follow(path, document, trail)

    def _follow(
        self, path: Path, document: Document, trail: list[str]
    ) -> Iterator[tuple[Path, Parsed]]:
        for index, entry in enumerate(document.entries):
            if entry.kind is not Kind.IMPORT or not (entry.sound and entry.placed):
                continue
            target = self._target(path, entry)
            if target is None:
                continue
            real = os.path.realpath(target)
            known = self._names.get(real)
            if known is not None and known in trail:
                circle = (*trail[trail.index(known) :], known)
                self.problems.append(messages.import_cycle(entry.focus, circle))
                continue
            if known is None:
                try:
                    parsed = self._read(target)
                except CannotRead as error:
                    problem = messages.unreadable_import(entry.focus, str(error), _IMPORT_MEND)
                    self.problems.append(problem)
                    continue
                known = parsed.document.path
                if has_errors(parsed.diagnostics) and not parsed.document.entries:
                    self._unreadable.add(known)
                yield target, parsed
            if known not in self._unreadable:
                self.links[document.path, index] = known

    def _target(self, path: Path, entry: Entry) -> Path | None:
        """The file that an import means, None (and a finding) if it cannot be one."""
        if not entry.text.endswith(SUFFIX) and not _is_bibliography(entry.text):
            reason = f"`{entry.text}` is of no kind that can be imported"
            self.problems.append(messages.unreadable_import(entry.focus, reason, _KINDS_MEND))
            return None
        try:
            target = path.parent / entry.text
            inside = Path(os.path.realpath(target)).is_relative_to(self.root)
        except (OSError, ValueError):
            reason = f"cannot read `{entry.text}`: no file can have this name"
            self.problems.append(messages.unreadable_import(entry.focus, reason, _IMPORT_MEND))
            return None
        if not inside:
            root = Path(os.path.relpath(self.root)).as_posix()
            self.problems.append(messages.import_outside(entry.focus, entry.text, root))
            return None
        return target

    def _read(self, target: Path) -> Parsed:
        """What stands in a file that is imported."""
        name, data = shown(target), read_bytes(target)
        if target.suffix == SUFFIX:
            return parse_bytes(name, data)
        from argmap.formats.bibliography import read_bibliography  # noqa: PLC0415 - few maps

        return read_bibliography(name, data, target.suffix.lower(), self._locator(target.parent))

    def _locator(self, folder: Path) -> Callable[[str], str | None]:
        """Gives the path from a folder for a path that counts from it, unless it leads out of the
        project."""

        def locate(path: str) -> str | None:
            try:
                target = folder / path
                inside = Path(os.path.realpath(target)).is_relative_to(self.root)
            except (OSError, ValueError):
                return None
            return Path(os.path.relpath(target, folder)).as_posix() if path and inside else None

        return locate


def _is_bibliography(path: str) -> bool:
    from argmap.formats.bibliography import SUFFIXES  # noqa: PLC0415 - few maps import one

    return Path(path).suffix.lower() in SUFFIXES


_IMPORT_MEND = "the path counts from the folder of this file"
_KINDS_MEND = "an .arg file can be, and for sources a .bib (BibTeX) or .json (CSL) file"
