"""argmap as a library: what `import argmap` names, made of the stages and nothing more.

Values in, values out: a mistake in a map is a diagnostic in the result, never an exception.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from argmap.config import Config
from argmap.diagnostics import Diagnostic, has_errors, in_order
from argmap.extras import MissingExtra
from argmap.formats import registry
from argmap.model.map import ArgumentMap
from argmap.workspace import CannotRead, Loaded, load_text
from argmap.workspace import load as load_file


@dataclass(frozen=True, slots=True)
class Result:
    """A map as it was read, and what is wrong with it, in the order of the text.

    With errors among the diagnostics the map holds what could be understood.
    """

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]
    _loaded: Loaded | None = field(default=None, repr=False, compare=False)

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return not has_errors(self.diagnostics)


def load(path: str | os.PathLike[str]) -> Result:
    """Read the map in a file, with all that it imports.

    Raises CannotRead if the file cannot be read.
    """
    loaded = load_file(Path(path))
    return Result(loaded.map, loaded.diagnostics, loaded)


def parse(text: str, name: str = "<text>") -> Result:
    """Read a map from a text; `name` is what its diagnostics call it.

    Imports are looked for from the current folder.
    """
    loaded = load_text(text, name)
    return Result(loaded.map, loaded.diagnostics, loaded)


def check(
    of: Result | ArgumentMap,
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    today: date | None = None,
) -> tuple[Diagnostic, ...]:
    """All that is wrong in a map, in the order of its text, as `argmap check` finds it.

    Of a Result that is all that was wrong with its text, and what the rules find; the rules are
    not applied where there are errors. A bare map has no text: nothing is silenced by its comments,
    and what can be seen in the text alone is not found.

    Rules are named by a name, a code or the beginning of codes. `select` has those to apply
    instead of the usual ones, `extend_select` and `ignore` those to apply as well, or not. The rule
    `stale` asks what day it is, and without `today` finds nothing. A project's settings are not
    read. Raises LookupError for a rule that does not exist, and MissingExtra if something of the
    map's sources cannot be looked up with what is installed.
    """
    # Rules bring the semantics along, which nothing else here needs.
    from argmap.lint.engine import lint  # noqa: PLC0415
    from argmap.lint.settings import Settings, settle  # noqa: PLC0415
    from argmap.workspace.findings import looked_at  # noqa: PLC0415

    chosen = None if select is None else tuple(select)
    config = Config(select=chosen, extend_select=tuple(extend_select), ignore=tuple(ignore))
    settings = settle(config)
    if not isinstance(settings, Settings):
        raise LookupError(str(settings[0]))  # noqa: TRY004 - a name, not a type, is wrong
    if today is not None:
        settings = replace(settings, options=settings.options._replace(today=today.isoformat()))
    if isinstance(of, ArgumentMap):
        return lint(of, settings)
    if of._loaded is not None:
        found, lacking = looked_at(of._loaded, settings)
        if lacking:
            raise MissingExtra("; ".join(lacking))
        return found
    if not of.ok:
        return of.diagnostics
    return in_order((*of.diagnostics, *lint(of.map, settings)))


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

__all__ = [
    "CannotRead",
    "Result",
    "check",
    "load",
    "parse",
    "read",
    "write",
]
