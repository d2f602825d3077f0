"""What the fields of a BibTeX entry say: texts in braces or quotes, numbers and the names of
`@string` texts, joined by `#`."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.diagnostics import Severity, did_you_mean

_BRACE = re.compile(r"(?<!\\)[{}]")
_BRACE_OR_QUOTE = re.compile(r'(?<!\\)[{}"]')
_WORD = re.compile(r'[^\s#{}"]+')
_SPACE = re.compile(r"\s*")
LONGEST = 100_000
"""How many characters a value may have once its `@string` texts are put in."""


class Fault(NamedTuple):
    """Why a value does not read, with the mend; `at` counts from where the value begins."""

    at: int
    length: int
    message: str
    help: str
    severity: Severity = "error"


class _Piece(NamedTuple):
    """A text, or with `is_name` the name of one."""

    text: str
    is_name: bool
    at: int


class Strings:
    """The texts that `@string` gives names to, by the name in lower case; those of the months are
    always there."""

    def __init__(self) -> None:
        months = "jan feb mar apr may jun jul aug sep oct nov dec"
        self._texts = {month: month for month in months.split()}

    def define(self, name: str, text: str) -> None:
        """Give a text a name."""
        self._texts[name.lower()] = text

    def text(self, value: str) -> str | Fault:
        """The text that a value stands for."""
        inner = _whole(value)
        if inner is not None:
            return inner
        pieces = _pieces(value)
        if isinstance(pieces, Fault):
            return pieces
        joined: list[str] = []
        length = 0
        for piece in pieces:
            text = self._texts.get(piece.text.lower()) if piece.is_name else piece.text
            if text is None:
                return self._unknown(piece)
            joined.append(text)
            length += len(text)
            if length > LONGEST:
                return Fault(
                    0,
                    len(value),
                    f"this value grows beyond {LONGEST:,} characters",
                    "write it out, or name a shorter text",
                )
        return "".join(joined)

    def _unknown(self, piece: _Piece) -> Fault:
        name = piece.text
        near = did_you_mean(name.lower(), self._texts)
        other = f"write `{near}`" if near else f"define it: `@string{{{name} = {{…}}}}`"
        return Fault(
            piece.at,
            len(name),
            f"no `@string` has the name `{name}`",
            f"{other}, or `{{{name}}}` if it is a text",
            "warning",  # as BibTeX does
        )


def fault_in(value: str) -> Fault | None:
    """What is wrong with the form of a value, if anything is."""
    if _whole(value) is not None:
        return None
    found = _pieces(value)
    return found if isinstance(found, Fault) else None


def _whole(value: str) -> str | None:
    """The text of a value that is one text in braces without others in it, or a number."""
    inner = value[1:-1]
    if value[:1] == "{" and value[-1:] == "}" and "{" not in inner and "}" not in inner:
        return None if inner.endswith("\\") else inner
    return value if value.isdigit() else None


def _pieces(value: str) -> list[_Piece] | Fault:
    """What a value is joined from."""
    pieces: list[_Piece] = []
    at = 0
    while True:
        piece, at = _piece(value, at)
        if piece is None:
            what = "nothing follows the `#`" if pieces else "this field has no value"
            return Fault(max(at - 1, 0), 1, what, "write it in braces: `{…}`")
        pieces.append(piece)
        at = _skip(value, at)
        if at >= len(value):
            return pieces
        if value[at] != "#":
            word = value[at : at + 30].split("\n", maxsplit=1)[0].split("=", maxsplit=1)[0].strip()
            return Fault(
                at,
                len(word) or 1,
                f"a comma is missing before `{word}`, or braces around the whole value",
                "put a `,` behind each field, and each text in braces",
            )
        at = _skip(value, at + 1)


def _piece(value: str, at: int) -> tuple[_Piece | None, int]:
    """The piece that begins at an index, and the index after it."""
    if value.startswith("{", at):
        end = _closing_brace(value, at)
        return _Piece(value[at + 1 : end], False, at), end + 1
    if value.startswith('"', at):
        end = _closing_quote(value, at)
        return _Piece(value[at + 1 : end], False, at), end + 1
    word = _WORD.match(value, at)
    if word is None:
        return None, at
    return _Piece(word[0], not word[0].isdigit(), at), word.end()


def _skip(value: str, at: int) -> int:
    match = _SPACE.match(value, at)
    return match.end() if match else at


def _closing_brace(value: str, at: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(value, at):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return len(value)


def _closing_quote(value: str, at: int) -> int:
    depth = 0
    for mark in _BRACE_OR_QUOTE.finditer(value, at + 1):
        if mark[0] == '"':
            if depth <= 0:
                return mark.start()
        else:
            depth += 1 if mark[0] == "{" else -1
    return len(value)
