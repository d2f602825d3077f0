"""Critical questions as comments, in a form that becomes an entry without its `//`.

What a question challenges decides where it stands, and with which marker: one of the step is an
undercut; one of a premise speaks against that premise, and one of the conclusion against that. A
premise that is left unsaid has no entry to stand below, so its questions cut the step.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from argmap.diagnostics import Edit
from argmap.model import Step
from argmap.schemes import CONCLUSION, STEP, Question
from argmap.source import Span
from argmap.syntax import FILE, Document

_STUB = re.compile(
    r"^[^\S\n]*(?P<stub>//[^\S\n]*[-+!]\([^\n)]*?\banswers:[^\S\n]*(?P<name>[^\s,)]+))",
    re.MULTILINE,
)


def stub(question: Question, marker: str) -> str:
    """The comment for a question."""
    return f"// {marker}(answers: {question.name}) {question.text}"


class Stub(NamedTuple):
    """A stub in a file: the question's name, its line, its column (from 0), and the entry that it
    would stand below, or FILE."""

    name: str
    line: int
    column: int
    parent: int


class _Place(NamedTuple):
    """Where a stub goes: after which line, in which column (from 0)."""

    line: int
    column: int


class Stubs:
    """The stubs that stand in a file, and where others go."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = document.source

    def missing(
        self,
        step: Step,
        questions: Iterable[Question],
        roles: Mapping[str, tuple[str, ...]],
        written: set[tuple[int, str]],
    ) -> tuple[Edit, ...]:
        """The edits that write the stubs that are not there for some questions of a step.

        `written` has those that edits for other steps write, below which entry and about which
        question: several steps for one claim share a question about it. Those here are added.
        """
        members = self._members(step)
        if members is None:
            return ()
        head, last = members[step.premises[0]], max(members.values())
        above = self.document.entries[head].parent
        cuts: list[tuple[_Place, str]] = []
        others: list[tuple[_Place, str]] = []
        beside: list[tuple[_Place, str]] = []
        for question in questions:
            concludes = question.challenges == CONCLUSION and step.kind != "undercut"
            around = (above,) if concludes else members.values()
            places = {(entry, question.name) for entry in around}
            if places & self._held or places & written:
                continue
            written |= places
            stated = roles.get(question.challenges, ())
            if concludes:
                marker = "+" if step.kind == "rebuttal" else "-"
                beside.append((self._beside(head, last), stub(question, marker)))
            elif stated:
                others.append((self._last_below(members[stated[0]]), stub(question, "-")))
            else:
                cuts.append((self._first_below(head), stub(question, "!")))
        added: dict[int, list[str]] = {}
        for place, text in (*cuts, *others, *beside):
            added.setdefault(place.line, []).append(f"{' ' * place.column}{text}")
        return tuple(self._edit(line, lines) for line, lines in sorted(added.items()))

    def _members(self, step: Step) -> Mapping[str, int] | None:
        """By premise: the entry that states it where the step is first written."""
        found = {
            premise: self._entry_at[use[:3]]
            for premise, use in zip(step.premises, step.uses, strict=False)
            if use[:3] in self._entry_at
        }
        return found if len(found) == len(step.premises) else None

    def _first_below(self, index: int) -> _Place:
        entry = self.document.entries[index]
        return _Place(entry.span.end_line, self._column_below(index))

    def _last_below(self, index: int) -> _Place:
        column = self._column_below(index)
        return _Place(self._end(index, column), column)

    def _beside(self, index: int, last: int) -> _Place:
        """In line with an entry, behind all that stands below another one."""
        column = self.document.entries[index].column
        return _Place(self._end(last, column), column)

    def _column_below(self, index: int) -> int:
        """The column of what stands below an entry."""
        entries = self.document.entries
        following = index + 1
        if following < len(entries) and entries[following].parent == index:
            return entries[following].column
        return entries[index].column + 2

    def _end(self, index: int, column: int) -> int:
        """The last line of what stands below an entry, with the stubs there from a column on."""
        line = self.document.entries[self._ends[index]].span.end_line
        while self._columns.get(line + 1, -1) >= column:
            line += 1
        return line

    def _edit(self, line: int, lines: list[str]) -> Edit:
        end = len(self.source.line(line)) + 1
        at = Span(self.source.path, line, end, line, end)
        line_break = self.source.line_break(line) or self.source.line_break(1) or "\n"
        return Edit(at, "".join(f"{line_break}{one}" for one in lines))

    @cached_property
    def _entry_at(self) -> Mapping[tuple[str, int, int], int]:
        """By the place of what names it: each entry."""
        return {entry.focus[:3]: index for index, entry in enumerate(self.document.entries)}

    @cached_property
    def _ends(self) -> list[int]:
        """By entry: the last one that stands below it, at any depth, or itself."""
        entries = self.document.entries
        ends = list(range(len(entries)))
        for index in range(len(entries) - 1, -1, -1):
            parent = entries[index].parent
            if parent != FILE:
                ends[parent] = max(ends[parent], ends[index])
        return ends

    @cached_property
    def _held(self) -> frozenset[tuple[int, str]]:
        """The stubs that stand in the file: below which entry, about which question."""
        return frozenset((one.parent, one.name) for one in self._there)

    @cached_property
    def _columns(self) -> Mapping[int, int]:
        """By line: the column of the stub on it."""
        return {one.line: one.column for one in self._there}

    @cached_property
    def _there(self) -> tuple[Stub, ...]:
        """The stubs that stand in the file."""
        entries = self.document.entries
        lines = [entry.span.line for entry in entries]
        found: list[Stub] = []
        for match in _STUB.finditer(self.source.text):
            line, place = self.source.place(match.start("stub"))
            column, above = place - 1, bisect_right(lines, line) - 1
            while above != FILE and entries[above].column >= column:
                above = entries[above].parent
            found.append(Stub(match["name"], line, column, above))
        return tuple(found)


def marker_of(question: Question) -> str:
    """The marker of a stub where all premises are in the map and the step is a reason."""
    return "!" if question.challenges == STEP else "-"
