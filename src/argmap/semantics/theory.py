"""A map as rules: the structure that every semantics works on.

A reason is a defeasible rule premises ⇒ claim, a rebuttal premises ⇒ not-claim, an undercut
premises ⇒ not-step; a claim that is put forward as it stands is the head of a rule without
premises. This is ASPIC+ at the level of claims with the last-link principle (Modgil and Prakken,
"A general account of argumentation with preferences", Artificial Intelligence 195, 2013): each
rule is an argument's last step, and arguments are never built.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import NamedTuple

from argmap.model import ArgumentMap, Citation, Claim, value_of
from argmap.semantics.joint import conjunctions, exclusions, others

WEAK, MODERATE, STRONG, CONCLUSIVE = 0.25, 0.5, 0.75, 1.0
BEYOND = 2.0
"""The strength of a fact: beyond all that can be said against it."""

LIKELY = 0.55
"""Below this likelihood a claim is not put forward by being written down."""

_BELOW_LIKELY = frozenset({"almost-no-chance", "very-unlikely", "unlikely", "roughly-even"})


class Ground(IntEnum):
    """Why a rule is there."""

    PRESUMED = 0  # a bare claim, put forward by being written down
    SOURCED = 1  # a quotation, a citation, or `basis: reported`
    FACT = 2
    STEP = 3
    JOINT = 4  # the others of claims that cannot all hold


PRESUMED, SOURCED, FACT, STEP, JOINT = Ground
# Looking up a member of an enumeration takes twenty times as long as a name of the module.


class Rule(NamedTuple):
    """premises ⇒ head. Premises are claims; literals are numbered as `Theory` says.

    `strength` is the rule's own; a conclusive rule has the least that its premises hand on.
    `step` is the index of the map's step, or -1.
    """

    premises: tuple[int, ...]
    head: int
    strength: float
    ground: Ground
    step: int = -1

    @property
    def conclusive(self) -> bool:
        """Whether the rule only hands on what its premises have."""
        return self.strength == CONCLUSIVE and bool(self.premises)

    @property
    def is_fact(self) -> bool:
        """Whether nothing can be said against it."""
        return self.strength == BEYOND

    def hands_on(self, strength: float) -> float:
        """What it gives a conclusive step that builds on its head, at its strength now."""
        if self.premises:
            return strength
        if strength == BEYOND:
            return CONCLUSIVE
        return strength if strength > MODERATE else MODERATE


_rule_of = partial(tuple.__new__, Rule)
# It makes a rule of its fields as a tuple, in half the time that `Rule` takes; there are many.


@dataclass(frozen=True, slots=True)
class Theory:
    """The rules of a map.

    Of n claims and m steps, literal i < n is claim i, n + i is "not claim i", and 2n + j is
    "step j does not apply". `rules_of` gives the rules by their head. `groups` are claims of
    which any two are contraries, the first `asked` of them the answers of questions, and
    `in_groups` gives for each claim the groups it is in; a claim that comes twice in a group is
    its own contrary. `root` gives the claim that a step bears on in the end. `joints` are claims,
    three or more, that cannot all hold, and `joint_of` says for each rule of theirs which; the
    claims that stand for several of them (see `joint`) come after those of the map, and have no id.
    """

    claims: tuple[str, ...]
    steps: tuple[str, ...]
    rules: tuple[Rule, ...]
    rules_of: tuple[tuple[int, ...], ...]
    groups: tuple[tuple[int, ...], ...]
    in_groups: tuple[tuple[int, ...], ...]
    root: tuple[int, ...]
    asked: int = 0
    joints: tuple[tuple[int, ...], ...] = ()
    joint_of: Mapping[int, int] = field(default_factory=dict)

    @property
    def literals(self) -> int:
        """How many literals there are."""
        return 2 * len(self.claims) + len(self.steps)

    def negation(self, claim: int) -> int:
        """The literal "not claim"."""
        return len(self.claims) + claim

    def rule_of_step(self) -> list[int]:
        """By step: its rule, where each has one, as in the theory of a map."""
        found = [-1] * len(self.steps)
        for index, rule in enumerate(self.rules):
            if rule.step >= 0:
                found[rule.step] = index
        return found

    def excluding(self, rule: int) -> tuple[list[int], int]:
        """Of the claims that exclude another together, by the rule that says so: those to name, and
        how many more there are."""
        own = self.rules[rule].head - len(self.claims)
        return others(self.joints[self.joint_of[rule]], own)


def put_forward(
    claim: Claim, has_reasons: bool, grades: dict[str, float]
) -> list[tuple[float, Ground]]:
    """How a claim is put forward as it stands, and how strongly."""
    grounds: list[tuple[float, Ground]] = []
    if claim.attributes and claim.is_fact:
        grounds.append((BEYOND, FACT))
    if claim.citations:
        best = best_citation(claim.citations, grades)
        grounds.append((grades.get(best.source or "", MODERATE), SOURCED))
    elif claim.attributes and claim.basis == "reported":
        grounds.append((MODERATE, SOURCED))
    if not grounds and not has_reasons and is_asserted(claim):
        grounds.append((WEAK, PRESUMED))
    return grounds


def is_asserted(claim: Claim) -> bool:
    """Whether writing the claim down puts it forward, where no reason is given for it."""
    if claim.kind == "answer" or claim.get("stance") in ("open", "reject"):
        return False
    likelihood = claim.get("likelihood")
    if isinstance(likelihood, int | float):
        return likelihood >= LIKELY
    return likelihood not in _BELOW_LIKELY


def best_citation(citations: Sequence[Citation], grades: Mapping[str, float]) -> Citation:
    """The citation that is worth most, by the grades of the sources; the first of equals."""
    if len(citations) == 1:
        return citations[0]
    return max(citations, key=lambda one: grades.get(one.source or "", MODERATE))


def grade_weights(map_: ArgumentMap) -> dict[str, float]:
    """What each graded source is worth: A is strong, B moderate, C or less weak."""
    weights: dict[str, float] = {}
    for source in map_.sources:
        grade = value_of(source.attributes, "grade")
        if isinstance(grade, str):
            weights[source.id] = {"A": STRONG, "B": MODERATE}.get(grade[:1], WEAK)
    return weights


def build_theory(
    map_: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()
) -> Theory:
    """The rules of a map.

    A claim in `without` is not put forward as it stands, which leaves it its reasons; a claim in
    `assume` is taken for a fact.
    """
    number = dict(zip(map_.claim, range(len(map_.claims)), strict=True))
    groups = [
        tuple(number[answer] for answer in question.answers)
        for question in map_.questions
        if question.exclusive and len(question.answers) > 1
    ]
    asked = len(groups)
    joints: list[tuple[int, ...]] = []
    for contradiction in map_.contradictions:
        members = tuple(dict.fromkeys(number[claim] for claim in contradiction.claims))
        if len(members) <= 2:
            groups.append((members[0], members[-1]))
        else:
            joints.append(members)
    n = len(number) + sum(conjunctions(len(members)) for members in joints)
    rules = grounds(map_, frozenset(without), frozenset(assume))
    root = _add_steps(map_, number, n, rules)
    joint_of = _add_joints(joints, len(number), n, rules)
    return Theory(
        claims=(*number, *("",) * (n - len(number))),
        steps=tuple(map_.step),
        rules=tuple(rules),
        rules_of=_places([head for _, head, _, _, _ in rules], 2 * n + len(root)),
        groups=tuple(groups),
        in_groups=_memberships(groups, n),
        root=tuple(root),
        asked=asked,
        joints=tuple(joints),
        joint_of=joint_of,
    )


def _add_joints(
    joints: list[tuple[int, ...]], own: int, n: int, rules: list[Rule]
) -> dict[int, int]:
    """Add the rules of claims that cannot all hold; gives for each of which claims it is. `own` is
    the first claim that stands for several, `n` how many claims there are in all."""
    joint_of: dict[int, int] = {}
    for number, members in enumerate(joints):
        for premises, head in exclusions(members, n, own):
            joint_of[len(rules)] = number
            rules.append(Rule(premises, head, CONCLUSIVE, JOINT))
        own += conjunctions(len(members))
    return joint_of


def _add_steps(
    map_: ArgumentMap, number: Mapping[str, int], n: int, rules: list[Rule]
) -> list[int]:
    """Add the rules of the steps, of n claims in all; gives for each step the claim that it bears
    on in the end."""
    by_step, rule_of = STEP, _rule_of
    step_number: dict[str, int] = {}
    root = [-1] * len(map_.steps)
    cuts: list[tuple[int, int]] = []
    for index, step in enumerate(map_.steps):
        kind, premises, strength = step.kind, step.premises, step.strength
        if kind == "undercut":
            if not step_number:
                step_number = dict(zip(map_.step, range(len(root)), strict=True))
            cut = step_number[step.target]
            cuts.append((index, cut))
            head = 2 * n + cut
        else:
            root[index] = head = number[step.target]
            if kind == "rebuttal":
                head += n
        numbers = (
            (number[premises[0]],)
            if len(premises) == 1
            else tuple([number[premise] for premise in premises])
        )
        own = MODERATE if strength is None else strength
        rules.append(rule_of((numbers, head, own, by_step, index)))
    _find_roots(root, cuts)
    return root


def grounds(
    map_: ArgumentMap, without: Collection[str] = frozenset(), assume: Collection[str] = frozenset()
) -> list[Rule]:
    """The rules that put claims forward as they stand."""
    grades = grade_weights(map_)
    supported = {step.target for step in map_.steps if step.kind == "support"}
    presumed, fact, rule_of = PRESUMED, FACT, _rule_of
    rules: list[Rule] = []
    for index, claim in enumerate(map_.claims):
        id_ = claim.id
        if id_ in assume:
            rules.append(Rule((), index, BEYOND, fact))
        elif id_ in without:
            continue
        elif claim.attributes or claim.citations:
            for strength, ground in put_forward(claim, id_ in supported, grades):
                rules.append(Rule((), index, strength, ground))
        elif id_ not in supported and claim.kind == "claim":
            rules.append(rule_of(((), index, WEAK, presumed, -1)))
    return rules


def leaf_rules(theory: Theory) -> dict[int, list[int]]:
    """By leaf (a claim put forward as it stands): the rules that put it forward."""
    found: dict[int, list[int]] = {}
    for index, rule in enumerate(theory.rules):
        if rule.ground <= FACT:
            found.setdefault(rule.head, []).append(index)
    return found


def _find_roots(root: list[int], cuts: list[tuple[int, int]]) -> None:
    """Fill in the claim that each undercut bears on in the end, given what each cuts."""
    below = dict(cuts)
    for index, _ in cuts:
        chain: list[int] = []
        at = index
        while root[at] < 0:
            chain.append(at)
            at = below[at]
        for link in chain:
            root[link] = root[at]


def _places(numbers: list[int], size: int) -> tuple[tuple[int, ...], ...]:
    """By number, below `size`: where it stands in the list."""
    found: list[tuple[int, ...]] = [()] * size
    several: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        if not found[number]:
            found[number] = (place,)
        elif number in several:
            several[number].append(place)
        else:
            several[number] = [*found[number], place]
    for number, places in several.items():
        found[number] = tuple(places)
    return tuple(found)


def _memberships(groups: list[tuple[int, ...]], claims: int) -> tuple[tuple[int, ...], ...]:
    """By claim: the groups that it is in."""
    groups_of: dict[int, list[int]] = {}
    for index, group in enumerate(groups):
        for member in dict.fromkeys(group):
            groups_of.setdefault(member, []).append(index)
    found: list[tuple[int, ...]] = [()] * claims
    for member, its in groups_of.items():
        found[member] = tuple(its)
    return tuple(found)
