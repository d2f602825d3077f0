"""Circles of supports in which the rules for a claim differ, with each leaf withdrawn.

There a claim may owe its strength to one reason and not to another, and it must be seen of each
whether it rests on its own conclusion. So such a circle is derived anew for each case: withdrawals
with which all that comes into it is the same are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.semantics.circles import NONE, Derived, settle_circle
from argmap.semantics.grades import Grades, least, nested, ungraded
from argmap.semantics.losses import Varying, together
from argmap.semantics.theory import BEYOND, CONCLUSIVE, FACT, STEP, Rule
from argmap.semantics.web import Handing, Link

if TYPE_CHECKING:
    from argmap.semantics.parallel import Parallel

TIMES = 5
"""So many times longer it takes, by measurement, to judge a rule here."""

Fares = list[tuple[float, float]]
"""By claim of a circle: its strength, and what it hands on."""


class Cases:
    """A circle as rules of its own, by the numbers that its claims have in it.

    What a rule rests on elsewhere is one premise more: for one with a strength of its own number
    `given`, which is always derived; for any other a number of its own, which hands that on.
    """

    def __init__(self, parallel: Parallel, claims: list[int]) -> None:
        self.parallel = parallel
        self.claims = claims
        self.rules: list[Rule] = []
        self.made_of: list[tuple[int, Link | Handing]] = []  # by rule: its claim, and what it was
        self.given = len(claims)
        self.known: dict[tuple[float, ...], Fares] = {}
        self.last: dict[int, list[Varying[float]]] = {}
        place = {claim: at for at, claim in enumerate(claims)}
        for at, claim in enumerate(claims):
            literal = parallel.web.literals[claim]
            for link in literal.links:
                bare = not link.premises and link.hands_on != link.strength
                inside = (
                    () if bare else (*(place[p] for p in link.premises if p in place), self.given)
                )
                ground = FACT if link.strength == BEYOND else STEP
                self.rules.append(Rule(inside, at, link.strength, ground))
                self.made_of.append((at, link))
            for rule in literal.handing:
                inside = (
                    *(place[p] for p in rule.premises if p in place),
                    self._handed(len(self.rules)),
                )
                self.rules.append(Rule(inside, at, CONCLUSIVE, STEP))
                self.made_of.append((at, rule))
        self.inside = place.keys()

    def _handed(self, rule: int) -> int:
        return self.given + 1 + rule

    def derive(self, side: int) -> list[int]:
        """Derive the circle anew, on one side; gives its claims that are different now."""
        parts = self._parts(side)
        if parts == self.last.get(side):
            return []
        self.last[side] = parts
        cases = [(self._fare([now for now, _ in parts]), -1)]
        for values, where in together(parts):
            cases.append((self._fare(values), where))
            cases[0] = (cases[0][0], cases[0][1] & ~where)
        changed: list[int] = []
        for at, claim in enumerate(self.claims):
            strengths: dict[float, int] = {}
            handed: dict[float, int] = {}
            for fares, where in cases:
                strength, hands_on = fares[at]
                strengths[strength] = strengths.get(strength, 0) | where
                handed[hands_on] = handed.get(hands_on, 0) | where
            strengths.pop(NONE, None)
            handed.pop(NONE, None)
            if self.parallel.enter(claim, side, nested(strengths), nested(handed)):
                changed.append(claim)
        return changed

    def _parts(self, side: int) -> list[Varying[float]]:
        """What comes into the circle: for each rule what it has from elsewhere, and whether it is
        cut; for each claim what opposes it."""
        parallel = self.parallel
        found: list[Grades] = []
        for _, rule in self.made_of:
            outer = [premise for premise in rule.premises if premise not in self.inside]
            if isinstance(rule, Link):
                where = rule.outside[side]
                for premise in outer:
                    where &= parallel.have[side][premise]
                found.append([(CONCLUSIVE, where)] if where else [])
            else:
                found.append(
                    least([rule.outside[side], *(parallel.hands_on(p, side) for p in outer)])
                )
        for _, rule in self.made_of:
            where = parallel.have[1 - side][rule.cut] if rule.cut >= 0 else 0
            found.append([(BEYOND, where)] if where else [])
        for claim in self.claims:
            found.append(parallel.opposition(parallel.web.literals[claim], 1 - side))
        return [ungraded(grades) for grades in found]

    def _fare(self, values: Sequence[float]) -> Fares:
        """How the claims of the circle fare, given what comes into it."""
        key = tuple(values)
        if key not in self.known:
            count = len(self.rules)
            self.parallel.visits += count * TIMES
            made = Derived(
                [NONE] * (self.given + 1 + count), [NONE] * (self.given + 1 + count), [NONE] * count
            )
            made.strength[self.given], made.hands_on[self.given] = BEYOND, CONCLUSIVE
            opposed: dict[int, float] = {}
            for rule, (at, _) in enumerate(self.made_of):
                made.strength[self._handed(rule)] = made.hands_on[self._handed(rule)] = values[rule]
                opposed[rule] = max(values[count + rule], values[2 * count + at])
            there = [rule for rule in range(count) if values[rule] >= 0]
            settle_circle(self.rules, there, opposed, made)
            self.known[key] = list(zip(made.strength[: self.given], made.hands_on, strict=False))
        return self.known[key]
