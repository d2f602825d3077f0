"""Grounded evaluation: what can be held without taking anything on trust but its grounds.

For each literal the best strength so far is kept. IN starts from nothing; POSS is what can be
derived with rules that nothing in IN defeats, IN what can be derived with rules that nothing in
POSS defeats; both are repeated until IN stops growing. On maps whose claims are all bare and whose
steps are all rebuttals this is the grounded extension of Dung, "On the acceptability of
arguments", Artificial Intelligence 77, 1995.

Claims that hang on each other in a circle are judged together, the others one after the other, so
outside of circles the cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

from argmap.semantics.circles import NONE, Derived, rule_strength
from argmap.semantics.components import dependencies, strongly_connected
from argmap.semantics.knots import Knot
from argmap.semantics.theory import CONCLUSIVE, Theory

__all__ = ["NONE", "Derived", "Grounded", "ground", "rule_strength"]


@dataclass(frozen=True, slots=True)
class Grounded:
    """The two sets at the fixed point: what is in, and what is possible.

    `knots` has the claims that hang on each other, by one of them: the turns of such claims are
    counted for themselves.
    """

    certain: Derived
    possible: Derived
    knots: dict[int, int] = field(default_factory=dict)


def ground(theory: Theory) -> Grounded:
    """The grounded evaluation of a theory."""
    depends = dependencies(theory)
    solver = _Solver(theory, depends)
    knots: dict[int, int] = {}
    for claims in strongly_connected(depends):
        first = claims[0]
        rests_on = depends[first]
        if not rests_on:
            continue
        if len(claims) > 1 or first in rests_on:
            Knot(theory, claims, solver.certain, solver.possible).settle()
            knots.update(dict.fromkeys(claims, first))
        else:
            solver.settle(first)
    return Grounded(solver.certain, solver.possible, knots)


def _unopposed(theory: Theory, depends: Sequence[Sequence[int]]) -> Derived:
    """What is put forward as it stands and depends on nothing: most claims of a map."""
    literals, rules = theory.literals, theory.rules
    made = Derived([NONE] * literals, [NONE] * literals, [NONE] * len(rules))
    for claim, its in enumerate(depends):
        for index in () if its else theory.rules_of[claim]:
            rule = rules[index]
            made.counts[index] = strength = rule.strength
            if strength > made.strength[claim]:
                made.strength[claim] = strength
                made.hands_on[claim] = rule.hands_on(strength)
    return made


class _Solver:
    """Settles claims that hang on none but settled ones; those that depend on nothing are so."""

    def __init__(self, theory: Theory, depends: Sequence[Sequence[int]]) -> None:
        self.theory = theory
        self.rules, self.rules_of = theory.rules, theory.rules_of
        self.certain = _unopposed(theory, depends)
        self.possible = Derived(
            self.certain.strength.copy(), self.certain.hands_on.copy(), self.certain.counts.copy()
        )
        n = self.negations = len(theory.claims)
        self.not_steps = 2 * n
        self.cut = set(compress(theory.root, theory.rules_of[2 * n :]))  # where a step is undercut

    def settle(self, claim: int) -> None:
        """Settle a claim; all that it depends on is settled.

        One side wins if the best of it that is certain is stronger than the best of the other that
        is possible; else neither is certain.
        """
        own = self.rules_of[claim]
        negation = self.negations + claim
        against = self.rules_of[negation]
        if claim in self.cut:
            for index in self._undercuts(own, against):
                self._derive(self.rules[index].head, (index,))
        sure_pro, may_pro = self._derive(claim, own)
        if against:
            sure_con, may_con = self._derive(negation, against)
            if sure_pro > may_con:
                self._strike(negation, against)
            elif sure_con > may_pro:
                self._strike(claim, own)
            else:
                self._doubt(claim, own)
                self._doubt(negation, against)

    def _undercuts(self, *about: tuple[int, ...]) -> list[int]:
        """The rules that undercut these rules, or each other; those that cut one come before it."""
        theory, not_steps = self.theory, self.not_steps
        found: list[int] = []
        for rules in about:
            for index in rules:
                step = theory.rules[index].step
                if step >= 0:
                    found += theory.rules_of[not_steps + step]
        for index in found:  # it grows while it is read
            found += theory.rules_of[not_steps + theory.rules[index].step]
        found.reverse()
        return found

    def _derive(self, head: int, rules: tuple[int, ...]) -> tuple[float, float]:
        """Enter what rules make of their head if nothing opposes it; gives the greatest of their
        strengths, certainly and possibly."""
        all_rules, not_steps = self.rules, self.not_steps
        certain, possible = self.certain, self.possible
        known, perhaps = certain.strength, possible.strength
        sure_best, may_best = known[head], perhaps[head]
        sure_handed, may_handed = certain.hands_on[head], possible.hands_on[head]
        for index in rules:
            premises, _, strength, _, step = all_rules[index]
            if len(premises) == 1 and strength != CONCLUSIVE:
                premise = premises[0]
                may = strength if perhaps[premise] >= 0 else NONE
                sure = strength if known[premise] >= 0 else NONE
            else:
                rule = all_rules[index]
                sure, may = rule_strength(rule, certain), rule_strength(rule, possible)
            if step >= 0 and perhaps[not_steps + step] >= 0:
                sure = NONE
                if known[not_steps + step] >= 0:
                    may = NONE
            if may < 0:
                continue
            possible.counts[index] = may
            may_best = may if may > may_best else may_best
            handed = may if premises else all_rules[index].hands_on(may)
            may_handed = handed if handed > may_handed else may_handed
            if sure < 0:
                continue
            certain.counts[index] = sure
            sure_best = sure if sure > sure_best else sure_best
            if premises:
                handed = sure
            sure_handed = handed if handed > sure_handed else sure_handed
        perhaps[head], possible.hands_on[head] = may_best, may_handed
        known[head], certain.hands_on[head] = sure_best, sure_handed
        return sure_best, may_best

    def _strike(self, head: int, rules: tuple[int, ...]) -> None:
        """Take back a literal: what opposes it wins."""
        self._doubt(head, rules)
        possible = self.possible
        possible.strength[head] = possible.hands_on[head] = NONE
        for index in rules:
            possible.counts[index] = NONE

    def _doubt(self, head: int, rules: tuple[int, ...]) -> None:
        """Leave a literal possible, but not certain."""
        certain = self.certain
        certain.strength[head] = certain.hands_on[head] = NONE
        for index in rules:
            certain.counts[index] = NONE
