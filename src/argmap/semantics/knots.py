"""Claims that hang on each other in any way: by supports, by rebuttals, by undercuts.

IN and POSS are found in turns. After the first, each turn derives again only what a change in the
turn before can reach.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from argmap.semantics.circles import NONE, Derived, rule_strength, settle_circle
from argmap.semantics.components import strongly_connected
from argmap.semantics.contraries import Contraries
from argmap.semantics.theory import BEYOND, CONCLUSIVE, Theory


class Knot:
    """The literals about such claims, in units, each after those that it is derived from: a circle
    of supports is one unit, any other literal is one by itself."""

    def __init__(
        self, theory: Theory, claims: list[int], certain: Derived, possible: Derived
    ) -> None:
        self.theory = theory
        self.certain = certain
        self.possible = possible
        self.literals: list[int] = []  # about these claims: they, their negations, "not-steps"
        self.units: list[list[int]] = []
        self.circles: dict[int, list[int]] = {}  # by unit that is a circle: its rules
        self.cut_heads: dict[int, int] = {}  # by "not-step" literal: what the step speaks for
        self.unit_of: dict[int, int] = {}
        self.users: dict[int, list[int]] = {}  # by literal: the units derived from it
        self._arrange(claims)

    def settle(self) -> None:
        """Find the fixed point."""
        self._derive_all(self.possible, self.certain)
        changed = self._derive_all(self.certain, self.possible)
        if not changed:
            return
        counts, turns = self.certain.counts, self.certain.turns
        for literal in changed:
            turns.update([(i, 1) for i in self.theory.rules_of[literal] if counts[i] >= 0])
        self._find_users()
        again = self._opposed_by(changed)
        turn = 2
        while again:
            again = self._turn(turn, again)
            turn += 1

    # The units ------------------------------------------------------------------------------------

    def _arrange(self, claims: list[int]) -> None:
        theory = self.theory
        n = len(theory.claims)
        rules, rules_of = theory.rules, theory.rules_of
        heads = [claim for claim in claims if rules_of[claim]]
        literals = heads + [n + claim for claim in claims if rules_of[n + claim]]
        for literal in literals:  # it grows while it is read
            for index in rules_of[literal]:
                step = rules[index].step
                if step >= 0 and rules_of[2 * n + step]:
                    literals.append(2 * n + step)
                    self.cut_heads[2 * n + step] = literal
        self.literals = literals
        place = {claim: number for number, claim in enumerate(heads)}
        depends = [
            [place[p] for index in rules_of[head] for p in rules[index].premises if p in place]
            for head in heads
        ]
        if any(depends):
            groups = strongly_connected(depends)
            self.units = [[heads[member] for member in group] for group in groups]
            for number, group in enumerate(groups):
                if len(group) > 1 or group[0] in depends[group[0]]:
                    unit = self.units[number]
                    self.circles[number] = [index for head in unit for index in rules_of[head]]
            literals[: len(heads)] = [head for unit in self.units for head in unit]
        else:
            self.units = [[head] for head in heads]
        self.units += [[literal] for literal in literals[len(heads) :]]

    def _find_users(self) -> None:
        """Note which units are derived from which literals: what a change may reach."""
        theory, unit_of = self.theory, self.unit_of
        for number, unit in enumerate(self.units):
            unit_of.update(dict.fromkeys(unit, number))
        for literal in self.literals:
            user = unit_of[literal]
            for index in theory.rules_of[literal]:
                for premise in theory.rules[index].premises:
                    if unit_of.get(premise, user) != user:
                        self.users.setdefault(premise, []).append(user)

    # Turns ----------------------------------------------------------------------------------------

    def _derive_all(self, made: Derived, against: Derived) -> list[int]:
        """Derive every unit, with what nothing `against` defeats; gives what is derived."""
        contraries = Contraries(self.theory, against.strength)
        if not self.circles:
            return self._derive_each(self.literals, made, contraries)
        every = range(len(self.units))
        return [literal for unit in every for literal in self._derive(unit, made, contraries)]

    def _turn(self, turn: int, again: set[int]) -> set[int]:
        """Derive these units of POSS, in an even turn, or of IN again, and what follows from them.
        Gives the units that what has changed speaks against."""
        made, against = self.possible, self.certain
        if turn % 2:
            made, against = against, made
        contraries = Contraries(self.theory, against.strength)
        waiting = list(again)
        heapify(waiting)
        queued = set(again)
        changed: list[int] = []
        rules_of, counts = self.theory.rules_of, made.counts
        while waiting:
            unit = heappop(waiting)
            rules = [index for literal in self.units[unit] for index in rules_of[literal]]
            before = [counts[index] for index in rules]
            now = self._derive(unit, made, contraries)
            for index, was in zip(rules, before, strict=True):
                if (was >= 0) != (counts[index] >= 0):
                    made.turns[index] = turn
                    if was >= 0:
                        made.was[index] = was
            changed += now
            for literal in now:
                for user in self.users.get(literal, ()):
                    if user not in queued:
                        queued.add(user)
                        heappush(waiting, user)
        return self._opposed_by(changed)

    def _opposed_by(self, literals: list[int]) -> set[int]:
        """The units that literals speak against."""
        n, unit_of = len(self.theory.claims), self.unit_of
        met: set[int] = set()
        groups: set[int] = set()
        for literal in literals:
            if literal >= 2 * n:
                met.add(unit_of[self.cut_heads[literal]])
                continue
            contrary = literal + n if literal < n else literal - n
            if contrary in unit_of:
                met.add(unit_of[contrary])
            if literal < n:
                groups.update(self.theory.in_groups[literal])
        for group in groups:
            members = self.theory.groups[group]
            met.update(unit_of[member] for member in members if member in unit_of)
        return met

    def _derive(self, unit: int, made: Derived, contraries: Contraries) -> list[int]:
        """Derive a unit again; gives its literals that have changed."""
        literals = self.units[unit]
        if unit not in self.circles:
            return self._derive_each(literals, made, contraries)
        before = [(made.strength[literal], made.hands_on[literal]) for literal in literals]
        opposed = {
            index: self._bar(index, contraries, bar)
            for literal in literals
            for bar in [contraries.strongest(literal)]
            for index in self.theory.rules_of[literal]
        }
        settle_circle(self.theory.rules, self.circles[unit], opposed, made)
        return [
            literal
            for literal, old in zip(literals, before, strict=True)
            if old != (made.strength[literal], made.hands_on[literal])
        ]

    def _derive_each(self, literals: list[int], made: Derived, contraries: Contraries) -> list[int]:
        """Derive literals that are in no circle, each after what it rests on; gives those that
        have changed."""
        rules, rules_of = self.theory.rules, self.theory.rules_of
        strengths, hands_on, counts = made.strength, made.hands_on, made.counts
        opposing = contraries.strength
        not_steps = 2 * len(self.theory.claims)
        changed: list[int] = []
        for literal in literals:
            opposition = contraries.strongest(literal)
            best = most = NONE
            for index in rules_of[literal]:
                premises, _, strength, _, step = rules[index]
                if premises:
                    if len(premises) > 1 or strength == CONCLUSIVE:
                        strength = rule_strength(rules[index], made)
                    elif strengths[premises[0]] < 0:
                        strength = NONE
                    if step >= 0 and opposing[not_steps + step] >= 0:
                        strength = NONE
                if strength <= opposition and strength != BEYOND:
                    strength = NONE
                counts[index] = strength
                best = strength if strength > best else best
                handed = strength if premises or strength < 0 else rules[index].hands_on(strength)
                most = handed if handed > most else most
            if strengths[literal] != best or hands_on[literal] != most:
                strengths[literal], hands_on[literal] = best, most
                changed.append(literal)
        return changed

    def _bar(self, index: int, contraries: Contraries, opposition: float) -> float:
        """The strength that a rule must exceed to stand; BEYOND if it is undercut."""
        step = self.theory.rules[index].step
        if step >= 0 and contraries.strength[2 * len(self.theory.claims) + step] >= 0:
            return BEYOND
        return opposition
