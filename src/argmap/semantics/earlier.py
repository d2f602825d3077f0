"""What was still possible when a claim came to stand, where claims hang on each other.

Such a thing was outweighed, even if it has been lost since: that may be the claim's own work, and
no reason takes for granted what it explains.
"""

from __future__ import annotations

from heapq import nsmallest

from argmap.semantics.circles import NONE
from argmap.semantics.grounded import Grounded
from argmap.semantics.theory import JOINT, Theory


class Earlier:
    """The strengths that rules possibly had in an earlier turn."""

    def __init__(self, theory: Theory, grounded: Grounded) -> None:
        self._theory = theory
        self._counts = grounded.possible.counts
        self._turns = grounded.possible.turns
        self._least: dict[tuple[int, int], list[tuple[float, int]]] = {}

    def strength(self, index: int, turn: int) -> float:
        """What a rule possibly had before this turn; NONE where it had nothing, or where its
        premises rest on conclusive steps in turn, so that it is not known any more."""
        if not self._was_possible(index, turn):
            return NONE
        rule = self._theory.rules[index]
        if not rule.conclusive:
            return rule.strength
        if rule.ground is JOINT:
            return self._of_others(index, turn)
        return min([self._handed_on(premise, turn) for premise in rule.premises])

    def _was_possible(self, index: int, turn: int) -> bool:
        return self._counts[index] >= 0 or self._turns.get(index, 0) > turn

    def _of_others(self, index: int, turn: int) -> float:
        """The least that the others hand on of claims that cannot all hold; of which each asks."""
        joint = self._theory.joint_of[index]
        if (joint, turn) not in self._least:
            members = self._theory.joints[joint]
            handed = ((self._handed_on(member, turn), member) for member in members)
            self._least[joint, turn] = nsmallest(2, handed)
        own = self._theory.rules[index].head - len(self._theory.claims)
        return next(least for least, member in self._least[joint, turn] if member != own)

    def _handed_on(self, claim: int, turn: int) -> float:
        most = NONE
        for index in self._theory.rules_of[claim]:
            if self._was_possible(index, turn):
                rule = self._theory.rules[index]
                if rule.conclusive:
                    return NONE
                most = max(most, rule.hands_on(rule.strength))
        return most
