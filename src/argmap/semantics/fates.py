"""How each rule fares at the fixed point, and what it is that decides so.

Everything that a reason can cite is found here and in `points`, by numbers of the theory; which of
it is cited is for `reasons` to choose, and how it is said for `wording`.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property, partial
from typing import NamedTuple

from argmap.semantics.components import strongly_connected
from argmap.semantics.contraries import Contraries
from argmap.semantics.excluders import Excluders
from argmap.semantics.grounded import Derived, Grounded, rule_strength
from argmap.semantics.labels import Labels
from argmap.semantics.theory import JOINT, Theory


class Fate(IntEnum):
    """What becomes of a rule."""

    COUNTS = 0
    # it may count
    PREMISE_OPEN = 1  # a premise is contested
    CUT_OPEN = 2  # an undercut of it is contested
    FACED = 3  # something contested on the other side weighs as much or more
    WEIGHT_OPEN = 4  # how much its premises hand on, or hand on without its head, is contested
    # it does not count
    OUTWEIGHED = 5  # what stands on the other side weighs as much or more
    CUT = 6  # an undercut of it stands
    FALLS = 7  # a premise falls
    EMPTY = 8  # a premise has nothing to rest on
    CIRCLE = 9  # it rests on its own conclusion


COUNTS, PREMISE_OPEN, CUT_OPEN, FACED, WEIGHT_OPEN, OUTWEIGHED, CUT, FALLS, EMPTY, CIRCLE = Fate
# Looking up a member of an enumeration takes twenty times as long as a name of the module.


class Bearing(NamedTuple):
    """How a rule fares.

    `strength` is what it has, or would have if all that is possible held; negative where a
    premise is lost. `cause` is what decides: the premise, or the rule that undercuts it, or -1.
    """

    rule: int
    fate: Fate
    strength: float
    cause: int = -1

    @property
    def is_live(self) -> bool:
        """Whether only the other side's weight can keep it from counting."""
        return self.fate <= OUTWEIGHED


_bearing_of = partial(tuple.__new__, Bearing)
# It makes a bearing of its fields as a tuple, in half the time that `Bearing` takes.


