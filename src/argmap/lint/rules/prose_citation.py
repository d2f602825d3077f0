"""A citation that is read as prose, since its key can be no id.

What it does
    Finds a text that ends with `@` and the key of an entry of a bibliography, as the bibliography
    has it. What no id can have, such as `:` and `/`, becomes `-` in a key.

Why it is bad
    The claim looks as if it cited a source, and cites none.

Example
    import refs.json

    [late] The bridge opens late.  @refs/council:2025/03(¶2)

Use instead
    import refs.json

    [late] The bridge opens late.  @refs/council-2025-03(¶2)

Fix
    Unsafe: writes the id that the key became. The claim then rests on that source.

Reference
    Bibliographies, and what becomes of their keys: docs/sources.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Edit, Fix
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.source import Span
from argmap.syntax import Entry
from argmap.syntax.ids import id_from
from argmap.syntax.markers import FORMS

RULE = Rule("ARG511", "prose-citation", "warning", fix="unsafe")

_LIKE_ONE = re.compile(r"(?:^|(?<=\s))@(\S+?/\S+?)(\([^()]*\))?[.,;]?$")
"""What a text may end with: a name with a `/` in it, and a place."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Each text that ends with the key of a source."""
    if not context.map.imports:
        return
    for entry in context.document.entries:
        match = _LIKE_ONE.search(entry.text) if FORMS[entry.kind].cites else None
        id_ = _meant(context, match[1]) if match else None
        if match is None or id_ is None:
            continue
        written = f"@{id_}{match[2] or ''}"
        at = _place(context, entry, match[0])
        yield RULE.found(
            at or entry.focus,
            f"`@{match[1]}` is read as a part of the text: `{_strange(match[1])}` cannot stand in "
            "the id of a source",
            f"write `{written}`, as the key is cited here",
            hint=f"write `{written}`",
            fix=Fix("unsafe", "cite the source", (Edit(at, written),)) if at else None,
        )


def _meant(context: Context, name: str) -> str | None:
    """The source whose key a name ends with, behind the alias of its bibliography."""
    at = name.find("/")
    while at >= 0:
        id_ = f"{name[:at]}/{id_from(name[at + 1 :])}"
        if id_ != name and id_ in context.map.source:
            return id_
        at = name.find("/", at + 1)
    return None


def _strange(name: str) -> str:
    """The first character of a name that no id can have, behind its alias."""
    key = name.partition("/")[2]
    made = id_from(key)
    return next((a for a, b in zip(key, made, strict=False) if a != b), key[-1:])


def _place(context: Context, entry: Entry, written: str) -> Span | None:
    """Where the end of a text stands; None if it goes over several lines."""
    line = entry.written[-1].line if entry.written else entry.span.line
    column = context.document.source.line(line).rfind(written)
    if column < 0:
        return None
    return Span(entry.span.path, line, column + 1, line, column + 1 + len(written))
