"""How steeply a strength rises with those of a circle, whose claims come back to each other.

Each claim of the circle passes on what reaches it to its premises, and those that are in the circle
to theirs, round after round. In the end what reaches each is the sum of it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from operator import add, mul, sub

from argmap.semantics.columns import Fold, picker
from argmap.semantics.net import MOST_WORK, TOLERANCE

_ROUNDS = 50
_LEAST_ROUNDS = 1_000
"""After so many rounds it is seen whether the slopes in a circle draw nearer, and damped if not;
so many are gone round however large it is."""

_NEARER = 0.9
_LEAST_SHARE = 1 / 1024
"""Rounds draw nearer if what is off shrinks to this; they are damped to this share at most."""


class Feedback:
    """The slopes inside a circle: by member, how steeply its strength rises with those of its
    premises in the circle."""

    def __init__(self, inside: Mapping[int, Mapping[int, float]]) -> None:
        self._members = list(inside)
        place = {member: at for at, member in enumerate(self._members)}
        self._slopes: list[float] = []
        users: list[int] = []  # by slope: whose it is
        of: list[list[int]] = [[] for _ in place]  # by member: the slopes by which it is a premise
        for at, slopes in enumerate(inside.values()):
            for premise, slope in slopes.items():
                of[place[premise]].append(len(users))
                users.append(at)
                self._slopes.append(slope)
        self._users, self._passed = picker(users), Fold(of)

    def total(self, reaching: Mapping[int, float]) -> dict[int, float] | None:
        """By member: how steeply the claim asked about rises with it in the end, given how steeply
        it does from outside. None if round after round comes no nearer to an end."""
        first = [reaching[member] for member in self._members]
        share, last = 1.0, inf
        total = first
        for turn in range(1, 1 + max(_LEAST_ROUNDS, MOST_WORK // len(first))):
            passed = list(map(mul, self._slopes, self._users(total)))
            new = self._passed(add, first, passed)
            off = max(map(abs, map(sub, new, total)))
            if off <= TOLERANCE:
                return dict(zip(self._members, new, strict=True))
            if share == 1:
                total = list(new)
            else:
                total = [old + share * (value - old) for value, old in zip(new, total, strict=True)]
            if turn % _ROUNDS == 0:
                if off <= last * _NEARER:
                    last = off
                elif share > _LEAST_SHARE:  # also where the numbers have grown beyond all bounds
                    share, last, total = share / 2, inf, first
                else:
                    break
        return None
