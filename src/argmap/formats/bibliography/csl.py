"""CSL JSON, the exchange format of reference managers: its items as sources.

Its shape is that of the schema of the Citation Style Language, version 1.0.2; keys that mean
nothing to a map are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.formats.bibliography import text as texts
from argmap.formats.bibliography.entries import OWN_KEYS, Item, Value, as_parsed, tidy
from argmap.formats.bibliography.text import Locate
from argmap.formats.json.fields import Complaint, Fields, Json
from argmap.formats.json.parse import parse_json, placed
from argmap.formats.json.places import Path, find_places, token_end
from argmap.formats.problems import problem
from argmap.sentences import listed
from argmap.source import SourceFile, Span
from argmap.syntax import Document, Parsed

_START: Final = 'a bibliography in CSL JSON starts as `[{"id": "key", "title": "…"}]`'
_TITLES: Final = ("title", "title-short", "container-title")
_AUTHORS: Final = ("author", "editor")
_NAME: Final = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
_TAG: Final = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")


def read(source: SourceFile, locate: Locate) -> Parsed:
    """The items of a CSL JSON file as sources."""
    top, problems = parse_json(source.text, source.path, _START)
    if problems:
        return Parsed(Document(source, (), ()), problems)
    listed = _listed(top)
    if listed is None:
        return Parsed(Document(source, (), ()), (_no_list(source, top),))
    complaints: list[Complaint] = []
    above, values = listed
    items = [
        _item(Fields(value, (*above, number), complaints), locate)
        for number, value in enumerate(values)
    ]
    if complaints:
        return Parsed(Document(source, (), ()), placed(source, complaints))
    wanted = {path for item in items for path in (item.path, *(one.path for one in item.found))}
    places = find_places(source.text, wanted)

    def span(path: Path) -> Span:
        begin = places.get(path, 0)
        return source.span(begin, token_end(source.text, begin))

    found = (
        Item(
            item.key,
            item.title,
            tuple(Value(one.key, one.value, span(one.path)) for one in item.found),
            span(item.path),
            span(item.path),
        )
        for item in items
    )
    return as_parsed(source, found, [])


class _Found(NamedTuple):
    """The value of an attribute, and the path to where it was found."""

    key: str
    value: str
    path: Path


class _Read(NamedTuple):
    """An item, and the path to its id."""

    key: str
    title: str
    found: tuple[_Found, ...]
    path: Path


def _listed(top: Json) -> tuple[Path, list[Json]] | None:
    """The items, and the path to their list; some programs put it into an object."""
    if isinstance(top, list):
        return (), top
    items = top.get("items") if isinstance(top, dict) and "argmap" not in top else None
    return (("items",), items) if isinstance(items, list) else None


def _no_list(source: SourceFile, top: Json) -> Diagnostic:
    at = source.span(0, 1)
    if isinstance(top, dict) and "argmap" in top:
        name = PurePosixPath(source.path)
        return problem(
            "not-a-bibliography",
            at,
            "this file is a map, and a list of sources is meant here",
            f"`argmap convert {name} {name.with_suffix('.arg')}` makes a file that can be imported",
        )
    return problem("not-a-bibliography", at, "this file holds no list of sources", _START)


def _item(fields: Fields, locate: Locate) -> _Read:
    key = fields.values.get("id")
    if isinstance(key, int | float) and not isinstance(key, bool):
        id_ = f"{key:.0f}"
    else:
        id_ = fields.text("id")
    title = next((title for name in _TITLES if (title := _plain(fields, name))), "")
    return _Read(id_, title, tuple(_found(fields, locate)), (*fields.path, "id"))


def _found(fields: Fields, locate: Locate) -> Iterator[_Found]:
    path = fields.path
    for name in _AUTHORS:
        people = listed([_person(one) for one in fields.objects(name)])
        if people:
            yield _Found("author", texts.edited(people, name), (*path, name))
            break
    for key, name in (("published", "issued"), ("accessed", "accessed")):
        date = _date(fields, name)
        if date:
            yield _Found(key, date, (*path, name))
    url, doi = fields.optional_text("URL"), texts.doi(fields.optional_text("DOI") or "")
    if url or doi:
        yield _Found("url", url or doi, (*path, "URL" if url else "DOI"))
    if "custom" in fields.values:
        custom = fields.child("custom")
        if custom is not None:
            yield from _own(custom, locate)


def _own(custom: Fields, locate: Locate) -> Iterator[_Found]:
    """What the format has no keys for."""
    file = locate(custom.optional_text("file") or "")
    if file:
        yield _Found("file", file, (*custom.path, "file"))
    for name in OWN_KEYS:
        value = custom.optional_text(name)
        if value:
            yield _Found(name, value, (*custom.path, name))


def _plain(fields: Fields, key: str) -> str:
    """A text without the tags for italics and the like."""
    return tidy(_TAG.sub("", fields.optional_text(key) or ""))


def _person(fields: Fields) -> str:
    literal = _plain(fields, "literal")
    return literal or " ".join(part for name in _NAME if (part := _plain(fields, name)))


def _date(fields: Fields, key: str) -> str:
    if fields.values.get(key) is None:
        return ""
    date = fields.child(key)
    if date is None:
        return ""
    written = date.optional_text("raw") or date.optional_text("literal") or ""
    for parts in date.items("date-parts")[:1]:
        if not isinstance(parts, list):
            date.wrong_type(("date-parts", 0), parts, "a list: year, month, day")
            continue
        numbers = [str(int(one)) if isinstance(one, float) else str(one) for one in parts[:3]]
        if numbers and numbers != [""]:
            year, *rest = numbers
            return texts.date_from(year.zfill(4), *map(texts.two_digits, rest))
    return texts.date_of(written)
