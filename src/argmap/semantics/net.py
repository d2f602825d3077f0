"""A map as a net of scores: what each step passes on, and how the scores of all claims settle.

Outside of circles each claim is reckoned once, after what it rests on. In a circle all are reckoned
again and again until none moves any more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import prod

from argmap.model import ArgumentMap
from argmap.semantics.models import Combine, SlopesOf, others
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


Plain = tuple[list[tuple[float, int]], list[tuple[float, int]]]
"""The steps for and against a claim, each a weight and its one premise; nothing cuts them."""


class Net:
    """The steps of a map by what they bear on, by number."""

    def __init__(self, map_: ArgumentMap) -> None:
        number = dict(zip(map_.claim, range(len(map_.claims)), strict=True))
        self.premises = [
            (number[step.premises[0]],)
            if len(step.premises) == 1
            else tuple([number[premise] for premise in step.premises])
            for step in map_.steps
        ]
        self.weight = [MODERATE if (own := step.strength) is None else own for step in map_.steps]
        self.bearing: dict[int, tuple[list[int], list[int]]] = {}  # the steps for and against it
        self.undercuts: dict[int, list[int]] = {}
        self.cuts: dict[int, list[int]] = {}  # by claim: the undercuts of those steps
        self.depends: list[Sequence[int]] = [()] * len(number)
        cuts: list[tuple[int, str]] = []
        bearing = self.bearing
        for index, step in enumerate(map_.steps):
            if step.kind == "undercut":
                cuts.append((index, step.target))
                continue
            claim = number[step.target]
            if claim not in bearing:
                bearing[claim] = ([], [])
            bearing[claim][step.kind == "rebuttal"].append(index)
        if cuts:
            step_number = {step.id: index for index, step in enumerate(map_.steps)}
            for index, target in cuts:
                self.undercuts.setdefault(step_number[target], []).append(index)
        self._arrange()

    def _arrange(self) -> None:
        """Note what each claim depends on, and which hang on single premises and nothing else."""
        premises, undercuts = self.premises, self.undercuts
        self.plain: dict[int, Plain] = {}
        for claim, (pro, con) in self.bearing.items():
            steps = pro + con
            if undercuts and (cuts := self._all_undercuts(steps)):
                self.cuts[claim] = cuts
                steps += cuts
            depends = [premise for step in steps for premise in premises[step]]
            self.depends[claim] = depends
            if len(depends) == len(pro) + len(con):
                weight = self.weight
                self.plain[claim] = (
                    [(weight[step], premises[step][0]) for step in pro],
                    [(weight[step], premises[step][0]) for step in con],
                )

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
        if claim in self.plain:
            pro_of, con_of = self.plain[claim]
            return combine(
                base,
                [weight * settled[premise] for weight, premise in pro_of] if pro_of else (),
                [weight * settled[premise] for weight, premise in con_of] if con_of else (),
            )
        if claim not in self.bearing:
            return base
        pro, con = self.bearing[claim]
        cut = self._cut(claim, settled)
        return combine(
            base,
            [self._force(step, settled, cut) for step in pro],
            [self._force(step, settled, cut) for step in con],
        )

    def slopes(
        self, claim: int, base: float, settled: list[float], slopes_of: SlopesOf
    ) -> tuple[float, dict[int, float]]:
        """How steeply the score of a claim rises with its base score, and by premise with that of
        each. Where undercuts weigh alike, the strongest two or more of a step share its slope."""
        if claim not in self.bearing:
            return 1.0, {}
        pro, con = self.bearing[claim]
        cut = self._cut(claim, settled)
        found = slopes_of(
            base,
            [self._force(step, settled, cut) for step in pro],
            [self._force(step, settled, cut) for step in con],
        )
        rise = dict(zip((*pro, *con), (*found.pro, *found.con), strict=True))
        by_premise: dict[int, float] = {}
        for step in (*pro, *con, *reversed(self.cuts.get(claim, ()))):
            slope = rise.get(step, 0.0) * self.weight[step]
            scores = [settled[premise] for premise in self.premises[step]]
            if step in self.undercuts:
                cuts = self.undercuts[step]
                strongest = max([cut[one] for one in cuts])
                alike = [one for one in cuts if cut[one] == strongest]
                rise.update(dict.fromkeys(alike, -slope * prod(scores) / len(alike)))
                slope *= 1 - strongest
            for premise, rest in zip(self.premises[step], others(scores), strict=True):
                by_premise[premise] = by_premise.get(premise, 0.0) + slope * rest
        return found.base, by_premise

    def _cut(self, claim: int, settled: list[float]) -> dict[int, float]:
        """By undercut of the steps that bear on a claim: what it passes on."""
        cut: dict[int, float] = {}
        if claim in self.cuts:
            for step in self.cuts[claim]:
                cut[step] = self._force(step, settled, cut)
        return cut

    def _force(self, step: int, settled: list[float], cut: Mapping[int, float]) -> float:
        """What a step passes on."""
        force = self.weight[step]
        for premise in self.premises[step]:
            force *= settled[premise]
        if cut and step in self.undercuts:
            force *= 1 - max([cut[one] for one in self.undercuts[step]])
        return force


def settle(
    net: Net,
    parts: Sequence[list[int]],
    facts: Collection[int],
    scores: list[float],
    settled: list[float],
    combine: Combine,
) -> bool:
    """Reckon the strengths of claims, in parts that hang on each other, each after what it depends
    on; `settled` comes with their base scores in it. Whether all of it settled."""
    converged = True
    for members in parts:
        first = members[0]
        if len(members) > 1 or first in net.depends[first]:
            free = [member for member in members if member not in facts]
            if free:
                converged &= _settle_circle(net, free, scores, settled, combine)
        elif first in net.bearing and first not in facts:
            settled[first] = net.score(first, scores[first], settled, combine)
    return converged


def _settle_circle(
    net: Net, members: list[int], scores: list[float], settled: list[float], combine: Combine
) -> bool:
    """Go round a circle until its strengths settle; whether they did.

    All are reckoned from the last round, so that no claim has an advantage by its place. Once the
    rounds close in on something, each is reckoned from what is newest, which gets there sooner;
    if it does not, that is not tried again.
    """
    plain = [net.plain.get(member) for member in members]

    def reckon(into: list[float] | dict[int, float]) -> float:
        """Reckon all anew; gives how far the one moved that moved furthest."""
        off = 0.0
        for member, its in zip(members, plain, strict=True):
            if its is None:
                value = net.score(member, scores[member], settled, combine)
            else:
                pro, con = its  # as in `score`; most members of most circles are such
                value = combine(
                    scores[member],
                    [weight * settled[premise] for weight, premise in pro] if pro else (),
                    [weight * settled[premise] for weight, premise in con] if con else (),
                )
            moved = value - settled[member]
            if moved > off or -moved > off:
                off = abs(moved)
            into[member] = value
        return off

    share = 1.0  # of the way to its new value that each strength goes
    way, start = 0.0, [settled[member] for member in members]
    closing, last = 0, 1.0
    for turn in range(1, 1 + min(MOST_ROUNDS, max(_LEAST_ROUNDS, MOST_WORK // len(members)))):
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
