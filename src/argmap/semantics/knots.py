"""Claims that hang on each other in any way: by supports, by rebuttals, by undercuts.

IN and POSS are found in turns. After the first, each turn derives again only what a change in the
turn before can reach.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from argmap.semantics.circles import NONE, Derived, rule_strength, settle_circle
from argmap.semantics.components import strongly_connected
from argmap.semantics.theory import BEYOND, Theory


class Knot:
    """The literals about such claims, in units, each after those that it is derived from: a circle
    of supports is one unit, any other literal is one by itself."""

    def __init__(
        self, theory: Theory, claims: list[int], certain: Derived, possible: Derived
    ) -> None:
        self.theory = theory
        self.certain = certain
        self.possible = possible
        self.units: list[list[int]] = []
        self.circles: dict[int, list[int]] = {}  # by unit that is a circle: its rules
        self.unit_of: dict[int, int] = {}
        self.users: dict[int, list[int]] = {}  # by literal: the units derived from it
        self.cut_heads: dict[int, int] = {}  # by "not-step" literal: what the step speaks for
        self.best: dict[int, tuple[int, int]] = {}  # by group: see `_two_best`
        self._arrange(claims)

    def settle(self) -> None:
        """Find the fixed point."""
        every = range(len(self.units))
        self._turn(self.possible, self.certain, set(every))
        again = self._turn(self.certain, self.possible, set(every))
        while again:
            again = self._turn(self.possible, self.certain, again)
            if again:
                again = self._turn(self.certain, self.possible, again)

    # The units ------------------------------------------------------------------------------------

    def _arrange(self, claims: list[int]) -> None:
        theory = self.theory
        n = len(theory.claims)
        rules, rules_of = theory.rules, theory.rules_of
        heads = [claim for claim in claims if rules_of[claim]]
        literals = [*heads, *(n + claim for claim in claims if rules_of[n + claim])]
        place = {claim: number for number, claim in enumerate(heads)}
        depends: list[list[int]] = [[] for _ in heads]
        uses: list[tuple[int, int]] = []
        for literal in literals:  # it grows while it is read
            for index in rules_of[literal]:
                rule = rules[index]
                for premise in rule.premises:
                    if premise in place:
                        uses.append((premise, literal))
                        if literal < n:
                            depends[place[literal]].append(place[premise])
                if rule.step >= 0 and rules_of[2 * n + rule.step]:
                    literals.append(2 * n + rule.step)
                    self.cut_heads[2 * n + rule.step] = literal
        if any(depends):
            for group in strongly_connected(depends):
                if len(group) > 1 or group[0] in depends[group[0]]:
                    rules_in = [index for member in group for index in rules_of[heads[member]]]
                    self.circles[len(self.units)] = rules_in
                self.units.append([heads[member] for member in group])
        else:
            self.units = [[head] for head in heads]
        self.units += [[literal] for literal in literals[len(heads) :]]
        self.unit_of = {
            literal: number for number, unit in enumerate(self.units) for literal in unit
        }
        for premise, literal in uses:
            user = self.unit_of[literal]
            if user != self.unit_of[premise]:
                self.users.setdefault(premise, []).append(user)

    # Turns ----------------------------------------------------------------------------------------

    def _turn(self, made: Derived, against: Derived, again: set[int]) -> set[int]:
        """Derive these units again, and what follows from them, with what nothing `against`
        defeats. Gives the units that what has changed speaks against."""
        self.best.clear()
        waiting = list(again)
        heapify(waiting)
        queued = set(again)
        met: set[int] = set()
        groups: set[int] = set()
        n = len(self.theory.claims)
        while waiting:
            unit = heappop(waiting)
            for literal in self._derive(unit, made, against):
                for user in self.users.get(literal, ()):
                    if user not in queued:
                        queued.add(user)
                        heappush(waiting, user)
                if literal >= 2 * n:
                    met.add(self.unit_of[self.cut_heads[literal]])
                else:
                    contrary = literal + n if literal < n else literal - n
                    if contrary in self.unit_of:
                        met.add(self.unit_of[contrary])
                    if literal < n:
                        groups.update(self.theory.in_groups[literal])
        for group in groups:
            members = self.theory.groups[group]
            met.update(self.unit_of[member] for member in members if member in self.unit_of)
        return met

    def _derive(self, unit: int, made: Derived, against: Derived) -> list[int]:
        """Derive a unit again; gives its literals that have changed."""
        literals = self.units[unit]
        if unit not in self.circles:
            return literals if self._derive_one(literals[0], made, against) else []
        before = [(made.strength[literal], made.hands_on[literal]) for literal in literals]
        opposed = {
            index: self._bar(index, against, bar)
            for literal in literals
            for bar in [self._opposition(literal, against)]
            for index in self.theory.rules_of[literal]
        }
        settle_circle(self.theory.rules, self.circles[unit], opposed, made)
        return [
            literal
            for literal, old in zip(literals, before, strict=True)
            if old != (made.strength[literal], made.hands_on[literal])
        ]

    def _derive_one(self, literal: int, made: Derived, against: Derived) -> bool:
        """Derive a literal that is in no circle; gives whether it has changed."""
        opposition = self._opposition(literal, against)
        best = handed = NONE
        for index in self.theory.rules_of[literal]:
            rule = self.theory.rules[index]
            strength = rule_strength(rule, made)
            if strength < 0 or (
                strength <= self._bar(index, against, opposition) and not rule.is_fact
            ):
                made.counts[index] = NONE
            else:
                made.counts[index] = strength
                best = max(best, strength)
                handed = max(handed, rule.hands_on(strength))
        changed = made.strength[literal] != best or made.hands_on[literal] != handed
        made.strength[literal], made.hands_on[literal] = best, handed
        return changed

    # What opposes ---------------------------------------------------------------------------------

    def _bar(self, index: int, against: Derived, opposition: float) -> float:
        """The strength that a rule must exceed to stand; BEYOND if it is undercut."""
        step = self.theory.rules[index].step
        if step >= 0 and against.strength[2 * len(self.theory.claims) + step] >= 0:
            return BEYOND
        return opposition

    def _opposition(self, literal: int, against: Derived) -> float:
        """The strength of the strongest contrary of a literal."""
        n = len(self.theory.claims)
        if literal >= 2 * n:
            return NONE
        if literal >= n:
            return against.strength[literal - n]
        found = against.strength[n + literal]
        for index in self.theory.in_groups[literal]:
            group = self.theory.groups[index]
            if index not in self.best:
                self.best[index] = _two_best(group, against.strength)
            first, second = self.best[index]
            rival = group[second if group[first] == literal else first]
            found = max(found, against.strength[rival])
        return found


def _two_best(group: tuple[int, ...], strength: list[float]) -> tuple[int, int]:
    """The places in a group of the strongest member and of the next."""
    first, second = 0, 1
    if strength[group[1]] > strength[group[0]]:
        first, second = 1, 0
    for place in range(2, len(group)):
        if strength[group[place]] > strength[group[first]]:
            first, second = place, first
        elif strength[group[place]] > strength[group[second]]:
            second = place
    return first, second
