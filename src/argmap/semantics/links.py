"""Which claims depend on which, to find all that a claim rests on or bears on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
        return sorted(self._all(start, lambda c: [self.about(rules[r]) for r in self.using[c]]))

    def upstream(self, start: Iterable[int]) -> dict[int, None]:
        """The claims and all that they depend on, the nearest first."""
        rules = self.theory.rules
        return self._all(
            start, lambda claim: [p for r in self.rules_about[claim] for p in rules[r].premises]
        )

    def _all(self, start: Iterable[int], near: Callable[[int], list[int]]) -> dict[int, None]:
        """What is reached by `near` and by rivalry, in the order in which it is."""
        seen = dict.fromkeys(start)
        waiting = list(seen)
        groups: set[int] = set()
        for claim in waiting:  # it grows while it is read
            found = near(claim)
            for group in self.theory.in_groups[claim]:
                if group not in groups:
                    groups.add(group)
                    found += self.theory.groups[group]
            for one in found:
                if one not in seen:
                    seen[one] = None
                    waiting.append(one)
        return seen
