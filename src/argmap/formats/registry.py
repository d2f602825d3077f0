"""The formats that a map can be read from or written to: one line each, found by name or suffix.

A format's module is imported when the format is used, and not before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Protocol

from argmap.diagnostics import did_you_mean
from argmap.formats.losses import Written
from argmap.formats.problems import ReadResult
from argmap.model.map import ArgumentMap
from argmap.sentences import either


class Reader(Protocol):
    """Reads a text that stands in a file as a map; `path` is how the file is shown to people."""

    def __call__(self, text: str, path: str, /) -> ReadResult: ...


class Writer(Protocol):
    """Writes a map as a text, with what the format could not take."""

    def __call__(self, map_: ArgumentMap, /) -> Written: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for people and options, how its files end, what it is.

    `reader` and `writer` import the module that does it; either is None where it cannot be done.
    Reading .arg is the parser's work, so that format has a writer only.
    """

    name: str
    suffixes: tuple[str, ...]
    title: str
    reader: Callable[[], Reader] | None = None
    writer: Callable[[], Writer] | None = None


class UnknownFormat(LookupError):
    """There is no format of this name or suffix; says what there is."""


def find(name: str) -> Format:
    """The format of a name, upper or lower case."""
    for format_ in FORMATS:
        if format_.name == name.casefold():
            return format_
    names = [format_.name for format_ in FORMATS]
    close = did_you_mean(name, names)
    hint = f"did you mean `{close}`?" if close else f"there are {', '.join(names)}"
    raise UnknownFormat(f"no format is called `{name}`; {hint}")


def by_path(path: str | PurePath) -> Format:
    """The format that a file's name ends with; the longest suffix that fits."""
    shown = str(path)
    name = PurePath(shown).name.casefold()
    fits = [
        (len(suffix), format_)
        for format_ in FORMATS
        for suffix in format_.suffixes
        if name.endswith(suffix) and name != suffix
    ]
    if fits:
        return max(fits, key=lambda fit: fit[0])[1]
    suffixes = [suffix for format_ in FORMATS for suffix in format_.suffixes]
    close = did_you_mean(PurePath(name).suffix, suffixes) if PurePath(name).suffix else None
    hint = f"did you mean `{close}`?" if close else f"names end in {either(suffixes)}"
    raise UnknownFormat(f"cannot tell the format of `{shown}` by its name; {hint}")


def _write_arg() -> Writer:
    from argmap.formats import arg  # noqa: PLC0415

    return arg.write


def _read_json() -> Reader:
    from argmap.formats import json  # noqa: PLC0415

    return json.read


def _write_json() -> Writer:
    from argmap.formats import json  # noqa: PLC0415

    return lambda map_: Written(json.write(map_), ())


def _write_dot() -> Writer:
    from argmap.formats import dot  # noqa: PLC0415

    return dot.write


def _write_mermaid() -> Writer:
    from argmap.formats import mermaid  # noqa: PLC0415

    return mermaid.write


FORMATS: Final[tuple[Format, ...]] = (
    Format("arg", (".arg",), "the language of argmap", None, _write_arg),
    Format("json", (".json",), "the JSON of a map, with nothing left out", _read_json, _write_json),
    Format("dot", (".dot", ".gv"), "a graph for Graphviz", None, _write_dot),
    Format("mermaid", (".mmd", ".mermaid"), "a flowchart for Mermaid", None, _write_mermaid),
)
