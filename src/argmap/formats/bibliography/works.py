"""From the fields of a BibTeX entry to a source: its title, who wrote it, when, and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from argmap.formats.bibliography import text as texts
from argmap.formats.bibliography.entries import OWN_KEYS
from argmap.sentences import listed

_TITLES = ("title", "booktitle", "maintitle", "howpublished", "note")
"""Where the title of an entry is looked for, the best first."""
_AUTHORS = ("author", "editor", "organization", "institution")


class Fields(Protocol):
    """The fields of an entry, by their names in lower case; one that it lacks is empty."""

    def raw(self, name: str) -> str:
        """What a field says, with its LaTeX."""

    def plain(self, name: str) -> str:
        """What a field says, as it would be printed."""

    def printed(self, name: str, latex: str) -> str:
        """What LaTeX from a field would print."""


class Found(NamedTuple):
    """The value of an attribute, and the field that it was found in."""

    key: str
    value: str
    field: str


def title_of(fields: Fields) -> str:
    """The title with the subtitle; empty for an entry with nothing of the kind."""
    for name in _TITLES:
        title = fields.plain(name)
        if title:
            subtitle = fields.plain("subtitle") if name == "title" else ""
            return f"{title}: {subtitle}" if subtitle else title
    return ""


def attributes_of(fields: Fields, locate: texts.Locate) -> Iterator[Found]:
    """The attributes of the source that an entry is."""
    parts = (*_author(fields), *_published(fields), *_url(fields))
    yield from parts
    accessed = texts.date_of(fields.plain("urldate"))
    if accessed:
        yield Found("accessed", accessed, "urldate")
    file = texts.file_in(fields.raw("file"), locate)
    if file:
        yield Found("file", file, "file")
    for name in OWN_KEYS:
        value = fields.plain(name)
        if value:
            yield Found(name, value, name)


def _author(fields: Fields) -> Iterator[Found]:
    for name in _AUTHORS:
        latex = fields.raw(name)
        if latex:
            people = _people(latex) if name in ("author", "editor") else latex
            said = fields.printed(name, people)
            yield Found("author", texts.edited(said, name), name)
            return


def _people(names: str) -> str:
    """The people that `Last, First and First Last` means, first names first."""
    split = split_multiple_persons_names(names)
    people = ["others" if name == "others" else _person(name) for name in split if name.strip()]
    return listed(people)


def _person(name: str) -> str:
    parts = parse_single_name_into_parts(name, strict=False)
    said: str = parts.merge_first_name_first
    return said


def _published(fields: Fields) -> Iterator[Found]:
    date = texts.date_of(fields.plain("date"))
    if date:
        yield Found("published", date, "date")
        return
    year = texts.year_in(fields.plain("year"))
    month, day = texts.month_and_day(fields.plain("month"))
    if month:
        day = day or texts.two_digits(fields.plain("day"))
    date = texts.date_from(year, month, day) if year else ""
    if date:
        yield Found("published", date, "year")


def _url(fields: Fields) -> Iterator[Found]:
    url, doi = texts.address(fields.raw("url")), texts.doi(fields.raw("doi"))
    eprint = texts.address(fields.raw("eprint"))
    kind = fields.plain("eprinttype") or fields.plain("archiveprefix")
    if url:
        yield Found("url", url, "url")
    elif doi:
        yield Found("url", doi, "doi")
    elif eprint and kind.casefold() == "arxiv":
        yield Found("url", f"https://arxiv.org/abs/{eprint}", "eprint")
