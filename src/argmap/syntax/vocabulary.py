"""The keys that attributes have, and the values each can take.

A value that a key cannot take is an error of the language; a key that is not listed here is left
to the linter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import NamedTuple

from argmap.sentences import either
from argmap.syntax.ids import is_id, nfc
from argmap.syntax.markers import CLAIM_KINDS, Kind

LIKELIHOODS: dict[str, tuple[float, float]] = {
    "almost-no-chance": (0.01, 0.05),
    "very-unlikely": (0.05, 0.20),
    "unlikely": (0.20, 0.45),
    "roughly-even": (0.45, 0.55),
    "likely": (0.55, 0.80),
    "very-likely": (0.80, 0.95),
    "almost-certain": (0.95, 0.99),
}
"""The terms of ICD 203 (Office of the Director of National Intelligence, 2015) with their bands."""

BASES = ("reported", "assumption", "judgment", "implicit")

STRENGTHS: dict[str, float] = {"weak": 0.25, "moderate": 0.5, "strong": 0.75, "conclusive": 1.0}
"""What the words for a step's strength stand for."""

SEMANTICS = (
    "grounded",
    "complete",
    "preferred",
    "stable",
    "semi-stable",
    "stage",
    "ideal",
)

LABELS = ("in", "out", "undecided", "unsupported")


class Key(NamedTuple):
    """An attribute: `expects` says in words what its value is; `read` gives the value or None."""

    name: str
    expects: str
    read: Callable[[str | bool], str | float | bool | None]
    words: tuple[str, ...] = ()


def number(text: str) -> float | None:
    """A finite decimal number, or None."""
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text, re.ASCII):
        return None
    value = float(text)
    return value if isfinite(value) else None


def _fraction(value: str | bool) -> float | None:
    read = number(value) if isinstance(value, str) else None
    return read if read is not None and 0 <= read <= 1 else None


def _likelihood(value: str | bool) -> str | float | None:
    if isinstance(value, str) and value in LIKELIHOODS:
        return value
    return _fraction(value)


def _flag(value: str | bool) -> bool | None:
    return True if value is True else None


def _text(value: str | bool) -> str | None:
    return value if isinstance(value, str) and value else None


def _name(value: str | bool) -> str | None:
    return nfc(value) if isinstance(value, str) and is_id(value) else None


def _date(value: str | bool) -> str | None:
    if not isinstance(value, str):
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value, re.ASCII)
    if match is None:
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return value


def _pattern(pattern: str) -> Callable[[str | bool], str | None]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: value if isinstance(value, str) and compiled.fullmatch(value) else None


def _one_of(*words: str) -> Callable[[str | bool], str | None]:
    return lambda value: value if isinstance(value, str) and value in words else None


def _choice(name: str, *words: str) -> Key:
    return Key(name, f"one of {either(f'`{word}`' for word in words)}", _one_of(*words), words)


_DATE = "a date such as `2020-01-06`"
_LIKELIHOOD = Key(
    "likelihood",
    "a number from 0 to 1 or one of " + ", ".join(f"`{w}`" for w in LIKELIHOODS),
    _likelihood,
    tuple(LIKELIHOODS),
)

_CLAIM_KEYS = (
    _LIKELIHOOD,
    _choice("confidence", "low", "moderate", "high"),
    _choice("basis", *BASES),
    Key("fact", "nothing: it is a flag", _flag),
    Key("by", "the name of whoever holds it", _text),
    _choice("stance", "accept", "reject", "open"),
    _choice("expect", *LABELS),
    Key("review", _DATE, _date),
)
_SOURCE_KEYS = (
    Key("file", "a path", _text),
    Key("url", "an address", _text),
    Key("author", "a name", _text),
    Key("published", _DATE, _date),
    Key("accessed", _DATE, _date),
    Key("review", _DATE, _date),
    Key("grade", "an Admiralty grade such as `B2` (A to F, then 1 to 6)", _pattern("[A-F][1-6]?")),
    Key("origin", "the id of the source that it repeats", _text),
    Key("sha256", "64 hexadecimal digits", _pattern("[0-9a-fA-F]{64}")),
)
_QUESTION_KEYS = (
    Key("any", "nothing: it is a flag", _flag),
    Key("expect", "the id of an answer, or `open`", _text),
)
_TITLE_KEYS = (
    Key("author", "a name", _text),
    Key("date", _DATE, _date),
    Key("lang", "a language tag such as `en`", _pattern("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")),
    _choice("semantics", *SEMANTICS),
)

KEYS: dict[Kind, dict[str, Key]] = {
    **{kind: {key.name: key for key in _CLAIM_KEYS} for kind in CLAIM_KINDS},
    Kind.SOURCE: {key.name: key for key in _SOURCE_KEYS},
    Kind.QUESTION: {key.name: key for key in _QUESTION_KEYS},
    Kind.TITLE: {key.name: key for key in _TITLE_KEYS},
}
"""The keys that an entry's attributes can have."""

STEP_KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("role", "the name of a premise of the scheme, such as `role: expertise`", _name),
        Key("answers", "the name of a critical question, such as `answers: bias`", _name),
    )
}
"""The keys that a qualifier can have."""


def spelled_out(kind: Kind, word: str) -> tuple[str, str] | None:
    """The pair that a bare word stands for: `likely` is `likelihood: likely`. None for a flag."""
    if kind in CLAIM_KINDS:
        if word in LIKELIHOODS:
            return ("likelihood", word)
        if word in BASES:
            return ("basis", word)
    return None
