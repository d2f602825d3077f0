"""argmap as a library: what `import argmap` names, made of the stages and nothing more.

Values in, values out: a mistake in a map is a diagnostic in the result, never an exception.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from argmap.diagnostics import Diagnostic, has_errors
from argmap.formats import registry
from argmap.model.map import ArgumentMap
from argmap.workspace import CannotRead, load_text
from argmap.workspace import load as load_file


@dataclass(frozen=True, slots=True)
class Result:
    """A map as it was read, and what is wrong with it, in the order of the text.

    With errors among the diagnostics the map holds what could be understood.
    """

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return not has_errors(self.diagnostics)


def load(path: str | os.PathLike[str]) -> Result:
    """Read the map in a file, with all that it imports.

    Raises CannotRead if the file cannot be read.
    """
    loaded = load_file(Path(path))
    return Result(loaded.map, loaded.diagnostics)


def parse(text: str, name: str = "<text>") -> Result:
    """Read a map from a text; `name` is what its diagnostics call it.

    Imports are looked for from the current folder.
    """
    loaded = load_text(text, name)
    return Result(loaded.map, loaded.diagnostics)


def read(text: str, format_name: str, name: str = "<text>") -> Result:
    """Read a map from a text in one of the formats that can be read, such as `json`.

    Raises LookupError if there is no such format, ValueError if it can only be written.
    """
    format_ = registry.find(format_name)
    if format_.name == "arg":
        return parse(text, name)
    if format_.reader is None:
        raise ValueError(f"{format_.name} can be written, but not read")
    found = format_.reader()(text, name)
    return Result(found.map, found.problems)


def write(map_: ArgumentMap, format_name: str) -> str:
    """Write a map as a text in one of the formats that can be written, such as `json`.

    Raises LookupError if there is no such format, ValueError if it can only be read.
    """
    format_ = registry.find(format_name)
    if format_.writer is None:
        raise ValueError(f"{format_.name} can be read, but not written")
    return format_.writer()(map_).text


def _picture(map_: ArgumentMap) -> str:
    from argmap.render import render  # noqa: PLC0415 - loaded where it is used

    return render(map_)


# A map shows itself in a notebook; the model itself must not know of pictures.
setattr(ArgumentMap, "_repr_svg_", _picture)  # noqa: B010 - no attribute that the class declares

__all__ = ["CannotRead", "Result", "load", "parse", "read", "write"]
