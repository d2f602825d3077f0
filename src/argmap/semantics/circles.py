"""What follows in a circle of supports, where no reason may rest on its own conclusion.

Among the rules admitted at a moment, a rule counts for its conclusion only if its premises can be
derived by them without that conclusion, and a conclusive rule with the strengths they then have.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from argmap.semantics.components import strongly_connected
from argmap.semantics.detours import Detours, Moment, Reason
from argmap.semantics.theory import Rule

NONE = -1.0
"""The strength of what is not derived."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What can be derived: by literal its strength (NONE where it cannot) and the most that it
    hands on; by rule the strength at which it counts, or NONE.

    Where claims hang on each other, `turns` has by rule the turn in which it began to count, if
    this is IN, or ceased to, if it is POSS; for all that was so from the start it has none. `was`
    has the strength at which a rule counted before it ceased to.
    """

    strength: list[float]
    hands_on: list[float]
    counts: list[float]
    turns: dict[int, int] = field(default_factory=dict)
    was: dict[int, float] = field(default_factory=dict)


def rule_strength(rule: Rule, made: Derived) -> float:
    """The strength of a rule whose premises are all derived, NONE if one is not."""
    if rule.conclusive:
        return min([made.hands_on[premise] for premise in rule.premises])
    for premise in rule.premises:
        if made.strength[premise] < 0:
            return NONE
    return rule.strength


def settle_circle(
    rules: Sequence[Rule], circle: list[int], opposed: Mapping[int, float], made: Derived
) -> None:
    """Enter in `made` what follows from the rules of a circle (by their numbers).

    A rule must be stronger than what it is `opposed` by. Rules that are not admitted may have held
    the circle together: what is left of it is taken in its parts, each after what it rests on.
    """
    waiting = [circle]
    while waiting:
        part = _Circle(rules, waiting.pop(), opposed, made)
        part.close()
        admitted = part.admitted()
        groups = part.split(admitted)
        if len(groups) == 1 and len(admitted) == len(part.rules):
            part.count()
        else:
            waiting += reversed(groups)


class _Circle:
    """Rules whose conclusions may rest on each other."""

    def __init__(
        self,
        rules: Sequence[Rule],
        own: list[int],
        opposed: Mapping[int, float],
        made: Derived,
    ) -> None:
        self.all_rules = rules
        self.rules = own
        self.opposed = opposed
        self.made = made
        self.rules_of: dict[int, list[int]] = {}
        for index in own:
            self.rules_of.setdefault(rules[index].head, []).append(index)
        self.inside: dict[int, list[int]] = {}  # by rule: its premises that are in the circle
        self.using: dict[int, list[int]] = {head: [] for head in self.rules_of}
        for index in own:
            self.inside[index] = [p for p in rules[index].premises if p in self.using]
            for premise in self.inside[index]:
                self.using[premise].append(index)
        self.first: dict[int, int] = {}  # by literal: the moment when it was first derived,
        self.last: dict[int, int] = {}  # when it last became stronger,
        self.most: dict[int, int] = {}  # and when it came to hand on the most
        self.moments: list[Moment] = []

    def close(self) -> None:
        """Derive all that can be, the strongest first, as if resting on oneself were allowed."""
        made, rules = self.made, self.all_rules
        for head in self.rules_of:
            made.strength[head] = made.hands_on[head] = NONE
        ready: list[tuple[float, int, int, float]] = []
        turn = 0

        def offer(index: int) -> None:
            nonlocal turn
            strength = self._standing(index)
            if strength >= 0:
                turn += 1
                heappush(ready, (-rules[index].hands_on(strength), turn, index, strength))

        for index in self.rules:
            if not self.inside[index]:
                offer(index)
        while ready:
            minus, _, index, strength = heappop(ready)
            head = rules[index].head
            if strength <= made.strength[head] and -minus <= made.hands_on[head]:
                continue
            moment = len(self.moments)
            premises = self.inside[index]
            when = self.most if rules[index].conclusive else self.first
            self.moments.append(Moment(head, -minus, [when[premise] for premise in premises]))
            self.first.setdefault(head, moment)
            self.last[head] = moment
            if -minus > made.hands_on[head]:
                self.most[head] = moment
            made.strength[head] = max(made.strength[head], strength)
            made.hands_on[head] = max(made.hands_on[head], -minus)
            for user in self.using[head]:
                offer(user)

    def admitted(self) -> list[int]:
        """The rules that stand when all is derived; those that do not count are struck out."""
        found: list[int] = []
        for index in self.rules:
            if self._standing(index) >= 0:
                found.append(index)
            else:
                self.made.counts[index] = NONE
        return found

    def split(self, admitted: list[int]) -> list[list[int]]:
        """The admitted rules in groups whose conclusions rest on each other by them, in order."""
        heads = list(dict.fromkeys(self.all_rules[index].head for index in admitted))
        place = {head: number for number, head in enumerate(heads)}
        own: list[list[int]] = [[] for _ in heads]
        depends: list[list[int]] = [[] for _ in heads]
        for index in admitted:
            at = place[self.all_rules[index].head]
            own[at].append(index)
            depends[at] += [place[premise] for premise in self.inside[index]]
        return [
            [index for member in group for index in own[member]]
            for group in strongly_connected(depends)
        ]

    def count(self) -> None:
        """Which rules count and how much, and what that makes of their conclusions.

        Where every premise was derived to the full before the head was derived at all, none rests
        on it.
        """
        made, rules = self.made, self.all_rules
        late: list[int] = []
        for index in self.rules:
            rule = rules[index]
            start = self.first[rule.head]
            known = self.last if rule.conclusive else self.first
            if all(known[premise] < start for premise in self.inside[index]):
                made.counts[index] = self._standing(index)
            else:
                late.append(index)
        if late:
            self._count_late(late)
        for head, own in self.rules_of.items():
            counts = [(rules[index], made.counts[index]) for index in own]
            made.strength[head] = max(strength for _, strength in counts)
            made.hands_on[head] = max(
                rule.hands_on(strength) if strength >= 0 else NONE for rule, strength in counts
            )

    def _standing(self, index: int) -> float:
        """The strength of a rule that is derived and not defeated, else NONE."""
        rule = self.all_rules[index]
        strength = rule_strength(rule, self.made)
        return strength if strength > self.opposed[index] or rule.is_fact else NONE

    def _levels(self) -> list[float]:
        """All that can be handed on in the circle, from the least; what is derived has some level.

        Levels matter to conclusive rules only.
        """
        found: set[float] = set()
        for index in self.rules:
            rule = self.all_rules[index]
            if not self.inside[index]:
                found.add(rule.hands_on(self._standing(index)))
            elif not rule.conclusive:
                found.add(rule.strength)
            else:
                found.update(self.made.hands_on[premise] for premise in rule.premises)
        conclusive = any(self.all_rules[i].conclusive and self.inside[i] for i in self.rules)
        return sorted(found) if conclusive else [0.0]

    def _count_late(self, late: list[int]) -> None:
        """Enter which of the late rules count, and how much."""
        levels = self._levels()
        detours = Detours(self._reasons(levels), self.moments, levels)
        asked = {}
        for index in late:
            conclusive = self.all_rules[index].conclusive
            asked[index] = bisect_right(levels, self._standing(index)) if conclusive else 1
        for index, kept in detours.kept(asked).items():
            rule = self.all_rules[index]
            strength = levels[kept - 1] if rule.conclusive else rule.strength
            self.made.counts[index] = strength if kept else NONE

    def _reasons(self, levels: list[float]) -> dict[int, Reason]:
        """The rules with the levels at which they hand on, at most."""
        found: dict[int, Reason] = {}
        for index in self.rules:
            rule, inside = self.all_rules[index], self.inside[index]
            if not (inside and rule.conclusive):
                handed = rule.hands_on(rule.strength if inside else self._standing(index))
                found[index] = Reason(rule.head, inside, -1, bisect_right(levels, handed))
            else:
                outside = [self.made.hands_on[p] for p in rule.premises if p not in self.using]
                reached = bisect_right(levels, min(outside)) if outside else len(levels)
                least = bisect_right(levels, self.opposed[index])
                found[index] = Reason(rule.head, inside, least, reached)
        return found
