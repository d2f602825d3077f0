"""A rebuttal of a claim that is beyond rebuttal.

What it does
    Finds a rebuttal `-` of a claim with `fact`.

Why it is bad
    A fact is common ground, which nothing hits, so the rebuttal can do nothing. If there is
    something to say against the claim, it is no fact.

Example
    [lake] The lake is frozen.  {fact}
      - [walk] Nobody walks on it.

Use instead
    [lake] The lake is frozen.
      - [walk] Nobody walks on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG205", "rebutted-fact", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each rebuttal of a fact."""
    for step in context.steps:
        if step.kind == "rebuttal" and context.map.claim[step.target].is_fact:
            fact = context.say(step.target)
            yield RULE.found(
                step.first_place,
                f"{context.say_all(step.premises)} rebut{_s(len(step.premises))} {fact}, "
                "which is marked as a fact and so beyond rebuttal",
                "take `fact` away if it can be doubted, else take the rebuttal out",
                label="the rebuttal",
                related=(context.defined(step.target, "the fact"),),
            )


def _s(premises: int) -> str:
    return "s" if premises == 1 else ""
