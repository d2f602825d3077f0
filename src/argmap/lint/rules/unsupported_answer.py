"""An answer for which nothing is said, where something is said about the others.

What it does
    Finds an answer without any reason `+`, source or quotation, in a question of which some
    answer has a reason or a rebuttal. Questions with `any` are left alone: their answers do not
    compete.

Why it is bad
    An answer is not put forward by being written down. Without a reason it loses against any
    other, and a reader cannot tell whether it was weighed at all.

Example
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
      = [bike] By bicycle.

Use instead
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
      = [bike] By bicycle.
        + [sun] It is a sunny day.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG301", "unsupported-answer", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such answer, at its definition."""
    for question in context.questions:
        argued = (one in context.supports or one in context.rebuttals for one in question.answers)
        if not question.exclusive or not any(argued):
            continue
        for answer in question.answers:
            claim = context.map.claim[answer]
            if answer not in context.supports and not claim.citations and not claim.is_fact:
                yield RULE.found(
                    claim.at if context.is_own(claim.at) else question.at,
                    f"nothing is said for {context.say(answer)}",
                    "give a reason for it, or take the answer out",
                    label="the answer",
                    related=(Related(question.at, "its question"),),
                )
