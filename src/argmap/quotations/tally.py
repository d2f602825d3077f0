"""Counts votes for many candidates at once: a set of them is one integer, a bit for each."""

from __future__ import annotations

from collections.abc import Iterator


class Tally:
    """The votes for candidates, which are numbers from 0 on.

    Bit n of the integer `_planes[k]` is digit k, in binary, of the count of candidate n, so that
    a vote for many of them is a few operations on long integers.
    """

    def __init__(self) -> None:
        self._planes: list[int] = []

    def add(self, candidates: int, votes: int) -> None:
        """Give each of a set of candidates so many votes."""
        plane = 0
        while votes:
            if votes & 1:
                self._carry(candidates, plane)
            votes >>= 1
            plane += 1

    def _carry(self, ones: int, plane: int) -> None:
        while ones:
            while plane >= len(self._planes):
                self._planes.append(0)
            self._planes[plane], ones = self._planes[plane] ^ ones, self._planes[plane] & ones
            plane += 1

    def highest(self, count: int) -> list[int]:
        """The candidates with the most votes, `count` of them, in the order of their numbers; of
        equals the first ones, and none that has no vote."""
        chosen, left = 0, count
        among = 0
        for plane in self._planes:
            among |= plane
        for plane in reversed(self._planes):
            with_ = among & plane
            if with_.bit_count() >= left:
                among = with_
            else:
                chosen |= with_
                left -= with_.bit_count()
                among &= ~plane
        for _, one in zip(range(left), bits(among), strict=False):
            chosen |= 1 << one
        return list(bits(chosen))


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, in order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
