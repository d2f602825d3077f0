"""A claim that is given as a reason for itself.

What it does
    Finds a reason whose premises include the claim that it is given for.

Why it is bad
    Whoever doubts the claim doubts the reason too, so nothing is gained. Such a step counts for
    nothing when the map is evaluated.

Example
    [cheap] The bus is cheaper than the tram.
      + [cheap]

Use instead
    [cheap] The bus is cheaper than the tram.
      + [tracks] A bus needs no tracks.

Reference
    Begging the question (petitio principii): Douglas Walton, "Begging the Question", 1991.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG101", "self-support", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each reason that a claim gives for itself."""
    for step in context.steps:
        if step.kind == "support" and step.target in step.premises:
            claim = context.say(step.target)
            yield RULE.found(
                step.place_of(step.target),
                f"{claim} is given as a reason for itself",
                "give another claim as the reason, or take this one out",
                label="the reason",
                related=(context.defined(step.target, "what it is given for"),),
            )
