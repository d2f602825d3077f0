"""What BibTeX and CSL JSON have in common: items with a key, which become entries of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.diagnostics import Diagnostic, Related, in_order
from argmap.formats.problems import problem
from argmap.source import SourceFile, Span
from argmap.syntax import FILE, Document, Entry, Kind, Name, Pair, Parsed, messages
from argmap.syntax.ids import id_from
from argmap.syntax.vocabulary import KEYS

_KEYS = KEYS[Kind.SOURCE]
OWN_KEYS = ("grade", "origin", "review", "sha256")
"""What bibliographies know nothing of: read from fields of these names, and checked."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


class Value(NamedTuple):
    """The value of an attribute of a source, and where it stands."""

    key: str
    value: str
    at: Span


class Item(NamedTuple):
    """One item of a bibliography. `at` is the place of its key, `span` that of the whole."""

    key: str
    title: str
    values: tuple[Value, ...]
    at: Span
    span: Span


def as_parsed(
    source: SourceFile,
    items: Iterable[Item],
    problems: list[Diagnostic],
    unread: Iterable[Item] = (),
) -> Parsed:
    """The items as the entries of a Document; of several with one id, the first.

    Those that are `unread` are at fault, so that citing one is not a second fault.
    """
    first: dict[str, Item] = {}
    entries: list[Entry] = []
    for item in items:
        id_ = id_from(item.key)
        if not id_:
            problems.append(_no_id(item))
        elif id_ in first:
            problems.append(_taken(item, id_, first[id_]))
        else:
            first[id_] = item
            entries.append(_entry(item, id_, problems))
    entries += [_entry(item, id_from(item.key), problems)._replace(sound=False) for item in unread]
    partners = (-1,) * len(entries)
    return Parsed(Document(source, tuple(entries), partners), in_order(problems))


def tidy(text: str) -> str:
    """A text on one line, without what no one can see."""
    return _UNPRINTABLE.sub(" ", text).strip()


def _entry(item: Item, id_: str, problems: list[Diagnostic]) -> Entry:
    pairs: list[Pair] = []
    for key, text, at in item.values:
        value = _KEYS[key].read(text)
        if value is not None:
            pairs.append(Pair(key, value, at))
        elif key in OWN_KEYS:
            problems.append(messages.bad_value(at, key, text, _KEYS[key].expects, ()))
    return Entry(
        kind=Kind.SOURCE,
        parent=FILE,
        column=0,
        span=item.span,
        focus=item.at,
        marker=item.at,
        sound=True,
        placed=True,
        name=Name(id_, item.at),
        text=tidy(item.title) or item.key,
        qualifier=None,
        tags=(),
        cites=(),
        pairs=tuple(pairs),
        written=(),
        head=f"@{id_}",
    )


def _no_id(item: Item) -> Diagnostic:
    if not item.key:
        return problem(
            "bibliography-key",
            item.at,
            "this entry has no key, so nothing can cite it",
            "give it one, of letters, digits, `-`, `_` and `.`",
        )
    return problem(
        "bibliography-key",
        item.at,
        f"the key `{item.key}` has neither letters nor digits, so nothing can cite it",
        "give it another one, of letters, digits, `-`, `_` and `.`",
    )


def _taken(item: Item, id_: str, first: Item) -> Diagnostic:
    same = item.key == first.key
    return problem(
        "duplicate-id",
        item.at,
        f"the key `{item.key}` is already taken"
        if same
        else f"`{item.key}` and `{first.key}` would both be cited as `@{id_}`",
        "give one of them another key" + (", or take it out if they are the same" if same else ""),
        related=(Related(first.at, "first used here" if same else "the other one"),),
    )
