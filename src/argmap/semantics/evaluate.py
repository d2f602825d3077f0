"""Evaluates a map: the one door to labels, reasons, strengths and verdicts."""

from __future__ import annotations

from collections.abc import Collection
from itertools import compress

from argmap.collector import collector_held
from argmap.diagnostics import did_you_mean
from argmap.model import ArgumentMap, Question
from argmap.semantics.evaluation import (
    AnswerResult,
    ClaimResult,
    Evaluation,
    Lookup,
    QuestionResult,
    claim_result_of,
)
from argmap.semantics.fates import Fates
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.models import DEFAULT_MODEL, Model
from argmap.semantics.points import Points
from argmap.semantics.questions import judge
from argmap.semantics.reasons import Reasons
from argmap.semantics.step_reasons import StepReasons
from argmap.semantics.strength import strengths
from argmap.semantics.theory import build_theory
from argmap.semantics.wording import Wording


class UnknownClaim(LookupError):
    """No claim has the id that was to be withdrawn or assumed; says what might help."""


def evaluate(
    map_: ArgumentMap,
    *,
    model: Model = DEFAULT_MODEL,
    without: Collection[str] = (),
    assume: Collection[str] = (),
) -> Evaluation:
    """How every claim, step and question of a map fares, under grounded semantics.

    A claim in `without` is not put forward as it stands, which leaves it its reasons; a claim in
    `assume` is taken for a fact, even if it is in `without` as well. Raises UnknownClaim for an id
    that no claim has.
    """
    for id_ in (*without, *assume):
        _require(map_, id_)
    assumed = tuple(dict.fromkeys(assume))
    withdrawn = tuple([id_ for id_ in dict.fromkeys(without) if id_ not in assumed])
    with collector_held():
        return _evaluate(map_, model, withdrawn, assumed)


def _evaluate(
    map_: ArgumentMap, model: Model, without: tuple[str, ...], assume: tuple[str, ...]
) -> Evaluation:
    theory = build_theory(map_, without, assume)
    grounded = ground(theory)
    labels = read_labels(theory, grounded)
    weighed = strengths(map_, model, without=without, assume=assume)
    fates = Fates(theory, grounded, labels)
    points = Points(fates)
    say = Wording(map_, points, without, assume)
    reasons = Reasons(map_, points, say, without)
    number = {claim.id: index for index, claim in enumerate(map_.claims)}
    step_number = {step: index for index, step in enumerate(theory.steps)}
    strength = weighed.claims
    label, scores, of_claim = labels.claims, tuple(strength.values()), reasons.of_claim

    def claim_result(claim: int) -> ClaimResult:
        return claim_result_of((label[claim], scores[claim], of_claim(claim)))

    def question_result(question: Question) -> QuestionResult:
        answers = []
        for id_ in question.answers:
            claim = number[id_]
            best = fates.best(claim)
            step = theory.rules[best.rule].step if best is not None and best.is_live else -1
            named = theory.steps[step] if step >= 0 else None
            answers.append(AnswerResult(id_, label[claim], strength[id_], named))
        return judge(answers)

    return Evaluation(
        semantics="grounded",
        model=model,
        claims=Lookup(number, claim_result),
        steps=dict(zip(theory.steps, labels.steps, strict=True)),
        questions={question.id: question_result(question) for question in map_.questions},
        extensions=(tuple(compress(number, [one == "in" for one in labels.claims])),),
        bearing=Lookup(step_number, StepReasons(points, say).of_step),
        converged=weighed.converged,
        without=without,
        assume=assume,
    )


def _require(map_: ArgumentMap, id_: str) -> None:
    if id_ in map_.claim:
        return
    near = did_you_mean(id_, map_.claim)
    hint = f"; did you mean `{near}`?" if near else ""
    raise UnknownClaim(f"no claim has the id `{id_}`{hint}")
