"""Circles of supports by themselves, with anything that may oppose their rules."""

from __future__ import annotations

from random import Random

from argmap.semantics.circles import NONE, Derived, settle_circle
from argmap.semantics.theory import FACT, SOURCED, STEP, Rule
from tests.semantics import oracle_definition, oracle_trees
from tests.semantics.oracle_definition import Derivation

STRENGTHS = (1.0, 1.0, 1.0, 0.25, 0.5, 0.75, 0.3)


OUTSIDE = (0.25, 0.5, 1.0)
"""What claims 6, 7 and 8 hand on, which are settled already."""


def circle(random: Random) -> tuple[list[Rule], dict[int, float]]:
    """Rules among at most six claims, many of them conclusive, and what each must be stronger
    than."""
    size = random.randint(2, 6)
    barred = [random.choice((NONE, NONE, NONE, 0.25, 0.5)) for _ in range(size)]
    rules = [
        Rule((), head, random.choice((0.25, 0.5, 0.75)), SOURCED)
        for head in range(size)
        if random.random() < 0.4
    ]
    rules += [Rule((), 0, 2.0, FACT)] if random.random() < 0.1 else []
    for _ in range(random.randint(size, 4 * size)):
        premises = {random.randrange(size): None for _ in range(random.choice((1, 1, 1, 2)))}
        if random.random() < 0.2:
            premises[6 + random.randrange(3)] = None
        strength = random.choice(STRENGTHS)
        rules.append(Rule(tuple(premises), random.randrange(size), strength, STEP))
    return rules, {index: barred[rule.head] for index, rule in enumerate(rules)}


def test_what_counts_in_a_circle_is_what_the_definition_says() -> None:
    for seed in range(1_500):
        rules, opposed = circle(Random(seed))
        made = Derived([NONE] * 6 + [*OUTSIDE], [NONE] * 6 + [*OUTSIDE], [NONE] * len(rules))
        settle_circle(rules, list(range(len(rules))), opposed, made)
        named = [
            oracle_trees.Rule(
                str(index),
                tuple(map(str, rule.premises)),
                ("claim", str(rule.head)),
                None if rule.conclusive else rule.strength,
                rule.is_fact,
            )
            for index, rule in enumerate(rules)
        ]
        given = {("claim", str(6 + at)): (its, its) for at, its in enumerate(OUTSIDE)}
        found = Derivation({**given}, {})
        oracle_definition.count(named, {str(i): bar for i, bar in opposed.items()}, found)
        counts = {str(index): its for index, its in enumerate(made.counts) if its >= 0}
        assert counts == found.counting, f"seed {seed}: {rules} {opposed}"
        for (_, head), pair in found.values.items():
            assert (made.strength[int(head)], made.hands_on[int(head)]) == pair
