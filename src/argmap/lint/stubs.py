"""Critical questions as comments, in a form that becomes an entry without its `//`.

What a question challenges decides where it stands, and with which marker: a question of the step
is an undercut, one of a premise or of the conclusion a rebuttal.
"""

from __future__ import annotations

from argmap.schemes import CONCLUSION, STEP, Premise, Question, Scheme


def stub(question: Question) -> str:
    """The comment for a question."""
    marker = "!" if question.challenges == STEP else "-"
    return f"// {marker}(answers: {question.name}) {question.text}"


def below_step(scheme: Scheme) -> tuple[str, ...]:
    """The comments for what stands right below the step's first entry."""
    return _about(scheme, STEP)


def below_premise(scheme: Scheme, premise: Premise) -> tuple[str, ...]:
    """The comments for what stands below a premise."""
    return _about(scheme, premise.name)


def below_conclusion(scheme: Scheme) -> tuple[str, ...]:
    """The comments for what stands below the conclusion."""
    return _about(scheme, CONCLUSION)


def _about(scheme: Scheme, challenged: str) -> tuple[str, ...]:
    return tuple(stub(one) for one in scheme.questions if one.challenges == challenged)
