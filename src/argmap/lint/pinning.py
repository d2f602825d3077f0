"""Which sources of a map's own file can be pinned to their files as they are now, and the edits
that do it.

A pin says that what the map quotes is in this very file. So a source is pinned if all that is
quoted from it is there, and left as it is otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from argmap.diagnostics import Edit, Fix
from argmap.lint.context import Context
from argmap.lint.fixes import apply
from argmap.lint.quoting import Looked
from argmap.model import Source
from argmap.model.map import value_of
from argmap.quotations.decode import Unreadable
from argmap.quotations.library import Library, SourceFile
from argmap.source import Span
from argmap.syntax import Entry, Kind

KEY = "sha256"
Outcome = Literal["pinned", "unchanged", "lost", "unchecked", "unreadable"]


@dataclass(frozen=True, slots=True)
class Pin:
    """What becomes of one source.

    `pinned`: it gets the `digest` of its file, by `edit`; `unchanged`: it has that already.
    `lost`: not pinned, for the quotations `lost` are not in the file; `unchecked`: not pinned, for
    nothing that is quoted from it can be looked up; `unreadable`: there is nothing to pin.
    `reason` is the end of a sentence about the last two. `before` is the checksum that was there,
    `quoted` how many quotations there are.
    """

    source: Source
    file: SourceFile
    outcome: Outcome
    digest: str = ""
    before: str | None = None
    edit: Edit | None = None
    quoted: int = 0
    lost: tuple[Looked, ...] = ()
    reason: str = ""


def pins(context: Context, *, force: bool = False) -> tuple[Pin, ...]:
    """What becomes of each source that the file declares with a `file:`.

    `force` pins those as well whose quotations are not in the file, or cannot be looked up.
    """
    library = context.library
    if library is None:
        return ()
    entries = {
        entry.focus[1:3]: entry for entry in context.document.entries if entry.kind is Kind.SOURCE
    }
    quoted = _quoted(context)
    looked: dict[str, list[Looked]] = {}
    for one in context.looked_up:
        if one.verdict is not None:
            looked.setdefault(one.source.id, []).append(one)
    found: list[Pin] = []
    for source, _, file in context.source_files:
        pin = _pin(library, source, file, quoted[source.id], looked.get(source.id, ()), force=force)
        if pin.outcome == "pinned":
            pin = replace(pin, edit=_written(entries[source.at[1:3]], pin.digest))
        found.append(pin)
    return tuple(found)


def _quoted(context: Context) -> Counter[str | None]:
    """How many quotations the file has from each source."""
    return Counter(
        one.source
        for claim in context.map.claims
        for one in claim.citations
        if one.quote is not None and context.is_own(one.at)
    )


def _pin(
    library: Library,
    source: Source,
    file: SourceFile,
    quoted: int,
    looked: Sequence[Looked],
    *,
    force: bool,
) -> Pin:
    digest = library.digest(source)
    if digest is None:
        return Pin(source, file, "unreadable", reason=_trouble(library, source, file))
    before = checksum(source)
    if digest == before:
        return Pin(source, file, "unchanged", digest, before)
    lost = tuple(one for one in looked if one.verdict is not None and not one.verdict.holds)
    if not force and lost:
        return Pin(source, file, "lost", digest, before, quoted=quoted, lost=lost)
    if not force and len(looked) < quoted:
        reason = unchecked(library, source)
        return Pin(source, file, "unchecked", digest, before, quoted=quoted, reason=reason)
    return Pin(source, file, "pinned", digest, before, quoted=quoted, lost=lost)


def _trouble(library: Library, source: Source, file: SourceFile) -> str:
    """Why the bytes of a source cannot be had."""
    if file.trouble == "outside":
        return f"it lies outside of {file.reason}"
    if file.near is not None:
        return f"{file.reason}; did you mean `{file.near}`?"
    return file.reason or unchecked(library, source)


def unchecked(library: Library, source: Source) -> str:
    """Why nothing can be looked up in a source, as the end of a sentence."""
    text = library.text(source)
    if isinstance(text, Unreadable):
        return text.reason
    return "the extra `sources` is not installed"


def _written(entry: Entry, digest: str) -> Edit:
    """The edit that writes a checksum among the attributes of a source; it names a file, so there
    are some."""
    text = f"{KEY}: {digest}"
    for pair in entry.pairs:
        if pair.key == KEY:
            return Edit(pair.span, text)
    path, _, _, line, column = max((pair.span for pair in entry.pairs), key=lambda at: at[3:5])
    return Edit(Span(path, line, column, line, column), f", {text}")


def pinned(context: Context, found: tuple[Pin, ...]) -> str:
    """The text of the file with its pins."""
    edits = tuple(one.edit for one in found if one.edit is not None)
    return apply(context.document.source, [Fix("safe", "pin", edits)])


class Elsewhere(NamedTuple):
    """A source that an import declares, that is cited here and not pinned to its file as it is."""

    source: Source
    file: SourceFile
    digest: str


def elsewhere(context: Context) -> tuple[Elsewhere, ...]:
    """The sources that are to be pinned in another file than the map's own."""
    library = context.library
    if library is None or not context.map.imports:
        return ()
    cited = {
        one.source
        for claim in context.map.claims
        for one in claim.citations
        if context.is_own(one.at)
    }
    found: list[Elsewhere] = []
    for source in context.map.sources:
        if source.id not in cited or context.is_own(source.at):
            continue
        file, digest = library.file(source), library.digest(source)
        if file is not None and digest is not None and digest != checksum(source):
            found.append(Elsewhere(source, file, digest))
    return tuple(found)


def checksum(source: Source) -> str | None:
    """The checksum that a source was pinned by, in lower case; None without one."""
    written = value_of(source.attributes, KEY)
    return written.lower() if isinstance(written, str) else None
