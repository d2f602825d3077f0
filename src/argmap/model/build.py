"""Compiles Documents to one ArgumentMap: resolves every reference and draws every step.

Pure: the documents of imports are handed in. What is wrong comes back as diagnostics, each fault
once; the map then holds what could be understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostics import Diagnostic, in_order
from argmap.model.map import (
    NO_SECTION,
    ArgumentMap,
    Attribute,
    Attributes,
    Citation,
    Claim,
    ClaimKind,
    Contradiction,
    Import,
    Note,
    Question,
    Section,
    Source,
    StepKind,
)
from argmap.model.merge import Steps
from argmap.model.names import FileNames, Links, Names
from argmap.source import NOWHERE, Span
from argmap.syntax.document import FILE, Document, Entry, Pair
from argmap.syntax.markers import CLAIM_KINDS, STEP_KINDS, Kind


class Compiled(NamedTuple):
    """A map, and the findings of names and steps in order of place."""

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]


_NO_FILES: Mapping[str, Document] = {}
_NO_LINKS: Links = {}


def compile_map(
    main: Document, library: Mapping[str, Document] = _NO_FILES, links: Links = _NO_LINKS
) -> Compiled:
    """Compile a document with those it imports.

    `library` has the imported documents by path; `links` says which of them each import entry
    (by file and index) leads to. An import without a link is taken to be reported already.
    """
    build = _Build(Names(main, library, links))
    for path, names in build.names.files.items():
        build.read(names, own=path == main.path)
    return build.finish(main)


@dataclass(slots=True, eq=False, repr=False)
class _ClaimParts:
    """What is known of a claim so far."""

    text: str = ""
    kind: ClaimKind = "claim"
    tags: tuple[str, ...] = ()
    attributes: Attributes = ()
    section: int = NO_SECTION
    named: bool = False
    at: Span = NOWHERE
    citations: list[Citation] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class _QuestionParts:
    """What is known of a question so far."""

    text: str = ""
    exclusive: bool = True
    about: str | None = None
    tags: tuple[str, ...] = ()
    attributes: Attributes = ()
    section: int = NO_SECTION
    at: Span = NOWHERE
    answers: dict[str, None] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


_STEP_KINDS: dict[Kind, StepKind] = {
    Kind.SUPPORT: "support",
    Kind.REBUTTAL: "rebuttal",
    Kind.UNDERCUT: "undercut",
}


class _Build:
    """The map in the making."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.title = ""
        self.attributes: Attributes = ()
        self.notes: list[Note] = []
        self.imports: list[Import] = []
        self.sections: list[tuple[Section, list[Note]]] = []
        self.sources: dict[str, tuple[Source, list[Note]]] = {}
        self.claims: dict[str, _ClaimParts] = {}
        self.questions: dict[str, _QuestionParts] = {}
        self.steps = Steps()
        self.contradictions: dict[frozenset[str], Contradiction] = {}

    def read(self, names: FileNames, *, own: bool) -> None:
        """Read one file, twice: what it defines, then what it says of it."""
        ids = self._define(names, own=own)
        self._relate(names, ids)

    # What a file defines ------------------------------------------------------------------------

    def _define(self, names: FileNames, *, own: bool) -> list[str | None]:
        """Enter the claims, questions, sources and sections; the id that each entry is about."""
        entries = names.document.entries
        ids: list[str | None] = [None] * len(entries)
        section = NO_SECTION
        open_sections: list[int] = []
        for index, entry in enumerate(entries):
            kind = entry.kind
            if not entry.sound:
                continue
            if kind in CLAIM_KINDS or kind is Kind.QUESTION:
                ids[index] = self._claim_or_question(names, index, entry, section, own=own)
            elif kind is Kind.SECTION and entry.placed:
                section = self._section(entry, open_sections)
            elif kind is Kind.SOURCE:
                self._source(names, entry)
            elif own and kind is Kind.TITLE and entry.placed:
                self.title, self.attributes = entry.text, _attributes(entry.pairs)
            elif own and kind is Kind.IMPORT and entry.placed and entry.name:
                self.imports.append(Import(entry.name.id, entry.text, entry.focus))
        return ids

    def _claim_or_question(
        self, names: FileNames, index: int, entry: Entry, section: int, *, own: bool
    ) -> str | None:
        defines = names.ids.get(index)
        if defines is None:
            return self._reference(names, index, entry, own=own)
        full = names.prefix + defines
        tags = tuple([tag.name for tag in entry.tags])
        if entry.kind is Kind.QUESTION:
            question = self.questions.setdefault(full, _QuestionParts())
            question.text, question.tags, question.at = entry.text, tags, entry.focus
            question.attributes, question.section = _attributes(entry.pairs), section
            question.exclusive = not any(p.key == "any" for p in entry.pairs)
            return full
        claim = self.claims.get(full)
        if claim is None:
            claim = self.claims[full] = _ClaimParts()
        claim.text, claim.tags, claim.at = entry.text, tags, entry.focus
        claim.attributes = _attributes(entry.pairs) if entry.pairs else ()
        claim.section = section
        claim.named |= own
        for cite in entry.cites:
            source = self.names.resolve_source(names.document.path, cite.source, cite.span)
            if source is not None:
                claim.citations.append(Citation(source, cite.locator, None, cite.span))
        return full

    def _reference(self, names: FileNames, index: int, entry: Entry, *, own: bool) -> str | None:
        """What an entry without a text of its own refers to."""
        if entry.name is None or any(line.trailer for line in entry.written if not entry.text):
            return None
        if entry.kind is Kind.STATEMENT and not entry.placed:
            return None  # what it should have been is not known, so neither is what it means
        meant = "question" if entry.kind is Kind.QUESTION else "claim"
        if index in names.repeated:
            definition = names.defined[entry.name.id]
            return names.prefix + entry.name.id if definition.kind == meant else None
        path, at = names.document.path, entry.name.span
        if meant == "question":
            return self.names.resolve(path, entry.name.id, at, "question")
        full = self.names.resolve(path, entry.name.id, at, "claim")
        if full is not None and own:
            self.claims.setdefault(full, _ClaimParts()).named = True
        return full

    def _section(self, entry: Entry, open_sections: list[int]) -> int:
        level = len(entry.head)
        while open_sections and self.sections[open_sections[-1]][0].level >= level:
            open_sections.pop()
        parent = open_sections[-1] if open_sections else NO_SECTION
        self.sections.append((Section(entry.text, level, parent, (), entry.focus), []))
        open_sections.append(len(self.sections) - 1)
        return open_sections[-1]

    def _source(self, names: FileNames, entry: Entry) -> None:
        if entry.name is None or names.sources.get(entry.name.id) is not entry:
            return
        for pair in entry.pairs:
            if pair.key == "origin" and isinstance(pair.value, str):
                self.names.resolve_source(names.document.path, pair.value, pair.span, origin=True)
        full = names.prefix + entry.name.id
        tags = tuple(tag.name for tag in entry.tags)
        source = Source(full, entry.text, tags, _attributes(entry.pairs), (), entry.focus)
        self.sources[full] = (source, [])

    # What a file says ---------------------------------------------------------------------------

    def _relate(self, names: FileNames, ids: list[str | None]) -> None:
        """Draw steps, contradictions and answers; put quotations and notes where they belong."""
        document = names.document
        entries = document.entries
        joined: dict[int, list[int]] = {}
        for index, partner in enumerate(document.partner):
            if partner >= 0:
                joined.setdefault(partner, []).append(index)
        drawn: dict[int, str] = {}  # by entry: the step it draws or takes part in
        section = len(self.sections) - sum(
            e.kind is Kind.SECTION and e.sound and e.placed for e in entries
        )
        section_notes = self.notes if names.prefix == "" else []
        for index, entry in enumerate(entries):
            if entry.kind is Kind.SECTION and entry.sound and entry.placed:
                section_notes = self.sections[section][1]
                section += 1
            if not (entry.sound and entry.placed):
                continue
            kind, parent = entry.kind, entry.parent
            if kind in STEP_KINDS or kind is Kind.CONTRADICTION:
                members = [index, *joined.get(index, ())]
                self._draw(entries, ids, members, drawn)
            elif kind is Kind.ANSWER:
                self._answer(ids[parent], ids[index])
            elif kind is Kind.QUESTION:
                self._about(ids[index], ids[parent] if parent != FILE else None)
            elif kind is Kind.QUOTATION:
                self._quote(names, entry, ids[parent])
            elif kind is Kind.NOTE:
                note = Note(entry.text, entry.focus)
                self._note(names, entries, ids, parent, section_notes).append(note)

    def _draw(
        self,
        entries: tuple[Entry, ...],
        ids: list[str | None],
        members: list[int],
        drawn: dict[int, str],
    ) -> None:
        entry = entries[members[0]]
        known = tuple([id_ for member in members if (id_ := ids[member]) is not None])
        cuts = entry.kind is Kind.UNDERCUT
        target = drawn.get(entry.parent) if cuts else ids[entry.parent]
        if target is None or len(known) < len(members):
            return  # an id among them means nothing, which is reported
        if entry.kind is Kind.CONTRADICTION:
            claims = tuple(dict.fromkeys((target, *known)))
            claims = claims if len(claims) > 1 else claims * 2
            found = Contradiction(claims, entry.marker)
            self.contradictions.setdefault(frozenset(claims), found)
            return
        uses = tuple([entries[member].focus for member in members])
        kind = _STEP_KINDS[entry.kind]
        said = tuple([entries[member].qualifier for member in members])
        step = self.steps.add(kind, known, target, said, entry.marker, uses)
        for member in members:
            drawn[member] = step

    def _answer(self, question: str | None, answer: str | None) -> None:
        if question is None or answer is None:
            return
        self.questions.setdefault(question, _QuestionParts()).answers.setdefault(answer)
        self.claims.setdefault(answer, _ClaimParts()).kind = "answer"

    def _about(self, question: str | None, claim: str | None) -> None:
        if question is None or claim is None:
            return
        parts = self.questions.setdefault(question, _QuestionParts())
        parts.about = parts.about or claim

    def _quote(self, names: FileNames, entry: Entry, claim: str | None) -> None:
        sources = [
            Citation(source, cite.locator, entry.text, entry.focus)
            for cite in entry.cites
            if (source := self.names.resolve_source(names.document.path, cite.source, cite.span))
        ]
        if claim is None:
            return
        if not entry.cites:
            sources = [Citation(None, None, entry.text, entry.focus)]
        self.claims.setdefault(claim, _ClaimParts()).citations += sources

    def _note(
        self,
        names: FileNames,
        entries: tuple[Entry, ...],
        ids: list[str | None],
        parent: int,
        at_margin: list[Note],
    ) -> list[Note]:
        """The notes that a note below `parent` goes to."""
        if parent == FILE or entries[parent].kind in (Kind.TITLE, Kind.SECTION):
            return at_margin
        kind, about = entries[parent].kind, ids[parent]
        if kind is Kind.SOURCE:
            name = entries[parent].name
            held = self.sources.get(names.prefix + name.id) if name else None
            return held[1] if held else []
        if about is None:
            return []
        if kind is Kind.QUESTION:
            return self.questions.setdefault(about, _QuestionParts()).notes
        return self.claims.setdefault(about, _ClaimParts()).notes

    # The map ------------------------------------------------------------------------------------

    def finish(self, main: Document) -> Compiled:
        """The map, everything in the order of writing."""
        made = ArgumentMap(
            title=self.title,
            attributes=self.attributes,
            notes=tuple(self.notes),
            imports=tuple(self.imports),
            sections=tuple(
                Section(s.title, s.level, s.parent, tuple(notes), s.at)
                for s, notes in self.sections
            ),
            sources=tuple(
                Source(s.id, s.title, s.tags, s.attributes, tuple(notes), s.at)
                for s, notes in self.sources.values()
            ),
            claims=tuple([_claim(id_, parts) for id_, parts in self._in_writing_order()]),
            questions=tuple(_question(id_, q) for id_, q in self.questions.items() if q.text),
            steps=self.steps.finish(),
            contradictions=tuple(self.contradictions.values()),
            path=main.path,
        )
        return Compiled(made, in_order((*self.names.problems, *self.steps.problems)))

    def _in_writing_order(self) -> list[tuple[str, _ClaimParts]]:
        """Claims by where they are defined, the map's own file first."""
        rank = {path: number for number, path in enumerate(self.names.files)}
        defined = [(id_, parts) for id_, parts in self.claims.items() if parts.text]
        defined.sort(key=lambda item: (rank[item[1].at.path], item[1].at.line, item[1].at.column))
        return defined


def _claim(id_: str, parts: _ClaimParts) -> Claim:
    return Claim(
        id_,
        parts.text,
        parts.kind,
        parts.tags,
        tuple(parts.citations),
        parts.attributes,
        tuple(parts.notes),
        parts.section,
        parts.named,
        parts.at,
    )


def _question(id_: str, parts: _QuestionParts) -> Question:
    return Question(
        id=id_,
        text=parts.text,
        answers=tuple(parts.answers),
        exclusive=parts.exclusive,
        about=parts.about,
        tags=parts.tags,
        attributes=parts.attributes,
        notes=tuple(parts.notes),
        section=parts.section,
        at=parts.at,
    )


def _attributes(pairs: tuple[Pair, ...]) -> Attributes:
    return tuple(Attribute(pair.key, pair.value, pair.span) for pair in pairs)
