"""Claims that support each other in a circle.

What it does
    Finds claims that are, step by step, reasons for each other, where some of them have other
    grounds as well. Where they have none, `only-circular-support` reports it instead.

Why it is bad
    The steps round the circle add nothing: what a claim lends to another comes back as if it were
    new. When the map is evaluated, a reason that rests on its own conclusion does not count.

Example
    [trust] The paper can be trusted.
      + [right] What it says is right.
        + [trust]
        + [checked] Two others found the same.

Use instead
    [trust] The paper can be trusted.
      + [right] What it says is right.
        + [checked] Two others found the same.

Reference
    Douglas Walton, "Begging the Question", 1991, on arguing in a circle.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG103", "support-cycle", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each group of claims that support each other and have other grounds."""
    for circle in context.support_circles:
        if circle.grounded:
            first, *others = context.places(circle.claims, "support")
            yield RULE.found(
                first.span,
                f"these claims support each other in a circle: {context.path(circle.claims)}",
                "take out the step that adds nothing to the others",
                label=first.message,
                related=tuple(others),
            )
