"""Claims that rest on nothing but each other.

What it does
    Finds claims that support each other in a circle, none of which has any other ground: no
    reason from outside, no source, no fact.

Why it is bad
    Nothing carries the circle, so none of its claims, nor what rests on them, can stand.

Example
    [trust] The paper can be trusted.
      + [right] What it says is right.
        + [trust]

Use instead
    [trust] The paper can be trusted.
      + [checked] Two others found what it says to be right.

Reference
    Support loops have no grounds in every semantics that argmap knows; see docs/semantics.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG104", "only-circular-support", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each group of claims that rest on nothing but each other."""
    for circle in context.support_circles:
        if not circle.grounded:
            first, *others = context.places(circle.claims, "support")
            yield RULE.found(
                first.span,
                f"these claims rest on nothing but each other: {context.path(circle.claims)}",
                "give one of them a reason from outside the circle, or a source",
                label=first.message,
                related=tuple(others),
            )
