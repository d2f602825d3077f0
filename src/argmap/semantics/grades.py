"""Numbers that vary with the leaf that is withdrawn, as bits: a bit for each leaf.

A set of leaves is a Python integer. Its sign stands for the map as it is: a set that is below zero
holds of the map with nothing withdrawn, and of all leaves but those whose bits are missing. So what
no withdrawal changes is 0 or -1, however many leaves there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.semantics.evaluation import Label
from argmap.semantics.excerpt import Pair, Value
from argmap.semantics.grounded import NONE
from argmap.semantics.losses import Losses, Varying, one_side, union, vary

Grades = list[tuple[float, int]]
"""A number that is NONE or some grade: by grade, from the least, where it is that or more."""


def at_least(grades: Grades, least: float) -> int:
    """Where the number is this or more."""
    for grade, where in grades:
        if grade >= least:
            return where
    return 0


def nested(exactly: Mapping[float, int]) -> Grades:
    """The grades of which the greatest counts, given where each is reached."""
    found: Grades = []
    where = 0
    for grade in sorted(exactly, reverse=True):
        more = where | exactly[grade]
        if more != where:
            where = more
            found.append((grade, where))
    found.reverse()
    return found


def least(parts: Sequence[Grades]) -> Grades:
    """The least of several numbers."""
    if len(parts) == 1:
        return parts[0]
    found: Grades = []
    for grade in sorted({grade for grades in parts for grade, _ in grades}):
        where = -1
        for grades in parts:
            where &= at_least(grades, grade)
        if not where:
            break
        if found and found[-1][1] == where:
            found.pop()
        found.append((grade, where))
    return found


def graded(varying: Varying[float]) -> Grades:
    """Where a number that varies is so much or more."""
    now, losses = varying
    exactly = {**losses, now: ~union(losses.values())}
    return nested({number: where for number, where in exactly.items() if number >= 0})


def two_sides(varying: Varying[Pair]) -> tuple[Grades, Grades]:
    """Where a strength is certainly so much or more, and where possibly."""
    now, losses = varying
    if not losses:
        return [(now[0], -1)] if now[0] >= 0 else [], [(now[1], -1)] if now[1] >= 0 else []
    certain, possible = ((now[side], one_side(now, losses, side)) for side in (0, 1))
    return graded(certain), graded(possible)


def ungraded(grades: Grades) -> Varying[float]:
    """The number as it is, and by each other one the leaves whose loss makes it that."""
    now = NONE
    losses: Losses[float] = {}
    above = 0
    for grade, where in reversed(grades):
        if where < 0 and now < 0:
            now = grade
        elif exactly := where & ~above:
            losses[grade] = exactly
        above = where
    lost = ~above
    if lost > 0:
        losses[NONE] = lost
    return now, losses


def fares(certain: tuple[Grades, Grades], possible: tuple[Grades, Grades]) -> Varying[Value]:
    """How a claim fares, given its strength and what it hands on."""
    numbers = [ungraded(grades) for grades in (*certain, *possible)]
    return vary(lambda four: (four[0], four[1], four[2], four[3]), numbers)


def label(certain: int, possible: int, opposed: int) -> Varying[Label]:
    """The label of a claim, given where it is certain and possible, and where a contrary is
    certain."""
    where: dict[Label, int] = {
        "in": certain,
        "undecided": possible & ~certain,
        "out": ~possible & opposed,
        "unsupported": ~(possible | opposed),
    }
    now = next(one for one, leaves in where.items() if leaves < 0)
    return now, {one: leaves for one, leaves in where.items() if leaves > 0}
