"""Many claims reckoned at once: what is the same work for each is done a column at a time.

The first column has the first premise of each step, or the first reason for each claim; the next
has the second for those that have two. A column is one call of Python for thousands of claims.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from operator import add, itemgetter, mul, sub
from typing import NamedTuple

from argmap.semantics.models import Functions, Link
from argmap.semantics.net import TOLERANCE, Net

_MOST_ROUNDS = 50
"""After so many rounds a circle that has not settled would be damped."""

Values = Sequence[float]
Picker = Callable[[Values], Values]


def picker(places: Sequence[int]) -> Picker:
    """What picks the values at some places."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: [values[place] for place in places]


class Fold:
    """Brings values together in groups of any size, each given by the places of its values."""

    def __init__(self, groups: Sequence[Sequence[int]]) -> None:
        order = sorted(range(len(groups)), key=lambda group: -len(groups[group]))
        self._size = len(order)
        self._columns: list[Picker] = []
        count = len(order)
        for column in range(len(groups[order[0]]) if groups else 0):
            while len(groups[order[count - 1]]) <= column:
                count -= 1
            self._columns.append(picker([groups[group][column] for group in order[:count]]))
        place = [0] * len(order)
        for at, group in enumerate(order):
            place[group] = at
        self._arranged, self._restored = picker(order), picker(place)

    def __call__(
        self, combine: Callable[[float, float], float], start: Values | float, values: Values
    ) -> Values:
        """By group what its values, one after the other, make of what it starts from."""
        found = [start] * self._size if isinstance(start, float) else list(self._arranged(start))
        for column in self._columns:
            its = column(values)
            found[: len(its)] = map(combine, found, its)
        return self._restored(found)


class _Layer(NamedTuple):
    """Steps that only those before them cut: their weights, premises, and undercuts, if any."""

    weights: list[float]
    premises: Fold
    undercuts: Fold | None


class Columns:
    """Claims of a net that hang on each other, in columns."""

    def __init__(self, net: Net, claims: Sequence[int], model: Functions) -> None:
        self.claims = claims
        self._model = model
        local = {claim: place for place, claim in enumerate(claims)}
        self._layers: list[_Layer] = []
        place: dict[Link | str, int] = {}  # by link or step: where its force stands
        for depth, steps in enumerate(_by_depth(net, claims)):
            for step in steps:
                place[step] = len(place)
            given = [(s[0], [s[1]]) if isinstance(s, tuple) else net.tangled[s] for s in steps]
            premises = Fold([[local.setdefault(p, len(local)) for p in its] for _, its in given])
            cuts = [[place[cut] for cut in net.undercuts[str(step)]] for step in steps if depth]
            weights = [weight for weight, _ in given]
            self._layers.append(_Layer(weights, premises, Fold(cuts) if depth else None))
        self._outside = list(local)[len(claims) :]
        bearing = [
            [(link[0] < 0, place[link]) for link in net.links[claim]]
            + [(net.tangled[step][0] < 0, place[step]) for step in net.bearing.get(claim, ())]
            for claim in claims
        ]
        self._sides = [
            Fold([[at for con, at in its if con == side] for its in bearing])
            for side in (False, True)
        ]
        self._all = Fold([[at for _, at in its] for its in bearing])

    def settle(self, facts: Collection[int], scores: Sequence[float], settled: list[float]) -> bool:
        """Go round until the strengths of the claims settle, all reckoned from the last round, as
        `net.settle` does at first where there may be several ends; whether they did before it would
        damp them. If not, `settled` stays as it is."""
        now = [settled[claim] for claim in self.claims]
        bases = [scores[claim] for claim in self.claims]
        outside = [settled[claim] for claim in self._outside]
        held = [(place, now[place]) for place, claim in enumerate(self.claims) if claim in facts]
        for _ in range(_MOST_ROUNDS):
            new = self._reckon(bases, now + outside)
            for place, value in held:
                new[place] = value
            off = max(map(abs, map(sub, new, now)))
            now = new
            if off <= TOLERANCE:
                for claim, value in zip(self.claims, now, strict=True):
                    settled[claim] = value
                return True
        return False

    def _reckon(self, bases: Values, values: Values) -> list[float]:
        """The score of each of the claims, those of all premises given."""
        forces: list[float] = []
        for weights, premises, undercuts in self._layers:
            passed = premises(mul, weights, values)
            if undercuts is not None:
                strongest = undercuts(max, 0.0, forces)
                passed = [force * (1 - cut) for force, cut in zip(passed, strongest, strict=True)]
            forces += passed
        energies: Iterable[float]
        if self._model.multiplies:
            left = [1 - abs(force) for force in forces]
            no_pro, no_con = [side(mul, 1.0, left) for side in self._sides]
            energies = map(sub, no_con, no_pro)
        else:
            energies = self._all(add, 0.0, forces)
        return list(map(self._model.influence, bases, energies))


def _by_depth(net: Net, claims: Sequence[int]) -> list[dict[Link | str, None]]:
    """The links and other steps that claims hang on, alike links once: those that nothing cuts,
    then those that only these cut, and so on."""
    found: list[dict[Link | str, None]] = [{}]
    depth: dict[str, int] = {}
    for claim in claims:
        found[0].update(dict.fromkeys(net.links[claim]))
        for step in net.passing.get(claim, ()):
            cuts = net.undercuts.get(step, ())
            depth[step] = at = 1 + max([depth[cut] for cut in cuts]) if cuts else 0
            if at == len(found):
                found.append({})
            found[at][step] = None
    return found
