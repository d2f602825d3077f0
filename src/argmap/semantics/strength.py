"""Strengths: a number from 0 to 1 for every claim, beside its label.

A map is read as a quantitative bipolar argumentation framework. Each claim starts from its base
score; a step passes on the score of its premises (their product where they are linked), times its
own strength, times one minus its strongest undercut; what supports and what speaks against a claim
is then brought together by one of three models:

- **DF-QuAD** (Rago, Toni, Aurisicchio and Baroni, "Discontinuity-free decision support with
  quantitative argumentation debates", KR 2016);
- **quadratic energy** (Potyka, "Continuous dynamical systems for weighted bipolar argumentation",
  KR 2018);
- **Euler-based** (Amgoud and Ben-Naim, "Evaluation of arguments in weighted bipolar graphs",
  International Journal of Approximate Reasoning 99, 2018).

With every step at strength 1 and no undercut these are the textbook models. Contradictions and
exclusive answers play no part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final, Literal

from argmap.model import ArgumentMap, Claim
from argmap.semantics.components import strongly_connected
from argmap.semantics.theory import MODERATE
from argmap.syntax.vocabulary import LIKELIHOODS

Model = Literal["df-quad", "quadratic-energy", "euler"]

DEFAULT_MODEL: Final[Model] = "df-quad"
NEUTRAL = 0.5
"""The base score of a claim whose likelihood is not given."""

TOLERANCE = 1e-12
"""Strengths in a circle have settled once a round would move none by more than this."""

MOST_ROUNDS = 10_000
MOST_WORK = 5_000_000
"""After so many rounds, or strengths reckoned in all, what has not settled is said not to have."""

_LEAST_ROUNDS = 50
"""So often it is seen whether a circle gets anywhere. One that swings to and fro is damped, more
each time, as a circle of attacks may else do so for ever."""

_CLOSING = 3
"""A circle closes in on its strengths when so many rounds running moved half as much."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """The strength of every claim by its id; `converged` says whether those in circles settled."""

    claims: Mapping[str, float]
    converged: bool


def base_score(claim: Claim) -> float:
    """Where a claim starts from: a fact 1; else its likelihood, that of an ICD 203 term being the
    middle of its band; else 0.5.
    """
    if not claim.attributes:
        return NEUTRAL
    if claim.is_fact:
        return 1.0
    likelihood = claim.get("likelihood")
    if isinstance(likelihood, float):
        return likelihood
    low, high = LIKELIHOODS.get(str(likelihood), (NEUTRAL, NEUTRAL))
    return (low + high) / 2


def strengths(
    map_: ArgumentMap,
    model: Model = DEFAULT_MODEL,
    *,
    without: Collection[str] = (),
    assume: Collection[str] = (),
    base: Mapping[str, float] | None = None,
) -> Strengths:
    """The strengths of a map's claims.

    A claim in `without` starts from 0; one in `assume` is a fact. `base` replaces the base scores
    of the claims that it names.
    """
    scores = [base_score(claim) if claim.attributes else NEUTRAL for claim in map_.claims]
    facts = {index for index, c in enumerate(map_.claims) if c.attributes and c.is_fact}
    if without or assume or base:
        _alter(map_, scores, facts, (frozenset(without), frozenset(assume)), base or {})
    net = _Net(map_)
    settled = list(scores)
    converged = True
    combine = _MODELS[model]
    for members in strongly_connected(net.depends):
        first = members[0]
        if len(members) > 1 or first in net.depends[first]:
            free = [member for member in members if member not in facts]
            if free:
                converged &= _settle(net, free, scores, settled, combine)
        elif first in net.bearing and first not in facts:
            settled[first] = net.score(first, scores[first], settled, combine)
    return Strengths(dict(zip([c.id for c in map_.claims], settled, strict=True)), converged)


def _alter(
    map_: ArgumentMap,
    scores: list[float],
    facts: set[int],
    given: tuple[frozenset[str], frozenset[str]],
    base: Mapping[str, float],
) -> None:
    """Put the base scores in that withdrawn, assumed and named claims have instead of their own."""
    without, assume = given
    for index, claim in enumerate(map_.claims):
        if claim.id in assume:
            scores[index] = 1.0
            facts.add(index)
        elif claim.id in without or claim.id in base:
            scores[index] = 0.0 if claim.id in without else base[claim.id]
            facts.discard(index)


Combine = Callable[[float, Sequence[float], Sequence[float]], float]


def _settle(
    net: _Net, members: list[int], scores: list[float], settled: list[float], combine: Combine
) -> bool:
    """Go round a circle until its strengths settle; whether they did.

    All are reckoned from the last round, so that no claim has an advantage by its place. Once the
    rounds close in on something, each is reckoned from what is newest, which gets there sooner;
    if it does not, that is not tried again.
    """
    share = 1.0  # of the way to its new value that each strength goes
    way, start = 0.0, [settled[member] for member in members]
    closing, last = 0, 1.0
    for turn in range(1, 1 + min(MOST_ROUNDS, max(_LEAST_ROUNDS, MOST_WORK // len(members)))):
        sweeping = closing >= _CLOSING and share == 1
        if sweeping:
            off = _sweep(net, members, scores, settled, combine)
        else:
            new = [net.score(member, scores[member], settled, combine) for member in members]
            off = max([abs(value - settled[m]) for value, m in zip(new, members, strict=True)])
            for member, value in zip(members, new, strict=True):
                old = settled[member]
                settled[member] = value if share == 1 else (1 - share) * old + share * value
        if off <= TOLERANCE:
            return True
        if off <= last / 2:
            closing += 1
        else:
            closing = -MOST_ROUNDS if sweeping else min(closing, 0)
        last = off
        way += off * share
        if turn % _LEAST_ROUNDS == 0:
            far = max([abs(settled[m] - old) for m, old in zip(members, start, strict=True)])
            if far < way / 4:  # it swings
                share /= 2
            way, start = 0.0, [settled[member] for member in members]
    return False


def _sweep(
    net: _Net, members: list[int], scores: list[float], settled: list[float], combine: Combine
) -> float:
    """Reckon one after the other, each from what is newest; the most that one moves."""
    off = 0.0
    for member in members:
        value = net.score(member, scores[member], settled, combine)
        off = max(off, abs(value - settled[member]))
        settled[member] = value
    return off


class _Net:
    """The steps of a map by what they bear on, by number."""

    def __init__(self, map_: ArgumentMap) -> None:
        number = {claim.id: index for index, claim in enumerate(map_.claims)}
        step_number = {step.id: index for index, step in enumerate(map_.steps)}
        self.premises: list[list[int]] = []
        self.weight: list[float] = []
        self.undercuts: dict[int, list[int]] = {}
        self.bearing: dict[int, tuple[list[int], list[int]]] = {}  # the steps for and against it
        self.depends: list[Sequence[int]] = [()] * len(number)
        for index, step in enumerate(map_.steps):
            self.premises.append([number[premise] for premise in step.premises])
            self.weight.append(MODERATE if step.strength is None else step.strength)
            if step.kind == "undercut":
                self.undercuts.setdefault(step_number[step.target], []).append(index)
                continue
            claim = number[step.target]
            if claim not in self.bearing:
                self.bearing[claim] = ([], [])
            self.bearing[claim][step.kind == "rebuttal"].append(index)
        self.cuts: dict[int, list[int]] = {}  # by claim: the undercuts of those steps
        for claim, (pro, con) in self.bearing.items():
            cuts = self._all_undercuts([*pro, *con]) if self.undercuts else []
            if cuts:
                self.cuts[claim] = cuts
            self.depends[claim] = [p for step in (*pro, *con, *cuts) for p in self.premises[step]]

    def _all_undercuts(self, steps: list[int]) -> list[int]:
        """The undercuts of steps, and those of undercuts; those that cut one come before it."""
        undercuts = self.undercuts
        found = [cut for step in steps if step in undercuts for cut in undercuts[step]]
        for cut in found:  # it grows while it is read
            found += undercuts.get(cut, ())
        found.reverse()
        return found

    def score(self, claim: int, base: float, settled: list[float], combine: Combine) -> float:
        """The score of a claim, those of its premises being given."""
        if claim not in self.bearing:
            return base
        pro, con = self.bearing[claim]
        cut: dict[int, float] = {}  # by undercut: what it passes on
        if claim in self.cuts:
            for step in self.cuts[claim]:
                cut[step] = self._force(step, settled, cut)
        return combine(
            base,
            [self._force(step, settled, cut) for step in pro] if pro else pro,
            [self._force(step, settled, cut) for step in con] if con else con,
        )

    def _force(self, step: int, settled: list[float], cut: Mapping[int, float]) -> float:
        """What a step passes on."""
        force = self.weight[step]
        for premise in self.premises[step]:
            force *= settled[premise]
        if cut and step in self.undercuts:
            force *= 1 - max([cut[one] for one in self.undercuts[step]])
        return force


def _df_quad(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    """Rago et al. 2016: base 0.5 with supports 0.5 and 0.5 gives 0.875."""
    no_pro = no_con = 1.0
    for force in pro:
        no_pro *= 1 - force
    for force in con:
        no_con *= 1 - force
    balance = no_con - no_pro  # (1 - no_pro) - (1 - no_con)
    return base + (1 - base) * balance if balance >= 0 else base + base * balance


def _quadratic_energy(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    """Potyka 2018: base 0.5 with one support of 1 gives 0.75."""
    energy = sum(pro) - sum(con)
    impact = energy * energy / (1 + energy * energy)
    return base + (1 - base) * impact if energy >= 0 else base - base * impact


def _euler(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    """Amgoud and Ben-Naim 2018: base 0.5 with nothing for or against gives 0.5."""
    energy = sum(pro) - sum(con)
    if energy > _LARGEST:
        return 1.0 if base > 0 else 0.0
    return 1 - (1 - base * base) / (1 + base * exp(energy))


_LARGEST = 700.0
"""Beyond it the exponential is more than a float holds."""

_MODELS: Final[Mapping[Model, Combine]] = {
    "df-quad": _df_quad,
    "quadratic-energy": _quadratic_energy,
    "euler": _euler,
}
