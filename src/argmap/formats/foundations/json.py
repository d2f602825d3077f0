"""What a map rests on as JSON, for other programs: stable keys, in the order of the map."""

from __future__ import annotations

from json import dumps

from argmap.lint.resting import Foundations, Resting, Use
from argmap.source import Span

_KEYS = ("url", "author", "published", "accessed", "grade", "origin", "sha256")

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def write(found: Foundations) -> str:
    """The foundations as JSON, with a line break at its end."""
    whole: Json = {
        "sources": [_source(one) for one in found.sources],
        "unnamed": [_use(one) for one in found.unnamed],
        "claims": found.claims,
        "citing": found.citing,
    }
    return dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _source(one: Resting) -> Json:
    source, file = one.source, one.file
    said: dict[str, Json] = {key: source.get(key) for key in _KEYS}
    return {
        "id": source.id,
        "title": source.title,
        "file": None if file is None else file.path,
        "trouble": None if file is None else file.trouble,
        **said,
        "pinned": one.pinned,
        "unused": one.unused,
        "at": _at(source.at),
        "uses": [_use(use) for use in one.uses],
    }


def _use(use: Use) -> Json:
    return {
        "claim": use.claim.id,
        "locator": use.citation.locator,
        "quote": use.citation.quote,
        "verdict": use.verdict,
        "differs": [*sorted(use.differs)],
        "place": use.place,
        "where": use.where or None,
        "nearest": use.nearest or None,
        "reason": use.reason or None,
        "at": _at(use.citation.at),
    }


def _at(at: Span) -> Json:
    return {"file": at.path, "line": at.line, "column": at.column}
