"""Which of the claims that exclude another together keeps them from doing so.

Each of n claims that cannot all hold is excluded by all the others; that is looked up for all of
them at once, so that it takes no time that grows with the square of n.
"""

from __future__ import annotations

from itertools import islice

from argmap.semantics.evaluation import Label
from argmap.semantics.grounded import Grounded
from argmap.semantics.theory import Theory

_Lost = dict[tuple[Label, int], list[tuple[int, int]]]
"""By label, and by the turn since when they are lost: the first two claims, with their places."""


class Excluders:
    """The contested and the lost among claims that cannot all hold, by the rule of theirs."""

    def __init__(self, theory: Theory, grounded: Grounded, labels: tuple[Label, ...]) -> None:
        self._theory = theory
        self._certain = grounded.certain.strength
        self._turns = grounded.possible.turns
        self._labels = labels
        self._first_open: dict[int, list[int]] = {}
        self._first_lost: dict[int, _Lost] = {}

    def contested(self, rule: int) -> int:
        """The first that is not certain, or -1."""
        joint = self._theory.joint_of[rule]
        if joint not in self._first_open:
            able = (one for one in self._theory.joints[joint] if self._certain[one] < 0)
            self._first_open[joint] = list(islice(able, 2))
        own = self._own(rule)
        return next((one for one in self._first_open[joint] if one != own), -1)

    def lost(self, rule: int) -> int:
        """The first that is lost, or -1; rather one that was lost no later than the rule, and
        rather one that is refuted."""
        joint, own = self._theory.joint_of[rule], self._own(rule)
        until = self._turns.get(rule, 0)
        if joint not in self._first_lost:
            self._first_lost[joint] = self._find_lost(joint)
        for early in (True, False):
            for label in ("out", "unsupported"):
                able = [
                    one
                    for (its, fell), pair in self._first_lost[joint].items()
                    if its == label and (fell <= until or not early)
                    for one in pair
                    if one[1] != own
                ]
                if able:
                    return min(able)[1]
        return -1

    def fell(self, claim: int) -> int:
        """The turn since when a claim that is lost has been so."""
        turns = self._turns
        return max([turns.get(rule, 0) for rule in self._theory.rules_of[claim]], default=0)

    def _find_lost(self, joint: int) -> _Lost:
        found: _Lost = {}
        for place, claim in enumerate(self._theory.joints[joint]):
            label = self._labels[claim]
            if label in ("out", "unsupported"):
                pair = found.setdefault((label, self.fell(claim)), [])
                if len(pair) < 2:
                    pair.append((place, claim))
        return found

    def _own(self, rule: int) -> int:
        return self._theory.rules[rule].head - len(self._theory.claims)
