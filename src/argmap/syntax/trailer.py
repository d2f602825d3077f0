"""Tells a text from the trailer at its end: tags, citations and attributes.

The trailer is the longest run of items, with spaces between them, that ends a line. It is read
from the right, each character a bounded number of times, so that hostile lines cost no more than
honest ones. The same run holds the items that a backslash makes plain.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from argmap.syntax.ids import is_id, is_reference
from argmap.syntax.items import Item, Unread, read_items
from argmap.syntax.markers import MARKS, Form, Kind

_TRIES = 8
"""How many `{` before a closing `}` are tried; quoted values can hold some of their own."""

_IMPORT = re.compile(r'import\s+("[^"]*"|[^\s"]+\.(arg|bib|json))(\s+as(\s.*)?)?\s*\Z')

PartKind = Literal["tag", "cite", "attributes"]


class Part(NamedTuple):
    """An item of a trailer, from `start` to `end` in its line's body."""

    kind: PartKind
    start: int
    end: int
    name: str = ""
    locator: str | None = None
    items: tuple[Item, ...] = ()

    @property
    def written(self) -> str:
        """The item in canonical form."""
        if self.kind == "tag":
            return f"#{self.name}"
        if self.kind == "cite":
            return f"@{self.name}" + (f"({self.locator})" if self.locator is not None else "")
        return "{" + ", ".join(item.written for item in self.items) + "}"


class Fault(NamedTuple):
    """A trailer that does not read: what stands from `start` to `end`, and why."""

    start: int
    end: int
    reason: str
    opener: str = ""


class Split(NamedTuple):
    """A line's body taken apart.

    `text` has its backslashes resolved, `body` keeps them; `parts` are in the order of writing.
    """

    text: str
    body: str
    parts: tuple[Part, ...] = ()
    fault: Fault | None = None

    @property
    def trailer(self) -> str:
        """The parts in canonical form, one space apart."""
        return " ".join(part.written for part in self.parts)


_NEEDS_CARE = re.compile(r"[#@{\\]")
_ALL: frozenset[str] = frozenset({"tag", "cite", "attributes"})


def kinds_of(form: Form) -> frozenset[str]:
    """The parts that are looked for at the end of an entry's text.

    Where any part is allowed, all are looked for, so that a misplaced one is found; the words of
    a quotation are left alone but for the citation after them.
    """
    if form.plain:
        return frozenset()
    return frozenset({"cite"}) if form.kind is Kind.QUOTATION else _ALL


def allowed_in(form: Form) -> frozenset[str]:
    """The parts that an entry may have."""
    given = {"tag": form.tags, "cite": form.cites, "attributes": form.attributes}
    return frozenset(kind for kind, allowed in given.items() if allowed)


def split(body: str, kinds: frozenset[str] = _ALL) -> Split:
    """Take a line's body (no space at its ends) apart; only parts of `kinds` are looked for."""
    if not _NEEDS_CARE.search(body):
        return Split(body, body)
    end = text_end = len(body)
    parts: list[Part] = []
    plain: list[int] = []  # the backslashes that make an item plain, from the right
    in_trailer = True
    while kinds and end > 0:
        found = _part_before(body, end, kinds)
        if found is None:
            break
        if isinstance(found, Fault):
            if in_trailer:
                return Split(_unescape(body, []), body, (), found)
            break
        begin = _escape_start(body, found.start)
        if begin < found.start:
            in_trailer = False
            plain.append(begin)
        elif in_trailer:
            parts.append(found)
            text_end = begin
        end = _strip_right(body, begin)
    text_end = _strip_right(body, text_end)
    parts.reverse()
    fault: Fault | None = None
    for opening in _unclosed(body, text_end, kinds):
        begin = _escape_start(body, opening.item)
        if begin < opening.item:
            plain.append(begin)
        else:
            fault = fault or Fault(opening.at, text_end, "it is not closed", opening.opener)
    written = body[:text_end]
    return Split(_unescape(written, plain), written, tuple(parts), fault)


def _strip_right(body: str, end: int) -> int:
    while end > 0 and body[end - 1].isspace():
        end -= 1
    return end


def _escape_start(body: str, start: int) -> int:
    """Where the run of backslashes right before `start` begins."""
    while start > 0 and body[start - 1] == "\\":
        start -= 1
    return start


def _stands_alone(body: str, start: int) -> bool:
    begin = _escape_start(body, start)
    return begin == 0 or body[begin - 1] == " "


