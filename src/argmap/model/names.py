"""What each id of each file stands for: the one place where ids are looked up.

A file that several imports lead to joins the map once, under the first (and shortest) chain of
aliases; the other chains lead to the same claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from argmap.diagnostics import Diagnostic, Edit, Fix, Speller
from argmap.model.naming import digest, id_from_text
from argmap.source import Span
from argmap.syntax import messages
from argmap.syntax.document import Document, Entry
from argmap.syntax.markers import CLAIM_KINDS, Kind

NameKind = Literal["claim", "question"]


class Definition(NamedTuple):
    """What defines an id: the entry, and whether it is a claim or a question."""

    kind: NameKind
    entry: Entry


@dataclass(slots=True, eq=False, repr=False)
class FileNames:
    """The names of one file.

    `ids` gives each entry's own id within the file where it defines something, with or without a
    name of its own. `ghosts` are names that an entry at fault may have meant to define: a
    reference to one of them is not reported.
    """

    document: Document
    prefix: str
    aliases: dict[str, str | None] = field(default_factory=dict)
    defined: dict[str, Definition] = field(default_factory=dict)
    sources: dict[str, Entry] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)
    ghosts: set[str] = field(default_factory=set)
    source_ghosts: set[str] = field(default_factory=set)
    speller: Speller = field(default_factory=lambda: Speller(()))
    source_speller: Speller = field(default_factory=lambda: Speller(()))


Links = Mapping[tuple[str, int], str]
"""By file and index of the import entry: the path of the file that it leads to."""


class Names:
    """The names of all files of a map, each under its prefix, and the findings about them."""

    def __init__(self, main: Document, library: Mapping[str, Document], links: Links) -> None:
        self.files: dict[str, FileNames] = {}
        self.problems: list[Diagnostic] = []
        queue: list[tuple[Document, str]] = [(main, "")]
        for document, prefix in queue:
            if document.path in self.files:
                continue
            names = FileNames(document, prefix)
            self.files[document.path] = names
            self._read_imports(names, links)
            self._read_definitions(names)
            queue += [
                (library[path], f"{prefix}{alias}/")
                for alias, path in names.aliases.items()
                if path is not None and path not in self.files
            ]

    def _read_imports(self, names: FileNames, links: Links) -> None:
        first: dict[str, Span] = {}
        for index, entry in enumerate(names.document.entries):
            if entry.kind is not Kind.IMPORT or entry.name is None:
                continue
            alias = entry.name.id
            if alias in first and entry.sound and entry.placed:
                problem = messages.alias_taken(entry.name.span, alias, first[alias])
                self.problems.append(problem)
                continue
            first[alias] = entry.name.span
            names.aliases[alias] = links.get((names.document.path, index))

    def _read_definitions(self, names: FileNames) -> None:
        nameless: list[tuple[int, Entry]] = []
        for index, entry in enumerate(names.document.entries):
            kind, name = entry.kind, entry.name
            if not entry.sound:
                if name is not None:
                    (names.source_ghosts if kind is Kind.SOURCE else names.ghosts).add(name.id)
            elif kind is Kind.SOURCE and name is not None:
                self._define_source(names, entry)
            elif kind in CLAIM_KINDS or kind is Kind.QUESTION:
                if name is None:
                    nameless.append((index, entry))
                elif entry.text:
                    self._define(names, index, entry, name.id)
        self._name_the_nameless(names, nameless)
        names.speller = Speller(names.defined)
        names.source_speller = Speller(names.sources)

    def _name_the_nameless(self, names: FileNames, nameless: list[tuple[int, Entry]]) -> None:
        """Ids from texts. One that two texts would share is told apart by the second's digest;
        the second claim of the same text gets `-2`."""
        owner: dict[str, str] = {}
        count: dict[str, int] = {}
        for index, entry in nameless:
            made = id_from_text(entry.text)
            if owner.setdefault(made, entry.text) != entry.text:
                made = f"{made}-{digest(entry.text, 6)}"
                owner.setdefault(made, entry.text)
            number = count.get(made, 0) + 1
            while number > 1 and owner.setdefault(f"{made}-{number}", entry.text) != entry.text:
                number += 1
            count[made] = number
            names.ids[index] = made if number == 1 else f"{made}-{number}"

    def _define(self, names: FileNames, index: int, entry: Entry, name: str) -> None:
        kind: NameKind = "question" if entry.kind is Kind.QUESTION else "claim"
        first = names.defined.setdefault(name, Definition(kind, entry))
        if first.entry is entry:
            names.ids[index] = name
        elif first.kind == kind and first.entry.text == entry.text:
            names.repeated.add(index)
            self.problems.append(_repeated(name, first.entry, entry))
        else:
            names.repeated.add(index)
            if not entry.placed:
                return  # that it stands in a wrong place is enough
            at, noun = first.entry.focus, first.kind
            self.problems.append(messages.duplicate_id(entry.focus, name, at, noun))

    def _define_source(self, names: FileNames, entry: Entry) -> None:
        if entry.name is None:
            return
        name = entry.name.id
        first = names.sources.setdefault(name, entry)
        if first is not entry and entry.placed:
            self.problems.append(messages.duplicate_id(entry.focus, name, first.focus, "source"))

    def lookup(self, path: str, reference: str) -> tuple[FileNames, str] | None:
        """The file and the id within it that a reference leads to; None past a failed import."""
        names = self.files[path]
        while "/" in reference:
            alias, _, reference = reference.partition("/")
            target = names.aliases.get(alias)
            if target is None:
                return None
            names = self.files[target]
        return names, reference

    def resolve(self, path: str, reference: str, at: Span, meant: NameKind) -> str | None:
        """The id in the map that a reference means; None (and a finding, once) if it means none."""
        found = self.lookup(path, reference)
        if found is None:
            self._unknown_alias(path, reference, at)
            return None
        names, name = found
        definition = names.defined.get(name)
        if definition is None:
            if name not in names.ghosts:
                guess = names.speller.guess(name)
                place = names.defined[guess].entry.focus if guess else None
                whole = reference[: len(reference) - len(name)] + guess if guess else None
                self.problems.append(
                    messages.undefined_id(at, reference, whole, place, question=meant == "question")
                )
            return None
        if definition.kind != meant:
            self.problems.append(
                messages.not_a_claim(
                    at,
                    reference,
                    f"a {definition.kind}",
                    f"a {meant}",
                    definition.entry.focus,
                )
            )
            return None
        return names.prefix + name

    def resolve_source(
        self, path: str, reference: str, at: Span, *, origin: bool = False
    ) -> str | None:
        """The id in the map of a source that is cited, or that another has for its origin; None
        (and a finding) if there is none."""
        found = self.lookup(path, reference)
        if found is None:
            self._unknown_alias(path, reference, at, mark="@")
            return None
        names, name = found
        if name in names.sources:
            return names.prefix + name
        if name not in names.source_ghosts:
            guess = names.source_speller.guess(name)
            place = names.sources[guess].focus if guess else None
            whole = reference[: len(reference) - len(name)] + guess if guess else None
            self.problems.append(
                messages.undefined_source(at, reference, whole, place, origin=origin)
            )
        return None

    def _unknown_alias(self, path: str, reference: str, at: Span, mark: str = "") -> None:
        """Report an alias that no import has; a failed import was reported where it stands."""
        names = self.files[path]
        while "/" in reference:
            alias, _, reference = reference.partition("/")
            if alias not in names.aliases:
                guess = Speller(names.aliases).guess(alias)
                self.problems.append(
                    messages.unknown_alias(at, f"{mark}{alias}/{reference}", alias, guess)
                )
                return
            target = names.aliases[alias]
            if target is None:
                return
            names = self.files[target]


def _repeated(name: str, first: Entry, again: Entry) -> Diagnostic:
    """The same definition twice. The mend is offered where it loses nothing."""
    if again.tags or again.cites or again.pairs:
        span = again.focus
        return messages.repeated_definition(span, name, first.focus, None)
    at, end = again.focus, again.span
    rest = Span(at.path, at.end_line, at.end_column, end.end_line, end.end_column)
    fix = Fix("safe", "refer to the first definition", (Edit(rest, ""),))
    return messages.repeated_definition(at, name, first.focus, fix)
