"""The plain text of a source, with the places in it that a locator can name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Page(NamedTuple):
    """A page: where it begins and ends in the text, and how it can be called.

    The first name is its number, counted from 1; the last the one that is printed on it.
    """

    start: int
    end: int
    names: tuple[str, ...]


class Heading(NamedTuple):
    """A heading, and where the part ends that it stands above: at the next one of its level or a
    higher one."""

    text: str
    level: int
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """What a source says, as plain text; offsets are indices into `text`.

    A format without pages or headings has none. `line_numbers` are those of the file, for each
    line of the text; None if they simply count from 1, and empty for a format without lines.
    `blocks` are its paragraphs; None where blank lines separate them. `loose_spaces` says that the
    white space in the text is a guess, as it is in a PDF.
    """

    text: str
    pages: tuple[Page, ...] = ()
    headings: tuple[Heading, ...] = ()
    blocks: tuple[tuple[int, int], ...] | None = None
    line_numbers: Sequence[int] | None = field(default=None, repr=False)
    loose_spaces: bool = False

    @property
    def has_lines(self) -> bool:
        """Whether the file has lines that people can count."""
        return self.line_numbers is None or len(self.line_numbers) > 0

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """From where to where each paragraph goes."""
        return _paragraphs_of(self.text) if self.blocks is None else self.blocks

    @cached_property
    def line_starts(self) -> list[int]:
        """Where the lines of the text begin."""
        starts = [0]
        starts += [match.end() for match in re.finditer("\n", self.text)]
        return starts

    def line_at(self, offset: int) -> int:
        """The number of the line that an offset is on."""
        index = bisect_right(self.line_starts, offset) - 1
        return index + 1 if self.line_numbers is None else self.line_numbers[index]

    def page_at(self, offset: int) -> int:
        """The index of the page that an offset is on."""
        return max(bisect_right(self.pages, offset, key=lambda page: page.start) - 1, 0)

    def heading_at(self, offset: int) -> Heading | None:
        """The nearest heading above an offset."""
        index = bisect_right(self.headings, offset, key=lambda heading: heading.start) - 1
        return self.headings[index] if index >= 0 else None

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that an offset is in, or of the one before it."""
        return bisect_right(self.paragraphs, offset, key=lambda one: one[0])


def with_parts(found: Sequence[tuple[str, int, int]], end: int) -> tuple[Heading, ...]:
    """Headings with the ends of their parts; `found` has text, level and start of each."""
    made: list[Heading] = []
    waiting: list[int] = []
    ends = [end] * len(found)
    for index, (_, level, start) in enumerate(found):
        while waiting and found[waiting[-1]][1] >= level:
            ends[waiting.pop()] = start
        waiting.append(index)
    for (text, level, start), stop in zip(found, ends, strict=True):
        made.append(Heading(text, level, start, stop))
    return tuple(made)


_PARAGRAPH = re.compile(r"\S[^\n\f]*(?:\n[^\S\n\f]*\S[^\n\f]*)*")


def _paragraphs_of(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a plain text: what blank lines, or page breaks, set apart."""
    return tuple(match.span() for match in _PARAGRAPH.finditer(text))
