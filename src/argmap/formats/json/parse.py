"""JSON text to plain values, and what is wrong with a text or its values as findings."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from argmap.diagnostics import Diagnostic, in_order
from argmap.formats.json.fields import Complaint, Json, JsonObject
from argmap.formats.json.places import find_depth, find_faults, find_places
from argmap.formats.problems import problem
from argmap.source import SourceFile, Span

_HALF_PAIR: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SYNTAX: Final = {
    "Expecting value": ("a value is missing here", "write a text in double quotes, a number, true, "
                        "false, null, a list or an object"),
    "Expecting property name enclosed in double quotes": (
        "the name of a key is missing here",
        'write keys in double quotes, `"text"`, and no comma after the last one',
    ),
    "Illegal trailing comma before end of object": (
        "a comma stands after the last entry of an object",
        "take the comma out",
    ),
    "Illegal trailing comma before end of array": (
        "a comma stands after the last entry of a list",
        "take the comma out",
    ),
    "Expecting ':' delimiter": ("a key lacks its `:`", "write `:` between a key and its value"),
    "Expecting ',' delimiter": (
        "a comma or a closing bracket is missing here",
        "write `,` between entries, and close each `{` and `[`",
    ),
    "Extra data": ("text follows the end of what the file holds", "take the rest out"),
    "Unterminated string starting at": ("a text is not closed", 'end it with `"`'),
    "Invalid control character at": (
        "a text holds a control character",
        "write a line break as `\\n`, a tab as `\\t`",
    ),
    "Invalid \\escape": ("a `\\` stands before a character it cannot escape",
                         "write `\\\\` for a backslash itself"),
    "Invalid \\uXXXX escape": ("`\\u` lacks its four hexadecimal digits",
                               "write `\\\\` for a backslash itself"),
}  # fmt: skip


def parse_json(text: str, path: str, start: str) -> tuple[Json, tuple[Diagnostic, ...]]:
    """The plain values of a text, or what keeps it from being JSON.

    `start` says how such a file begins, for one that is empty.
    """
    suspect = _may_hold_half_pairs(text)

    def pairs(items: list[tuple[str, Json]]) -> JsonObject:
        nonlocal suspect
        values = dict(items)
        suspect = suspect or len(values) != len(items)
        return values

    def constant(_: str) -> None:
        nonlocal suspect
        suspect = True

    try:
        top: Json = json.loads(
            text, object_pairs_hook=pairs, parse_int=_integer, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        return None, (_syntax(SourceFile(path, text), error, start),)
    except RecursionError:
        file = SourceFile(path, text)
        at = find_depth(text)
        message = "the brackets nest deeper than any that mean something"
        return None, (problem("json-nesting", file.span(at, at + 1), message),)
    if not suspect:
        return top, ()
    file = SourceFile(path, text)
    return top, in_order(
        problem(fault.name, file.span(fault.offset, fault.offset), fault.message, fault.help)
        for fault in find_faults(text)
    )


def _may_hold_half_pairs(text: str) -> bool:
    if "\\u" in text and _HALF_PAIR.search(text):
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _integer(digits: str) -> float:
    """An integer as a number; one past what a double holds comes out infinite, at any length."""
    return int(digits) if len(digits) < 16 else float(digits)


def _syntax(file: SourceFile, error: json.JSONDecodeError, start: str) -> Diagnostic:
    if not file.text.strip():
        message, help_ = "the file is empty", start
    else:
        known = error.msg[:1].upper() + error.msg[1:]
        message, help_ = _SYNTAX.get(known, (f"this is not JSON: {error.msg}", ""))
    return problem("json-syntax", file.span(error.pos, error.pos), message, help_)


def placed(file: SourceFile, complaints: Sequence[Complaint]) -> tuple[Diagnostic, ...]:
    """Complaints as diagnostics at the values they are about."""
    places = find_places(file.text, {complaint.path for complaint in complaints})
    diagnostics: list[Diagnostic] = []
    for complaint in complaints:
        offset = places.get(complaint.path, 0)
        span: Span = file.span(offset, offset)
        diagnostics.append(problem(complaint.name, span, complaint.message, complaint.help))
    return in_order(diagnostics)
