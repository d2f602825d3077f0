"""An evaluation as a written assessment, for people who were not there: one part a question, or a
main claim where nothing is asked.

It says what the map favours and why, what speaks against it, what the answer hangs on, and what is
still contested; then what else the map concludes.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.evaluation.names import escaped, items
from argmap.formats.evaluation.prose import Assessor
from argmap.model import ArgumentMap
from argmap.semantics.conclusions import conclusions, favored
from argmap.semantics.crux import all_cruxes
from argmap.semantics.evaluation import Evaluation
from argmap.semantics.models import Model
from argmap.semantics.phrases import name_of
from argmap.semantics.questions import brief
from argmap.semantics.sensitivity import sensitivities
from argmap.sentences import listed

_MODELS: dict[Model, str] = {
    "df-quad": "DF-QuAD",
    "quadratic-energy": "quadratic energy",
    "euler": "the Euler-based model",
}

MOST_TOLD = 8
"""So many main claims have a part of their own, in a map without questions."""
MOST_LINES = 20
"""So many claims have a line where there is nothing else to tell of."""


def write(map_: ArgumentMap, evaluation: Evaluation) -> str:
    """The assessment in Markdown, a paragraph a line."""
    blocks = [*_head(map_, evaluation)]
    assessor = Assessor(map_, evaluation)
    supposing = evaluation.without or evaluation.assume
    questions = [question for question in map_.questions if question.answers]
    main = conclusions(map_)[:MOST_TOLD] if not questions else []
    about = [*(question.id for question in questions), *main]
    cruxes = {} if supposing else all_cruxes(map_, about)
    favor = {question.id: favored(evaluation.questions[question.id]) for question in questions}
    moved = sensitivities(
        map_,
        [claim for claim in (*favor.values(), *main) if claim],
        evaluation.model,
        without=evaluation.without,
        assume=evaluation.assume,
    )
    for index, question in enumerate(questions):
        found = brief(map_, evaluation, question)
        strength = moved.get(favor[question.id] or "")
        told = assessor.question(index, question, found, cruxes.get(question.id), strength)
        blocks += assessor.part(told)
    for claim in main:
        blocks += assessor.part(assessor.claim(claim, cruxes.get(claim), moved.get(claim)))
    others = [*assessor.part(assessor.conclusions({*main}))]
    if others:
        blocks += ["## What else follows"] if about else []
        blocks += others
    if not about and not others:
        blocks.append(_every_claim(map_, assessor))
    blocks.append(_foot(evaluation))
    return "\n\n".join(blocks) + "\n"


def _every_claim(map_: ArgumentMap, assessor: Assessor) -> str:
    """A line for each claim, where none leads to another, or all do to each other."""
    if not map_.claims:
        return "The map makes no claim."
    lines = [assessor.line(claim.id) for claim in map_.claims[:MOST_LINES]]
    return items(lines, len(map_.claims))


def _head(map_: ArgumentMap, evaluation: Evaluation) -> Iterator[str]:
    if map_.title:
        yield f"# {escaped(map_.title)}"
    parts = []
    if evaluation.without:
        names = listed([name_of(map_.claim[claim]) for claim in evaluation.without])
        parts.append(f"with {names} withdrawn")
    if evaluation.assume:
        names = listed([name_of(map_.claim[claim]) for claim in evaluation.assume])
        parts.append(f"with {names} taken as given")
    if parts:
        yield f"*This is a what-if: the map {escaped(' and '.join(parts))}.*"


def _foot(evaluation: Evaluation) -> str:
    model = _MODELS[evaluation.model]
    text = f"Which claims stand: {evaluation.semantics} semantics. Strengths: {model}"
    if not evaluation.converged:
        text += ", which did not settle in a circle, so they are approximate"
    return f"*{text}.*"
