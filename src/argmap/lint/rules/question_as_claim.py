"""A question in the place of a claim.

What it does
    Finds a claim whose text ends in a question mark.

Why it is bad
    A question can be neither true nor false, so nothing can speak for or against it, and it can
    be no reason.

Example
    [move] We should move.
      - [who] Who would help us?

Use instead
    [move] We should move.
      - [alone] Nobody would help us.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG405", "question-as-claim", "info")

_MARKS = ("?", "？", "؟")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such claim."""
    for claim in context.claims:
        if claim.text.endswith(_MARKS):
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} is a question, and is used as a claim",
                "write what it suggests as a statement, or mark it with `?` as an open point",
            )
