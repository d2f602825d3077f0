"""The definition of grounded evaluation, word for word, without a thought for speed.

Keep for each literal the best strength so far. Begin with IN = nothing; POSS is what can be
derived with rules that no contrary in IN of at least their strength defeats and whose "not-step"
is not in IN; IN is what can be derived with rules that nothing in POSS so defeats; on and on, until
IN stops growing.

Where supports make a circle, a rule that rests on its own conclusion counts for nothing: among the
rules admitted at that moment, it counts only if its premises can be derived by them without that
conclusion, and a conclusive rule with the strengths that they then have. What lies outside of the
circle has its strengths already, by the rules that count for it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from argmap.model import ArgumentMap
from tests.semantics.oracle_trees import Answer, Literal, Reading, Rule, label, read

Values = dict[Literal, tuple[float, float]]
"""By derived literal: its best strength, and the most that it hands on to a conclusive rule."""


@dataclass
class Derivation:
    """What is derived, by which rules."""

    values: Values
    counting: dict[str, float]


def answer(
    map_: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()
) -> Answer:
    """What the map means by the definition."""
    reading = read(map_, without, assume)
    inside, possible = rounds(reading)[-1]
    certain = {literal: strength for literal, (strength, _) in inside.values.items()}
    maybe = {literal: strength for literal, (strength, _) in possible.values.items()}
    return Answer(
        claims={claim.id: label(claim.id, reading, certain, maybe) for claim in map_.claims},
        steps={
            step.id: "in"
            if step.id in inside.counting
            else "undecided"
            if step.id in possible.counting
            else "out"
            for step in map_.steps
        },
        certain=certain,
        possible=maybe,
    )


def rounds(reading: Reading) -> list[tuple[Derivation, Derivation]]:
    """What is in and what is possible, each time that both are found, until nothing is added."""
    found: list[tuple[Derivation, Derivation]] = []
    inside = Derivation({}, {})
    while True:
        possible = derive(reading, inside.values)
        before, inside = inside, derive(reading, possible.values)
        found.append((inside, possible))
        if inside.values == before.values:
            return found


def derive(reading: Reading, against: Values) -> Derivation:
    """What can be derived with rules that nothing in `against` defeats."""
    opposed: dict[str, float] = {}
    for rule in reading.rules:
        if ("cut", str(rule.step)) not in against:
            contraries = reading.contraries.get(rule.head, set())
            rivals = [against[c][0] for c in contraries if c in against]
            opposed[rule.name] = max(rivals, default=-1.0)
    found = Derivation({}, {})
    count([r for r in reading.rules if r.name in opposed], opposed, found)
    return found


def count(rules: list[Rule], opposed: dict[str, float], found: Derivation) -> None:
    """Enter in `found` which of these rules count and what they derive."""
    everything = closure(rules, opposed, found.values)
    admitted = [rule for rule in rules if strength(rule, opposed, everything) is not None]
    groups = circles(admitted)
    if len(groups) > 1 or len(admitted) < len(rules):
        for group in groups:  # one after the other: what a group rests on comes before it
            count([rule for rule in admitted if rule.head in group], opposed, found)
        return
    for rule in admitted:
        others = [other for other in admitted if other.head != rule.head]
        without = closure(others, opposed, found.values)
        its = strength(rule, opposed, without)
        if its is not None:
            found.counting[rule.name] = its
    for rule in admitted:
        if rule.name in found.counting:
            better(rule, found.counting[rule.name], found.values)


def closure(rules: list[Rule], opposed: dict[str, float], given: Values) -> Values:
    """All that the rules derive from what is given, at the best strengths."""
    values = dict(given)
    while True:
        before = dict(values)
        for rule in rules:
            its = strength(rule, opposed, values)
            if its is not None:
                better(rule, its, values)
        if values == before:
            return values


def strength(rule: Rule, opposed: dict[str, float], values: Values) -> float | None:
    """The strength of a rule that has its premises and is not defeated, else None."""
    premises = [("claim", premise) for premise in rule.premises]
    if not all(premise in values for premise in premises):
        return None
    its = rule.strength
    if its is None:
        its = min(values[premise][1] for premise in premises)
    return its if rule.fact or its > opposed[rule.name] else None


def better(rule: Rule, its: float, values: Values) -> None:
    """Enter what a rule of this strength does for its head."""
    hands_on = 1.0 if rule.fact else its if rule.premises else max(its, 0.5)
    old = values.get(rule.head, (its, hands_on))
    values[rule.head] = (max(its, old[0]), max(hands_on, old[1]))


def circles(rules: list[Rule]) -> list[set[Literal]]:
    """The heads of the rules, those that rest on each other together, in order."""
    heads = list(dict.fromkeys(rule.head for rule in rules))
    rests_on: dict[Literal, set[Literal]] = {head: set() for head in heads}
    for rule in rules:
        below = {("claim", premise) for premise in rule.premises}
        rests_on[rule.head] |= below & set(heads)
    changed = True
    while changed:
        changed = False
        for head in heads:
            more = set().union(*(rests_on[below] for below in rests_on[head]))
            changed |= not more <= rests_on[head]
            rests_on[head] |= more
    groups: list[set[Literal]] = []
    for head in sorted(heads, key=lambda head: len(rests_on[head] | {head})):
        if not any(head in group for group in groups):
            mutual = {o for o in heads if o in rests_on[head] and head in rests_on[o]}
            groups.append({head} | mutual)
    return groups


def has_circle(map_: ArgumentMap) -> bool:
    """Whether any claim rests on itself by the map's supports."""
    supports = [rule for rule in read(map_).rules if rule.head[0] == "claim"]
    groups = circles(supports)
    return any(len(group) > 1 for group in groups) or any(
        rule.head == ("claim", premise) for rule in supports for premise in rule.premises
    )
