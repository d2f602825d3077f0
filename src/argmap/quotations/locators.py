"""Reads what a locator names - `p. 3`, `¶4`, `ll. 3-5`, a heading - and finds it in a source.

A locator is judged only by what its source has: in a file without pages `p. 3` may well be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from argmap.diagnostics import did_you_mean
from argmap.quotations.text import SourceText
from argmap.quotations.tokens import folded, normal_tokens
from argmap.sentences import counted

Unit = Literal["page", "paragraph", "line", "heading"]

_UNITS: dict[Unit, tuple[str, str, str]] = {
    "page": (r"pp?\.?|pages?", "p. ", "pp. "),
    "paragraph": (r"¶¶?|paras?\.?|pars?\.?|paragraphs?", "¶", "¶¶"),
    "line": (r"ll?\.?|lines?", "l. ", "ll. "),
}
"""How the places that have a number are called, and how one and several of them are written."""

_NUMBER = r"[0-9]+|(?<!\w)[ivxlcdm]+(?![\w.])|[A-Z]?-?[0-9]+"
_NUMBERED = {
    unit: re.compile(
        rf"(?:{words})\s*((?:{_NUMBER})(?:\s*(?:[-–—,;&]|and)\s*(?:{_NUMBER}))*)", re.IGNORECASE
    )
    for unit, (words, _, _) in _UNITS.items()
}
_RANGE = re.compile(rf"({_NUMBER})(?:\s*[-–—]\s*({_NUMBER}))?", re.IGNORECASE)
_SECTION = re.compile(r"(?:§§?|sec(?:tion|t?\.)?|ch(?:apter|\.))\s*(.+)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LISTED = 6
"""How many headings are named to one who looks for another."""


class Locator(NamedTuple):
    """What a locator names: one or more places of a unit, each from a name to a name."""

    unit: Unit
    names: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        if self.unit == "heading":
            return self.names[0][0]
        one, many = _UNITS[self.unit][1:]
        written = ", ".join(a if a == b else f"{a}-{b}" for a, b in self.names)
        single = len(self.names) == 1 and self.names[0][0] == self.names[0][1]
        return f"{one if single else many}{written}"


class Missing(NamedTuple):
    """A place that the source does not have, how it might be called, and what there is."""

    locator: Locator
    near: str | None
    there: str


Ranges = tuple[tuple[int, int], ...]


def read_locator(written: str) -> Locator:
    """What a locator names. Of several units the first counts: `p. 3, l. 12` is a page."""
    text = " ".join(written.split())
    for unit, pattern in _NUMBERED.items():
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()] in ",;: ("):
            pairs = [(a, b or a) for a, b in _RANGE.findall(match[1])]
            return Locator(unit, tuple(pairs))
    section = _SECTION.fullmatch(text)
    return Locator("heading", ((section[1] if section else text,) * 2,))


def ranges(source: SourceText, locator: Locator) -> Ranges | Missing | None:
    """The parts of a text that a locator names; None if its format has no such places."""
    if locator.unit == "page":
        return _pages(source, locator) if source.pages else None
    if locator.unit == "line":
        return _lines(source, locator) if source.has_lines else None
    if locator.unit == "paragraph":
        return _paragraphs(source, locator) if source.paragraphs else None
    return _headings(source, locator.names[0][0]) if source.headings else None


def _pages(source: SourceText, locator: Locator) -> Ranges | Missing:
    named: dict[str, list[int]] = {}
    for number, page in enumerate(source.pages):
        for name in page.names:
            named.setdefault(name.casefold(), []).append(number)
    found: list[tuple[int, int]] = []
    for first, last in locator.names:
        begin, end = (named.get(one.casefold()) for one in (first, _full(first, last)))
        if not begin or not end:
            return Missing(locator, None, _counted(len(source.pages), "page", _printed(source)))
        for one in begin:
            for other in end:
                if other >= one:
                    found.append((source.pages[one].start, source.pages[other].end))
    return tuple(found) or Missing(
        locator, None, _counted(len(source.pages), "page", _printed(source))
    )


def _full(first: str, last: str) -> str:
    """The end of a range whose number is shortened: 217-18 ends at 218."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _printed(source: SourceText) -> str:
    first, last = source.pages[0].names[-1], source.pages[-1].names[-1]
    return "" if first == "1" else f", numbered {first} to {last}"


def _lines(source: SourceText, locator: Locator) -> Ranges | Missing:
    numbers = source.line_numbers or range(1, len(source.line_starts) + 1)
    starts = (*source.line_starts, len(source.text))
    count = numbers[-1]
    if source.text.endswith("\n") and source.line_numbers is None:
        count -= 1
    found: list[tuple[int, int]] = []
    for a, b in locator.names:
        first, last = _count(a), _count(_full(a, b))
        if not 1 <= first <= last <= count:
            return Missing(locator, None, _counted(count, "line"))
        inside = [n for n, number in enumerate(numbers) if first <= number <= last]
        found += [(starts[inside[0]], starts[inside[-1] + 1])] if inside else []
    return tuple(found)


