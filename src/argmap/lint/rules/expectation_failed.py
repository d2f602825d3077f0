"""A claim or question that does not come out as the writer expects.

What it does
    Compares `expect:` with the evaluation: on a claim with its label, on a question with its
    verdict, or for a question with `any` with the answers that stand.

Why it is bad
    `expect:` is a test of the map. That it fails shows what a change elsewhere has done.

Example
    [late] The harvest came late.  {expect: in}
      - [mills] The mills were full in July.

Use instead
    [late] The harvest came late.  {expect: out}
      - [mills] The mills were full in July.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, did_you_mean
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Question

if TYPE_CHECKING:
    from argmap.semantics.evaluation import QuestionResult

RULE = Rule("ARG204", "expectation-failed", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each expectation that is not met."""
    for claim in context.claims:
        expected = claim.get("expect")
        if expected is None:
            continue
        result = context.evaluation.claims[claim.id]
        if result.label != expected:
            from argmap.semantics.evaluation import SAID  # noqa: PLC0415 - evaluated by now

            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} is expected to be `{expected}`, but it is "
                f"`{result.label}` ({SAID[result.label]})",
                f"{result.because.text.rstrip('.')}; change the map, or what is expected",
                hint="change the map, or what is expected",
                related=context.deciding(result.because),
            )
    for question in context.questions:
        expected = value if isinstance(value := _expected(question), str) else None
        if expected is not None:
            yield from _of_question(context, question, expected)


def _expected(question: Question) -> object:
    return next((one.value for one in question.attributes if one.key == "expect"), None)


def _of_question(context: Context, question: Question, expected: str) -> Iterator[Diagnostic]:
    name = context.say_question(question)
    if expected != "open" and expected not in question.answers:
        near = did_you_mean(expected, (*question.answers, "open"))
        mend = f"did you mean `{near}`?" if near else "write the id of an answer, or `open`"
        yield RULE.found(question.at, f"{name} has no answer `{expected}` to expect", mend)
        return
    result = context.evaluation.questions[question.id]
    if expected not in _outcomes(question, result):
        met = _outcomes(question, result)
        came = context.say_all([a for a in question.answers if a in met]) or "open"
        wanted = expected if expected == "open" else context.say(expected)
        yield RULE.found(
            question.at,
            f"{name} is expected to come out as {wanted}, but it comes out as {came}",
            "change the map, or what is expected",
        )


def _outcomes(question: Question, result: QuestionResult) -> set[str]:
    """What can be expected of a question and is met."""
    if question.exclusive:
        return {result.verdict or "open"}
    return set(result.standing) or {"open"}
