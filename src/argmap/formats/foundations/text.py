"""What a map rests on as text for the terminal: each source, and below it what rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap

from argmap.lint.resting import Foundations, Resting, Use
from argmap.quotations.wording import named
from argmap.semantics.phrases import name_of
from argmap.sentences import counted

WIDTH = 100
_WIDEST_NAME = 24
_HELD = "\xa0"
"""A space at which no line is broken: `l. 6` stays together."""

_PINNED = {
    "no": "not pinned",
    "unchanged": "pinned and unchanged",
    "changed": "changed since it was pinned",
    "unknown": "pinned, and not there to compare",
}
_SAID = {"grade": "grade", "accessed": "read", "review": "review", "origin": "repeats"}
"""What is shown of a source beside its file, and how it is called."""


def write(found: Foundations, width: int = WIDTH) -> str:
    """The foundations in lines of at most `width` columns, where words allow it."""
    blocks = ["\n".join(_source(one, width)) for one in found.sources]
    if found.unnamed:
        blocks.append("\n".join(["From no source", *_rows(found.unnamed, width)]))
    blocks.append("\n".join(_sum(found, width)))
    return "\n\n".join(blocks) + "\n"


def _source(one: Resting, width: int) -> Iterator[str]:
    source = one.source
    yield from wrap(f"@{source.id} {source.title}", width, subsequent_indent="  ")
    yield from wrap(", ".join(_about(one)), width, initial_indent="  ", subsequent_indent="  ")
    if one.unused:
        yield "  Nothing rests on it."
    yield from _rows(one.uses, width)


def _about(one: Resting) -> Iterator[str]:
    """Where a source is kept, and what is known of it."""
    file, source = one.file, one.source
    if file is None:
        yield "no file"
        if one.pinned != "no":
            yield _PINNED[one.pinned]
    else:
        yield file.path
        if file.trouble == "outside":
            yield f"outside of {file.reason}"
        elif file.trouble is not None:
            yield file.reason
        if file.trouble is None or one.pinned != "no":
            yield _PINNED[one.pinned]
    url = source.get("url")
    if url is not None:
        yield str(url)
    for key, name in _SAID.items():
        value = source.get(key)
        if value is not None:
            yield f"{name} {'@' if key == 'origin' else ''}{value}"


def _rows(uses: Sequence[Use], width: int) -> Iterator[str]:
    names = [name_of(use.claim) for use in uses]
    column = max((len(name) for name in names if len(name) <= _WIDEST_NAME), default=0)
    indent = " " * (column + 6)
    for use, name in zip(uses, names, strict=True):
        head = f"  {_mark(use)} {name:{column}}  "
        lines = wrap(_row(use), max(width - len(indent), 20), break_long_words=False)
        lines = [line.replace(_HELD, " ") for line in lines]
        if len(head) > len(indent):
            yield head.rstrip()
            head = indent
        yield head + lines[0]
        yield from (indent + line for line in lines[1:])


def _mark(use: Use) -> str:
    """A sign for how well a citation holds."""
    match use.verdict:
        case "unchecked":
            return "?"
        case "absent" | "disordered":
            return "✗"
        case None:
            return "≈" if use.place == "missing" else "·"
        case "exact" if use.place in (None, "there"):
            return "✓"
    return "≈"


def _row(use: Use) -> str:
    """What a citation says, and what came of it, in one sentence."""
    locator, quote = use.citation.locator, use.citation.quote
    if quote is None:
        said = locator or "as a whole"
        return f"{said}, a place that it does not have" if use.place == "missing" else said
    said = f"{locator}: “{quote}”" if locator else f"“{quote}”"
    where = use.where.replace(" ", _HELD)
    at = f"{where}: " if where else ""
    match use.verdict:
        case "unchecked":
            return f"{said}, not checked: {use.reason}"
        case "absent" if use.nearest:
            return f"{said} is not there; the nearest is {at}“{use.nearest}”"
        case "absent":
            return f"{said} is not there, nor anything like it"
        case "disordered":
            return f"{said} is there, but not in this order"
        case "empty":
            return f"{said} has no word in it"
        case "drift":
            return f"{said} is there with other {named(use.differs)}: {at}“{use.nearest}”"
    if use.place == "elsewhere":
        return f"{said} stands {_at(where)}"
    if use.place == "missing":
        return f"{said} stands {_at(where)}; there is no such place as the map names"
    return said if locator or not where else f"{said}, {where}"


def _at(where: str) -> str:
    if not where:
        return "elsewhere"
    return where if where.startswith("under") else f"at {where}"


def _sum(found: Foundations, width: int) -> Iterator[str]:
    """How many there are of each."""
    uses = [use for one in found.sources for use in one.uses] + list(found.unnamed)
    counts = Counter(_kind(use) for use in uses if use.citation.quote is not None)
    quoted = sum(counts.values())
    kinds = [f"{counts[kind]:,} {kind}" for kind in _ORDER if counts[kind]]
    unused = sum(one.unused for one in found.sources)
    sources = f"{counted(len(found.sources), 'source')}{f', {unused:,} unused' if unused else ''}"
    quotations = f"{counted(quoted, 'quotation')}{': ' if kinds else ''}{', '.join(kinds)}"
    silent = found.claims - found.citing
    claims = f"{counted(found.claims, 'claim')}, {silent:,} without a source"
    for sentence in (f"{sources}.", f"{quotations}.", f"{claims}."):
        yield from wrap(sentence, width, break_long_words=False)


_ORDER = ("word for word", "elsewhere", "nearly", "not there", "not checked")


def _kind(use: Use) -> str:
    match use.verdict:
        case "unchecked":
            return "not checked"
        case "absent" | "disordered":
            return "not there"
        case "exact":
            return "elsewhere" if use.place in ("elsewhere", "missing") else "word for word"
    return "nearly"