def _part_before(body: str, end: int, kinds: frozenset[str]) -> Part | Fault | None:
    """The item that ends at `end`, None if prose ends there."""
    last = body[end - 1]
    if last == "}":
        return _attributes_before(body, end) if "attributes" in kinds else None
    if last == ")":
        return _cite_before(body, end) if "cite" in kinds else None
    start = body.rfind(" ", 0, end) + 1
    while start < end and body[start] == "\\":
        start += 1
    if start == end:
        return None
    name = body[start + 1 : end]
    if body[start] == "#" and "tag" in kinds and name[:1].isalpha() and is_id(name):
        return Part("tag", start, end, name)
    if body[start] == "@" and "cite" in kinds and is_name(name):
        return Part("cite", start, end, name)
    return None


def is_name(text: str) -> bool:
    """Whether a text can name a source."""
    return bool(text) and is_reference(text)


def _cite_before(body: str, end: int) -> Part | None:
    depth, at = 0, end - 1
    opening = body.rfind("(", 0, end)
    if opening >= 0 and body.find(")", opening) == end - 1:  # nothing is nested
        depth, at = 1, opening
    while at >= 0:
        if body[at] == ")":
            depth += 1
        elif body[at] == "(":
            depth -= 1
            if depth == 0:
                break
        at -= 1
    start = body.rfind(" ", 0, max(at, 0)) + 1
    while start < at and body[start] == "\\":
        start += 1
    if depth or start >= at or body[start] != "@" or not is_name(body[start + 1 : at]):
        return None
    locator = body[at + 1 : end - 1].strip()
    return Part("cite", start, end, body[start + 1 : at], locator or None)


def _attributes_before(body: str, end: int) -> Part | Fault | None:
    nearest: Fault | None = None
    at = end
    for _ in range(_TRIES):
        at = body.rfind("{", 0, at)
        if at < 0:
            break
        if not body[at + 1].isalpha():
            continue
        alone = _stands_alone(body, at)
        read = read_items(body, at + 1, "}")
        if alone and not isinstance(read, Unread) and read[1] == end:
            return Part("attributes", at, end, items=read[0])
        if nearest is None:
            if _escape_start(body, at) < at:  # plain text that only looks like attributes
                return Part("attributes", at, end)
            reason = read.reason if isinstance(read, Unread) else "no space stands before it"
            nearest = Fault(at, end, reason)
    return nearest


class _Opening(NamedTuple):
    """A `{` or `@source(` that is never closed: where it is, and where a backslash stands or
    would stand before it."""

    opener: str
    at: int
    item: int


def _unclosed(body: str, end: int, kinds: frozenset[str]) -> Iterator[_Opening]:
    """What is opened in the text before `end` and not closed there."""
    at = body.rfind("{", 0, end)
    opens = "attributes" in kinds and at >= 0 and body[at + 1 : at + 2].isalpha()
    if opens and _stands_alone(body, at) and body.find("}", at, end) < 0:
        yield _Opening("{", at, at)
    at = body.rfind("(", 0, end)
    if "cite" in kinds and at >= 0 and body.find(")", at, end) < 0:
        start = body.rfind(" ", 0, at) + 1
        while start < at and body[start] == "\\":
            start += 1
        if start < at and body[start] == "@" and is_name(body[start + 1 : at]):
            yield _Opening("(", at, start)


def _unescape(written: str, plain: list[int]) -> str:
    """The text without the backslashes that only make something plain."""
    if "\\" not in written:
        return written
    taken_out = {*plain, 0} if starts_plain(written) else set(plain)
    if not taken_out:
        return written
    ends = [*sorted(taken_out), len(written)]
    return written[: ends[0]] + "".join(
        written[at + 1 : end] for at, end in itertools.pairwise(ends)
    )


def starts_plain(written: str) -> bool:
    """Whether a backslash at the start makes the first mark (or an import) plain."""
    return written.startswith("\\") and (
        (len(written) > 1 and written[1] in MARKS) or bool(_IMPORT.match(written, 1))
    )


def escape(text: str, kinds: frozenset[str] = _ALL) -> str:
    """A text as it is written on a line of its own, so that `split` gives the text back.

    The text has no line break, and no space at its ends.
    """
    marks: list[int] = []
    end = len(text)
    while kinds and end > 0:
        found = _part_before(text, end, kinds)
        if found is None:
            break
        begin = _escape_start(text, found.start)
        marks.append(begin)
        end = _strip_right(text, begin)
    marks += [_escape_start(text, o.item) for o in _unclosed(text, len(text), kinds)]
    if (text and text[0] in MARKS) or _IMPORT.match(text):
        marks.append(0)
    ends = [*sorted(set(marks)), len(text)]
    return text[: ends[0]] + "".join("\\" + text[at:end] for at, end in itertools.pairwise(ends))
