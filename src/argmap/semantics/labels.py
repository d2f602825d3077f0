"""From the grounded fixed point to labels."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.semantics.evaluation import Label, StepLabel
from argmap.semantics.grounded import Grounded
from argmap.semantics.theory import Theory


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of claims and steps, by their numbers in the theory."""

    claims: tuple[Label, ...]
    steps: tuple[StepLabel, ...]


def contraries(theory: Theory, claim: int) -> list[int]:
    """The literals that cannot hold together with a claim: its negation first."""
    found = [theory.negation(claim)]
    for index in theory.in_groups[claim]:
        group = theory.groups[index]
        found += [member for member in group if member != claim]
        if group.count(claim) > 1:
            found.append(claim)
    return found


def read_labels(theory: Theory, grounded: Grounded) -> Labels:
    """A claim is in, undecided (only possible), out (a contrary is in) or unsupported."""
    certain, possible = grounded.certain, grounded.possible
    claims: list[Label] = []
    for claim in range(len(theory.claims)):
        if certain.strength[claim] >= 0:
            claims.append("in")
        elif possible.strength[claim] >= 0:
            claims.append("undecided")
        elif _is_opposed(theory, certain.strength, claim):
            claims.append("out")
        else:
            claims.append("unsupported")
    steps: list[StepLabel] = ["out"] * len(theory.steps)
    for index, rule in enumerate(theory.rules):
        if rule.step >= 0 and possible.counts[index] >= 0:
            steps[rule.step] = "in" if certain.counts[index] >= 0 else "undecided"
    return Labels(tuple(claims), tuple(steps))


def _is_opposed(theory: Theory, strength: list[float], claim: int) -> bool:
    if strength[theory.negation(claim)] >= 0:
        return True
    return bool(theory.in_groups[claim]) and any(
        strength[literal] >= 0 for literal in contraries(theory, claim)
    )
