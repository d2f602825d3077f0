"""Part of a theory, cut out so that it can be judged by itself, with what reaches it from outside
given as it is or would be.

Grounded evaluation allows this, as no claim's standing hangs on what rests on it (directionality:
Baroni and Giacomin, "On principle-based evaluation of extension-based argumentation semantics",
Artificial Intelligence 171, 2007).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.semantics.grounded import NONE, Grounded, ground
from argmap.semantics.links import Links
from argmap.semantics.theory import BEYOND, CONCLUSIVE, FACT, SOURCED, STEP, Ground, Rule, Theory

Pair = tuple[float, float]
"""A strength certainly and a strength possibly had; NONE where it is not had."""

Value = tuple[float, float, float, float]
"""How a claim fares: its strength and what it hands on, certainly, then possibly."""

FREELY: Pair = (CONCLUSIVE, CONCLUSIVE)
THAT, NOT_CLAIM, NOT_STEP = 0, 1, 2
"""Which literal of a claim or step a rule concludes."""

Entry = tuple[tuple[int, ...], int, int, float, Ground, int]
"""A rule with its head not numbered yet: premises, which literal, of what, then as `Rule`."""


class Excerpt:
    """A part of a theory in the making, with what comes from outside given.

    Three claims of its own stand for the outside: a fact; one that is its own contrary, which
    makes it possible and never certain; and one that nothing is given for. A step that can never
    apply stays in, resting on the last, since an undercut is found by the step that it cuts.
    """

    def __init__(self, claims: int) -> None:
        self.fact, self.perhaps, self.never = claims, claims + 1, claims + 2
        self.claims = claims + 3
        self.rules: list[Entry] = [
            ((), THAT, self.fact, BEYOND, FACT, -1),
            ((), THAT, self.perhaps, CONCLUSIVE, SOURCED, -1),
        ]

    def add(
        self,
        rule: Rule,
        premises: tuple[int, ...],
        which: int,
        of: int,
        step: int,
        given: Pair,
    ) -> None:
        """Enter a rule; `premises` are those inside, `given` what `handed` makes of the others."""
        certain, possible = given
        if not rule.premises or (certain >= CONCLUSIVE and premises):
            self.rules.append((premises, which, of, rule.strength, rule.ground, step))
        elif possible < 0:
            if step >= 0:
                self.rules.append(((self.never,), which, of, rule.strength, rule.ground, step))
        elif not premises:
            if not rule.conclusive:
                certain = rule.strength if certain >= 0 else NONE
                possible = rule.strength
            self.give(which, of, step, (certain, possible))
        else:
            outside = self.perhaps
            if rule.conclusive:
                outside = self.claims
                self.claims += 1
                self.give(THAT, outside, -1, given)
            elif certain >= 0:
                outside = premises[0]
            inside = premises if outside in premises else (*premises, outside)
            self.rules.append((inside, which, of, rule.strength, rule.ground, step))

    def give(self, which: int, of: int, step: int, pair: Pair) -> None:
        """Have a literal derived from outside, at a strength certainly and at one possibly."""
        certain, possible = pair
        if possible > certain:
            self.rules.append(((self.perhaps,), which, of, possible, STEP, step))
        if certain >= 0:
            self.rules.append(((self.fact,), which, of, certain, STEP, step))

    def theory(self, root: Sequence[int], groups: Iterable[tuple[int, ...]]) -> Theory:
        """The finished part; `root` has its steps, by the claim each bears on in the end."""
        n = self.claims
        every = (*groups, (self.perhaps, self.perhaps))
        by_head: list[list[int]] = [[] for _ in range(2 * n + len(root))]
        rules: list[Rule] = []
        for premises, which, of, strength, grounds, step in self.rules:
            by_head[which * n + of].append(len(rules))
            rules.append(Rule(premises, which * n + of, strength, grounds, step))
        in_groups: list[list[int]] = [[] for _ in range(n)]
        for index, group in enumerate(every):
            for member in dict.fromkeys(group):
                in_groups[member].append(index)
        return Theory(
            claims=tuple(map(str, range(n))),
            steps=tuple(map(str, range(len(root)))),
            rules=tuple(rules),
            rules_of=tuple(map(tuple, by_head)),
            groups=every,
            in_groups=tuple(map(tuple, in_groups)),
            root=tuple(root),
        )


def handed(rule: Rule, outside: Iterable[Value]) -> Pair:
    """What premises from outside hand a rule: a conclusive one their least, others just that they
    are derived."""
    certain, possible = FREELY
    for value in outside:
        if rule.conclusive:
            certain, possible = min(certain, value[1]), min(possible, value[3])
        else:
            certain = certain if value[0] >= 0 else NONE
            possible = possible if value[2] >= 0 else NONE
    return certain, possible


def value_of(grounded: Grounded, claim: int) -> Value:
    """How a claim fares in an evaluation."""
    certain, possible = grounded.certain, grounded.possible
    return (
        certain.strength[claim],
        certain.hands_on[claim],
        possible.strength[claim],
        possible.hands_on[claim],
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a map judged again, with the numbers that its claims and steps have in the map."""

    theory: Theory
    grounded: Grounded
    claims: list[int]
    steps: list[int]


def cut_out(links: Links, altered: Theory, region: list[int], base: Grounded) -> Part:
    """The part of an altered theory about the claims of a region; all else is as in the base."""
    n = len(altered.claims)
    place = {claim: number for number, claim in enumerate(region)}
    steps = [step for step, claim in enumerate(altered.root) if claim in place]
    step_place = {step: number for number, step in enumerate(steps)}
    made = Excerpt(len(region))
    for rule in altered.rules:
        if links.about(rule) in place:
            inside = tuple(place[p] for p in rule.premises if p in place)
            outside = (value_of(base, p) for p in rule.premises if p not in place)
            which, of = divmod(rule.head, n) if rule.head < 2 * n else (NOT_STEP, rule.head - 2 * n)
            local = step_place[of] if which == NOT_STEP else place[of]
            step = step_place.get(rule.step, -1)
            made.add(rule, inside, which, local, step, handed(rule, outside))
    groups = {g: None for claim in region for g in altered.in_groups[claim]}
    local_groups = [tuple(place[member] for member in altered.groups[g]) for g in groups]
    theory = made.theory([place[altered.root[step]] for step in steps], local_groups)
    return Part(theory, ground(theory), region, steps)
