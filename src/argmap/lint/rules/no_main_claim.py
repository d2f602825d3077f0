"""A map in which every claim is a reason for, or a rebuttal of, another one.

What it does
    Finds a map with steps but without a main claim: one that steps lead to and none leads from.
    A map with a question and answers needs none.

Why it is bad
    Nobody can see what the map is about. Mostly the claims go round in a circle.

Example
    [hen] The hen came first.
      - [egg] The egg came first.
        - [hen]

Use instead
    ? [first] What came first?
      = [hen] The hen came first.
      = [egg] The egg came first.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG109", "no-main-claim", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding, at the first claim."""
    if context.steps and context.claims and not context.ends:
        yield RULE.found(
            context.claims[0].at,
            "this map has no main claim: each claim speaks for or against another one",
            "add the claim that it is all about, or a question with its answers",
        )
