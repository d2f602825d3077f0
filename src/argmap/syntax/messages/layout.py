"""Words what is wrong with a file, its characters and its columns."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.diagnostics import Diagnostic, Edit, Fix, finding
from argmap.sentences import either
from argmap.source import Span
from argmap.syntax.messages.catalogue import (
    CONTROL_CHARACTER,
    INDENTATION_SPACE,
    NO_OPEN_COLUMN,
    NOT_UTF8,
)


def not_utf8(span: Span, count: int, *, binary: bool) -> Diagnostic:
    """The file is not UTF-8, or no text at all."""
    if binary:
        return finding(
            NOT_UTF8, span, "this is not a text file", "a map is a text file in UTF-8", hint=""
        )
    what = "a byte here is" if count == 1 else f"{count} bytes in this file, the first here, are"
    return finding(
        NOT_UTF8, span, f"{what} not UTF-8", "save the file as UTF-8 in your editor, then try again"
    )


def control_character(span: Span, code_point: int, count: int) -> Diagnostic:
    """A control character in a text."""
    name = "a tab" if code_point == 9 else f"the control character U+{code_point:04X}"
    if count > 1:
        name = f"{count} control characters, the first U+{code_point:04X},"
        return finding(CONTROL_CHARACTER, span, f"{name} stand here", "take them out")
    mend = "write a space in its place" if code_point == 9 else "take it out; no one can see it"
    return finding(CONTROL_CHARACTER, span, f"{name} stands here", mend)


def indentation_space(span: Span, space: str, columns: int) -> Diagnostic:
    """Something other than U+0020 in the indentation."""
    odd = next(c for c in space if c != " ")
    name = "a tab" if odd == "\t" else f"U+{ord(odd):04X}"
    return finding(
        INDENTATION_SPACE,
        span,
        f"this line is indented with {name}; only spaces indent",
        f"indent it with {columns} space{'s' if columns != 1 else ''}, as it was read",
        hint=f"write {columns} spaces",
        fix=Fix("safe", "indent with spaces", (Edit(span, " " * columns),)),
    )


def no_open_column(span: Span, column: int, columns: Iterable[int]) -> Diagnostic:
    """A dedent to a column where nothing is open. Columns count from 0 here."""
    known = sorted(set(columns), key=lambda c: (abs(c - column), c))[:2]
    places = either(str(c + 1) for c in sorted(known))
    return finding(
        NO_OPEN_COLUMN,
        span,
        f"no entry above stands in column {column + 1}, so it is unclear what this belongs to",
        f"start it in column {places}, in line with the entry it should stand beside",
        hint=f"start it in column {places}",
    )
