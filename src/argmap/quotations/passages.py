"""A quotation taken apart at what it leaves out: the passages that the source must have in order.

The case of a passage's first letter is free, since a quotation may begin anywhere in a sentence;
so are the marks `.,;:` and quotation marks at either end, which belong to the sentence around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.quotations.numbers import is_signed
from argmap.quotations.tokens import Token, letters, tokens

_DOTS = r"(?:[…⋯]+|\.(?:\s?\.){2,3})"
_OMISSION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")
_EDITORIAL = re.compile(r"\[[^\[\]]*\]")
_CASE = re.compile(r"\[(\w)\](?=\w)")
_FREE = frozenset(".,;:'")


class Passage(NamedTuple):
    """Words that stand together in a quotation, with their places in it."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where the passage begins in the quotation."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end

    @property
    def said(self) -> tuple[int, int]:
        """The first and the last of its tokens that is no mark."""
        places = [number for number, one in enumerate(self.tokens) if letters(one.text)]
        return places[0], places[-1]

    @property
    def has_number_at_edge(self) -> bool:
        """Whether it may begin or end within a number of the source."""
        first, last = self.said
        return self.tokens[first].text[0].isdigit() or self.tokens[last].text[-1].isdigit()

    @property
    def texts(self) -> list[str]:
        """Its tokens in normal form."""
        return [token.text for token in self.tokens]


def passages(quotation: str, editorial: bool = False) -> tuple[Passage, ...]:
    """The passages of a quotation; none if there is no word in it.

    `editorial` takes words in square brackets for the writer's own, put in the place of some of
    the source's.
    """
    omission = _EDITORIAL if editorial else None
    found: list[Passage] = []
    for start, end in _between(quotation, omission):
        passage = _passage(quotation[start:end], start)
        if passage is not None:
            found.append(passage)
    return tuple(found)


def has_editorial(quotation: str) -> bool:
    """Whether there are words in square brackets, besides omissions."""
    return bool(_EDITORIAL.search(_OMISSION.sub("", quotation)))


def with_case(quotation: str, swap: bool) -> str:
    """The quotation with `[T]he` read as `The`, or with `swap` as `the`; as long as before."""
    mark = "\u00ad"  # a character that is not seen keeps the places as they are

    def read(match: re.Match[str]) -> str:
        letter = match[1].swapcase() if swap else match[1]
        return f"{mark}{letter}{mark}" if len(letter) == 1 else match[0]

    return _CASE.sub(read, quotation)


def _between(quotation: str, editorial: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    gaps = [match.span() for match in _OMISSION.finditer(quotation)]
    if editorial is not None:
        gaps += [match.span() for match in editorial.finditer(quotation)]
        gaps.sort()
    at = 0
    for start, end in gaps:
        if start >= at:
            yield at, start
        at = max(at, end)
    yield at, len(quotation)


def _passage(text: str, offset: int) -> Passage | None:
    found = list(tokens(text, offset))
    while found and found[0].text in _FREE and not is_signed(found, 1):
        found.pop(0)
    while found and found[-1].text in _FREE:
        found.pop()
    if not any(letters(token.text) for token in found):
        return None
    return Passage(tuple(found))
