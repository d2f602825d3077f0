"""The text of one file and the places in it.

Everything that points into a file does so with a `Span`. Lines and columns count from 1 and
columns count Unicode code points; the conversion to UTF-16 units, which editors speak, is here
and nowhere else. This module knows nothing of the language.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a file: from (line, column) up to but not including (end_line, end_column).

    Lines and columns count from 1; columns are code points. `path` is the name the file was
    opened under, as it is shown to people.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def order(self) -> tuple[str, int, int, int, int]:
        """A key that sorts spans by file and then by place."""
        return (self.path, self.line, self.column, self.end_line, self.end_column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Span("", 1, 1, 1, 1)
"""The place of something that was made and not read."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A decoded file: its shown path, its text without a byte-order mark, where its lines begin.

    Lines end at LF or CRLF and nowhere else.
    """

    path: str
    text: str
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        find, at = self.text.find, 0
        while (at := find("\n", at) + 1) > 0:
            starts.append(at)
        object.__setattr__(self, "_starts", starts)

    @property
    def line_count(self) -> int:
        """How many lines there are; a final line break does not open another one."""
        return len(self._starts) - (1 if self._starts[-1] == len(self.text) else 0)

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line break; empty past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        line = self.text[self._starts[number - 1] : end]
        return line[: -len(self.line_break(number))] if line.endswith("\n") else line

    def line_break(self, number: int) -> str:
        """How a line (from 1) ends: `"\\n"`, `"\\r\\n"`, or `""` at the end of the text."""
        if number >= len(self._starts):
            return ""
        return "\r\n" if self.text.endswith("\r\n", 0, self._starts[number]) else "\n"

    def offset(self, line: int, column: int) -> int:
        """The index into `text` of a place, held inside the text."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[max(line, 1) - 1] + column - 1, len(self.text))

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column (both from 1) of an index into `text`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span between two indices into `text`."""
        return Span(self.path, *self.place(start), *self.place(end))

    def utf16_column(self, line: int, column: int) -> int:
        """The column of a place in UTF-16 units, from 0, as editors count."""
        return len(self.line(line)[: column - 1].encode("utf-16-le", "surrogatepass")) // 2

    def from_utf16(self, line: int, column: int) -> int:
        """The code-point column (from 1) of a UTF-16 column (from 0)."""
        units = self.line(line).encode("utf-16-le", "surrogatepass")[: 2 * column]
        return len(units.decode("utf-16-le", "ignore")) + 1


@dataclass(frozen=True, slots=True)
class Undecodable:
    """What stands in the way of reading bytes as text: where it starts, and how much there is.

    `offset` and `count` are in bytes; `binary` says that this is no text file at all.
    """

    offset: int
    count: int
    binary: bool


def decode(path: str, data: bytes) -> tuple[SourceFile, Undecodable | None]:
    """Read bytes as UTF-8, skipping a byte-order mark.

    Bytes that are no UTF-8 come back as U+FFFD, so that the rest of the file can still be
    judged; a file with a NUL byte is taken to be binary and comes back empty.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    nul = data.find(b"\0")
    if nul >= 0:
        return SourceFile(path, ""), Undecodable(nul, data.count(b"\0"), binary=True)
    try:
        return SourceFile(path, data.decode("utf-8")), None
    except UnicodeDecodeError as error:
        bad = len(data) - len(data.decode("utf-8", "ignore").encode("utf-8"))
        source = SourceFile(path, data.decode("utf-8", "replace"))
        return source, Undecodable(error.start, bad, binary=False)


def place_of_byte(data: bytes, offset: int) -> tuple[int, int]:
    """The line and column (from 1, in code points) of a byte that follows valid UTF-8."""
    before = data.removeprefix(b"\xef\xbb\xbf")[:offset].decode("utf-8", "replace")
    line_start = before.rfind("\n") + 1
    return before.count("\n") + 1, len(before) - line_start + 1
