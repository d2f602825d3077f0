"""The short way through the scanner, for the lines that most maps are made of.

A claim on one line, with no qualifier, nothing escaped, and in its trailer nothing but tags,
citations and one word in braces, needs none of the care that `scan` takes. What `read_plain` gives
is what `scan` would give, or None where that care is needed; `scan` alone says what a line means.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.document import Cite, Entry, Name, Pair, Tag, Written
from argmap.syntax.ids import ASCII_ID
from argmap.syntax.markers import FORMS, Kind
from argmap.syntax.vocabulary import spelled_out

_LOCATOR = r"\([^()#@{}\\]*\)"
_ITEM = rf"(?:#(?=[A-Za-z]){ASCII_ID}|@{ASCII_ID}(?:{_LOCATOR})?|\{{[a-z-]+\}})"
_AFTER_MARKER = re.compile(
    rf"(?!\()\s*(?:(\[({ASCII_ID})\])(?:\s+|\Z))?"
    rf"(?:([^\s\[#@{{\\](?:[^#@{{\\]*[^\s#@{{\\])?)(?:\ +({_ITEM}(?:\ +{_ITEM})*))?)?\Z"
)
_new = tuple.__new__  # makes a named tuple without a call in between, which is half of its cost
_MARKERS = {kind: form.marker for kind, form in FORMS.items() if form.id}


class _Trailer(NamedTuple):
    """What stands behind a text, and how it is written."""

    tags: tuple[Tag, ...]
    cites: tuple[Cite, ...]
    pairs: tuple[Pair, ...]
    written: str


_NONE = _Trailer((), (), (), "")


def read_plain(
    kind: Kind, path: str, line: int, start: int, content: str, parent: int, column: int
) -> Entry | None:
    """The entry that a line (from column `start`, counting from 0) holds, if it is a plain one."""
    marker = _MARKERS.get(kind)
    if marker is None:
        return None
    width = len(marker)
    match = _AFTER_MARKER.match(content, width)
    if match is None:
        return None
    written, id_, text, items = match.groups()
    trailer = _NONE
    if items is not None:
        read = _read_trailer(kind, path, line, start + match.start(4) + 1, items)
        if read is None:
            return None
        trailer = read
    end = start + len(content) + 1
    whole = _new(Span, (path, line, start + 1, line, end))
    if id_ is not None:
        at, close = match.span(1)
        focus = _new(Span, (path, line, start + at + 1, line, start + close + 1))
        name, head = _new(Name, (id_, focus)), f"{marker} {written}" if width else written
    elif text is not None:
        at, close = match.span(3)
        focus = _new(Span, (path, line, start + at + 1, line, start + close + 1))
        name, head = None, marker
    else:
        return None
    tags, cites, pairs, behind = trailer
    return Entry(
        kind,
        parent,
        column,
        whole,
        focus,
        _new(Span, (path, line, start + 1, line, start + width + 1)) if width else focus,
        True,
        True,
        name,
        text or "",
        None,
        tags,
        cites,
        pairs,
        (_new(Written, (line, text or "", behind)),),
        head,
    )


def _read_trailer(kind: Kind, path: str, line: int, column: int, items: str) -> _Trailer | None:
    """The items that stand from `column` on (from 1), if each is in its place and plain."""
    tags: list[Tag] = []
    cites: list[Cite] = []
    pairs: tuple[Pair, ...] = ()
    written: list[str] = []
    for item in _ITEMS.finditer(items):
        tag, source, locator, word = item.groups()
        start, end = item.span()
        span = _new(Span, (path, line, column + start, line, column + end))
        if tag is not None:
            tags.append(_new(Tag, (tag, span)))
            written.append(item[0])
        elif word is not None:
            pair = spelled_out(kind, word)
            if pair is None or pairs:
                return None
            within = _new(Span, (path, line, column + start + 1, line, column + end - 1))
            pairs = (_new(Pair, (*pair, within)),)
            written.append(item[0])
        elif not FORMS[kind].cites:
            return None
        else:
            place = locator[1:-1].strip() or None if locator else None
            cites.append(_new(Cite, (source, place, span)))
            written.append(f"@{source}({place})" if place is not None else f"@{source}")
    return _Trailer(tuple(tags), tuple(cites), pairs, " ".join(written))


_ITEMS = re.compile(rf"#({ASCII_ID})|@({ASCII_ID})({_LOCATOR})?|\{{([a-z-]+)\}}")
