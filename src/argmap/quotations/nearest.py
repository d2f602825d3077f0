"""The passage of a source that is nearest to one that is not in it, and where the two differ.

The blocks with most of the rarer words are found first, and of these the ones where most of them
stand side by side; in these, the place where most words stand as far from each other as in the
quotation. Only there are the two compared word by word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from argmap.quotations.find import Finder, Hit
from argmap.quotations.numbers import begins_within, ends_within
from argmap.quotations.passages import Passage
from argmap.quotations.tokens import Token, is_divided, letters

_WIDELY = 64
"""In how many blocks with most of its words it is asked which of them stand side by side."""
_PAIRS = 8
"""Of how many neighbours this is asked, at most."""
_CLOSELY = 3
"""In how many of these the passage is compared word by word."""
_FREQUENT = 12
"""How often a word may stand in a place to say something about where a passage begins."""
_LONGEST = 400
"""How many tokens of a passage are compared one by one."""
_ALIKE = 0.5
"""Which part of the words must be the same for a passage to be worth showing."""
_PARTS = 12
"""How many tokens a number has beside the one at which it was met."""
_STEP = 4
"""How far words may have moved and still count as standing alike."""


class Change(NamedTuple):
    """Tokens of the quotation, from `first` up to `last`, and those that the source has in their
    place; either may be none."""

    first: int
    last: int
    other_first: int
    other_last: int


class Comparison(NamedTuple):
    """A passage beside a piece of the source, and where they are not the same."""

    quoted: tuple[Token, ...]
    source: tuple[Token, ...]
    changes: tuple[Change, ...]
    alike: float = 1.0
    """Which part of the words of the quotation is the same."""


def nearest(finder: Finder, passage: Passage) -> Comparison | None:
    """The passage of a source that is nearest to one that is not in it; None if none is alike.

    Of a long one, only a part that is not there is compared.
    """
    passage = _lost_part(finder, passage)
    blocks = finder.index.likely(passage.tokens, _WIDELY)
    if len(blocks) > _CLOSELY:
        texts = passage.texts
        pairs = [f" {one} {other} " for one, other in pairwise(texts)]
        pairs = pairs[:: 1 + len(pairs) // _PAIRS]

        def together(block: int) -> int:
            said = finder.index.block(block).normal
            return sum(pair in said for pair in pairs)

        blocks = nlargest(_CLOSELY, blocks, key=together)
    found = [one for block in blocks if (one := _nearest_in(finder, passage, block))]
    return max(found, key=lambda one: one.alike, default=None)


def _lost_part(finder: Finder, passage: Passage) -> Passage:
    """The first part of a passage, of the length that is compared, that the source does not have;
    each begins in the middle of the one before, so that no difference falls between two."""
    count = len(passage.tokens)
    for start in range(0, max(count - _LONGEST // 2, 1), _LONGEST // 2):
        part = Passage(passage.tokens[start : start + _LONGEST])
        words = any(letters(text) for text in part.texts)
        if count > _LONGEST and words and finder.find((part,), loosely=True) is None:
            return part
    return Passage(passage.tokens[:_LONGEST])


def _nearest_in(finder: Finder, passage: Passage, block: int) -> Comparison | None:
    index = finder.index
    wanted = passage.tokens
    ours = [letters(token.text) or token.text for token in wanted]
    here = index.block(block).tokens
    after = index.block(block + 1).tokens if block + 1 < len(index) else []
    theirs = [letters(token) or token for token in (*here, *after)]
    start = _likely_start(ours, theirs)
    if start is None:
        return None
    room = len(ours) // 4 + 2 * _STEP
    first = max(start - room, 0)
    theirs = theirs[first : start + len(ours) + room]
    matches = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()[:-1]
    matches = _without_strays(matches)
    words = [
        i for one in matches for i in range(one.a, one.a + one.size) if letters(wanted[i].text)
    ]
    alike = len(words) / sum(bool(letters(token.text)) for token in wanted)
    if alike < _ALIKE:
        return None
    first_match, last_match = matches[0], matches[-1]
    begin = max(first_match.b - _places_of(wanted[: first_match.a]), 0)
    behind = wanted[last_match.a + last_match.size :]
    end = last_match.b + last_match.size + _places_of(behind)
    source = _with_whole_numbers(finder, block, first + begin, min(end, len(theirs)) - begin)
    return Comparison(wanted, source, _changes(wanted, source), alike)


def _places_of(unmatched: Sequence[Token]) -> int:
    """How many tokens of the source stand in the place of some at an end of a passage: none, if
    there is no word among them."""
    return len(unmatched) if any(letters(token.text) for token in unmatched) else 0


def _with_whole_numbers(finder: Finder, block: int, first: int, count: int) -> tuple[Token, ...]:
    """Some tokens from one of a block on, and those around with which a number becomes whole."""
    text = finder.index.source.text
    row = finder.row(block, first, count)
    for _ in range(_PARTS):
        if first > 0 and begins_within(text, row[0].start):
            first, count = first - 1, count + 1
        elif ends_within(text, row[-1].end):
            count += 1
        else:
            break
        row = finder.row(block, first, count)
    return row


def _without_strays(matches: list[Match]) -> list[Match]:
    """Matches without the ones at either end that stand much farther off than in the quotation."""
    while len(matches) > 1 and _strays(matches[0], matches[1], matches[0].size):
        matches = matches[1:]
    while len(matches) > 1 and _strays(matches[-2], matches[-1], matches[-1].size):
        matches = matches[:-1]
    return matches


def _strays(one: Match, other: Match, size: int) -> bool:
    return (other.b - one.b) - (other.a - one.a) > _STEP * size


def _likely_start(ours: Sequence[str], theirs: Sequence[str]) -> int | None:
    """Where in a row of tokens another one would begin, by the tokens that they share."""
    places: dict[str, list[int]] = {}
    for place, token in enumerate(theirs):
        places.setdefault(token, []).append(place)
    votes: Counter[int] = Counter()
    for number, token in enumerate(ours):
        at = places.get(token, ())
        for place in at if len(at) <= _FREQUENT else ():
            votes[(place - number) // _STEP] += 1 + _FREQUENT // len(at)
    if not votes:
        for number, token in enumerate(ours):
            votes.update((place - number) // _STEP for place in places.get(token, ())[:_FREQUENT])
    if not votes:
        return None
    best = max(votes, key=lambda one: (votes[one] + votes[one + 1], -one))
    return max(best * _STEP, 0)


def _changes(quoted: Sequence[Token], source: Sequence[Token]) -> tuple[Change, ...]:
    ours = [letters(token.text) or token.text for token in quoted]
    theirs = [letters(token.text) or token.text for token in source]
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return tuple(Change(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal")


def compared(finder: Finder, passage: Passage, hit: Hit) -> Comparison:
    """A passage beside a place with the same letters, word by word."""
    ours, theirs = passage.tokens, finder.tokens(hit)
    found: list[Change] = []
    i = j = 0
    while i < len(ours) or j < len(theirs):
        begin, other = i, j
        i, said = _word(ours, i)
        j, told = _word(theirs, j)
        while said != told:
            if said < told:
                i, more = _word(ours, i)
                said += more
            else:
                j, more = _word(theirs, j)
                told += more
        if _alike(ours[begin:i], theirs[other:j], begins=begin == 0):
            continue
        if found and (found[-1].last, found[-1].other_last) == (begin, other):
            begin, _, other, _ = found.pop()
        found.append(Change(begin, i, other, j))
    return Comparison(ours, theirs, tuple(found))


def _alike(ours: Sequence[Token], theirs: Sequence[Token], *, begins: bool) -> bool:
    """Whether two pieces with the same letters are the same; a word that is divided at the end of
    a line may have a hyphen there, and one that `begins` a passage any case of its first letter."""
    one, other = [token.text for token in ours], [token.text for token in theirs]
    if begins and one[0][:1].casefold() == other[0][:1].casefold():
        one[0] = other[0][:1] + one[0][1:]
    if any(is_divided(token.raw) for token in theirs):
        return "".join(one).replace("-", "") == "".join(other).replace("-", "")
    return one == other


def _word(row: Sequence[Token], at: int) -> tuple[int, int]:
    """Where the next word of a row ends, with the marks before it, and how many letters it has."""
    while at < len(row):
        said = len(letters(row[at].text))
        at += 1
        if said:
            return at, said
    return at, 0