def _paragraphs(source: SourceText, locator: Locator) -> Ranges | Missing:
    """Paragraphs by their count, and by the number that they begin with."""
    known = source.paragraphs
    own: dict[int, list[int]] = {}
    for index, (start, _) in enumerate(known):
        match = _OWN_NUMBER.match(source.text, start)
        if match:
            own.setdefault(int(match[1]), []).append(index)
    found: list[tuple[int, int]] = []
    for a, b in locator.names:
        first, last = (_count(n) for n in (a, _full(a, b)))
        if 1 <= first <= last <= len(known):
            found.append((known[first - 1][0], known[last - 1][1]))
        elif not (first in own and last in own):
            return Missing(locator, None, _counted(len(known), "paragraph"))
        for one in own.get(first, ()):
            for other in own.get(last, ()):
                end = known[other + 1][0] if other + 1 < len(known) else len(source.text)
                found += [(known[one][0], end)] if other >= one else []
    return tuple(found)


_MOST_DIGITS = 18
"""No file has a place whose number has more; Python reads no number of any length."""


def _count(name: str) -> int:
    """The number that a name is; 0, which no place has, if it is none or is beyond counting."""
    digits = name.lstrip("0")
    return int(digits) if digits.isdigit() and len(digits) <= _MOST_DIGITS else 0


_OWN_NUMBER = re.compile(r"\s*[\[(]?(?:¶\s?)?(\d{1,5})[.)\]]?(?=\s)")


def _headings(source: SourceText, name: str) -> Ranges | Missing | None:
    wanted = _plain(name)
    for form in (_plain, _number, lambda text: _plain(_unnumbered(text))):
        found = [(one.start, one.end) for one in source.headings if form(one.text) == wanted]
        if found:
            return tuple(found)
    texts = dict.fromkeys(one.text for one in source.headings)
    near = did_you_mean(name, texts) or did_you_mean(name, map(_unnumbered, texts))
    if near is None and _DIGIT.search(name):
        return None  # such as `table 3`, or a minute of a recording
    listed = ", ".join(f"“{text}”" for text in list(texts)[:_LISTED])
    more = ", and more" if len(texts) > _LISTED else ""
    there = f"it has the heading{'s' if len(texts) > 1 else ''} {listed}{more}"
    return Missing(Locator("heading", ((name, name),)), near, there)


def _unnumbered(heading: str) -> str:
    first, _, rest = heading.partition(" ")
    return rest if rest and _DIGIT.search(first) else heading


def _plain(heading: str) -> str:
    return folded(" ".join(normal_tokens(heading)))


def _number(heading: str) -> str:
    """The number that a heading begins with, as `_plain` writes it."""
    first = heading.split(maxsplit=1)[0] if heading.strip() else ""
    return _plain(first.rstrip(".:)")) if _DIGIT.search(first) else "\0"


def _counted(count: int, noun: str, more: str = "") -> str:
    return f"it has {counted(count, noun)}{more}"


def place_of(source: SourceText, unit: Unit, start: int, end: int) -> Locator | None:
    """The place of a unit that a stretch of text is at; None if it is at none."""
    last = max(end - 1, start)
    match unit:
        case "page" if source.pages:
            first_page, last_page = (source.pages[source.page_at(one)] for one in (start, last))
            return Locator("page", ((first_page.names[-1], last_page.names[-1]),))
        case "line" if source.has_lines:
            a, b = source.line_at(start), source.line_at(last)
            return Locator("line", ((str(a), str(b)),))
        case "paragraph" if source.paragraphs:
            a, b = source.paragraph_at(start), source.paragraph_at(last)
            return Locator("paragraph", ((str(a), str(b)),)) if a else None
        case "heading" if source.headings:
            heading = source.heading_at(start)
            return Locator("heading", ((heading.text, heading.text),)) if heading else None
    return None


def natural_place(source: SourceText, start: int, end: int) -> str:
    """Where a stretch of text is, in the unit by which people would look it up; may be empty."""
    return next(iter(_places(source, start, end)), "")


def _places(source: SourceText, start: int, end: int) -> Iterator[str]:
    if source.pages:
        yield str(place_of(source, "page", start, end))
    if source.has_lines:
        yield str(place_of(source, "line", start, end))
    heading = source.heading_at(start)
    if heading is not None:
        yield f"under “{heading.text}”"
    paragraph = place_of(source, "paragraph", start, end)
    if paragraph is not None:
        yield str(paragraph)
