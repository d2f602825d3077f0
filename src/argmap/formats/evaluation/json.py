"""An evaluation as JSON, for other programs: stable keys, in the order of the map.

A line is a claim, a step or a question, so that two evaluations can be compared line by line.
"""

from __future__ import annotations

from collections.abc import Iterable
from json import JSONEncoder

from argmap.model import ArgumentMap
from argmap.semantics.conclusions import concluded
from argmap.semantics.evaluation import ClaimResult, Evaluation, QuestionResult
from argmap.semantics.sensitivity import Sensitivity, sensitivities

_text = JSONEncoder(ensure_ascii=False).encode
# One encoder for all: `json.dumps` makes a new one for each value.


def write(map_: ArgumentMap, evaluation: Evaluation) -> str:
    """The evaluation as JSON, with a line break at its end."""
    claims = (f"{_text(id_)}: {_claim(result)}" for id_, result in evaluation.claims.items())
    steps = (f'{_text(id_)}: {{"label": "{label}"}}' for id_, label in evaluation.steps.items())
    questions = (f"{_text(id_)}: {_question(one)}" for id_, one in evaluation.questions.items())
    found = sensitivities(
        map_,
        concluded(map_),
        evaluation.model,
        without=evaluation.without,
        assume=evaluation.assume,
    )
    sensitivity = (f"{_text(id_)}: {_sensitivity(one)}" for id_, one in found.items())
    extensions = (_text(list(extension)) for extension in evaluation.extensions)
    return (
        f'{{\n  "semantics": {_text(evaluation.semantics)},'
        f'\n  "converged": {_text(evaluation.converged)},'
        f'\n  "claims": {_block(claims)},'
        f'\n  "steps": {_block(steps)},'
        f'\n  "questions": {_block(questions)},'
        f'\n  "sensitivity": {_block(sensitivity)},'
        f'\n  "extensions": {_block(extensions, "[]")}\n}}\n'
    )


def _block(lines: Iterable[str], brackets: str = "{}") -> str:
    text = ",\n    ".join(lines)
    return f"{brackets[0]}\n    {text}\n  {brackets[1]}" if text else brackets


def _claim(result: ClaimResult) -> str:
    because = result.because
    return (
        f'{{"label": "{result.label}", "strength": {_text(result.strength)}, '
        f'"because": {{"kind": "{because.kind}", "steps": {_text(list(because.steps))}, '
        f'"text": {_text(because.text)}}}}}'
    )


def _question(result: QuestionResult) -> str:
    answers = [answer.claim for answer in result.answers]
    return f'{{"verdict": {_text(result.verdict)}, "answers": {_text(answers)}}}'


def _sensitivity(found: Sensitivity) -> str:
    if not found.settled:
        return "null"
    leaves = (
        f'{{"leaf": {_text(one.leaf)}, "slope": {_text(one.slope)}, '
        f'"without": {_text(one.without)}, "assumed": {_text(one.assumed)}}}'
        for one in found.steepest
    )
    return f"[{', '.join(leaves)}]"
