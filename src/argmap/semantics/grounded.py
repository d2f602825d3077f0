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
    solver = _Solver(theory)
    depends = dependencies(theory)
    for claims in strongly_connected(depends):
        if len(claims) > 1 or claims[0] in depends[claims[0]]:
            Knot(theory, claims, solver.certain, solver.possible).settle()
        else:
            solver.settle(claims[0])
    return Grounded(solver.certain, solver.possible)


def _nothing(theory: Theory) -> Derived:
    literals = theory.literals
    return Derived([NONE] * literals, [NONE] * literals, [NONE] * len(theory.rules))


class _Solver:
    """Settles claims that hang on none but settled ones."""

    def __init__(self, theory: Theory) -> None:
        self.theory = theory
        self.certain = _nothing(theory)
        self.possible = _nothing(theory)
        self.negations = len(theory.claims)
        self.not_steps = 2 * len(theory.claims)

    def settle(self, claim: int) -> None:
        """Settle a claim; all that it depends on is settled."""
        theory = self.theory
        own = theory.rules_of[claim]
        against = theory.rules_of[self.negations + claim]
        if len(own) == 1 and not against and not theory.rules[own[0]].premises:
            self._enter(own[0], theory.rules[own[0]].strength, theory.rules[own[0]].strength)
            return
        for index in self._undercuts(own, against):
            self._enter(index, *self._unopposed(index))
        if not against:
            for index in own:
                self._enter(index, *self._unopposed(index))
            return
        pro = [self._unopposed(index) for index in own]
        con = [self._unopposed(index) for index in against]
        sure_pro, may_pro = _best(pro)
        sure_con, may_con = _best(con)
        in_pro = in_con = NONE  # the strongest on either side that is in
        while True:
            poss_pro = may_pro if may_pro > in_con else NONE
            poss_con = may_con if may_con > in_pro else NONE
            before = in_pro, in_con
            in_pro = sure_pro if sure_pro > poss_con else NONE
            in_con = sure_con if sure_con > poss_pro else NONE
            if before == (in_pro, in_con):
                break
        for index, (sure, may) in zip(own, pro, strict=True):
            self._enter(index, sure if sure > poss_con else NONE, may if may > in_con else NONE)
        for index, (sure, may) in zip(against, con, strict=True):
            self._enter(index, sure if sure > poss_pro else NONE, may if may > in_pro else NONE)

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

    def _unopposed(self, index: int) -> tuple[float, float]:
        """The strengths of a rule, certainly and possibly, but for what opposes its head."""
        premises, _, strength, _, step = self.theory.rules[index]
        if not premises:
            return strength, strength
        certain, possible = self.certain, self.possible
        if strength == CONCLUSIVE:
            sure = min([certain.hands_on[premise] for premise in premises])
            may = min([possible.hands_on[premise] for premise in premises])
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

    def _enter(self, index: int, sure: float, may: float) -> None:
        """Note at which strengths a rule counts, and what that does for its head."""
        if may < 0:
            return
        rule = self.theory.rules[index]
        head = rule[1]
        possible, certain = self.possible, self.certain
        handed = may if rule[0] else rule.hands_on(may)
        possible.counts[index] = may
        possible.strength[head] = max(possible.strength[head], may)
        possible.hands_on[head] = max(possible.hands_on[head], handed)
        if sure < 0:
            return
        handed = sure if rule[0] else rule.hands_on(sure)
        certain.counts[index] = sure
        certain.strength[head] = max(certain.strength[head], sure)
        certain.hands_on[head] = max(certain.hands_on[head], handed)


def _best(strengths: list[tuple[float, float]]) -> tuple[float, float]:
    """The greatest of the strengths, certainly and possibly."""
    sure = max([pair[0] for pair in strengths], default=NONE)
    return sure, max([pair[1] for pair in strengths], default=NONE)
