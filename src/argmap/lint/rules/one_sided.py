"""An answer that nothing speaks against.

What it does
    Finds an answer with reasons but without any rebuttal, where also no reason for it is undercut
    and no premise of one is rebutted.

Why it is bad
    Few answers have no drawback. That none is written down mostly means that none was looked for.

Example
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
      = [bike] By bicycle.
        + [sun] It is a sunny day.
        - [hills] There are two steep hills.

Use instead
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
        - [dear] The train is dear.
      = [bike] By bicycle.
        + [sun] It is a sunny day.
        - [hills] There are two steep hills.

Reference
    Considering the opposite: Charles Lord, Mark Lepper and Elizabeth Preston, "Considering the
    opposite", Journal of Personality and Social Psychology 47, 1984.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG303", "one-sided", "info", default=False)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each answer with reasons and no opposition."""
    for claim in context.claims:
        reasons = context.supports.get(claim.id, ())
        if claim.kind != "answer" or not reasons or claim.id in context.rebuttals:
            continue
        opposed = any(
            step.id in context.undercuts
            or any(one in context.rebuttals or one in context.contraries for one in step.premises)
            for step in reasons
        )
        if not opposed and claim.id not in context.contraries:
            yield RULE.found(
                claim.at,
                f"nothing speaks against {context.say(claim.id)} or the reasons for it",
                "write down the best that can be said against it",
            )
