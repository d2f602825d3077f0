"""What to say when an option is given a value that it cannot have."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import typer

from argmap.diagnostics import did_you_mean
from argmap.sentences import either

_VALUE = re.compile(r"(?s)(.+) is not (?:one of|a valid|in the range) ")
"""How typer begins to say so; it tells the value nowhere else."""


@runtime_checkable
class _Choice(Protocol):
    @property
    def choices(self) -> Sequence[str]: ...


@runtime_checkable
class _Range(Protocol):
    @property
    def min(self) -> float | None: ...
    @property
    def max(self) -> float | None: ...


def wrong_value(error: typer.BadParameter) -> str | None:
    """A sentence with the value and what it could be, or None where that is for typer to say."""
    option = error.param
    value = _VALUE.match(error.message)
    if option is None or value is None or not option.opts:
        return None
    given = str(literal_eval(value[1])) if value[1][0] in "'\"" else value[1]
    return f"{option.opts[0]} cannot be `{given}`; {_could_be(option.type, given)}"


def _could_be(kind: object, given: str) -> str:
    if isinstance(kind, _Choice):
        near = did_you_mean(given, kind.choices)
        return f"did you mean `{near}`?" if near else f"it is {either(kind.choices)}"
    number = "a number" if getattr(kind, "name", "").startswith("float") else "a whole number"
    low, high = (kind.min, kind.max) if isinstance(kind, _Range) else (None, None)
    if low is not None:
        number += f" from {low:g}" + (" on" if high is None else f" to {high:g}")
    return f"it is {number}"
