"""What a project says about how its maps are to be checked: argmap.toml, or `[tool.argmap]`.

Pure: the text of the file is handed in. A mistake in it is a value that knows its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple, TypeVar, get_args

from argmap.diagnostics import Severity, did_you_mean

if TYPE_CHECKING:
    from argmap.schemes import Scheme

FILE = "argmap.toml"
PYPROJECT = "pyproject.toml"
TABLE = ("tool", "argmap")
"""The table of pyproject.toml that is meant for us."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class PerFile(NamedTuple):
    """Rules that are not to be applied to the files that a pattern fits."""

    pattern: str
    rules: tuple[str, ...]


class Override(NamedTuple):
    """How grave the findings of a rule are to be."""

    rule: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one place: a file, or the options of a call. None means "not said here".

    Rules are named by a name, a code, or the beginning of codes. Paths and patterns count from
    the folder of the file.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[PerFile, ...] = ()
    severity: tuple[Override, ...] = ()
    fail_on: Severity | None = None
    output_format: str | None = None
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    tags: tuple[str, ...] | None = None
    schemes: tuple[Scheme, ...] = ()
    longest_claim: int | None = None


def fits(pattern: str, *names: str) -> bool:
    """Whether a pattern fits one of some paths, the end of one, or a folder on its way.

    `*` stands for any characters, `/` among them.
    """
    pattern = pattern.removeprefix("./").rstrip("/")
    return any(
        fnmatchcase(name, one)
        for name in names
        for one in (pattern, f"*/{pattern}", f"{pattern}/*", f"*/{pattern}/*")
    )


class Mistake(NamedTuple):
    """What is wrong in a file of settings, and on which line."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


KEYS = tuple(field.name.replace("_", "-") for field in fields(Config))
"""The settings, as they are written."""


def read_config(path: str, text: str) -> Config | tuple[Mistake, ...] | None:
    """The settings in the text of a file, or what is wrong with them.

    None for a pyproject.toml that says nothing about argmap.
    """
    import tomllib  # noqa: PLC0415 - only where there is a file to read

    try:
        table: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (_unreadable(path, text, str(error)),)
    header: tuple[str, ...] = ()
    if path.rpartition("/")[2] == PYPROJECT:
        header = TABLE
        for part in TABLE:
            table = table.get(part) if isinstance(table, Mapping) else None
        if table is None:
            return None
    if not isinstance(table, Mapping):
        return (Mistake(path, 1, f"`{'.'.join(header)}` must be a table"),)
    return _Reader(path, text, header).read(table)


def _unreadable(path: str, text: str, said: str) -> Mistake:
    at = re.search(r" \(at line (\d+), column \d+\)$", said)
    line = int(at[1]) if at else text.count("\n") + 1
    reason = said[: at.start()] if at else said.removesuffix(" (at end of document)")
    return Mistake(path, line, f"this is not TOML: {reason[:1].lower()}{reason[1:]}")


T = TypeVar("T")


class _Reader:
    """Reads the table, and collects what is wrong with it."""

    def __init__(self, path: str, text: str, header: tuple[str, ...]) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.header = header
        self.mistakes: list[Mistake] = []

    def read(self, table: Mapping[str, object]) -> Config | tuple[Mistake, ...]:
        """The settings, or the mistakes in them."""
        for key in table:
            if key not in KEYS:
                near = did_you_mean(key, KEYS)
                hint = f"did you mean `{near}`?" if near else f"there are {', '.join(KEYS)}"
                self._wrong((key,), f"there is no setting `{key}`; {hint}")
        config = Config(
            select=self._take(table, "select", self._texts, None),
            extend_select=self._take(table, "extend-select", self._texts, ()),
            ignore=self._take(table, "ignore", self._texts, ()),
            per_file_ignores=self._take(table, "per-file-ignores", self._per_file, ()),
            severity=self._take(table, "severity", self._overrides, ()),
            fail_on=self._take(table, "fail-on", self._severity, None),
            output_format=self._take(table, "output-format", self._text, None),
            exclude=self._take(table, "exclude", self._texts, ()),
            baseline=self._take(table, "baseline", self._text, None),
            tags=self._take(table, "tags", self._texts, None),
            schemes=self._take(table, "schemes", self._schemes, ()),
            longest_claim=self._take(table, "longest-claim", self._count, None),
        )
        return tuple(self.mistakes) or config

    def _take(
        self,
        table: Mapping[str, object],
        key: str,
        read: Callable[[tuple[str, ...], object], T | None],
        default: T,
    ) -> T:
        if key not in table:
            return default
        value = read((key,), table[key])
        return default if value is None else value

    def _text(self, at: tuple[str, ...], value: object) -> str | None:
        if isinstance(value, str) and value:
            return value
        self._wrong(at, f"`{at[-1]}` must be a text in quotes")
        return None

    def _texts(self, at: tuple[str, ...], value: object) -> tuple[str, ...] | None:
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        self._wrong(at, f'`{at[-1]}` must be a list of texts, such as ["…", "…"]')
        return None

    def _count(self, at: tuple[str, ...], value: object) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self._wrong(at, f"`{at[-1]}` must be a whole number above 0")
        return None

    def _severity(self, at: tuple[str, ...], value: object) -> Severity | None:
        for severity in SEVERITIES:
            if value == severity:
                return severity
        self._wrong(at, f"`{at[-1]}` must be one of {', '.join(SEVERITIES)}")
        return None

    def _per_file(self, at: tuple[str, ...], value: object) -> tuple[PerFile, ...] | None:
        if not isinstance(value, Mapping):
            self._wrong(at, '`per-file-ignores` must be a table of "pattern" = ["rule"]')
            return None
        read = [(key, self._texts((*at, key), rules)) for key, rules in value.items()]
        return tuple(PerFile(key, rules) for key, rules in read if rules is not None)

    def _overrides(self, at: tuple[str, ...], value: object) -> tuple[Override, ...] | None:
        if not isinstance(value, Mapping):
            self._wrong(at, '`severity` must be a table of rule = "level"')
            return None
        read = [(key, self._severity((*at, key), level)) for key, level in value.items()]
        return tuple(Override(key, level) for key, level in read if level is not None)

    def _schemes(self, at: tuple[str, ...], value: object) -> tuple[Scheme, ...]:
        from argmap.schemes.read import read_schemes  # noqa: PLC0415 - few projects have some

        found, wrong = read_schemes(value, at)
        for one in wrong:
            self._wrong(*one)
        return found

    def _wrong(self, at: tuple[str, ...], message: str) -> None:
        self.mistakes.append(Mistake(self.path, line_of(self.lines, (*self.header, *at)), message))


_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(#.*)?$")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def line_of(lines: list[str], path: tuple[str, ...]) -> int:
    """The line of a TOML text (from 1) that a key stands on, or that of the nearest table.

    `tomllib` keeps no places. This looks for headers and keys line by line, which finds all but
    keys inside of inline tables; for these it gives the line of the table.
    """
    table: tuple[str, ...] = ()
    best, depth = 1, 0
    for number, line in enumerate(lines, 1):
        header, (key, equals, _) = _HEADER.match(line), line.partition("=")
        if header is not None:
            found = table = _parts(header[1])
        elif equals:
            found = table + _parts(key)
        else:
            continue
        if len(found) > depth and path[: len(found)] == found:
            best, depth = number, len(found)
    return best


def _parts(written: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(written))
