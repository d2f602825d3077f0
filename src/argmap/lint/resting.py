"""What rests on which source: each citation of a map's own file, and what came of looking it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.lint.context import Context
from argmap.lint.pinning import checksum, unchecked
from argmap.lint.quoting import Looked
from argmap.model import Citation, Claim, Source
from argmap.quotations.library import SourceFile
from argmap.quotations.locators import Missing, natural_place
from argmap.quotations.wording import marked
from argmap.source import Span

Verdict = Literal["exact", "drift", "absent", "disordered", "empty", "unchecked"]
Place = Literal["there", "elsewhere", "missing"]
Pinned = Literal["no", "unchanged", "changed", "unknown"]


@dataclass(frozen=True, slots=True)
class Use:
    """That a claim rests on a source, or quotes it.

    `verdict` is what came of looking the words up, None where none are quoted; `differs` what is
    different where they drift. `place` says whether the source has what the locator names, or the
    words stand `elsewhere`; None where there is no locator, or nothing to judge it by. `where` is
    the place of the words, or else of the `nearest` ones, as people would look it up; `reason` is
    why nothing could be looked up. All three may be empty.
    """

    claim: Claim
    citation: Citation
    verdict: Verdict | None = None
    differs: frozenset[str] = frozenset()
    place: Place | None = None
    where: str = ""
    nearest: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resting:
    """A source with all that rests on it.

    `file` is None for one that names none; `pinned` says whether its `sha256:` is that of the
    file, `unknown` where there is no file to compare. `repeated` is whether another source names
    it as its origin.
    """

    source: Source
    file: SourceFile | None
    pinned: Pinned
    uses: tuple[Use, ...]
    repeated: bool

    @property
    def unused(self) -> bool:
        """Whether nothing rests on it."""
        return not self.uses and not self.repeated


@dataclass(frozen=True, slots=True)
class Foundations:
    """What the claims of a map's own file rest on.

    `sources` are those that the file declares, and those of imports that it cites; `unnamed` are
    quotations that name no source. Of its `claims`, `citing` rest on a source or quote anything.
    """

    sources: tuple[Resting, ...]
    unnamed: tuple[Use, ...]
    claims: int
    citing: int


_Key = tuple[int, int, str, str | None]


def foundations(context: Context) -> Foundations:
    """What the claims of the map's own file rest on."""
    looked = {_place_of(one): one for one in context.looked_up}
    by_source: dict[str, list[Use]] = {}
    unnamed: list[Use] = []
    for claim in context.map.claims:
        for citation in claim.citations:
            if not context.is_own(citation.at):
                continue
            if citation.source is None:
                unnamed.append(Use(claim, citation, "unchecked", reason="it names no source"))
            else:
                key: _Key = (*citation.at[1:3], citation.source, citation.locator)
                use = _use(context, claim, citation, looked.get(key))
                by_source.setdefault(citation.source, []).append(use)
    origins = {str(source.get("origin")) for source in context.map.sources}
    listed = tuple(
        _resting(context, source, tuple(by_source.get(source.id, ())), source.id in origins)
        for source in context.map.sources
        if source.id in by_source or context.is_own(source.at)
    )
    citing = {use.claim.id for uses in (*by_source.values(), unnamed) for use in uses}
    own = [claim.id in citing for claim in context.claims]
    return Foundations(listed, tuple(unnamed), len(own), sum(own))


def _place_of(one: Looked) -> _Key:
    """Where the citation stands that was looked up; a quotation is where its words begin."""
    at: Span = one.cite.span if one.verdict is None else one.entry.focus
    return (*at[1:3], one.source.id, one.cite.locator)


def _use(context: Context, claim: Claim, citation: Citation, one: Looked | None) -> Use:
    quotes = citation.quote is not None
    if one is None:
        if not quotes:
            return Use(claim, citation)
        assert citation.source is not None
        return Use(claim, citation, "unchecked", reason=_reason(context, citation.source))
    place: Place | None = None
    if isinstance(one.place, Missing):
        place = "missing"
    elif one.place is not None:
        place = "there"
    verdict = one.verdict
    if verdict is None:
        return Use(claim, citation, place=place)
    if not verdict.in_place:
        place = "elsewhere"
    where, nearest = one.where() if verdict.hits else "", ""
    if verdict.nearest is not None:
        nearest = marked(verdict.nearest, one.text.text)
        row = verdict.nearest.source
        where = natural_place(one.text, row[0].start, row[-1].end)
    elif verdict.drifted:
        nearest = " … ".join(marked(part, one.text.text) for part in verdict.drifted)
    return Use(claim, citation, verdict.status, verdict.kinds, place, where, nearest)


def _reason(context: Context, id_: str) -> str:
    """Why nothing could be looked up in a source."""
    source = context.map.source[id_]
    file = context.library.file(source) if context.library is not None else None
    if context.library is None or file is None:
        return "it has no `file:`"
    if file.trouble == "outside":
        return f"its file lies outside of {file.reason}"
    return file.reason or unchecked(context.library, source)


def _resting(context: Context, source: Source, uses: tuple[Use, ...], repeated: bool) -> Resting:
    library, before = context.library, checksum(source)
    file = library.file(source) if library is not None else None
    pinned: Pinned = "no"
    if before is not None:
        digest = library.digest(source) if library is not None else None
        pinned = "unknown" if digest is None else "unchanged" if digest == before else "changed"
    return Resting(source, file, pinned, uses, repeated)
