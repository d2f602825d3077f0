"""How strong the strongest is of all that is contrary to a literal."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.semantics.circles import NONE
from argmap.semantics.theory import Theory


class Contraries:
    """The contraries of literals, given how strong each literal is; of a group, which may have
    thousands of members that each ask, the strongest two are kept."""

    def __init__(self, theory: Theory, strength: Sequence[float]) -> None:
        """`strength` must stay as it is as long as this is asked."""
        self.strength = strength
        self._negations = len(theory.claims)
        self._not_steps = 2 * len(theory.claims)
        self._groups, self._in_groups = theory.groups, theory.in_groups
        self._best: dict[int, tuple[int, int]] = {}

    def strongest(self, literal: int) -> float:
        """The strength of the strongest contrary of a literal; NONE where none is derived."""
        if literal >= self._not_steps:
            return NONE
        if literal >= self._negations:
            return self.strength[literal - self._negations]
        found = self.strength[self._negations + literal]
        for index in self._in_groups[literal]:
            group = self._groups[index]
            if index not in self._best:
                self._best[index] = _two_best(group, self.strength)
            first, second = self._best[index]
            rival = group[second if group[first] == literal else first]
            found = max(found, self.strength[rival])
        return found


def _two_best(group: Sequence[int], strength: Sequence[float]) -> tuple[int, int]:
    """The places in a group of the strongest member and of the next; they are two even where a
    claim contradicts itself."""
    first, second = 0, 1
    if strength[group[1]] > strength[group[0]]:
        first, second = 1, 0
    for place in range(2, len(group)):
        if strength[group[place]] > strength[group[first]]:
            first, second = place, first
        elif strength[group[place]] > strength[group[second]]:
            second = place
    return first, second
