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
from dataclasses import dataclass

from argmap.semantics.circles import NONE, Derived, rule_strength
from argmap.semantics.components import dependencies, strongly_connected
from argmap.semantics.knots import Knot
from argmap.semantics.theory import CONCLUSIVE, Theory

__all__ = ["NONE", "Derived", "Grounded", "ground", "rule_strength"]


@dataclass(frozen=True, slots=True)
class Grounded:
    """The two sets at the fixed point: what is in, and what is possible."""

    certain: Derived
    possible: Derived


def ground(theory: Theory) -> Grounded:
    """The grounded evaluation of a theory."""
    depends = dependencies(theory)
    solver = _Solver(theory, depends)
    for claims in strongly_connected(depends):
        first = claims[0]
        if len(claims) > 1 or first in depends[first]:
            Knot(theory, claims, solver.certain, solver.possible).settle()
        elif depends[first]:
            solver.settle(first)
    return Grounded(solver.certain, solver.possible)


def _unopposed(theory: Theory, depends: Sequence[Sequence[int]]) -> Derived:
    """What is put forward as it stands and depends on nothing: most claims of a map."""
    literals = theory.literals
    made = Derived([NONE] * literals, [NONE] * literals, [NONE] * len(theory.rules))
    for index, rule in enumerate(theory.rules):
        premises, head, strength, _, _ = rule
        if not (premises or depends[head]):
            made.counts[index] = strength
            if strength > made.strength[head]:
                made.strength[head] = strength
                made.hands_on[head] = rule.hands_on(strength)
    return made


class _Solver:
    """Settles claims that hang on none but settled ones; those that depend on nothing are so."""

    def __init__(self, theory: Theory, depends: Sequence[Sequence[int]]) -> None:
        self.theory = theory
        self.certain = _unopposed(theory, depends)
        self.possible = Derived(
            self.certain.strength.copy(), self.certain.hands_on.copy(), self.certain.counts.copy()
        )
        n = self.negations = len(theory.claims)
        self.not_steps = 2 * n
        self.cut = {theory.root[rule.head - 2 * n] for rule in theory.rules if rule.head >= 2 * n}

    def settle(self, claim: int) -> None:
        """Settle a claim; all that it depends on is settled.

        One side wins if the best of it that is certain is stronger than the best of the other that
        is possible; else neither is certain.
        """
        theory = self.theory
        own = theory.rules_of[claim]
        negation = self.negations + claim
        against = theory.rules_of[negation]
        if claim in self.cut:
            for index in self._undercuts(own, against):
                self._conclude(theory.rules[index].head, (index,), [self._reach(index)])
        pro = [self._reach(index) for index in own]
        if against:
            con = [self._reach(index) for index in against]
            sure_pro, may_pro = _best(pro)
            sure_con, may_con = _best(con)
            if sure_pro > may_con:
                con = []
            elif sure_con > may_pro:
                pro = []
            else:
                pro = [(NONE, may) for _, may in pro]
                con = [(NONE, may) for _, may in con]
            self._conclude(negation, against, con)
        self._conclude(claim, own, pro)

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

    def _reach(self, index: int) -> tuple[float, float]:
        """The strengths of a rule, certainly and possibly, but for what opposes its head."""
        rule = self.theory.rules[index]
        premises, strength, step = rule.premises, rule.strength, rule.step
        if not premises:
            return strength, strength
        certain, possible = self.certain, self.possible
        if strength == CONCLUSIVE:
            sure = min([certain.hands_on[premise] for premise in premises])
            may = min([possible.hands_on[premise] for premise in premises])
        elif len(premises) == 1:
            sure = strength if certain.strength[premises[0]] >= 0 else NONE
            may = strength if possible.strength[premises[0]] >= 0 else NONE
        else:
            sure = may = strength
            for premise in premises:
                if certain.strength[premise] < 0:
                    sure = NONE
                    if possible.strength[premise] < 0:
                        may = NONE
        if step >= 0 and possible.strength[self.not_steps + step] >= 0:
            sure = NONE
            if certain.strength[self.not_steps + step] >= 0:
                may = NONE
        return sure, may

    def _conclude(
        self, head: int, rules: tuple[int, ...], reached: list[tuple[float, float]]
    ) -> None:
        """Note at which strengths some rules count, and what that does for their head."""
        possible, certain = self.possible, self.certain
        for index, (sure, may) in zip(rules, reached, strict=False):
            if may < 0:
                continue
            rule = self.theory.rules[index]
            handed = may if rule.premises else rule.hands_on(may)
            possible.counts[index] = may
            possible.strength[head] = max(possible.strength[head], may)
            possible.hands_on[head] = max(possible.hands_on[head], handed)
            if sure < 0:
                continue
            handed = sure if rule.premises else rule.hands_on(sure)
            certain.counts[index] = sure
            certain.strength[head] = max(certain.strength[head], sure)
            certain.hands_on[head] = max(certain.hands_on[head], handed)


def _best(strengths: list[tuple[float, float]]) -> tuple[float, float]:
    """The greatest of the strengths, certainly and possibly."""
    best_sure = best_may = NONE
    for sure, may in strengths:
        best_sure = max(best_sure, sure)
        best_may = max(best_may, may)
    return best_sure, best_may
