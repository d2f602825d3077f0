"""A verdict that hangs on one claim.

What it does
    Finds claims that the verdict on a question hangs on alone: withdraw one of them, and another
    answer stands, or none.

Why it is bad
    It need not be bad, but it is worth knowing which claim to check first. `argmap crux` tells
    more. Where very many claims hang on each other in circles, the nearest are looked at.

Example
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
      = [bike] By bicycle.

Use instead
    ? [way] How do we get there?
      = [train] By train.
        + [fast] The train takes an hour.
        + [warm] It is warm in the train.
      = [bike] By bicycle.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG305", "single-point-of-failure", "info", default=False)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each question whose verdict some leaf turns."""
    from argmap.semantics.crux import all_cruxes  # noqa: PLC0415 - only where it is asked for

    found = all_cruxes(context.map, [question.id for question in context.questions], _BUDGET)
    for question in context.questions:
        hangs = found[question.id]
        if len(hangs.standing) != 1:
            continue
        leaves = [crux.leaf for crux in hangs.cruxes if hangs.now not in crux.standing]
        if not leaves:
            continue
        yield RULE.found(
            question.at,
            f"that the answer is {context.say(hangs.now)} hangs on {context.say_all(leaves)}"
            + (", on each alone" if len(leaves) > 1 else " alone"),
            "check that first, or give a reason that does not depend on it",
            label="the question",
            related=tuple(context.defined(leaf, "it hangs on this") for leaf in leaves[:_SHOWN]),
        )


_BUDGET = 400_000
"""How many rules may be judged again in circles: less than a second's worth."""
_SHOWN = 5
