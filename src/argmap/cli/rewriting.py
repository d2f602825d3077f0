"""Puts the text of a map back where it came from, or shows what would change in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff

from argmap.cli.console import emit, is_terminal
from argmap.cli.inputs import Input
from argmap.report import visible
from argmap.workspace import read_bytes, write_file

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def put_back(one: Input, before: str, after: str) -> None:
    """Write a map where it came from, if anything changed; a byte-order mark stays.

    What came from standard input goes to standard output.
    """
    if one.path is None:
        emit(after)
    elif before != after:
        mark = _BYTE_ORDER_MARK if read_bytes(one.path).startswith(_BYTE_ORDER_MARK) else b""
        write_file(one.path, mark + after.encode())


def show_difference(name: str, before: str, after: str) -> None:
    """Print a unified diff, as `patch` reads it; made safe to look at on a terminal."""
    emit("".join(_difference(name, before, after)))


def _difference(name: str, before: str, after: str) -> Iterator[str]:
    show = visible if is_terminal(sys.stdout) else str
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in unified_diff(old, new, name, name):
        body = line.removesuffix("\n")
        yield show(body) + "\n"
        if body == line:
            yield "\\ No newline at end of file\n"
