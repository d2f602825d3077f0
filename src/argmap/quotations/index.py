"""A source made ready for many quotations: cut into blocks, with an index of which has which word.

A block is some thousand characters, cut between words. A passage is only looked for in the few
blocks that have all its words, so that a quotation that is not there costs no more than one that
is. What a block says in normal form is worked out when it is first needed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.collector import collector_held
from argmap.quotations.tally import Tally, bits
from argmap.quotations.text import SourceText
from argmap.quotations.tokens import (
    ACCENT,
    SOFT_HYPHEN,
    UNSPACED,
    Token,
    folded,
    letters,
    looked_up,
    normal_tokens,
    places,
    tokens,
)

BLOCK = 4096
"""How many characters a block has, about."""
_FEWEST = 128
"""How many words a block has at least; the last one, and one with a very long word, excepted."""

_CUT = re.compile(rf"(?<![-‐‑{SOFT_HYPHEN}\s])\s|[{UNSPACED}]")
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_TAIL = re.compile(r"[^\W_]+\Z")
_HEAD = re.compile(r"\s*([^\W_]+)")
_DIVIDER = re.compile(rf"[-‐‑{SOFT_HYPHEN}]+")
_LONG_WORD = 64


class Block(NamedTuple):
    """A block in normal form: its tokens, and the same as one text, with a space around each."""

    tokens: list[str]
    normal: str


class Index:
    """The blocks of a source, and which blocks have which word."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.starts: list[int] = []
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        self._masks: dict[str, int] = {}
        self._blocks: dict[int, Block] = {}
        self._said: dict[int, str] = {}
        self._tokens: dict[int, tuple[Token, ...]] = {}
        self._places: dict[int, list[tuple[int, int]]] = {}
        with collector_held():
            self._read(source.text)

    def _read(self, text: str) -> None:
        at, with_ = 0, self._with
        while at < len(text):
            start, words = at, set[str]()
            count = 0
            while at < len(text) and count < _FEWEST:
                cut = _CUT.search(text, at + BLOCK)
                end = cut.start() if cut else len(text)
                found = _words(text[at:end])
                count += len(found)
                words.update(found)
                if not text.isascii():
                    words.update(folded(word) for word in found if not word.isascii())
                at = end
            for word in words:
                with_[word].append(len(self.starts))
            self.starts.append(start)

    def __len__(self) -> int:
        return len(self.starts)

    def block(self, number: int) -> Block:
        """A block in normal form."""
        known = self._blocks.get(number)
        if known is None:
            found = normal_tokens(self.source.text[self._bounds(number)])
            known = self._blocks[number] = Block(found, f" {' '.join(found)} ")
        return known

    def said(self, number: int) -> str:
        """The letters of a block, without case, accents, marks and spaces."""
        known = self._said.get(number)
        if known is None:
            known = self._said[number] = "".join(map(letters, self.block(number).tokens))
        return known

    def tokens(self, number: int) -> tuple[Token, ...]:
        """The tokens of a block with their places in the text."""
        known = self._tokens.get(number)
        if known is None:
            bounds = self._bounds(number)
            known = tuple(tokens(self.source.text[bounds], bounds.start))
            self._tokens[number] = known
        return known

    def place(self, number: int, token: int) -> tuple[int, int]:
        """Where in the text a token of a block begins and ends."""
        known = self._places.get(number)
        start = self.starts[number]
        if known is None:
            known = self._places[number] = places(self.source.text[self._bounds(number)])
        begin, end = known[token]
        return start + begin, start + end

    def _bounds(self, number: int) -> slice:
        last = number + 1 == len(self.starts)
        end = len(self.source.text) if last else self.starts[number + 1]
        return slice(self.starts[number], end)

    def at(self, offset: int) -> int:
        """The block that an offset of the text is in."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def where(self, words: Sequence[str]) -> Iterator[int]:
        """The blocks where a passage can begin that has these words, all within two blocks."""
        both = (1 << len(self.starts)) - 1
        for word in words:
            mask = self._mask(word)
            both &= mask | (mask >> 1)
            if not both:
                return
        yield from bits(both)

    def _mask(self, word: str) -> int:
        known = self._masks.get(word)
        if known is None:
            held = bytearray(len(self.starts) // 8 + 1)
            for block in self._with.get(word, ()):
                held[block >> 3] |= 1 << (block & 7)
            known = self._masks[word] = int.from_bytes(held, "little")
        return known

    def likely(self, passage: Sequence[Token], count: int) -> list[int]:
        """The blocks where, with the one after, most words of a passage stand: so many of them at
        most, in their order.

        A rare word counts for more than a frequent one, and accents make no difference.
        """
        words: set[str] = set()
        for token in passage:
            words.update(_WORD.findall(looked_up(token.text)), _WORD.findall(folded(token.text)))
        words |= {folded(word) for word in words}
        tally = Tally()
        for word in words & self._with.keys():
            mask = self._mask(word)
            rarity = len(self.starts) // len(self._with[word])
            tally.add(mask | (mask >> 1), rarity.bit_length())
        return tally.highest(count)


_ASCII_WORDS = str.maketrans({c: " " for c in map(chr, range(128)) if not c.isalnum()})


def _words(block: str) -> list[str]:
    """The words of a piece of the source, as they are looked up; words with a hyphen in them, or
    divided at the end of a line, both whole and in their parts."""
    text = looked_up(block)
    if text.isascii():
        found, pieces = text.translate(_ASCII_WORDS).split(), text.split("-")
    else:
        found, pieces = _WORD.findall(text), _DIVIDER.split(text)
    if not text.isascii() and ACCENT.search(text):
        found += _WORD.findall(folded(text))
    for before, after in pairwise(pieces):
        tail, head = _TAIL.search(before[-_LONG_WORD:]), _HEAD.match(after[:_LONG_WORD])
        if tail and head:
            found.append(tail[0] + head[1])
    return found


def lookup_words(passage: Sequence[Token]) -> list[str]:
    """The words by which a passage is looked up.

    Words beside a hyphen are not among them: the source may write them as one.
    """
    found: list[str] = []
    for index, token in enumerate(passage):
        joined = any(
            0 <= near < len(passage) and passage[near].text == "-"
            for near in (index - 1, index + 1)
        )
        if letters(token.text) and not joined:
            found += _WORD.findall(looked_up(token.text))
    return found
