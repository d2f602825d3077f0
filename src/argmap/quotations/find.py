"""Finds the passages of a quotation in a source, in order: as they are, or nearly so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from argmap.quotations.compare import difference
from argmap.quotations.index import BLOCK, Index, lookup_words
from argmap.quotations.numbers import begins_within, ends_within, is_signed
from argmap.quotations.passages import Passage
from argmap.quotations.tokens import Token, letters

_MOST_WORDS = 64
"""By how many of its first words a passage is looked up."""
_CLOSELY = 3
"""In how many blocks a passage is looked for none of which has all its words."""
_MOST_HITS = 100_000
"""How many places of a passage are looked at; only one that is a part of each of so many numbers
has more."""
_TRIES = 64
"""How many places with the same letters are compared; only a source made to has more."""


class Hit(NamedTuple):
    """Where a passage stands: from a token of a block on; and what is different there."""

    block: int
    token: int
    length: int
    differs: frozenset[str] = frozenset()


Place = tuple[int, int]
"""A block, and a token in it."""
Range = tuple[int, int]
"""From one offset of the source's text to another."""
_START: Place = (0, 0)


class Finder:
    """Looks passages up in one source."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def find(
        self, wanted: Sequence[Passage], within: Range | None = None, *, loosely: bool
    ) -> tuple[Hit, ...] | None:
        """The places of some passages, in order; None if they are not all there.

        `within` is a part of the text that the first one must touch; `loosely` allows small
        differences.
        """
        found = tuple(self.in_order(wanted, within, loosely=loosely))
        return found if len(found) == len(wanted) else None

    def in_order(
        self, wanted: Iterable[Passage], within: Range | None = None, *, loosely: bool
    ) -> Iterator[Hit]:
        """The places of some passages, each the first one behind the place before; up to one that
        is not there."""
        after = _START
        for passage in wanted:
            hits = islice(self._hits(passage, after, within, loosely=loosely), _MOST_HITS)
            hit = next((one for one in hits if self._counts(passage, one, within)), None)
            if hit is None:
                return
            yield hit
            after, within = self._end(hit), None

    def _counts(self, passage: Passage, hit: Hit, within: Range | None) -> bool:
        """Whether a place is one that the passage may be from: where it is to be, with its numbers
        whole."""
        if within is None and not passage.has_number_at_edge:
            return True
        start, end = self.span(hit)
        if within is not None and not (start < within[1] and end > within[0]):
            return False
        text = self.index.source.text
        return not (begins_within(text, start) or ends_within(text, end))

    def _hits(
        self, passage: Passage, after: Place, within: Range | None, *, loosely: bool
    ) -> Iterator[Hit]:
        """The places of a passage from a place on, in order."""
        wanted = range(after[0], len(self.index))
        if within is not None:
            reach = 1 + (passage.end - passage.start) // BLOCK
            first, last = (self.index.at(one) for one in within)
            wanted = range(max(first - reach, after[0]), last + 1)
        look = self._loose_hits if loosely else self._exact_hits
        tried: set[int] = set()
        for block in self._blocks_for(passage, loosely=loosely):
            if block in wanted and block not in tried:
                tried.add(block)
                yield from look(passage, block, after[1] if block == after[0] else 0)

    def _blocks_for(self, passage: Passage, *, loosely: bool) -> Iterator[int]:
        """The blocks that have all its words; then, as these may be spelled, divided or run
        together in another way, those with most of them."""
        yield from self.index.where(lookup_words(passage.tokens)[:_MOST_WORDS])
        if loosely:
            yield from self.index.likely(passage.tokens, _CLOSELY)

    def _exact_hits(self, passage: Passage, block: int, first: int) -> Iterator[Hit]:
        texts = passage.texts
        needle = f" {' '.join(texts)} "
        firsts, rest = (needle[1], needle[1].swapcase()), needle[2:]
        tokens, own = self.index.block(block)
        start = sum(map(len, tokens[:first])) + first
        for at in _places(own, firsts, rest, start):
            yield Hit(block, own.count(" ", 0, at), len(texts))
        seam = max(start, len(own) - len(needle) + 1)
        hay = own[seam:] + self._following(block, len(needle))
        for at in _places(hay, firsts, rest, 0):
            if seam + at >= len(own) - 1:
                return
            yield Hit(block, own.count(" ", 0, seam + at), len(texts))

    def _following(self, block: int, room: int) -> str:
        """What the blocks after one begin with, as far as a passage can reach into them."""
        found = ""
        while len(found) < room and block + 1 < len(self.index):
            block += 1
            found += self.index.block(block).normal[1:]
        return found

    def _loose_hits(self, passage: Passage, block: int, first: int) -> Iterator[Hit]:
        """The places from a token of a block on where the same letters stand."""
        needle = "".join(map(letters, passage.texts))
        hay, last = self.index.said(block), block
        wanted = len(hay) + len(needle)
        while len(hay) < wanted and last + 1 < len(self.index):
            last += 1
            hay += self.index.said(last)
        if needle not in hay:
            return
        own = len(self.index.block(block).tokens)
        said = [letters(t) for n in range(block, last + 1) for t in self.index.block(n).tokens]
        ends = list(accumulate(map(len, said)))
        at = hay.find(needle, ends[first - 1] if first else 0)
        for _ in range(_TRIES):
            if at < 0:
                return
            token, final = bisect_right(ends, at), bisect_left(ends, at + len(needle))
            if token >= own:
                return
            if at == ends[token] - len(said[token]) and at + len(needle) == ends[final]:
                hit = Hit(block, token, final - token + 1)
                differs = difference(passage.tokens, self.tokens(hit), self._loose_spaces)
                if differs is not None:
                    yield from self._with_marks(passage, hit._replace(differs=differs))
            at = hay.find(needle, at + 1)

    def _with_marks(self, passage: Passage, hit: Hit) -> Iterator[Hit]:
        """A hit of the letters of a passage, with the marks that the passage begins and ends with;
        or with a difference, if they are others; none, if one of them is the sign of a number."""
        first, last = passage.said
        before, after = passage.texts[:first], passage.texts[last + 1 :]
        block, token, length, differs = hit
        if before:
            start = token - len(before)
            if start >= 0 and self.index.block(block).tokens[start:token] == before:
                token, length = start, length + len(before)
            elif is_signed(passage.tokens, first):
                return
            else:
                differs |= {"marks"}
        if after:
            following = self.row(block, token + length, len(after))
            if [one.text for one in following] == after:
                length += len(after)
            else:
                differs |= {"marks"}
        yield Hit(block, token, length, differs)

    @property
    def _loose_spaces(self) -> bool:
        return self.index.source.loose_spaces

    def _end(self, hit: Hit) -> Place:
        block, token = hit.block, hit.token + hit.length
        while block < len(self.index) and token >= (held := len(self.index.block(block).tokens)):
            block, token = block + 1, token - held
        return block, token

    def tokens(self, hit: Hit) -> tuple[Token, ...]:
        """The tokens of the source that a hit covers."""
        return self.row(hit.block, hit.token, hit.length)

    def row(self, block: int, first: int, count: int) -> tuple[Token, ...]:
        """Some tokens from one of a block on."""
        found: list[Token] = []
        while block < len(self.index) and len(found) < count:
            here = self.index.tokens(block)
            found += here[first : first + count - len(found)]
            block, first = block + 1, max(first - len(here), 0)
        return tuple(found)

    def span(self, hit: Hit) -> tuple[int, int]:
        """Where in the source's text a hit begins and ends."""
        last, token = hit.block, hit.token + hit.length - 1
        while token >= (held := len(self.index.block(last).tokens)):
            last, token = last + 1, token - held
        return self.index.place(hit.block, hit.token)[0], self.index.place(last, token)[1]


def _places(hay: str, firsts: Container[str], rest: str, start: int) -> Iterator[int]:
    """Where a space, one of some characters and a text stand one after the other, in order."""
    at = start + 1
    while (at := hay.find(rest, at + 1)) >= 0:
        if hay[at - 1] in firsts and hay[at - 2] == " ":
            yield at - 2
