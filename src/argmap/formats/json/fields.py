"""The keys of one JSON object, taken out one by one with their types checked.

What does not fit becomes a `Complaint` and a harmless value in its stead, so that reading goes on
and one run finds everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Final, TypeVar

from argmap.diagnostics import did_you_mean
from argmap.formats.json.places import Path, name_of
from argmap.model.map import NO_SECTION, Attribute, Attributes, AttributeValue, Note, Role
from argmap.source import NOWHERE, Span

JsonObject = dict[str, "Json"]
Json = None | bool | int | float | str | list["Json"] | JsonObject

_T = TypeVar("_T", bound=str)
_NONE: Final = object()


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with the value at a path."""

    name: str
    path: Path
    message: str
    help: str = ""


@dataclass(slots=True)
class Fields:
    """An object and its place in the whole. Each method takes one key; `close` names the rest."""

    source: Json
    path: Path
    complaints: list[Complaint]
    values: JsonObject = field(init=False)
    _taken: int = field(init=False, default=0)
    _known: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._known = []
        self.values = {}
        if isinstance(self.source, dict):
            self.values = self.source
        else:
            self.wrong_type((), self.source, "an object")

    @property
    def name(self) -> str:
        """The path in the words of a message."""
        return name_of(self.path)

    def complain(self, problem: str, below: Path, message: str, help_: str = "") -> None:
        """Note what is wrong with the value at a path below this object."""
        self.complaints.append(Complaint(problem, self.path + below, message, help_))

    def close(self, *also: str) -> None:
        """Complain about keys that nothing asked for."""
        if self._taken + len(also) == len(self.values):
            return
        known = {*self._known, *also}
        for key in self.values:
            if key not in known:
                close = did_you_mean(key, known - self.values.keys())
                self.complain(
                    "unknown-key",
                    (key,),
                    f"{name_of((*self.path, key))} is no key of a map",
                    f"did you mean `{close}`?"
                    if close
                    else f"the keys here are {', '.join(sorted(known))}",
                )

    def is_version(self, version: int) -> bool:
        """Whether the file says that it is a map of this version."""
        if not isinstance(self.source, dict):
            return False
        given = self.values.get("argmap")
        if given == version and not isinstance(given, bool):
            return True
        if "argmap" not in self.values:
            self.complain(
                "missing-key",
                (),
                "the file does not say that it is a map: it has no key `argmap`",
                f'write `"argmap": {version}` as its first key',
            )
        else:
            self.complain(
                "wrong-version",
                ("argmap",),
                f"this version of argmap reads maps of version {version}",
                f'write `"argmap": {version}`, or read the file with the argmap that wrote it',
            )
        return False

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default the key has to be there."""
        value = self._take(key)
        if isinstance(value, str):
            return value
        if value is not _NONE:
            self.wrong_type((key,), value, "a text")
        elif default is None:
            self._missing(key)
        return default or ""

    def id(self) -> str:
        """The id of this object, which cannot be empty."""
        id_ = self.text("id")
        if not id_ and self.values.get("id") == "":
            self.complain("wrong-value", ("id",), f"{self.name}.id is empty", "give it an id")
        return id_

    def optional_text(self, key: str) -> str | None:
        """A text, or None for null and a key that is not there."""
        value = self._take(key)
        if value is None or value is _NONE:
            return None
        if isinstance(value, str):
            return value
        self.wrong_type((key,), value, "a text or null")
        return None

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._take(key)
        if isinstance(value, bool):
            return value
        if value is not _NONE:
            self.wrong_type((key,), value, "true or false")
        return default

    def one_of(self, key: str, known: Mapping[str, _T], default: _T | None = None) -> _T:
        """One of a few words; without a default the key has to be there."""
        first = default or next(iter(known.values()))
        value = self._take(key)
        if value is _NONE:
            if default is None:
                self._missing(key)
        elif not isinstance(value, str):
            self.wrong_type((key,), value, "a text")
        elif value in known:
            return known[value]
        else:
            close = did_you_mean(value, known)
            self.complain(
                "wrong-value",
                (key,),
                f"{self.name}.{key} is `{value}`; it is one of {', '.join(known)}",
                f"did you mean `{close}`?" if close else "",
            )
        return first

    def strength(self) -> float | None:
        """How strong a step is: a number from 0 to 1, or None."""
        value = self._take("strength")
        if value is None or value is _NONE:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong_type(("strength",), value, "a number or null")
        elif 0 <= value <= 1:
            return float(value)
        else:
            self.complain(
                "wrong-value",
                ("strength",),
                f"{self.name}.strength is not between 0 and 1",
                "write a number from 0 to 1, or null where none is known",
            )
        return None

    def index(self, key: str) -> int:
        """An index into the sections; NO_SECTION for null and a key that is not there."""
        value = self._take(key)
        if value is None or value is _NONE:
            return NO_SECTION
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.wrong_type((key,), value, "the index of a section, from 0, or null")
        return NO_SECTION

    def level(self) -> int:
        """The level of a section, as many as it has `#`."""
        value = self._take("level")
        if value is _NONE:
            self._missing("level")
        elif isinstance(value, int) and not isinstance(value, bool) and value >= 2:
            return value
        else:
            self.wrong_type(("level",), value, "a whole number from 2")
        return 2

    def texts(self, key: str, at_least: int = 0) -> tuple[str, ...]:
        """A list of texts; the key has to be there where the list cannot be empty."""
        value = self._take(key)
        if value is not _NONE:
            return entries(self, (key,), value, at_least)
        if at_least:
            self._missing(key)
        return ()

    def items(self, key: str) -> list[Json]:
        """A list of anything; empty where the key is not there."""
        value = self._take(key)
        if isinstance(value, list):
            return value
        if value is not _NONE:
            self.wrong_type((key,), value, "a list")
        return []

    def objects(self, key: str) -> list[Fields]:
        """A list of objects; empty where the key is not there."""
        return [
            Fields(value, (*self.path, key, index), self.complaints)
            for index, value in enumerate(self.items(key))
        ]

    def child(self, key: str) -> Fields | None:
        """An object that has to be there; None where it is not."""
        value = self._take(key)
        if isinstance(value, dict):
            return Fields(value, (*self.path, key), self.complaints)
        if value is _NONE:
            self._missing(key)
        else:
            self.wrong_type((key,), value, "an object")
        return None

    def notes(self) -> tuple[Note, ...]:
        """The notes, in their order."""
        return tuple(map(Note, self.texts("notes")))

    def attributes(self) -> Attributes:
        """The attributes, in their order."""
        value = self._take("attributes")
        if not value or value is _NONE:
            if value not in ({}, _NONE):
                self.wrong_type(("attributes",), value, "an object")
            return ()
        if not isinstance(value, dict):
            self.wrong_type(("attributes",), value, "an object")
            return ()
        return tuple(Attribute(key, self._attribute(key, item)) for key, item in value.items())

    def roles(self, premises: tuple[str, ...]) -> tuple[Role, ...]:
        """The roles by premise, in the order of the premises."""
        value = self._take("roles")
        if value is _NONE:
            return ()
        if not isinstance(value, dict):
            self.wrong_type(("roles",), value, "an object")
            return ()
        for premise, name in value.items():
            if not isinstance(name, str):
                self.wrong_type(("roles", premise), name, "a text")
            elif premise not in premises:
                close = did_you_mean(premise, premises)
                self.complain(
                    "dangling-id",
                    ("roles", premise),
                    f"{self.name}.roles names `{premise}`, which is no premise of the step",
                    f"did you mean `{close}`?"
                    if close
                    else "add it to the premises, or take it out here",
                )
        unique = dict.fromkeys(premises)
        return tuple(Role(premise, value[premise]) for premise in unique if premise in value)

    def _attribute(self, key: str, value: Json) -> AttributeValue:
        if isinstance(value, str | bool):
            return value
        if not isinstance(value, int | float):
            self.wrong_type(("attributes", key), value, "a text, a number, true or false")
        elif isfinite(value):
            return float(value)
        else:
            self.complain(
                "json-number",
                ("attributes", key),
                f"{name_of((*self.path, 'attributes', key))} is too large a number",
                "write it as a text",
            )
        return ""

    def at(self) -> Span:
        """Where the thing was written; NOWHERE where the key is not there."""
        value = self._take("at")
        if value is _NONE:
            return NOWHERE
        if (
            isinstance(value, dict)
            and len(value) == 3
            and isinstance(file := value.get("file"), str)
            and isinstance(line := value.get("line"), int)
            and isinstance(column := value.get("column"), int)
            and line > 0
            and column > 0
        ):
            return Span(file, line, column, line, column)
        self.wrong_type(("at",), value, 'a place: `{"file": text, "line": 1, "column": 1}`')
        return NOWHERE

    def _take(self, key: str) -> object:
        self._known.append(key)
        value = self.values.get(key, _NONE)
        if value is not _NONE:
            self._taken += 1
        return value

    def _missing(self, key: str) -> None:
        if isinstance(self.source, dict):
            self.complain("missing-key", (), f"{self.name} has no `{key}`", f"add the key `{key}`")

    def wrong_type(self, below: Path, value: object, wanted: str) -> None:
        """Complain that a value is not what it has to be."""
        name = name_of(self.path + below)
        self.complain("wrong-type", below, f"{name} is {_kind(value)}", f"it has to be {wanted}")


def entries(fields: Fields, below: Path, value: object, at_least: int = 0) -> tuple[str, ...]:
    """The texts of a list below an object, at least so many."""
    if not isinstance(value, list):
        fields.wrong_type(below, value, "a list")
        return ()
    for index, item in enumerate(value):
        if not isinstance(item, str):
            fields.wrong_type((*below, index), item, "a text")
    if len(value) < at_least:
        fields.complain(
            "wrong-value",
            below,
            f"{name_of(fields.path + below)} has {len(value)} of the {at_least} entries it needs",
            f"give it {at_least} or more",
        )
    return tuple(value)


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return "a number" if abs(value) > 1e9 else f"the number {value:g}"
    if isinstance(value, str):
        return f"the text `{value}`" if len(value) <= 40 else "a text"
    return "a list" if isinstance(value, list) else "an object"
