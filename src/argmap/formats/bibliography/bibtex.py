"""BibTeX: its entries as sources.

The library `bibtexparser` finds the entries and their fields; here is what they say, and where.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from argmap.diagnostics import Diagnostic, Related
from argmap.formats.bibliography.entries import Item, Value, as_parsed, tidy
from argmap.formats.bibliography.latex import plain
from argmap.formats.bibliography.text import Locate
from argmap.formats.bibliography.values import Fault, Strings, fault_in
from argmap.formats.bibliography.works import attributes_of, title_of
from argmap.formats.problems import problem
from argmap.source import SourceFile, Span
from argmap.syntax import Parsed
from argmap.syntax.ids import id_from

# What the library would log is in the blocks that it gives.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,{}()=]*)")
_OWN = ("title", "subtitle")
"""What an entry does not have from the one that its `crossref` names."""
_SHAPE = "an entry is written `@article{key, title = {…}, year = 2020}`"
_CLOSE = "close it with `}`, as many as there are `{` in it"
_UNREAD = (
    ("Unexpectedly reached", None, "this entry is not closed before the file ends", _CLOSE),
    ("Unexpected block", None, "this entry is not closed before the next one begins", _CLOSE),
    ("Expected a `=` after entry key `", 2, "this field has no value", _SHAPE),
    ("Expected a `=`", 1, "a field is no `name = {…}` here", _SHAPE),
    ("Expected comma after", 2, "no comma follows the key of this entry", _SHAPE),
    ("Expected either a", 1, "no comma follows the field before this", _SHAPE),
    ("Expected equals", 2, "no `=` follows the name of this text", "write `@string{name = {…}}`"),
)
"""How the library begins to say why an entry does not read, how far before the index that it
gives that is, if not at the entry itself, and what we say. It counts from a line break that it
puts before the text."""


def read(source: SourceFile, locate: Locate) -> Parsed:
    """The entries of a BibTeX file as sources."""
    reading = _Reading(source)
    reading.take(Splitter(source.text).split().blocks)
    items = [reading.item(entry, locate) for entry in reading.entries]
    return as_parsed(source, items, reading.problems, reading.unread)


class _Field(NamedTuple):
    """A field: its value as it stands in the file, and the line (from 1) of its `=`."""

    written: str
    line: int


class _Entry(NamedTuple):
    """An entry, where it begins, how long it is, and its fields by their names in lower case."""

    key: str
    start: int
    length: int
    fields: Mapping[str, _Field]


class _Reading:
    """Reads the blocks of a file, and collects what is wrong with them."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.problems: list[Diagnostic] = []
        self.strings = Strings()
        self.entries: list[_Entry] = []
        self.by_key: dict[str, _Entry] = {}
        self.unread: list[Item] = []

    def take(self, blocks: Iterable[Block]) -> None:
        """Note the entries of a file and what its `@string` texts are."""
        after = 0
        for block in blocks:
            raw, begin = block.raw or "", self.source.offset((block.start_line or 0) + 1, 1)
            start = self.source.text.find(raw, max(begin, after))
            start = start if start >= 0 and raw else max(begin, after)
            after = start + len(raw)
            if isinstance(block, DuplicateFieldKeyBlock | DuplicateBlockKeyBlock):
                block = block.ignore_error_block or block  # noqa: PLW2901 - told in our own way
            if isinstance(block, Entry):
                self._take_entry(block, start, len(raw))
            elif isinstance(block, String):
                self._take_string(block)
            elif isinstance(block, ParsingFailedBlock):
                self._take_unread(block, start)

    def _take_entry(self, block: Entry, start: int, length: int) -> None:
        fields: dict[str, _Field] = {}
        for one in block.fields:
            field = _Field(one.value, (one.start_line or 0) + 1)
            first = fields.setdefault(one.key.lower(), field)
            fault = fault_in(field.written)
            if fault is not None:
                self.wrong(field, fault)
                del fields[one.key.lower()]
            elif first is not field and first.written != field.written:
                self.problems.append(self._twice(one.key, field, first))
        entry = _Entry(block.key, start, length, fields)
        self.entries.append(entry)
        self.by_key.setdefault(entry.key, entry)

    def _take_string(self, block: String) -> None:
        text = self.strings.text(block.value)
        if isinstance(text, Fault):
            self.wrong(_Field(block.value, (block.start_line or 0) + 1), text)
            text = ""  # so that its name is known
        self.strings.define(block.key, text)

    def item(self, entry: _Entry, locate: Locate) -> Item:
        """The item that an entry is."""
        fields = _Fields(self, entry)
        title = title_of(fields)
        values = tuple(
            Value(one.key, one.value, fields.place(one.field))
            for one in attributes_of(fields, locate)
        )
        opening = _KEY.match(self.source.text, entry.start)
        at = opening.start(1) if opening else entry.start
        key = self.span(at, max(len(entry.key), 1))
        return Item(entry.key, title, values, key, self.span(entry.start, entry.length))

    # Places, and what is wrong there ----------------------------------------------------------

    def span(self, start: int, length: int) -> Span:
        """So many characters from an index on."""
        return self.source.span(start, min(start + length, len(self.source.text)))

    def value_at(self, field: _Field) -> int:
        """The index at which the value of a field begins."""
        line = self.source.offset(field.line, 1)
        found = self.source.text.find(field.written, self.source.text.find("=", line) + 1)
        return found if found >= 0 else line

    def wrong(self, field: _Field, fault: Fault) -> None:
        """Note what is wrong with a value."""
        span = self.span(self.value_at(field) + fault.at, fault.length)
        self.problems.append(
            problem("bibtex-value", span, fault.message, fault.help, severity=fault.severity)
        )

    def _twice(self, name: str, field: _Field, first: _Field) -> Diagnostic:
        first_at = self.span(self.value_at(first), len(first.written))
        return problem(
            "repeated-field",
            self.span(self.value_at(field), len(field.written)),
            f"`{name}` is given twice, and only the first counts",
            "keep one of the two",
            severity="warning",
            related=(Related(first_at, "given here first"),),
        )

    def _take_unread(self, block: ParsingFailedBlock, start: int) -> None:
        self.problems.append(self._unread(block, start))
        opening = _KEY.match(self.source.text, start)
        if opening and id_from(opening[1]):
            at = self.source.span(*opening.span(1))
            self.unread.append(Item(opening[1], "", (), at, at))

    def _unread(self, block: ParsingFailedBlock, start: int) -> Diagnostic:
        error = block.error
        reason, end = "", 0
        if isinstance(error, BlockAbortedException):
            reason, end = error.abort_reason, error.end_index or 0
        head = self.source.text[start : start + 80].split("\n")[0].rstrip(", \r")
        whole = self.span(start, len(head))
        for begins, back, message, mend in _UNREAD:
            if reason.startswith(begins):
                at = whole if back is None else self.span(max(end - back, start), 1)
                return problem("bibtex-syntax", at, message, mend)
        return problem("bibtex-syntax", whole, "this entry cannot be read", _SHAPE)


