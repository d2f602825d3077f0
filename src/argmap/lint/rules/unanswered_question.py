"""A question without an answer.

What it does
    Finds a question at the left margin that has no answers. An open point below a claim is left
    alone: it is written down to be open.

Why it is bad
    There is nothing to argue about. Mostly the answers were written as claims, without `=`.

Example
    ? [way] How do we get there?

    [train] By train.
      + [fast] The train takes an hour.

Use instead
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG309", "unanswered-question", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such question."""
    for question in context.questions:
        if not question.answers and question.about is None:
            yield RULE.found(
                question.at,
                f"{context.say_question(question)} has no answer",
                "write its answers below it, each with `=`",
            )
