"""The short way through the scanner, for the lines that most maps are made of.

A claim on one line, with no qualifier, no trailer and nothing escaped, needs none of the care
that `scan` takes. What `read_plain` gives is what `scan` would give, or None where that care is
needed; `scan` alone says what a line means.
"""

from __future__ import annotations

import re

from argmap.source import Span
from argmap.syntax.document import Entry, Name, Written
from argmap.syntax.markers import FORMS, Kind

_AFTER_MARKER = re.compile(
    r"(?!\()\s*"
    r"(?:(\[([A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?)\])(?:\s+|\Z))?"
    r"([^\s\[#@{\\][^#@{\\]*)?\Z"
)
_new = tuple.__new__  # makes a named tuple without a call in between, which is half of its cost
_MARKERS = {kind: form.marker for kind, form in FORMS.items() if form.id}


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
    written, id_, text = match.groups()
    end = start + len(content) + 1
    whole = _new(Span, (path, line, start + 1, line, end))
    if id_ is not None:
        at, close = match.span(1)
        focus = _new(Span, (path, line, start + at + 1, line, start + close + 1))
        name, head = _new(Name, (id_, focus)), f"{marker} {written}" if width else written
    elif text is not None:
        focus = _new(Span, (path, line, start + match.start(3) + 1, line, end))
        name, head = None, marker
    else:
        return None
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
        (),
        (),
        (),
        (_new(Written, (line, text or "", "")),),
        head,
    )
