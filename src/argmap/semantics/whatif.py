"""What changes if a claim is withdrawn or taken for a fact, and by which way it changes.

Only what depends on the altered claims is judged again: that part is cut out of the map, and what
reaches it from outside stands in it as the base evaluation left it. Grounded evaluation allows
this, as no claim's standing hangs on what rests on it (directionality: Baroni and Giacomin, "On
principle-based evaluation of extension-based argumentation semantics", Artificial Intelligence
171, 2007).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from argmap.model import ArgumentMap, Question
from argmap.semantics.evaluation import Label
from argmap.semantics.grounded import Grounded, ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import (
    BEYOND,
    CONCLUSIVE,
    FACT,
    SOURCED,
    STEP,
    Ground,
    Rule,
    Theory,
    build_theory,
)

Kind = Literal["claim", "step", "question"]
Fault = Literal["unknown", "not-a-claim", "no-leaf", "both"]

OPEN = "open"
"""The verdict on a question that no one answer settles."""


class Thing(NamedTuple):
    """A claim, step or question, by its id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Problem:
    """An id that could not be used.

    `unknown`: nothing has it; `not-a-claim`: a step, question or source has it; `no-leaf`: the
    claim to withdraw is not put forward as it stands, so there is nothing to withdraw; `both`: it
    is to be withdrawn and assumed at once (it is then assumed).
    """

    id: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Change:
    """One thing before and after: labels, for a question its verdict (an answer's id or `open`).

    `cause` is the nearest claim or step that it changed through; None for the altered claims.
    """

    kind: Kind
    id: str
    before: str
    after: str
    cause: Thing | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changes, each kind in the order of the map.

    `shifted` has claims and steps that keep their label but not their strength in the evaluation:
    some chains of causes run through them. `problems` are ids that had no effect.
    """

    claims: tuple[Change, ...]
    steps: tuple[Change, ...]
    questions: tuple[Change, ...]
    shifted: tuple[Change, ...]
    problems: tuple[Problem, ...]

    def chain(self, change: Change) -> tuple[Change, ...]:
        """The way from an altered claim to a change, both included."""
        every = {Thing(c.kind, c.id): c for c in (*self.claims, *self.steps, *self.shifted)}
        way = [change]
        while way[-1].cause is not None:
            way.append(every[way[-1].cause])
        return tuple(reversed(way))


def compare(
    map_: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()
) -> Changes:
    """What is different where the claims in `without` are not put forward as they stand, and
    those in `assume` are facts."""
    theory = build_theory(map_)
    problems = tuple(_problems(map_, theory, without, assume))
    useless = {problem.id for problem in problems if problem.fault != "both"}
    altered = build_theory(
        map_, [id_ for id_ in without if id_ not in useless], set(assume) - useless
    )
    given = {*without, *assume} - useless
    start = [index for index, id_ in enumerate(theory.claims) if id_ in given]
    links, base = Links(theory), ground(theory)
    part = cut_out(links, altered, links.downstream(start), base)
    return _Comparison(map_, links, base, part, start).changes(problems)


def _problems(
    map_: ArgumentMap, theory: Theory, without: Collection[str], assume: Collection[str]
) -> Iterator[Problem]:
    leaves = {theory.claims[index] for index in leaf_rules(theory)}
    for id_ in dict.fromkeys((*without, *assume)):
        if id_ not in map_.claim:
            known = id_ in map_.step or id_ in map_.question or id_ in map_.source
            yield Problem(id_, "not-a-claim" if known else "unknown")
        elif id_ in without and id_ in assume:
            yield Problem(id_, "both")
        elif id_ in without and id_ not in leaves:
            yield Problem(id_, "no-leaf")


def leaf_rules(theory: Theory) -> dict[int, list[int]]:
    """By leaf (a claim put forward as it stands): the rules that put it forward."""
    found: dict[int, list[int]] = {}
    for index, rule in enumerate(theory.rules):
        if rule.ground <= FACT:
            found.setdefault(rule.head, []).append(index)
    return found


def verdict(question: Question, label: Iterable[Label]) -> str:
    """The one answer that stands, given the labels of the answers, or `open`."""
    pairs = zip(question.answers, label, strict=True)
    standing = [answer for answer, its in pairs if its == "in"]
    return standing[0] if len(standing) == 1 else OPEN


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


# A part of a theory ---------------------------------------------------------------------------

NONE = -1.0
Pair = tuple[float, float]
"""A strength certainly and a strength possibly had; NONE where it is not had."""

Value = tuple[float, float, float, float]
"""How a claim fares: its strength and what it hands on, certainly, then possibly."""

FREELY: Pair = (CONCLUSIVE, CONCLUSIVE)
THAT, NOT_CLAIM, NOT_STEP = 0, 1, 2
"""Which literal of a claim or step a rule concludes."""

GIVEN = 2
"""How many rules every excerpt begins with."""

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


# What changed, and by which way ---------------------------------------------------------------


class _Comparison:
    """A base evaluation beside a part of it judged again. Node i < n is claim i, n + j step j."""

    def __init__(
        self, map_: ArgumentMap, links: Links, base: Grounded, part: Part, start: list[int]
    ) -> None:
        self.map = map_
        self.links = links
        self.theory = links.theory
        self.n = len(self.theory.claims)
        self.start = start
        self.old = read_labels(self.theory, base)
        new = read_labels(part.theory, part.grounded)
        self.new = dict(zip(part.claims, new.claims, strict=False))
        self.labels: dict[int, tuple[str, str]] = {}
        self.moved: set[int] = set()
        for local, claim in enumerate(part.claims):
            self.labels[claim] = self.old.claims[claim], new.claims[local]
            if value_of(base, claim) != value_of(part.grounded, local):
                self.moved.add(claim)
        self.step_rule = {r.step: i for i, r in enumerate(self.theory.rules) if r.step >= 0}
        before = _counts(self.theory, base)
        after = _counts(part.theory, part.grounded)
        for local, step in enumerate(part.steps):
            self.labels[self.n + step] = self.old.steps[step], new.steps[local]
            if before[step] != after[local]:
                self.moved.add(self.n + step)
        self.moved |= {node for node, (old, now) in self.labels.items() if old != now}

    def changes(self, problems: tuple[Problem, ...]) -> Changes:
        """All that changed, each with its cause."""
        causes = self._causes()
        found: tuple[list[Change], list[Change], list[Change]] = ([], [], [])
        told = self.moved.union(c for node in self.moved if (c := causes[node]) is not None)
        for node in sorted(told):
            kind, id_ = self._thing(node)
            old, now = self.labels[node]
            cause = causes[node]
            change = Change(kind, id_, old, now, None if cause is None else self._thing(cause))
            found[2 if old == now else node >= self.n].append(change)
        claims, steps, shifted = map(tuple, found)
        return Changes(claims, steps, tuple(self._questions()), shifted, problems)

    def _thing(self, node: int) -> Thing:
        if node < self.n:
            return Thing("claim", self.theory.claims[node])
        return Thing("step", self.theory.steps[node - self.n])

    def _questions(self) -> Iterator[Change]:
        number = {id_: index for index, id_ in enumerate(self.theory.claims)}
        for question in self.map.questions:
            answers = [number[answer] for answer in question.answers]
            if not self.moved.isdisjoint(answers):
                old = [self.old.claims[answer] for answer in answers]
                now = [self.new.get(answer, self.old.claims[answer]) for answer in answers]
                before, after = verdict(question, old), verdict(question, now)
                if before != after:
                    turned = [(a == "in") != (b == "in") for a, b in zip(old, now, strict=True)]
                    cause = Thing("claim", question.answers[turned.index(True)])
                    yield Change("question", question.id, before, after, cause)

    def _causes(self) -> dict[int, int | None]:
        """By node that changed: the nearest one it changed through.

        In a circle a change may pass through a node that ends as it was; it is passed over.
        """
        causes: dict[int, int | None] = {}
        causes.update(dict.fromkeys(self.start))
        passed: set[int] = set()
        waiting = deque((node, node) for node in self.start)
        later: deque[tuple[int, int]] = deque()  # nodes that did not change, with the last that did
        while waiting or later or self._go_round(causes, waiting):
            node, origin = waiting.popleft() if waiting else later.popleft()
            for effect in self._effects(node):
                if effect in causes or effect not in self.labels:
                    continue
                if effect in self.moved:
                    causes[effect] = origin
                    waiting.append((effect, effect))
                elif effect not in passed:
                    passed.add(effect)
                    later.append((effect, origin))
        return causes

    def _go_round(self, causes: dict[int, int | None], waiting: deque[tuple[int, int]]) -> bool:
        """Reach what changed only because its own conclusion did: a reason in a circle counts as
        long as its conclusion can do without it. Whether there is any more of this sort."""
        for node in [one for one in causes if one < self.n]:
            for step in self._steps_for(node):
                if step in self.moved and step not in causes:
                    causes[step] = node
                    waiting.append((step, step))
        return bool(waiting)

    def _effects(self, node: int) -> Iterator[int]:
        """What a node bears on at once."""
        theory, n = self.theory, self.n
        rules = theory.rules
        if node >= n:
            yield from self._concluded(self.step_rule[node - n])
            return
        for index in self.links.using[node]:
            if rules[index].step >= 0:
                yield n + rules[index].step
            else:
                yield from self._concluded(index)
        yield from self._steps_for(n + node)
        for rival in self.links.rivals(node):
            yield rival
            yield from self._steps_for(rival)

    def _concluded(self, index: int) -> Iterator[int]:
        n, head = self.n, self.theory.rules[index].head
        if head >= 2 * n:
            yield head - n
            return
        yield head % n
        if head >= n:
            yield from self._steps_for(head - n)

    def _steps_for(self, literal: int) -> Iterator[int]:
        for index in self.theory.rules_of[literal]:
            if self.theory.rules[index].step >= 0:
                yield self.n + self.theory.rules[index].step


def _counts(theory: Theory, grounded: Grounded) -> list[Pair]:
    """By step: the strength at which it counts, certainly and possibly."""
    counts: list[Pair] = [(NONE, NONE)] * len(theory.steps)
    for index, rule in enumerate(theory.rules):
        if rule.step >= 0:
            certain, possible = counts[rule.step]
            counts[rule.step] = (
                max(certain, grounded.certain.counts[index]),
                max(possible, grounded.possible.counts[index]),
            )
    return counts