class Fates:
    """The fates of the rules of a theory, looked up one by one."""

    def __init__(self, theory: Theory, grounded: Grounded, labels: Labels) -> None:
        self.theory = theory
        self.certain = grounded.certain
        self._hang_together = grounded.knots
        self.possible = grounded.possible
        self.labels = labels.claims
        self._sure, self._may = grounded.certain.counts, grounded.possible.counts
        self._is_certain = grounded.certain.strength
        self._rules, self._rules_of = theory.rules, theory.rules_of
        self._negations = len(theory.claims)
        self._not_steps = 2 * len(theory.claims)
        self._excluders = Excluders(theory, grounded, labels.claims)
        self._certain_contraries = Contraries(theory, grounded.certain.strength)
        self._possible_contraries = Contraries(theory, grounded.possible.strength)

    def bearing(self, index: int) -> Bearing:
        """How a rule fares, and why."""
        strength = self._sure[index]
        if strength >= 0:
            return _bearing_of((index, COUNTS, strength, -1))
        if self._may[index] >= 0:
            return self._open(index)
        rule, until = self.theory.rules[index], self.possible.turns.get(index, 0)
        lost = self._lost_premise(index)
        if lost is not None and (not until or self._fell(lost.cause, rule.head) <= until):
            return lost
        strength = rule_strength(rule, self.possible)
        cut = self._undercut_in(rule.step, self.certain)
        if cut >= 0 and (
            self.certain.turns.get(cut, 0) <= until
            or not (lost is not None or self._was_outweighed(rule.head, strength, until))
        ):
            return Bearing(index, CUT, strength, cut)
        if lost is not None:
            return lost
        if self._certain_contraries.strongest(rule.head) >= strength:
            return Bearing(index, OUTWEIGHED, strength)
        return Bearing(index, CIRCLE, strength)

    def bearings(self, literal: int) -> list[Bearing]:
        """How the rules for a literal fare."""
        return [self.bearing(index) for index in self._rules_of[literal]]

    def best(self, literal: int) -> Bearing | None:
        """The strongest of the rules for a literal that come furthest; None if it has none."""
        return max(self.bearings(literal), key=weight, default=None)

    def _lost_premise(self, index: int) -> Bearing | None:
        """The premise that takes a rule with it; rather one that was lost no later than the rule,
        that is refuted, and that does not itself hang on the rule's conclusion."""
        rule, turns = self.theory.rules[index], self.possible.turns
        if rule.ground is JOINT:
            claim = self._excluders.lost(index)
            fate = FALLS if self.labels[claim] == "out" else EMPTY
            return None if claim < 0 else Bearing(index, fate, -1.0, claim)
        premises = rule.premises
        if rule.head in premises:
            return Bearing(index, CIRCLE, -1.0, rule.head)
        if turns and len(premises) > 1:
            lost = [one for one in premises if self.labels[one] in ("out", "unsupported")]
            premises = (
                tuple([p for p in lost if self._fell(p, rule.head) <= turns.get(index, 0)])
                or premises
            )
        empty = leads_back = -1
        for premise in premises:
            label = self.labels[premise]
            if label in ("in", "undecided"):
                continue
            if self._in_circle(premise, rule.head):
                leads_back = premise if leads_back < 0 else leads_back
            elif label == "out":
                return Bearing(index, FALLS, -1.0, premise)
            elif empty < 0:
                empty = premise
        if empty >= 0:
            return Bearing(index, EMPTY, -1.0, empty)
        return Bearing(index, CIRCLE, -1.0, leads_back) if leads_back >= 0 else None

    def _fell(self, premise: int, head: int) -> int:
        """The turn since when a premise has been lost; 0 if it does not hang on the head."""
        n = self._negations
        claim = head % n if head < self._not_steps else self.theory.root[head - self._not_steps]
        if self._hang_together.get(premise, -1) != self._hang_together.get(claim, -2):
            return 0
        return self._excluders.fell(premise)

    def _open(self, index: int) -> Bearing:
        premises, head, _, ground, step = self._rules[index]
        possible, contested, certain = self._may[index], -1, self._is_certain
        if ground is JOINT:
            contested = self._excluders.contested(index)
        else:
            for premise in premises:
                if certain[premise] < 0 and (contested < 0 or premise == head - self._negations):
                    contested = premise  # rather the claim itself that a rebuttal speaks against
        if contested >= 0:
            return _bearing_of((index, PREMISE_OPEN, possible, contested))
        if step >= 0 and self._rules_of[self._not_steps + step]:
            cut = self._undercut_in(step, self.possible)
            if cut >= 0:
                return Bearing(index, CUT_OPEN, possible, cut)
        if self._possible_contraries.strongest(head) >= possible:
            return _bearing_of((index, FACED, possible, -1))
        return Bearing(index, WEIGHT_OPEN, possible)

    def _undercut_in(self, step: int, derived: Derived) -> int:
        """The strongest rule that undercuts a step by what is derived, or -1; of those that hang
        together, the first to do so."""
        rules = self._rules_of[self._not_steps + step] if step >= 0 else ()
        if not rules:
            return -1
        counts, turns = derived.counts, derived.turns if derived is self.certain else {}
        cuts = [rule for rule in rules if counts[rule] >= 0]
        return min(cuts, key=lambda rule: (turns.get(rule, 0), -counts[rule]), default=-1)

    def _was_outweighed(self, literal: int, strength: float, until: int) -> bool:
        """Whether some contrary of a literal was this strong by a turn already."""
        n = self._negations
        if literal >= self._not_steps:
            return False
        contraries = [literal - n if literal >= n else literal + n]
        for group in self.theory.in_groups[literal] if literal < n else ():
            contraries += [one for one in self.theory.groups[group] if one != literal]
        counts, turns = self.certain.counts, self.certain.turns
        return any(
            counts[rule] >= strength and turns.get(rule, 0) <= until
            for contrary in contraries
            for rule in self.theory.rules_of[contrary]
        )

    def _in_circle(self, premise: int, head: int) -> bool:
        """Whether a claim that is lost is so because it leans on the head in turn."""
        return premise in self._knots and self._knots[premise] == self._knots.get(head)

    @cached_property
    def _knots(self) -> dict[int, int]:
        """By claim that nothing is left for, whatever is against it: the circle of such claims that
        it is in, numbered."""
        theory = self.theory
        empty = [
            claim
            for claim, label in enumerate(self.labels)
            if label == "unsupported" or (label == "out" and not self._has_live(claim))
        ]
        place = {claim: index for index, claim in enumerate(empty)}
        depends: list[list[int]] = []
        for claim in empty:
            premises = [p for rule in theory.rules_of[claim] for p in theory.rules[rule].premises]
            depends.append([place[p] for p in premises if p in place])
        parts = strongly_connected(depends)
        return {empty[member]: number for number, part in enumerate(parts) for member in part}

    def _has_live(self, claim: int) -> bool:
        """Whether a rule for a claim has its premises and is not undercut."""
        return any(
            rule_strength(self._rules[index], self.possible) >= 0
            and self._undercut_in(self._rules[index].step, self.certain) < 0
            for index in self._rules_of[claim]
        )


def weight(bearing: Bearing) -> tuple[int, float, int]:
    """The order of rules: those that count before those that may, these before the outweighed, the
    lost last."""
    fate = bearing.fate
    if fate is COUNTS:
        return (3, bearing.strength, 0)
    if fate <= WEIGHT_OPEN:
        return (2, bearing.strength, fate is FACED)
    return (1, bearing.strength, 0) if fate is OUTWEIGHED else (0, 0, -fate)