class _Fields:
    """The fields of an entry, and of the one that its `crossref` names where it has none."""

    def __init__(self, reading: _Reading, entry: _Entry) -> None:
        self._reading = reading
        self._entry = entry
        self._above: Mapping[str, _Field] = {}
        if "crossref" in entry.fields:
            above = reading.by_key.get(self.raw("crossref").strip())
            self._above = above.fields if above else {}

    def raw(self, name: str) -> str:
        """What a field says, with its LaTeX; nothing for one at fault, which is told of."""
        field = self._field(name)
        if field is None:
            return ""
        text = self._reading.strings.text(field.written)
        if not isinstance(text, Fault):
            return text
        self._reading.wrong(field, text)
        return ""

    def plain(self, name: str) -> str:
        """What a field says, as it would be printed."""
        raw = self.raw(name)
        return self.printed(name, raw) if raw else ""

    def printed(self, name: str, latex: str) -> str:
        """What LaTeX from a field would print."""
        text, field = plain(latex), self._field(name)
        if text is None and field is not None:
            message = "the LaTeX in this text cannot be made out"
            fault = Fault(0, len(field.written), message, "write it plainer, with fewer macros")
            self._reading.wrong(field, fault)
        return tidy(text or "")

    def place(self, name: str) -> Span:
        """Where the value of a field stands."""
        field = self._field(name)
        if field is None:
            return self._reading.span(self._entry.start, self._entry.length)
        return self._reading.span(self._reading.value_at(field), len(field.written))

    def _field(self, name: str) -> _Field | None:
        above = None if name in _OWN else self._above.get(name)
        return self._entry.fields.get(name) or above
