"""What changes if a claim is withdrawn or taken for a fact, and by which way it changes.

Only what depends on the altered claims is judged again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from argmap.model import ArgumentMap, Question
from argmap.semantics.evaluation import Label
from argmap.semantics.excerpt import Pair, Part, cut_out, value_of
from argmap.semantics.grounded import NONE, Grounded, ground
from argmap.semantics.labels import read_labels
from argmap.semantics.links import Links
from argmap.semantics.questions import settled, verdict
from argmap.semantics.theory import Theory, build_theory, leaf_rules

Kind = Literal["claim", "step", "question"]
Fault = Literal["unknown", "not-a-claim", "no-leaf", "both"]


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
    """One thing before and after: labels, for a question its verdict (an answer's id or `open`),
    with what it comes to before and after, as `questions.settled` has it.

    `cause` is the nearest claim or step that it changed through; None for the altered claims.
    """

    kind: Kind
    id: str
    before: str
    after: str
    cause: Thing | None
    settled: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


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


def _settled(question: Question, labels: Sequence[Label]) -> tuple[str, ...]:
    pairs = zip(question.answers, labels, strict=True)
    return settled(question, [answer for answer, label in pairs if label == "in"])


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
        moved: set[int] = set()
        for local, claim in enumerate(part.claims):
            self.labels[claim] = self.old.claims[claim], new.claims[local]
            if value_of(base, claim) != value_of(part.grounded, local):
                moved.add(claim)
        self.rule_of_step = self.theory.rule_of_step()
        before = _counts(self.theory, base)
        after = _counts(part.theory, part.grounded)
        for local, step in enumerate(part.steps):
            self.labels[self.n + step] = self.old.steps[step], new.steps[local]
            if before[step] != after[local]:
                moved.add(self.n + step)
        moved.update(node for node, (old, now) in self.labels.items() if old != now)
        # What stands for several claims that cannot all hold has no id, and is not told.
        self.moved = {node for node in moved if node >= self.n or self.theory.claims[node]}
        self.first: dict[int, int] = {}  # by claims that cannot all hold: the first to be passed

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
        number = {id_: index for index, id_ in enumerate(self.map.claim)}
        for question in self.map.questions:
            answers = [number[answer] for answer in question.answers]
            if not self.moved.isdisjoint(answers):
                old = [self.old.claims[answer] for answer in answers]
                now = [self.new.get(answer, self.old.claims[answer]) for answer in answers]
                before, after = _settled(question, old), _settled(question, now)
                if before != after:
                    verdicts = verdict(question, old), verdict(question, now)
                    turned = [(a == "in") != (b == "in") for a, b in zip(old, now, strict=True)]
                    cause = Thing("claim", question.answers[turned.index(True)])
                    yield Change("question", question.id, *verdicts, cause, (before, after))

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
            yield from self._concluded(self.rule_of_step[node - n])
            return
        joints: dict[int, None] = {}
        for index in self.links.using[node]:
            if rules[index].step >= 0:
                yield n + rules[index].step
            else:
                joints[theory.joint_of[index]] = None
        for joint in joints:
            yield from self._excluded(joint, node)
        yield from self._steps_for(n + node)
        for rival in self.links.rivals(node):
            yield rival
            yield from self._steps_for(rival)

    def _excluded(self, joint: int, node: int) -> Iterator[int]:
        """What one of the claims that cannot all hold bears on: all others, as it is part of what
        excludes them. Where the others were reached from another, only that one is left."""
        first = self.first.setdefault(joint, node)
        for claim in self.theory.joints[joint] if first == node else (first,):
            if claim != node:
                yield claim
                yield from self._steps_for(claim)

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
