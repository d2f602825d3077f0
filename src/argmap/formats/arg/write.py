"""Writes a map as an .arg file, in canonical form, such that reading it gives the map again.

The stages are modules of their own: `prepare` keeps what is the map's own and can be said,
`order` finds the order and the nesting, `names` the ids, `text` each line. What the
language cannot say is in the loss list, never left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from argmap.formats.arg import text as arg_text
from argmap.formats.arg.layout import Layout, Placed
from argmap.formats.arg.names import Ids, choose_ids
from argmap.formats.arg.order import lay_out
from argmap.formats.arg.prepare import prepare
from argmap.formats.losses import Losses, Written
from argmap.model.map import ArgumentMap, Attribute, Claim, Import, Note, Question, Source
from argmap.syntax.markers import FORMS, Kind

_BARE_PATH: Final = re.compile(r'[^\s"]+\.(arg|bib|json)')
_SHOWN: Final = 40


def write(map_: ArgumentMap) -> Written:
    """The map as an .arg file, and a sentence for each thing that an .arg file cannot say."""
    losses = Losses()
    own = prepare(map_, losses)
    layout = lay_out(own)
    text = "".join(_Writer(own, map_, layout, losses).blocks())
    return Written(text, losses.all())


class _Writer:
    """Turns the layout into text."""

    def __init__(
        self, own: ArgumentMap, whole: ArgumentMap, layout: Layout, losses: Losses
    ) -> None:
        self.own = own
        self.whole = whole
        self.layout = layout
        self.losses = losses
        self.texts = self._texts()
        self.ids: Ids = choose_ids(own, layout, self.texts, losses)
        self.renamed = {
            "expect": {**self.ids.claims},
            "origin": {**self.ids.sources},
        }

    def _texts(self) -> dict[str, str]:
        """The texts of claims by id, and of questions by `?` and id, as they are written."""
        texts: dict[str, str] = {}
        for claim in self.own.claims:
            what = _named("claim", claim.id, claim.text)
            texts[claim.id] = self._needed(claim.text, what)
        for question in self.own.questions:
            what = _named("question", question.id, question.text)
            texts[f"?{question.id}"] = self._needed(question.text, what)
        return texts

    def _needed(self, text: str, what: str) -> str:
        """A text that cannot be empty."""
        plain = arg_text.clean(text, what, self.losses)
        if not plain:
            self.losses.add(f"{what} has no text, and gets “{arg_text.UNTITLED}” for one.")
        return plain or arg_text.UNTITLED

    # Blocks -----------------------------------------------------------------------------------

    def blocks(self) -> Iterator[str]:
        """The file piece by piece: its head, then each entry at the margin after a blank line."""
        begun = False
        for block in (self._title(), self._imports(), self._sources()):
            lines = list(block)
            if lines:
                yield "\n" if begun else ""
                begun = True
                yield from (f"{one}\n" for one in lines)
        for entry in self.layout.entries:
            if entry.depth == 0:
                yield "\n" if begun else ""
                begun = True
            indent = "  " * entry.depth
            yield from (f"{indent}{one}\n" for one in self._entry(entry))
        for claim in self._only_mentioned():
            yield "\n" if begun else ""
            begun = True
            yield f"[{claim}]\n"

    def _title(self) -> Iterator[str]:
        what = "The map"
        kept = arg_text.attributes(Kind.TITLE, self.own.attributes, what, self.losses, self.renamed)
        title = arg_text.clean(self.own.title, "The title", self.losses)
        if kept and not title:
            title = self._needed("", "The map")
        if title:
            yield f"# {self._line(title, [kept], what)}"
        yield from self._notes(self.own.notes, what, "")

    def _imports(self) -> Iterator[str]:
        return map(_import, self.own.imports)

    def _sources(self) -> Iterator[str]:
        for source in self.own.sources:
            yield from self._source(source)

    def _source(self, source: Source) -> Iterator[str]:
        what = f"The source `{source.id}`"
        title = arg_text.clean(source.title, what, self.losses)
        tags = [arg_text.tag(name, what, self.losses) for name in source.tags]
        kept = arg_text.attributes(Kind.SOURCE, source.attributes, what, self.losses, self.renamed)
        written = self._line(title, [*tags, kept], what)
        space = " " if title else "  "
        yield f"@{self.ids.source(source.id)}{space}{written}".rstrip()
        yield from self._notes(source.notes, what, "  ")

    def _entry(self, entry: Placed) -> Iterator[str]:
        if entry.kind is Kind.SECTION:
            section = self.own.sections[entry.section]
            title = self._needed(section.title, f"The section “{_short(section.title)}”")
            yield f"{'#' * section.level} {arg_text.line(title, (), arg_text.NO_PARTS)}"
            yield from self._notes(section.notes, f"The section “{_short(title)}”", "")
        elif entry.question is not None:
            yield from self._question(entry.question)
        else:
            head = FORMS[entry.kind].marker + self._qualifier(entry)
            if entry.defines:
                yield from self._claim(head, self.own.claim[entry.claim])
            else:
                yield f"{head} [{self.ids.claim(entry.claim)}]".lstrip()

    def _qualifier(self, entry: Placed) -> str:
        if entry.step is None:
            return ""
        if entry.kind is Kind.PREMISE:
            return arg_text.role(entry.step, entry.claim, self.losses)
        return arg_text.qualifier(entry.step, self.losses)

    def _question(self, question: Question) -> Iterator[str]:
        what = _named("question", question.id, question.text)
        attributes = [a for a in question.attributes if a.key != "any" or not question.exclusive]
        if len(attributes) < len(question.attributes):
            self.losses.add(f"{what} has the attribute `any`, but its answers exclude each other.")
        if not question.exclusive and not any(a.key == "any" for a in attributes):
            attributes.append(Attribute("any", True))
            self.losses.add(f"{what} gets the attribute `any`, as its answers can all hold.")
        tags = [arg_text.tag(name, what, self.losses) for name in question.tags]
        kept = arg_text.attributes(Kind.QUESTION, attributes, what, self.losses, self.renamed)
        text = self.texts[f"?{question.id}"]
        name = self.ids.questions.get(question.id)
        head = f"? [{name}]" if name else "?"
        yield f"{head} {self._line(text, [*tags, kept], what)}"
        yield from self._notes(question.notes, what, "  ")

    def _claim(self, head: str, claim: Claim) -> Iterator[str]:
        what = _named("claim", claim.id, claim.text)
        text = self.texts[claim.id]
        parts = [arg_text.tag(name, what, self.losses) for name in claim.tags]
        quotes: list[str] = []
        for citation in claim.citations:
            known = citation.source is None or citation.source in self.whole.source
            cited = ""
            if citation.source is not None and known:
                cited = arg_text.cite(self.ids.source(citation.source), citation, what, self.losses)
            if not known:
                self.losses.add(f"{what} cites `{citation.source}`, which there is not.")
            elif citation.source is None and citation.locator is not None:
                self.losses.add(f"{what} has a place “{citation.locator}” in no source.")
            quote = arg_text.clean(citation.quote or "", f"A quotation of {what}", self.losses)
            if quote:
                written = arg_text.line(quote, [cited], arg_text.CITES)
                quotes.append(f"  > {written}")
                continue
            if citation.quote is not None:
                self.losses.add(f"{what} has an empty quotation.")
            if quotes and cited:
                self.losses.add(f"{what} has citations after quotations; they come first now.")
            if not cited and known:
                self.losses.add(f"{what} has a citation of nothing.")
            parts.append(cited)
        kept = arg_text.attributes(
            Kind.STATEMENT, claim.attributes, what, self.losses, self.renamed
        )
        name = "" if claim.id in self.ids.nameless else f"[{self.ids.claim(claim.id)}]"
        written = self._line(text, [*parts, kept], what)
        yield " ".join(filter(None, (head, name, written)))
        yield from self._notes(claim.notes, what, "  ")
        yield from quotes

    def _line(self, text: str, parts: list[str], what: str) -> str:
        """A text and its trailer; should the parser not find them again, the trailer goes."""
        parts = list(filter(None, parts))
        written = arg_text.line(text, parts)
        if arg_text.reads_back(written, text, len(parts)):
            return written
        self.losses.add(f"{what} loses {' '.join(parts)}, which cannot stand behind its text.")
        return arg_text.line(text)

    def _notes(self, notes: Iterable[Note], what: str, indent: str) -> Iterator[str]:
        for note in notes:
            text = arg_text.clean(note.text, f"A note on {what}", self.losses)
            if text:
                yield f"{indent}: {arg_text.line(text, (), arg_text.NO_PARTS)}"
            else:
                self.losses.add(f"{what} has an empty note.")

    def _only_mentioned(self) -> Iterator[str]:
        """The claims of imports that the map names, and that stand nowhere else in the file."""
        for claim in self.whole.claims:
            if claim.id in self.own.claim:
                continue
            mentioned = claim.id in self.layout.mentioned
            if claim.named and not mentioned:
                yield claim.id
            elif mentioned and not claim.named:
                self.losses.add(f"That only an import names [{claim.id}] is lost.")


def _import(import_: Import) -> str:
    path = import_.path if _BARE_PATH.fullmatch(import_.path) else f'"{import_.path}"'
    stem = import_.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return f"import {path}" if stem == import_.alias else f"import {path} as {import_.alias}"


def _named(noun: str, id_: str, text: str) -> str:
    return f"The {noun} “{_short(text)}”" if id_.startswith("~") else f"The {noun} [{id_}]"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
