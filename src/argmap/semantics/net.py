"""A map as a net of scores: what each step passes on, and how the scores of all claims settle.

Outside of circles each claim is reckoned once, after what it rests on. In a circle all are reckoned
again and again until none moves any more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from math import inf, prod

from argmap.model import ArgumentMap
from argmap.semantics.models import Functions, Link, others
from argmap.semantics.theory import MODERATE

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

_LESS = 0.99
"""A claim surely moves less than those that it depends on where it moves so much of it at most. A
circle of such has settled to a hundred times the tolerance at worst."""

_SURE = (1.0,)
"""The scores of a premise that is sure."""


class Net:
    """The steps of a map by what they bear on; claims go by numbers.

    Most steps are links: `links` has them by claim. Those that have several premises, or that
    something undercuts, are in `bearing` by claim; of these and of all undercuts `tangled` has
    the weight and the premises, `undercuts` what cuts them. `passing` has by claim all of them that
    it hangs on, each after what cuts it, and `depends` the premises of all of its steps.
    """

    def __init__(self, map_: ArgumentMap) -> None:
        size = len(map_.claims)
        number = dict(zip(map_.claim, range(size), strict=True))
        no_links: list[Link] = []  # one and the same for all claims that nothing bears on
        nothing: list[int] = []
        self.links = [no_links] * size
        self.depends = [nothing] * size
        self.bearing: dict[int, list[str]] = {}
        self.passing: dict[int, list[str]] = {}
        self.tangled: dict[str, tuple[float, list[int]]] = {}
        self.undercuts: dict[str, list[str]] = {}
        for step in map_.steps:
            if step.kind == "undercut":
                self.undercuts.setdefault(step.target, []).append(step.id)
        links, depends, undercuts = self.links, self.depends, self.undercuts
        for step in map_.steps:
            kind, premises = step.kind, step.premises
            weight = MODERATE if step.strength is None else step.strength
            if kind == "rebuttal":
                weight = -weight
            if len(premises) == 1 and kind != "undercut" and step.id not in undercuts:
                claim, premise = number[step.target], number[premises[0]]
                if links[claim]:
                    links[claim].append((weight, premise))
                    depends[claim].append(premise)
                else:
                    links[claim] = [(weight, premise)]
                    depends[claim] = [premise]
                continue
            self.tangled[step.id] = weight, [number[premise] for premise in premises]
            if kind != "undercut":
                self.bearing.setdefault(number[step.target], []).append(step.id)
        for claim, bearing in self.bearing.items():
            found = list(bearing)
            for one in found:  # it grows while it is read
                found += undercuts.get(one, ())
            depends[claim] = depends[claim] + [p for one in found for p in self.tangled[one][1]]
            self.passing[claim] = found[::-1]

    def score(self, claim: int, base: float, settled: list[float], model: Functions) -> float:
        """The score of a claim, those of its premises being given."""
        links = self.links[claim]
        if claim in self.bearing:
            forces = self._forces(claim, self._passed(claim, settled), settled)
            energy = model.aggregate(forces, _SURE)
        elif len(links) == 1:
            weight, premise = links[0]
            energy = weight * settled[premise]
        elif links:
            energy = model.aggregate(links, settled)
        else:
            return base
        return model.influence(base, energy)

    def slopes(
        self, claim: int, base: float, settled: list[float], model: Functions
    ) -> tuple[float, dict[int, float]]:
        """How steeply the score of a claim rises with its base score, and by premise with that of
        each. Where undercuts weigh alike, the strongest two or more of a step share its slope."""
        if not self.depends[claim]:
            return 1.0, {}
        passed = self._passed(claim, settled)
        forces = self._forces(claim, passed, settled)
        own, by_energy = model.slopes(base, model.aggregate(forces, _SURE))
        gains = model.gains([force for force, _ in forces])
        rises = iter([by_energy * gain for gain in gains])
        by_premise: dict[int, float] = {}
        for (weight, premise), rise in zip(self.links[claim], rises, strict=False):
            by_premise[premise] = by_premise.get(premise, 0.0) + rise * weight
        rise_of = dict(zip(self.bearing.get(claim, ()), rises, strict=True))
        for step in reversed(self.passing.get(claim, ())):
            weight, premises = self.tangled[step]
            scores = [settled[premise] for premise in premises]
            slope = rise_of.get(step, 0.0) * weight
            if step in self.undercuts:
                cuts = self.undercuts[step]
                strongest = max([passed[one] for one in cuts])
                alike = [one for one in cuts if passed[one] == strongest]
                rise_of.update(dict.fromkeys(alike, -slope * prod(scores) / len(alike)))
                slope *= 1 - strongest
            for premise, rest in zip(premises, others(scores), strict=True):
                by_premise[premise] = by_premise.get(premise, 0.0) + slope * rest
        return own, by_premise

    def _passed(self, claim: int, settled: list[float]) -> dict[str, float]:
        """By tangled step that a claim hangs on: its force."""
        passed: dict[str, float] = {}
        for step in self.passing.get(claim, ()):
            force, premises = self.tangled[step]
            for premise in premises:
                force *= settled[premise]
            if step in self.undercuts:
                force *= 1 - max([passed[one] for one in self.undercuts[step]])
            passed[step] = force
        return passed

    def _forces(self, claim: int, passed: Mapping[str, float], settled: list[float]) -> list[Link]:
        """The forces of all steps for and against a claim, first of its links, then of the others:
        each as a link that weighs as much and has a premise that is sure."""
        forces = [(weight * settled[premise], 0) for weight, premise in self.links[claim]]
        if claim in self.bearing:
            forces += [(passed[step], 0) for step in self.bearing[claim]]
        return forces


def settle(
    net: Net,
    parts: Sequence[list[int]],
    facts: Collection[int],
    scores: list[float],
    settled: list[float],
    model: Functions,
) -> bool:
    """Reckon the strengths of claims, in parts that hang on each other, each after what it depends
    on; `settled` comes with their base scores in it. Whether all of it settled."""
    converged = True
    for members in parts:
        first = members[0]
        if len(members) > 1 or first in net.depends[first]:
            free = [member for member in members if member not in facts]
            if free:
                converged &= _settle_circle(net, free, scores, settled, model)
        elif net.depends[first] and first not in facts:
            settled[first] = net.score(first, scores[first], settled, model)
    return converged


def _settle_circle(
    net: Net, members: list[int], scores: list[float], settled: list[float], model: Functions
) -> bool:
    """Go round a circle until its strengths settle; whether they did.

    Where each claim moves less than those that it depends on, there is one point to settle at, from
    wherever one begins and in whatever order (Banach's theorem). So each is reckoned from what is
    newest, which gets there soonest.
    """
    aggregate, influence = model.aggregate, model.influence
    notes: list[tuple[int, float, Link | None, list[Link]]] = []
    contracts = True
    for member in members:
        base, links = scores[member], net.links[member]
        only = None
        if member in net.bearing:
            links, pull = [], inf  # how far it may move is not looked into
        elif len(links) == 1:
            only = links[0]
            pull = abs(only[0])
        else:
            pull = sum([abs(weight) for weight, _ in links])
        notes.append((member, base, only, links))
        if contracts and model.steepest(base) * pull > _LESS:
            contracts = False

    def reckon(into: list[float] | dict[int, float]) -> float:
        """Reckon all anew, as `score` does; gives how far the one moved that moved furthest."""
        off = 0.0
        for member, base, only, links in notes:
            if only:
                weight, premise = only
                value = influence(base, weight * settled[premise])
            elif links:
                value = influence(base, aggregate(links, settled))
            else:
                value = net.score(member, base, settled, model)
            moved = value - settled[member]
            if moved > off or -moved > off:
                off = abs(moved)
            into[member] = value
        return off

    rounds = min(MOST_ROUNDS, max(_LEAST_ROUNDS, MOST_WORK // len(members)))
    if contracts:
        return any(reckon(settled) <= TOLERANCE for _ in range(rounds))
    return _settle_warily(reckon, rounds, members, settled)


def _settle_warily(
    reckon: Callable[[list[float] | dict[int, float]], float],
    rounds: int,
    members: list[int],
    settled: list[float],
) -> bool:
    """Go round a circle that may settle at several points, or swing; whether it settled.

    All are reckoned from the last round, so that no claim has an advantage by its place. Once the
    rounds close in on something, each is reckoned from what is newest here, too; if they then do
    not, that is not tried again.
    """
    share = 1.0  # of the way to its new value that each strength goes
    way, start = 0.0, [settled[member] for member in members]
    closing, last = 0, 1.0
    for turn in range(1, 1 + rounds):
        sweeping = closing >= _CLOSING and share == 1
        if sweeping:
            off = reckon(settled)
        else:
            new: dict[int, float] = {}
            off = reckon(new)
            for member, value in new.items():
                old = settled[member]
                settled[member] = value if share == 1 else old + share * (value - old)
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
