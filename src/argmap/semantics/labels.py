"""From the grounded fixed point to labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from argmap.semantics.evaluation import Label, StepLabel
from argmap.semantics.grounded import Grounded
from argmap.semantics.theory import Theory


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of claims and steps, by their numbers in the theory."""

    claims: tuple[Label, ...]
    steps: tuple[StepLabel, ...]


def read_labels(theory: Theory, grounded: Grounded) -> Labels:
    """A claim is in, undecided (only possible), out (a contrary is in) or unsupported."""
    certain, possible = grounded.certain, grounded.possible

    @cache
    def settled(group: int) -> bool:
        """Whether a claim of a group is in, and all its others therefore out."""
        return any(certain.strength[member] >= 0 for member in theory.groups[group])

    claims: list[Label] = []
    for claim in range(len(theory.claims)):
        if certain.strength[claim] >= 0:
            claims.append("in")
        elif possible.strength[claim] >= 0:
            claims.append("undecided")
        elif certain.strength[theory.negation(claim)] >= 0 or any(
            settled(group) for group in theory.in_groups[claim]
        ):
            claims.append("out")
        else:
            claims.append("unsupported")
    steps: list[StepLabel] = ["out"] * len(theory.steps)
    for index, rule in enumerate(theory.rules):
        if rule.step >= 0 and possible.counts[index] >= 0:
            steps[rule.step] = "in" if certain.counts[index] >= 0 else "undecided"
    return Labels(tuple(claims), tuple(steps))
