"""Judges where entries stand, by one table of what may stand below what.

The table also words the errors, so that a misplaced entry is reported as what it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from argmap.diagnostics import Diagnostic, Related
from argmap.syntax import messages
from argmap.syntax.document import FILE, Entry
from argmap.syntax.markers import CLAIM_KINDS, FORMS, JOINABLE, STEP_KINDS, Kind

STEPS_AND_JOINS = STEP_KINDS | {Kind.PREMISE}


class Place(NamedTuple):
    """Where entries of a kind may stand: at the left margin, below which others, in words."""

    margin: bool
    below: frozenset[Kind]
    words: str


_NOTED = frozenset(Kind) - {Kind.QUOTATION, Kind.NOTE, Kind.IMPORT, Kind.GLUED, Kind.STRAY}
_NOWHERE: frozenset[Kind] = frozenset()

PLACES: dict[Kind, Place] = {
    Kind.TITLE: Place(True, _NOWHERE, "first, in column 1"),
    Kind.SECTION: Place(True, _NOWHERE, "in column 1"),
    Kind.IMPORT: Place(True, _NOWHERE, "in column 1"),
    Kind.SOURCE: Place(True, _NOWHERE, "in column 1"),
    Kind.STATEMENT: Place(True, _NOWHERE, "in column 1"),
    Kind.QUESTION: Place(True, CLAIM_KINDS, "in column 1, or below a claim"),
    Kind.SUPPORT: Place(False, CLAIM_KINDS, "below the claim it supports"),
    Kind.REBUTTAL: Place(False, CLAIM_KINDS, "below the claim it speaks against"),
    Kind.CONTRADICTION: Place(False, CLAIM_KINDS, "below the claim it contradicts"),
    Kind.PREMISE: Place(False, CLAIM_KINDS, "after the entry it joins"),
    Kind.UNDERCUT: Place(False, STEPS_AND_JOINS, "below the entry whose step it cuts"),
    Kind.ANSWER: Place(False, frozenset({Kind.QUESTION}), "below a question"),
    Kind.QUOTATION: Place(False, CLAIM_KINDS, "below the claim it backs"),
    Kind.NOTE: Place(True, _NOTED, "below the entry it is about, or in column 1"),
}
"""What may stand where. `&` and `!` have conditions of their own besides."""


class Verdict(NamedTuple):
    """Which entries stand where they cannot, what each `&` joins (else -1), and the findings."""

    misplaced: frozenset[int]
    partner: tuple[int, ...]
    problems: tuple[Diagnostic, ...]


def judge(entries: Sequence[Entry], astray: Container[int]) -> Verdict:
    """Judge every entry that is right in itself and whose parent is, in one pass.

    `astray` has the entries that stand in a column where nothing is open: that is said of them
    already.
    """
    misplaced: set[int] = set()
    partner = [-1] * len(entries)
    problems: list[Diagnostic] = []
    joinable: dict[int, int] = {}  # by parent: what the next `&` joins; absent if nothing
    reasons: dict[int, int] = {}  # by parent: its first reason or rebuttal
    unclear: set[int] = set()  # parents whose last child is at fault in its form
    begun = False
    for index, entry in enumerate(entries):
        parent = entry.parent
        judged = entry.sound and index not in astray
        problem: Diagnostic | None = None
        if entry.kind is Kind.STRAY and not _closes(entries, index):
            problem = _stray(entries, index)
        elif judged and (parent == FILE or entries[parent].sound):
            if entry.kind is Kind.PREMISE and _fits(entries, index):
                partner[index] = joinable.get(parent, -1)
                if partner[index] < 0 and parent not in unclear:
                    problem = _nothing_to_join(entries, index)
                elif entry.qualifier and not _joins_step(entries, index, partner):
                    problems += _no_role(entry, partner[index])
            elif entry.kind is Kind.UNDERCUT:
                problem = _undercut(entries, index, reasons.get(parent, -1), partner)
            elif not _fits(entries, index):
                problem = _misplaced(entries, index)
            elif entry.kind is Kind.TITLE and begun:
                problem = _late_title(entries, index)
        if problem is not None:
            problems.append(problem)
        if problem is not None or not judged:
            misplaced.add(index)
        begun = True
        if not judged:
            joinable.pop(parent, None)
            unclear.add(parent)
        elif entry.kind in JOINABLE:
            joinable[parent] = index
            unclear.discard(parent)
            if entry.kind in (Kind.SUPPORT, Kind.REBUTTAL) and problem is None:
                reasons.setdefault(parent, index)
        elif entry.kind is not Kind.PREMISE:
            joinable.pop(parent, None)
            unclear.discard(parent)
    return Verdict(frozenset(misplaced), tuple(partner), tuple(problems))


def _fits(entries: Sequence[Entry], index: int) -> bool:
    entry = entries[index]
    place = PLACES[entry.kind]
    return place.margin if entry.parent == FILE else entries[entry.parent].kind in place.below


def _related(entry: Entry, message: str) -> tuple[Related, ...]:
    return (Related(entry.marker, message),)


def _misplaced(entries: Sequence[Entry], index: int) -> Diagnostic:
    entry = entries[index]
    noun = FORMS[entry.kind].noun
    words = PLACES[entry.kind].words
    span = entry.marker
    if entry.parent == FILE:
        mend = {
            Kind.ANSWER: "write a `? question` above it, and indent the answers below that",
            Kind.QUOTATION: "indent it below the claim that it backs",
        }.get(entry.kind, "indent it below a claim, or write `\\` before its mark if it is prose")
        return messages.misplaced(span, f"{noun} stands {words}, not in column 1", mend)
    parent = entries[entry.parent]
    below = f"{noun} cannot stand below {_a(parent)}"
    related = _related(parent, f"{_a(parent)}")
    if entry.kind is Kind.STATEMENT:
        if parent.kind is Kind.QUESTION:
            mend = "write `= ` before it to make it an answer"
        elif parent.kind in CLAIM_KINDS:
            mend = "write `+ ` or `- ` before it, or `\\[` if it continues the text above"
        else:
            mend = "start it in column 1"
        what = "a claim without a marker stands in column 1"
        return messages.misplaced(span, what, mend, related)
    if parent.kind is Kind.QUESTION and entry.kind in CLAIM_KINDS | {Kind.QUOTATION}:
        mend = "indent it below one of the answers, or write `= ` to make it an answer"
    elif parent.kind in (Kind.QUOTATION, Kind.NOTE, Kind.IMPORT):
        mend = f"nothing stands below {_a(parent)}: dedent it"
        if parent.parent != FILE and entry.kind in CLAIM_KINDS:
            mend += f" to belong to `{entries[parent.parent].display}`"
    elif entry.kind is Kind.ANSWER:
        mend = "write `+ ` or `- ` if it speaks for or against, or put a `? question` above it"
    elif PLACES[entry.kind].margin and not PLACES[entry.kind].below:
        mend = "start it in column 1"
    elif parent.kind in (Kind.TITLE, Kind.SECTION, Kind.SOURCE):
        mend = f"indent it below a claim; {noun} stands {words}"
    else:
        mend = f"{noun} stands {words}"
    return messages.misplaced(span, below, mend, related)


def _late_title(entries: Sequence[Entry], index: int) -> Diagnostic:
    first = next((e for e in entries[:index] if e.kind is Kind.TITLE), None)
    if first is not None:
        return messages.misplaced(
            entries[index].marker,
            "the map has a title already",
            "write `## ` to open a section",
            _related(first, "the title"),
        )
    return messages.misplaced(
        entries[index].marker,
        "the title comes before all other entries",
        "move it to the top, or write `## ` to open a section",
        _related(entries[0], "the first entry"),
    )


def _nothing_to_join(entries: Sequence[Entry], index: int) -> Diagnostic:
    entry = entries[index]
    parent = entries[entry.parent]
    if parent.kind in JOINABLE or parent.kind is Kind.PREMISE:
        mend = f"dedent to join {parent.label}"
        return messages.nothing_to_join(entry.marker, mend, _related(parent, "one level up"))
    mend = "write `+ ` or `- `, or move it right after the entry whose step it belongs to"
    return messages.nothing_to_join(entry.marker, mend)


def _undercut(
    entries: Sequence[Entry], index: int, reason: int, partner: list[int]
) -> Diagnostic | None:
    entry = entries[index]
    span = entry.marker
    if entry.parent == FILE:
        return messages.no_step_to_cut(
            span,
            "an undercut stands below the entry whose step it cuts, not in column 1",
            "indent it below the `+`, `-` or `!` that it cuts",
        )
    parent = entries[entry.parent]
    has_step = parent.kind in STEP_KINDS or (
        parent.kind is Kind.PREMISE and _joins_step(entries, entry.parent, partner)
    )
    if not has_step and parent.kind not in CLAIM_KINDS:
        return _misplaced(entries, index)
    if reason >= 0:
        other = entries[reason]
        mend = f"to cut {other.label}, indent it below `{other.display}`"
        if has_step:
            mend += f"; to cut {parent.label}, move it above"
            what = "an undercut after a reason or rebuttal could mean two things"
        else:
            what = f"there is no step to cut here: {parent.display} is not given for anything"
        return messages.no_step_to_cut(span, what, mend, _related(other, "a step above it"))
    if has_step:
        return None
    if parent.kind is Kind.CONTRADICTION or parent.kind is Kind.PREMISE:
        if parent.kind is Kind.PREMISE and partner[entry.parent] < 0:
            return None  # what the co-premise was to join is at fault, and said already
        return messages.no_step_to_cut(
            span,
            "a contradiction is no step, so it cannot be undercut",
            "write `- ` to speak against the claim instead",
            _related(parent, "the contradiction"),
        )
    return messages.no_step_to_cut(
        span,
        f"there is no step to cut here: {_a(parent)} is not given for anything",
        "write `- ` to speak against the claim, or indent the `!` below a reason",
        _related(parent, _a(parent)),
    )


def _joins_step(entries: Sequence[Entry], index: int, partner: list[int]) -> bool:
    return partner[index] >= 0 and entries[partner[index]].kind in STEP_KINDS


def _no_role(entry: Entry, partner: int) -> Iterator[Diagnostic]:
    """That a co-premise of a contradiction has a qualifier, if it does join one."""
    if partner >= 0:
        mend = "take it out; a contradiction is no step, so nothing plays a role in it"
        noun = "a co-premise of a contradiction"
        yield messages.wrong_part(entry.marker, noun, "qualifier", mend)


def _closes(entries: Sequence[Entry], index: int) -> bool:
    """Whether a stray text closes, too late, a bracket of the broken entry right above it: that
    the bracket is not closed on its line is said already."""
    return index > 0 and not entries[index - 1].sound and entries[index].text.startswith("]")


def _stray(entries: Sequence[Entry], index: int) -> Diagnostic:
    entry = entries[index]
    before = entries[index - 1] if index else None
    if before is None:
        return messages.text_after_children(
            entry.marker, "", None, "start it in column 1 to make it a claim"
        )
    owner = entries[entry.parent] if entry.parent != FILE else before
    return messages.text_after_children(
        entry.marker,
        _quoted(owner),
        Related(before.marker, "the entry above"),
        f"indent it deeper than {_quoted(before)} to continue that, "
        "or write a marker such as `+ ` before it",
    )


def _quoted(entry: Entry) -> str:
    """An entry by its words; one that is broken may have none."""
    return f"`{entry.display}`" if entry.display else "the entry above"


def _a(entry: Entry) -> str:
    return FORMS[entry.kind].noun
