"""Where in a JSON text a value stands, and what the standard parser lets pass.

The standard parser gives values without their places. A file with problems is therefore read a
second time here, flat and without recursion, to find the places that the messages need. A good
file never gets here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

Path = tuple[str | int, ...]
"""The way from the top of a JSON text to a value: keys and indices."""

MAX_DEPTH: Final = 64
"""More levels than a map can have; a text that goes deeper is refused."""

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of form that the standard parser accepts: the problem's name, where, in words."""

    name: str
    offset: int
    message: str
    help: str = ""


@dataclass(slots=True)
class _Level:
    """An object or list that is open while the text is read."""

    is_object: bool
    key: str | int
    seen: set[str]
    expects_key: bool


def find_places(text: str, wanted: Set[Path]) -> dict[Path, int]:
    """The offsets of the values at `wanted`, as far as they exist, in a text of good form."""
    return {path: offset for path, offset, _ in _values(text) if path in wanted}


def find_faults(text: str) -> tuple[Fault, ...]:
    """Keys that stand twice in one object, half surrogate pairs, and numbers JSON has not."""
    faults: list[Fault] = []
    for path, offset, token in _values(text, with_keys=True, faults=faults):
        if token[0] == '"':
            value = json.loads(token, strict=False) if "\\u" in token else token
            if _SURROGATE.search(value):
                faults.append(
                    Fault(
                        "json-surrogate",
                        offset,
                        f"{name_of(path)} holds half a surrogate pair, which is no character",
                        "write the character itself, or both halves of the pair",
                    )
                )
        elif token in ("NaN", "Infinity", "-Infinity"):
            faults.append(
                Fault(
                    "json-number",
                    offset,
                    f"{name_of(path)} is {token}, which JSON has no number for",
                    "write a number, or null where none is known",
                )
            )
    return tuple(faults)


def find_depth(text: str) -> int:
    """The offset of the first bracket that nests deeper than a map can."""
    depth = 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
        elif token in "]}":
            depth -= 1
    return 0


def token_end(text: str, offset: int) -> int:
    """The index after the text, number, word or bracket that begins at an offset."""
    token = _TOKEN.match(text, offset)
    return token.end() if token else offset


def name_of(path: Path) -> str:
    """A path as people write it: `claims[3].kind`."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part}]"
        elif part.isidentifier():
            name += f".{part}" if name else part
        else:
            name += f"[{json.dumps(part, ensure_ascii=False)}]"
    return name or "the file"


def _values(
    text: str, *, with_keys: bool = False, faults: list[Fault] | None = None
) -> Iterator[tuple[Path, int, str]]:
    """Each value with its path, offset and first token; with `with_keys` each key, too."""
    levels: list[_Level] = []
    for match in _TOKEN.finditer(text):
        token, offset = match.group(), match.start()
        top = levels[-1] if levels else None
        if token in "]}":
            levels.pop()
        elif token == ",":
            if top is not None and top.is_object:
                top.expects_key = True
            elif top is not None and isinstance(top.key, int):
                top.key += 1
        elif token == ":":
            continue
        elif top is not None and top.expects_key:
            key: str = json.loads(token, strict=False)
            if key in top.seen and faults is not None:
                path = (*(level.key for level in levels[:-1]), key)
                faults.append(
                    Fault(
                        "json-duplicate-key",
                        offset,
                        f"{name_of(path)} is given twice",
                        "keep one of the two",
                    )
                )
            top.seen.add(key)
            top.key, top.expects_key = key, False
            if with_keys:
                yield tuple(level.key for level in levels), offset, token
        else:
            yield tuple(level.key for level in levels), offset, token
            if token == "{":
                levels.append(_Level(True, "", set(), True))
            elif token == "[":
                levels.append(_Level(False, 0, set(), False))
