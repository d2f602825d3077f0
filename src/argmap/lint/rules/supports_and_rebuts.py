"""One premise that is given both for and against one claim.

What it does
    Finds a reason and a rebuttal of the same claim that have exactly the same premises.

Why it is bad
    It cannot speak both for the claim and against it. What decides is left unsaid: in each case
    there is another premise, which ought to be written down.

Example
    [swim] Let us go for a swim.
      + [hot] It is hot today.
      - [hot]

Use instead
    [swim] Let us go for a swim.
      + [hot] It is hot today.
      - [hot]
      & [burn] In such heat one gets sunburnt.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG111", "supports-and-rebuts", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each rebuttal whose premises are also a reason, and the other way round."""
    reasons = {
        (step.target, frozenset(step.premises)): step
        for step in context.map.steps
        if step.kind == "support"
    }
    for step in context.map.steps:
        reason = reasons.get((step.target, frozenset(step.premises)))
        if step.kind != "rebuttal" or reason is None:
            continue
        here, there = (step, reason) if context.is_own(step.at) else (reason, step)
        given = {"support": "for it", "rebuttal": "against it"}
        yield RULE.found(
            here.first_place,
            f"{context.say_all(step.premises)} {'is' if len(step.premises) == 1 else 'are'} given "
            f"both for and against {context.say(step.target)}",
            "join to each side the premise that makes the difference, or take one side out",
            label=given[here.kind],
            related=(Related(there.first_place, given[there.kind]),),
        )
