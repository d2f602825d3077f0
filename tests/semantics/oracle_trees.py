"""What a map means, from first principles: build every argument, let them attack each other.

Written from the contract and from Dung (1995), and slow. An argument is a tree of rules that
repeats no conclusion on a path. Nothing here comes from the code under test but the model of a
map. `read` and `Rule`, the map as rules, serve the other oracle too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product

from argmap.model import ArgumentMap, Claim

Literal = tuple[str, str]
"""("claim", id), ("not", id of a claim) or ("cut", id of a step)."""


@dataclass(frozen=True)
class Rule:
    """premises => head. `strength` is None where the premises' strengths decide."""

    name: str
    premises: tuple[str, ...]
    head: Literal
    strength: float | None
    fact: bool = False
    step: str | None = None


@dataclass(frozen=True)
class Reading:
    """A map as rules, with what speaks against what: by literal its contraries."""

    rules: tuple[Rule, ...]
    contraries: dict[Literal, set[Literal]]


def read(map_: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()) -> Reading:
    """The rules and contraries of a map, with claims withdrawn or taken for facts."""
    rules: list[Rule] = []
    contraries: dict[Literal, set[Literal]] = defaultdict(set)
    for claim in map_.claims:
        backed = any(s.kind == "support" and s.target == claim.id for s in map_.steps)
        own: Literal = ("claim", claim.id)
        if claim.id not in without or claim.id in assume:
            fact = claim.is_fact or claim.id in assume
            documented = _documented(map_, claim)
            if fact:
                rules.append(Rule(f"fact {claim.id}", (), own, 2.0, fact=True))
            if documented is not None:
                rules.append(Rule(f"source {claim.id}", (), own, documented))
            elif not backed and not fact and _asserted(claim):
                rules.append(Rule(f"presumed {claim.id}", (), own, 0.25))
        contraries[own].add(("not", claim.id))
        contraries["not", claim.id].add(own)
    sort = {"support": "claim", "rebuttal": "not", "undercut": "cut"}
    for step in map_.steps:
        strength = 0.5 if step.strength is None else step.strength
        head = (sort[step.kind], step.target)
        rules.append(
            Rule(step.id, step.premises, head, None if strength == 1 else strength, step=step.id)
        )
    for question in map_.questions:
        if question.exclusive:
            for one, other in product(question.answers, repeat=2):
                if one != other:
                    contraries["claim", one].add(("claim", other))
    for contradiction in map_.contradictions:
        claims = contradiction.claims
        if len(claims) == 2:
            contraries["claim", claims[0]].add(("claim", claims[1]))
            contraries["claim", claims[1]].add(("claim", claims[0]))
        else:
            for claim_ in claims:
                others = tuple(other for other in claims if other != claim_)
                rules.append(Rule(f"joint {claims} {claim_}", others, ("not", claim_), None))
    return Reading(tuple(rules), contraries)


def _documented(map_: ArgumentMap, claim: Claim) -> float | None:
    weights: list[float] = []
    for citation in claim.citations:
        source = next((s for s in map_.sources if s.id == citation.source), None)
        grades = [a.value for a in source.attributes if a.key == "grade"] if source else []
        letter = str(grades[0])[0] if grades else "B"
        weights.append(0.75 if letter == "A" else 0.5 if letter == "B" else 0.25)
    if not weights and claim.basis == "reported":
        return 0.5
    return max(weights, default=None)


def _asserted(claim: Claim) -> bool:
    values = {attribute.key: attribute.value for attribute in claim.attributes}
    if claim.kind == "answer" or values.get("stance") in {"open", "reject"}:
        return False
    likelihood = values.get("likelihood", 1.0)
    if isinstance(likelihood, float):
        return likelihood >= 0.55
    return likelihood in {"likely", "very-likely", "almost-certain"}


# Arguments ---------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Argument:
    """A tree: its last rule, an argument for each premise, and how strong that makes it."""

    rule: Rule
    parts: tuple[Argument, ...]
    strength: float
    hands_on: float

    def all_parts(self) -> Iterator[Argument]:
        """The argument and all that are in it."""
        yield self
        for part in self.parts:
            yield from part.all_parts()


class TooMany(Exception):
    """More arguments than a test has time for."""


