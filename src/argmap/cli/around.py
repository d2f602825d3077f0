"""The settings around what a call names: where they stand, and what they leave out of folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.workspace import read_bytes, shown

if TYPE_CHECKING:
    from argmap.config import Config
    from argmap.schemes import Scheme

STDIN = "-"


class WrongSettings(Exception):
    """Settings that cannot be used: a sentence for people on each thing that is wrong."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("; ".join(self.sentences))


class Found(NamedTuple):
    """A file of settings: where it is, its text, what it says."""

    path: Path
    text: str
    config: Config


class Around:
    """What lies around the arguments of a call; it is looked for when it is first asked for.

    `exclude` holds patterns of the call for what it leaves out, beside those of the settings.
    """

    def __init__(self, arguments: Sequence[str] = (), exclude: Sequence[str] = ()) -> None:
        self._arguments = arguments
        self._exclude = exclude

    @cached_property
    def found(self) -> Found | None:
        """The settings in the folder that all arguments lie in (the current one for standard
        input), or in the nearest one above it in the same repository.

        Raises WrongSettings if they cannot be used.
        """
        return _nearest(_common_folder(self._arguments))

    @cached_property
    def _patterns(self) -> tuple[str, ...]:
        return (*(self.found.config.exclude if self.found else ()), *self._exclude)

    def excludes(self, path: Path) -> bool:
        """Whether a file or folder is to be left out of what is found in folders."""
        if not self._patterns:
            return False
        from argmap.config import fits  # noqa: PLC0415 - few projects exclude anything

        names = [shown(path)]
        if self.found is not None:
            names.append(counted(path, self.found.path.parent))
        return any(fits(pattern, *names) for pattern in self._patterns)


def counted(path: str | Path, folder: Path) -> str:
    """A path as it is written from a folder, with `/`."""
    return Path(os.path.relpath(path, folder)).as_posix()


def project_schemes() -> tuple[Scheme, ...]:
    """The argument schemes of the project that the current folder is in."""
    found = Around().found
    return found.config.schemes if found else ()


def _common_folder(arguments: Sequence[str]) -> Path:
    paths = [os.path.realpath(one) for one in arguments if one != STDIN] or [str(Path.cwd())]
    try:
        common = Path(os.path.commonpath(paths))
    except ValueError:  # they are on different drives
        return Path.cwd()
    return common if common.is_dir() else common.parent


def _nearest(folder: Path) -> Found | None:
    from argmap.config import FILE, PYPROJECT, Config, read_config  # noqa: PLC0415

    for one in (folder, *folder.parents):
        for path in (one / FILE, one / PYPROJECT):
            if path.is_file():
                text = read_bytes(path).decode("utf-8", "replace")
                config = read_config(shown(path), text)
                if isinstance(config, Config):
                    return Found(path, text, config)
                if config is not None:
                    raise WrongSettings(map(str, config))
        if (one / ".git").exists():
            break
    return None
