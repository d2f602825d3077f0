"""How something fares as it is, and how with each single leaf withdrawn, all at once.

For each way that it may fare there is the set of leaves whose loss makes it fare so, as a number
with a bit for each leaf.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from argmap.semantics.excerpt import Pair
from argmap.semantics.grounded import NONE

S = TypeVar("S")
T = TypeVar("T")
Losses = dict[T, int]
"""By each other way that something may fare: the leaves whose loss makes it so, a bit for each."""

Varying = tuple[T, Losses[T]]
"""How something fares as it is, and how with a leaf withdrawn."""


_Way = tuple["_Way[T] | None", int, T]
"""A way in which parts differ from how they are: one that differs less, and what does besides."""


def bits(leaves: int) -> list[int]:
    """The numbers of the leaves in a set, from the least."""
    return [number for number, bit in enumerate(reversed(bin(leaves))) if bit == "1"]


def union(sets: Iterable[int]) -> int:
    """The leaves that are in any of some sets."""
    found = 0
    for leaves in sets:
        found |= leaves
    return found


def joined(losses: Losses[T], others: Losses[T]) -> Losses[T]:
    """What the losses of different leaves do."""
    return {**losses, **{way: losses.get(way, 0) | leaves for way, leaves in others.items()}}


def together(parts: Sequence[Varying[T]]) -> Iterator[tuple[list[T], int]]:
    """Every way in which some things fare together, other than as they are, with its leaves."""
    now = [base for base, _ in parts]
    ways: list[tuple[int, _Way[T] | None]] = []
    seen = 0
    for index, (_, losses) in enumerate(parts):
        for value, leaves in losses.items():
            again = leaves & seen
            rest = leaves ^ again
            for number in range(len(ways)) if again else ():
                its, way = ways[number]
                if both := its & again:
                    further = (way, index, value)
                    if its == both:
                        ways[number] = both, further
                    else:
                        ways[number] = its ^ both, way
                        ways.append((both, further))
                    again ^= both
                    if not again:
                        break
            if rest:
                ways.append((rest, (None, index, value)))
            seen |= leaves
    for leaves, way in ways:
        changed = now.copy()
        while way is not None:
            way, index, value = way  # noqa: PLW2901
            changed[index] = value
        yield changed, leaves


def vary(made: Callable[[Sequence[S]], T], parts: Sequence[Varying[S]]) -> Varying[T]:
    """What is made of things that vary."""
    now = made([base for base, _ in parts])
    losses: Losses[T] = {}
    for changed, leaves in together(parts):
        other = made(changed)
        if other != now:
            losses[other] = losses.get(other, 0) | leaves
    return now, losses


def best(parts: Sequence[Varying[Pair]]) -> Varying[Pair]:
    """The greatest strength that several rules give one literal, certainly and possibly."""
    if len(parts) == 1:
        return parts[0]
    certain, possible = (
        _greatest([(now[i], one_side(now, losses, i)) for now, losses in parts]) for i in (0, 1)
    )
    return vary(lambda both: (both[0], both[1]), (certain, possible))


def one_side(now: Pair, losses: Losses[Pair], side: int) -> Losses[float]:
    """The losses with which one strength of a pair is another: the certain (0), or the possible."""
    found: Losses[float] = {}
    for pair, leaves in losses.items():
        if pair[side] != now[side]:
            found[pair[side]] = found.get(pair[side], 0) | leaves
    return found


def _greatest(parts: Sequence[Varying[float]]) -> Varying[float]:
    """The greatest of many numbers; the leaves are dealt out from the top."""
    now = max((base for base, _ in parts), default=NONE)
    raised: dict[float, int] = {}  # by number: the leaves whose loss makes some part that number
    kept: dict[float, int] = {}  # by number: the leaves whose loss no part of that number survives
    left = 0
    for base, losses in parts:
        touched = 0
        for number, leaves in losses.items():
            raised[number] = raised.get(number, 0) | leaves
            touched |= leaves
        kept[base] = kept.get(base, touched) & touched
        left |= touched
    found: Losses[float] = {}
    for number in sorted({*raised, *kept}, reverse=True):
        if not left:
            break
        leaves = left & raised.get(number, 0)
        if number in kept:
            leaves |= left & ~kept[number]
        if leaves and number != now:
            found[number] = leaves
        left &= ~leaves
    return now, found
