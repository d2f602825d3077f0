"""Which claims depend on which, to find all that a claim rests on or bears on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.semantics.theory import Rule, Theory


class Links:
    """Which claims depend on which."""

    def __init__(self, theory: Theory) -> None:
        self.theory = theory
        n = len(theory.claims)
        self.using: list[list[int]] = [[] for _ in range(n)]  # the rules it is a premise of
        self.rules_about: list[list[int]] = [[] for _ in range(n)]  # and those that judge it
        for index, rule in enumerate(theory.rules):
            for premise in rule.premises:
                self.using[premise].append(index)
            self.rules_about[self.about(rule)].append(index)

    def about(self, rule: Rule) -> int:
        """The claim that a rule bears on in the end."""
        n = len(self.theory.claims)
        if rule.head >= 2 * n:
            return self.theory.root[rule.head - 2 * n]
        return rule.head % n

    def rivals(self, claim: int) -> Iterator[int]:
        """The claims that it is grouped with."""
        for group in self.theory.in_groups[claim]:
            yield from self.theory.groups[group]

    def downstream(self, start: Iterable[int]) -> list[int]:
        """The claims and all that depend on them, in the order of the map."""
        rules = self.theory.rules
        seen = dict.fromkeys(start)
        waiting = list(seen)
        for claim in waiting:  # it grows while it is read
            found = [self.about(rules[rule]) for rule in self.using[claim]]
            new = dict.fromkeys(c for c in (*found, *self.rivals(claim)) if c not in seen)
            seen |= new
            waiting += new
        return sorted(seen)

    def upstream(self, start: Iterable[int]) -> set[int]:
        """The claims and all that they depend on."""
        rules = self.theory.rules
        seen = set(start)
        waiting = list(seen)
        for claim in waiting:  # it grows while it is read
            found = [p for rule in self.rules_about[claim] for p in rules[rule].premises]
            new = {c for c in (*found, *self.rivals(claim)) if c not in seen}
            seen |= new
            waiting += new
        return seen
