"""How the map's own file is written: which entries draw which step, and how to take some out.

The map has each step once; rules about the text need every place where it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from argmap.diagnostics import Edit
from argmap.source import Span
from argmap.syntax import FILE, Document, Entry
from argmap.syntax.markers import CLAIM_KINDS, STEP_KINDS, Kind


class WrittenStep(NamedTuple):
    """One place where a step is written: its number, and the entry with those that join it.

    Places with one number draw the same step.
    """

    step: int
    members: tuple[Entry, ...]


class Writing:
    """The entries of a file, looked at in the ways that rules need."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def steps(self) -> tuple[WrittenStep, ...]:
        """Every place where a step is written, in order."""
        entries = self.document.entries
        joined: dict[int, list[int]] = {}
        for index, partner in enumerate(self.document.partner):
            if partner >= 0:
                joined.setdefault(partner, []).append(index)
        numbers: dict[tuple[Kind, frozenset[str], str | int], int] = {}
        drawn: dict[int, int] = {}
        found: list[WrittenStep] = []
        for index, entry in enumerate(entries):
            if entry.kind not in STEP_KINDS or entry.parent == FILE:
                continue
            members = (index, *joined.get(index, ()))
            target = drawn.get(entry.parent) if entry.kind is Kind.UNDERCUT else None
            premises = frozenset(self._subject(member) for member in members)
            key = (entry.kind, premises, self._subject(entry.parent) if target is None else target)
            number = numbers.setdefault(key, len(numbers))
            drawn.update(dict.fromkeys(members, number))
            found.append(WrittenStep(number, tuple(entries[member] for member in members)))
        return tuple(found)

    def _subject(self, index: int) -> str:
        """What an entry is about: an id, or the entry itself where it has none."""
        name = self.document.entries[index].name
        return name.id if name is not None else f"~{index}"

    @cached_property
    def definitions(self) -> dict[tuple[int, int], Entry]:
        """By the line and column where a claim is defined: the entry that does."""
        return {
            (entry.focus.line, entry.focus.column): entry
            for entry in self.document.entries
            if entry.kind in CLAIM_KINDS and entry.text
        }

    @cached_property
    def references(self) -> dict[str, list[Span]]:
        """By id: where entries refer to a claim and do not define it."""
        found: dict[str, list[Span]] = {}
        for entry in self.document.entries:
            if entry.name is not None and entry.kind in CLAIM_KINDS and not entry.text:
                found.setdefault(entry.name.id, []).append(entry.name.span)
        return found

    @cached_property
    def _parents(self) -> frozenset[tuple[int, int]]:
        entries = self.document.entries
        return frozenset(
            entries[entry.parent].span[1:3] for entry in entries if entry.parent != FILE
        )

    def has_children(self, entry: Entry) -> bool:
        """Whether anything stands below an entry."""
        return entry.span[1:3] in self._parents

    def without(self, entries: Iterable[Entry]) -> tuple[Edit, ...]:
        """The edits that take entries out, with their lines; lines that adjoin go together."""
        edits: list[Edit] = []
        for entry in entries:
            edit = self.without_lines(entry.span)
            if edits and edits[-1].span[3:5] == edit.span[1:3]:
                start = edits.pop().span
                whole = Span(start.path, start.line, 1, edit.span.end_line, edit.span.end_column)
                edit = Edit(whole, "")
            edits.append(edit)
        return tuple(edits)

    def without_lines(self, span: Span) -> Edit:
        """The edit that takes out the lines of a span, with the break at their end."""
        source = self.document.source
        if span.end_line < source.line_count or source.line_break(span.end_line):
            return Edit(Span(span.path, span.line, 1, span.end_line + 1, 1), "")
        end = len(source.line(span.end_line)) + 1
        return Edit(Span(span.path, span.line, 1, span.end_line, end), "")
