"""A Document as text, for people to compare: one line an entry, its parts and its place."""

from __future__ import annotations

from argmap.source import Span
from argmap.syntax import FILE, Document, Entry, Qualifier


def dump(document: Document) -> str:
    """The entries of a document, indented by level."""
    levels: dict[int, int] = {FILE: -1}
    lines = []
    for index, entry in enumerate(document.entries):
        levels[index] = levels[entry.parent] + 1
        partner = document.partner[index]
        joins = f" joins {_place(document.entries[partner].span)}" if partner >= 0 else ""
        lines.append("  " * levels[index] + _entry(entry) + joins)
    return "".join(f"{line}\n" for line in lines)


def _place(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def _entry(entry: Entry) -> str:
    parts = [f"{_place(entry.span)} {entry.kind.name}"]
    if not entry.sound:
        parts.append("UNSOUND")
    if not entry.placed:
        parts.append("MISPLACED")
    if entry.qualifier:
        parts.append(_qualifier(entry.qualifier))
    if entry.name:
        parts.append(f"[{entry.name.id}]@{_place(entry.name.span)}")
    if entry.text:
        parts.append(repr(entry.text))
    parts += [f"#{tag.name}@{_place(tag.span)}" for tag in entry.tags]
    parts += [f"@{c.source}({c.locator or ''})@{_place(c.span)}" for c in entry.cites]
    parts += [f"{{{p.key}: {p.value!r}}}@{_place(p.span)}" for p in entry.pairs]
    return " ".join(parts)


def _qualifier(qualifier: Qualifier) -> str:
    pairs = "".join(f", {p.key}: {p.value!r}" for p in qualifier.pairs)
    for key, name in (("role", qualifier.role), ("answers", qualifier.answers)):
        pairs += f", {key} {name.id}@{_place(name.span)}" if name else ""
    return f"({qualifier.scheme}, {qualifier.strength}{pairs})@{_place(qualifier.span)}"
