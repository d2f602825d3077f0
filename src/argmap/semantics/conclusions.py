"""What a map is there to settle: its questions; in a map without any, its main claims."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.semantics.evaluation import QuestionResult


def conclusions(map_: ArgumentMap) -> list[str]:
    """The questions that have answers; in a map without, the main claims: others bear on them, and
    they bear on none."""
    questions = [question.id for question in map_.questions if question.answers]
    return questions or _main_claims(map_)


def concluded(map_: ArgumentMap) -> list[str]:
    """The answers of all questions, each once; in a map without, the main claims."""
    answers = [answer for question in map_.questions for answer in question.answers]
    return list(dict.fromkeys(answers)) or _main_claims(map_)


def favored(result: QuestionResult) -> str | None:
    """The answer of a question that stands alone, else the one that leads, if one does."""
    return result.verdict if result.verdict is not None else result.leader


def _main_claims(map_: ArgumentMap) -> list[str]:
    used = {premise for step in map_.steps for premise in step.premises}
    borne_on = {step.target for step in map_.steps}
    return [claim.id for claim in map_.claims if claim.id in borne_on and claim.id not in used]
