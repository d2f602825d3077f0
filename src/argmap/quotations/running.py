"""Running heads and feet: the lines at the edges of pages that are no part of what runs on there.

A line at an edge runs if pages around have the same one there. Its numbers may be those of the
pages; other numbers and all words must be the same, so that rows and captions of tables stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

_EDGE = 4
"""How many lines at either end of a page are looked at."""
_LONGEST = 160
"""How many characters a line that runs has at most."""
_NEAR = 6
"""Over how many pages a line recurs: heads alternate, and chapters have their own."""
_OTHERS = 2
"""On how many other pages it does; on one less, if it has the number of its page."""

_NUMBER = re.compile(r"\d+|\b[ivxlcdm]+\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class _Line(NamedTuple):
    """A line at an edge of a page: which, what it says but for its numbers, and these."""

    page: int
    at: int
    words: str
    numbers: tuple[int, ...]


def without_running(
    pages: Sequence[str], names: Sequence[Sequence[str]]
) -> tuple[list[str], list[str]]:
    """The pages without the lines that run along their edges, and these lines.

    The ones of the first page stay with it, at its beginning, where nothing goes on from another
    page. Of the others, those with words come along, each once. `names` are what pages are called.
    """
    lines = [page.split("\n") for page in pages]
    feet, heads = (_running(lines, names, top) for top in (False, True))
    bodies: list[str] = []
    said: dict[str, str] = {}
    for number, page in enumerate(lines):
        running = [*reversed(feet[number]), *heads[number]]
        begin = max((one.at + 1 for one in heads[number]), default=0)
        end = min((one.at for one in feet[number]), default=len(page))
        own = [] if number else [page[one.at] for one in running]
        bodies.append("\n".join((*own, *page[begin:end])))
        for one in running:
            said.setdefault(one.words, "" if number == 0 else page[one.at].strip())
    return bodies, [line for words, line in said.items() if line and any(map(str.isalpha, words))]


def _running(
    pages: Sequence[Sequence[str]], names: Sequence[Sequence[str]], top: bool
) -> list[list[_Line]]:
    """By page: the lines that run along one of its edges, from the edge on."""
    edges = [tuple(_edge(number, page, top)) for number, page in enumerate(pages)]
    alike: dict[str, list[_Line]] = {}
    for edge in edges:
        for one in edge:
            alike.setdefault(one.words, []).append(one)

    def runs(one: _Line) -> bool:
        return _runs(one, alike[one.words], names[one.page])

    return [list(takewhile(runs, edge)) for edge in edges]


def _edge(number: int, page: Sequence[str], top: bool) -> Iterator[_Line]:
    """The lines at an edge of a page, from the edge on."""
    count = 0
    for at in range(len(page)) if top else range(len(page) - 1, -1, -1):
        line = page[at].strip().lower()
        if line:
            if count == _EDGE or len(line) > _LONGEST:
                return
            count += 1
            numbers = tuple(_value(one) for one in _NUMBER.findall(line))
            yield _Line(number, at, " ".join(_NUMBER.sub("0", line).split()), numbers)


def _value(number: str) -> int:
    """The value of an Arabic or Roman number."""
    if number.isdecimal():
        return int(number)
    digits = [_ROMAN[one] for one in number]
    return sum(
        -one if one < following else one
        for one, following in zip(digits, (*digits[1:], 0), strict=True)
    )


def _runs(line: _Line, alike: Sequence[_Line], names: Sequence[str]) -> bool:
    """Whether a line recurs on enough of the pages around; `alike` have the same words."""
    first = bisect_left(alike, line.page - _NEAR, key=lambda one: one.page)
    after = (alike[at] for at in range(first, len(alike)))
    near = takewhile(lambda one: one.page <= line.page + _NEAR, after)
    others = len({one.page for one in near if one.page != line.page and _recurs(line, one)})
    numbered = any(_value(name.lower()) in line.numbers for name in names if _is_number(name))
    bare = numbered and len(line.numbers) == 1 and not any(map(str.isalpha, line.words))
    return others >= _OTHERS or (numbered and others == _OTHERS - 1) or bare


def _recurs(one: _Line, other: _Line) -> bool:
    """Whether two lines of the same words are one line on two pages."""
    apart = other.page - one.page
    steps = [theirs - ours for ours, theirs in zip(one.numbers, other.numbers, strict=True)]
    counted = apart in steps or any(map(str.isalpha, one.words))
    return counted and all(step in (0, apart) for step in steps)


def _is_number(name: str) -> bool:
    return bool(_NUMBER.fullmatch(name.lower()))
