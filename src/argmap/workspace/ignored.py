"""Which files the project's .gitignore files leave out of what is found in folders."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


def ignored_by_git(path: Path) -> bool:
    """Whether git would not look at a file: its own name or a folder that it lies in is ignored.

    As in git, the nearest file of patterns that says something has the last word, but nothing
    brings back what lies in an ignored folder. Outside of a repository nothing is ignored.
    """
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
    root = _repository(whole.parent)
    if root is None:
        return False
    parts = whole.relative_to(root).parts
    return any(
        _says_ignore(root, parts[:depth], is_folder=depth < len(parts))
        for depth in range(1, len(parts) + 1)
    )


@cache
def _repository(folder: Path) -> Path | None:
    for one in (folder, *folder.parents):
        if (one / ".git").exists():
            return one
    return None


def _says_ignore(root: Path, parts: tuple[str, ...], *, is_folder: bool) -> bool:
    for depth in range(len(parts) - 1, -1, -1):
        spec = _patterns(root.joinpath(*parts[:depth]))
        if spec is not None:
            name = "/".join(parts[depth:]) + ("/" if is_folder else "")
            verdict = spec.check_file(name).include
            if verdict is not None:
                return verdict
    return False


@cache
def _patterns(folder: Path) -> GitIgnoreSpec | None:
    try:
        text = (folder / NAME).read_text("utf-8", "replace")
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - few folders have such a file

    return GitIgnoreSpec.from_lines(text.splitlines())
