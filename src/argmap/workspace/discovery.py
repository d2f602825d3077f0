"""Finding maps: the one walk through folders, for every command that takes some."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from argmap.workspace.files import SUFFIX, cannot_read
from argmap.workspace.ignored import Ignored

Excludes = Callable[[Path], bool]


def discover(
    paths: Iterable[Path], excludes: Excludes | None = None, *, ask_git: bool = True
) -> tuple[Path, ...]:
    """The maps that `paths` name: files as they are, folders as the maps below them.

    Left out of what is found in a folder are names that begin with a dot, what git ignores, and
    what `excludes` says of files and of folders. What is named itself is never left out, and in a
    folder that git ignores nothing is left out for that. A file comes once, however often it is
    named.
    """
    found: dict[str, Path] = {}
    ignored = Ignored() if ask_git else None
    for path in paths:
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except (OSError, ValueError) as error:
            raise cannot_read(path, error) from error
        files = _maps_below(path, ignored, excludes) if is_folder else [path]
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    return tuple(found.values())


def _maps_below(folder: Path, ignored: Ignored | None, excludes: Excludes | None) -> list[Path]:
    """The maps in a folder and its folders, in the order of their names; a folder that links lead
    back to is looked at once."""
    maps: list[Path] = []
    if ignored is not None and ignored(folder, True):
        ignored = None
    waiting, seen = [folder], set[str]()
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(current) as entries:
                for entry in entries:
                    is_folder = entry.is_dir()
                    if entry.name.startswith(".") or not (is_folder or entry.name.endswith(SUFFIX)):
                        continue
                    inner = current / entry.name
                    if excludes is not None and excludes(inner):
                        continue
                    if ignored is None or not ignored(inner, is_folder):
                        (waiting if is_folder else maps).append(inner)
        except OSError as error:
            raise cannot_read(current, error) from error
    return sorted(maps, key=lambda path: path.parts)
