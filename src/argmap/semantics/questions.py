"""The verdict on each question, and what an answer to it is made of.

`judge` is part of every evaluation. `brief` gathers what a reader of the verdict wants to know
next, and is asked for only where it is written down.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from argmap.model import ArgumentMap, Attribute, Claim, Question, Step
from argmap.semantics.evaluation import AnswerResult, Evaluation, Label, QuestionResult
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import CONCLUSIVE, build_theory

ALIKE = 1e-9
"""Strengths closer than this are one: neither answer leads."""

OPEN = "open"
"""The verdict on a question that no one answer settles."""

_LARGEST_TRIED = 5_000
_MOST_TRIED = 40_000
"""On how many claims contested points are tried, to see what they decide: once, and all in all."""


def judge(answers: Sequence[AnswerResult]) -> QuestionResult:
    """The verdict on a question, from how its answers fare.

    It is the one answer that stands. Where none or several do it is open, and the answer leads
    that is strongest, if one alone is.
    """
    standing = tuple(answer.claim for answer in answers if answer.label == "in")
    verdict = standing[0] if len(standing) == 1 else None
    ranked = sorted(answers, key=lambda answer: -answer.strength)
    leader, gap = None, 0.0
    if ranked:
        lead = ranked[0].strength - ranked[1].strength if len(ranked) > 1 else ranked[0].strength
        if lead > ALIKE:
            leader, gap = ranked[0].claim, lead
    return QuestionResult(verdict, tuple(answers), leader, gap, standing)


def verdict(question: Question, label: Iterable[Label]) -> str:
    """The one answer that stands, given the labels of the answers, or `open`."""
    pairs = zip(question.answers, label, strict=True)
    standing = [answer for answer, its in pairs if its == "in"]
    return standing[0] if len(standing) == 1 else OPEN


def settled(question: Question, standing: Sequence[str]) -> tuple[str, ...]:
    """What a question comes to, given the answers that stand: with `{any}` all of them, else the
    only one. Nothing, where it is open."""
    return tuple(standing) if len(standing) == 1 or not question.exclusive else ()


@dataclass(frozen=True, slots=True)
class Hinge:
    """A contested claim that alone decides: what the question comes to (`settled`) if it holds, and
    if it does not."""

    claim: str
    if_so: tuple[str, ...]
    if_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What bears on the answers of a question, the nearest first.

    `fallen` and `contested` are claims, no answers among them; `cut` the steps that are undercut,
    though their premises stand; `hinges` those contested ones whose settling alone would change
    what it comes to. `tried` is False where there was too much to try them all, so that no
    hinges says nothing.
    """

    fallen: tuple[str, ...]
    cut: tuple[str, ...]
    contested: tuple[str, ...]
    hinges: tuple[Hinge, ...]
    tried: bool


def brief(map_: ArgumentMap, evaluation: Evaluation, question: Question) -> Brief:
    """What bears on the answers of a question."""
    order, steps = _upstream(map_, question.answers)
    label = {claim: evaluation.claims[claim].label for claim in order}
    others = [claim for claim in order if map_.claim[claim].kind != "answer"]
    contested = tuple([claim for claim in others if label[claim] == "undecided"])
    origins_first = sorted(contested, key=lambda claim: not _is_origin(evaluation, claim))
    most = _MOST_TRIED // len(order) if 0 < len(order) <= _LARGEST_TRIED else 0
    hinges: list[Hinge] = []
    if most and contested:
        part = _part(map_, set(order))
        now = settled(question, evaluation.questions[question.id].standing)
        for claim in origins_first[:most]:
            hinge = _try(part, evaluation, question, claim)
            if {hinge.if_so, hinge.if_not} != {now}:
                hinges.append(hinge)
    fallen = tuple([claim for claim in others if label[claim] == "out"])
    cut = tuple(
        step.id
        for step in steps
        if evaluation.steps[step.id] == "out" and evaluation.bearing[step.id].kind == "undercut"
    )
    return Brief(fallen, cut, contested, tuple(hinges), len(contested) <= most)


def _is_origin(evaluation: Evaluation, claim: str) -> bool:
    """Whether a contest begins with a claim, and does not come to it from another."""
    return evaluation.claims[claim].because.kind in ("balanced", "self-defeating")


def _try(part: ArgumentMap, evaluation: Evaluation, question: Question, claim: str) -> Hinge:
    against = Claim("~against", "It is not so.", attributes=(Attribute("fact", True),))
    refuted = Step("~refuted", "rebuttal", (against.id,), claim, strength=CONCLUSIVE)
    without = ArgumentMap(
        sources=part.sources,
        claims=(*part.claims, against),
        questions=part.questions,
        steps=(*part.steps, refuted),
        contradictions=part.contradictions,
    )
    given = (evaluation.without, evaluation.assume)
    return Hinge(
        claim,
        _settled(part, question, given[0], (*given[1], claim)),
        _settled(without, question, given[0], [one for one in given[1] if one != claim]),
    )


def _settled(
    part: ArgumentMap, question: Question, without: Collection[str], assume: Collection[str]
) -> tuple[str, ...]:
    theory = build_theory(part, without, assume)
    labels = read_labels(theory, ground(theory)).claims
    label = dict(zip(theory.claims, labels, strict=True))
    return settled(question, [answer for answer in question.answers if label[answer] == "in"])


def _part(map_: ArgumentMap, claims: Collection[str]) -> ArgumentMap:
    """The part of a map that has these claims, and all that bears on them."""
    steps: list[Step] = []
    inside = set[str]()
    waiting = list(map_.steps)
    while waiting:  # an undercut may stand before what it cuts
        new = [
            step
            for step in waiting
            if step.target in (inside if step.kind == "undercut" else claims)
        ]
        if not new:
            break
        inside.update(step.id for step in new)
        waiting = [step for step in waiting if step.id not in inside]
        steps += new
    return ArgumentMap(
        sources=map_.sources,
        claims=tuple(claim for claim in map_.claims if claim.id in claims),
        questions=tuple(one for one in map_.questions if set(one.answers) <= {*claims}),
        steps=tuple(step for step in map_.steps if step.id in inside),
        contradictions=tuple(one for one in map_.contradictions if set(one.claims) <= {*claims}),
    )


def _upstream(map_: ArgumentMap, start: Sequence[str]) -> tuple[list[str], list[Step]]:
    """The claims and all that they depend on, and the steps by which they do, the nearest first."""
    bearing: dict[tuple[bool, str], list[Step]] = {}
    for step in map_.steps:
        bearing.setdefault((step.kind == "undercut", step.target), []).append(step)
    rivals: dict[str, list[str]] = {}
    groups = [one.answers for one in map_.questions if one.exclusive]
    for group in (*groups, *(one.claims for one in map_.contradictions)):
        for claim in group:
            rivals.setdefault(claim, []).extend(group)
    order = dict.fromkeys(start)
    waiting = list(order)
    steps: list[Step] = []
    for claim in waiting:  # it grows while it is read
        own = _steps(bearing, claim)
        steps += own
        found = [*(one for step in own for one in step.premises), *rivals.get(claim, ())]
        new = [one for one in dict.fromkeys(found) if one not in order]
        order |= dict.fromkeys(new)
        waiting += new
    return waiting, steps


def _steps(bearing: dict[tuple[bool, str], list[Step]], claim: str) -> list[Step]:
    """The steps for and against a claim, and all that undercuts them."""
    steps = list(bearing.get((False, claim), ()))
    for step in steps:  # it grows while it is read
        steps += bearing.get((True, step.id), ())
    return steps
