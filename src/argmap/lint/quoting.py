"""The citations of a map's own file, each looked up in the file of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.diagnostics import Edit
from argmap.lint.context import Context
from argmap.model import Citation, Source
from argmap.quotations.decode import Unreadable
from argmap.quotations.find import Finder
from argmap.quotations.locators import (
    Locator,
    Missing,
    Ranges,
    natural_place,
    place_of,
    ranges,
    read_locator,
)
from argmap.quotations.text import SourceText
from argmap.quotations.verify import Verdict, verify
from argmap.quotations.wording import Replacement
from argmap.source import SourceFile, Span
from argmap.syntax import Entry, Kind
from argmap.syntax.document import Cite


@dataclass(frozen=True, slots=True)
class Looked:
    """A citation that was looked up: with a quotation, or of a place alone (`verdict` is None).

    `wanted` is what its locator names, `place` where that is; None without one, or where the
    source has no such places.
    """

    entry: Entry
    cite: Cite
    source: Source
    finder: Finder
    file: str
    wanted: Locator | None
    place: Ranges | Missing | None
    verdict: Verdict | None

    def at(self, map_file: SourceFile, start: int, end: int) -> Span:
        """Where a piece of the quotation stands in the map."""
        places = _places(map_file, self.entry)
        (line, column), last = places[start], places[max(end - 1, start)]
        return Span(map_file.path, line, column, last[0], last[1] + 1)

    def edit(self, map_file: SourceFile, one: Replacement) -> Edit:
        """The change of the map that a change of the quotation is."""
        return Edit(self.at(map_file, one.start, one.end), one.text)

    @property
    def text(self) -> SourceText:
        """What the source says."""
        return self.finder.index.source

    def where(self) -> str:
        """Where the quotation stands, as people would look it up; may be empty."""
        assert self.verdict is not None
        return natural_place(self.text, *self.finder.span(self.verdict.hits[0]))

    def true_place(self) -> Locator | None:
        """Where the quotation stands, in the unit of its locator."""
        assert self.verdict is not None
        if self.wanted is None or not self.verdict.hits:
            return None
        return place_of(self.text, self.wanted.unit, *self.finder.span(self.verdict.hits[0]))


def _places(map_file: SourceFile, entry: Entry) -> list[tuple[int, int]]:
    """The line and column of each character of an entry's text; of a space between two lines that
    of the first line's end."""
    found: list[tuple[int, int]] = []
    for number, written in enumerate(entry.written):
        line = map_file.line(written.line)
        column = entry.focus.column if number == 0 else len(line) - len(line.lstrip(" ")) + 1
        if number:
            found.append((found[-1][0], found[-1][1] + 1))
        for at, character in enumerate(written.body):
            said = len(found)
            if said < len(entry.text) and entry.text[said] == character:
                found.append((written.line, column + at))
    return found or [entry.focus[1:3]]


def look_up(context: Context) -> tuple[Looked, ...]:
    """Every citation of a source whose file can be read, in the order of writing."""
    return tuple(_each(context))


def unreadable(context: Context) -> dict[str, Unreadable]:
    """By source: why its file cannot be read, where something of it is quoted or a place named."""
    library = context.library
    found: dict[str, Unreadable] = {}
    if library is None:
        return found
    for _, _, source in _cited(context):
        text = library.text(source)
        if isinstance(text, Unreadable):
            found.setdefault(source.id, text)
    return found


def _cited(context: Context) -> Iterator[tuple[Entry, Cite, Source]]:
    """The citations that say something that can be looked up: words, or a place."""
    known: dict[tuple[int, int], list[Citation]] = {}
    for claim in context.map.claims:
        for citation in claim.citations:
            if citation.source is not None and context.is_own(citation.at):
                known.setdefault(citation.at[1:3], []).append(citation)
    for entry in context.document.entries:
        pairs: Iterable[tuple[Cite, Citation]]
        if entry.kind is Kind.QUOTATION:
            pairs = zip(entry.cites, known.get(entry.focus[1:3], ()), strict=False)
        else:
            pairs = (
                (cite, one)
                for cite in entry.cites
                if cite.locator
                for one in known.get(cite.span[1:3], ())[:1]
            )
        for cite, citation in pairs:
            assert citation.source is not None
            yield entry, cite, context.map.source[citation.source]


def _each(context: Context) -> Iterator[Looked]:
    library = context.library
    if library is None:
        return
    for entry, cite, source in _cited(context):
        finder = library.text(source)
        file = library.file(source)
        if not isinstance(finder, Finder) or file is None:
            continue
        text = finder.index.source
        wanted = read_locator(cite.locator) if cite.locator else None
        place = ranges(text, wanted) if wanted else None
        verdict = None
        if entry.kind is Kind.QUOTATION:
            found = place if not isinstance(place, Missing) else None
            verdict = verify(finder, entry.text, found)
        yield Looked(entry, cite, source, finder, file.path, wanted, place, verdict)
