"""What the project's .gitignore files leave out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class Ignored:
    """Whether git would not look at a file or folder, for one walk through folders.

    As in git, the nearest file of patterns that says something has the last word. A folder is asked
    about before what lies in it, so that nothing brings back what lies in an ignored one. Outside
    of a repository nothing is ignored.
    """

    def __init__(self) -> None:
        self._roots: dict[Path, Path | None] = {}
        self._patterns: dict[Path, GitIgnoreSpec | None] = {}

    def __call__(self, path: Path, is_folder: bool) -> bool:
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
        root = self._root(whole.parent)
        if root is None:
            return False
        name = whole.name + ("/" if is_folder else "")
        for folder in whole.parents:
            spec = self._spec(folder)
            verdict = None if spec is None else spec.check_file(name).include
            if verdict is not None:
                return verdict
            if folder == root:
                break
            name = f"{folder.name}/{name}"
        return False

    def _root(self, folder: Path) -> Path | None:
        """The folder of the repository that a folder lies in."""
        climbed: list[Path] = []
        found: Path | None = None
        for one in (folder, *folder.parents):
            if one in self._roots:
                found = self._roots[one]
                break
            climbed.append(one)
            if (one / ".git").exists():
                found = one
                break
        self._roots.update(dict.fromkeys(climbed, found))
        return found

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._patterns:
            self._patterns[folder] = _read(folder / NAME)
        return self._patterns[folder]


def _read(file: Path) -> GitIgnoreSpec | None:
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - few folders have such a file

    return GitIgnoreSpec.from_lines(text.splitlines())