def build_all(rules: tuple[Rule, ...], limit: int) -> list[Argument]:
    """Every argument, for claims and against claims and steps."""
    by_head: dict[Literal, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_head[rule.head].append(rule)
    cache: dict[tuple[Literal, frozenset[Literal]], list[Argument]] = {}
    made = 0

    def concluding(head: Literal, path: frozenset[Literal]) -> list[Argument]:
        nonlocal made
        if (head, path) in cache:
            return cache[head, path]
        found: list[Argument] = []
        below = path | {head}
        for rule in by_head[head]:
            if any(("claim", premise) in below for premise in rule.premises):
                continue
            choices = [concluding(("claim", premise), below) for premise in rule.premises]
            for parts in product(*choices):
                found.append(_join(rule, parts))
                made += 1
                if made > limit:
                    raise TooMany
        cache[head, path] = found
        return found

    return [tree for head in list(by_head) for tree in concluding(head, frozenset())]


def _join(rule: Rule, parts: tuple[Argument, ...]) -> Argument:
    if rule.strength is None:  # conclusive
        least = min(part.hands_on for part in parts)
        return Argument(rule, parts, least, least)
    if rule.fact:
        return Argument(rule, parts, rule.strength, 1.0)
    if not rule.premises:
        return Argument(rule, parts, rule.strength, max(rule.strength, 0.5))
    return Argument(rule, parts, rule.strength, rule.strength)


# Dung --------------------------------------------------------------------------------------------


def attacks(one: Argument, other: Argument, contraries: dict[Literal, set[Literal]]) -> bool:
    """Whether an argument defeats another, at its conclusion or below it."""
    for part in other.all_parts():
        if one.rule.head == ("cut", part.rule.step):
            return True
        if (
            one.rule.head in contraries.get(part.rule.head, ())
            and not part.rule.fact
            and not one.strength < part.strength
        ):
            return True
    return False


def grounded(attackers: list[set[int]]) -> set[int]:
    """Dung's grounded extension: begin with nothing, add whatever is defended, to the end."""
    accepted: set[int] = set()
    while True:
        defended = {
            argument
            for argument, against in enumerate(attackers)
            if all(attackers[attacker] & accepted for attacker in against)
        }
        if defended == accepted:
            return accepted
        accepted = defended


@dataclass(frozen=True)
class Answer:
    """Labels of claims and steps, and by literal the strength it certainly and possibly has."""

    claims: dict[str, str]
    steps: dict[str, str]
    certain: dict[Literal, float]
    possible: dict[Literal, float]


def answer(
    map_: ArgumentMap,
    without: Collection[str] = (),
    assume: Collection[str] = (),
    limit: int = 400,
) -> Answer:
    """What the map means by its arguments. Raises TooMany where there are more than `limit`."""
    reading = read(map_, without, assume)
    trees = build_all(reading.rules, limit)
    attackers = [
        {a for a, one in enumerate(trees) if attacks(one, other, reading.contraries)}
        for other in trees
    ]
    accepted = grounded(attackers)
    stand = [tree for index, tree in enumerate(trees) if index in accepted]
    may_stand = [tree for index, tree in enumerate(trees) if not attackers[index] & accepted]
    certain, possible = _best(stand), _best(may_stand)
    return Answer(
        claims={claim.id: label(claim.id, reading, certain, possible) for claim in map_.claims},
        steps={
            step.id: "in"
            if any(tree.rule.step == step.id for tree in stand)
            else "undecided"
            if any(tree.rule.step == step.id for tree in may_stand)
            else "out"
            for step in map_.steps
        },
        certain=certain,
        possible=possible,
    )


def _best(trees: list[Argument]) -> dict[Literal, float]:
    best: dict[Literal, float] = {}
    for tree in trees:
        best[tree.rule.head] = max(tree.strength, best.get(tree.rule.head, tree.strength))
    return best


def label(
    claim: str,
    reading: Reading,
    certain: dict[Literal, float],
    possible: dict[Literal, float],
) -> str:
    """The label of a claim, from what is in and what is possible."""
    if ("claim", claim) in certain:
        return "in"
    if ("claim", claim) in possible:
        return "undecided"
    return "out" if reading.contraries["claim", claim] & set(certain) else "unsupported"
