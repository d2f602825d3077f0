"""How a base score and what speaks for and against a claim make its strength, and how steeply.

Each model gives the strength, and beside it the slopes: how much the strength moves for each bit
that the base score, or what one step passes on, moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, prod
from typing import Final, Literal, NamedTuple

Model = Literal["df-quad", "quadratic-energy", "euler"]

DEFAULT_MODEL: Final[Model] = "df-quad"

Combine = Callable[[float, Sequence[float], Sequence[float]], float]


class Slopes(NamedTuple):
    """How steeply a strength rises with its base score, and with what each step passes on, first
    those for it, then those against it."""

    base: float
    pro: Sequence[float]
    con: Sequence[float]


SlopesOf = Callable[[float, Sequence[float], Sequence[float]], Slopes]


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


def _df_quad(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    """Rago et al. 2016: base 0.5 with supports 0.5 and 0.5 gives 0.875."""
    no_pro = no_con = 1.0
    for force in pro:
        no_pro *= 1 - force
    for force in con:
        no_con *= 1 - force
    balance = no_con - no_pro  # (1 - no_pro) - (1 - no_con)
    return base + (1 - base) * balance if balance >= 0 else base + base * balance


def _df_quad_slopes(base: float, pro: Sequence[float], con: Sequence[float]) -> Slopes:
    """Where both sides weigh alike the strength has a corner: the slope is the mean of its two."""
    left_pro, left_con = [1 - force for force in pro], [1 - force for force in con]
    balance = prod(left_con) - prod(left_pro)
    rise = 0.5 if abs(balance) < _ALIKE else 1 - base if balance > 0 else base
    return Slopes(
        1 - abs(balance),
        [rise * rest for rest in others(left_pro)],
        [-rise * rest for rest in others(left_con)],
    )


def _quadratic_energy(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    """Potyka 2018: base 0.5 with one support of 1 gives 0.75."""
    energy = sum(pro) - sum(con)
    impact = energy * energy / (1 + energy * energy)
    return base + (1 - base) * impact if energy >= 0 else base - base * impact


def _quadratic_energy_slopes(base: float, pro: Sequence[float], con: Sequence[float]) -> Slopes:
    energy = sum(pro) - sum(con)
    square = 1 + energy * energy
    rise = (1 - base if energy >= 0 else base) * 2 * abs(energy) / (square * square)
    return Slopes(1 / square, [rise] * len(pro), [-rise] * len(con))


def _euler(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    """Amgoud and Ben-Naim 2018: base 0.5 with nothing for or against gives 0.5."""
    energy = sum(pro) - sum(con)
    if energy > _LARGEST:
        return 1.0 if base > 0 else 0.0
    return 1 - (1 - base * base) / (1 + base * exp(energy))


def _euler_slopes(base: float, pro: Sequence[float], con: Sequence[float]) -> Slopes:
    energy = sum(pro) - sum(con)
    if energy > _LARGEST:
        return Slopes(0.0, [0.0] * len(pro), [0.0] * len(con))
    growth = exp(energy)
    under = 1 + base * growth
    left = (1 - base * base) / under
    rise = left * base * (growth / under)
    return Slopes((2 * base + left * growth) / under, [rise] * len(pro), [-rise] * len(con))


_ALIKE = 1e-12
"""Two sides closer than this weigh alike."""

_LARGEST = 700.0
"""Beyond it the exponential is more than a float holds."""

MODELS: Final[Mapping[Model, Combine]] = {
    "df-quad": _df_quad,
    "quadratic-energy": _quadratic_energy,
    "euler": _euler,
}

SLOPES: Final[Mapping[Model, SlopesOf]] = {
    "df-quad": _df_quad_slopes,
    "quadratic-energy": _quadratic_energy_slopes,
    "euler": _euler_slopes,
}
