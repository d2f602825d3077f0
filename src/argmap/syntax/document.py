"""What a file says, entry by entry, with the place of every part.

A Document is a flat list in the order of writing; an entry knows its parent by index, so nothing
that reads a document recurses, however deep the file is nested.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import category

from argmap.source import SourceFile, Span
from argmap.syntax.markers import Kind

FILE = -1
"""The parent of an entry that stands at the left margin."""


class Name(NamedTuple):
    """An id as it stands in the file (NFC), with its brackets or `@` inside the span."""

    id: str
    span: Span


class Tag(NamedTuple):
    """A `#tag`, without its mark."""

    name: str
    span: Span


class Cite(NamedTuple):
    """A `@source(locator)`."""

    source: str
    locator: str | None
    span: Span


class Pair(NamedTuple):
    """A `key: value` or a flag (value True), checked against the vocabulary."""

    key: str
    value: str | float | bool
    span: Span


class Qualifier(NamedTuple):
    """How a step works, and what an entry does in it, as its parentheses say.

    `role` is what the entry's premise is in the scheme of its step; `answers` is the critical
    question that the step answers. Their spans cover the key as well.
    """

    scheme: str | None
    strength: float | None
    pairs: tuple[Pair, ...]
    span: Span
    role: Name | None = None
    answers: Name | None = None


class Written(NamedTuple):
    """One line of an entry as it stands, for the formatter: what is prose and what the trailer.

    `body` keeps the writer's backslashes; `trailer` has its items one space apart.
    """

    line: int
    body: str
    trailer: str


class Entry(NamedTuple):
    """One entry with the lines that continue it.

    `parent` is an index into `Document.entries` or FILE; `column` is where the marker stands,
    from 0. `sound` is False for an entry whose own form is at fault: it then joins nothing, and
    its `name` is only what it may have meant. `placed` is False for one that stands where it
    cannot. `span` covers the entry and the lines that continue it, `marker` its marker with the
    qualifier, `focus` the part that names it: the id, else the text. `head` is the canonical form
    of all before the text. For an import `text` is the path.
    """

    kind: Kind
    parent: int
    column: int
    span: Span
    focus: Span
    marker: Span
    sound: bool
    placed: bool
    name: Name | None
    text: str
    qualifier: Qualifier | None
    tags: tuple[Tag, ...]
    cites: tuple[Cite, ...]
    pairs: tuple[Pair, ...]
    written: tuple[Written, ...]
    head: str

    @property
    def display(self) -> str:
        """The entry as it is quoted in a message: `+ [id]`, or its marker and its first words."""
        if self.name is not None or not self.text:
            return self.head
        return f"{self.head} {shortened(self.text)}".lstrip()

    @property
    def label(self) -> str:
        """What it is about, as it is named in a message: `[id]`, or its first words in quotes."""
        return f"[{self.name.id}]" if self.name is not None else f"“{shortened(self.text)}”"


def shortened(text: str, length: int = 40) -> str:
    """The beginning of a text, for a message: whole words, as far as there are spaces to cut at."""
    if len(text) <= length:
        return text
    words = text[:length].rpartition(" ")[0]
    cut = words if 2 * len(words) > length else _whole_characters(text, length - 1)
    return f"{cut.rstrip(' ,;:–—-')}…"


def _whole_characters(text: str, length: int) -> str:
    """The beginning of a text, cut before no mark that belongs to the character before it."""
    while length > 1 and (
        category(text[length]).startswith("M") or _JOINER in text[length - 1 : length + 1]
    ):
        length -= 1
    return text[:length]


_JOINER = "\u200d"
"""Joins characters to one, as in many emoji."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file. `partner[i]` is the entry that entry i (an `&`) joins, else -1."""

    source: SourceFile
    entries: tuple[Entry, ...]
    partner: tuple[int, ...]

    @property
    def path(self) -> str:
        """The file's name as it is shown to people."""
        return self.source.path

    @property
    def imports(self) -> tuple[Entry, ...]:
        """The sound import entries, in order."""
        return tuple(e for e in self.entries if e.kind is Kind.IMPORT and e.sound and e.placed)
