"""How a base score and what speaks for and against a claim make its strength, and how steeply.

Each model is made of two functions (Mossakowski and Neuhaus, "Modular semantics and characteristics
for bipolar weighted argumentation graphs", 2018): what the steps pass on is brought together as one
number, the energy, and that moves the base score. Beside them stand their slopes.

What a step passes on is its force: above 0 if it speaks for the claim, below if against it; -0.0
is against.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import copysign, exp, sqrt
from typing import Final, Literal

Model = Literal["df-quad", "quadratic-energy", "euler"]

DEFAULT_MODEL: Final[Model] = "df-quad"

Link = tuple[float, int]
"""A step as most are: its weight, below 0 if it speaks against the claim, and its one premise. Its
force is its weight times the score of that."""

Aggregate = Callable[[Sequence[Link], Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions that a model is made of.

    `aggregate` gives the energy of links, the scores of premises being given; that of a single one
    is its force. It `multiplies` what each side leaves open, or is the sum of all forces. `gains`
    has by force how steeply the energy rises with it, 1 at most; `slopes` how steeply the strength
    rises with base score and energy; `steepest` the most that it rises with the energy, whatever
    that is.
    """

    aggregate: Aggregate
    multiplies: bool
    gains: Callable[[Sequence[float]], list[float]]
    influence: Callable[[float, float], float]
    slopes: Callable[[float, float], tuple[float, float]]
    steepest: Callable[[float], float]


def others(factors: Sequence[float]) -> list[float]:
    """The product of all factors but one, for each."""
    found = [1.0] * len(factors)
    before = after = 1.0
    for place, factor in enumerate(factors):
        found[place] = before
        before *= factor
    for place in range(len(factors) - 1, -1, -1):
        found[place] *= after
        after *= factors[place]
    return found


# Aggregation --------------------------------------------------------------------------------------


def _product(links: Sequence[Link], scores: Sequence[float]) -> float:
    """What all supports leave open, taken from what all rebuttals leave open: of two supports of
    force 0.5 it is 0.75."""
    no_pro = no_con = 1.0
    for weight, premise in links:
        force = weight * scores[premise]
        if force > 0:
            no_pro *= 1 - force
        else:
            no_con *= 1 + force
    return no_con - no_pro


def _product_gains(forces: Sequence[float]) -> list[float]:
    against = [copysign(1, force) < 0 for force in forces]
    pro = iter(others([1 - force for force, con in zip(forces, against, strict=True) if not con]))
    con = iter(others([1 + force for force, con in zip(forces, against, strict=True) if con]))
    return [next(con if its else pro) for its in against]


def _sum(links: Sequence[Link], scores: Sequence[float]) -> float:
    energy = 0.0
    for weight, premise in links:
        energy += weight * scores[premise]
    return energy


def _sum_gains(forces: Sequence[float]) -> list[float]:
    return [1.0] * len(forces)


# Influence ----------------------------------------------------------------------------------------


def _linear(base: float, energy: float) -> float:
    """Rago et al. 2016: base 0.5 with supports 0.5 and 0.5 gives 0.875."""
    return base + (1 - base) * energy if energy >= 0 else base + base * energy


def _linear_slopes(base: float, energy: float) -> tuple[float, float]:
    """Where both sides weigh alike the strength has a corner: the slope is the mean of its two."""
    rise = 0.5 if abs(energy) < _ALIKE else 1 - base if energy > 0 else base
    return 1 - abs(energy), rise


def _linear_steepest(base: float) -> float:
    return max(base, 1 - base)


def _quadratic(base: float, energy: float) -> float:
    """Potyka 2018: base 0.5 with one support of 1 gives 0.75."""
    impact = energy * energy / (1 + energy * energy)
    return base + (1 - base) * impact if energy >= 0 else base - base * impact


def _quadratic_slopes(base: float, energy: float) -> tuple[float, float]:
    square = 1 + energy * energy
    return 1 / square, (1 - base if energy >= 0 else base) * 2 * abs(energy) / (square * square)


def _quadratic_steepest(base: float) -> float:
    """It bends where the square of the energy is a third."""
    return max(base, 1 - base) * 3 * sqrt(3) / 8


def _euler(base: float, energy: float) -> float:
    """Amgoud and Ben-Naim 2018: base 0.5 with nothing for or against gives 0.5."""
    if energy > _LARGEST:
        return 1.0 if base > 0 else 0.0
    return 1 - (1 - base * base) / (1 + base * exp(energy))


def _euler_slopes(base: float, energy: float) -> tuple[float, float]:
    if energy > _LARGEST:
        return 0.0, 0.0
    growth = exp(energy)
    under = 1 + base * growth
    left = (1 - base * base) / under
    return (2 * base + left * growth) / under, left * base * (growth / under)


def _euler_steepest(base: float) -> float:
    """It bends where the exponential times the base score is 1."""
    return (1 - base * base) / 4


_ALIKE = 1e-12
"""Two sides closer than this weigh alike."""

_LARGEST = 700.0
"""Beyond it the exponential is more than a float holds."""

MODELS: Final[Mapping[Model, Functions]] = {
    "df-quad": Functions(_product, True, _product_gains, _linear, _linear_slopes, _linear_steepest),
    "quadratic-energy": Functions(
        _sum, False, _sum_gains, _quadratic, _quadratic_slopes, _quadratic_steepest
    ),
    "euler": Functions(_sum, False, _sum_gains, _euler, _euler_slopes, _euler_steepest),
}
